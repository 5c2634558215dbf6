"""The audit log: everything staff do, with actor, reason and time."""

import json
from typing import Any

from msgspec import Struct

from storage.declarations import STAYS, Naming, Own
from storage.engine.tx import Tx


class Act(Struct, frozen=True):
    """One line of the audit log; `act` is a name such as `points.grant`."""

    id: int
    at: int
    actor: int
    act: str
    subject: int | None
    reason: str | None
    detail: dict[str, Any]


def record(
    tx: Tx, now: int, actor: int, act: str, subject: int | None = None, reason: str | None = None, **detail: Any
) -> int:
    """Write a line."""
    return tx.add(
        "INSERT INTO audit (at, actor, act, subject, reason, detail) VALUES (:now, :actor, :act, :subject, :reason, :detail)",
        now=now,
        actor=actor,
        act=act,
        subject=subject,
        reason=reason,
        detail=json.dumps(detail, ensure_ascii=False),
    )


def about(tx: Tx, subject: int, limit: int) -> list[Act]:
    """The latest lines about a member, newest first."""
    rows = tx.all(
        "SELECT id, at, actor, act, subject, reason, detail FROM audit WHERE subject = :subject ORDER BY id DESC LIMIT :limit",
        subject=subject,
        limit=limit,
    )
    return [Act(row.id, row.at, row.actor, row.act, row.subject, row.reason, json.loads(row.detail)) for row in rows]


def latest(tx: Tx, limit: int, before: int | None = None) -> list[Act]:
    """The latest lines of all, newest first; `before` is a line's id to page on from."""
    rows = tx.all(
        "SELECT id, at, actor, act, subject, reason, detail FROM audit WHERE id < :before ORDER BY id DESC LIMIT :limit",
        before=before or 2**62,
        limit=limit,
    )
    return [Act(row.id, row.at, row.actor, row.act, row.subject, row.reason, json.loads(row.detail)) for row in rows]


# Of the acts about a member those that they hear of anyway; what the team only notes or proposes is its own.
_HEARD_OF = (
    "'appeal.lift', 'appeal.shorten', 'appeal.uphold', 'award.give', 'award.revoke', 'badge.give', 'card.clear',"
    " 'event.remove', 'feature.give', 'feature.take_back', 'idea.put_back', 'idea.strike', 'order.return', 'order.send',"
    " 'points.give_back', 'points.undo', 'role.claim', 'role.give', 'role.take',"
    " 'result.corrected', 'result.note', 'result.unseen', 'showcase.correct', 'showcase.put_back', 'showcase.take_out',"
    " 'topicmod.give', 'topicmod.renew'"
)
OWN = (
    Own("audit", "actor", but=("detail",), fate=STAYS),
    Own("audit", "subject", whose=f"subject = :member AND act IN ({_HEARD_OF})", but=("detail",), fate=STAYS),
)
NAMING = (Naming("audit", ("detail",)),)
