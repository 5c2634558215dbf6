"""What members have shown the staff."""

from rules.mydata import Untold
from storage.declarations import DAY_S, Fate, Own, Purge, Renumbered
from storage.engine.tx import Tx


def add(tx: Tx, reporter: int, reported: int | None, group: int, message: int, words: str, now: int, day: str) -> bool:
    """Record a report; False when the same member has shown that message before."""
    return (
        tx.run(
            """
            INSERT INTO report (reporter, reported, chat_group, message, words, at, day)
            VALUES (:reporter, :reported, :group, :message, :words, :now, :day) ON CONFLICT DO NOTHING
            """,
            reporter=reporter,
            reported=reported,
            group=group,
            message=message,
            words=words,
            now=now,
            day=day,
        )
        > 0
    )


def on(tx: Tx, reporter: int, day: str) -> int:
    """How many reports the member has made on that local day."""
    found: int = tx.value(
        "SELECT count(*) FROM report WHERE reporter = :reporter AND day = :day", reporter=reporter, day=day
    )
    return found


def of(tx: Tx, group: int, message: int) -> list[tuple[str, str]]:
    """Who has shown that message, and what they said to it; the first twenty."""
    rows = tx.all(
        "SELECT name, words FROM report JOIN member ON member.id = report.reporter"
        " WHERE chat_group = :group AND message = :message ORDER BY report.id LIMIT 20",
        group=group,
        message=message,
    )
    return [(row.name, row.words) for row in rows]


def purge(tx: Tx, before: int) -> int:
    """Forget reports made before `before` (UTC seconds)."""
    return tx.run("DELETE FROM report WHERE at < :before", before=before)


RENUMBERED = (Renumbered("report"),)
PURGE = (Purge(purge, kept_s=90 * DAY_S),)

OWN = (
    Own("report", "reporter", fate=Fate(emptied=("words",))),
    Own("report", "reported", untold=Untold.OTHERS, fate=Fate(unset=("reported",))),
)
