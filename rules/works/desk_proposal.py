"""What the team is asked about a member and decides by a card, whatever it is about: how it stands, and from when again."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from rules.lengths import within
from rules.refusals import Refusal

DAY_S = 86_400
REASON_LEAST, REASON_MOST = 2, 300


class ProposalState(StrEnum):
    """What became of it; MOOT ones are true no longer, and wait again when they are. OVERTAKEN: decided by hand."""

    WAITING = "waiting"
    MOOT = "moot"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    LAPSED = "lapsed"
    OVERTAKEN = "overtaken"


UNSETTLED = (ProposalState.WAITING, ProposalState.MOOT)


class DeskQuestion(Protocol):
    """What is asked: whether it goes up for them, and the conditions that are met, or are not kept any more."""

    @property
    def rises(self) -> bool:
        """Whether it goes up."""
        ...

    @property
    def needs(self) -> Mapping[str, int]:
        """The conditions, and how much of each."""
        ...


Q = TypeVar("Q", bound=DeskQuestion)


class DeskProposal(Struct, Generic[Q], frozen=True):
    """A question that was put; times in UTC seconds. `card` is the first one of those that stand on the same card."""

    id: int
    member: int
    question: Q
    at: int
    state: ProposalState
    card: int | None
    until: int | None
    settled_by: int | None
    settled_at: int | None
    reason: str | None

    @property
    def settled(self) -> bool:
        """Whether nothing more becomes of it."""
        return self.state not in UNSETTLED

    @property
    def hopeful(self) -> bool:
        """Whether it waits and goes up."""
        return self.state is ProposalState.WAITING and self.question.rises

    @property
    def over_at(self) -> int:
        """When it was settled, or else put."""
        return self.settled_at or self.at


def again_at(since: Iterable[int | None], again_days: int) -> int:
    """From when (UTC seconds) the same may be asked again: so many days after each of those moments that there was."""
    return max((at + again_days * DAY_S for at in since if at is not None), default=0)


def clear_reason(words: str, unclear: Callable[[], Refusal]) -> str:
    """The reason, which the member reads. Raises what is given where there is hardly a word, and WordsTooLong."""
    reason = within(words, REASON_MOST)
    if len(reason) < REASON_LEAST:
        raise unclear()
    return reason
