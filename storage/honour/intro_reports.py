"""Whose line about themselves members have shown the staff, on which local day."""

from rules.mydata import Untold
from storage.declarations import DAY_S, GOES, Own, Purge
from storage.engine.tx import Tx


def add(tx: Tx, reporter: int, reported: int, now: int, day: str) -> None:
    """Record that it was shown; once a day by each."""
    tx.run(
        "INSERT INTO intro_report (reporter, reported, day, at) VALUES (:reporter, :reported, :day, :now)"
        " ON CONFLICT DO NOTHING",
        reporter=reporter,
        reported=reported,
        day=day,
        now=now,
    )


def on(tx: Tx, reporter: int, day: str) -> int:
    """How many the member has shown on that local day."""
    found: int = tx.value(
        "SELECT count(*) FROM intro_report WHERE reporter = :reporter AND day = :day", reporter=reporter, day=day
    )
    return found


def shown(tx: Tx, reported: int, day: str) -> bool:
    """Whether somebody has shown that member's line on that day."""
    found = tx.one(
        "SELECT 1 AS yes FROM intro_report WHERE reported = :reported AND day = :day LIMIT 1",
        reported=reported,
        day=day,
    )
    return found is not None


def purge(tx: Tx, before: int) -> int:
    """Forget what was shown before `before` (UTC seconds)."""
    return tx.run("DELETE FROM intro_report WHERE at < :before", before=before)


PURGE = (Purge(purge, kept_s=90 * DAY_S),)

OWN = (
    Own("intro_report", "reporter", fate=GOES),
    Own("intro_report", "reported", untold=Untold.OTHERS, fate=GOES),
)
