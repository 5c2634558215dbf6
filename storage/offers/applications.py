"""Who applied for which resource, and what became of it."""

from typing import Any

from rules.offers.application import Application, ApplicationState
from storage import homes
from storage.declarations import STAYS, Fate, Own
from storage.engine.tx import Tx

_COLUMNS = "id, resource, member, state, purpose, made_at, day, due, words, longer, longer_why"
_LIVE = "state IN ('waiting', 'granted', 'out')"


def _application(row: Any) -> Application:
    return Application(**{**row._asdict(), "state": ApplicationState(row.state)})


def add(tx: Tx, resource: int, member: int, purpose: str, now: int) -> Application:
    """A new one, which waits."""
    number = tx.add(
        "INSERT INTO resource_application (resource, member, purpose, made_at) VALUES (:resource, :member, :purpose, :now)",
        resource=resource,
        member=member,
        purpose=purpose,
        now=now,
    )
    return Application(number, resource, member, ApplicationState.WAITING, purpose, now)


def get(tx: Tx, number: int) -> Application | None:
    """The application of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM resource_application WHERE id = :number", number=number)
    return _application(row) if row else None


def live(tx: Tx, resource: int, member: int) -> Application | None:
    """The member's application for it that has not ended."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM resource_application WHERE resource = :resource AND member = :member AND {_LIVE}",
        resource=resource,
        member=member,
    )
    return _application(row) if row else None


def latest(tx: Tx, resource: int, member: int) -> Application | None:
    """The member's last application for it, whatever came of it."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM resource_application WHERE resource = :resource AND member = :member"
        " ORDER BY id DESC LIMIT 1",
        resource=resource,
        member=member,
    )
    return _application(row) if row else None


def move(
    tx: Tx, found: Application, to: ApplicationState, now: int, *, words: str | None = None, by: int | None = None
) -> bool:
    """Into another state, from the one that is known; False when it has left that one meanwhile.

    What staff said, and who of them, takes the place of what was said before.
    """
    moved = tx.run(
        f"""
        UPDATE resource_application SET state = :to, longer = NULL, longer_why = '',
        words = coalesce(CAST(:words AS TEXT), words), decided_by = coalesce(CAST(:by AS BIGINT), decided_by),
        ended_at = CASE WHEN CAST(:to AS TEXT) IN ('waiting', 'granted', 'out') THEN NULL ELSE CAST(:now AS BIGINT) END
        WHERE id = :number AND state = :known AND {_LIVE}
        """,
        number=found.id,
        known=found.state.value,
        to=to.value,
        words=words,
        by=by,
        now=now,
    )
    return moved > 0


def agree_day(tx: Tx, number: int, day: int | None) -> None:
    """When it is handed over, or takes place (UTC seconds)."""
    tx.run("UPDATE resource_application SET day = :day WHERE id = :number", number=number, day=day)


def hand_over(tx: Tx, found: Application, to: ApplicationState, due: int | None, now: int) -> bool:
    """The member has it, until `due` where it comes back; False when it is not granted any more."""
    moved = tx.run(
        """
        UPDATE resource_application SET state = :to, due = :due, handed_at = :now,
        ended_at = CASE WHEN CAST(:to AS TEXT) = 'out' THEN NULL ELSE CAST(:now AS BIGINT) END
        WHERE id = :number AND state = 'granted'
        """,
        number=found.id,
        to=to.value,
        due=due,
        now=now,
    )
    return moved > 0


def ask_longer(tx: Tx, number: int, days: int, why: str) -> bool:
    """So many days more are asked for; False when it is not out, or some are asked for already."""
    asked = tx.run(
        "UPDATE resource_application SET longer = :days, longer_why = :why"
        " WHERE id = :number AND state = 'out' AND longer IS NULL",
        number=number,
        days=days,
        why=why,
    )
    return asked > 0


def answer_longer(tx: Tx, number: int, due: int | None, words: str) -> bool:
    """It comes back until another `due`, or until the same; False when nothing was asked for."""
    answered = tx.run(
        """
        UPDATE resource_application SET longer = NULL, longer_why = '', words = :words,
        reminded = CASE WHEN CAST(:due AS BIGINT) IS NULL THEN reminded ELSE 'no' END,
        due = coalesce(CAST(:due AS BIGINT), due) WHERE id = :number AND state = 'out' AND longer IS NOT NULL
        """,
        number=number,
        due=due,
        words=words,
    )
    return answered > 0


def of_resource(tx: Tx, resource: int, states: frozenset[ApplicationState], limit: int = 1_000) -> list[Application]:
    """Applications for it in those states, in the order in which they came."""
    named = {f"state{n}": state.value for n, state in enumerate(sorted(states))}
    places = ", ".join(f":{name}" for name in named)
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM resource_application WHERE resource = :resource AND state IN ({places})"
        " ORDER BY id LIMIT :limit",
        resource=resource,
        limit=limit,
        **named,
    )
    return [_application(row) for row in rows]


def of_member(tx: Tx, member: int, limit: int) -> list[Application]:
    """The member's latest applications, the newest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM resource_application WHERE member = :member ORDER BY id DESC LIMIT :limit",
        member=member,
        limit=limit,
    )
    return [_application(row) for row in rows]


def awaiting_staff(tx: Tx, limit: int, skipped: int = 0) -> list[Application]:
    """Those that wait for staff, and those out, what is due first first: what staff have to look after."""
    rows = tx.all(
        f"""
        SELECT {_COLUMNS} FROM resource_application WHERE {_LIVE}
        ORDER BY CASE state WHEN 'waiting' THEN 1 WHEN 'granted' THEN 2 ELSE 0 END, due, id
        LIMIT :limit OFFSET :skipped
        """,
        limit=limit,
        skipped=skipped,
    )
    return [_application(row) for row in rows]


def count_live(tx: Tx) -> int:
    """How many have not ended."""
    many: int = tx.value(f"SELECT count(*) FROM resource_application WHERE {_LIVE}")
    return many


def overdue(tx: Tx, before: int, limit: int) -> list[Application]:
    """Those that should have been back before then (UTC seconds), what is out longest first."""
    return _before(tx, "due", before, "state = 'out'", limit)


def unanswered(tx: Tx, before: int, limit: int) -> list[Application]:
    """Those that wait for staff since before then (UTC seconds), who waits longest first."""
    return _before(tx, "made_at", before, "state = 'waiting'", limit)


def left(tx: Tx, limit: int) -> list[Application]:
    """What waits for staff, or for its holder, of those who are in no group of ours any more."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM resource_application WHERE state IN ('waiting', 'granted')"
        f" AND NOT {homes.inside('resource_application.member')} ORDER BY id LIMIT :limit",
        limit=limit,
    )
    return [_application(row) for row in rows]


def day_comes(tx: Tx, before: int, limit: int) -> list[Application]:
    """Granted for a day before then (UTC seconds), who were not reminded of it."""
    return _before(tx, "day", before, "state = 'granted' AND reminded = 'no'", limit)


def due_comes(tx: Tx, before: int, limit: int) -> list[Application]:
    """Out, to be back before then (UTC seconds), who were not reminded of it."""
    return _before(tx, "due", before, "state = 'out' AND reminded IN ('no', 'day')", limit)


def missed(tx: Tx, before: int, limit: int) -> list[Application]:
    """Out, though they should have been back before then (UTC seconds), who were not asked about it."""
    return _before(tx, "due", before, "state = 'out' AND reminded <> 'overdue'", limit)


def _before(tx: Tx, moment: str, before: int, condition: str, limit: int) -> list[Application]:
    """Those for whom the condition holds and whose moment is before then, the earliest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM resource_application WHERE {condition} AND {moment} < :before"
        f" ORDER BY {moment}, id LIMIT :limit",
        before=before,
        limit=limit,
    )
    return [_application(row) for row in rows]


def told(tx: Tx, number: int, what: str) -> None:
    """They were reminded of the `day`, of when it is `due`, or asked about what is `overdue`."""
    tx.run("UPDATE resource_application SET reminded = :what WHERE id = :number", number=number, what=what)


def everything(tx: Tx) -> list[Application]:
    """Every application, for the audit."""
    return [_application(row) for row in tx.all(f"SELECT {_COLUMNS} FROM resource_application ORDER BY id")]


OWN = (
    Own("resource_application", fate=Fate(emptied=("purpose", "words", "longer_why"))),
    Own("resource_application", "decided_by", but=("purpose", "words", "longer_why"), fate=STAYS),
)
