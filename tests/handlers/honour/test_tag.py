"""The title beside a member's name: set, changed, taken away, refused."""

from itertools import pairwise

import pytest

from rules.people import Role
from rules.programme.levels import LADDER, Levels
from rules.programme.programme import Programme
from rules.programme.tags import Tags
from rules.programme.wording import Wording
from rules.rights import BotStanding, Right, Rights
from rules.values import replace
from sandbox.world.chats import Chat
from sandbox.world.people import Person
from storage import members, rights
from tests.handlers.honour.test_me import pay
from tests.stage import Stage

MINUTE, DAY = 60, 86_400


@pytest.fixture
def tagged(stage: Stage) -> Stage:
    """The bot may set tags in the group, and has looked at everybody once."""
    allow(stage, {Right.TAGS})
    stage.advance(MINUTE)
    return stage


def allow(stage: Stage, held: set[Right]) -> None:
    told = Rights(stage.community().id, int(stage.clock.now()), BotStanding.ADMINISTRATOR, frozenset(held))
    stage.do(lambda tx: rights.note(tx, told))


def tag(stage: Stage, person: Person, chat: Chat | None = None) -> str:
    standing = (chat or stage.group).member(person.id)
    assert standing is not None
    return standing.tag


def minutes(stage: Stage, n: int = 2) -> None:
    for _ in range(n):
        stage.advance(MINUTE)


def renamed(**titles: str) -> Programme:
    return Programme(levels=Levels(replace(one, title=Wording(titles.get(one.key, one.title))) for one in LADDER))


def test_who_climbs_has_the_title_beside_their_name_within_minutes_and_nobody_else(tagged: Stage) -> None:
    pay(tagged, tagged.lin, 60)
    minutes(tagged)
    assert (tag(tagged, tagged.lin), tag(tagged, tagged.zhou)) == ("活跃车友", "")
    pay(tagged, tagged.lin, 300)
    minutes(tagged)
    assert tag(tagged, tagged.lin) == "资深玩家"


def test_who_leaves_and_comes_back_is_called_by_their_title_again(tagged: Stage) -> None:
    pay(tagged, tagged.lin, 60)
    minutes(tagged)
    tagged.lin.leave(tagged.group)
    tagged.play()
    tagged.lin.join(tagged.group)
    tagged.play()
    minutes(tagged)
    assert tag(tagged, tagged.lin) == "活跃车友"


def test_another_title_is_shown_after_the_next_start(tagged: Stage) -> None:
    pay(tagged, tagged.lin, 60)
    minutes(tagged)
    tagged.restart(renamed(active="热心车友"))
    minutes(tagged)
    assert tag(tagged, tagged.lin) == "热心车友"


def test_an_honour_comes_before_the_level_the_highest_first_and_goes_with_the_role(tagged: Stage) -> None:
    pay(tagged, tagged.lin, 60)
    lin = tagged.member(tagged.lin).id
    for role, shown in ((Role.MENTOR, "导师"), (Role.COUNCIL, "顾问委员")):
        tagged.do(lambda tx, role=role: members.give_role(tx, lin, role, None, 1))  # type: ignore[misc]
        minutes(tagged)
        assert tag(tagged, tagged.lin) == shown
    for role in (Role.COUNCIL, Role.MENTOR):
        tagged.do(lambda tx, role=role: members.take_role(tx, lin, role))  # type: ignore[misc]
    minutes(tagged)
    assert tag(tagged, tagged.lin) == "活跃车友"


def test_who_wants_none_of_ours_loses_it_keeps_their_own_and_may_have_it_back(tagged: Stage) -> None:
    pay(tagged, tagged.lin, 60)
    minutes(tagged)
    tagged.lin.say(tagged.world.private(tagged.lin), "/tag off")
    tagged.play()
    assert "不再显示头衔" in tagged.last(tagged.lin).text
    minutes(tagged)
    assert tag(tagged, tagged.lin) == ""
    pay(tagged, tagged.lin, 300)
    minutes(tagged)
    assert tag(tagged, tagged.lin) == ""
    tagged.press(tagged.lin, tagged.last(tagged.lin), "显示头衔")
    minutes(tagged)
    assert tag(tagged, tagged.lin) == "资深玩家"


def test_a_title_is_earned_and_not_chosen(tagged: Stage) -> None:
    private = tagged.world.private(tagged.lin)
    tagged.lin.say(private, "/tag 摄影师")
    tagged.play()
    assert "自己取不了" in tagged.last(tagged.lin).text and "/tag off" in tagged.last(tagged.lin).text
    tagged.lin.say(private, "/tag")
    tagged.play()
    assert "群管理员除外" in tagged.last(tagged.lin).text


def test_admins_are_skipped_and_staff_hear_nothing_of_it(tagged: Stage) -> None:
    pay(tagged, tagged.lin, 60)
    tagged.world.promote(tagged.group, tagged.lin)
    tagged.play()
    before = len(tagged.said(tagged.staff))
    minutes(tagged)
    assert tag(tagged, tagged.lin) == ""
    assert len(tagged.said(tagged.staff)) == before


def test_without_the_right_nothing_is_asked_for_and_it_is_made_up_for_once_there_is(stage: Stage) -> None:
    allow(stage, {Right.DELETE})
    pay(stage, stage.lin, 60)
    minutes(stage)
    assert tag(stage, stage.lin) == ""
    stage.lin.say(stage.world.private(stage.lin), "/tag")
    stage.play()
    assert "还没有设标签的权限" in stage.last(stage.lin).text
    allow(stage, {Right.TAGS})
    minutes(stage)
    assert tag(stage, stage.lin) == "活跃车友"


def test_what_was_changed_by_others_is_put_right_in_the_night(tagged: Stage) -> None:
    pay(tagged, tagged.lin, 60)
    minutes(tagged)
    standing = tagged.group.member(tagged.lin.id)
    assert standing is not None
    standing.tag = "别的"
    tagged.advance(8 * DAY)
    minutes(tagged)
    assert tag(tagged, tagged.lin) == "活跃车友"


def test_a_tag_that_was_never_ours_stays_with_one_who_has_no_title_yet(tagged: Stage) -> None:
    tagged.group.permissions |= {"can_edit_tag"}
    tagged.zhou.retag(tagged.group, "周老板")
    tagged.play()
    for _ in range(3):
        tagged.advance(8 * DAY)
        minutes(tagged)
    assert tag(tagged, tagged.zhou) == "周老板"


def test_a_changed_title_goes_to_everybody_at_no_more_than_the_declared_pace(tagged: Stage) -> None:
    crowd = [tagged.world.person(f"人{n}", username=f"p{n}") for n in range(40)]
    for one in crowd:
        one.join(tagged.group)
    tagged.play()
    for one in crowd:
        pay(tagged, one, 60)
    minutes(tagged, 5)
    assert all(tag(tagged, one) == "活跃车友" for one in crowd)
    tagged.restart(replace(renamed(active="热心车友"), tags=Tags(per_minute=12)))
    shown = []
    for _ in range(4):
        tagged.advance(MINUTE)
        tagged.play()
        shown.append(sum(tag(tagged, one) == "热心车友" for one in crowd))
    steps = [after - before for before, after in pairwise(shown)]
    assert max(steps) <= 12
    tagged.advance(MINUTE)
    assert all(tag(tagged, one) == "热心车友" for one in crowd)
