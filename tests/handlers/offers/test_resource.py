"""Resources: made, applied for, granted, handed over, back again; who may apply, and what was made with one."""

from actions.operations import audit
from tests.handlers.offers.resourcing import DAY_S, PURPOSE, applied, detail, granted, handed, offered, state, taken
from tests.handlers.works.desk import confirmed, labels, published, reviewed, written
from tests.stage import Stage


def clean(stage: Stage) -> None:
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems


def test_a_camera_goes_the_whole_way(stage: Stage) -> None:
    offered(stage)
    assert "微单相机" in stage.last(stage.group).text
    assert "星光路" not in stage.last(stage.group).text
    assert "星光路" not in detail(stage, stage.lin).text
    card = applied(stage, stage.lin)
    assert PURPOSE in card.text and "还有 1 件" in card.text
    assert "给版主看了" in stage.last(stage.lin).text
    assert taken(stage) == 0
    granted(stage, card, "哪天：明天 15:00\n留言：带上身份证")
    told = stage.last(stage.lin)
    assert "11月17日 15:00" in told.text and "带上身份证" in told.text and "星光路 8 号前台" in told.text
    assert taken(stage) == 1
    assert "11月30日还回来" in stage.press(stage.lin, told, "拿到了")
    assert "在 TA 手上" in card.text
    written(stage, stage.mo, card, "还回来了", "完好，少一块电池")
    assert "少一块电池" in stage.last(stage.lin).text
    assert state(stage, stage.lin) == "returned"
    assert taken(stage) == 0
    assert labels(card) == []
    clean(stage)


def test_the_last_piece_is_granted_once_whichever_card_comes_first(stage: Stage) -> None:
    offered(stage)
    one, other = applied(stage, stage.lin), applied(stage, stage.zhou)
    stage.press(stage.mo, one, "答应")
    stage.press(stage.owner, other, "答应")
    for person in (stage.mo, stage.owner):
        person.say(stage.world.private(person), "哪天：明天")
    stage.play()
    assert taken(stage) == 0
    stage.sends(stage.mo)
    assert "一件都不剩" in stage.press(stage.owner, stage.last(stage.owner), "就这么发")
    assert state(stage, stage.lin) == "granted"
    assert state(stage, stage.zhou) == "waiting"
    assert taken(stage) == 1
    clean(stage)


def test_not_this_time_is_said_with_its_reason_and_one_may_apply_again(stage: Stage) -> None:
    offered(stage)
    card = applied(stage, stage.lin)
    written(stage, stage.mo, card, "这次不行", "这个月要拍新车，排满了")
    assert "排满了" in stage.last(stage.lin).text
    assert "排满了" in card.text and labels(card) == []
    assert "上次没能给你" in detail(stage, stage.lin).text
    applied(stage, stage.lin)
    assert state(stage, stage.lin) == "waiting"


def test_a_purpose_says_something(stage: Stage) -> None:
    offered(stage)
    written(stage, stage.lin, detail(stage, stage.lin), "申请", "好的")
    assert state(stage, stage.lin) is None
    stage.lin.say(stage.world.private(stage.lin), "想拍车")
    stage.play()
    assert "多说两句" in stage.last(stage.lin).text
    stage.lin.say(stage.world.private(stage.lin), "拍" * 301)
    stage.play()
    assert state(stage, stage.lin) is None
    stage.lin.say(stage.world.private(stage.lin), PURPOSE)
    stage.play()
    stage.sends(stage.lin)
    assert state(stage, stage.lin) == "waiting"


def test_one_application_at_a_time(stage: Stage) -> None:
    offered(stage)
    opened = detail(stage, stage.lin)
    applied(stage, stage.lin)
    assert "已经申请过" in stage.press(stage.lin, opened, "申请")
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM resource_application")) == 1


def test_who_may_apply_is_said_and_held(stage: Stage) -> None:
    offered(stage, "等级：资深玩家", "资格：命题", "赛道：视频")
    shown = detail(stage, stage.lin)
    assert "还差：升到“资深玩家”（见 /levels）、命题资格（见 /trust）、一件通过的视频作品" in shown.text
    assert "申请" not in labels(shown)
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: tx.run("UPDATE member SET level = 'senior' WHERE id = :lin", lin=lin))
    assert "还差：命题资格（见 /trust）、一件" in detail(stage, stage.lin).text


def test_the_list_begins_with_what_one_may_apply_for(stage: Stage) -> None:
    offered(stage)
    offered(stage, "标题：官方拍摄", "类型：名额", "等级：资深玩家")
    stage.lin.say(stage.world.private(stage.lin), "/resources")
    stage.play()
    listed = stage.last(stage.lin)
    assert listed.text.index("微单相机") < listed.text.index("官方拍摄")
    assert "🔒" in listed.text
    stage.press(stage.lin, listed, "1. 微单相机")
    assert "申请" in labels(listed)


def test_a_place_is_for_a_day_and_material_comes_at_once(stage: Stage) -> None:
    offered(stage, "标题：官方拍摄", "类型：名额")
    offered(stage, "标题：技术白皮书", "类型：资料", "数量：", "地点：https://example.com/paper")
    granted(stage, applied(stage, stage.lin, number=1))
    stage.press(stage.lin, stage.last(stage.lin), "去过了")
    assert state(stage, stage.lin) == "used"
    assert taken(stage, 1) == 1
    card = applied(stage, stage.zhou, number=2)
    stage.press(stage.mo, card, "答应")
    assert "example.com/paper" in stage.last(stage.zhou).text
    assert state(stage, stage.zhou) == "used"
    clean(stage)


def test_staff_hand_over_and_what_is_lost_or_left_touches_no_points(stage: Stage) -> None:
    offered(stage, "数量：2")
    before = stage.do(lambda tx: tx.value("SELECT count(*) FROM transfer"))
    for person, label, words in ((stage.lin, "丢了或坏了", "掉水里了"), (stage.zhou, "留给 TA", "旧款不用还")):
        card = applied(stage, person)
        granted(stage, card)
        stage.press(stage.mo, card, "已经给 TA 了")
        assert "交到你手上" in stage.last(person).text
        written(stage, stage.mo, card, label, words)
        assert words in stage.last(person).text
    assert "积分和等级都不受影响" in stage.said(stage.lin)[-1]
    assert taken(stage) == 2, "neither can be lent again"
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM transfer")) == before
    clean(stage)


def test_a_few_days_longer_is_asked_and_answered(stage: Stage) -> None:
    offered(stage)
    card = handed(stage, stage.lin)
    due = stage.do(lambda tx: tx.value("SELECT due FROM resource_application"))
    written(stage, stage.lin, detail(stage, stage.lin), "想多用几天", "多几天")
    assert "先写几天" in stage.last(stage.lin).text
    stage.lin.say(stage.world.private(stage.lin), "5天 还差两个夜景镜头")
    stage.play()
    stage.sends(stage.lin)
    assert "想多用 5 天：还差两个夜景镜头" in card.text
    assert "有新动静" in stage.last(stage.staff).text
    stage.press(stage.mo, card, "可以再用 5 天")
    assert "可以多用几天" in stage.last(stage.lin).text
    assert stage.do(lambda tx: tx.value("SELECT due FROM resource_application")) == due + 5 * DAY_S
    written(stage, stage.lin, detail(stage, stage.lin), "想多用几天", "9天 再拍一次雪")
    written(stage, stage.mo, card, "不能再延", "下一位等着用")
    assert "下一位等着用" in stage.last(stage.lin).text
    assert stage.do(lambda tx: tx.value("SELECT due FROM resource_application")) == due + 5 * DAY_S


def test_reminded_two_days_before_in_the_evening_and_asked_once_when_it_is_late(stage: Stage) -> None:
    offered(stage)
    card = handed(stage, stage.lin)
    before = len(stage.said(stage.lin))
    for _ in range(11):
        stage.evening()
    assert "微单相机" not in "".join(stage.said(stage.lin)[before:])
    stage.evening()
    stage.evening()
    assert [text for text in stage.said(stage.lin)[before:] if "说好" in text] == [stage.said(stage.lin)[-1]]
    late = len(stage.said(stage.lin))
    for _ in range(4):
        stage.evening()
    told = [text for text in stage.said(stage.lin)[late:] if "微单相机" in text]
    assert len(told) == 1 and "是不是忙忘了" in told[0]
    listed = [message for message in stage.messages(stage.staff) if "借出去该还的" in message.text]
    assert listed and "林晓" in listed[-1].text
    [asked] = [label for label in labels(listed[-1]) if label.endswith("微单相机 · 林晓")]
    stage.press(stage.mo, listed[-1], asked)
    assert "挪到下面" in card.text
    anew = stage.last(stage.staff)
    written(stage, stage.mo, anew, "还回来了", "完好")
    assert state(stage, stage.lin) == "returned"


def test_what_nobody_answers_is_shown_to_staff(stage: Stage) -> None:
    offered(stage)
    applied(stage, stage.lin)
    stage.advance(4 * DAY_S)
    assert any("等着答复" in text and "林晓" in text for text in stage.said(stage.staff))


def test_staff_see_who_has_what(stage: Stage) -> None:
    offered(stage, "数量：2")
    handed(stage, stage.lin)
    applied(stage, stage.zhou)
    stage.mo.say(stage.staff, "/resources")
    stage.play()
    shown = stage.last(stage.staff)
    assert "林晓" in shown.text and "周舟" in shown.text and "等着答复" in shown.text


def test_whoever_does_not_need_it_any_more_frees_it(stage: Stage) -> None:
    offered(stage)
    card = applied(stage, stage.lin)
    granted(stage, card)
    told = stage.last(stage.lin)
    stage.press(stage.lin, told, "不用了")
    stage.press(stage.lin, told, "确认不用了")
    assert state(stage, stage.lin) == "withdrawn"
    assert taken(stage) == 0
    assert "TA 不用了" in card.text
    clean(stage)


def test_what_changes_is_told_to_whom_it_matters(stage: Stage) -> None:
    offered(stage, "数量：2")
    applied(stage, stage.zhou)
    granted(stage, applied(stage, stage.lin))
    zhou = len(stage.said(stage.zhou))
    stage.mo.say(stage.world.private(stage.mo), "/editresource 1 地点：星光路 9 号")
    stage.play()
    preview = stage.last(stage.mo)
    assert "星光路 9 号" in preview.text
    stage.press(stage.mo, preview, "保存修改")
    assert "地点改了" in stage.last(stage.lin).text
    stage.mo.say(stage.world.private(stage.mo), "/editresource 1 借几天：7")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    assert len(stage.said(stage.zhou)) == zhou, "it waits for the evening"
    stage.evening()
    assert "一次借几天：14 → 7" in stage.last(stage.zhou).text
    stage.mo.say(stage.world.private(stage.mo), "/editresource 1 数量：1")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    assert labels(applied(stage, stage.he)) == ["这次不行"], "the only piece is granted"


def test_who_is_suspended_applies_for_nothing_but_brings_back(stage: Stage) -> None:
    offered(stage, "数量：2")
    card = handed(stage, stage.lin)
    offered(stage, "标题：三脚架")
    lin, until = stage.member(stage.lin).id, int(stage.clock.now()) + 30 * DAY_S
    stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = :u WHERE id = :lin", u=until, lin=lin))
    opened = detail(stage, stage.lin, 2)
    assert "暂停" in stage.press(stage.lin, opened, "申请")
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM resource_application")) == 1
    written(stage, stage.mo, card, "还回来了", "完好")
    assert state(stage, stage.lin) == "returned"


def test_what_was_made_with_it_is_linked_and_shown(stage: Stage) -> None:
    offered(stage)
    card = handed(stage, stage.lin)
    published(stage)
    private = stage.world.private(stage.lin)
    stage.lin.say(private, "/submit 1")
    stage.play()
    stage.lin.send(private, photo=b"work", caption="雨夜的路口")
    stage.play()
    done = confirmed(stage, stage.lin)
    assert "用了“微单相机”" in labels(done)
    stage.press(stage.lin, done, "用了“微单相机”")
    assert "用它做了 1 件作品" in card.text
    assert "用它做出来的" not in detail(stage, stage.zhou).text
    reviewed(stage, "通过", "节奏舒服")
    assert "· 转场练习" in detail(stage, stage.zhou).text
    written(stage, stage.mo, card, "还回来了", "完好")
    again = applied(stage, stage.lin)
    assert "转场练习（微单相机）" in again.text


def test_closing_tells_whoever_waits(stage: Stage) -> None:
    offered(stage)
    card = applied(stage, stage.lin)
    stage.mo.start("resource-1")
    stage.play()
    written(stage, stage.mo, stage.last(stage.mo), "不再接受申请", "相机送修了")
    assert "相机送修了" in stage.last(stage.lin).text
    assert "相机送修了" in card.text
    assert "申请已经截止" in detail(stage, stage.zhou).text


def test_nobody_forgotten_has_something_of_ours(stage: Stage) -> None:
    offered(stage, "数量：2")
    handed(stage, stage.lin)
    granted(stage, applied(stage, stage.zhou))
    for person in (stage.lin, stage.zhou):
        person.say(stage.world.private(person), "/forgetme")
        stage.play()
    assert "“微单相机”还在你手上" in stage.last(stage.lin).text
    assert "微单相机" not in stage.last(stage.zhou).text
