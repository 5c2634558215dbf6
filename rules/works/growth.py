"""Growth: a member's works of a track in their order, what was said of each, and what became of the remarks."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from rules.works.challenge import SkillTrack
from rules.works.result import ResultSeen
from rules.works.review import CHIPS, Decision
from rules.works.submission import SubmissionStanding

# The praise by which it shows that a remark was taken up; a remark without one is taken up once nobody repeats it.
ANSWERED_BY: dict[str, tuple[str, ...]] = {
    "horizon_tilted": ("strong_composition",),
    "too_dark": ("light_well_used",),
    "subject_unclear": ("strong_composition", "tells_a_story"),
    "over_filtered": ("true_colours",),
    "shaky": ("steady_shots",),
    "too_long": ("good_rhythm", "hooks_at_once"),
    "more_of_your_own": ("honest_experience",),
    "too_general": ("vivid_details", "useful_data"),
    "sources_missing": ("useful_data",),
    "steps_missing": ("can_be_repeated",),
    "figures_missing": ("well_measured",),
    "safety_note_needed": ("safe_practice",),
    "version_missing": ("explained_simply",),
    "result_missing": ("solved_it",),
    "too_short": ("patient_answer", "went_further"),
    "answer_unclear": ("solved_it", "patient_answer"),
    "follow_up_needed": ("went_further",),
}
IMPROVE = frozenset(chip.key for chips in CHIPS.values() for chip in chips if not chip.praise)


class Reviewing(Struct, frozen=True):
    """What was decided about a version of a work, with its remarks, at that moment (UTC seconds)."""

    work: int
    challenge: int
    title: str
    track: SkillTrack
    standing: SubmissionStanding
    decision: Decision
    chips: tuple[str, ...]
    words: str
    at: int


class Turned(Struct, frozen=True):
    """A remark that was taken up: said of the work with the title `of`, praised as `praise` of `then`, or not repeated."""

    remark: str
    of: str
    praise: str
    then: str


class GrowthWork(Struct, frozen=True):
    """A work with what was said of it last, and how it does outside. It was `returned` so often before it passed."""

    id: int
    challenge: int
    title: str
    standing: SubmissionStanding
    at: int
    chips: tuple[str, ...]
    words: str
    returned: int
    results: tuple[ResultSeen, ...] = ()


class NextKind(StrEnum):
    """What comes next: a work to improve, a challenge to take on, a remark to try out, or simply a work."""

    IMPROVE = "improve"
    CHALLENGE = "challenge"
    REMARK = "remark"
    ANY = "any"


class NextStep(Struct, frozen=True):
    """One step: of which challenge (`number`, `title`), or with which `remark` in mind."""

    kind: NextKind
    number: int = 0
    title: str = ""
    remark: str = ""


def works(said: Sequence[Reviewing]) -> tuple[GrowthWork, ...]:
    """The works of which something was said, by when that was last."""
    found: dict[int, list[Reviewing]] = {}
    for one in said:
        found.setdefault(one.work, []).append(one)
    grown = [_work(reviewings) for reviewings in found.values()]
    return tuple(sorted(grown, key=lambda work: (work.at, work.id)))


def _work(reviewings: Sequence[Reviewing]) -> GrowthWork:
    last = reviewings[-1]
    returned = sum(one.decision is Decision.RETURNED for one in reviewings)
    return GrowthWork(last.work, last.challenge, last.title, last.standing, last.at, last.chips, last.words, returned)


def turned(said: Sequence[Reviewing]) -> tuple[Turned, ...]:
    """The remarks that were taken up later, in the order in which they were made; each once."""
    return tuple(found for remark, at in _latest(said).items() if (found := _taken_up(said, remark, at)))


def unanswered(said: Sequence[Reviewing]) -> str:
    """The latest remark that nothing has answered yet; empty where there is none."""
    latest = _latest(said)
    waiting = [(at, remark) for remark, at in latest.items() if _taken_up(said, remark, at) is None]
    return max(waiting)[1] if waiting else ""


def _latest(said: Sequence[Reviewing]) -> dict[str, int]:
    """Each remark on what could be better, and where it was made last."""
    found: dict[str, int] = {}
    for at, one in enumerate(said):
        for chip in one.chips:
            if chip in IMPROVE:
                found.pop(chip, None)
                found[chip] = at
    return found


def _taken_up(said: Sequence[Reviewing], remark: str, at: int) -> Turned | None:
    """By praise that answers it, else, where no praise would, by a work that passed without it."""
    wanted = ANSWERED_BY.get(remark, ())
    for one in said[at + 1 :]:
        praise = next((chip for chip in wanted if chip in one.chips), "")
        if praise or (not wanted and one.decision.pays):
            return Turned(remark, said[at].title, praise, one.title)
    return None
