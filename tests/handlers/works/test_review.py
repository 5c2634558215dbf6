"""The review desk."""

from tests.handlers.works.desk import STANDARD, card, confirmed, handed_in, labels, published, reviewed
from tests.handlers.works.test_look import THEME
from tests.stage import Stage

HOUR_S = 3600


def test_a_claim_locks_and_the_others_see_who_looks(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = card(stage)
    stage.press(stage.rui, shown, "我来看")
    assert "瑞秋 正在看" in shown.text.replace("\u2068", "").replace("\u2069", "")
    assert "正在看" in stage.press(stage.mo, shown, "转场利落")
    assert "正在看" in stage.press(stage.mo, shown, "退回修改")
    stage.press(stage.rui, shown, "放回")
    assert "我来看" in labels(shown)
    stage.press(stage.mo, shown, "我来看")
    assert "莫莫" in shown.text


def test_two_reviewers_at_once_one_gets_it(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = card(stage)
    first, second = stage.rui.press(shown, "我来看"), stage.mo.press(shown, "我来看")
    stage.play()
    told = stage.world.presses[second].answer
    assert told is not None
    assert "正在看" in told.text
    assert stage.world.presses[first].answer is not None
    assert "瑞秋" in shown.text


def test_a_lapsed_claim_is_shown_as_free_on_the_card_and_in_the_lists(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = card(stage)
    stage.press(stage.rui, shown, "我来看")
    stage.advance(30 * 60)
    assert "正在看" in shown.text
    stage.advance(31 * 60)
    assert "正在看" not in shown.text
    assert labels(shown)[0] == "我来看"
    stage.mo.say(stage.staff, "/reviews")
    stage.play()
    assert "在看" not in stage.last(stage.staff).text
    stage.press(stage.mo, shown, "我来看")
    assert "莫莫" in shown.text


def test_one_who_is_dismissed_keeps_nothing_in_hand(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = card(stage)
    stage.press(stage.rui, shown, "我来看")
    stage.owner.say(stage.world.private(stage.owner), "/dismiss @rui 审核员")
    stage.play()
    assert "正在看" not in shown.text
    assert labels(shown)[0] == "我来看"


def test_the_owner_takes_over_and_a_reviewer_can_not(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = card(stage)
    stage.press(stage.mo, shown, "我来看")
    stage.press(stage.mo, shown, "转场利落")
    stage.press(stage.rui, shown, "接手")
    assert "莫莫" in shown.text
    assert "转场利落" in shown.text
    stage.press(stage.owner, shown, "接手")
    assert "品牌主理人" in shown.text
    assert "· 转场利落" not in shown.text
    assert "本来就在你手上" in stage.press(stage.owner, shown, "接手")


def test_chips_toggle_on_the_card_and_a_reply_adds_words(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = card(stage)
    stage.press(stage.rui, shown, "我来看")
    stage.press(stage.rui, shown, "转场利落")
    assert "✓ 转场利落" in labels(shown)
    stage.press(stage.rui, shown, "✓ 转场利落")
    assert "转场利落" in labels(shown)
    stage.rui.say(stage.staff, "第二个转场接得真好", reply_to=shown)
    stage.play()
    assert "第二个转场接得真好" in shown.text
    stage.press(stage.rui, shown, "通过")
    assert "第二个转场接得真好" in stage.last(stage.lin).text
    assert len(stage.said(stage.staff)) == 2


def test_nothing_is_decided_without_something_specific(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = card(stage)
    stage.press(stage.rui, shown, "我来看")
    assert "评语" in stage.press(stage.rui, shown, "通过")
    assert "改哪里" in stage.press(stage.rui, shown, "退回修改")
    stage.press(stage.rui, shown, "转场利落")
    assert "改哪里" in stage.press(stage.rui, shown, "退回修改")
    stage.press(stage.rui, shown, "声音可以再大些")
    stage.press(stage.rui, shown, "退回修改")
    assert "退回修改" in shown.text
    assert stage.member(stage.lin).contribution == 0


def test_approval_pays_once_however_often_it_is_pressed(stage: Stage) -> None:
    published(stage)
    photo = handed_in(stage, stage.lin, 1)
    shown = card(stage)
    stage.press(stage.rui, shown, "我来看")
    stage.press(stage.rui, shown, "转场利落")
    queries = [person.press(shown, "通过") for person in (stage.rui, stage.rui, stage.mo)]
    stage.play()
    answers = [stage.world.presses[query].answer for query in queries]
    assert ["已经审过" in answer.text for answer in answers if answer] == [False, True, True]
    assert stage.member(stage.lin).contribution == 30
    assert photo.reactions == {stage.world.bot.id: "👏"}
    assert "转场利落" in stage.last(stage.lin).text
    assert "+30 分" in stage.last(stage.lin).text
    assert len(stage.said(stage.group)) == 1


def test_nobody_reviews_their_own_work(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.rui, 1)
    assert "自己" in stage.press(stage.rui, card(stage), "我来看")
    stage.rui.say(stage.staff, "拍得真好", reply_to=card(stage))
    stage.play()
    assert "我来看" in labels(card(stage))


def test_members_cannot_review(stage: Stage) -> None:
    published(stage)
    stage.lin.join(stage.staff)
    handed_in(stage, stage.zhou, 1)
    assert "给团队用" in stage.press(stage.lin, card(stage), "我来看")
    assert "我来看" in labels(card(stage))


def test_returned_work_is_improved_and_the_card_shows_what_was_said(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    reviewed(stage, "退回修改", "声音可以再大些")
    told = stage.last(stage.lin)
    assert "声音可以再大些" in told.text
    stage.press(stage.lin, told, "交改好的版本")
    stage.lin.send(stage.world.private(stage.lin), photo=b"better", caption="重新收音")
    stage.play()
    confirmed(stage, stage.lin)
    again = card(stage)
    assert "第 2 版" in again.text
    assert "上次（第 1 版）的反馈" in again.text
    assert "声音可以再大些" in again.text
    reviewed(stage, "通过", "节奏舒服")
    assert stage.member(stage.lin).contribution == 30
    versions = stage.do(lambda tx: [row.version for row in tx.all("SELECT version FROM submission_version")])
    assert versions == [1, 2]


def test_the_same_again_is_no_improvement_and_kept_pictures_are_welcome(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    reviewed(stage, "退回修改", "声音可以再大些")
    handed_in(stage, stage.lin, 1)
    assert "一模一样" in stage.whispers(stage.lin)[-1].text
    stage.lin.send(stage.group, photo=b"work", caption="#挑战1 换了说明")
    stage.play()
    assert "第 2 版" in card(stage).text


def test_an_old_card_decides_nothing_about_a_newer_version(stage: Stage) -> None:
    published(stage)
    words = stage.lin.say(stage.group, "#挑战1 初稿")
    stage.play()
    shown = card(stage)
    stage.press(stage.rui, shown, "我来看")
    stage.press(stage.rui, shown, "转场利落")
    stage.lin.edit(words, "#挑战1 定稿")
    late = stage.rui.press(shown, "通过")
    stage.play()
    answer = stage.world.presses[late].answer
    assert answer is not None
    assert "第 2 版" in answer.text
    assert stage.member(stage.lin).contribution == 0


def test_featured_work_goes_to_the_channel_under_its_authors_name(stage: Stage) -> None:
    published(stage)
    photo = handed_in(stage, stage.lin, 1)
    reviewed(stage, "通过并精选", "开头抓人", "可以再短些")
    assert stage.member(stage.lin).contribution == 30 + 20
    shown = stage.last(stage.channel)
    assert shown.media is not None
    assert "林晓" in shown.text
    thanks = stage.last(stage.group)
    assert "入选精选" in thanks.text
    assert "开头抓人" in thanks.text
    assert "可以再短些" not in thanks.text
    assert thanks.reply_to is photo
    assert photo.reactions == {stage.world.bot.id: "🏆"}
    assert "入选精选" in stage.last(stage.lin).text


def test_featured_words_and_albums_reach_the_channel_too(stage: Stage) -> None:
    published(stage, STANDARD + "\n每人次数：2")
    stage.advance(60)
    stage.lin.say(stage.group, "#挑战1 " + "一段很长的故事。" * 200)
    stage.play()
    assert any(len(text) > 1500 for text in stage.said(stage.staff))
    reviewed(stage, "通过并精选", "开头抓人")
    assert "一段很长的故事" in stage.last(stage.channel).text
    stage.lin.album(stage.group, [b"one", b"two"], caption="#挑战1 两张")
    stage.play()
    stage.advance(60)
    reviewed(stage, "通过并精选", "节奏舒服")
    first, second = stage.messages(stage.channel)[-2:]
    assert first.media
    assert second.media
    assert "节奏舒服" in first.text
    assert second.text == ""


def test_one_who_never_started_the_bot_is_called_once_in_the_group(stage: Stage) -> None:
    published(stage)
    stage.xin.say(stage.group, "签到")
    stage.play()
    stage.press(stage.xin, stage.whispers(stage.xin)[-1], "我同意")
    handed_in(stage, stage.xin, 1)
    reviewed(stage, "退回修改", "声音可以再大些")
    called = stage.last(stage.group)
    assert "有回音了" in called.text
    assert "收音" not in called.text
    stage.xin.start("reviewed-1")
    stage.play()
    assert "声音可以再大些" in stage.last(stage.xin).text
    assert len(stage.said(stage.group)) == 2
    stage.lin.start("reviewed-1")
    stage.play()
    assert "还没有给你的反馈" in stage.last(stage.lin).text


def test_what_waits_too_long_is_listed_once_a_day(stage: Stage) -> None:
    published(stage)
    stage.advance(60)
    handed_in(stage, stage.lin, 1)
    stage.advance(23 * HOUR_S)
    assert not any("等了超过" in text for text in stage.said(stage.staff))
    for _ in range(4):
        stage.advance(2 * HOUR_S)
    [first] = [message.id for message in stage.messages(stage.staff) if "等了超过 24 小时" in message.text]
    for _ in range(12):
        stage.advance(2 * HOUR_S)
    [second] = [message.id for message in stage.messages(stage.staff) if "等了超过 24 小时" in message.text]
    assert second > first, "the new list takes the place of the old one"


def test_reviewers_can_ask_what_waits(stage: Stage) -> None:
    published(stage)
    stage.mo.say(stage.staff, "审核")
    stage.play()
    assert "都审完了" in stage.last(stage.staff).text
    handed_in(stage, stage.lin, 1)
    stage.mo.say(stage.staff, "/reviews")
    stage.play()
    assert "1 转场练习" in stage.last(stage.staff).text
    assert "林晓" in stage.last(stage.staff).text, "staff read whose work waits"


def test_without_a_staff_group_work_waits_until_there_is_one(stage: Stage) -> None:
    published(stage)
    stage.advance(60)
    stage.do(lambda tx: tx.run("UPDATE chat_group SET active = 0 WHERE part = 'staff'"))
    handed_in(stage, stage.lin, 1)
    stage.advance(60)
    assert stage.messages(stage.staff) == []
    stage.do(lambda tx: tx.run("UPDATE chat_group SET active = 1 WHERE part = 'staff'"))
    stage.advance(60)
    assert "转场练习" in card(stage).text


def test_a_work_at_the_edge_of_its_theme_has_a_kind_hint_and_one_of_steps_has_none(stage: Stage) -> None:
    hint = "再往主题靠一靠"
    handed_in(stage, stage.lin, published(stage))
    stage.press(stage.rui, card(stage), "我来看")
    assert hint not in labels(card(stage))
    handed_in(stage, stage.zhou, published(stage, THEME), photo=b"theme")
    reviewed(stage, "退回修改", hint)
    assert hint in stage.last(stage.zhou).text and "再打磨一下" in stage.last(stage.zhou).text
