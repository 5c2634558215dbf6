"""Accepted answers marked because of product notes, and what staff decided about each."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rules.daily.recheck import Doubt, Recheck, RecheckState, Sign
from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import STAYS, Own, SheetSource
from storage.engine.tx import Tx

_COLUMNS = "recheck.id, bulletin, recheck.question, recheck.n, sign, shows, state, words, decided_by"
# Those that wait: of notes that stand, about acceptances that stand.
_WAITING = (
    "FROM recheck JOIN bulletin ON bulletin.id = recheck.bulletin AND bulletin.withdrawn_at IS NULL"
    " AND bulletin.until_at > :now JOIN acceptance ON acceptance.question = recheck.question AND acceptance.n = recheck.n"
    " AND acceptance.taken_back_at IS NULL WHERE recheck.state = 'open'"
)


def _recheck(row: Any) -> Recheck:
    number, bulletin, question, n, sign, shows, state, words, decided_by = tuple(row)
    return Recheck(number, bulletin, question, n, Doubt(Sign(sign), shows), RecheckState(state), words, decided_by)


def mark(tx: Tx, bulletin: int, revision: int, question: int, n: int, doubt: Doubt, now: int) -> bool:
    """Mark an answer for a look; False for one that is marked already."""
    marked = tx.run(
        "INSERT INTO recheck (bulletin, revision, question, n, sign, shows, at)"
        " VALUES (:bulletin, :revision, :question, :n, :sign, :shows, :now) ON CONFLICT DO NOTHING",
        bulletin=bulletin,
        revision=revision,
        question=question,
        n=n,
        sign=doubt.sign.value,
        shows=doubt.shows,
        now=now,
    )
    return marked > 0


def unmark(tx: Tx, bulletin: int) -> None:
    """Nobody needs to look at what that note marked and nobody has looked at."""
    tx.run("DELETE FROM recheck WHERE bulletin = :id AND state = 'open'", id=bulletin)


def get(tx: Tx, recheck: int) -> Recheck | None:
    """The mark of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM recheck WHERE id = :id", id=recheck)
    return row and _recheck(row)


def waiting(tx: Tx, now: int) -> int:
    """How many answers wait for a look."""
    n: int = tx.value(f"SELECT count(*) {_WAITING}", now=now)
    return n


def waiting_since(tx: Tx, now: int) -> int | None:
    """Since when the one waits that waits longest (UTC seconds)."""
    at: int | None = tx.value(f"SELECT min(recheck.at) {_WAITING}", now=now)
    return at


def at_place(tx: Tx, place: int, now: int) -> Recheck | None:
    """The one before which so many others wait, the plainest signs and the newest notes first."""
    row = tx.one(
        f"SELECT {_COLUMNS} {_WAITING} ORDER BY CASE sign WHEN 'version' THEN 0 WHEN 'figure' THEN 1 WHEN 'formerly' THEN 2"
        " ELSE 3 END, bulletin DESC, recheck.id LIMIT 1 OFFSET :place",
        now=now,
        place=place,
    )
    return row and _recheck(row)


def found_right(tx: Tx, bulletin: int) -> set[tuple[int, int, Doubt]]:
    """Which answers staff found right by that note, and why each had been marked."""
    rows = tx.all(
        "SELECT question, n, sign, shows FROM recheck WHERE bulletin = :id AND state = 'right' LIMIT 1000", id=bulletin
    )
    return {(row.question, row.n, Doubt(Sign(row.sign), row.shows)) for row in rows}


def decide(tx: Tx, recheck: int, state: RecheckState, words: str, by: int, now: int) -> None:
    """Staff looked at it."""
    tx.run(
        "UPDATE recheck SET state = :state, words = :words, decided_by = :by, decided_at = :now WHERE id = :id",
        id=recheck,
        state=state.value,
        words=words,
        by=by,
        now=now,
    )


def undecide(tx: Tx, recheck: int) -> bool:
    """It waits for a look again; False where another note has marked the same answer meanwhile."""
    undone = tx.run(
        "UPDATE recheck SET state = 'open', words = '', decided_by = NULL, decided_at = NULL WHERE id = :id"
        " AND NOT EXISTS (SELECT 1 FROM recheck AS other WHERE other.question = recheck.question AND other.n = recheck.n"
        " AND other.state = 'open' AND other.id <> recheck.id)",
        id=recheck,
    )
    return undone > 0


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT recheck.id, recheck.at, bulletin, bulletin.title, recheck.question, question.text, helper.telegram_id AS answerer,
        helper.name AS answerer_name, sign, shows, recheck.state, words, by.telegram_id AS actor, by.name AS actor_name,
        decided_at FROM recheck JOIN bulletin ON bulletin.id = recheck.bulletin
        JOIN question ON question.id = recheck.question
        JOIN acceptance ON acceptance.question = recheck.question AND acceptance.n = recheck.n
        JOIN member AS helper ON helper.id = acceptance.answerer LEFT JOIN member AS by ON by.id = decided_by
        ORDER BY recheck.id
        """
    )
    for row in rows:
        yield tuple(row)


SHEETS = (
    SheetSource(
        "rechecks",
        (
            Column("id"),
            moment("at"),
            Column("bulletin"),
            beside("title", "of_bulletin"),
            Column("question"),
            beside("text", "of_question"),
            Column("answerer"),
            beside("answerer_name"),
            Column("sign", Cells.WORD, "export/sign_"),
            Column("shows"),
            Column("state", Cells.WORD, "export/recheck_"),
            Column("correction"),
            Column("actor"),
            beside("actor_name"),
            moment("decided_at"),
        ),
        _rows,
    ),
)

OWN = (Own("recheck", "decided_by", fate=STAYS),)
