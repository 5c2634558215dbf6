"""Proposals of the council: written by a member, talked about, voted on, and answered by the product team."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.journey.council_veto import VetoAnswer
from rules.occasion import Occasion
from rules.reading import forms
from rules.reading.form_fields import Field, Form, Shape, Vocabulary
from rules.reading.forms import Filled
from rules.refusals import Refusal

OPEN_MOST = 2
TITLE_MOST, ABOUT_MOST = 60, 900
FORM: Form = (
    Field("title", Shape.LINE, required=True, least=4, most=TITLE_MOST),
    Field("about", Shape.TEXT, required=True, least=10, most=ABOUT_MOST),
)


class ProposalState(StrEnum):
    """How far a proposal has come. One that is `open_ended` was voted on, and nothing was decided."""

    TALKING = "talking"
    VOTING = "voting"
    CARRIED = "carried"
    FALLEN = "fallen"
    OPEN_ENDED = "open_ended"
    WITHDRAWN = "withdrawn"


DECIDED = (ProposalState.CARRIED, ProposalState.FALLEN, ProposalState.OPEN_ENDED)


class ProposalPlan(Struct, frozen=True):
    """What is proposed: a line for it, and why."""

    title: str
    about: str


class Proposal(Struct, frozen=True):
    """A proposal of `author` in the core group `group`, talked about until `talk_until` (UTC seconds).

    Once carried it is a `ticket` of the product team, whose answer is promised until `promised_at`; its state when the
    core group was told of it last is `told`. One that is a veto is `against` an adopted ticket, and answered with a reason.
    """

    id: int
    author: int
    group: int
    plan: ProposalPlan
    state: ProposalState
    at: int
    talk_until: int
    decided_at: int | None
    ticket: int | None
    promised_at: int | None
    told: str | None
    against: int | None = None
    veto: VetoAnswer | None = None
    reason: str = ""


@dataclass(eq=False)
class CouncilHasNoRoom(Refusal):
    """There is no core group in which it could be talked about."""


@dataclass(eq=False)
class ProposalsOpen(Refusal):
    """The author has `most` proposals that are not decided yet."""

    most: int


@dataclass(eq=False)
class ProposalMoved(Refusal):
    """It can't be taken back any more: the vote has begun, or it is over."""


def read(text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form as written; words without any name of a field are a title and, below it, why, or the one of them that lacks."""
    named = _lacking(text, before, vocabulary) if before else _named(text, vocabulary)
    return forms.read(FORM, named, vocabulary, occasion, before)


def _lacking(text: str, before: str, vocabulary: Vocabulary) -> str:
    """A correction under the name of the only field that is still empty; any other as it is."""
    written = forms.written_in(FORM, before, vocabulary)
    empty = [part.name for part in FORM if not written.get(part.name, "").strip()]
    if len(empty) != 1 or not text.strip() or forms.written_in(FORM, text, vocabulary):
        return text
    return forms.plain_text(FORM, {empty[0]: text.strip()}, vocabulary)


def _named(text: str, vocabulary: Vocabulary) -> str:
    if not text.strip() or forms.written_in(FORM, text, vocabulary):
        return text
    title, _, about = text.strip().partition("\n")
    blank = "" if about.strip() else f"\n{forms.plain_text(FORM, {'about': ' '}, vocabulary).rstrip()}"
    return forms.plain_text(FORM, {"title": title.strip(), "about": about.strip()}, vocabulary) + blank


def plan_of(filled: Filled) -> ProposalPlan:
    """The plan of a form without mistakes."""
    return ProposalPlan(filled.words("title"), filled.words("about"))
