"""What the team decides about members by a card in the staff group: shown, decided, told; each kind brings its words."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from actions.works import desk_proposal as actions
from actions.works.desk_proposal import ProposalCard
from handlers.call import Call
from handlers.effects import DAY_S, Ask, Button, Edit, Effect, Effects, Keyboard, Note, Post, Reply
from handlers.routes import MODERATORS, Given, Job, JobCall, Press, Prompted, Route, Scope
from rules.occasion import Occasion
from rules.people import Member
from rules.works.desk_proposal import DeskProposal, ProposalState, Q
from storage import groups
from storage.engine.tx import Tx
from storage.works import desk_proposals

WAITS_S = 370 * DAY_S
EVER_S = 10 * 365 * DAY_S


class ShownProposal(Protocol):
    """One on a card, as far as its buttons depend on it."""

    @property
    def proposal(self) -> int:
        """Its number."""
        ...

    @property
    def rises(self) -> bool:
        """Whether it goes up."""
        ...

    @property
    def state(self) -> ProposalState:
        """How it stands."""
        ...


P = TypeVar("P", bound=ShownProposal)
D = TypeVar("D")


class ProposalsLapsed(Struct, Generic[P], frozen=True):
    """What nobody has decided in its time."""

    proposals: tuple[P, ...]
    again_days: int


class Deciding(Struct, Generic[Q, P, D], frozen=True):
    """One kind of it. `noun` names its messages and labels, `name` its routes and cards, `job` the minute's look at it.

    `confirm` decides one by its own button, and `told` is what its member hears of that. `answer` settles one for the
    reason that was given, and says what the member hears; `answered` is the message to whoever gave it. `lower` is how
    the button for one that goes down is called; such a one takes a reason as well where `lower_why`.
    """

    desk: actions.ProposalDesk[Q, P]
    noun: str
    name: str
    job: str
    confirm: Callable[[Tx, Member, int, Occasion], D]
    told: Callable[[Tx, D, DeskProposal[Q]], Note]
    answer: Callable[[Tx, Member, DeskProposal[Q], str, Occasion], Note]
    answered: str
    lower: str
    lower_why: bool = False

    def look(self, call: JobCall, tx: Tx) -> Effects:
        """What is over, what stands otherwise than its card says, and what is new."""
        staff = groups.staff(tx)
        lapsed = tuple(self.desk.lapse(tx, call.occasion))
        edits: list[Effect] = [self.edited(one) for one in self.desk.stale(tx, call.occasion)]
        if staff is None:
            return edits
        over = ProposalsLapsed(lapsed, self.desk.times(call.occasion).again_days)
        posts = [Post(staff.id, f"{self.noun}/lapsed", over, quiet=True)] if lapsed else []
        new = self.desk.lay(tx, call.occasion)
        return [*edits, *posts, *([self.posted(staff.id, new)] if new else [])]

    def confirm_one(self, call: Call, tx: Tx) -> Effects:
        """One of them, by its own button."""
        return [*self._confirmed(call, tx, [call.data["proposal"]])]

    def confirm_all(self, call: Call, tx: Tx) -> Effects:
        """All of the card that one press may confirm."""
        together = self.desk.together(tx, call.member, call.data["card"], call.occasion)
        return [*self._confirmed(call, tx, [one.id for one in together])]

    def keep(self, call: Call, tx: Tx) -> Effects:
        """Things stay as they are; nobody has to hear of it."""
        self.desk.keep(tx, call.member, call.data["proposal"], call.occasion)
        return self._pressed(call, tx)

    def deal(self, call: Call, tx: Tx) -> Effects:
        """One after the other: each that waits on a card of its own."""
        number = call.data["card"]
        dealt = self.desk.deal(tx, number, call.occasion)
        return [self._pressed(call, tx), *(self.posted(call.group.id, one) for one in dealt if one.card != number)]

    def ask_why(self, call: Call, tx: Tx) -> Effects:
        """For what reason? It is asked in private."""
        if self._put(tx, call.data["proposal"]).settled:
            raise self.desk.settled()
        return self._asked(call, tx)

    def why_told(self, call: Call, tx: Tx) -> Effects:
        """The reason: its member reads it in the evening."""
        if not call.words.strip():
            return self._asked(call, tx)
        number = call.data["proposal"]
        note = self.answer(tx, call.member, self._put(tx, number), call.words, call.occasion)
        one = self._put(tx, number)
        said = self.desk.proposed(tx, one, call.occasion)
        card = self.desk.card(tx, one.card or one.id, call.occasion)
        return Reply(f"{self.noun}/{self.answered}", said), self.edited(card), note

    def settled(self, call: Call, tx: Tx) -> Effects:
        """A line that has been decided."""
        raise self.desk.settled()

    def edited(self, card: ProposalCard[P]) -> Edit:
        """The card says how things stand."""
        return Edit(self._template(card), card, buttons=self.buttons(card), keep=f"{self.name}:{card.card}")

    def posted(self, staff: int, card: ProposalCard[P]) -> Post:
        """The card is put before the staff."""
        return Post(staff, self._template(card), card, buttons=self.buttons(card), keep=f"{self.name}:{card.card}")

    def buttons(self, card: ProposalCard[P]) -> Keyboard:
        """A list keeps its places: each in its own, then all and one after the other."""
        waiting = [one for one in card.proposals if one.state is ProposalState.WAITING]
        if not waiting:
            return ()
        if len(card.proposals) == 1:
            return (self._choices(card, card.proposals[0]),)
        lines = [self._line(card, one) for one in card.proposals]
        several = sum(not self._takes_reason(one) for one in waiting) > 1
        return (*(lines[n : n + 2] for n in range(0, len(lines), 2)), self._whole(card, several=several))

    def routes(self) -> tuple[Route, ...]:
        """All of them."""
        presses = ("decline", "take") if self.lower_why else ("decline",)
        return (
            Press(f"{self.name}.confirm", self.confirm_one, who=MODERATORS, final=True),
            Press(f"{self.name}.confirm_all", self.confirm_all, who=MODERATORS, final=True),
            Press(f"{self.name}.keep", self.keep, who=MODERATORS, final=True),
            Press(f"{self.name}.deal", self.deal, who=MODERATORS),
            Press(f"{self.name}.settled", self.settled, who=MODERATORS),
            *(Press(f"{self.name}.{press}", self.ask_why, who=MODERATORS) for press in presses),
            Prompted(f"{self.name}.reason", self.why_told, Given.AHEAD, who=MODERATORS, even_empty=True),
        )

    def jobs(self) -> tuple[Job, ...]:
        """The minute's look at it."""
        return (Job(self.job, self.look, cron="* * * * *", scope=Scope.BRAND, late_s=EVER_S),)

    def _confirmed(self, call: Call, tx: Tx, numbers: list[int]) -> list[Effect]:
        done = [(self.confirm(tx, call.member, number, call.occasion), number) for number in numbers]
        return [self._pressed(call, tx), *(self.told(tx, one, self._put(tx, number)) for one, number in done)]

    def _put(self, tx: Tx, number: int) -> DeskProposal[Q]:
        return desk_proposals.get(tx, self.desk.kind, number)

    def _asked(self, call: Call, tx: Tx) -> Ask:
        one = self._put(tx, call.data["proposal"])
        said = self.desk.proposed(tx, one, call.occasion)
        return Ask(f"{self.name}.reason", f"{self.noun}/ask_why", said, {"proposal": one.id})

    def _pressed(self, call: Call, tx: Tx) -> Edit:
        card = self.desk.card(tx, call.data["card"], call.occasion)
        return Edit(self._template(card), card, buttons=self.buttons(card))

    def _template(self, card: ProposalCard[P]) -> str:
        """One with its evidence, or a list."""
        return f"{self.noun}/card" if len(card.proposals) == 1 else f"{self.noun}/list"

    def _whole(self, card: ProposalCard[P], *, several: bool) -> tuple[Button, ...]:
        """All in one press, where there are several; or one after the other."""
        data = {"card": card.card}
        every = (self._button("all", "confirm_all", data),) if several else ()
        return (*every, self._button("deal", "deal", data))

    def _choices(self, card: ProposalCard[P], one: P) -> tuple[Button, ...]:
        data = {"card": card.card, "proposal": one.proposal}
        if one.rises:
            return self._button("confirm", "confirm", data, one), self._button("decline", "decline", data)
        press = "take" if self.lower_why else "confirm"
        return self._button(self.lower, press, data, one), self._button("keep", "keep", data)

    def _line(self, card: ProposalCard[P], one: P) -> Button:
        """One that takes a reason is asked about by its own button."""
        data = {"card": card.card, "proposal": one.proposal}
        if one.state is not ProposalState.WAITING:
            return self._button("one_settled", "settled", data, one)
        if self._takes_reason(one):
            return self._button("one_back", "take", data, one)
        return self._button("one", "confirm", data, one)

    def _takes_reason(self, one: P) -> bool:
        return self.lower_why and not one.rises

    def _button(self, label: str, press: str, data: dict[str, int], one: P | None = None) -> Button:
        return Button(
            f"{self.noun}/{label}", f"{self.name}.{press}", data, one, anyone=True, once=False, lasts_s=WAITS_S
        )
