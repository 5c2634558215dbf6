"""What became of remarks: answered by praise, by silence where no praise would, or still open."""

import pytest

from rules.works.challenge import SkillTrack
from rules.works.growth import ANSWERED_BY, IMPROVE, Reviewing, Turned, turned, unanswered, works
from rules.works.review import CHIPS, Decision
from rules.works.submission import SubmissionStanding


def said(work: int, decision: Decision, *chips: str, at: int) -> Reviewing:
    """A decision about the work of that number."""
    standing = SubmissionStanding(decision.value)
    return Reviewing(work, work, f"work {work}", SkillTrack.VIDEO, standing, decision, chips, "", at)


def test_praise_answers_a_remark() -> None:
    story = [said(1, Decision.APPROVED, "too_long", at=1), said(2, Decision.APPROVED, "good_rhythm", at=2)]
    assert turned(story) == (Turned("too_long", "work 1", "good_rhythm", "work 2"),)
    assert unanswered(story) == ""


def test_other_praise_does_not() -> None:
    story = [said(1, Decision.APPROVED, "too_long", at=1), said(2, Decision.APPROVED, "clean_cuts", at=2)]
    assert turned(story) == ()
    assert unanswered(story) == "too_long"


def test_a_remark_without_an_answer_turns_once_a_work_passes_without_it() -> None:
    back, good = said(1, Decision.RETURNED, "sound_too_low", at=1), said(1, Decision.APPROVED, "clean_cuts", at=2)
    assert turned([back, said(2, Decision.RETURNED, "shaky", at=2)]) == ()
    assert turned([back, good]) == (Turned("sound_too_low", "work 1", "", "work 1"),)


def test_said_again_it_is_open_again() -> None:
    story = [
        said(1, Decision.APPROVED, "too_long", at=1),
        said(2, Decision.APPROVED, "good_rhythm", at=2),
        said(3, Decision.APPROVED, "too_long", at=3),
    ]
    assert turned(story) == ()
    assert unanswered(story) == "too_long"


def test_the_latest_open_remark_is_the_one_to_try() -> None:
    assert unanswered([said(1, Decision.APPROVED, "shaky", at=1), said(2, Decision.APPROVED, "too_long", at=2)]) == (
        "too_long"
    )
    assert unanswered([]) == ""


def test_a_work_stands_with_what_was_said_of_it_last() -> None:
    first, other = said(1, Decision.RETURNED, "shaky", at=1), said(2, Decision.APPROVED, "clean_cuts", at=2)
    found = works([first, other, said(1, Decision.APPROVED, "steady_shots", at=3)])
    assert [(one.id, one.chips, one.returned) for one in found] == [(2, ("clean_cuts",), 0), (1, ("steady_shots",), 1)]


@pytest.mark.parametrize("track", SkillTrack)
def test_remarks_are_answered_by_praise_of_their_own_track(track: SkillTrack) -> None:
    praise = {chip.key for chip in CHIPS[track] if chip.praise}
    asked = [chip.key for chip in CHIPS[track] if not chip.praise]
    assert all(set(ANSWERED_BY.get(key, ())) <= praise for key in asked)


def test_only_remarks_have_answers() -> None:
    assert set(ANSWERED_BY) <= IMPROVE
