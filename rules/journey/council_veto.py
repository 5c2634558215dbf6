"""The council's veto: what it can be used against, and how the team answers it."""

from dataclasses import dataclass
from enum import StrEnum

from rules.fairness.feedback import Feedback, FeedbackState
from rules.lengths import within
from rules.refusals import Refusal

REASON_LEAST, REASON_MOST = 4, 500


class VetoAnswer(StrEnum):
    """The team drops what it had adopted, or does it all the same."""

    ACCEPTED = "accepted"
    OVERRULED = "overruled"


@dataclass(eq=False)
class VetoNotGranted(Refusal):
    """The brand does not grant the council a veto."""


@dataclass(eq=False)
class VetoTooLate(Refusal):
    """It is not adopted any more: it is there already, or was dropped."""

    over = True


@dataclass(eq=False)
class VetoUnderWay(Refusal):
    """The council is considering a veto against that already."""


@dataclass(eq=False)
class VetoReasonShort(Refusal):
    """A reason of some words is needed, `least` characters."""

    least: int


@dataclass(eq=False)
class VetoSettled(Refusal):
    """Somebody of the team has answered it."""

    over = True


def require_adopted(ticket: Feedback | None) -> Feedback:
    """The ticket, which is adopted and not there yet. Raises VetoTooLate."""
    if ticket is None or ticket.state is not FeedbackState.ADOPTED or ticket.merged_into is not None:
        raise VetoTooLate
    return ticket


def reason_of(words: str) -> str:
    """The reason, as it is kept. Raises VetoReasonShort, WordsTooLong."""
    said = within(words.strip(), REASON_MOST)
    if len(said) < REASON_LEAST:
        raise VetoReasonShort(REASON_LEAST)
    return said
