"""Members point at what is worth featuring by a reaction; five of them put it before the staff, once."""

import pytest

from rules.programme.discoveries import Discoveries
from rules.programme.programme import Programme
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.daily import picks
from tests.handlers.daily.asking import points
from tests.handlers.fairness.test_sanction import give
from tests.handlers.honour.announcing import crowd
from tests.stage import Stage

PICK = "🤩"


def told(stage: Stage) -> Message:
    """A member tells of something new."""
    message = stage.lin.say(stage.group, "后备箱外放电接上投影，露营地成了电影院")
    stage.play()
    return message


def picked(stage: Stage, message: Message, *people: Person, emoji: str | None = PICK) -> None:
    """They react, and a minute goes by."""
    for person in people:
        person.react(message, emoji)
    stage.play()
    stage.advance(60)


def test_five_members_put_it_before_the_staff_once_and_nobody_else_hears_of_it(stage: Stage) -> None:
    message, people = told(stage), crowd(stage, 6)
    picked(stage, message, *people[:4])
    assert stage.said(stage.staff) == []
    picked(stage, message, people[4])
    [card] = stage.messages(stage.staff)
    assert "好几位" in card.text and "林晓" in card.text and "5" not in card.text.replace("/feature", "")
    picked(stage, message, people[5])
    assert len(stage.messages(stage.staff)) == 1 and stage.said(stage.group) == []


def test_the_author_staff_newcomers_and_who_took_it_back_do_not_count(stage: Stage) -> None:
    message, people = told(stage), crowd(stage, 5)
    picked(stage, message, stage.lin, stage.mo, stage.owner, stage.xin, *people[:4])
    picked(stage, message, people[0], emoji=None)
    picked(stage, message, people[4])
    assert stage.said(stage.staff) == []
    picked(stage, message, people[0])
    assert len(stage.said(stage.staff)) == 1


@pytest.mark.parametrize("leaves", [True, False])
def test_who_is_silenced_or_has_left_meanwhile_does_not_count(stage: Stage, *, leaves: bool) -> None:
    message, people = told(stage), crowd(stage, 6)
    picked(stage, message, *people[:4])
    if leaves:
        people[0].leave(stage.group)
    else:
        written = people[0].say(stage.group, "买车就来找我，价格最低")
        stage.play()
        give(stage, "/mute 2h 刷广告", "禁言 2 小时", written)
    picked(stage, message, people[4])
    assert not any("好几位" in text for text in stage.said(stage.staff))
    picked(stage, message, people[5])
    assert any("好几位" in text for text in stage.said(stage.staff))


def test_featuring_it_settles_the_card_and_so_does_passing_it_over(stage: Stage) -> None:
    first, people = told(stage), crowd(stage, 5)
    picked(stage, first, *people)
    stage.mo.say(stage.group, "/feature 投影也能用外放电", reply_to=first)
    stage.play()
    assert "已经设为精选" in stage.last(stage.staff).text
    second = told(stage)
    picked(stage, second, *people)
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "这次不选")
    assert "这次不选" in card.text and stage.said(stage.lin) == []
    assert points(stage, stage.lin) == 10


def test_what_is_featured_already_is_no_matter_for_the_staff(stage: Stage) -> None:
    message, people = told(stage), crowd(stage, 5)
    stage.mo.say(stage.group, "/feature 投影也能用外放电", reply_to=message)
    picked(stage, message, *people)
    assert stage.said(stage.staff) == []


def test_a_brand_says_with_what_and_by_how_many(stage: Stage) -> None:
    stage.restart(replace(Programme(), discoveries=Discoveries(emoji=("🔥",), picks=2)))
    message = told(stage)
    picked(stage, message, stage.zhou, stage.he)
    assert stage.said(stage.staff) == []
    picked(stage, message, stage.zhou, stage.he, emoji="🔥")
    assert len(stage.said(stage.staff)) == 1


def test_who_picked_what_is_forgotten_after_a_month(stage: Stage) -> None:
    message = told(stage)
    picked(stage, message, stage.zhou)
    later = int(stage.clock.now()) + 1
    assert stage.do(lambda tx: picks.forget(tx, later)) == 1
