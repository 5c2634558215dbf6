"""Who of those on stages was not seen for long."""

from datetime import date

from storage.engine.tx import Tx


def last_seen(tx: Tx) -> dict[int, date]:
    """When those who stand on a working stage wrote, or checked in, for the last time."""
    rows = tx.all(
        "SELECT member, max(day) AS day FROM (SELECT talk.member, talk.day FROM talk JOIN stage ON stage.member = talk.member"
        " AND stage.until IS NULL AND stage.stage <> 'alumni' UNION ALL SELECT check_in.member, check_in.day FROM check_in"
        " JOIN stage ON stage.member = check_in.member AND stage.until IS NULL AND stage.stage <> 'alumni'"
        " WHERE how <> 'passed') AS seen GROUP BY member"
    )
    return {row.member: date.fromisoformat(row.day) for row in rows}
