"""Events, and how many of their seats are taken."""

from typing import Any

from rules.ends import minute_of
from rules.offers.event import Event, EventKind, EventMode, EventPlan, EventRoom, Preferred
from storage import homes
from storage.declarations import STAYS, Fate, Own
from storage.engine.tx import Tx

_PLAN = "title, kind, mode, starts_at, minutes, seats, about, reserved, reserved_for, opens_at, closes_at, price, place, speaker"
_COLUMNS = f"id, {_PLAN}, made_by, made_at, taken, taken_first, revision, said_room, spoken_by, begun_at, called_off_at, reason"
_ON = "called_off_at IS NULL"
_ENDS = "starts_at + minutes * 60"
_OVER = f"begun_at IS NOT NULL AND {_ENDS} <= :now"
_NAMES = _PLAN.split(", ")
_CHOICES = {"kind": EventKind, "mode": EventMode, "reserved_for": Preferred}


def _event(row: Any) -> Event:
    said = row._asdict()
    plain = {name: said.pop(name) for name in _NAMES}
    plan = EventPlan(**{**plain, **{name: kind(plain[name]) for name, kind in _CHOICES.items()}})
    return Event(plan=plan, said_room=EventRoom(said.pop("said_room")), **said)


def _columns(plan: EventPlan) -> dict[str, Any]:
    plain = {name: getattr(plan, name) for name in _NAMES}
    return {**plain, **{name: plain[name].value for name in _CHOICES}}


def add(tx: Tx, plan: EventPlan, spoken_by: int | None, maker: int, now: int) -> Event:
    """Publish an event; its number is its id."""
    number = tx.add(
        f"INSERT INTO event ({_PLAN}, spoken_by, made_by, made_at) VALUES (:title, :kind, :mode, :starts_at, :minutes,"
        " :seats, :about, :reserved, :reserved_for, :opens_at, :closes_at, :price, :place, :speaker, :spoken_by,"
        " :maker, :now)",
        **_columns(plan),
        spoken_by=spoken_by,
        maker=maker,
        now=now,
    )
    _speaker_named(tx, number)
    added = get(tx, number)
    assert added is not None
    return added


def _speaker_named(tx: Tx, number: int) -> None:
    """A guest who is in none of our groups as they are named is not missed there afterwards."""
    tx.run(
        "UPDATE event SET speaker_away = CASE WHEN spoken_by IS NULL OR"
        f" {homes.inside('spoken_by')} THEN 0 ELSE 1 END WHERE id = :number",
        number=number,
    )


def change(tx: Tx, number: int, plan: EventPlan, spoken_by: int | None) -> None:
    """It is to be something else now."""
    another = tx.value("SELECT spoken_by FROM event WHERE id = :number", number=number) != spoken_by
    tx.run(
        """
        UPDATE event SET title = :title, kind = :kind, mode = :mode, starts_at = :starts_at, minutes = :minutes,
        seats = :seats, about = :about, reserved = :reserved, reserved_for = :reserved_for, opens_at = :opens_at,
        closes_at = :closes_at, price = :price, place = :place, speaker = :speaker, spoken_by = :spoken_by,
        revision = revision + 1 WHERE id = :number
        """,
        number=number,
        spoken_by=spoken_by,
        **_columns(plan),
    )
    if another:
        _speaker_named(tx, number)


def without_speaker(tx: Tx, now: int, limit: int) -> list[Event]:
    """Events to come whose speaker has left our groups, was forgotten, or is suspended until they begin; each once."""
    rows = tx.all(
        f"""
        SELECT event.id FROM event JOIN member ON member.id = spoken_by WHERE {_ON} AND starts_at > CAST(:now AS BIGINT)
        AND (coalesce(suspended_until, 0) >= starts_at AND suspended_until > CAST(:now AS BIGINT)
        OR NOT {homes.inside("member.id")}) AND speaker_away = 0 ORDER BY starts_at, event.id LIMIT :limit
        """,
        now=now,
        limit=limit,
    )
    for row in rows:
        tx.run("UPDATE event SET speaker_away = 1 WHERE id = :number", number=row.id)
    return [event for row in rows if (event := get(tx, row.id))]


def get(tx: Tx, number: int) -> Event | None:
    """The event of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM event WHERE id = :number", number=number)
    return _event(row) if row else None


def ahead(tx: Tx, at: int, limit: int, skipped: int = 0) -> list[Event]:
    """Events that were not over at that moment (UTC seconds), the next one first."""
    return _those(tx, f"{_ENDS} > :at", limit, skipped, at=at)


def count_ahead(tx: Tx, at: int) -> int:
    """How many events were not over at that moment (UTC seconds)."""
    many: int = tx.value(f"SELECT count(*) FROM event WHERE {_ON} AND {_ENDS} > :at", at=at)
    return many


def to_begin(tx: Tx, now: int, limit: int) -> list[Event]:
    """Events whose beginning has come and was not seen to."""
    return _those(tx, "begun_at IS NULL AND starts_at <= :now", limit, now=now)


def begin(tx: Tx, number: int, now: int) -> None:
    """Its beginning has been seen to."""
    tx.run("UPDATE event SET begun_at = :now WHERE id = :number", number=number, now=now)


def call_off(tx: Tx, number: int, reason: str, now: int) -> bool:
    """It does not take place; False when it had been called off before."""
    sql = "UPDATE event SET called_off_at = :now, reason = :reason WHERE id = :number AND called_off_at IS NULL"
    return tx.run(sql, number=number, reason=reason, now=now) > 0


def take(tx: Tx, number: int, reserved: int, *, first: bool) -> bool:
    """Take a seat, of which `reserved` are kept for those who come `first`; False when none is left for them."""
    taken = tx.run(
        """
        UPDATE event SET taken = taken + 1, taken_first = taken_first + CAST(:first AS BIGINT)
        WHERE id = :number AND taken < seats - CASE
        WHEN CAST(:first AS BIGINT) = 1 OR CAST(:reserved AS BIGINT) <= taken_first THEN 0
        ELSE CAST(:reserved AS BIGINT) - taken_first END
        """,
        number=number,
        reserved=reserved,
        first=int(first),
    )
    return taken > 0


def give_back(tx: Tx, number: int, *, first: bool) -> None:
    """A seat is free again."""
    tx.run(
        "UPDATE event SET taken = taken - 1, taken_first = taken_first - CAST(:first AS BIGINT) WHERE id = :number",
        number=number,
        first=int(first),
    )


def say_room(tx: Tx, number: int, room: EventRoom) -> None:
    """So the announcements say that it stands with the seats."""
    tx.run("UPDATE event SET said_room = :room WHERE id = :number", number=number, room=room.value)


def said_to_be_full(tx: Tx, now: int, limit: int) -> list[Event]:
    """Events to come of which it was announced that seats are not everybody's to have."""
    return _those(tx, "said_room <> 'free' AND starts_at > :now", limit, now=now)


def everything(tx: Tx) -> list[Event]:
    """Every event, for the audit."""
    return [_event(row) for row in tx.all(f"SELECT {_COLUMNS} FROM event ORDER BY id")]


def code(tx: Tx, number: int, now: int) -> str | None:
    """The code that holds now."""
    found: str | None = tx.value(
        "SELECT code FROM event WHERE id = :number AND code_until >= :minute", number=number, minute=minute_of(now)
    )
    return found


def say_code(tx: Tx, number: int, said: str, until: int) -> None:
    """That code holds from now until then (UTC seconds), and no other."""
    tx.run(
        "UPDATE event SET code = :said, code_until = :until WHERE id = :number", number=number, said=said, until=until
    )


def spoken_at(tx: Tx, member: int, now: int) -> str | None:
    """The title of an event at which the member speaks and a code is being said."""
    title: str | None = tx.value(
        "SELECT title FROM event WHERE spoken_by = :member AND code_until >= :minute ORDER BY id LIMIT 1",
        member=member,
        minute=minute_of(now),
    )
    return title


def to_settle(tx: Tx, ended_before: int, limit: int) -> list[Event]:
    """Events that ended before then (UTC seconds) and whose list of who came is open still."""
    return _those(tx, f"settled_at IS NULL AND {_OVER}", limit, now=ended_before)


def settle(tx: Tx, number: int, now: int) -> None:
    """Its list of who came is closed."""
    tx.run("UPDATE event SET settled_at = :now WHERE id = :number", number=number, now=now)


def nowhere(tx: Tx, now: int, until: int, limit: int) -> list[Event]:
    """Events that begin before `until` (UTC seconds) and have no place."""
    return _those(tx, "place = '' AND starts_at > :now AND starts_at <= :until", limit, now=now, until=until)


def to_ask(tx: Tx, now: int, limit: int) -> list[Event]:
    """Events that are over and of which nobody was asked how they were."""
    return _those(tx, f"asked_at IS NULL AND {_OVER}", limit, now=now)


def _those(tx: Tx, condition: str, limit: int, skipped: int = 0, **moments: int) -> list[Event]:
    """Events that take place and for which the condition holds, what begins first first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM event WHERE {_ON} AND {condition} ORDER BY starts_at, id LIMIT :limit OFFSET :skipped",
        limit=limit,
        skipped=skipped,
        **moments,
    )
    return [_event(row) for row in rows]


def asked(tx: Tx, number: int, now: int) -> None:
    """Those who came are asked how it was."""
    tx.run("UPDATE event SET asked_at = :now WHERE id = :number", number=number, now=now)


OWN = (
    Own("event", "made_by", but=("code",), fate=STAYS),
    Own("event", "spoken_by", but=("code",), fate=Fate(emptied=("speaker",))),
)
