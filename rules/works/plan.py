"""An open challenge between its pitch and its delivery: what is said, the plan both sides agree to, what is asked of the brand."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.reading.form_fields import Field, Form, Shape
from rules.refusals import Refusal

WORDS_MOST = 800
ASKS_MOST = 5

# What is agreed to, and until when it is delivered.
FORM: Form = (
    Field("text", Shape.TEXT, required=True, least=4, most=700),
    Field("due", Shape.MOMENT, required=True),
)
# What the brand is asked for, and by when.
ASK_FORM: Form = (
    Field("what", Shape.LINE, required=True, least=2, most=100),
    Field("by", Shape.MOMENT, required=True),
)


class AskStanding(StrEnum):
    """What became of what the brand was asked for."""

    WAITING = "waiting"
    GRANTED = "granted"
    NOT_NOW = "not_now"


class Plan(Struct, frozen=True):
    """One text that both sides agree to, or not yet: delivered until `due` (UTC seconds), written at `at` by `proposer`.

    `staff`: for the brand. It holds from `agreed_at` on.
    """

    text: str
    due: int
    proposer: int
    staff: bool
    at: int
    agreed_at: int | None = None


class PlanAsk(Struct, frozen=True):
    """What the brand is asked for until `due` (UTC seconds), and what `answered_by` said."""

    id: int
    submission: int
    what: str
    due: int
    standing: AskStanding
    words: str
    answered_by: int | None


class PlanWord(Struct, frozen=True):
    """Something said between the two sides; `staff`: by the brand."""

    author: int
    staff: bool
    text: str
    at: int


@dataclass(eq=False)
class NoPlan(Refusal):
    """There is no pitch of theirs to talk about."""


@dataclass(eq=False)
class PlanAgreed(Refusal):
    """Both have agreed to it before."""

    over = True


@dataclass(eq=False)
class PlanMoved(Refusal):
    """There is another text by now, or the reader wrote this one themselves."""


@dataclass(eq=False)
class PlanTooLate(Refusal):
    """What is delivered after the challenge's deadline (UTC seconds) would not be taken."""

    deadline: int


@dataclass(eq=False)
class AskAnswered(Refusal):
    """Somebody, `name`, has answered it."""

    over = True

    name: str


@dataclass(eq=False)
class AsksUsed(Refusal):
    """So many things have been asked for that people should talk instead."""

    most: int
