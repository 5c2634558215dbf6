"""Check-ins by member and day, how many there were on each day, and the milestones that were celebrated."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from rules.daily.checkin import CheckIn, How
from rules.people import BRAND
from rules.programme.conditions import Source
from storage import touched
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "day, streak, how, at, zone, starts_at"
# The day of a check-in that an entry of the ledger has paid stands in its key, which a later number may follow.
_PAID = (
    "transfer.rule = 'checkin' AND transfer.phase = 'single' AND transfer.reverses IS NULL",
    "substr(transfer.key, length('checkin:' || CAST(account.member AS TEXT) || ':') + 1, 10)",
)


def _check_in(row: Any) -> CheckIn:
    return CheckIn(date.fromisoformat(row.day), row.streak, How(row.how), row.at, row.zone, row.starts_at)


def last(tx: Tx, member: int) -> CheckIn | None:
    """The member's latest check-in."""
    row = tx.one(f"SELECT {_COLUMNS} FROM check_in WHERE member = :member ORDER BY day DESC LIMIT 1", member=member)
    return row and _check_in(row)


def last_made(tx: Tx, member: int) -> date | None:
    """The latest day that the member checked in, or that a shield mended."""
    day = tx.value(
        "SELECT day FROM check_in WHERE member = :member AND how <> 'passed' ORDER BY day DESC LIMIT 1", member=member
    )
    return date.fromisoformat(day) if day else None


def before(tx: Tx, member: int, day: date) -> CheckIn | None:
    """The member's latest check-in before `day`."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM check_in WHERE member = :member AND day < :day ORDER BY day DESC LIMIT 1",
        member=member,
        day=day.isoformat(),
    )
    return row and _check_in(row)


def since(tx: Tx, member: int, day: date) -> list[CheckIn]:
    """The member's check-ins from `day` on, oldest first, at most 400."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM check_in WHERE member = :member AND day >= :day ORDER BY day LIMIT 400",
        member=member,
        day=day.isoformat(),
    )
    return [_check_in(row) for row in rows]


def has_mended(tx: Tx, member: int) -> bool:
    """Whether the member has ever made up for a missed day."""
    mended = tx.value("SELECT 1 AS yes FROM check_in WHERE member = :member AND how = 'mended' LIMIT 1", member=member)
    return mended is not None


def first_day(tx: Tx, member: int) -> date | None:
    """The day of the member's first check-in ever."""
    day = tx.value("SELECT day FROM check_in WHERE member = :member ORDER BY day LIMIT 1", member=member)
    return date.fromisoformat(day) if day else None


def longest(tx: Tx, member: int) -> int:
    """The member's longest streak."""
    streak: int = tx.value("SELECT coalesce(max(streak), 0) FROM check_in WHERE member = :member", member=member)
    return streak


def add(tx: Tx, member: int, new: CheckIn, group: int | None) -> int:
    """Record a check-in that counts in that group (None: in none); which-th of its day it is there."""
    put(tx, member, new, group)
    place: int = tx.value(
        "INSERT INTO check_in_day (day, chat_group, n) VALUES (:day, :group, 1)"
        " ON CONFLICT (day, chat_group) DO UPDATE SET n = check_in_day.n + 1 RETURNING n",
        day=new.day.isoformat(),
        group=group or BRAND,
    )
    return place


def put(tx: Tx, member: int, new: CheckIn, group: int | None) -> None:
    """Record a day that counts without taking a place of that day, in place of whatever stood there meanwhile."""
    touched.mark(tx, Source.CHECK_INS, member)
    tx.run(
        """
        INSERT INTO check_in (member, day, streak, at, how, zone, starts_at, chat_group)
        VALUES (:member, :day, :streak, :at, :how, :zone, :starts_at, :group)
        ON CONFLICT (member, day) DO UPDATE SET streak = excluded.streak, at = excluded.at, how = excluded.how,
        zone = excluded.zone, starts_at = excluded.starts_at, chat_group = excluded.chat_group
        """,
        member=member,
        day=new.day.isoformat(),
        streak=new.streak,
        at=new.at,
        how=new.how.value,
        zone=new.zone,
        starts_at=new.starts_at,
        group=group,
    )


def see_by(tx: Tx, member: int, day: date, zone: str, starts_at: int) -> None:
    """The member was seen after that day in that time zone, while days began so many minutes after midnight."""
    tx.run(
        "UPDATE check_in SET zone = :zone, starts_at = :starts_at WHERE member = :member AND day = :day",
        member=member,
        day=day.isoformat(),
        zone=zone,
        starts_at=starts_at,
    )


def renumber(tx: Tx, member: int, renumbered: Iterable[CheckIn]) -> None:
    """The streaks that those check-ins make now."""
    for check_in in renumbered:
        touched.mark(tx, Source.CHECK_INS, member)
        tx.run(
            "UPDATE check_in SET streak = :streak WHERE member = :member AND day = :day",
            member=member,
            day=check_in.day.isoformat(),
            streak=check_in.streak,
        )


def on(tx: Tx, member: int, day: date) -> CheckIn | None:
    """The member's check-in of that day."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM check_in WHERE member = :member AND day = :day",
        member=member,
        day=day.isoformat(),
    )
    return row and _check_in(row)


def remove(tx: Tx, member: int, day: date) -> None:
    """That day counts as missed. Its place in the day's order stays taken."""
    touched.mark(tx, Source.CHECK_INS, member)
    tx.run("DELETE FROM check_in WHERE member = :member AND day = :day", member=member, day=day.isoformat())


def milestones_on(tx: Tx, member: int, day: date) -> list[int]:
    """The streaks that were celebrated on that day."""
    rows = tx.all(
        "SELECT streak FROM streak_milestone WHERE member = :member AND day = :day ORDER BY streak LIMIT 100",
        member=member,
        day=day.isoformat(),
    )
    return [row.streak for row in rows]


def uncelebrate(tx: Tx, member: int, day: date) -> None:
    """What was celebrated on that day can be reached anew."""
    tx.run("DELETE FROM streak_milestone WHERE member = :member AND day = :day", member=member, day=day.isoformat())


def celebrated(tx: Tx, member: int, streak: int, day: date) -> None:
    """Note a milestone that was celebrated on that day, if it is not noted."""
    tx.run(
        "INSERT INTO streak_milestone (member, streak, day) VALUES (:member, :streak, :day) ON CONFLICT DO NOTHING",
        member=member,
        streak=streak,
        day=day.isoformat(),
    )


def count_on(tx: Tx, day: date, group: int) -> int:
    """How many check-ins of that day count in the group."""
    count: int | None = tx.value(
        "SELECT n FROM check_in_day WHERE day = :day AND chat_group = :group", day=day.isoformat(), group=group
    )
    return count or 0


def celebrate(tx: Tx, member: int, streak: int, day: date) -> bool:
    """Note the milestone of `streak` days reached on `day`; False when that run of days had it before."""
    known = tx.one(
        "SELECT 1 AS yes FROM streak_milestone WHERE member = :member AND streak = :streak AND day >= :began LIMIT 1",
        member=member,
        streak=streak,
        began=_began(tx, member, day).isoformat(),
    )
    if known:
        return False
    celebrated(tx, member, streak, day)
    return True


def _began(tx: Tx, member: int, day: date) -> date:
    """The first day of the run in which `day` stands."""
    began: str = tx.value(
        "SELECT coalesce(max(day), :day) FROM check_in WHERE member = :member AND day <= :day AND streak = 1"
        " AND how <> 'passed'",
        member=member,
        day=day.isoformat(),
    )
    return date.fromisoformat(began)


def everything(tx: Tx) -> Iterator[tuple[int, CheckIn]]:
    """Every check-in and whose it is, by member and day, for the audit."""
    for row in tx.each(f"SELECT member, {_COLUMNS} FROM check_in ORDER BY member, day"):
        yield row.member, _check_in(row)


def entries_without_day(tx: Tx) -> Iterator[tuple[int, int, str]]:
    """Entries of the ledger that paid a check-in of a day that is not checked in; entry, member, day."""
    which, day = _PAID
    rows = tx.each(
        f"""
        SELECT transfer.id, account.member, {day} AS day FROM transfer JOIN account ON account.id = transfer.credit
        LEFT JOIN check_in ON check_in.member = account.member AND check_in.day = {day} AND how = 'made'
        WHERE {which} AND check_in.member IS NULL
        """
    )
    yield from rows


def paid_elsewhere(tx: Tx) -> Iterator[tuple[int, str]]:
    """Days that were checked in and paid, but none of it in the group that the check-in keeps; member, day.

    One made in no group, by no message there, is paid wherever its member was at home.
    """
    which, day = _PAID
    rows = tx.each(
        f"""
        SELECT check_in.member, check_in.day FROM transfer JOIN account ON account.id = transfer.credit
        JOIN check_in ON check_in.member = account.member AND check_in.day = {day} AND how = 'made'
        WHERE {which} GROUP BY check_in.member, check_in.day
        HAVING sum(CASE WHEN transfer.chat_group = check_in.chat_group
        OR (check_in.chat_group IS NULL AND transfer.message IS NULL) THEN 1 ELSE 0 END) = 0
        """
    )
    yield from rows


def days_taken_back(tx: Tx) -> Iterator[tuple[int, str]]:
    """Days that are checked in although an entry that paid them has been taken back; member, day."""
    which, day = _PAID
    rows = tx.each(
        f"""
        SELECT DISTINCT check_in.member, check_in.day FROM transfer AS reversal
        JOIN transfer ON transfer.id = reversal.reverses JOIN account ON account.id = transfer.credit
        JOIN check_in ON check_in.member = account.member AND check_in.day = {day} AND how = 'made' WHERE {which}
        """
    )
    yield from rows


OWN = (
    Own("check_in", fate=STAYS),
    Own("streak_milestone", fate=STAYS),
)
