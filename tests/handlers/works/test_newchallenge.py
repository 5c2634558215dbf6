"""Making a challenge."""

from tests.handlers.works.desk import OPEN, STANDARD, labels, published
from tests.stage import Stage


def test_the_form_comes_in_private_and_one_message_makes_a_challenge(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/newchallenge")
    stage.play()
    form = stage.last(stage.mo)
    assert "标题：" in form.text
    stage.mo.say(stage.world.private(stage.mo), STANDARD)
    stage.play()
    preview = stage.last(stage.mo)
    assert "转场练习" in preview.text
    stage.press(stage.mo, preview, "发布")
    announced = stage.last(stage.group)
    assert "新挑战 1" in announced.text
    assert labels(announced) == ["参加", "看详情"]


def test_the_form_itself_is_read_without_unknown_lines(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/newchallenge")
    stage.play()
    form = stage.last(stage.mo).text
    copied = form[form.index("标题：") : form.index("参考：") + 3]
    stage.mo.say(stage.world.private(stage.mo), copied.replace("标题：", "标题：转场").replace("步骤：", "步骤：拍"))
    stage.play()
    assert "点“发布”" in stage.last(stage.mo).text


def test_mistakes_name_their_lines_and_single_lines_correct_them(stage: Stage) -> None:
    private = stage.world.private(stage.mo)
    stage.mo.say(private, "/newchallenge 标题：转场\n类型：标准\n赛道：跳舞\n积分：9999\n截止：7天\n步骤：拍")
    stage.play()
    told = stage.last(stage.mo).text
    assert "第 3 行" in told
    assert "摄影、视频" in told
    assert "第 4 行" in told
    stage.mo.say(private, "赛道：视频")
    stage.play()
    assert "第 3 行" not in stage.last(stage.mo).text
    stage.mo.say(private, "积分：40")
    stage.play()
    assert "40" in stage.last(stage.mo).text
    assert "点“发布”" in stage.last(stage.mo).text


def test_each_kind_says_what_it_still_needs(stage: Stage) -> None:
    private = stage.world.private(stage.mo)
    stage.mo.say(private, "/newchallenge 标题：秋天\n类型：框架\n赛道：摄影\n积分：10\n截止：7天")
    stage.play()
    assert "“说明”还没有填" in stage.last(stage.mo).text
    assert "“要做的”还没有填" in stage.last(stage.mo).text


def test_step_by_step_asks_only_what_the_kind_needs(stage: Stage) -> None:
    private = stage.world.private(stage.mo)
    stage.mo.say(private, "/newchallenge")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "一步一步来")
    stage.mo.say(private, "冬天续航")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "自由发挥")
    stage.press(stage.mo, stage.last(stage.mo), "写作")
    stage.mo.say(private, "很多")
    stage.play()
    assert "整数" in stage.last(stage.mo).text
    stage.mo.say(private, "80")
    stage.play()
    stage.mo.say(private, "7天")
    stage.play()
    for _ in ("places", "each", "work", "trust"):
        stage.press(stage.mo, stage.last(stage.mo), "跳过")
    assert "问题是什么" in stage.last(stage.mo).text
    stage.mo.say(private, "新车主担心冬天续航。")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "跳过")
    preview = stage.last(stage.mo)
    assert "新车主担心冬天续航" in preview.text
    stage.press(stage.mo, preview, "发布")
    assert "新挑战 1" in stage.last(stage.group).text


def test_a_preview_can_be_changed_and_dropped(stage: Stage) -> None:
    private = stage.world.private(stage.mo)
    stage.mo.say(private, f"/newchallenge {STANDARD}")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "再改改")
    assert "转场练习" in stage.last(stage.mo).text
    stage.mo.say(private, "标题：慢镜头")
    stage.play()
    preview = stage.last(stage.mo)
    assert "慢镜头" in preview.text
    stage.press(stage.mo, preview, "先不发")
    assert stage.said(stage.group) == []


def test_a_double_press_publishes_once(stage: Stage) -> None:
    stage.mo.say(stage.world.private(stage.mo), f"/newchallenge {OPEN}")
    stage.play()
    preview = stage.last(stage.mo)
    stage.mo.press(preview, "发布")
    stage.mo.press(preview, "发布")
    stage.play()
    assert len(stage.said(stage.group)) == 1


def test_members_cannot_make_challenges(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), f"/newchallenge {STANDARD}")
    stage.play()
    assert "给团队用" in stage.last(stage.lin).text
    assert stage.said(stage.group) == []


def test_challenges_are_numbered(stage: Stage) -> None:
    assert [published(stage), published(stage, OPEN)] == [1, 2]


def test_in_the_community_staff_are_led_to_their_private_chat(stage: Stage) -> None:
    stage.mo.say(stage.group, "/newchallenge")
    stage.play()
    [whisper] = stage.whispers(stage.mo)
    assert labels(whisper) == ["去私聊"]
    stage.mo.start("newchallenge")
    stage.play()
    assert "标题：" in stage.last(stage.mo).text


def test_the_announcement_leads_to_the_detail_in_private(stage: Stage) -> None:
    number = published(stage)
    stage.lin.start(f"challenge-{number}")
    stage.play()
    assert "拍三个镜头" in stage.last(stage.lin).text
    assert labels(stage.last(stage.lin)) == ["参加", "全部挑战"]


def test_a_word_gives_the_form_up(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/newchallenge")
    stage.play()
    stage.mo.say(stage.world.private(stage.mo), "取消")
    stage.play()
    assert "取消了" in stage.last(stage.mo).text


def test_who_never_started_the_bot_is_shown_the_way_to_the_form(stage: Stage) -> None:
    mo = stage.member(stage.mo).id
    stage.do(lambda tx: tx.run("UPDATE member SET reachable = 0 WHERE id = :mo", mo=mo))
    stage.mo.say(stage.staff, "/newchallenge")
    stage.play()
    assert "还没法给你发私信" in stage.last(stage.staff).text
    assert "已经发到" not in stage.last(stage.staff).text
    stage.mo.start("newchallenge")
    stage.play()
    assert "标题" in stage.last(stage.mo).text


def test_a_line_sent_while_the_preview_stands_corrects_it_and_the_old_one_publishes_nothing(stage: Stage) -> None:
    private = stage.world.private(stage.mo)
    stage.mo.say(private, "/newchallenge " + STANDARD)
    stage.play()
    old = stage.last(stage.mo)
    stage.mo.say(private, "积分：45")
    stage.play()
    new = stage.last(stage.mo)
    assert "45" in new.text
    assert "点“发布”" in new.text
    assert "最新的一张" in stage.press(stage.mo, old, "发布")
    stage.mo.say(private, "积分：很多")
    stage.play()
    assert "要填一个整数" in stage.last(stage.mo).text
    stage.mo.say(private, "积分：50")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    assert "50 分" in stage.last(stage.group).text
    stage.mo.say(private, "积分：60")
    stage.play()
    assert "点“发布”" not in stage.last(stage.mo).text


def test_what_is_no_line_of_the_form_is_no_correction_of_its_preview(stage: Stage) -> None:
    private = stage.world.private(stage.mo)
    stage.mo.say(private, "/newchallenge " + STANDARD)
    stage.play()
    preview = stage.last(stage.mo)
    stage.mo.say(private, "这个怎么弄呀")
    stage.play()
    assert "点“发布”" not in stage.last(stage.mo).text
    stage.press(stage.mo, preview, "先不发")
    stage.mo.say(private, "积分：45")
    stage.play()
    assert "点“发布”" not in stage.last(stage.mo).text


def test_what_to_do_and_what_not_may_be_called_as_the_card_calls_them(stage: Stage) -> None:
    form = (
        "标题：雨夜回家路\n类型：命题\n赛道：摄影\n积分：40\n截止：7天\n说明：雨夜里的路\n要：车灯在画面里\n不要：车牌"
    )
    stage.mo.say(stage.world.private(stage.mo), f"/newchallenge {form}")
    stage.play()
    shown = stage.last(stage.mo).text
    assert "· 车灯在画面里" in shown and "· 车牌" in shown and "要：" not in shown
