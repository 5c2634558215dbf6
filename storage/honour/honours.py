"""Awards as they were given, each for ever in its year; taken back only with a reason.

That of somebody who is forgotten stays, by nobody: title, year and citation, without the badge that went with it.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from rules.honour.award import Honour
from rules.operations.forgetting import unnamed
from rules.people import Member
from rules.programme.wording import as_kept, kept
from storage.declarations import STAYS, Fate, Own
from storage.engine.tx import Tx

_COLUMNS = "id, round, award, title, year, member, citation, given_at, badge"


def _honour(row: Any) -> Honour:
    return Honour(
        row.id, row.round, row.award, as_kept(row.title), row.year, row.member, row.citation, row.given_at, row.badge
    )


def add(
    tx: Tx,
    number: int,
    award: str,
    title: str,
    year: int,
    member: int,
    citation: str,
    by: int,
    now: int,
    badge: str | None = None,
) -> int:
    """The member is honoured by that round, and has that badge with it; the number of the honour."""
    return tx.add(
        "INSERT INTO honour (round, award, title, year, member, citation, given_by, given_at, badge)"
        " VALUES (:round, :award, :title, :year, :member, :citation, :by, :now, :badge)",
        round=number,
        award=award,
        title=kept(title),
        year=year,
        member=member,
        citation=citation,
        by=by,
        now=now,
        badge=badge,
    )


def get(tx: Tx, honour: int) -> Honour | None:
    """The honour with that id, unless it was taken back."""
    row = tx.one(f"SELECT {_COLUMNS} FROM honour WHERE id = :honour AND revoked_at IS NULL", honour=honour)
    return _honour(row) if row else None


def revoke(tx: Tx, honour: int, by: int, reason: str, now: int) -> bool:
    """Take it back; False when that was done before."""
    return (
        tx.run(
            "UPDATE honour SET revoked_at = :now, revoked_by = :by, revoked_for = :reason"
            " WHERE id = :honour AND revoked_at IS NULL",
            now=now,
            by=by,
            reason=reason,
            honour=honour,
        )
        > 0
    )


def years(tx: Tx) -> list[int]:
    """The years in which somebody was honoured, latest first."""
    rows = tx.all("SELECT DISTINCT year FROM honour WHERE revoked_at IS NULL ORDER BY year DESC LIMIT 100")
    return [row.year for row in rows]


def of_year(tx: Tx, year: int) -> list[Honour]:
    """Who was honoured in that year, in the order of giving; at most 200."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM honour WHERE year = :year AND revoked_at IS NULL ORDER BY id LIMIT 200", year=year
    )
    return [_honour(row) for row in rows]


def last(tx: Tx, award: str) -> Honour | None:
    """The latest of that award."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM honour WHERE award = :award AND revoked_at IS NULL ORDER BY id DESC LIMIT 1",
        award=award,
    )
    return _honour(row) if row else None


def awards_of(tx: Tx, member: int) -> frozenset[str]:
    """The keys of the awards that the member holds."""
    rows = tx.all("SELECT DISTINCT award FROM honour WHERE member = :member AND revoked_at IS NULL", member=member)
    return frozenset(row.award for row in rows)


def unname(tx: Tx, member: Member) -> None:
    """What they are honoured for says their name no more."""
    for row in tx.all("SELECT id, citation FROM honour WHERE member = :member", member=member.id):
        said = unnamed(row.citation, member.name, member.username)
        tx.run("UPDATE honour SET citation = :said WHERE id = :id", said=said, id=row.id)


class Given(Struct, frozen=True):
    """An honour that stands, for the audit: to whom, by which round, and whether the log says that a person gave it."""

    honour: int
    round: int
    member: int
    logged: bool


def given(tx: Tx) -> Iterator[Given]:
    """Every honour that stands."""
    rows = tx.each(
        """
        SELECT id, round, member, EXISTS (SELECT 1 FROM audit WHERE audit.subject = honour.member AND act = 'award.give'
        AND actor = honour.given_by) AS logged FROM honour WHERE revoked_at IS NULL ORDER BY id
        """
    )
    for row in rows:
        yield Given(row.id, row.round, row.member, bool(row.logged))


def stands_with(tx: Tx, member: int, badge: str, but: int = 0) -> bool:
    """Whether an award of theirs stands that the badge goes with, another one than `but`."""
    row = tx.one(
        "SELECT 1 AS there FROM honour WHERE member = :member AND badge = :badge AND revoked_at IS NULL AND id <> :but LIMIT 1",
        member=member,
        badge=badge,
        but=but,
    )
    return row is not None


def brought(tx: Tx, member: int, badge: str, at: int) -> bool:
    """Whether it was an award, standing or not, that brought them the badge at that moment (UTC seconds)."""
    row = tx.one(
        "SELECT 1 AS there FROM honour WHERE member = :member AND badge = :badge AND given_at = :at LIMIT 1",
        member=member,
        badge=badge,
        at=at,
    )
    return row is not None


class WithBadge(Struct, frozen=True):
    """An honour with a badge, for the audit: whether an honour `stands` for the badge, whether one `brought` the badge that
    there is, and in which state that is (None: there is none).
    """

    honour: int
    stands: bool
    brought: bool
    state: str | None


def with_badges(tx: Tx) -> Iterator[WithBadge]:
    """Every honour that has a badge, also those that were taken back."""
    rows = tx.each(
        """
        SELECT honour.id, badge.state,
        EXISTS (SELECT 1 FROM honour AS other WHERE other.member = honour.member AND other.badge = honour.badge
        AND other.revoked_at IS NULL) AS stands,
        EXISTS (SELECT 1 FROM honour AS other WHERE other.member = honour.member AND other.badge = honour.badge
        AND other.given_at = badge.at) AS brought
        FROM honour LEFT JOIN badge ON badge.member = honour.member AND badge.badge = honour.badge
        WHERE honour.badge IS NOT NULL ORDER BY honour.id
        """
    )
    for row in rows:
        yield WithBadge(row.id, bool(row.stands), bool(row.brought), row.state)


def of(tx: Tx, member: int) -> list[Honour]:
    """What the member was honoured with, latest first; at most 5."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM honour WHERE member = :member AND revoked_at IS NULL ORDER BY id DESC LIMIT 5",
        member=member,
    )
    return [_honour(row) for row in rows]


OWN = (
    Own("honour", fate=Fate(unset=("badge",))),
    Own("honour", "given_by", fate=STAYS),
    Own("honour", "revoked_by", fate=STAYS),
)
