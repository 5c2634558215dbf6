"""The council's veto against what the product team has adopted: proposed with a reason, voted on, answered in public."""

from msgspec import Struct

from actions.fairness import feedback_decided
from actions.fairness.feedback_decided import FeedbackDecided
from actions.journey.council_proposal import HOUR_S, Proposed, room_of, shown
from actions.journey.council_seat import require_seat
from rules.fairness.feedback import FeedbackState
from rules.journey.council_proposal import TITLE_MOST, Proposal, ProposalPlan
from rules.journey.council_veto import (
    VetoAnswer,
    VetoNotGranted,
    VetoSettled,
    VetoUnderWay,
    reason_of,
    require_adopted,
)
from rules.occasion import Occasion
from rules.people import Member, Part
from rules.reading.visible import shortened
from storage import audits, groups
from storage.engine.tx import Tx
from storage.fairness import feedbacks
from storage.journey import council_proposals

LISTED = 8


class Vetoable(Struct, frozen=True):
    """Something that was adopted and is not there yet; who has suggested it is not told."""

    ticket: int
    note: str


class VetoableList(Struct, frozen=True):
    """What a veto can be used against, the newest first."""

    items: tuple[Vetoable, ...]


class VetoCard(Struct, frozen=True):
    """A veto that is carried, before the team: against what, why, and until when the answer is promised (UTC seconds).

    `by` is who has answered, and `reason` why so.
    """

    id: int
    title: str
    about: str
    promised_at: int
    answer: VetoAnswer | None
    reason: str


class VetoAnswered(Struct, frozen=True):
    """The team has answered: in these groups (`places`) it is read; `decided` is what became of the ticket, if it was dropped."""

    card: VetoCard
    places: tuple[int, ...]
    decided: FeedbackDecided | None


def vetoable(tx: Tx, member: Member, occasion: Occasion) -> VetoableList:
    """What a veto can be used against. Raises VetoNotGranted, CouncilOnly."""
    _require_granted(tx, member, occasion)
    return VetoableList(tuple(Vetoable(one.id, one.note) for one in feedbacks.adopted(tx, LISTED)))


def against(tx: Tx, member: Member, ticket: int, occasion: Occasion) -> Vetoable:
    """That one. Raises VetoNotGranted, CouncilOnly, VetoTooLate, VetoUnderWay."""
    _require_granted(tx, member, occasion)
    found = require_adopted(feedbacks.get(tx, ticket))
    if council_proposals.against(tx, ticket):
        raise VetoUnderWay
    return Vetoable(found.id, found.note)


def planned(tx: Tx, member: Member, ticket: int, words: str, occasion: Occasion) -> ProposalPlan:
    """What the core group would read. Raises VetoReasonShort, WordsTooLong, and as `against` does."""
    found = against(tx, member, ticket, occasion)
    return ProposalPlan(shortened(" ".join(str(found.note).split()), TITLE_MOST), reason_of(words))


def publish(tx: Tx, member: Member, ticket: int, words: str, occasion: Occasion) -> Proposed:
    """It is talked about in the core group from now on. Raises CouncilHasNoRoom, and as `planned` does."""
    plan, room = planned(tx, member, ticket, words, occasion), room_of(tx, member)
    talk_until = occasion.now + occasion.programme.council.talk_hours * HOUR_S
    number = council_proposals.add(tx, member.id, room.id, plan, occasion.now, talk_until, ticket)
    audits.record(tx, occasion.now, member.id, "council.veto", member.id, None, proposal=number, feedback=ticket)
    return shown(tx, council_proposals.get(tx, number), occasion)


def cards(tx: Tx) -> list[VetoCard]:
    """Carried vetoes that the team has not read yet, once there is a staff group."""
    if groups.staff(tx) is None:
        return []
    new = [one for one in council_proposals.unanswered_vetoes(tx) if one.told is None]
    for one in new:
        council_proposals.tell(tx, one.id, "received")
    return [_card(one) for one in new]


def overdue(tx: Tx, occasion: Occasion) -> list[VetoCard]:
    """Vetoes whose promised day is over, once each."""
    found = [
        one
        for one in council_proposals.unanswered_vetoes(tx)
        if one.told == "received" and one.promised_at is not None and one.promised_at <= occasion.now
    ]
    for one in found:
        council_proposals.tell(tx, one.id, "reminded")
    return [_card(one) for one in found]


def waiting(tx: Tx, number: int) -> VetoCard:
    """A veto that waits for the team. Raises VetoSettled."""
    found = council_proposals.get(tx, number)
    if found.veto is not None:
        raise VetoSettled
    return _card(found)


def answer(tx: Tx, by: Member, number: int, said: VetoAnswer, words: str, occasion: Occasion) -> VetoAnswered:
    """The team answers, for a reason that everybody reads. Raises VetoSettled, VetoReasonShort, WordsTooLong, FeedbackMoved."""
    waiting(tx, number)
    reason, found = reason_of(words), council_proposals.get(tx, number)
    assert found.against is not None
    accepted = said is VetoAnswer.ACCEPTED
    decided = feedback_decided.decline(tx, by, found.against, reason, occasion) if accepted else None
    if accepted:
        _said_already(tx, found)
    council_proposals.answer_veto(tx, number, said, reason)
    audits.record(
        tx,
        occasion.now,
        by.id,
        "council.veto_accepted" if accepted else "council.veto_overruled",
        found.author,
        reason,
        proposal=number,
    )
    communities = tuple(room.id for room in groups.active(tx, Part.COMMUNITY))
    return VetoAnswered(_card(council_proposals.get(tx, number)), (found.group, *communities), decided)


def _said_already(tx: Tx, veto: Proposal) -> None:
    """The core group reads it as the answer to the veto, not once more as one to the proposal that the veto is against."""
    for one in council_proposals.moved_on(tx):
        own = feedbacks.get(tx, one.ticket) if one.ticket is not None else None
        if own and one.group == veto.group and veto.against in (own.id, own.merged_into):
            council_proposals.tell(tx, one.id, FeedbackState.DECLINED.value)


def _require_granted(tx: Tx, member: Member, occasion: Occasion) -> None:
    if not occasion.programme.council.veto:
        raise VetoNotGranted
    require_seat(tx, member)


def _card(found: Proposal) -> VetoCard:
    assert found.promised_at is not None
    return VetoCard(found.id, found.plan.title, found.plan.about, found.promised_at, found.veto, found.reason)
