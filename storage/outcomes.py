"""The outcome log: why something counted or did not, the latest of each member."""

import json
from collections.abc import Mapping

from rules.occasion import Occasion
from rules.outcome import NotedOutcome
from storage.declarations import GOES, Naming, Own
from storage.engine.tx import Tx

KEPT = 100


def note(
    tx: Tx,
    member: int,
    occasion: Occasion,
    rule: str,
    outcome: str,
    frees_at: int | None = None,
    detail: Mapping[str, object] | None = None,
) -> None:
    """Note an outcome for the member's "why?": `outcome` names a message, `detail` holds its fields as plain values."""
    newest = tx.add(
        "INSERT INTO outcome (member, at, handled_at, rule, outcome, frees_at, detail)"
        " VALUES (:member, :at, :handled_at, :rule, :outcome, :frees_at, :detail)",
        member=member,
        at=occasion.now,
        handled_at=occasion.handled_at,
        rule=rule,
        outcome=outcome,
        frees_at=frees_at,
        detail=json.dumps(dict(detail or {}), ensure_ascii=False),
    )
    tx.run(
        "DELETE FROM outcome WHERE member = :member AND id <="
        " (SELECT id FROM outcome WHERE member = :member AND id <= :newest ORDER BY id DESC LIMIT 1 OFFSET :kept)",
        member=member,
        newest=newest,
        kept=KEPT,
    )


def latest(tx: Tx, member: int, limit: int) -> list[NotedOutcome]:
    """The member's latest outcomes, newest first."""
    rows = tx.all(
        "SELECT at, handled_at, rule, outcome, frees_at, detail FROM outcome WHERE member = :member"
        " ORDER BY id DESC LIMIT :limit",
        member=member,
        limit=limit,
    )
    return [
        NotedOutcome(row.at, row.handled_at, row.rule, row.outcome, row.frees_at, json.loads(row.detail))
        for row in rows
    ]


def told_since(tx: Tx, member: int, outcome: str, since: int) -> bool:
    """Whether that outcome has been noted for the member at `since` (UTC seconds) or later."""
    found = tx.one(
        "SELECT 1 AS yes FROM outcome WHERE member = :member AND outcome = :outcome AND at >= :since LIMIT 1",
        member=member,
        outcome=outcome,
        since=since,
    )
    return found is not None


OWN = (Own("outcome", fate=GOES),)
NAMING = (Naming("outcome", ("detail",)),)
