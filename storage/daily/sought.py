"""What was searched for in vain, day by day: words and how often, never by whom."""

from datetime import UTC, date, datetime

from storage.declarations import DAY_S, Purge
from storage.engine.tx import Tx

# So often the same counts on one day, whoever repeats it, and so many different ones are kept.
MOST_A_DAY, MOST_WORDS = 5, 200
KEPT_S = 100 * DAY_S


def note(tx: Tx, day: date, words: str) -> None:
    """They were searched for in vain on that day."""
    tx.run(
        """
        INSERT INTO sought (day, words, n) SELECT :day, :words, 1 WHERE
        (SELECT count(*) FROM sought WHERE day = :day) < :most_words
        OR EXISTS (SELECT 1 FROM sought WHERE day = :day AND words = :words)
        ON CONFLICT (day, words) DO UPDATE SET n = sought.n + 1 WHERE sought.n < :most
        """,
        day=day.isoformat(),
        words=words,
        most=MOST_A_DAY,
        most_words=MOST_WORDS,
    )


def times(tx: Tx, first: date, following: date) -> int:
    """How often anything was searched for in vain, from the first day to before the other one."""
    n: int = tx.value(
        "SELECT CAST(coalesce(sum(n), 0) AS INTEGER) FROM sought WHERE day >= :first AND day < :following",
        first=first.isoformat(),
        following=following.isoformat(),
    )
    return n


def most(tx: Tx, first: date, following: date, limit: int) -> list[tuple[str, int]]:
    """What was searched for in vain more than once, the most often first."""
    rows = tx.all(
        "SELECT words, CAST(sum(n) AS INTEGER) AS times FROM sought WHERE day >= :first AND day < :following"
        " GROUP BY words HAVING sum(n) > 1 ORDER BY times DESC, words LIMIT :limit",
        first=first.isoformat(),
        following=following.isoformat(),
        limit=limit,
    )
    return [(row.words, row.times) for row in rows]


def forget(tx: Tx, before: int) -> int:
    """Forget what was searched for before `before` (UTC seconds)."""
    day = datetime.fromtimestamp(before, UTC).date()
    return tx.run("DELETE FROM sought WHERE day < :day", day=day.isoformat())


PURGE = (Purge(forget, kept_s=KEPT_S),)
