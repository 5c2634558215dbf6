"""Criticism that is safe: what may be said, which way a ticket goes, and who can be thanked for it."""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.programme.feedbacks import FeedbackPromises
from rules.programme.wording import Wording
from rules.reading.typed import even
from rules.refusals import Refusal

SIGNS_LEAST = 4
LITTLE_BYTES = 33
WORDS_MOST = 2_000
FILES_MOST = 10
REASON_MOST = 500
NOTE_MOST = 200
VERSION_MOST = 40
PAGE = 8
LINES_SHOWN = 10
CODE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 16
HOUR_S, DAY_S = 3_600, 86_400
# Groups of signs as a code has them, or ten and more in a row with a digit among them.
_NEARLY_CODE = re.compile(r"[A-Za-z0-9]{3,6}(?:[-–—_][A-Za-z0-9]{3,6}){1,5}|(?=[A-Za-z]*\d)[A-Za-z0-9]{10,22}")


# A code said alone is parted as it was shown, or has a digit: four words of four letters are talk.
_CODE_ALONE = re.compile(
    rf"[{CODE_SIGNS}]{{4}}(?:[-–—_][{CODE_SIGNS}]{{4}}){{3}}|(?=[A-Z ]*\d)[{CODE_SIGNS}]{{4}}(?: ?[{CODE_SIGNS}]{{4}}){{3}}"
)


class FeedbackKind(StrEnum):
    """What it is about."""

    PROBLEM = "problem"
    IDEA = "idea"
    COMMUNITY = "community"


class FeedbackState(StrEnum):
    """How far a ticket has come."""

    RECEIVED = "received"
    DISCUSSING = "discussing"
    ADOPTED = "adopted"
    DECLINED = "declined"
    SHIPPED = "shipped"


MOVES: dict[FeedbackState, tuple[FeedbackState, ...]] = {
    FeedbackState.RECEIVED: (FeedbackState.DISCUSSING, FeedbackState.ADOPTED, FeedbackState.DECLINED),
    FeedbackState.DISCUSSING: (FeedbackState.ADOPTED, FeedbackState.DECLINED),
    FeedbackState.ADOPTED: (FeedbackState.SHIPPED, FeedbackState.DECLINED),
    FeedbackState.DECLINED: (FeedbackState.DISCUSSING,),
    FeedbackState.SHIPPED: (),
}
WAITING = (FeedbackState.RECEIVED, FeedbackState.DISCUSSING)
TAKEN_UP = (FeedbackState.ADOPTED, FeedbackState.SHIPPED)


class Feedback(Struct, frozen=True):
    """A ticket, in its `state` since then (UTC seconds). `member` is None while nobody has put their name to it.

    `note` is why it was declined, or what will change, in each language in which staff wrote it; `named` whether its author
    agreed to be named (None: not asked).
    `promised_at` is until when it was promised to be decided, of one that goes before all others.
    `at` is when it came, of one that is `anonymous` when it was passed on.
    """

    id: int
    member: int | None
    anonymous: bool
    kind: FeedbackKind
    words: str
    at: int
    state: FeedbackState
    since: int
    note: Wording
    version: str
    named: bool | None
    merged_into: int | None
    promised_at: int | None = None

    @property
    def may_be_named(self) -> bool:
        """Whether its author is known and has agreed."""
        return self.member is not None and self.named is True

    def due_at(self, promises: FeedbackPromises) -> int | None:
        """When it should have been looked at, or decided; None when nothing was promised."""
        if self.promised_at is not None:
            return self.promised_at if self.state in WAITING else None
        if self.state is FeedbackState.RECEIVED:
            return self.since + promises.answer_hours * HOUR_S
        return self.since + promises.decide_days * DAY_S if self.state is FeedbackState.DISCUSSING else None


@dataclass(eq=False)
class FeedbackTooLong(Refusal):
    """`length` characters, where `most` are taken."""

    length: int
    most: int


@dataclass(eq=False)
class CodeIncomplete(Refusal):
    """What was sent looks like a code, but `length` of its signs may stand in one, not as `many` as codes have."""

    length: int
    many: int = CODE_LENGTH


@dataclass(eq=False)
class FeedbackKindFirst(Refusal):
    """Words came before it was said what they are about; they are kept nowhere."""


@dataclass(eq=False)
class FeedbackSaysNothing(Refusal):
    """Neither words nor a picture."""


@dataclass(eq=False)
class FeedbackEnough(Refusal):
    """The member has sent `most` of them today."""

    most: int


@dataclass(eq=False)
class FeedbackFull(Refusal):
    """So much that is anonymous waits already that no more is taken before it has been passed on."""


@dataclass(eq=False)
class FeedbackMoved(Refusal):
    """The ticket has moved on meanwhile: it is `state` now, or part of another one."""

    over = True

    number: int
    state: FeedbackState
    merged_into: int | None = None


@dataclass(eq=False)
class NoSuchFeedback(Refusal):
    """There is no ticket of that number."""


@dataclass(eq=False)
class NobodyHears(Refusal):
    """Whoever said ticket `number` has asked to be forgotten: an answer would reach nobody."""

    number: int


@dataclass(eq=False)
class MergeIntoWhich(Refusal):
    """Ticket `number` can become part of another one alone, which is named by its number."""

    number: int


@dataclass(eq=False)
class NoSuchCode(Refusal):
    """No ticket goes with that code."""


@dataclass(eq=False)
class FeedbackForMembers(Refusal):
    """Only who is in one of the groups can be heard."""


def require_move(ticket: Feedback, to: FeedbackState) -> None:
    """Raise FeedbackMoved unless the ticket may go there from where it is."""
    if ticket.merged_into is not None or to not in MOVES[ticket.state]:
        raise FeedbackMoved(ticket.id, ticket.state, ticket.merged_into)


def require_said(words: str, most: int = WORDS_MOST, *, files: int = 0) -> str:
    """The words, as they can be kept. Raises FeedbackTooLong, FeedbackSaysNothing."""
    said = words.strip()
    if len(said) > most:
        raise FeedbackTooLong(len(said), most)
    if not said and not files:
        raise FeedbackSaysNothing
    return said


def says_little(words: str) -> bool:
    """Whether there is too little in it for anybody to do something about: fewer letters than a short word has."""
    return sum(sign.isalnum() for sign in words) < SIGNS_LEAST


def little(words: str) -> str:
    """As much of the little that was said as can be carried until there is more."""
    return words.encode()[:LITTLE_BYTES].decode(errors="ignore")


def joined(before: str, words: str) -> str:
    """What was said until now and what was said next, a line each."""
    return "\n".join(part for part in (before.strip(), words.strip()) if part)


def code_hash(code: str) -> str:
    """What is kept of a code: from it the code can't be told."""
    return hashlib.sha256(f"feedback:{bare_code(code)}".encode()).hexdigest()


def bare_code(code: str) -> str:
    """A code as people type it, without the strokes and in capitals."""
    return "".join(sign for sign in even(code).upper() if sign in CODE_SIGNS)


def shown_code(code: str) -> str:
    """A code as people read it, in fours."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def is_code(text: str) -> bool:
    """Whether somebody may have meant a code."""
    return len(bare_code(text)) == CODE_LENGTH and len(even(text).strip()) <= CODE_LENGTH + 6


def is_code_alone(text: str) -> bool:
    """Whether a message is a code and nothing else, as somebody sends it who forgets the command."""
    return _CODE_ALONE.fullmatch(even(text).strip().upper()) is not None


def is_nearly_code(text: str) -> bool:
    """Whether somebody has copied a code with a sign too few, too many, or one that stands in none."""
    return _NEARLY_CODE.fullmatch(even(text).strip()) is not None


def require_taken_up(whole: Feedback) -> None:
    """Raise FeedbackMoved of what is not adopted, or not any more."""
    if whole.state not in TAKEN_UP:
        raise FeedbackMoved(whole.id, whole.state)
