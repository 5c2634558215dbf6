"""Who has which role in a team project, and what they shared in."""

from collections.abc import Iterator
from typing import Any

from rules.teams.project import Teammate
from storage import homes
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "id, project, role, member, joined_at, left_at, points, entry, shared_at, taken_back_at"


def _teammate(row: Any) -> Teammate:
    return Teammate(*row)


def add(tx: Tx, project: int, role: int, member: int, now: int) -> Teammate:
    """The member has that role from now on; the place has been taken."""
    number = tx.add(
        "INSERT INTO teammate (project, role, member, joined_at) VALUES (:project, :role, :member, :now)",
        project=project,
        role=role,
        member=member,
        now=now,
    )
    return Teammate(number, project, role, member, now)


def leave(tx: Tx, teammate: int, now: int) -> bool:
    """They have it no more; False when that was so before."""
    sql = "UPDATE teammate SET left_at = :now WHERE id = :teammate AND left_at IS NULL"
    return tx.run(sql, teammate=teammate, now=now) > 0


def of_member(tx: Tx, project: int, member: int) -> Teammate | None:
    """The role that the member has in the project."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM teammate WHERE project = :project AND member = :member AND left_at IS NULL",
        project=project,
        member=member,
    )
    return _teammate(row) if row else None


def of_project(tx: Tx, project: int) -> list[Teammate]:
    """Everybody with a role, in the order of the roles and in which they took them."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM teammate WHERE project = :project AND left_at IS NULL ORDER BY role, id LIMIT 50",
        project=project,
    )
    return [_teammate(row) for row in rows]


def gone(tx: Tx, limit: int) -> list[Teammate]:
    """Who has a role in a project that is not over, and is in no group of ours any more, or suspended until it ends."""
    rows = tx.all(
        f"""
        SELECT {", ".join(f"teammate.{name}" for name in _COLUMNS.split(", "))} FROM teammate
        JOIN project ON project.id = teammate.project JOIN member ON member.id = teammate.member
        WHERE project.ended_at IS NULL AND teammate.left_at IS NULL AND (suspended_until >= project.deadline
        OR NOT {homes.inside("teammate.member")})
        ORDER BY teammate.id LIMIT :limit
        """,
        limit=limit,
    )
    return [_teammate(row) for row in rows]


def share(tx: Tx, teammate: int, points: int, entry: int | None, now: int) -> None:
    """They delivered, and were paid so much by that entry."""
    tx.run(
        "UPDATE teammate SET points = :points, entry = :entry, shared_at = :now WHERE id = :teammate",
        teammate=teammate,
        points=points,
        entry=entry,
        now=now,
    )


def of_entry(tx: Tx, entry: int) -> Teammate | None:
    """Whom an entry of the ledger paid."""
    row = tx.one(f"SELECT {_COLUMNS} FROM teammate WHERE entry = :entry", entry=entry)
    return _teammate(row) if row else None


def take_back(tx: Tx, teammate: int, at: int | None) -> None:
    """What was paid is taken back at that moment (UTC seconds), or with None given again."""
    tx.run("UPDATE teammate SET taken_back_at = :at WHERE id = :teammate", teammate=teammate, at=at)


def honours(tx: Tx, member: int, limit: int) -> list[tuple[str, str]]:
    """Projects that the member has brought to their end with others, the latest first: which one, in which role."""
    rows = tx.all(
        """
        SELECT project.title, project_role.name FROM teammate JOIN project ON project.id = teammate.project
        JOIN project_role ON project_role.project = teammate.project AND project_role.nth = teammate.role
        WHERE teammate.member = :member AND shared_at IS NOT NULL AND taken_back_at IS NULL
        ORDER BY shared_at DESC, teammate.id DESC LIMIT :limit
        """,
        member=member,
        limit=limit,
    )
    return [(row.title, row.name) for row in rows]


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of that rule of the ledger that nobody's share names, for the audit."""
    rows = tx.each(
        "SELECT id FROM transfer WHERE rule = :rule AND phase = 'single' AND reverses IS NULL"
        " AND id NOT IN (SELECT entry FROM teammate WHERE entry IS NOT NULL)",
        rule=rule,
    )
    for row in rows:
        yield row.id


def everything(tx: Tx) -> Iterator[Teammate]:
    """Whoever has shared in a reward, for the audit."""
    for row in tx.each(f"SELECT {_COLUMNS} FROM teammate WHERE shared_at IS NOT NULL ORDER BY id"):
        yield _teammate(row)


OWN = (Own("teammate", fate=STAYS),)
