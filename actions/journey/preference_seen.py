"""Preference votes as they are read: each round with its numbers, and what the team says."""

from msgspec import Struct

from rules.ballot import Result, Verdict
from rules.files import File
from rules.journey.preference import (
    DesignRound,
    Preference,
    PreferenceState,
    RoundEnd,
    Secrecy,
    Voters,
)
from rules.occasion import Occasion
from rules.pages import Page, page_of
from storage import ballots, members
from storage.engine.tx import Tx
from storage.journey import preferences

NAMES_MOST = 12
PER_PAGE = 6


class DesignStanding(Struct, frozen=True):
    """How a design stands by one criterion; where that is said, the `names` of those who chose it, and how many `more`."""

    number: int
    name: str
    votes: int
    names: tuple[str, ...] = ()
    more: int = 0


class CriterionResult(Struct, frozen=True):
    """What a round says of one criterion: most votes first. `leading` are the designs with most of them, if it counts."""

    criterion: str
    verdict: Verdict
    designs: tuple[DesignStanding, ...]
    leading: tuple[DesignStanding, ...]
    turnout: int


class RoundSeen(Struct, frozen=True):
    """A round as it is read: `open`, `stopped` by the team, or counted with its `results`.

    So many `electors` have, or at its end had, a vote; `quorum` of them make a criterion count. `voters` are who is asked.
    """

    id: int
    preference: int
    nth: int
    group: int
    title: str
    about: str
    criteria: tuple[str, ...]
    voters: Voters
    named: bool
    designs: tuple[str, ...]
    files: tuple[File, ...]
    closes_at: int
    quorum: int
    electors: int
    open: bool
    stopped: bool
    results: tuple[CriterionResult, ...] = ()
    promised_at: int | None = None

    @property
    def winners(self) -> tuple[DesignStanding, ...]:
        """The designs that lead alone by some criterion, in their order."""
        found = {one.leading[0].number: one.leading[0] for one in self.results if len(one.leading) == 1}
        return tuple(found[number] for number in sorted(found))


class PreferenceSeen(Struct, frozen=True):
    """A preference vote with all its rounds, and what the team says to it; `overdue` where it should have by now."""

    id: int
    group: int
    title: str
    state: PreferenceState
    rounds: tuple[RoundSeen, ...]
    promised_at: int | None
    overdue: bool
    decision: str
    decided_at: int | None


class PreferenceList(Struct, frozen=True):
    """A page of all of them, the latest first."""

    items: tuple[PreferenceSeen, ...]
    page: Page


def seen(tx: Tx, number: int, occasion: Occasion) -> PreferenceSeen:
    """It with all its rounds, as they are read."""
    found = preferences.get(tx, number)
    late = found.state is PreferenceState.COUNTED and (found.promised_at or 0) <= occasion.now
    return PreferenceSeen(
        found.id,
        found.group,
        found.plan.title,
        found.state,
        tuple(seen_round(tx, found, one) for one in preferences.rounds(tx, number)),
        found.promised_at,
        late,
        found.decision,
        found.decided_at,
    )


def listed(tx: Tx, number: int, occasion: Occasion) -> PreferenceList:
    """That page of all of them."""
    page = page_of(number, preferences.count(tx), PER_PAGE)
    found = preferences.latest(tx, PER_PAGE, page.before)
    return PreferenceList(tuple(seen(tx, one.id, occasion) for one in found), page)


def seen_round(tx: Tx, asked: Preference, found: DesignRound) -> RoundSeen:
    """A round as it is read."""
    results = results_of(tx, found)
    return RoundSeen(
        found.id,
        asked.id,
        found.nth,
        asked.group,
        asked.plan.title,
        asked.plan.about,
        asked.plan.criteria,
        asked.plan.voters,
        asked.plan.secrecy is Secrecy.NAMED,
        tuple(design.name for design in found.designs),
        tuple(design.file for design in found.designs),
        found.closes_at,
        found.quorum,
        results[0].eligible if results else found.electors,
        found.end is None,
        found.end is RoundEnd.STOPPED,
        tuple(_criterion(tx, asked, found, place, result) for place, result in enumerate(results)),
        asked.promised_at,
    )


def results_of(tx: Tx, found: DesignRound) -> list[Result]:
    """What was counted, criterion by criterion; nothing of a round that is open or was stopped."""
    counted = found.end is RoundEnd.COUNTED
    return [ballots.result_of(tx, number) for number in found.ballots] if counted else []


def _criterion(tx: Tx, asked: Preference, found: DesignRound, place: int, result: Result) -> CriterionResult:
    given = ballots.votes(tx, found.ballots[place]) if asked.plan.secrecy is Secrecy.NAMED else {}
    designs = tuple(_standing(tx, found, count.choice, count.votes, given) for count in result.counts)
    leading = () if result.verdict is Verdict.TOO_FEW else result.leading
    ahead = tuple(one for one in designs if one.number in leading)
    return CriterionResult(asked.plan.criteria[place], result.verdict, designs, ahead, result.turnout)


def _standing(tx: Tx, found: DesignRound, number: int, votes: int, given: dict[int, int]) -> DesignStanding:
    chosen = [member for member, choice in given.items() if choice == number]
    names = tuple(members.get(tx, member).name for member in chosen[:NAMES_MOST])
    return DesignStanding(number, found.designs[number - 1].name, votes, names, len(chosen) - len(names))
