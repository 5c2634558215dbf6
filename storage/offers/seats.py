"""Who registered for which event: with a seat, in line for one, or not any more."""

from collections.abc import Iterable
from typing import Any

from rules.ends import minute_of
from rules.offers.seat import LIVE, Seat, SeatState
from rules.values import replace
from storage import homes
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "id, event, member, state, first, later, made_at, price, until, hold"
_OF_SEAT = ", ".join(f"event_seat.{name}" for name in _COLUMNS.split(", "))
_LIVE = "state IN ('seated', 'waiting', 'offered')"


def _seat(row: Any) -> Seat:
    said = row._asdict()
    return Seat(
        **{**said, "state": SeatState(row.state), "first": row.first == 1, "later": row.later == 1},
    )


def add_seated(tx: Tx, event: int, member: int, now: int, *, first: bool, price: int, hold: int | None) -> Seat:
    """A registration with a seat, whose points are held."""
    seat = Seat(0, event, member, SeatState.SEATED, first, False, now, price, hold=hold)
    return _added(tx, seat)


def add_waiting(tx: Tx, event: int, member: int, now: int, *, first: bool, later: bool) -> Seat:
    """A registration that waits for a seat; what that will cost is known when there is one."""
    return _added(tx, Seat(0, event, member, SeatState.WAITING, first, later, now, 0))


def _added(tx: Tx, seat: Seat) -> Seat:
    number = tx.add(
        "INSERT INTO event_seat (event, member, state, first, later, made_at, price, hold)"
        " VALUES (:event, :member, :state, :first, :later, :now, :price, :hold)",
        event=seat.event,
        member=seat.member,
        state=seat.state.value,
        first=int(seat.first),
        later=int(seat.later),
        now=seat.made_at,
        price=seat.price,
        hold=seat.hold,
    )
    return replace(seat, id=number)


def live(tx: Tx, event: int, member: int) -> Seat | None:
    """The member's registration for the event, unless it has ended."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM event_seat WHERE event = :event AND member = :member AND {_LIVE}",
        event=event,
        member=member,
    )
    return _seat(row) if row else None


def of_member(tx: Tx, event: int, member: int) -> list[Seat]:
    """Every registration of the member for the event, the latest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM event_seat WHERE event = :event AND member = :member ORDER BY id DESC",
        event=event,
        member=member,
    )
    return [_seat(row) for row in rows]


def of_hold(tx: Tx, hold: int) -> Seat | None:
    """The registration whose points that entry holds."""
    row = tx.one(f"SELECT {_COLUMNS} FROM event_seat WHERE hold = :hold", hold=hold)
    return _seat(row) if row else None


def move(tx: Tx, seat: Seat, to: SeatState, now: int, until: int | None = None) -> bool:
    """Into another state, from the one that is known; False when it has left that one meanwhile."""
    moved = tx.run(
        """
        UPDATE event_seat SET state = :to, until = :until, ended_at = :ended
        WHERE id = :number AND state = :known
        """,
        number=seat.id,
        known=seat.state.value,
        to=to.value,
        until=until,
        ended=None if to in LIVE else now,
    )
    return moved > 0


def seat(tx: Tx, offered: Seat, price: int, hold: int | None) -> bool:
    """The seat that was offered is the member's, for that price; False when it is not kept for them any more."""
    seated = tx.run(
        "UPDATE event_seat SET state = 'seated', until = NULL, price = :price, hold = :hold"
        " WHERE id = :number AND state = 'offered'",
        number=offered.id,
        price=price,
        hold=hold,
    )
    return seated > 0


def next_in_line(tx: Tx, event: int, now: int, *, first: bool) -> Seat | None:
    """Who has waited longest, of those for whom seats are reserved or of all; who could not take it keeps their place."""
    row = tx.one(
        f"""
        SELECT {_OF_SEAT} FROM event_seat JOIN member ON member.id = event_seat.member
        WHERE event = :event AND state = 'waiting' AND first >= CAST(:first AS BIGINT)
        AND coalesce(suspended_until, 0) <= :now AND {homes.inside("member.id")} ORDER BY later, event_seat.id LIMIT 1
        """,
        event=event,
        first=int(first),
        now=now,
    )
    return _seat(row) if row else None


def before(tx: Tx, waits: Seat) -> int:
    """How many wait before that one."""
    many: int = tx.value(
        """
        SELECT count(*) FROM event_seat WHERE event = :event AND state = 'waiting'
        AND (later < :later OR (later = :later AND id < :number))
        """,
        event=waits.event,
        later=int(waits.later),
        number=waits.id,
    )
    return many


def count(tx: Tx, event: int, state: SeatState) -> int:
    """How many registrations for the event are in that state."""
    sql = "SELECT count(*) FROM event_seat WHERE event = :event AND state = :state"
    many: int = tx.value(sql, event=event, state=state.value)
    return many


def among(tx: Tx, event: int, states: Iterable[SeatState], limit: int = 10_000, skipped: int = 0) -> list[Seat]:
    """Registrations for the event in those states, in the order in which they came."""
    wanted = [state.value for state in states]
    named = {f"state{n}": state for n, state in enumerate(wanted)}
    places = ", ".join(f":{name}" for name in named)
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM event_seat WHERE event = :event AND state IN ({places})"
        " ORDER BY id LIMIT :limit OFFSET :skipped",
        event=event,
        limit=limit,
        skipped=skipped,
        **named,
    )
    return [_seat(row) for row in rows]


def unanswered(tx: Tx, now: int, limit: int) -> list[Seat]:
    """Seats that were kept long enough."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM event_seat WHERE state = 'offered' AND until < :minute ORDER BY until, id LIMIT :limit",
        minute=minute_of(now),
        limit=limit,
    )
    return [_seat(row) for row in rows]


def gone(tx: Tx, now: int, limit: int) -> list[Seat]:
    """Registrations for events to come of those who are in no group of ours any more, or suspended until they begin."""
    rows = tx.all(
        f"""
        SELECT {_OF_SEAT} FROM event_seat JOIN event ON event.id = event_seat.event
        JOIN member ON member.id = event_seat.member WHERE {_LIVE} AND called_off_at IS NULL AND begun_at IS NULL
        AND (coalesce(suspended_until, 0) >= starts_at AND suspended_until > CAST(:now AS BIGINT)
        OR NOT {homes.inside("member.id")}) ORDER BY event_seat.id LIMIT :limit
        """,
        now=now,
        limit=limit,
    )
    return [_seat(row) for row in rows]


def awaited_events(tx: Tx, now: int) -> list[int]:
    """Events to come for which somebody waits."""
    rows = tx.all(
        "SELECT DISTINCT event.id FROM event JOIN event_seat ON event_seat.event = event.id"
        " WHERE event_seat.state = 'waiting' AND called_off_at IS NULL AND starts_at > :now ORDER BY event.id",
        now=now,
    )
    return [row.id for row in rows]


def everything(tx: Tx) -> list[Seat]:
    """Every registration, for the audit."""
    return [_seat(row) for row in tx.all(f"SELECT {_COLUMNS} FROM event_seat ORDER BY id")]


OWN = (Own("event_seat", fate=STAYS),)
