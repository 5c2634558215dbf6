"""Questions: a member asks, others reply, one answer is accepted. Each has a number."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from rules.programme.questions import Questions
from rules.refusals import Refusal


class QuestionState(StrEnum):
    """OPEN until an answer is accepted (SOLVED) or the question is no longer needed (CLOSED)."""

    OPEN = "open"
    SOLVED = "solved"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Question:
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


@dataclass(frozen=True, slots=True)
class Answer:
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


def asked_text(message: str, tags: tuple[str, ...]) -> str:
    """The question in a message, without the command or the hashtag, one of `tags`, that makes it one."""
    named = "|".join(map(re.escape, tags))
    return re.sub(rf"^\s*/\w+(?:@\w+)?\s*|#(?:{named})(?!\w)", "", message).strip()


def require_question(text: str, questions: Questions) -> None:
    """Raise EmptyQuestion or QuestionTooLong unless `text` can be a question."""
    letters = sum(unicodedata.category(char)[0] in "LN" for char in text)
    if letters < 2:
        raise EmptyQuestion
    if len(text) > questions.text_limit:
        raise QuestionTooLong(questions.text_limit, len(text))
