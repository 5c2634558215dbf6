"""Thanks that give no credit, or less: probation, limits, who may give and who receive."""

from sandbox.world.people import Person
from storage import members, outcomes
from tests.handlers.daily.thanking import DAY_S, helped, told
from tests.stage import Stage
from tests.talking import talked


def points(stage: Stage, person: Person) -> int:
    """Lifetime contribution."""
    return stage.member(person).contribution


def test_channels_anonymous_admins_and_forwards_earn_nothing(stage: Stage) -> None:
    stage.world.link(stage.channel, stage.group)
    post = stage.world.channel_post(stage.channel, "新版本来了")
    echo = next(m for m in stage.world.messages(stage.group) if m.text == post.text)
    anonymous = stage.world.anonymous_admin(stage.group).say(stage.group, "请看置顶")
    original = stage.he.say(stage.group, "原话")
    forwarded = stage.zhou.forward(original, stage.group)
    stage.play()
    for message in (echo, anonymous, forwarded):
        stage.lin.say(stage.group, "谢谢", reply_to=message)
    stage.he.react(forwarded, "❤")
    stage.play()
    assert [points(stage, person) for person in stage.everyone] == [0] * len(stage.everyone)
    channel, nobody, passed_on = told(stage, stage.lin)
    assert "频道" in channel and "匿名" in nobody and "转发" in passed_on


def test_a_newcomer_is_shown_the_covenant_first_then_probation(stage: Stage) -> None:
    message = helped(stage)
    stage.xin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    [first] = stage.whispers(stage.xin)
    assert "同意公约" in first.text
    stage.press(stage.xin, first, "我同意")
    stage.xin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    assert "进群满 7 天" in told(stage, stage.xin)[-1]
    assert points(stage, stage.zhou) == 0


def test_after_probation_the_same_message_can_be_thanked_for_with_credit(stage: Stage) -> None:
    message = helped(stage)
    stage.xin.react(message, "❤")
    stage.play()
    xin = stage.member(stage.xin).id
    stage.do(lambda tx: members.agree(tx, xin, 1, int(stage.clock.now())))
    group = stage.community().id
    stage.do(lambda tx: talked(tx, group, xin, 20, int(stage.clock.now())))
    stage.advance(7 * DAY_S)
    stage.xin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    assert points(stage, stage.zhou) == 4


def test_a_giver_has_five_credited_thanks_a_day_and_new_ones_tomorrow(stage: Stage) -> None:
    helpers = [stage.zhou, stage.he, stage.mo, stage.rui, stage.owner]
    for helper in helpers:
        stage.lin.react(helped(stage, helper), "❤")
    stage.play()
    assert [points(stage, helper) for helper in helpers] == [4] * 5
    stage.advance(60)
    one_more = helped(stage)
    stage.lin.say(stage.group, "谢谢", reply_to=one_more)
    stage.play()
    assert "5 次" in told(stage, stage.lin)[-1]
    stage.lin.say(stage.world.private(stage.lin), "/why")
    stage.play()
    assert "明天 04:00 起重新算" in stage.last(stage.lin).text
    stage.advance(DAY_S)
    stage.lin.say(stage.group, "谢谢", reply_to=one_more)
    stage.play()
    assert points(stage, stage.zhou) == 4 + 2


def test_the_same_two_wear_out_within_thirty_days(stage: Stage) -> None:
    paid = []
    for _ in range(5):
        before = points(stage, stage.zhou)
        stage.lin.say(stage.group, "谢谢", reply_to=helped(stage))
        stage.play()
        paid.append(points(stage, stage.zhou) - before)
        stage.advance(DAY_S)
    assert paid == [4, 2, 1, 0, 0]
    assert any("加满了" in text for text in told(stage, stage.lin))


def test_thanks_that_are_returned_pay_less(stage: Stage) -> None:
    stage.lin.say(stage.group, "谢谢", reply_to=helped(stage))
    stage.play()
    stage.zhou.say(stage.group, "谢谢", reply_to=helped(stage, stage.lin))
    stage.play()
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (4, 2)


def test_two_thanks_to_one_person_in_one_breath_count_once(stage: Stage) -> None:
    first, second = helped(stage), helped(stage)
    stage.lin.say(stage.group, "谢谢", reply_to=first)
    stage.lin.say(stage.group, "谢谢", reply_to=second)
    stage.play()
    assert points(stage, stage.zhou) == 4
    assert "30 秒" in told(stage, stage.lin)[-1]
    stage.advance(31)
    stage.lin.say(stage.group, "谢谢", reply_to=second)
    stage.play()
    assert points(stage, stage.zhou) == 6


def test_who_left_can_not_be_paid(stage: Stage) -> None:
    message = helped(stage)
    stage.zhou.leave(stage.group)
    stage.lin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    assert points(stage, stage.zhou) == 0
    assert "不在群里" in told(stage, stage.lin)[-1]


def test_suspended_members_give_and_receive_nothing(stage: Stage) -> None:
    mine, theirs = helped(stage, stage.lin), helped(stage)
    lin = stage.member(stage.lin).id
    until = int(stage.clock.now()) + DAY_S
    stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = :until WHERE id = :id", id=lin, until=until))
    stage.lin.say(stage.group, "谢谢", reply_to=theirs)
    stage.zhou.say(stage.group, "谢谢", reply_to=mine)
    stage.play()
    assert points(stage, stage.zhou) == points(stage, stage.lin) == 0
    assert "暂停" in told(stage, stage.lin)[-1]
    assert "暂停" not in told(stage, stage.zhou)[-1]


def test_a_silent_reader_of_long_ago_is_on_probation_not_a_stranger(stage: Stage) -> None:
    message = helped(stage)
    xin = stage.member(stage.xin).id
    stage.do(lambda tx: members.agree(tx, xin, 1, 0))
    stage.do(lambda tx: tx.run("DELETE FROM membership WHERE member = :id", id=xin))
    stage.xin.react(message, "❤")
    stage.play()
    [noted] = stage.do(lambda tx: outcomes.latest(tx, xin, 5))
    assert noted.outcome == "thanks/probation"
