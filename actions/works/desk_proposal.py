"""What the team is asked about members: laid on cards, dealt one by one, decided by somebody or over by its time."""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from actions.presence import is_here, require_here
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.conditions import NAMED
from rules.refusals import NotForYourself, Refusal
from rules.works.desk_proposal import DAY_S, DeskProposal, ProposalState, Q, clear_reason
from storage import figures, members
from storage.engine.tx import Tx
from storage.works import desk_proposals
from storage.works.desk_proposals import ProposalKind

MOST_ASKED = 20
SETTLES_S = 60

P = TypeVar("P")


class ProposalTimes(Protocol):
    """For how long the staff may decide, and after how long the same is asked again."""

    @property
    def answer_days(self) -> int:
        """Until it lapses."""
        ...

    @property
    def again_days(self) -> int:
        """Until the same may be asked again."""
        ...


class ProposalCard(Struct, Generic[P], frozen=True):
    """What staff are asked on one card, until when (UTC seconds), and when the same is asked again at the earliest."""

    card: int
    proposals: tuple[P, ...]
    until: int
    again_days: int


class ProposalDesk(Struct, Generic[Q, P], frozen=True):
    """One kind of question as the team is asked it. `proposed` is a proposal with its evidence as it is now.

    `acts` are how the log calls waiting and leaving things as they are, which `record` writes; `settled`, `moot` and
    `unclear` are what is said where nothing is to be decided, or no reason is given. One that is `alone` is decided by
    its own button and not with all of its card.
    """

    kind: ProposalKind[Q]
    times: Callable[[Occasion], ProposalTimes]
    proposed: Callable[[Tx, DeskProposal[Q], Occasion], P]
    record: Callable[[Tx, Member, str, DeskProposal[Q], str | None, Occasion], None]
    declined: str
    kept: str
    settled: Callable[[], Refusal]
    moot: Callable[[], Refusal]
    unclear: Callable[[], Refusal]
    alone: Callable[[Q], bool] = lambda question: False

    def turn(self, tx: Tx, put: DeskProposal[Q], *, true: bool) -> None:
        """It is asked while it is true."""
        state = ProposalState.WAITING if true else ProposalState.MOOT
        if state is not put.state:
            desk_proposals.turn(tx, self.kind, put.id, state)

    def lay(self, tx: Tx, occasion: Occasion) -> ProposalCard[P] | None:
        """Everything that is new, on one card, once nothing more has come for a moment; not more than staff can look at."""
        new = desk_proposals.unasked(tx, self.kind, MOST_ASKED)
        room = MOST_ASKED - desk_proposals.asked(tx, self.kind)
        if not new or room <= 0 or max(one.at for one in new) > occasion.now - SETTLES_S:
            return None
        return self._laid(tx, new[:room], occasion)

    def deal(self, tx: Tx, number: int, occasion: Occasion) -> list[ProposalCard[P]]:
        """Those that still wait on a card get cards of their own; the first one is the card itself from now on."""
        return [self._laid(tx, [one], occasion) for one in self._waiting(tx, number)]

    def lapse(self, tx: Tx, occasion: Occasion) -> list[P]:
        """Those whose time is over, which nobody has decided; the moot ones go without a word."""
        due = desk_proposals.due(tx, self.kind, occasion.now)
        for one in due:
            desk_proposals.settle(tx, self.kind, one.id, ProposalState.LAPSED, None, occasion.now)
        return [self.proposed(tx, one, occasion) for one in due if one.state is ProposalState.WAITING]

    def stale(self, tx: Tx, occasion: Occasion) -> list[ProposalCard[P]]:
        """Cards that have to be written anew; written with this."""
        return [self.card(tx, number, occasion) for number in desk_proposals.stale(tx, self.kind)]

    def card(self, tx: Tx, number: int, occasion: Occasion) -> ProposalCard[P]:
        """A card as it is to be written now."""
        on_it = desk_proposals.on_card(tx, self.kind, number)
        desk_proposals.shown(tx, self.kind, number)
        until = max(one.until or 0 for one in on_it)
        shown = tuple(self.proposed(tx, one, occasion) for one in on_it)
        return ProposalCard(number, shown, until, self.times(occasion).again_days)

    def open(self, tx: Tx, staff: Member, number: int) -> DeskProposal[Q]:
        """The one that staff are about to decide. Raises NotForYourself, `settled`, `moot`."""
        put = desk_proposals.get(tx, self.kind, number)
        if put.member == staff.id:
            raise NotForYourself
        if put.settled:
            raise self.settled()
        if put.state is ProposalState.MOOT:
            raise self.moot()
        return put

    def together(self, tx: Tx, staff: Member, card: int, occasion: Occasion) -> list[DeskProposal[Q]]:
        """Those that one press may confirm, none of them the presser's own; who is not there now stays on the card.

        Raises NotForYourself, NotHereNow, `settled`.
        """
        waiting = [one for one in self._waiting(tx, card) if not self.alone(one.question)]
        others = [one for one in waiting if one.member != staff.id]
        if not others:
            raise NotForYourself() if waiting else self.settled()
        there = [one for one in others if not one.question.rises or is_here(members.get(tx, one.member), occasion)]
        if not there:
            require_here(tx, others[0].member, occasion)
        return there

    def confirm(
        self, tx: Tx, put: DeskProposal[Q], staff: Member, act: str, reason: str | None, occasion: Occasion
    ) -> None:
        """It is as was asked from now on. Nobody rises who is not there. Raises NotHereNow."""
        if put.question.rises:
            require_here(tx, put.member, occasion)
        self._settle(tx, put, ProposalState.CONFIRMED, staff, act, reason, occasion)

    def decline(self, tx: Tx, staff: Member, number: int, reason: str, occasion: Occasion) -> DeskProposal[Q]:
        """Not yet, for that reason, which the member reads. Raises NotForYourself, `settled`, `moot`, `unclear`, WordsTooLong."""
        put, reason = self.open(tx, staff, number), clear_reason(reason, self.unclear)
        self._settle(tx, put, ProposalState.DECLINED, staff, self.declined, reason, occasion)
        return desk_proposals.get(tx, self.kind, number)

    def keep(self, tx: Tx, staff: Member, number: int, occasion: Occasion) -> None:
        """Things stay as they are, although it is not all there any more. Raises NotForYourself, `settled`, `moot`."""
        put = self.open(tx, staff, number)
        self._settle(tx, put, ProposalState.DECLINED, staff, self.kept, None, occasion)

    def _waiting(self, tx: Tx, card: int) -> list[DeskProposal[Q]]:
        return [one for one in desk_proposals.on_card(tx, self.kind, card) if one.state is ProposalState.WAITING]

    def _laid(self, tx: Tx, proposals: Sequence[DeskProposal[Q]], occasion: Occasion) -> ProposalCard[P]:
        until = occasion.now + self.times(occasion).answer_days * DAY_S
        for one in proposals:
            desk_proposals.lay(tx, self.kind, one.id, proposals[0].id, one.until or until)
        return self.card(tx, proposals[0].id, occasion)

    def _settle(
        self,
        tx: Tx,
        put: DeskProposal[Q],
        state: ProposalState,
        staff: Member,
        act: str,
        reason: str | None,
        occasion: Occasion,
    ) -> None:
        desk_proposals.settle(tx, self.kind, put.id, state, staff.id, occasion.now, reason)
        self.record(tx, staff, act, put, reason, occasion)


def figures_of(tx: Tx, put: DeskProposal[Q], occasion: Occasion) -> dict[str, int]:
    """How much of what it asks for there is now."""
    return figures.of_member(tx, sorted(NAMED.keys() & put.question.needs.keys()), put.member, occasion.now)
