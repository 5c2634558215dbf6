"""How often questions of a bank were answered, and how often rightly. No name stands beside a number."""

from msgspec import Struct

from storage.engine.tx import Tx


class QuestionFigures(Struct, frozen=True):
    """A question of the bank: how often it was answered, and how often rightly."""

    id: int
    text: str
    answered: int
    right: int

    @property
    def percent(self) -> int:
        """How many of a hundred answers were right, rounded."""
        return (200 * self.right + self.answered) // (2 * self.answered) if self.answered else 0


_COUNTED = """
    SELECT id, text, (SELECT count(*) FROM quiz_asked WHERE question = quiz_question.id AND choice IS NOT NULL) AS answered,
    (SELECT count(*) FROM quiz_asked WHERE question = quiz_question.id AND choice = quiz_question.answer) AS hits
    FROM quiz_question WHERE quiz = :quiz AND waits = 0 AND withdrawn_at IS NULL
"""


def of_bank(tx: Tx, quiz: int, hardest: bool, limit: int, offset: int) -> list[QuestionFigures]:
    """The bank's questions in their order, or those first that are answered wrongly most often."""
    order = (
        "CASE WHEN answered = 0 THEN 1 ELSE 0 END, hits * 1000 / CASE WHEN answered = 0 THEN 1 ELSE answered END, id"
    )
    rows = tx.all(
        f"SELECT id, text, answered, hits FROM ({_COUNTED}) AS counted"
        f" ORDER BY {order if hardest else 'id'} LIMIT :limit OFFSET :offset",
        quiz=quiz,
        limit=limit,
        offset=offset,
    )
    return [QuestionFigures(*row) for row in rows]


def choices(tx: Tx, question: int) -> dict[int, int]:
    """How often each option of a question was chosen, by its place in the bank."""
    rows = tx.all(
        "SELECT choice, count(*) AS n FROM quiz_asked WHERE question = :question AND choice IS NOT NULL GROUP BY choice",
        question=question,
    )
    return {row.choice: row.n for row in rows}
