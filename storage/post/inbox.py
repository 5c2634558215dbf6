"""The durable inbox: an update is confirmed to Telegram only after it stands here."""

from collections.abc import Iterable

from msgspec import Struct

from rules.incident import KEPT_S
from storage.declarations import DAY_S, Purge
from storage.engine.tx import Tx

TRIES = 3
# So many pieces as two albums have; of what somebody asks for again and again the latest is enough.
MOST_STOPPED = 20
PURGED = 200_000
_WAITING = "id, update_id, said_at, body, tries, received_at, sender, resumed"


class Arrived(Struct, frozen=True):
    """An update that has come in: its number, its JSON, who caused it (0: nobody), and when it was said (UTC seconds).

    One without a body has been answered already; its row looks like that of every other that was.
    """

    update_id: int
    body: str | None
    sender: int
    said_at: int


class WaitingUpdate(Struct, frozen=True):
    """An update not handled yet; `body` is Telegram's JSON. `also` are those that are handled with it.

    One that is `resumed` had been stopped by the covenant.
    """

    id: int
    update_id: int
    said_at: int
    body: str
    tries: int
    received_at: int
    sender: int
    resumed: int = 0
    also: tuple[int, ...] = ()

    @property
    def ids(self) -> tuple[int, ...]:
        """All that is done when it is handled."""
        return (self.id, *self.also)


class Resumed(Struct, frozen=True):
    """What goes on of all that had been stopped: so many updates; of so many too much time has gone by."""

    going_on: int = 0
    too_late: int = 0


def put(tx: Tx, batch: Iterable[Arrived], now: int) -> None:
    """Take in a batch of updates. One that is here already is left as it is."""
    tx.many(
        "INSERT INTO inbox (update_id, received_at, said_at, sender, body, state) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (_row(update, now) for update in batch),
    )


def _row(update: Arrived, now: int) -> tuple[int, int, int, int, str | None, str]:
    if update.body is None:
        return update.update_id, now - now % DAY_S, 0, 0, None, "done"
    return update.update_id, now, update.said_at, update.sender, update.body, "waiting"


def known(tx: Tx, update_id: int) -> bool:
    """Whether that update has come in before."""
    found: int = tx.value("SELECT count(*) FROM inbox WHERE update_id = :id", id=update_id)
    return found > 0


def waiting(tx: Tx, limit: int) -> list[WaitingUpdate]:
    """The oldest updates not handled yet."""
    rows = tx.all(
        f"SELECT {_WAITING} FROM inbox WHERE state = 'waiting' ORDER BY id LIMIT :limit",
        limit=limit,
    )
    return [WaitingUpdate(*row) for row in rows]


def edits(tx: Tx, among: int) -> list[WaitingUpdate]:
    """The edits among the oldest updates not handled yet; a few others that quote the word may be with them."""
    rows = tx.all(
        f"""
        SELECT {_WAITING} FROM (SELECT {_WAITING} FROM inbox
        WHERE state = 'waiting' ORDER BY id LIMIT :among) AS oldest WHERE body LIKE '%"edited_message"%' ORDER BY id
        """,
        among=among,
    )
    return [WaitingUpdate(*row) for row in rows]


def in_turns(tx: Tx, limit: int, turns: int) -> list[WaitingUpdate]:
    """Like `waiting`, but with at most `turns` updates of each sender, so that one who floods does not hold up others."""
    rows = tx.all(
        """
        SELECT inbox.id, update_id, said_at, body, tries, received_at, sender, resumed FROM inbox JOIN (
        SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY sender ORDER BY id) AS turn FROM inbox
        WHERE state = 'waiting') AS queue WHERE turn <= :turns ORDER BY id LIMIT :limit) AS chosen
        ON chosen.id = inbox.id ORDER BY inbox.id
        """,
        limit=limit,
        turns=turns,
    )
    return [WaitingUpdate(*row) for row in rows]


def backlog(tx: Tx) -> int:
    """How many updates wait."""
    n: int = tx.value("SELECT count(*) FROM inbox WHERE state = 'waiting'")
    return n


def newest(tx: Tx) -> int:
    """The row of what came in last, 0 where nothing has."""
    row: int | None = tx.value("SELECT max(id) FROM inbox")
    return row or 0


def waits(tx: Tx, row: int) -> bool:
    """Whether something that came in up to that row was not looked at yet; what broke and is tried again does not count."""
    sql = "SELECT 1 AS one FROM inbox WHERE state = 'waiting' AND tries = 0 AND id <= :row LIMIT 1"
    return tx.one(sql, row=row) is not None


def done(tx: Tx, ids: Iterable[int]) -> None:
    """Handled: what the updates said, whose they were and when is blanked in the same transaction, but for what was stopped.

    So what is answered without ever standing here can't be told from the rest.
    """
    tx.many(
        "UPDATE inbox SET state = 'done', body = NULL, sender = 0, said_at = 0, incident = NULL, tries = 0, resumed = 0,"
        f" received_at = received_at - received_at % {DAY_S} WHERE id = ? AND state = 'waiting'",
        ((id,) for id in ids),
    )


def stop(tx: Tx, ids: Iterable[int], act: str | None, chat: int) -> None:
    """They are answered, but what they asked for waits until its sender agrees to the covenant; the latest are kept.

    What asks for the same `act` is the same; None is never the same as anything. `chat` is where it was said.
    """
    for id in ids:
        tx.run("UPDATE inbox SET state = 'stopped', act = :act, chat = :chat WHERE id = :id", id=id, act=act, chat=chat)
        _forget_more(tx, id)


def stopped(tx: Tx, sender: int, chat: int) -> list[tuple[int, str]]:
    """What they said in that chat (Telegram's ids) and was stopped, as its row and what Telegram brought."""
    rows = tx.all(
        "SELECT id, body FROM inbox WHERE state = 'stopped' AND sender = :sender AND chat = :chat AND body IS NOT NULL"
        " ORDER BY id LIMIT :most",
        sender=sender,
        chat=chat,
        most=MOST_STOPPED,
    )
    return [(row.id, row.body) for row in rows]


def drop(tx: Tx, row: int) -> None:
    """What was stopped there goes on no more."""
    tx.run("UPDATE inbox SET state = 'done', body = NULL WHERE id = :row AND state = 'stopped'", row=row)


def _forget_more(tx: Tx, id: int) -> None:
    tx.run(
        "UPDATE inbox SET state = 'done', body = NULL WHERE state = 'stopped' AND sender = (SELECT sender FROM inbox"
        " WHERE id = :id) AND id NOT IN (SELECT id FROM inbox WHERE state = 'stopped' AND sender = (SELECT sender"
        " FROM inbox WHERE id = :id) ORDER BY id DESC LIMIT :most)",
        id=id,
        most=MOST_STOPPED,
    )


def resume(tx: Tx, sender: int, since: int, chat: int) -> Resumed:
    """Each act of theirs that was stopped and said at `since` (UTC seconds) or later waits to be handled once more.

    It counts from when it was said first; of several copies the one goes on that was said in `chat`, where they agreed.
    """
    going_on = _merge(tx, sender, since, chat)
    tx.many(
        "UPDATE inbox SET state = 'waiting', resumed = 1, tries = 0, said_at = ? WHERE id = ?",
        going_on,
    )
    too_late = tx.run(
        "UPDATE inbox SET state = 'done', body = NULL WHERE state = 'stopped' AND sender = :sender", sender=sender
    )
    return Resumed(len(going_on), too_late)


def _merge(tx: Tx, sender: int, since: int, chat: int) -> list[tuple[int, int]]:
    """One copy of each act, as the earliest moment of all its copies and its id; the others are done with."""
    copies = "state = 'stopped' AND sender = :sender AND said_at >= :since AND body IS NOT NULL"
    rows = tx.all(
        f"""
        SELECT id, said_at, turn FROM (SELECT id,
        min(said_at) OVER (PARTITION BY coalesce(act, CAST(id AS TEXT))) AS said_at, row_number() OVER (PARTITION BY
        coalesce(act, CAST(id AS TEXT)) ORDER BY CASE WHEN chat = :chat THEN 0 ELSE 1 END, id) AS turn
        FROM inbox WHERE {copies}) AS copy ORDER BY id
        """,
        sender=sender,
        since=since,
        chat=chat,
    )
    done_ids = ((row.id,) for row in rows if row.turn > 1)
    tx.many("UPDATE inbox SET state = 'done', body = NULL WHERE id = ?", done_ids)
    return [(row.said_at, row.id) for row in rows if row.turn == 1]


def forget_stopped(tx: Tx, before: int) -> None:
    """What was said before `before` (UTC seconds) and stopped can't go on any more: only that it was there is kept."""
    tx.run(
        "UPDATE inbox SET body = NULL WHERE state = 'stopped' AND said_at < :before AND body IS NOT NULL", before=before
    )


def failed(tx: Tx, id: int, incident: str) -> bool:
    """Count a failed try; after the last one the update is set aside. True when it was."""
    tx.run(
        "UPDATE inbox SET tries = tries + 1, incident = :incident,"
        " state = CASE WHEN tries + 1 >= :most THEN 'quarantined' ELSE state END WHERE id = :id",
        id=id,
        incident=incident,
        most=TRIES,
    )
    state: str = tx.value("SELECT state FROM inbox WHERE id = :id", id=id)
    return state == "quarantined"


def last(tx: Tx) -> tuple[int, int] | None:
    """Id and time of the newest update taken in."""
    row = tx.one("SELECT update_id, received_at FROM inbox ORDER BY id DESC LIMIT 1")
    return (row.update_id, row.received_at) if row else None


def purge(tx: Tx, before: int) -> int:
    """Forget handled and quarantined updates older than `before` (UTC seconds), from the oldest end, so many at most."""
    return tx.run(
        "DELETE FROM inbox WHERE id < (SELECT min(id) FROM inbox) + :most AND received_at < :before AND state <> 'waiting'",
        most=PURGED,
        before=before,
    )


PURGE = (Purge(purge, kept_s=KEPT_S), Purge(forget_stopped, kept_s=DAY_S))
