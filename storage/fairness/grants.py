"""Points that staff gave or took by hand, and what waits for a second person."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from rules.fairness.grant import Grant, GrantState
from storage.declarations import STAYS, Own, Renumbered
from storage.engine.tx import Tx

_COLUMNS = "id, member, actor, points, reason, chat_group, message, state"


class Alone(Struct, frozen=True):
    """Who gave points alone, to whom, and when (UTC seconds)."""

    actor: int
    member: int
    at: int


def _grant(row: Any) -> Grant:
    return Grant(
        row.id, row.member, row.actor, row.points, row.reason, row.chat_group, row.message, GrantState(row.state)
    )


def add(
    tx: Tx,
    member: int,
    actor: int,
    points: int,
    reason: str,
    now: int,
    day: str,
    command: tuple[int, int],
    about: tuple[int | None, int | None],
    state: GrantState,
) -> tuple[Grant, bool]:
    """Record a grant and whether it is new; `command` (chat, message) asks for it once, `about` is group and message."""
    fresh = tx.run(
        """
        INSERT INTO staff_grant (member, actor, points, reason, at, day, chat_id, command, chat_group, message, state)
        VALUES (:member, :actor, :points, :reason, :now, :day, :chat_id, :command, :group, :message, :state)
        ON CONFLICT (chat_id, command) DO NOTHING
        """,
        member=member,
        actor=actor,
        points=points,
        reason=reason,
        now=now,
        day=day,
        chat_id=command[0],
        command=command[1],
        group=about[0],
        message=about[1],
        state=state.value,
    )
    row = tx.one(
        f"SELECT {_COLUMNS} FROM staff_grant WHERE chat_id = :chat_id AND command = :command",
        chat_id=command[0],
        command=command[1],
    )
    return _grant(row), fresh > 0


def proposed(tx: Tx, member: int, points: int, reason: str, day: str, command: tuple[int, int]) -> bool:
    """Whether the very same, asked for by another command of that day, still waits for a second person."""
    found = tx.one(
        "SELECT 1 AS yes FROM staff_grant WHERE member = :member AND points = :points AND reason = :reason"
        " AND day = :day AND state = 'proposed' AND (chat_id, command) <> (:chat_id, :command) LIMIT 1",
        member=member,
        points=points,
        reason=reason,
        day=day,
        chat_id=command[0],
        command=command[1],
    )
    return found is not None


def given(
    tx: Tx, member: int, points: int, reason: str, day: str, *, but: tuple[int, int], message: int | None = None
) -> Alone | None:
    """The latest of that day for that very reason that stands; `but` that command, and only for that message if one is named."""
    row = tx.one(
        """
        SELECT actor, member, at FROM staff_grant
        WHERE member = :member AND points = :points AND reason = :reason AND day = :day
        AND state = 'given' AND undone_at IS NULL AND (chat_id, command) <> (:chat_id, :command)
        AND (message = :message OR :message = 0) ORDER BY at DESC LIMIT 1
        """,
        member=member,
        points=points,
        reason=reason,
        day=day,
        chat_id=but[0],
        command=but[1],
        message=message or 0,
    )
    return Alone(row.actor, row.member, row.at) if row else None


def get(tx: Tx, grant: int) -> Grant:
    """The grant with that id, which must exist."""
    row = tx.one(f"SELECT {_COLUMNS} FROM staff_grant WHERE id = :grant", grant=grant)
    assert row is not None, grant
    return _grant(row)


def undecided(tx: Tx, before: int) -> list[Grant]:
    """What was proposed at `before` (UTC seconds) or earlier and waits still, at most 50."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM staff_grant WHERE state = 'proposed' AND at <= :before ORDER BY id LIMIT 50",
        before=before,
    )
    return [_grant(row) for row in rows]


def decide(tx: Tx, grant: int, state: GrantState, by: int | None, now: int) -> bool:
    """Settle a proposed grant, `by` nobody when it lapses; False when it has been decided."""
    return (
        tx.run(
            "UPDATE staff_grant SET state = :state, decided_by = :by, decided_at = :now WHERE id = :grant AND state = 'proposed'",
            state=state.value,
            by=by,
            now=now,
            grant=grant,
        )
        > 0
    )


def undo(tx: Tx, grant: int, now: int | None) -> bool:
    """Its points were taken back, or with None given again; False when there is none."""
    return tx.run("UPDATE staff_grant SET undone_at = :now WHERE id = :grant", grant=grant, now=now) > 0


def stands(tx: Tx, grant: int) -> bool:
    """Whether its points were not taken back."""
    return tx.one("SELECT undone_at FROM staff_grant WHERE id = :grant", grant=grant).undone_at is None


def given_alone(tx: Tx, actor: int, member: int, since: int, until: int) -> tuple[int, int]:
    """Points that `actor` moved alone from `since` on and before `until` (UTC seconds) and that stand: for `member`, and in all.

    What the brand made up because they took back what was spent already is theirs as well: somebody has it.
    """
    row = tx.one(
        """
        SELECT coalesce(sum(CASE WHEN member = :member THEN worth ELSE 0 END), 0) AS to_member,
        coalesce(sum(worth), 0) AS in_all FROM (
            SELECT member, abs(points) AS worth FROM staff_grant
            WHERE actor = :actor AND at >= :since AND at < :until AND state = 'given' AND decided_by IS NULL AND undone_at IS NULL
            UNION ALL SELECT account.member, transfer.amount FROM transfer JOIN account ON account.id = transfer.credit
            WHERE transfer.rule = 'write_off' AND transfer.actor = :actor AND transfer.at >= :since AND transfer.at < :until
        ) AS moved
        """,
        actor=actor,
        since=since,
        until=until,
        member=member,
    )
    return row.to_member, row.in_all


def alone(tx: Tx, grant: int) -> Alone | None:
    """Who gave it alone; None for what two have decided."""
    row = tx.one("SELECT actor, member, at, decided_by FROM staff_grant WHERE id = :grant", grant=grant)
    return None if row.decided_by is not None else Alone(row.actor, row.member, row.at)


class Moved(Struct, frozen=True):
    """A grant as the audit compares it: whether it was given, and undone since."""

    id: int
    member: int
    points: int
    given: bool
    undone: bool


def everything(tx: Tx) -> Iterator[Moved]:
    """Every grant, for the audit."""
    for row in tx.each("SELECT id, member, points, state, undone_at FROM staff_grant"):
        yield Moved(row.id, row.member, row.points, row.state == GrantState.GIVEN, row.undone_at is not None)


RENUMBERED = (Renumbered("staff_grant"),)

OWN = (
    Own("staff_grant", whose="member = :member AND state <> 'proposed'", but=("chat_id", "command"), fate=STAYS),
    Own("staff_grant", "actor", fate=STAYS),
    Own("staff_grant", "decided_by", fate=STAYS),
)
