"""People whom the team has noted by hand: those who are here keep their source, others are forgotten after a time."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rules.journey.scout import Scouted
from rules.links import same_page, trait_of
from rules.mydata import Untold
from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from rules.source import Source
from storage.declarations import GOES, STAYS, Own, Purge, SheetSource
from storage.engine.tx import Tx
from storage.sources import source_in

_COLUMNS = "id, name, domain, platform, link, reason, noted_by, at, member, kept_until"


def _scouted(row: Any) -> Scouted:
    return Scouted(row.id, row.name, source_in(row), row.noted_by, row.at, row.member, row.kept_until)


def add(tx: Tx, name: str, source: Source, by: int, now: int, member: int | None, kept_until: int | None) -> int:
    """Somebody is noted; the number of the note."""
    return tx.add(
        "INSERT INTO scouted (name, domain, platform, link, reason, noted_by, at, member, came_at, kept_until)"
        " VALUES (:name, :domain, :platform, :link, :reason, :by, :now, :member, :came_at, :kept_until)",
        name=name,
        **_words(source),
        by=by,
        now=now,
        member=member,
        came_at=now if member else None,
        kept_until=kept_until,
    )


def correct(tx: Tx, id: int, source: Source) -> None:
    """They come from elsewhere than was noted."""
    tx.run(
        "UPDATE scouted SET domain = :domain, platform = :platform, link = :link, reason = :reason WHERE id = :id",
        id=id,
        **_words(source),
    )


def _words(source: Source) -> dict[str, str]:
    return {
        "domain": source.domain.value,
        "platform": source.platform,
        "link": source.link,
        "reason": source.reason,
    }


def get(tx: Tx, id: int) -> Scouted | None:
    """Whom that note is about; None when it is gone."""
    row = tx.one(f"SELECT {_COLUMNS} FROM scouted WHERE id = :id", id=id)
    return _scouted(row) if row else None


def of_member(tx: Tx, member: int) -> Scouted | None:
    """The note about a member."""
    row = tx.one(f"SELECT {_COLUMNS} FROM scouted WHERE member = :member", member=member)
    return _scouted(row) if row else None


def expected_from(tx: Tx, link: str) -> Scouted | None:
    """Who is noted under that page of theirs, however it was shared, and has not come."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM scouted WHERE link LIKE :held AND member IS NULL ORDER BY id",
        held=f"%{trait_of(link)}%",
    )
    noted = (_scouted(row) for row in rows)
    return next((one for one in noted if link and same_page(one.source.link, link)), None)


def expected(tx: Tx, limit: int, offset: int) -> list[Scouted]:
    """Those who have not come yet, the newest first, from that many on."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM scouted WHERE member IS NULL ORDER BY id DESC LIMIT :limit OFFSET :offset",
        limit=limit,
        offset=offset,
    )
    return [_scouted(row) for row in rows]


def count_expected(tx: Tx) -> int:
    """How many have not come yet."""
    n: int = tx.value("SELECT count(*) FROM scouted WHERE member IS NULL")
    return n


def came(tx: Tx, id: int, member: int, now: int) -> None:
    """They are that member."""
    tx.run(
        "UPDATE scouted SET member = :member, came_at = :now, kept_until = NULL WHERE id = :id",
        id=id,
        member=member,
        now=now,
    )


def parted(tx: Tx, id: int, kept_until: int) -> None:
    """They are not that member after all."""
    tx.run(
        "UPDATE scouted SET member = NULL, came_at = NULL, kept_until = :kept_until WHERE id = :id",
        id=id,
        kept_until=kept_until,
    )


def remove(tx: Tx, id: int) -> None:
    """The note is gone, with its links."""
    tx.run("DELETE FROM scout_link WHERE scouted = :id", id=id)
    tx.run("DELETE FROM scouted WHERE id = :id", id=id)


def forget(tx: Tx, before: int) -> int:
    """Forget those without an account who were kept until `before` (UTC seconds)."""
    tx.run("DELETE FROM scout_link WHERE scouted IN (SELECT id FROM scouted WHERE kept_until < :before)", before=before)
    return tx.run("DELETE FROM scouted WHERE kept_until < :before", before=before)


def _sheet(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        "SELECT scouted.at, scouted.name, scouted.domain, scouted.platform, scouted.link, scouted.reason,"
        " staff.telegram_id AS actor, staff.name AS actor_name, who.telegram_id, scouted.came_at, scouted.kept_until"
        " FROM scouted JOIN member AS staff ON staff.id = scouted.noted_by"
        " LEFT JOIN member AS who ON who.id = scouted.member ORDER BY scouted.id"
    )
    yield from map(tuple, rows)


PURGE = (Purge(forget),)
SHEETS = (
    SheetSource(
        "scouts",
        (
            moment("at"),
            Column("noted_name"),
            Column("source_domain", Cells.WORD, "export/domain_"),
            Column("source_platform"),
            Column("source_link"),
            Column("reason"),
            Column("actor"),
            beside("actor_name"),
            Column("telegram_id"),
            moment("joined_at"),
            moment("kept_until"),
        ),
        _sheet,
    ),
)

OWN = (
    Own("scouted", untold=Untold.INSIDE, fate=GOES),
    Own("scouted", "noted_by", but=("name", "platform", "link", "reason", "came_at", "kept_until"), fate=STAYS),
)
