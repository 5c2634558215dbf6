"""Sheets for spreadsheets and other programs, row by row."""

from collections.abc import Iterator
from datetime import date

from rules.periods import ONE_DAY
from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, Sheet, for_programs, moment
from storage.declarations import SheetSource, declared
from storage.engine.tx import Tx


def sheets() -> dict[str, SheetSource]:
    """What can be exported, by name."""
    return {source.name: source for source in sorted(declared("SHEETS", SheetSource), key=lambda one: one.name)}


def sheet(tx: Tx, name: str, programme: Programme, day: date) -> Sheet:
    """The sheet of that name as of `day`, for programs."""
    source = sheets()[name]
    return for_programs(source.columns, source.rows(tx, programme, day), programme.brand.locale)


def _members(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """`points` can be spent, `held` are reserved for pending orders; `level` is its title."""
    ladder = programme.levels
    rows = tx.each(
        """
        SELECT telegram_id, member.name, coalesce(posted, 0) - coalesce(held, 0) AS points, coalesce(held, 0) AS held,
        contribution, level, coalesce(step, 'base') AS trust, scouted.domain,
        scouted.platform, scouted.link, CASE WHEN last.day >= :yesterday THEN last.streak
        ELSE 0 END AS streak, stage.stage FROM member LEFT JOIN account ON account.member = member.id
        LEFT JOIN stage ON stage.member = member.id AND stage.until IS NULL
        LEFT JOIN trust ON trust.member = member.id LEFT JOIN scouted ON scouted.member = member.id
        LEFT JOIN check_in AS last ON last.member = member.id
        AND last.day = (SELECT max(day) FROM check_in WHERE check_in.member = member.id) ORDER BY member.id
        """,
        yesterday=(day - ONE_DAY).isoformat(),
    )
    for row in rows:
        title = ladder.named(row.level).title
        source = row.domain, row.platform, row.link
        yield (
            row.telegram_id,
            row.name,
            row.points,
            row.held,
            row.contribution,
            title,
            row.streak,
            row.stage,
            row.trust,
            *source,
        )


def _groups(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """What a `group_id` of the other sheets stands for."""
    rows = tx.each(
        "SELECT id, chat_id, title, username, part, timezone, locale, activated_at, active FROM chat_group ORDER BY id"
    )
    for row in rows:
        place = row.id, row.chat_id, row.title, row.username, row.part, row.timezone, row.locale
        yield *place, row.activated_at, row.active


SHEETS = (
    SheetSource(
        "groups",
        (
            *map(Column, ("group_id", "chat_id", "title", "username")),
            Column("part", Cells.WORD, "export/part_"),
            Column("timezone"),
            Column("locale", Cells.WORD, "export/locale_"),
            moment("activated_at"),
            Column("active", Cells.WORD, "export/active_"),
        ),
        _groups,
    ),
    SheetSource(
        "members",
        (
            *map(Column, ("telegram_id", "name", "points", "held", "contribution", "level", "streak")),
            Column("stage", Cells.WORD, "stage/"),
            Column("trust", Cells.WORD, "export/trust_"),
            Column("source_domain", Cells.WORD, "export/domain_"),
            Column("source_platform"),
            Column("source_link"),
        ),
        _members,
    ),
)
