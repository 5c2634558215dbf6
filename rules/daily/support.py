"""Production support: staff help to make a promising idea better; the finished work is linked to the first idea."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.reading.form_fields import Field, Form, Shape, Vocabulary
from rules.reading.forms import plain_text
from rules.refusals import Refusal

WHAT_MOST = 200
WHO_MOST = 60
LINK_MOST = 300
SOON_S = 2 * 86_400
FORM: Form = (
    Field("what", Shape.LINE, required=True, most=WHAT_MOST),
    Field("due", Shape.MOMENT, required=True),
    Field("who", Shape.LINE, most=WHO_MOST),
)
_PARTS = re.compile(r"\s*[|｜]\s*")
_LINK = re.compile(r"https?://\S+\.\S+")
_NUMBER = re.compile(r"[#＃]?(\d{1,9})")


class Basis(StrEnum):
    """Why a message is promising: staff featured it, it is an idea, or members picked it."""

    FEATURE = "feature"
    IDEA = "idea"
    PICKED = "picked"


class SupportState(StrEnum):
    """What has become of an offer."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    DONE = "done"


# From which states an offer may go to each; nothing moves while its idea does not stand.
MOVES: Mapping[SupportState, frozenset[SupportState]] = {
    SupportState.ACCEPTED: frozenset({SupportState.OFFERED, SupportState.DECLINED}),
    SupportState.DECLINED: frozenset({SupportState.OFFERED, SupportState.ACCEPTED}),
    SupportState.WITHDRAWN: frozenset({SupportState.OFFERED, SupportState.ACCEPTED}),
    SupportState.LAPSED: frozenset({SupportState.OFFERED}),
    SupportState.DONE: frozenset({SupportState.ACCEPTED, SupportState.DONE}),
}
# One that is none of these leaves the idea free for another offer.
STANDING = frozenset({SupportState.OFFERED, SupportState.ACCEPTED, SupportState.DONE})


class Support(Struct, frozen=True):
    """An offer about a member's message: who helps (`helper`) with what by when (UTC seconds), and who offered it."""

    id: int
    group: int
    message: int
    member: int
    what: str
    helper: int
    by: int
    due_at: int
    at: int
    state: SupportState = SupportState.OFFERED


class FinishedWork(Struct, frozen=True):
    """What came of an idea: a message of `member` in a group (of ours), or a link."""

    member: int | None = None
    group: int | None = None
    message: int | None = None
    link: str | None = None


class Made(Struct, frozen=True):
    """A finished work as it is credited: whose idea it was, who made it (None: it is not known), who helped with what."""

    author: str
    maker: str | None
    helper: str
    what: str
    link: str | None


class DoneSaid(Struct, frozen=True):
    """What `/support done` says besides: the number of an offer, a link to the work."""

    number: int | None
    link: str | None


@dataclass(eq=False)
class NotPromising(Refusal):
    """The message is neither featured, an idea, nor picked by enough members; or not any more."""


@dataclass(eq=False)
class AlreadySupported(Refusal):
    """`helper` helps with it, or has offered to."""

    helper: str


@dataclass(eq=False)
class SupportMoved(Refusal):
    """That is not possible (any more): the offer's state, or that its idea does not stand."""

    over = True

    state: SupportState
    stands: bool


# While it is in one of these, somebody still has to help.
PENDING = frozenset({SupportState.OFFERED, SupportState.ACCEPTED})


@dataclass(eq=False)
class NothingSupported(Refusal):
    """No help that was accepted belongs to the message."""


@dataclass(eq=False)
class WhichSupport(Refusal):
    """Several may be meant: their numbers and what they help with."""

    numbers: tuple[int, ...]


@dataclass(eq=False)
class WorkLinkNeeded(Refusal):
    """A link to the finished work is needed, in `most` characters."""

    most: int


def form_text(words: str, names: Vocabulary) -> str:
    """The form that the words are: one as it is, or a line of `what | by when | who`."""
    line = words.strip()
    parts = _PARTS.split(line, maxsplit=2)
    if "\n" in line or (len(parts) == 1 and _named(line, names)):
        return line
    return plain_text(FORM, dict(zip((part.name for part in FORM), parts, strict=False)), names)


def _named(line: str, names: Vocabulary) -> bool:
    return names.field_called(re.split("[:：]", line, maxsplit=1)[0].strip()) is not None


def done_said(words: str) -> DoneSaid:
    """The number, which stands first or behind a #, and the link among the words. Raises WorkLinkNeeded for one too long."""
    parts = words.split()
    naming = [part for n, part in enumerate(parts) if not n or part[0] in "#＃"]
    numbers = [int(found[1]) for part in naming if (found := _NUMBER.fullmatch(part))]
    links = [part for part in parts if _LINK.fullmatch(part)]
    link = require_link(links[0]) if links else None
    return DoneSaid(numbers[0] if numbers else None, link)


def require_link(words: str) -> str:
    """A link to the finished work. Raises WorkLinkNeeded."""
    found = _LINK.search(words)
    if found is None or len(found[0]) > LINK_MOST:
        raise WorkLinkNeeded(LINK_MOST)
    return found[0]


def require_move(found: Support, to: SupportState, *, stands: bool) -> None:
    """The offer may go there. Raises SupportMoved."""
    if not stands or found.state not in MOVES[to]:
        raise SupportMoved(found.state, stands)
