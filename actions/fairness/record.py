"""What was given to a member, as they and the staff see it."""

from msgspec import Struct

from rules.fairness.appeal import AppealState, appealable
from rules.fairness.covenant import Cited
from rules.fairness.sanction import Grade, Sanction, SanctionState
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member
from storage import members
from storage.engine.tx import Tx
from storage.fairness import appeals, sanctions, silences

PER_PAGE = 5
SHOWN = 3
MOST = 50


class Entered(Struct, frozen=True):
    """One of the record: what, for which clause, why, from when until when (UTC seconds), by whom.

    `running` says that it is in force; `lifted_for` why it was taken back (nothing: after an appeal), None when it was
    not; `appeal` what became of one, `answer` why it changed nothing, and `appealable` that there can still be one.
    """

    sanction: int
    grade: Grade
    length_s: int
    cited: Cited
    reason: str
    at: int
    until: int | None
    by: str
    running: bool
    lifted_for: str | None
    appealable: bool
    appeal: AppealState | None
    answer: str | None = None


class Record(Struct, frozen=True):
    """A page of a member's record, newest first; until when they may not write, and count as suspended (UTC seconds)."""

    member: int
    name: str
    page: Page
    entries: tuple[Entered, ...]
    silent_until: int | None
    suspended_until: int | None


def record(tx: Tx, member: Member, number: int, occasion: Occasion) -> Record:
    """The member's record, as it is now."""
    page = page_of(number, sanctions.tally(tx, member.id).given, PER_PAGE)
    given = sanctions.given(tx, member.id, PER_PAGE, page.before)
    return Record(
        member.id,
        member.name,
        page,
        tuple(_entered(tx, one, occasion) for one in given),
        silences.until(tx, member.id, occasion.now),
        member.suspended(occasion.now),
    )


class Sanctioned(Struct, frozen=True):
    """What was given to a member of one `grade`, latest first; `before` there were so many more."""

    grade: Grade
    entries: tuple[Entered, ...]
    before: int


def of_grade(tx: Tx, member: Member, grade: Grade, occasion: Occasion) -> Sanctioned:
    """The member's latest of that grade."""
    given = [one for one in sanctions.given(tx, member.id, MOST) if one.measure.grade is grade]
    entries = tuple(_entered(tx, one, occasion) for one in given[:SHOWN])
    return Sanctioned(grade, entries, len(given) - len(entries))


def since(tx: Tx, member: Member, at: int, occasion: Occasion) -> tuple[Entered, ...]:
    """What is in force, and what was given since then (UTC seconds) and was not a mere warning; latest first."""
    given = [_entered(tx, one, occasion) for one in sanctions.given(tx, member.id, MOST)]
    stopped = [one for one in given if one.grade is not Grade.WARNING and (one.running or one.at >= at)]
    return tuple(stopped[:SHOWN])


def _entered(tx: Tx, one: Sanction, occasion: Occasion) -> Entered:
    running = one.state is SanctionState.RUNNING and one.until is not None and one.until > occasion.now
    looked = appeals.against(tx, one.id)
    return Entered(
        one.id,
        one.measure.grade,
        one.measure.length_s,
        one.cited,
        one.reason,
        one.at,
        one.until,
        members.get(tx, one.given_by).name,
        running,
        one.ended_for if one.state is SanctionState.LIFTED else None,
        looked is None and appealable(one, occasion.now, occasion.programme.order),
        looked.state if looked else None,
        looked.answer if looked else None,
    )
