"""Times on stages as the pipeline counts them, and who of those there was not seen for long."""

from datetime import date

from rules.journey.pipeline import Spell
from rules.source import Domain
from rules.stage import Stage
from storage.engine.tx import Tx

MOST = 20_000


def spells(tx: Tx, since: int, until: int) -> list[Spell]:
    """Times on stages that touch the span from `since` up to `until` (UTC seconds), with what followed each."""
    rows = tx.all(
        "SELECT stage.member, stage.stage, coalesce(scouted.domain, 'private') AS domain, stage.since, stage.until,"
        " following.stage AS following FROM stage LEFT JOIN scouted ON scouted.member = stage.member"
        " LEFT JOIN stage AS following ON following.id = (SELECT min(id) FROM stage AS later"
        " WHERE later.member = stage.member AND later.id > stage.id AND later.since = stage.until)"
        " WHERE stage.since < :until AND (stage.until IS NULL OR stage.until >= :since) ORDER BY stage.id LIMIT :most",
        since=since,
        until=until,
        most=MOST,
    )
    return [
        Spell(
            row.member,
            Stage(row.stage),
            Domain(row.domain),
            row.since,
            row.until,
            row.following and Stage(row.following),
        )
        for row in rows
    ]


def last_seen(tx: Tx) -> dict[int, date]:
    """When those who stand on a working stage wrote, or checked in, for the last time."""
    rows = tx.all(
        "SELECT member, max(day) AS day FROM (SELECT talk.member, talk.day FROM talk JOIN stage ON stage.member = talk.member"
        " AND stage.until IS NULL AND stage.stage <> 'alumni' UNION ALL SELECT check_in.member, check_in.day FROM check_in"
        " JOIN stage ON stage.member = check_in.member AND stage.until IS NULL AND stage.stage <> 'alumni'"
        " WHERE how <> 'passed') AS seen GROUP BY member"
    )
    return {row.member: date.fromisoformat(row.day) for row in rows}
