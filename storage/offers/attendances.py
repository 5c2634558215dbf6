"""Who with a seat came, who is to be reminded, and who was missed."""

from collections.abc import Iterator
from typing import Any

from rules.ends import minute_of
from rules.offers.attendance import Attendance, EventMark
from rules.programme.conditions import Source
from storage import touched
from storage.engine.tx import Tx

_COLUMNS = "id, event, member, came_at, points, entry, taken_back_at, missed_at, tries"
_SOON = (
    "event IN (SELECT id FROM event WHERE called_off_at IS NULL AND starts_at > :now AND starts_at <= :until)"
    " ORDER BY event, id LIMIT :limit"
)


def _attendance(row: Any) -> Attendance:
    return Attendance(
        row.id,
        row.event,
        row.member,
        row.came_at,
        row.points,
        row.entry,
        row.taken_back_at,
        row.missed_at,
        row.tries,
    )


def get(tx: Tx, seat: int) -> Attendance | None:
    """Of that seat, while it is taken."""
    row = tx.one(f"SELECT {_COLUMNS} FROM event_seat WHERE id = :seat AND state = 'seated'", seat=seat)
    return _attendance(row) if row else None


def of_entry(tx: Tx, entry: int) -> Attendance | None:
    """What an entry of the ledger paid."""
    row = tx.one(f"SELECT {_COLUMNS} FROM event_seat WHERE entry = :entry", entry=entry)
    return _attendance(row) if row else None


def counted_now(tx: Tx, member: int, now: int) -> list[Attendance]:
    """The member's seats at events whose code holds now."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM event_seat WHERE member = :member AND state = 'seated'"
        " AND event IN (SELECT id FROM event WHERE code_until >= :minute AND called_off_at IS NULL) ORDER BY id",
        member=member,
        minute=minute_of(now),
    )
    return [_attendance(row) for row in rows]


def of_event(tx: Tx, event: int, limit: int = 10_000, skipped: int = 0) -> list[Attendance]:
    """Everybody with a seat, in the order in which they took it."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM event_seat WHERE event = :event AND state = 'seated'"
        " ORDER BY id LIMIT :limit OFFSET :skipped",
        event=event,
        limit=limit,
        skipped=skipped,
    )
    return [_attendance(row) for row in rows]


def count_came(tx: Tx, event: int) -> int:
    """How many are on the list of those who came."""
    sql = "SELECT count(*) FROM event_seat WHERE event = :event AND came_at IS NOT NULL AND taken_back_at IS NULL"
    many: int = tx.value(sql, event=event)
    return many


def guessed(tx: Tx, seat: int) -> None:
    """One more code that was wrong."""
    tx.run("UPDATE event_seat SET tries = tries + 1 WHERE id = :seat", seat=seat)


def come(tx: Tx, seat: int, now: int, points: int, entry: int | None) -> None:
    """On the list, and paid by that entry."""
    tx.run(
        "UPDATE event_seat SET came_at = :now, points = :points, entry = :entry, taken_back_at = NULL, missed_at = NULL"
        " WHERE id = :seat",
        seat=seat,
        now=now,
        points=points,
        entry=entry,
    )


def pay(tx: Tx, event: int, member: int, at: int, points: int, entry: int) -> bool:
    """What the member's latest seat there had not paid is paid by that entry; off the list, they came `at` that time."""
    sql = (
        "UPDATE event_seat SET came_at = coalesce(came_at, :at), points = :points, entry = :entry, missed_at = NULL"
        " WHERE id = (SELECT max(id) FROM event_seat WHERE event = :event AND member = :member AND entry IS NULL)"
    )
    return tx.run(sql, event=event, member=member, at=at, points=points, entry=entry) > 0


def strike(tx: Tx, seat: int) -> None:
    """Off the list again, where nothing was paid."""
    member = tx.value(
        "UPDATE event_seat SET came_at = NULL WHERE id = :seat AND entry IS NULL RETURNING member", seat=seat
    )
    touched.mark(tx, Source.EVENTS, member)


def take_back(tx: Tx, seat: int, at: int | None) -> None:
    """What was paid is taken back at that moment (UTC seconds), or with None given again."""
    tx.run("UPDATE event_seat SET taken_back_at = :at WHERE id = :seat", seat=seat, at=at)


def miss(tx: Tx, seat: int, now: int) -> None:
    """Did not come, and said nothing."""
    tx.run("UPDATE event_seat SET missed_at = :now WHERE id = :seat", seat=seat, now=now)


def excuse(tx: Tx, member: int) -> bool:
    """What the member missed counts for this waiting list, and for no other; False when there was nothing."""
    sql = "UPDATE event_seat SET excused = 1 WHERE member = :member AND missed_at IS NOT NULL AND excused = 0"
    return tx.run(sql, member=member) > 0


def unreminded(tx: Tx, now: int, until: int, limit: int) -> list[Attendance]:
    """Seats at events that begin before `until` (UTC seconds) and of which nobody was reminded."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM event_seat WHERE state = 'seated' AND reminded = 0 AND {_SOON}",
        now=now,
        until=until,
        limit=limit,
    )
    return [_attendance(row) for row in rows]


def reminded(tx: Tx, seat: int) -> None:
    """The evening before has been seen to."""
    tx.run("UPDATE event_seat SET reminded = 1 WHERE id = :seat", seat=seat)


def wants_hour(tx: Tx, event: int, member: int) -> bool:
    """Whether the member wants to be told an hour before, or was told."""
    sql = "SELECT hour FROM event_seat WHERE event = :event AND member = :member AND state = 'seated'"
    return tx.value(sql, event=event, member=member) in ("wanted", "told")


def want_hour(tx: Tx, event: int, member: int, wanted: bool) -> None:
    """The member wants to be told an hour before, or does not any more."""
    tx.run(
        "UPDATE event_seat SET hour = :hour WHERE event = :event AND member = :member AND state = 'seated'",
        event=event,
        member=member,
        hour="wanted" if wanted else "no",
    )


def in_an_hour(tx: Tx, now: int, until: int, limit: int) -> list[Attendance]:
    """Seats of those who want to be told before events that begin before `until` (UTC seconds), not told yet."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM event_seat WHERE state = 'seated' AND hour = 'wanted' AND {_SOON}",
        now=now,
        until=until,
        limit=limit,
    )
    return [_attendance(row) for row in rows]


def hour_told(tx: Tx, seat: int) -> None:
    """They have been told."""
    tx.run("UPDATE event_seat SET hour = 'told' WHERE id = :seat", seat=seat)


def remind_anew(tx: Tx, event: int) -> None:
    """It begins at another time: everybody is reminded of that."""
    tx.run(
        "UPDATE event_seat SET reminded = 0, hour = CASE hour WHEN 'told' THEN 'wanted' ELSE hour END"
        " WHERE event = :event AND state = 'seated'",
        event=event,
    )


def judge(tx: Tx, event: int, member: int, mark: EventMark) -> bool:
    """How the member found the event; False for one who was not there."""
    judged = tx.run(
        "UPDATE event_seat SET feedback = :mark WHERE event = :event AND member = :member"
        " AND came_at IS NOT NULL AND taken_back_at IS NULL",
        event=event,
        member=member,
        mark=mark.value,
    )
    return judged > 0


def marks(tx: Tx, event: int) -> dict[EventMark, int]:
    """How many found the event how."""
    rows = tx.all(
        "SELECT feedback, count(*) AS n FROM event_seat WHERE event = :event AND feedback IS NOT NULL GROUP BY feedback",
        event=event,
    )
    return {EventMark(row.feedback): row.n for row in rows}


def those_who_came(tx: Tx, event: int) -> list[int]:
    """The members who came."""
    return [one.member for one in of_event(tx, event) if one.came]


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of that rule of the ledger that no seat names, for the audit."""
    rows = tx.each(
        "SELECT id FROM transfer WHERE rule = :rule AND phase = 'single' AND reverses IS NULL"
        " AND id NOT IN (SELECT entry FROM event_seat WHERE entry IS NOT NULL)",
        rule=rule,
    )
    for row in rows:
        yield row.id


def everything(tx: Tx) -> Iterator[Attendance]:
    """Whoever came, for the audit."""
    for row in tx.each(f"SELECT {_COLUMNS} FROM event_seat WHERE came_at IS NOT NULL ORDER BY id"):
        yield _attendance(row)
