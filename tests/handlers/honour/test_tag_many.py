"""Another title for two thousand members: a few a minute, and no message waits for it."""

import sys

import pytest

from rules.rights import Right
from sandbox.world.members import Membership
from storage import members, tags
from storage.engine.tx import Tx
from tests.databases import rows
from tests.handlers.honour.test_tag import MINUTE, allow, renamed
from tests.stage import Stage

CROWD = 2_000


def crowded(stage: Stage) -> None:
    """Two thousand who have a title that everybody sees."""
    people = [stage.world.person(f"车友{number}") for number in range(CROWD)]
    stage.group.members |= {person.id: Membership(person) for person in people}
    group, now = stage.community().id, int(stage.clock.now())

    def settled(tx: Tx) -> None:
        for person in people:
            member = members.remember(tx, person.id, person.name, None, "zh", now).id
            members.came_to(tx, group, member, now)
            tx.run("UPDATE member SET level = 'active' WHERE id = :member", member=member)
            tags.asked_for(tx, group, member, "活跃车友", now)

    stage.do(settled)


@pytest.mark.slow
def test_two_thousand_get_another_title_within_three_hours_and_a_call_is_answered_at_once(stage: Stage) -> None:
    allow(stage, {Right.TAGS})
    stage.advance(MINUTE)
    crowded(stage)
    stage.restart(renamed(active="热心车友"))
    per_minute, minutes_ = stage.programme.tags.per_minute, 0
    while waiting(stage):
        before = shown(stage)
        if minutes_ == 30:
            stage.lin.say(stage.group, "/streak")
            stage.play()
            assert "签到" in stage.whispers(stage.lin)[-1].text
        stage.advance(MINUTE)
        minutes_ += 1
        assert shown(stage) - before <= per_minute
        assert minutes_ < 200
    stage.advance(MINUTE)
    sys.stdout.write(f"{CROWD} tags in {minutes_} minutes, {per_minute} a minute at most\n")
    assert shown(stage) >= CROWD
    assert minutes_ <= 175


def waiting(stage: Stage) -> int:
    """How many are still to be looked at, or on their way."""
    [(many,)] = rows(stage.connection, "SELECT count(*) FROM membership WHERE tag_due > 0")
    return int(many)


def shown(stage: Stage) -> int:
    """How many the group shows by their new title."""
    return sum(one.tag == "热心车友" for one in stage.group.members.values())
