"""Preference votes: designs side by side, one choice of each for each criterion, in rounds, answered by the team."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.ballot import Result
from rules.files import File
from rules.lengths import within
from rules.refusals import Refusal

DESIGNS_LEAST, DESIGNS_MOST = 2, 10
CRITERIA_MOST = 5
DAYS_MOST = 30
DECISION_LEAST, DECISION_MOST = 4, 500


class Voters(StrEnum):
    """Who chooses: the council, or everybody in the core group but the staff."""

    COUNCIL = "council"
    CORE = "core"


class Secrecy(StrEnum):
    """Whether the result says who chose what."""

    NAMED = "named"
    SECRET = "secret"


class PreferenceState(StrEnum):
    """A round is open; or it is over and the team is to say what it does; or that is said."""

    VOTING = "voting"
    COUNTED = "counted"
    DECIDED = "decided"


class RoundEnd(StrEnum):
    """A round came to its time, or was stopped before by the team and says nothing."""

    COUNTED = "counted"
    STOPPED = "stopped"


class PreferencePlan(Struct, frozen=True):
    """What is asked: a line for it, `about` what, by which `criteria` ("" where only one is liked best), and of whom.

    Whether it is said who chose what stands in `secrecy`.
    """

    title: str
    about: str
    criteria: tuple[str, ...]
    voters: Voters
    secrecy: Secrecy


class RoundPlan(Struct, frozen=True):
    """A round: the names of its designs, until when (UTC seconds), and how many votes it takes (None: the usual)."""

    designs: tuple[str, ...]
    closes_at: int
    quorum: int | None = None


class Design(Struct, frozen=True):
    """One of those that are compared: its name, and its picture."""

    name: str
    file: File


class DesignRound(Struct, frozen=True):
    """The `nth` round, from `opened_at` until `closes_at` (UTC seconds): a ballot for each criterion, on these designs.

    Of so many `electors` when it began.
    """

    id: int
    preference: int
    nth: int
    opened_at: int
    closes_at: int
    quorum: int
    electors: int
    designs: tuple[Design, ...]
    ballots: tuple[int, ...]
    end: RoundEnd | None = None
    ended_at: int | None = None


class Preference(Struct, frozen=True):
    """A preference vote in the core group `group`. After a round the team's answer is promised until `promised_at`;
    `decision` is that answer, given at `decided_at` (UTC seconds). `told` once the team was reminded of it.
    """

    id: int
    plan: PreferencePlan
    group: int
    made_by: int
    made_at: int
    state: PreferenceState
    promised_at: int | None = None
    decision: str = ""
    decided_at: int | None = None
    reminded: bool = False


@dataclass(eq=False)
class NoPreferenceVote(Refusal):
    """The choice is for those who were there when the round began: the council, or the core group without the staff."""

    voters: str


@dataclass(eq=False)
class PreferenceOver(Refusal):
    """The round takes no more choices."""


@dataclass(eq=False)
class PreferenceMoved(Refusal):
    """Somebody of the team has gone on with it: another round, or the answer."""

    over = True


@dataclass(eq=False)
class PicturesNeeded(Refusal):
    """An album is needed, with a picture of each design; `pictures` came for so many `designs`."""

    designs: int
    pictures: int


@dataclass(eq=False)
class DecisionShort(Refusal):
    """The answer of the team needs some words, `least` characters."""

    least: int


def album_name(round_id: int) -> str:
    """The name under which the pictures of a round are remembered."""
    return f"preference_album:{round_id}"


def card_name(round_id: int, place: int) -> str:
    """The name under which the card of a round for the criterion at that place is remembered."""
    return f"preference_card:{round_id}:{place}"


def require_pictures(designs: int, pictures: int) -> None:
    """Raise PicturesNeeded unless each design has its picture, and each picture its design."""
    if designs != pictures:
        raise PicturesNeeded(designs, pictures)


def decision_of(words: str) -> str:
    """The team's answer, as it is kept. Raises DecisionShort, WordsTooLong."""
    said = within(words.strip(), DECISION_MOST)
    if len(said) < DECISION_LEAST:
        raise DecisionShort(DECISION_LEAST)
    return said


def standing(results: Iterable[Result], designs: int) -> tuple[int, ...]:
    """How many votes each design has over all criteria, in their order."""
    votes = dict.fromkeys(range(1, designs + 1), 0)
    for result in results:
        for count in result.counts:
            votes[count.choice] += count.votes
    return tuple(votes.values())


def best(votes: Sequence[int], many: int) -> tuple[int, ...]:
    """The numbers of the designs with most votes, so `many` or, where the last of them has equals, those as well."""
    least = sorted(votes, reverse=True)[min(many, len(votes)) - 1]
    return tuple(number for number, got in enumerate(votes, 1) if got >= least)


@dataclass(eq=False)
class NobodyChooses(Refusal):
    """Nobody has a vote: no seat of the council is taken, or nobody but staff is in the core group."""

    voters: str
