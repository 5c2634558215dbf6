"""When members were suspended: what several features need to know of sanctions."""

from storage.engine.tx import Tx

MOST = 50


def of(tx: Tx, member: int) -> list[tuple[int, int]]:
    """From when until when (UTC seconds) each of the member's latest suspensions lasted, or lasts.

    One that was lifted lasted until then, whoever was right.
    """
    rows = tx.all(
        """
        SELECT coalesce(decided_at, at) AS begins, CASE WHEN state = 'lifted' AND ended_at < until THEN ended_at ELSE until
        END AS ends FROM sanction WHERE member = :member AND grade = 'suspension'
        AND state IN ('running', 'over', 'lifted') ORDER BY id DESC LIMIT :most
        """,
        member=member,
        most=MOST,
    )
    return [(row.begins, row.ends) for row in rows]
