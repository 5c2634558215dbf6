"""A topic moderator holds up what helps in their field, by the bot's own right, where the brand allows it."""

from rules.programme.programme import Programme
from rules.programme.topic_moderators import TopicModerators
from rules.rights import BotStanding, Right, Rights
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import rights
from tests.handlers.honour.test_topic_moderator import DAY_S, asked_to
from tests.stage import Stage


def moderated(pins: int = 2) -> Stage:
    """何川 looks after 充电 where so many may be held up."""
    stage = Stage(Programme(topic_moderators=TopicModerators(pins=pins)))
    asked_to(stage)
    return stage


def does(stage: Stage, person: Person, words: str, about: Message) -> str:
    """What they read after these words in reply to that message."""
    before = len(stage.whispers(person))
    person.say(stage.group, words, reply_to=about)
    stage.play()
    return " ".join(one.text for one in stage.whispers(person)[before:])


def pinned(stage: Stage) -> list[str]:
    return [one.text for one in stage.group.pinned]


def tips(stage: Stage, many: int) -> list[Message]:
    return [stage.lin.say(stage.group, f"充电心得 {nth}") for nth in range(1, many + 1)]


def test_they_hold_up_and_let_go_and_the_oldest_makes_room() -> None:
    stage = moderated()
    assert "/pin 置顶" in stage.last(stage.he).text
    first, second, third = tips(stage, 3)
    assert "置顶好了" in does(stage, stage.he, "/pin", first)
    assert "已经置顶了" in does(stage, stage.he, "/pin", first)
    does(stage, stage.he, "置顶这条", second)
    assert pinned(stage) == [first.text, second.text]
    assert "换下来了" in does(stage, stage.he, "/pin", third)
    assert pinned(stage) == [second.text, third.text]
    assert "取下来了" in does(stage, stage.he, "/unpin", third)
    assert pinned(stage) == [second.text]


def test_elsewhere_not_and_what_others_hold_up_stays() -> None:
    stage = moderated()
    (tip,) = tips(stage, 1)
    other = stage.lin.say(stage.group, "胎压打多少？")
    assert "不在你照看的话题里" in does(stage, stage.he, "/pin", other)
    stage.group.pinned.append(tip)
    assert "不是用 /pin 置顶的" in does(stage, stage.he, "/unpin", tip)
    assert pinned(stage) == [tip.text]


def test_where_the_brand_has_not_allowed_it_nobody_pins_and_no_member_ever_does() -> None:
    stage = moderated(pins=0)
    assert "/pin" not in stage.last(stage.he).text
    (tip,) = tips(stage, 1)
    assert "没打开" in does(stage, stage.he, "/pin", tip)
    stage = moderated()
    (tip,) = tips(stage, 1)
    does(stage, stage.lin, "/pin", tip)
    assert pinned(stage) == []


def test_what_telegram_refuses_is_said_to_the_team() -> None:
    stage = moderated()
    (tip,) = tips(stage, 1)
    bot = stage.group.member(stage.world.bot.id)
    assert bot is not None
    bot.rights = bot.rights - {"can_pin_messages"}
    does(stage, stage.he, "/pin", tip)
    assert pinned(stage) == []
    assert any("Telegram 没让" in text for text in stage.said(stage.staff))
    group = stage.community().id
    known = Rights(group, int(stage.world.clock.now()), BotStanding.ADMINISTRATOR, frozenset({Right.DELETE}))
    stage.do(lambda tx: rights.note(tx, known))
    does(stage, stage.he, "/unpin", tip)
    assert "还没有“置顶消息”的权限" in does(stage, stage.he, "/pin", tip)


def test_after_the_term_the_right_is_gone_and_the_team_lets_go() -> None:
    stage = moderated()
    (tip, other) = tips(stage, 2)
    does(stage, stage.he, "/pin", tip)
    asked_to(stage, "/dismiss @he 话题版主")
    does(stage, stage.he, "/pin", other)
    assert pinned(stage) == [tip.text]
    does(stage, stage.owner, "/unpin", tip)
    assert pinned(stage) == []


def test_what_they_held_up_stays_and_the_team_is_told_once_and_lets_all_of_it_go_with_a_tap() -> None:
    stage = moderated()
    first, second = tips(stage, 2)
    for tip in (first, second):
        does(stage, stage.he, "/pin", tip)
    stage.advance(100 * DAY_S)
    left = [one for one in stage.messages(stage.staff) if "还挂着" in one.text]
    assert len(left) == 1 and "2 条" in left[0].text
    assert pinned(stage) == [first.text, second.text]
    stage.press(stage.mo, left[0], "取下这 2 条")
    assert pinned(stage) == [] and "取下来了" in left[0].text


def test_whoever_is_entrusted_anew_keeps_what_they_held_up() -> None:
    stage = moderated()
    (tip,) = tips(stage, 1)
    does(stage, stage.he, "/pin", tip)
    asked_to(stage, "/dismiss @he 话题版主")
    stage.advance(1_200)
    [left] = [one for one in stage.messages(stage.staff) if "还挂着" in one.text]
    asked_to(stage)
    assert "用过或过期了" in stage.press(stage.mo, left, "取下这 1 条")
    assert pinned(stage) == [tip.text]
