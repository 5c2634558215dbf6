"""Appealing against a sanction, and deciding about it by somebody who was not involved."""

from msgspec import Struct

from actions.fairness.sanction import About, Past, is_side, past
from rules.fairness.appeal import (
    ANSWER_MOST,
    WORDS_MOST,
    Appeal,
    AppealDecided,
    AppealedBefore,
    AppealState,
    AppealTooLate,
    NobodyToAppealTo,
    NotUninvolved,
    appealable,
    shorter,
)
from rules.fairness.covenant import Cited
from rules.fairness.sanction import HOUR_S, Grade, InConflict, Sanction, SanctionDecided, SanctionState, Tally
from rules.lengths import within
from rules.occasion import Occasion
from rules.people import Member
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.fairness import appeals, sanctions, silences
from storage.post import dialogues


class Appealed(Struct, frozen=True):
    """The case of `member` as whoever decides sees it, in the staff group `desk`. `given_by` gave it; `running`: in force.

    `link` leads to the message that it is about.
    """

    appeal: int
    desk: int
    name: str
    grade: Grade
    length_s: int
    until: int | None
    cited: Cited
    reason: str
    at: int
    given_by: str
    words_said: str
    past: tuple[Past, ...]
    tally: Tally
    running: bool
    link: str | None = None
    member: int = 0


class Looked(Struct, frozen=True):
    """What became of it. `until` is when it ends now, `silent_until` what keeps the member from writing still.

    `places` are groups in which that is to be asked for; `answer` is why it stays, where it does.
    """

    appeal: int
    member: int
    name: str
    state: AppealState
    grade: Grade
    cited: Cited
    until: int | None
    by: str
    silent_until: int | None
    places: tuple[int, ...]
    answer: str | None = None


class Waiting(Struct, frozen=True):
    """An appeal of `name` that has waited in the staff group `desk` for more than `hours`."""

    appeal: int
    desk: int
    name: str
    hours: int


def appeal(tx: Tx, member: Member, sanction_id: int, occasion: Occasion) -> Appealed:
    """Have somebody else look at it. Raises AppealTooLate, AppealedBefore, NobodyToAppealTo."""
    sanction, order = sanctions.get(tx, sanction_id), occasion.programme.order
    if sanction.member != member.id or not appealable(sanction, occasion.now, order):
        raise AppealTooLate(order.appeal_days)
    number = appeals.add(tx, sanction.id, member.id, occasion.now)
    if number is None:
        raise AppealedBefore
    return _case(tx, appeals.get(tx, number), sanction, occasion)


def say(tx: Tx, member: Member, number: int, words: str, occasion: Occasion) -> Appealed:
    """What the member says to it goes to those who decide. Raises AppealDecided, WordsTooLong."""
    if not appeals.say(tx, number, within(words, WORDS_MOST)):
        raise AppealDecided
    found = appeals.get(tx, number)
    assert found.member == member.id, number
    return _case(tx, found, sanctions.get(tx, found.sanction), occasion)


def overdue(tx: Tx, occasion: Occasion) -> list[Waiting]:
    """What has waited longer than the brand wants, each told once; nothing while there is no staff group."""
    hours, staff = occasion.programme.order.appeal_hours, groups.staff(tx)
    if staff is None or not hours:
        return []
    found = appeals.overdue(tx, occasion.now - hours * HOUR_S)
    for one in found:
        appeals.reminded(tx, one.id, occasion.now)
    return [Waiting(one.id, staff.id, members.get(tx, one.member).name, hours) for one in found]


def to_answer(tx: Tx, by: Member, number: int, occasion: Occasion) -> Appealed:
    """The case before `by` says why it stays. Raises NotUninvolved, InConflict, AppealDecided."""
    found, sanction = _to_decide(tx, by, number, occasion)
    if found.state is not AppealState.OPEN:
        raise AppealDecided
    return _case(tx, found, sanction, occasion)


def uphold(tx: Tx, by: Member, number: int, answer: str, occasion: Occasion) -> Looked:
    """It stays as it is, and the member reads why. Raises NotUninvolved, InConflict, AppealDecided, WordsTooLong."""
    found, sanction = _to_decide(tx, by, number, occasion)
    said = within(answer, ANSWER_MOST)
    _settle(tx, found, AppealState.UPHELD, by, occasion, said)
    audits.record(tx, occasion.now, by.id, "appeal.uphold", found.member, said, appeal=found.id)
    return _looked(tx, appeals.get(tx, found.id), sanction, AppealState.UPHELD, by, (), occasion)


def shorten(tx: Tx, by: Member, number: int, occasion: Occasion) -> Looked:
    """Half of what remains is let go. Raises NotUninvolved, InConflict, AppealDecided, NothingToShorten."""
    found, sanction = _to_decide(tx, by, number, occasion)
    until = shorter(sanction, occasion.now)
    _settle(tx, found, AppealState.SHORTENED, by, occasion)
    sanctions.shorten(tx, sanction.id, until)
    sanctions.settle(tx, sanction.member)
    audits.record(tx, occasion.now, by.id, "appeal.shorten", found.member, None, appeal=found.id, until=until)
    places = silences.places(tx, found.member, present=False)
    return _looked(tx, found, sanctions.get(tx, sanction.id), AppealState.SHORTENED, by, places, occasion)


def lift(tx: Tx, by: Member, number: int, occasion: Occasion) -> Looked:
    """It should not have been: it ends now, with an apology. Raises NotUninvolved, InConflict, AppealDecided."""
    found, sanction = _to_decide(tx, by, number, occasion)
    _settle(tx, found, AppealState.LIFTED, by, occasion)
    if not sanctions.lift(tx, sanction.id, by.id, "", occasion.now):
        raise SanctionDecided
    sanctions.settle(tx, sanction.member)
    audits.record(tx, occasion.now, by.id, "appeal.lift", found.member, None, appeal=found.id)
    ran = sanction.state is SanctionState.RUNNING
    places = silences.places(tx, found.member, present=False) if ran else ()
    return _looked(tx, found, sanction, AppealState.LIFTED, by, places, occasion)


def _settle(
    tx: Tx, found: Appeal, state: AppealState, by: Member, occasion: Occasion, answer: str | None = None
) -> None:
    if not appeals.decide(tx, found.id, state, by.id, answer, occasion.now):
        raise AppealDecided
    for prompt in ("appeal.words", "appeal.answer"):
        dialogues.settled(tx, prompt, {"appeal": found.id})


def _to_decide(tx: Tx, by: Member, number: int, occasion: Occasion) -> tuple[Appeal, Sanction]:
    found = appeals.get(tx, number)
    sanction, member = sanctions.get(tx, found.sanction), members.get(tx, found.member)
    if by.id in (sanction.actor, sanction.decided_by, sanction.member):
        raise NotUninvolved
    if is_side(tx, by, member, About(sanction.group, sanction.message), occasion):
        raise InConflict(member.name)
    return found, sanction


def _case(tx: Tx, found: Appeal, sanction: Sanction, occasion: Occasion) -> Appealed:
    staff, member = groups.staff(tx), members.get(tx, found.member)
    if staff is None:
        raise NobodyToAppealTo
    until = sanction.until if sanction.state is SanctionState.RUNNING else None
    return Appealed(
        found.id,
        staff.id,
        member.name,
        sanction.measure.grade,
        sanction.measure.length_s,
        until,
        sanction.cited,
        sanction.reason,
        sanction.at,
        members.get(tx, sanction.given_by).name,
        found.words,
        past(tx, member, apart=sanction.id),
        _others(sanctions.tally(tx, member.id), sanction),
        until is not None and until > occasion.now,
        sanctions.link(tx, sanction),
        member.id,
    )


def _others(tally: Tally, sanction: Sanction) -> Tally:
    """The member's sanctions without the one that is appealed."""
    lifted = sanction.state is SanctionState.LIFTED
    return Tally(tally.standing - (not lifted), tally.lifted - lifted)


def _looked(
    tx: Tx,
    found: Appeal,
    sanction: Sanction,
    state: AppealState,
    by: Member,
    places: tuple[int, ...],
    occasion: Occasion,
) -> Looked:
    member = members.get(tx, found.member)
    return Looked(
        found.id,
        member.id,
        member.name,
        state,
        sanction.measure.grade,
        sanction.cited,
        sanction.until,
        by.name,
        silences.until(tx, member.id, occasion.now),
        places,
        found.answer,
    )
