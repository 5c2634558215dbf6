"""Co-creation briefs."""

from typing import Any

from rules.ends import minute_of
from rules.programme.trust import TrustStep
from rules.teams.cocreation import Cocreation, CocreationPlan
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "id, title, problem, why, deadline, prize, trust, made_by, made_at, asked_at"


def _cocreation(row: Any) -> Cocreation:
    plan = CocreationPlan(row.title, row.problem, row.why, row.deadline, row.prize, TrustStep(row.trust))
    return Cocreation(row.id, plan, row.made_by, row.made_at, row.asked_at)


def add(tx: Tx, plan: CocreationPlan, maker: int, now: int) -> Cocreation:
    """Publish a brief; its number is its id."""
    number = tx.add(
        "INSERT INTO cocreation (title, problem, why, deadline, prize, trust, made_by, made_at)"
        " VALUES (:title, :problem, :why, :deadline, :prize, :trust, :maker, :now)",
        title=plan.title,
        problem=plan.problem,
        why=plan.why,
        deadline=plan.deadline,
        prize=plan.prize,
        trust=plan.trust.value,
        maker=maker,
        now=now,
    )
    return Cocreation(number, plan, maker, now)


def get(tx: Tx, number: int) -> Cocreation | None:
    """The brief of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM cocreation WHERE id = :number", number=number)
    return _cocreation(row) if row else None


def latest(tx: Tx, limit: int, skipped: int = 0) -> list[Cocreation]:
    """Briefs, the latest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM cocreation ORDER BY id DESC LIMIT :limit OFFSET :skipped", limit=limit, skipped=skipped
    )
    return [_cocreation(row) for row in rows]


def count(tx: Tx) -> int:
    """How many there are."""
    many: int = tx.value("SELECT count(*) FROM cocreation")
    return many


def to_show(tx: Tx, now: int, limit: int) -> list[Cocreation]:
    """Briefs that take no more answers, and whose answers nobody was pointed at yet."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM cocreation WHERE asked_at IS NULL AND deadline < :minute ORDER BY deadline, id LIMIT :limit",
        minute=minute_of(now),
        limit=limit,
    )
    return [_cocreation(row) for row in rows]


def shown(tx: Tx, number: int, now: int) -> None:
    """People have been told that its answers can be seen."""
    tx.run("UPDATE cocreation SET asked_at = :now WHERE id = :number", number=number, now=now)


OWN = (Own("cocreation", "made_by", fate=STAYS),)
