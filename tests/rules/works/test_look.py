"""When a draft may be shown before it is handed in."""

import pytest

from rules.refusals import Refusal
from rules.works.challenge import Brief, Challenge, ChallengeKind, ChallengeOver, SkillTrack
from rules.works.look import LooksUsed, LookWaits, NoFirstLook, require_look

ENDS = 60_000


def challenge(kind: ChallengeKind = ChallengeKind.FRAMEWORK) -> Challenge:
    """One that ends at ENDS."""
    return Challenge(12, Brief("秋天的车", kind, SkillTrack.PHOTO, 30, ENDS), 1, 0, 0)


def refused(asked: int = 0, most: int = 3, now: int = 0, *, waits: bool = False) -> type[Refusal] | None:
    """How asking is refused for a theme."""
    try:
        require_look(challenge(), asked, most, now, waits=waits)
    except Refusal as refusal:
        return type(refusal)
    return None


def test_looks_are_counted_for_each_challenge_and_one_waits_at_a_time() -> None:
    assert refused() is None
    assert refused(2) is None
    assert refused(3) is LooksUsed
    assert refused(1, waits=True) is LookWaits
    assert refused(most=0) is NoFirstLook
    assert refused(now=2 * ENDS) is ChallengeOver


@pytest.mark.parametrize("kind", [ChallengeKind.STANDARD, ChallengeKind.OPEN])
def test_steps_need_no_look_and_a_plan_is_talked_about_anyway(kind: ChallengeKind) -> None:
    with pytest.raises(NoFirstLook):
        require_look(challenge(kind), 0, 3, 0, waits=False)
