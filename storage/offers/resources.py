"""Resources, and how many of their pieces are taken."""

from typing import Any

from rules.offers.resource import Resource, ResourceKind, ResourcePlan
from rules.programme.trust import TrustStep
from rules.works.challenge import SkillTrack
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

MOST = 300
_PLAN = "title, kind, about, pieces, days, level, trust, track, rank, until, place"
_COLUMNS = f"id, {_PLAN}, made_by, made_at, taken, closed_at"
_NAMES = _PLAN.split(", ")


def _resource(row: Any) -> Resource:
    plan = ResourcePlan(
        title=row.title,
        kind=ResourceKind(row.kind),
        about=row.about,
        pieces=row.pieces,
        days=row.days,
        level=row.level,
        trust=TrustStep(row.trust),
        track=SkillTrack(row.track) if row.track else None,
        rank=row.rank,
        until=row.until,
        place=row.place,
    )
    return Resource(row.id, plan, row.made_by, row.made_at, row.taken, row.closed_at)


def _columns(plan: ResourcePlan) -> dict[str, Any]:
    plain = {name: getattr(plan, name) for name in _NAMES}
    track = plan.track.value if plan.track else None
    return {**plain, "kind": plan.kind.value, "trust": plan.trust.value, "track": track}


def add(tx: Tx, plan: ResourcePlan, maker: int, now: int) -> Resource:
    """Publish a resource; its number is its id."""
    number = tx.add(
        f"INSERT INTO resource ({_PLAN}, made_by, made_at) VALUES (:title, :kind, :about, :pieces, :days, :level, :trust,"
        " :track, :rank, :until, :place, :maker, :now)",
        **_columns(plan),
        maker=maker,
        now=now,
    )
    added = get(tx, number)
    assert added is not None
    return added


def change(tx: Tx, number: int, plan: ResourcePlan) -> bool:
    """It is to be something else now; False when more pieces are taken than there would be."""
    changed = tx.run(
        """
        UPDATE resource SET title = :title, kind = :kind, about = :about, pieces = :pieces, days = :days, level = :level,
        trust = :trust, track = :track, rank = :rank, until = :until, place = :place WHERE id = :number
        AND (CAST(:pieces AS BIGINT) IS NULL OR taken <= CAST(:pieces AS BIGINT))
        """,
        number=number,
        **_columns(plan),
    )
    return changed > 0


def get(tx: Tx, number: int) -> Resource | None:
    """The resource of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM resource WHERE id = :number", number=number)
    return _resource(row) if row else None


def standing(tx: Tx) -> list[Resource]:
    """Those that were not closed, the latest first, at most `MOST`."""
    sql = f"SELECT {_COLUMNS} FROM resource WHERE closed_at IS NULL ORDER BY id DESC LIMIT {MOST}"
    return [_resource(row) for row in tx.all(sql)]


def close(tx: Tx, number: int, now: int) -> bool:
    """It can't be applied for any more; False when it was closed before."""
    sql = "UPDATE resource SET closed_at = :now WHERE id = :number AND closed_at IS NULL"
    return tx.run(sql, number=number, now=now) > 0


def take(tx: Tx, number: int) -> bool:
    """Take a piece; False when none is free."""
    sql = "UPDATE resource SET taken = taken + 1 WHERE id = :number AND (pieces IS NULL OR taken < pieces)"
    return tx.run(sql, number=number) > 0


def give_back(tx: Tx, number: int) -> None:
    """A piece is free again."""
    tx.run("UPDATE resource SET taken = taken - 1 WHERE id = :number", number=number)


def levels_asked_for(tx: Tx) -> list[str]:
    """The keys of levels from which on something may be applied for."""
    return [row.level for row in tx.all("SELECT DISTINCT level FROM resource WHERE level <> '' ORDER BY level")]


def ask_for(tx: Tx, level: str, instead: str) -> None:
    """What was for those from one level on is for those from another on."""
    tx.run("UPDATE resource SET level = :instead WHERE level = :level", level=level, instead=instead)


def everything(tx: Tx) -> list[Resource]:
    """Every resource, for the audit."""
    return [_resource(row) for row in tx.all(f"SELECT {_COLUMNS} FROM resource ORDER BY id")]


OWN = (Own("resource", "made_by", fate=STAYS),)
