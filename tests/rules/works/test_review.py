"""No decision without something specific to say."""

from itertools import product

import pytest

from rules.works.challenge import Brief, ChallengeKind, SkillTrack
from rules.works.review import (
    CHIPS,
    OFF_THEME,
    PLAN_CHIPS,
    Claim,
    Decision,
    RemarkNeeded,
    chips_for,
    praise,
    require_reason,
    toggled,
)
from rules.works.submission import Stage

PHOTO = CHIPS[SkillTrack.PHOTO]
GOOD, BETTER = "strong_composition", "horizon_tilted"


def brief(kind: ChallengeKind, track: SkillTrack = SkillTrack.PHOTO) -> Brief:
    """A challenge of that kind."""
    return Brief("秋天的车", kind, track, 30, 0)


def said(decision: Decision, *chips: str, words: str = "") -> bool:
    """Whether that is enough to decide so."""
    try:
        require_reason(decision, Claim(1, 2, 0, chips, words), PHOTO)
    except RemarkNeeded as needed:
        assert needed.returning == (decision is Decision.RETURNED)
        return False
    return True


@pytest.mark.parametrize("decision", Decision)
def test_words_of_ones_own_are_always_enough_and_nothing_never_is(decision: Decision) -> None:
    assert said(decision, words="光线再亮一点")
    assert not said(decision)


@pytest.mark.parametrize("decision", [Decision.APPROVED, Decision.FEATURED])
def test_any_remark_is_enough_to_approve(decision: Decision) -> None:
    assert said(decision, GOOD)
    assert said(decision, BETTER)


def test_returned_work_needs_something_to_improve() -> None:
    assert not said(Decision.RETURNED, GOOD)
    assert said(Decision.RETURNED, BETTER)
    assert said(Decision.RETURNED, GOOD, BETTER)
    assert not said(Decision.RETURNED, "goal_unclear"), "a remark about plans is none about a photo"


@pytest.mark.parametrize(("track", "stage"), list(product(SkillTrack, Stage)))
def test_every_track_has_both_to_praise_and_to_improve_and_plans_have_their_own(
    track: SkillTrack, stage: Stage
) -> None:
    chips = chips_for(brief(ChallengeKind.STANDARD, track), stage)
    assert {chip.praise for chip in chips} == {True, False}
    assert (chips == PLAN_CHIPS) == (stage is Stage.PLAN)
    assert len({chip.key for chip in chips}) == len(chips)


@pytest.mark.parametrize("kind", ChallengeKind)
def test_only_works_on_a_theme_can_be_at_its_edge_and_the_hint_praises_nothing(kind: ChallengeKind) -> None:
    assert (OFF_THEME in chips_for(brief(kind), Stage.WORK)) == (kind is ChallengeKind.FRAMEWORK)
    assert OFF_THEME not in chips_for(brief(kind), Stage.PLAN)
    assert praise((OFF_THEME.key, GOOD), SkillTrack.PHOTO, Stage.WORK) == (GOOD,)


def test_only_praise_is_said_aloud_in_the_order_in_which_it_was_chosen() -> None:
    chosen = ("tells_a_story", BETTER, GOOD, "fresh_idea")
    assert praise(chosen, SkillTrack.PHOTO, Stage.WORK) == ("tells_a_story", GOOD)
    assert praise(chosen, SkillTrack.PHOTO, Stage.PLAN) == ("fresh_idea",)


def test_a_press_chooses_a_remark_and_another_drops_it() -> None:
    assert toggled((), GOOD) == (GOOD,)
    assert toggled((GOOD,), BETTER) == (GOOD, BETTER)
    assert toggled((GOOD, BETTER), GOOD) == (BETTER,)
