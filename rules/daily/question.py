"""Questions: a member asks, others reply, one answer is accepted. Each has a number."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.programme.questions import Questions
from rules.reading.hashtags import without
from rules.reading.heard import pattern
from rules.reading.slashed import slashed
from rules.reading.typed import bare, headed, opened, typed
from rules.refusals import Refusal

_NUMBERED = re.compile(rf"(?:{pattern('question', 'numbered')})\s*#?(\d{{1,9}})")
_ASKS = re.compile(pattern("question", "asks"))
_ASKS_AT_END = re.compile(rf"(?:{pattern('question', 'at_its_end')})\W*\Z")
_CALLS_FOR_HELP = re.compile(pattern("question", "calls_for_help"))
_LEAST_ASKED = 6


class QuestionState(StrEnum):
    """OPEN until an answer is accepted (SOLVED) or the question is no longer needed (CLOSED)."""

    OPEN = "open"
    SOLVED = "solved"
    CLOSED = "closed"


class Question(Struct, frozen=True):
    """A question; `id` is its number, `message` and `topic` where it stands, `registrar` who made it one."""

    id: int
    group: int
    message: int
    topic: int | None
    asker: int
    registrar: int
    text: str
    asked_at: int
    state: QuestionState


class Answer(Struct, frozen=True):
    """A reply to a question. `text` is None once it has been forgotten."""

    question: int
    message: int
    topic: int | None
    member: int
    text: str | None
    at: int


@dataclass(eq=False)
class EmptyQuestion(Refusal):
    """There is no question in the message."""


@dataclass(eq=False)
class QuestionTooLong(Refusal):
    """More than `limit` characters; the question has `length`."""

    limit: int
    length: int


@dataclass(eq=False)
class TooManyOpen(Refusal):
    """The asker has `open` questions open already, which is the limit."""

    open: int


@dataclass(eq=False)
class AlreadyAsked(Refusal):
    """That message is question `number` already."""

    number: int


@dataclass(eq=False)
class NobodyAsked(Refusal):
    """The message was not written here by a person, so it can be nobody's question."""


@dataclass(eq=False)
class NoSuchQuestion(Refusal):
    """No question is meant by the message or number."""


@dataclass(eq=False)
class NotYourQuestion(Refusal):
    """Only the asker of question `number` or a moderator may do this."""

    number: int


@dataclass(eq=False)
class QuestionNotOpen(Refusal):
    """Question `number` has been solved or closed before."""

    number: int


def asked_text(message: str, tags: Iterable[str], openings: Iterable[str] = ()) -> str:
    """The question in a message, without what makes it one: the command, a hashtag of `tags`, a word of `openings`."""
    command = slashed(message)
    bare = command.words if command else message
    words, marks = [*map(typed, openings)], [*map(typed, tags)]
    bracket = headed(bare)
    if bracket and bracket[0] in words:
        return without(bracket[1], marks)
    begun = opened(bare, words, [word for word in words if parting(word, marks)])
    return without(begun[1] if begun else bare, marks)


def parting(opening: str, tags: Iterable[str]) -> bool:
    """Whether an opening stands before a space or a comma too: 提问 and 我要提问 are said to ask, `question` may be talk."""
    return not opening.isascii() and opening.endswith(tuple(map(typed, tags)))


def number_in(text: str) -> int | None:
    """The number of a question, where that is all of it: Q18, q 18, 问题 18."""
    found = _NUMBERED.fullmatch(bare(text))
    return int(found[1]) if found else None


def asks(text: str) -> bool:
    """Whether `text` reads as if its author wanted to know something."""
    return _ASKS.search(typed(text)) is not None


def wants_to_know(text: str) -> bool:
    """Whether `text` asks, and does not only head with a question what it tells: `胎压怎么重置：先点车辆`."""
    said = typed(text)
    head, _, told = said.partition(":")
    explains = bool(told) and "?" not in head and _CALLS_FOR_HELP.search(head) is None
    return asks(told if explains else said)


def asks_at_its_end(text: str) -> bool:
    """Whether `text` asks something with its last word."""
    return asks(text) and _ASKS_AT_END.search(typed(text)) is not None


def asks_plainly(text: str) -> bool:
    """Whether a message in the topic for questions is one: it asks, and is more than a word or two thrown in."""
    marked = typed(text).endswith("?") and asks(typed(text).rstrip("?"))
    least = _LEAST_ASKED - marked
    return asks(text) and sum(char.isalnum() for char in text) >= least


def require_question(text: str, questions: Questions) -> None:
    """Raise EmptyQuestion or QuestionTooLong unless `text` can be a question."""
    letters = sum(unicodedata.category(char)[0] in "LN" for char in text)
    if letters < 2:
        raise EmptyQuestion
    if len(text) > questions.text_limit:
        raise QuestionTooLong(questions.text_limit, len(text))
