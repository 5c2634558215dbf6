"""Reviewing: good feedback is the fastest path. Chips per track compose it, free text adds to it."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.people import STAFF
from rules.refusals import Refusal
from rules.works.challenge import Brief, ChallengeKind, SkillTrack
from rules.works.submission import Stage

WORDS_MOST = 800
MAY_REVIEW = STAFF


class Decision(StrEnum):
    """What a reviewer may decide."""

    APPROVED = "approved"
    FEATURED = "featured"
    RETURNED = "returned"

    @property
    def pays(self) -> bool:
        """Whether the work is taken, and paid."""
        return self is not Decision.RETURNED


class Chip(Struct, frozen=True):
    """A remark that is ready to use; its words are the label `review/<key>`. `praise`, or something to improve."""

    key: str
    praise: bool


def _chips(praise: str, improve: str) -> tuple[Chip, ...]:
    return tuple(Chip(key, True) for key in praise.split()) + tuple(Chip(key, False) for key in improve.split())


CHIPS: dict[SkillTrack, tuple[Chip, ...]] = {
    SkillTrack.PHOTO: _chips(
        "light_well_used strong_composition true_colours tells_a_story",
        "horizon_tilted too_dark subject_unclear over_filtered",
    ),
    SkillTrack.VIDEO: _chips(
        "clean_cuts good_rhythm steady_shots hooks_at_once",
        "sound_too_low shaky too_long subtitles_missing",
    ),
    SkillTrack.WRITING: _chips(
        "honest_experience clear_structure vivid_details useful_data",
        "more_of_your_own too_general title_weak sources_missing",
    ),
    SkillTrack.TECH: _chips(
        "can_be_repeated well_measured explained_simply safe_practice",
        "steps_missing figures_missing safety_note_needed version_missing",
    ),
    SkillTrack.HELPING: _chips(
        "patient_answer solved_it warm_tone went_further",
        "result_missing too_short answer_unclear follow_up_needed",
    ),
}
PLAN_CHIPS = _chips("fresh_idea doable clear_goal", "goal_unclear too_big resources_unclear audience_unclear")
# Said of a work at the edge of its theme.
OFF_THEME = Chip("off_theme", praise=False)


class Claim(Struct, frozen=True):
    """A submission in the hands of one reviewer, and what is composed so far: feedback, and words for the channel.

    `caption` is None while the channel would show the work's own words.
    """

    submission: int
    reviewer: int
    at: int
    chips: tuple[str, ...] = ()
    words: str = ""
    caption: str | None = None


class Feedback(Struct, frozen=True):
    """What a reviewer decided about a version, and said."""

    version: int
    reviewer: int
    decision: Decision
    chips: tuple[str, ...]
    words: str
    at: int


def reworded(composed: str, before: str, now: str) -> str | None:
    """What is composed with those lines in the place of others; None where these do not stand there."""
    around = f"\n{composed}\n"
    at = around.find(f"\n{before}\n")
    return None if at < 0 else (around[: at + 1] + now + around[at + 1 + len(before) :]).strip()


@dataclass(eq=False)
class InOtherHands(Refusal):
    """Somebody else is looking at it."""

    name: str


@dataclass(eq=False)
class ReviewedAlready(Refusal):
    """It has been decided, by `name`."""

    name: str


@dataclass(eq=False)
class NewerVersion(Refusal):
    """The card shows an older version than the one that waits."""

    version: int


@dataclass(eq=False)
class RemarkNeeded(Refusal):
    """No decision without something specific to say; `returning` tells whether it was a return."""

    returning: bool


def chips_for(brief: Brief, stage: Stage) -> tuple[Chip, ...]:
    """The chips a reviewer can choose from."""
    themed = brief.kind is ChallengeKind.FRAMEWORK and stage is Stage.WORK
    return (*_of(brief.track, stage), OFF_THEME) if themed else _of(brief.track, stage)


def _of(track: SkillTrack, stage: Stage) -> tuple[Chip, ...]:
    return PLAN_CHIPS if stage is Stage.PLAN else CHIPS[track]


def praise(chosen: tuple[str, ...], track: SkillTrack, stage: Stage) -> tuple[str, ...]:
    """The chosen chips that praise; what is to improve stays between reviewer and author."""
    good = {chip.key for chip in _of(track, stage) if chip.praise}
    return tuple(key for key in chosen if key in good)


def toggled(chips: tuple[str, ...], key: str) -> tuple[str, ...]:
    """The chosen chips after a press on `key`."""
    return tuple(chip for chip in chips if chip != key) if key in chips else (*chips, key)


def require_reason(decision: Decision, claim: Claim, chips: tuple[Chip, ...]) -> None:
    """Raise RemarkNeeded: any decision needs a remark, and a return something to improve, by chip or in words."""
    returning = decision is Decision.RETURNED
    improve = {chip.key for chip in chips if not chip.praise}
    said = bool(claim.words) or bool(improve & set(claim.chips) if returning else claim.chips)
    if not said:
        raise RemarkNeeded(returning)
