"""Proposals of the council: put before the core group, taken back, and brought to the product team once carried."""

from msgspec import Struct

from actions.fairness import feedback
from actions.fairness.feedback import Ticket
from actions.journey.council_seat import require_seat
from rules.fairness.feedback import WAITING, FeedbackState
from rules.journey.council_proposal import (
    OPEN_MOST,
    CouncilHasNoRoom,
    Proposal,
    ProposalMoved,
    ProposalPlan,
    ProposalsOpen,
    ProposalState,
)
from rules.occasion import Occasion
from rules.people import Group, Member, Part
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.fairness import feedbacks
from storage.journey import council_proposals

HOUR_S = 3_600


class Proposed(Struct, frozen=True):
    """A proposal as the core group reads it: by whom, and until when it is talked about (UTC seconds)."""

    id: int
    group: int
    name: str
    plan: ProposalPlan
    talk_until: int
    vote_hours: int
    seats: int
    veto: bool = False


class ProposalAnswered(Struct, frozen=True):
    """What the product team says to a proposal: `note` is what will change, or why not; `version` once it is there.

    `dropped`: the core group was told that it would be done.
    """

    id: int
    group: int
    title: str
    name: str
    state: FeedbackState
    note: str
    version: str
    promised_at: int
    dropped: bool = False

    @property
    def waits(self) -> bool:
        """Whether there is no answer yet."""
        return self.state in WAITING


def begin(tx: Tx, member: Member) -> None:
    """The member may propose something. Raises CouncilOnly, CouncilHasNoRoom, ProposalsOpen."""
    require_seat(tx, member)
    room_of(tx, member)
    if council_proposals.open_of(tx, member.id) >= OPEN_MOST:
        raise ProposalsOpen(OPEN_MOST)


def publish(tx: Tx, member: Member, plan: ProposalPlan, occasion: Occasion) -> Proposed:
    """It is talked about in the core group from now on. Raises CouncilOnly, CouncilHasNoRoom, ProposalsOpen."""
    begin(tx, member)
    talk_until = occasion.now + occasion.programme.council.talk_hours * HOUR_S
    number = council_proposals.add(tx, member.id, room_of(tx, member).id, plan, occasion.now, talk_until)
    audits.record(tx, occasion.now, member.id, "council.propose", member.id, None, proposal=number)
    return shown(tx, council_proposals.get(tx, number), occasion)


def withdraw(tx: Tx, member: Member, number: int, occasion: Occasion) -> Proposed:
    """Its author takes it back before there is a vote. Raises ProposalMoved."""
    found = council_proposals.get(tx, number)
    if found.author != member.id or found.state is not ProposalState.TALKING:
        raise ProposalMoved
    council_proposals.decide(tx, number, ProposalState.WITHDRAWN, occasion.now)
    return shown(tx, found, occasion)


def bring(tx: Tx, occasion: Occasion) -> list[Ticket]:
    """What is carried comes to the top of the product team's list, once there is a staff group."""
    if groups.staff(tx) is None:
        return []
    return [_brought(tx, one, occasion) for one in council_proposals.unbrought(tx)]


def answers(tx: Tx) -> list[ProposalAnswered]:
    """What the product team has said since the core group was told last."""
    found = [answered(tx, one) for one in council_proposals.moved_on(tx)]
    for one in found:
        council_proposals.tell(tx, one.id, one.state.value)
    return [one for one in found if one.state is not FeedbackState.DISCUSSING]


def room_of(tx: Tx, member: Member) -> Group:
    """The core group in which a proposal of theirs is talked about: one that they are in. Raises CouncilHasNoRoom."""
    rooms = groups.active(tx, Part.CORE)
    if not rooms:
        raise CouncilHasNoRoom
    inside = (room for room in rooms if (there := members.membership(tx, room.id, member.id)) and there.present)
    return next(inside, rooms[0])


def shown(tx: Tx, found: Proposal, occasion: Occasion) -> Proposed:
    """The proposal as it is read."""
    name, asked = members.get(tx, found.author).name, occasion.programme.council
    return Proposed(
        found.id,
        found.group,
        name,
        found.plan,
        found.talk_until,
        asked.vote_hours,
        asked.seats,
        found.against is not None,
    )


def _brought(tx: Tx, found: Proposal, occasion: Occasion) -> Ticket:
    assert found.promised_at is not None
    words = f"{found.plan.title}\n{found.plan.about}"
    ticket = feedback.bring(tx, members.get(tx, found.author), words, found.promised_at, occasion)
    council_proposals.bring(tx, found.id, ticket.number, ticket.state.value)
    return ticket


def answered(tx: Tx, found: Proposal) -> ProposalAnswered:
    """What the product team says by now to one that is before it."""
    assert found.ticket is not None and found.promised_at is not None
    own = feedbacks.get(tx, found.ticket)
    assert own is not None
    whole = own if own.merged_into is None else feedbacks.get(tx, own.merged_into)
    assert whole is not None
    return ProposalAnswered(
        found.id,
        found.group,
        found.plan.title,
        members.get(tx, found.author).name,
        whole.state,
        whole.note,
        whole.version if whole.state is FeedbackState.SHIPPED else "",
        found.promised_at,
        dropped=found.told == FeedbackState.ADOPTED.value and whole.state is FeedbackState.DECLINED,
    )
