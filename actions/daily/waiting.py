"""Questions that wait: their askers are reminded once, mentors told once a day."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from actions.daily.question import CONFIRMATION, HOUR_S, OpenLine, line_of
from actions.presence import is_here
from rules.daily.question import Question, QuestionState
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import Group, Member, Role
from storage import groups, members
from storage.daily import questions
from storage.daily.questions import Open
from storage.engine.tx import Tx
from storage.post import outbox

DAY_S = 86_400
DIGEST_LINES = 5
# Under this name, with the question's number, our message about it is known while it is taken away.
PUT_AWAY = "settled"
# For so long at least it says who solved it; older questions than that are let be.
READ_WITHIN_S, LOOKED_BACK_S, MOST_PUT_AWAY = 6 * HOUR_S, 14 * DAY_S, 200


class QuestionReminder(Struct, frozen=True):
    """Whom to remind of which question; the `first` of several stands for all where there is room for one."""

    asker: int
    question: Question
    line: OpenLine
    first: bool


class Digest(Struct, frozen=True):
    """Questions that nobody has answered, for a mentor; there are `more` than are shown."""

    lines: tuple[OpenLine, ...]
    more: int


def remind(tx: Tx, occasion: Occasion) -> list[QuestionReminder]:
    """Every question that has waited long enough, each once; an asker is reminded at most once a day."""
    now = occasion.now
    long_ago = now - occasion.programme.questions.remind_after_hours * HOUR_S
    due = questions.due_for_reminder(tx, asked_before=long_ago, reminded_after=now - DAY_S)
    found = []
    for asker, own in groupby(due, key=lambda question: question.asker):
        for nth, question in enumerate(own):
            questions.reminded(tx, question.id, now)
            found.append(QuestionReminder(asker, question, line_of(_open(tx, question), now), first=nth == 0))
    return found


def digests(tx: Tx, occasion: Occasion) -> Iterator[tuple[Member, Digest]]:
    """What each mentor whose evening it is is told; nothing for one without anything to answer."""
    for mentor in members.with_role(tx, Role.MENTOR):
        if not (mentor.reachable and is_here(mentor, occasion)) or not occasion.goes_for(mentor.timezone):
            continue
        if digest := _digest(tx, mentor.id, occasion):
            yield mentor, digest


def _digest(tx: Tx, mentor: int, occasion: Occasion) -> Digest | None:
    found = questions.open_in(tx, None, mentor, 100, unanswered=True)
    own = [item for item in found if item.question.asker != mentor]
    lines = tuple(line_of(item, occasion.now) for item in own[:DIGEST_LINES])
    return Digest(lines, max(len(own) - DIGEST_LINES, 0)) if own else None


def forget_old_words(tx: Tx, occasion: Occasion) -> int:
    """Forget the words of answers that were given long ago and not accepted."""
    return questions.forget_words(tx, occasion.now - occasion.programme.questions.answers_kept_days * DAY_S)


def put_away(tx: Tx, occasion: Occasion) -> list[str]:
    """The names of our messages about questions that were solved or closed: they have been read, and go.

    Their old name leads to them no more, so that one that is open again gets a new message.
    """
    if not occasion.programme.tidying.solved_questions:
        return []
    since, before = occasion.now - LOOKED_BACK_S, occasion.now - READ_WITHIN_S
    names = []
    for number in questions.settled(tx, CONFIRMATION, since, before, MOST_PUT_AWAY):
        names.append(f"{PUT_AWAY}:{number}")
        outbox.rename(tx, f"{CONFIRMATION}:{number}", names[-1])
    return names


def _open(tx: Tx, question: Question) -> Open:
    group: Group = groups.get(tx, question.group)
    return Open(question, group.chat_id, questions.count_answers(tx, question.id))


def _still_open(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """With the replies that have come meanwhile."""
    question = questions.get(tx, int(note.subject))
    if question is None or question.state is not QuestionState.OPEN:
        return False
    return Retold("question/reminder", line_of(_open(tx, question), occasion.now))


def _still_unanswered(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """For one who is a mentor still, and there: what nobody has answered by now."""
    mentor = members.get(tx, note.member)
    mentoring = is_here(mentor, occasion) and Role.MENTOR in members.roles(tx, mentor.id)
    digest = _digest(tx, note.member, occasion) if mentoring else None
    return Retold("question/digest", digest) if digest else False


STILL_TRUE = {"question": _still_open, "question_digest": _still_unanswered}
