"""Questions and the replies to them."""

from typing import Any

from msgspec import Struct

from rules.daily.question import Answer, Question, QuestionState
from rules.programme.conditions import Source
from storage import touched
from storage.declarations import STAYS, Fate, Own, Renumbered
from storage.engine.tx import Tx

ANSWERS_PER_QUESTION = 200
_COLUMNS = "question.id, question.chat_group, question.message, question.topic, asker, registrar, text, asked_at, state"


class Open(Struct, frozen=True):
    """An open question in a list: how many people have answered it, and the chat it stands in."""

    question: Question
    chat_id: int
    answers: int


def _question(row: Any) -> Question:
    return Question(
        row.id,
        row.chat_group,
        row.message,
        row.topic,
        row.asker,
        row.registrar,
        row.text,
        row.asked_at,
        QuestionState(row.state),
    )


def add(
    tx: Tx, group: int, message: int, topic: int | None, asker: int, registrar: int, text: str, now: int
) -> Question:
    """A new question; its id is its number."""
    number = tx.add(
        "INSERT INTO question (chat_group, message, topic, asker, registrar, text, asked_at)"
        " VALUES (:group, :message, :topic, :asker, :registrar, :text, :now)",
        group=group,
        message=message,
        topic=topic,
        asker=asker,
        registrar=registrar,
        text=text,
        now=now,
    )
    return Question(number, group, message, topic, asker, registrar, text, now, QuestionState.OPEN)


def get(tx: Tx, number: int) -> Question | None:
    """The question of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM question WHERE id = :number", number=number)
    return _question(row) if row else None


def at(tx: Tx, group: int, message: int) -> Question | None:
    """The question that this message of the group is."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM question WHERE chat_group = :group AND message = :message",
        group=group,
        message=message,
    )
    return _question(row) if row else None


def open_of(tx: Tx, asker: int, group: int | None = None) -> list[Question]:
    """The asker's open questions, oldest first; those of one group if given."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM question WHERE asker = :asker AND state = 'open'"
        " AND (CAST(:group AS BIGINT) IS NULL OR chat_group = :group) ORDER BY id LIMIT 100",
        asker=asker,
        group=group,
    )
    return [_question(row) for row in rows]


def count_open(tx: Tx, group: int | None, reader: int) -> int:
    """How many questions are open in the group, or without one in all groups where `reader` is."""
    n: int = tx.value(
        """
        SELECT count(*) FROM question JOIN chat_group ON chat_group.id = question.chat_group AND chat_group.active = 1
        WHERE state = 'open' AND (question.chat_group = :group OR (CAST(:group AS BIGINT) IS NULL
        AND EXISTS (SELECT 1 FROM membership WHERE
        membership.chat_group = question.chat_group AND member = :reader AND present = 1)))
        """,
        group=group,
        reader=reader,
    )
    return n


def open_in(
    tx: Tx, group: int | None, reader: int, limit: int, offset: int = 0, *, unanswered: bool = False
) -> list[Open]:
    """Open questions of the group, or of all groups where `reader` is; those without an answer first, then the oldest.

    `unanswered` leaves the others out.
    """
    rows = tx.all(
        f"SELECT {_COLUMNS}, chat_group.chat_id AS chat_id,"
        " (SELECT count(*) FROM answer WHERE answer.question = question.id) AS answers"
        " FROM question JOIN chat_group ON chat_group.id = question.chat_group AND chat_group.active = 1"
        " WHERE state = 'open' AND (question.chat_group = :group OR (CAST(:group AS BIGINT) IS NULL"
        " AND EXISTS (SELECT 1 FROM membership WHERE"
        " membership.chat_group = question.chat_group AND member = :reader AND present = 1)))"
        " AND (:unanswered = 0 OR NOT EXISTS (SELECT 1 FROM answer WHERE answer.question = question.id))"
        " ORDER BY EXISTS (SELECT 1 FROM answer WHERE answer.question = question.id), question.id LIMIT :limit OFFSET :offset",
        group=group,
        reader=reader,
        unanswered=int(unanswered),
        limit=limit,
        offset=offset,
    )
    return [Open(_question(row), row.chat_id, row.answers) for row in rows]


def open_to(tx: Tx, number: int, reader: int) -> tuple[Question, int] | None:
    """The question of that number while it is open, and its chat at Telegram, where `reader` is."""
    row = tx.one(
        f"SELECT {_COLUMNS}, chat_group.chat_id AS chat_id"
        " FROM question JOIN chat_group ON chat_group.id = question.chat_group AND chat_group.active = 1"
        " WHERE question.id = :number AND state = 'open' AND EXISTS (SELECT 1 FROM membership WHERE"
        " membership.chat_group = question.chat_group AND member = :reader AND present = 1)",
        number=number,
        reader=reader,
    )
    return (_question(row), row.chat_id) if row else None


def set_state(tx: Tx, number: int, state: QuestionState) -> None:
    """The question is open, solved or closed from now on."""
    tx.run("UPDATE question SET state = :state WHERE id = :number", number=number, state=state.value)


def found(tx: Tx, number: int, solved: int, now: int) -> None:
    """Its asker found the answer in a question that was `solved` before."""
    answerer = tx.value(
        "SELECT answerer FROM acceptance WHERE question = :solved AND taken_back_at IS NULL LIMIT 1", solved=solved
    )
    touched.mark(tx, Source.ANSWERS, answerer)
    tx.run(
        "UPDATE question SET found_in = :solved, found_at = :now WHERE id = :number",
        number=number,
        solved=solved,
        now=now,
    )


def reword(tx: Tx, number: int, text: str) -> None:
    """The asker has edited the question."""
    tx.run("UPDATE question SET text = :text WHERE id = :number", number=number, text=text)


def due_for_reminder(tx: Tx, asked_before: int, reminded_after: int) -> list[Question]:
    """Open questions of long standing whose asker was not reminded of them, nor of another one recently."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM question WHERE state = 'open' AND asked_at <= :asked_before AND reminded_at IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM question AS other WHERE other.asker = question.asker"
        " AND other.reminded_at > :reminded_after) ORDER BY asker, id LIMIT 500",
        asked_before=asked_before,
        reminded_after=reminded_after,
    )
    return [_question(row) for row in rows]


def reminded(tx: Tx, number: int, now: int) -> None:
    """The asker has been reminded of it."""
    tx.run("UPDATE question SET reminded_at = :now WHERE id = :number", number=number, now=now)


def settled(tx: Tx, named: str, asked_after: int, accepted_before: int, limit: int) -> list[int]:
    """Questions solved or closed whose message of ours is remembered as `named` with their number, oldest first.

    Those whose answer was accepted later than `accepted_before` are left out.
    """
    rows = tx.all(
        "SELECT question.id FROM question"
        " JOIN posted ON posted.name = CAST(:named AS TEXT) || ':' || CAST(question.id AS TEXT)"
        " WHERE question.state <> 'open' AND question.asked_at >= :asked_after"
        " AND NOT EXISTS (SELECT 1 FROM acceptance WHERE acceptance.question = question.id"
        " AND acceptance.taken_back_at IS NULL AND acceptance.at > :accepted_before)"
        " ORDER BY question.id LIMIT :limit",
        named=named,
        asked_after=asked_after,
        accepted_before=accepted_before,
        limit=limit,
    )
    return [row.id for row in rows]


def add_answer(tx: Tx, group: int, answer: Answer) -> None:
    """Remember a reply to a question, up to a limit; told twice, nothing happens the second time."""
    tx.run(
        """
        INSERT INTO answer (chat_group, message, question, member, topic, text, at)
        SELECT :group, :message, :question, :member, :topic, :text, :at
        WHERE (SELECT count(*) FROM answer WHERE question = :question) < :most ON CONFLICT DO NOTHING
        """,
        group=group,
        message=answer.message,
        question=answer.question,
        member=answer.member,
        topic=answer.topic,
        text=answer.text,
        at=answer.at,
        most=ANSWERS_PER_QUESTION,
    )


def answer_at(tx: Tx, group: int, message: int) -> Answer | None:
    """The answer that this message of the group is."""
    row = tx.one(
        "SELECT question, message, topic, member, text, at FROM answer WHERE chat_group = :group AND message = :message",
        group=group,
        message=message,
    )
    return Answer(*row) if row else None


def answers(tx: Tx, number: int, limit: int) -> list[Answer]:
    """The latest answers to a question, oldest first."""
    rows = tx.all(
        "SELECT question, message, topic, member, text, at FROM answer WHERE question = :number"
        " ORDER BY at DESC, message DESC LIMIT :limit",
        number=number,
        limit=limit,
    )
    return [Answer(*row) for row in reversed(rows)]


def count_answers(tx: Tx, number: int) -> int:
    """How many replies a question has."""
    n: int = tx.value("SELECT count(*) FROM answer WHERE question = :number", number=number)
    return n


def reword_answer(tx: Tx, group: int, message: int, text: str) -> None:
    """The answerer has edited the answer."""
    tx.run(
        "UPDATE answer SET text = :text WHERE chat_group = :group AND message = :message AND text IS NOT NULL",
        group=group,
        message=message,
        text=text,
    )


def forget_words(tx: Tx, before: int) -> int:
    """Forget the words of answers given before `before` (UTC seconds); who answered is kept."""
    return tx.run("UPDATE answer SET text = NULL WHERE at < :before AND text IS NOT NULL", before=before)


RENUMBERED = (Renumbered("question"), Renumbered("answer"))

OWN = (
    Own("answer", fate=Fate(unset=("text",))),
    Own("question", "asker", fate=Fate(dashed=("text",))),
    Own("question", "registrar", but=("text",), fate=STAYS),
)
