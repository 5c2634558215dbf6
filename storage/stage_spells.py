"""Times on stages, as they are counted by month."""

from rules.source import Domain
from rules.stage import Stage
from rules.stage_counts import Spell
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
