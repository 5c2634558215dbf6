"""What waits for a decision, and what happens to its people meanwhile: played thing by thing, as tests/waiting.py says.

Nobody decides about themselves, whatever they have become since; nothing is given to who is not there; who was
forgotten stops nobody's work.
"""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from rules.honour.core import Door, entrance
from rules.people import Role
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members
from tests.databases import rows
from tests.handlers.daily.asking import points
from tests.handlers.daily.test_feature import featured, found
from tests.handlers.fairness.test_feedback import card as ticket
from tests.handlers.fairness.test_feedback import decide, write
from tests.handlers.honour.mentoring import cards as signed
from tests.handlers.honour.mentoring import entrusted, mentor_stage, wished
from tests.handlers.honour.test_core_arrival import suspended
from tests.handlers.journey.counselling import core_with, council_stage, says
from tests.handlers.offers.test_attendance import roster, running
from tests.handlers.teams.test_cocreation import answer, brief, chosen
from tests.handlers.test_not_here import gone
from tests.handlers.works.desk import handed_in, published
from tests.stage import Stage

OWN = "自己的事不能自己经手"
GONE, PAUSED = "已经不在我们的群里了", "正在暂停期"
DAY_S = 86_400


def given(stage: Stage, person: Person, role: Role) -> None:
    """They are entrusted with that role."""
    member = stage.member(person).id
    stage.do(lambda tx: members.give_role(tx, member, role, None, int(stage.clock.now())))


# Becoming one of those who decide ---------------------------------------------------------------------------------


class Own(NamedTuple):
    """Something of somebody's own that waits for the team: the card, whose it is, and what decides it."""

    stage: Stage
    person: Person
    card: Message
    label: str


def own_ticket() -> Own:
    stage = Stage()
    write(stage, stage.lin, "后排出风口希望能单独关")
    return Own(stage, stage.lin, ticket(stage, 1), "采纳")


def said_with_others() -> Own:
    """What two have said is one ticket now."""
    stage = Stage()
    write(stage, stage.zhou, "后排出风口希望能单独关")
    write(stage, stage.lin, "后排的风能不能关")
    decide(stage, 2, "合并到…", "1")
    return Own(stage, stage.lin, ticket(stage, 1), "采纳")


def own_message() -> Own:
    stage = Stage()
    word = stage.lin.say(stage.group, "这么简单都不会？")
    stage.zhou.say(stage.group, "/report 说话难听", reply_to=word)
    stage.play()
    return Own(stage, stage.lin, stage.last(stage.staff), "处理好了")


@pytest.mark.parametrize("begin", [own_ticket, said_with_others, own_message])
def test_who_is_of_the_team_by_now_does_not_decide_what_was_theirs(begin: Callable[[], Own]) -> None:
    stage, person, card, label = begin()
    given(stage, person, Role.MODERATOR)
    person.join(stage.staff)
    stage.play()
    assert OWN in stage.press(person, card, label)
    assert label in [button.text for row in card.buttons for button in row]
    assert OWN not in stage.press(stage.owner, card, label)


def test_nobody_of_the_team_ticks_their_own_name_on_the_list_of_an_event(stage: Stage) -> None:
    running(stage, stage.lin, stage.mo)
    shown = roster(stage)
    assert OWN in stage.press(stage.mo, shown, "莫莫")  # type: ignore[arg-type]
    assert "+5 分" in stage.press(stage.mo, shown, "林晓")  # type: ignore[arg-type]
    assert (points(stage, stage.mo), points(stage, stage.lin)) == (0, 5)


def test_who_joined_the_team_since_they_answered_wins_no_prize(stage: Stage) -> None:
    brief(stage)
    answer(stage, stage.zhou, "停车时让车头朝东，太阳出来先照到方向盘。")
    stage.advance(7.1 * DAY_S)
    given(stage, stage.zhou, Role.REVIEWER)
    chosen(stage, "周舟", "给独创奖", "没有人想到用停车的方向。")
    assert points(stage, stage.zhou) == 0
    assert rows(stage.connection, "SELECT won_at FROM cocreation_answer")[0].won_at is None
    assert not any("独创奖" in text for text in stage.said(stage.zhou))


# Leaving, being suspended -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("meanwhile", [gone, suspended])
def test_what_is_featured_of_one_who_is_not_there_is_thanked_for_and_pays_nothing(
    stage: Stage, meanwhile: Callable[[Stage, Person], None]
) -> None:
    message = found(stage)
    meanwhile(stage, stage.lin)
    featured(stage, message)
    assert points(stage, stage.lin) == 0 and "林晓" in stage.said(stage.group)[-1]


@pytest.mark.parametrize(("meanwhile", "why"), [(gone, GONE), (suspended, PAUSED)])
def test_no_mentor_is_asked_for_a_newcomer_who_is_not_there(
    meanwhile: Callable[[Stage, Person], None], why: str
) -> None:
    stage = mentor_stage()
    entrusted(stage, stage.zhou)
    wished(stage, stage.xin)
    [card] = signed(stage, "🌱")
    meanwhile(stage, stage.xin)
    assert why in stage.press(stage.owner, card, "请 周舟")
    assert rows(stage.connection, "SELECT state FROM mentoring")[0].state == "waiting"


@pytest.mark.parametrize(("meanwhile", "why"), [(gone, GONE), (suspended, PAUSED)])
@pytest.mark.parametrize("office", ["导师", "顾问委员"])
def test_no_honour_with_duties_is_given_to_who_is_not_there(
    stage: Stage, meanwhile: Callable[[Stage, Person], None], why: str, office: str
) -> None:
    meanwhile(stage, stage.lin)
    stage.owner.say(stage.staff, f"/appoint @lin {office}")
    stage.play()
    assert why in said_to(stage, stage.owner)
    member = stage.member(stage.lin).id
    assert not stage.do(lambda tx: members.roles(tx, member))


def test_nobody_joins_the_team_while_a_sanction_pauses_them_and_who_is_in_no_group_may(stage: Stage) -> None:
    suspended(stage, stage.lin)
    stage.owner.say(stage.staff, "/appoint @lin 版主")
    stage.play()
    assert PAUSED in said_to(stage, stage.owner)
    gone(stage, stage.zhou)
    stage.owner.say(stage.staff, "/appoint @zhou 版主")
    stage.play()
    assert PAUSED not in said_to(stage, stage.owner) and GONE not in said_to(stage, stage.owner)
    zhou = stage.member(stage.zhou).id
    assert Role.MODERATOR in stage.do(lambda tx: members.roles(tx, zhou))


@pytest.mark.parametrize("handed_in_before", [False, True])
def test_a_place_in_a_challenge_is_free_again_once_who_took_it_has_left_unless_they_handed_in(
    stage: Stage, *, handed_in_before: bool
) -> None:
    published(stage)
    stage.do(lambda tx: tx.run("UPDATE challenge SET places = 1"))
    joins(stage, stage.lin)
    if handed_in_before:
        handed_in(stage, stage.lin, 1)
    gone(stage, stage.lin)
    stage.advance(660)
    assert rows(stage.connection, "SELECT joined FROM challenge")[0].joined == handed_in_before
    joins(stage, stage.zhou)
    assert len(rows(stage.connection, "SELECT 1 AS one FROM challenge_member")) == 1
    zhou = stage.member(stage.zhou).id
    mine = rows(stage.connection, f"SELECT 1 AS one FROM challenge_member WHERE member = {zhou}")
    assert bool(mine) is not handed_in_before


def joins(stage: Stage, person: Person) -> None:
    """They take a place, if there is one."""
    person.say(stage.world.private(person), "/challenge 1")
    stage.play()
    labels = [button.text for row in stage.last(person).buttons for button in row]
    if "参加" in labels:
        stage.press(person, stage.last(person), "参加")


def test_nobody_who_is_suspended_comes_into_the_core_group_by_an_office(stage: Stage) -> None:
    given(stage, stage.lin, Role.MENTOR)
    suspended(stage, stage.lin)
    lin, mentors = stage.member(stage.lin), frozenset({Role.MENTOR})
    now = stage.occasion().now
    assert entrance(lin, mentors, stage.programme, now).door is Door.SUSPENDED
    assert entrance(lin, mentors, stage.programme, now + 4 * DAY_S).open
    assert entrance(lin, frozenset({Role.REVIEWER}), stage.programme, now).open


def said_to(stage: Stage, person: Person) -> str:
    """What the person alone was told last in the staff group, or everybody there."""
    alone = [message for (reader, _), message in stage.staff.ephemeral.items() if reader == person.id]
    return alone[-1].text if alone else stage.last(stage.staff).text


def test_who_has_left_may_still_say_no_to_a_seat_of_the_council() -> None:
    stage = council_stage(seats=2)
    core_with(stage, stage.zhou)
    says(stage, stage.mo, "/seat @lin")
    gone(stage, stage.lin)
    offer = stage.last(stage.lin)
    stage.press(stage.lin, offer, "我愿意")
    assert rows(stage.connection, "SELECT state FROM council_invitation")[0].state == "open"
    stage.press(stage.lin, offer, "这次先不了")
    assert rows(stage.connection, "SELECT state FROM council_invitation")[0].state == "declined"
