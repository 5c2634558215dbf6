"""The council as it is seen by `/council`: who sits in it, what is open, what waits for an answer, what was decided."""

from msgspec import Struct

from actions.honour import core
from actions.honour.core import OwnCore
from actions.journey.council_proposal import ProposalAnswered, answered
from actions.journey.council_seat import SeatInvited, could_be_invited, invited
from actions.journey.council_vote import VoteClosed, closed
from rules.journey.council_proposal import Proposal, ProposalState
from rules.journey.council_veto import VetoAnswer
from rules.journey.preference import Preference, PreferenceState
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import OPERATING, STAFF, Member, Role
from storage import members
from storage.engine.tx import Tx
from storage.journey import council_proposals, council_seats, council_votes, preferences

PER_PAGE = 6


class ProposalOpen(Struct, frozen=True):
    """A proposal that is talked about, or voted on, until then (UTC seconds). Its author may take it back (`own`)."""

    id: int
    title: str
    name: str
    state: ProposalState
    until: int
    own: bool


class CouncilDecision(Struct, frozen=True):
    """What was decided at `at` (UTC seconds), by which numbers, and what the product team has answered, if it was carried.

    To a `veto` it says yes or no, for a `reason`.
    """

    at: int
    result: VoteClosed
    answer: ProposalAnswered | None
    overdue: bool
    veto: VetoAnswer | None = None
    reason: str = ""


class DesignsBefore(Struct, frozen=True):
    """Designs that are compared until then (UTC seconds), or about which the team answers `until` then, or should have."""

    title: str
    until: int
    open: bool
    overdue: bool


class CouncilSeen(Struct, frozen=True):
    """The council: the `names` of its members, `seats` in all. Its own members read until when (UTC seconds) they sit,
    staff who is `invited`. Where the brand grants it, they may use the `veto`.
    What is `open`, `unanswered` and was decided last stands there for all, and the `designs` that are compared; so many
    preference votes there have been (`compared`). Whoever `asks` may begin one. Who is `mature` and could be invited to a
    seat that is free stands there for staff. One who sits in it, may come into a core group and is in none reads where
    it talks and votes (`core`).
    """

    names: tuple[str, ...]
    seats: int
    sits: bool
    until: int | None
    invited: tuple[SeatInvited, ...]
    open: tuple[ProposalOpen, ...]
    unanswered: tuple[CouncilDecision, ...]
    decisions: int
    veto: bool = False
    designs: tuple[DesignsBefore, ...] = ()
    compared: int = 0
    asks: bool = False
    mature: tuple[str, ...] = ()
    core: OwnCore | None = None


class CouncilDecisions(Struct, frozen=True):
    """A page of what the council has decided, the latest first."""

    decisions: tuple[CouncilDecision, ...]
    page: Page


def seen(tx: Tx, member: Member, roles: frozenset[Role], occasion: Occasion) -> CouncilSeen:
    """The council as that member reads of it."""
    sits = Role.COUNCIL in roles
    waiting = council_seats.open_invitations(tx) if roles & STAFF else []
    return CouncilSeen(
        tuple(one.name for one in council_seats.holders(tx)),
        occasion.programme.council.seats,
        sits,
        council_seats.get(tx, member.id).until if sits else None,
        tuple(invited(tx, one.id, occasion) for one in waiting),
        tuple(_open(tx, one, member) for one in council_proposals.undecided(tx)),
        tuple(_decision(tx, one, occasion) for one in council_proposals.unanswered(tx)),
        council_proposals.count_decided(tx),
        sits and occasion.programme.council.veto,
        tuple(_designs(tx, one, occasion) for one in preferences.undecided(tx)),
        preferences.count(tx),
        bool(roles & OPERATING),
        could_be_invited(tx, occasion) if roles & STAFF else (),
        _outside(tx, member, occasion) if sits else None,
    )


def _outside(tx: Tx, member: Member, occasion: Occasion) -> OwnCore | None:
    found = core.own(tx, member, occasion)
    return found if found.entrance.open and found.outside and not found.inside else None


def decisions(tx: Tx, number: int, occasion: Occasion) -> CouncilDecisions:
    """That page of what was decided."""
    page = page_of(number, council_proposals.count_decided(tx), PER_PAGE)
    found = council_proposals.decided(tx, PER_PAGE, page.before)
    return CouncilDecisions(tuple(_decision(tx, one, occasion) for one in found), page)


def _open(tx: Tx, found: Proposal, reader: Member) -> ProposalOpen:
    vote = council_votes.of_proposal(tx, found.id)
    talking = found.state is ProposalState.TALKING
    until = found.talk_until if talking or vote is None else vote.closes_at
    name = members.get(tx, found.author).name
    return ProposalOpen(found.id, found.plan.title, name, found.state, until, talking and found.author == reader.id)


def _designs(tx: Tx, found: Preference, occasion: Occasion) -> DesignsBefore:
    open_ = found.state is PreferenceState.VOTING
    until = preferences.rounds(tx, found.id)[-1].closes_at if open_ else found.promised_at
    assert until is not None, found
    return DesignsBefore(found.plan.title, until, open_, not open_ and until <= occasion.now)


def _decision(tx: Tx, found: Proposal, occasion: Occasion) -> CouncilDecision:
    vote = council_votes.of_proposal(tx, found.id)
    assert vote is not None and found.decided_at is not None
    answer = answered(tx, found) if found.ticket is not None else None
    unanswered = found.veto is None if found.against is not None else answer is None or answer.waits
    waits = found.state is ProposalState.CARRIED and unanswered
    overdue = waits and found.promised_at is not None and found.promised_at <= occasion.now
    return CouncilDecision(found.decided_at, closed(tx, vote), answer, overdue, found.veto, found.reason)
