"""Questions that wait: their askers are reminded once, mentors told once a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from actions.question import HOUR_S, OpenLine, line_of
from rules.occasion import Occasion
from rules.people import Group, Member, Role
from rules.question import Question
from storage import groups, members, questions
from storage.questions import Open
from storage.tx import Tx

DAY_S = 86_400
LINES = 5
DIGEST_LINES = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """Open questions of one asker."""

    name: str
    lines: tuple[OpenLine, ...]


@dataclass(frozen=True, slots=True)
class Reminder:
    """Whom to remind of what; `first` is the question that stands for all where there is room for one."""

    asker: Member
    first: Question
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class Digest:
    """Questions that nobody has answered, for a mentor; there are `more` than are shown."""

    name: str
    lines: tuple[OpenLine, ...]
    more: int


def remind(tx: Tx, occasion: Occasion) -> list[Reminder]:
    """Every asker whose questions have waited long enough, each question once, an asker at most once a day."""
    now = occasion.now
    long_ago = now - occasion.programme.questions.remind_after_hours * HOUR_S
    due = questions.due_for_reminder(tx, asked_before=long_ago, reminded_after=now - DAY_S)
    found = []
    for asker, own in groupby(due, key=lambda question: question.asker):
        waiting = list(own)
        for question in waiting:
            questions.reminded(tx, question.id, now)
        member = members.get(tx, asker)
        if not member.quiet:
            lines = tuple(line_of(_open(tx, question), now) for question in waiting[:LINES])
            found.append(Reminder(member, waiting[0], Waiting(member.name, lines)))
    return found


def digests(tx: Tx, occasion: Occasion) -> Iterator[tuple[Member, Digest]]:
    """What each mentor is told today; nothing for one without anything to answer, or who wants quiet."""
    for mentor in members.with_role(tx, Role.MENTOR):
        if mentor.quiet or not mentor.reachable:
            continue
        found = questions.open_in(tx, None, mentor.id, 100, unanswered=True)
        own = [item for item in found if item.question.asker != mentor.id]
        if own:
            lines = tuple(line_of(item, occasion.now) for item in own[:DIGEST_LINES])
            yield mentor, Digest(mentor.name, lines, max(len(own) - DIGEST_LINES, 0))


def forget_old_words(tx: Tx, occasion: Occasion) -> int:
    """Forget the words of answers that were given long ago and not accepted."""
    return questions.forget_words(tx, occasion.now - occasion.programme.questions.answers_kept_days * DAY_S)


def _open(tx: Tx, question: Question) -> Open:
    group: Group = groups.get(tx, question.group)
    return Open(question, group.chat_id, questions.count_answers(tx, question.id))
