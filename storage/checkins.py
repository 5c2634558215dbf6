"""Check-ins by member and day, and how many there were on each day."""

from datetime import date

from rules.checkin import CheckIn
from storage.tx import Tx


def last(tx: Tx, member: int) -> CheckIn | None:
    """The member's latest check-in."""
    row = tx.one("SELECT day, streak FROM check_in WHERE member = :member ORDER BY day DESC LIMIT 1", member=member)
    return row and CheckIn(date.fromisoformat(row.day), row.streak)


def add(tx: Tx, member: int, new: CheckIn, now: int) -> int:
    """Record a check-in; which-th of its day it is."""
    day = new.day.isoformat()
    tx.run(
        "INSERT INTO check_in (member, day, streak, at) VALUES (:member, :day, :streak, :now)",
        member=member,
        day=day,
        streak=new.streak,
        now=now,
    )
    place: int = tx.value(
        "INSERT INTO check_in_day (day, n) VALUES (:day, 1) ON CONFLICT (day) DO UPDATE SET n = check_in_day.n + 1 RETURNING n",
        day=day,
    )
    return place
