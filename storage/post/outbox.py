"""The outbox: what is to be said, written in the transaction that decided it, sent afterwards."""

from collections.abc import Iterable, Sequence

from rules.letters import STANDINGS, Kind
from storage.declarations import DAY_S, Naming, Purge
from storage.engine.tx import Tx
from storage.post.bodies import REPEATABLE
from storage.post.letters import Letter, Queued, row_of

# Each answer is one: values by their place cost less here than by name.
_PUT = """
    INSERT INTO outbox (made_at, not_before, expires_at, lane, kind, caller, method, body, gather, header, keep, fade_s, pin,
    seen_by, file_name, file, fallback, weighs, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def put(tx: Tx, letters: Iterable[Letter], now: int) -> None:
    """Queue letters."""
    if rows := [row_of(letter, now) for letter in letters]:
        tx.many(_PUT, rows)


def queued(tx: Tx, after: int, limit: int) -> list[Queued]:
    """Letters that wait to be sent, in order, with ids greater than `after`."""
    rows = tx.all(
        """
        SELECT id, lane, method, body, gather, header, keep, fade_s, pin, seen_by, fallback, made_at, not_before,
        expires_at, tries, file_name, file, kind, caller, weighs
        FROM outbox WHERE state = 'queued' AND id > :after ORDER BY id LIMIT :limit
        """,
        after=after,
        limit=limit,
    )
    return [Queued(*row) for row in rows]


def gathers_until(tx: Tx, lane: int, gather: str, now: int) -> int | None:
    """When what waits there to be joined under that name is due (UTC seconds); None when nothing of it waits any more."""
    due: int | None = tx.value(
        "SELECT min(not_before) FROM outbox WHERE state = 'queued' AND lane = :lane AND gather = :gather"
        " AND not_before > :now",
        lane=lane,
        gather=gather,
        now=now,
    )
    return due


def release(tx: Tx, lane: int, now: int) -> None:
    """The person behind `lane` can be written to now: what had been parked for them is due, behind what is queued."""
    for row in tx.all("SELECT id FROM outbox WHERE lane = :lane AND state = 'parked' ORDER BY id LIMIT 50", lane=lane):
        renew(tx, row.id, now)


def renew(tx: Tx, id: int, now: int) -> None:
    """Queue a letter anew, under a new number, behind everything that waits; how long it matters counts from now."""
    copy(tx, id, now)
    tx.run("DELETE FROM outbox WHERE id = :id AND state IN ('queued', 'parked')", id=id)


def copy(tx: Tx, id: int, now: int) -> None:
    """The same letter once more, unless its words have been blanked; a restriction ends when it would have ended."""
    tx.run(
        """
        INSERT INTO outbox (made_at, not_before, expires_at, lane, kind, caller, method, body, gather, header, keep,
        fade_s, pin, seen_by, file_name, file, fallback, weighs)
        SELECT :now, :now, CASE kind WHEN 'restriction' THEN expires_at ELSE expires_at + :now - made_at END, lane,
        kind, caller, method, body, gather, header, keep, fade_s, pin,
        seen_by, file_name, file, fallback, weighs FROM outbox
        WHERE id = :id AND body IS NOT NULL AND state IN ('queued', 'parked', 'failed', 'uncertain')
        """,
        id=id,
        now=now,
    )


def park(tx: Tx, id: int) -> None:
    """Keep a letter until its person presses start."""
    tx.run("UPDATE outbox SET state = 'parked' WHERE id = :id", id=id)


def sending(tx: Tx, ids: Iterable[int]) -> list[int]:
    """About to be sent: if the bot dies now, whether they arrived is uncertain. Those that were not withdrawn meanwhile."""
    return [id for id in ids if tx.run("UPDATE outbox SET state = 'sending' WHERE id = :id", id=id)]


def sent(tx: Tx, id: int, message: int | None) -> None:
    """Arrived; what it said is blanked."""
    tx.run(
        "UPDATE outbox SET state = 'sent', body = NULL, file = NULL, fallback = NULL, sent_id = :message WHERE id = :id",
        id=id,
        message=message,
    )


def done_with(tx: Tx, ids: Iterable[int]) -> None:
    """Arrived, and nobody will ever ask for them: reactions, toasts."""
    tx.many("DELETE FROM outbox WHERE id = ?", ((id,) for id in ids))


def later(tx: Tx, ids: Iterable[int], due: int) -> None:
    """Not accepted for now: try again at `due` (UTC seconds)."""
    for id in ids:
        tx.run(
            "UPDATE outbox SET state = 'queued', tries = tries + 1, not_before = :due"
            " WHERE id = :id AND state IN ('queued', 'sending')",
            id=id,
            due=due,
        )


def ended(tx: Tx, id: int, state: str, error: str, now: int, *, replaced: bool = False) -> None:
    """Will not be sent again: `failed`, `dropped` or `uncertain`, and why; `replaced` when something goes instead.

    What was for one person's eyes is blanked, unless staff can post it again.
    """
    row = tx.one("SELECT kind, lane, seen_by FROM outbox WHERE id = :id", id=id)
    assert row is not None, id
    standing = STANDINGS[Kind(row.kind)]
    missed = standing.missed and not replaced and state != "dropped"
    blank = (row.lane > 0 or row.seen_by is not None) and not (missed and standing.kept)
    tx.run(
        """
        UPDATE outbox SET state = :state, error = :error, ended_at = :now, missed = :missed,
        body = CASE WHEN :blank = 1 THEN NULL ELSE body END, file = CASE WHEN :blank = 1 THEN NULL ELSE file END,
        fallback = CASE WHEN :blank = 1 THEN NULL ELSE fallback END WHERE id = :id
        """,
        id=id,
        state=state,
        error=error[:200],
        now=now,
        missed="untold" if missed else None,
        blank=int(blank),
    )


def overtaken(tx: Tx, name: str, lane: int) -> None:
    """What did not arrive under that name is moot: something newer goes to the same chat."""
    tx.run(
        "UPDATE outbox SET state = 'dropped', body = NULL, missed = CASE WHEN missed IS NULL THEN NULL ELSE 'settled' END"
        " WHERE keep = :name AND lane = :lane AND state IN ('failed', 'uncertain')",
        name=name,
        lane=lane,
    )


def withdraw(tx: Tx, name: str) -> int:
    """Forget letters that were to be remembered as `name` and still wait to be sent, or for their person; how many.

    One that is on its way has no name from now on, and goes again as soon as it is there.
    """
    tx.run("UPDATE outbox SET keep = NULL WHERE keep = :name AND state = 'sending'", name=name)
    return tx.run("DELETE FROM outbox WHERE keep = :name AND state IN ('queued', 'parked')", name=name)


def is_withdrawn(tx: Tx, id: int) -> bool:
    """Whether a letter that was to be remembered by a name has lost it on its way."""
    return tx.one("SELECT 1 AS yes FROM outbox WHERE id = :id AND keep IS NULL", id=id) is not None


def interrupted(tx: Tx, now: int) -> int:
    """After a crash: what was being sent is uncertain now; never repeated blindly. How many there were."""
    found = tx.all("SELECT id FROM outbox WHERE state = 'sending' ORDER BY id")
    for row in found:
        ended(tx, row.id, "uncertain", "interrupted", now)
    return len(found)


def outstanding(tx: Tx, now: int) -> int:
    """How many updates wait to be handled, and letters that are due wait to be sent."""
    found: int = tx.value(
        "SELECT (SELECT count(*) FROM inbox WHERE state = 'waiting')"
        " + (SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending') AND not_before <= :now)",
        now=now,
    )
    return found


def doubt_everything(tx: Tx, now: int) -> int:
    """What waits may have been sent by another hand since: none of it is sent blindly. How many letters that were.

    What does no harm twice goes on waiting; what would come too late is dropped.
    """
    waiting = [
        row.id
        for row in tx.all("SELECT id, method FROM outbox WHERE state IN ('queued', 'sending', 'parked')")
        if row.method not in REPEATABLE
    ]
    for id in waiting:
        ended(tx, id, "uncertain", "another hand", now)
    tx.run(
        """
        UPDATE outbox SET state = 'dropped', error = 'another hand', fallback = NULL
        WHERE state IN ('queued', 'sending') AND kind IN ('toast', 'reaction')
        """
    )
    return len(waiting)


def purge(tx: Tx, before: int) -> int:
    """Forget settled letters made before `before` (UTC seconds)."""
    return tx.run(
        "DELETE FROM outbox WHERE coalesce(ended_at, made_at) < :before AND state NOT IN ('queued', 'sending', 'parked')",
        before=before,
    )


def keep(
    tx: Tx, name: str, chat_id: int, message: int, now: int, pieces: Sequence[int] = (), poll: str | None = None
) -> None:
    """Remember a sent message under a name, and the other pieces of its album with it; of a `poll` Telegram's number of it."""
    for number, piece in enumerate(pieces, 2):
        keep(tx, f"{name}/{number}", chat_id, piece, now)
    tx.run(
        "INSERT INTO posted (name, chat_id, message, at, poll) VALUES (:name, :chat_id, :message, :now, :poll)"
        " ON CONFLICT (name) DO UPDATE SET chat_id = excluded.chat_id, message = excluded.message, at = excluded.at,"
        " poll = excluded.poll",
        name=name,
        chat_id=chat_id,
        message=message,
        now=now,
        poll=poll,
    )


def forget(tx: Tx, chat_id: int, message: int) -> None:
    """The message says something else now: no name leads to it any more."""
    tx.run("DELETE FROM posted WHERE chat_id = :chat_id AND message = :message", chat_id=chat_id, message=message)


def rename(tx: Tx, name: str, other: str) -> None:
    """The message remembered under `name` is remembered under the `other` name alone."""
    tx.run("DELETE FROM posted WHERE name = :other", other=other)
    tx.run("UPDATE posted SET name = :other WHERE name = :name", name=name, other=other)


def kept(tx: Tx, name: str) -> tuple[int, int] | None:
    """Chat and message id of the message remembered under `name`."""
    row = tx.one("SELECT chat_id, message FROM posted WHERE name = :name", name=name)
    return (row.chat_id, row.message) if row else None


def with_it(tx: Tx, name: str) -> list[int]:
    """Messages that were sent with the one remembered under `name`, such as the other pieces of its album."""
    rows = tx.all("SELECT message FROM posted WHERE name LIKE :pieces ORDER BY message LIMIT 100", pieces=f"{name}/%")
    return [row.message for row in rows]


def awaits(tx: Tx, name: str) -> bool:
    """Whether a letter that will be remembered under that name is still to be sent."""
    found = tx.one(
        "SELECT 1 AS yes FROM outbox WHERE keep = :name AND state IN ('queued', 'parked') AND keep IS NOT NULL LIMIT 1",
        name=name,
    )
    return found is not None


def named(tx: Tx, chat_id: int, message: int) -> str | None:
    """The name under which that message of ours is remembered."""
    name: str | None = tx.value(
        "SELECT name FROM posted WHERE chat_id = :chat_id AND message = :message LIMIT 1",
        chat_id=chat_id,
        message=message,
    )
    return name


def polled(tx: Tx, poll: str) -> str | None:
    """The name under which the message with that poll (Telegram's number of it) is remembered."""
    name: str | None = tx.value("SELECT name FROM posted WHERE poll = :poll LIMIT 1", poll=poll)
    return name


def poll_of(tx: Tx, name: str) -> str | None:
    """Telegram's number of the poll that is remembered under `name`."""
    poll: str | None = tx.value("SELECT poll FROM posted WHERE name = :name", name=name)
    return poll


def kept_at(tx: Tx, name: str) -> int | None:
    """When the message remembered under `name` was sent (UTC seconds)."""
    at: int | None = tx.value("SELECT at FROM posted WHERE name = :name", name=name)
    return at


PURGE = (Purge(purge, kept_s=14 * DAY_S),)
NAMING = (Naming("outbox", ("body", "header", "file", "fallback")),)
