"""When members were suspended, or are honoured without duties: what a streak needs to know of them."""

from storage.engine.tx import Tx

MOST = 50
FOR_GOOD = 4_102_444_800


def of(tx: Tx, member: int) -> list[tuple[int, int]]:
    """From when until when (UTC seconds) each of the member's latest suspensions, or times without duties, lasted or lasts.

    A suspension that was lifted lasted until then, whoever was right.
    """
    rows = tx.all(
        """
        SELECT coalesce(decided_at, at) AS begins, CASE WHEN state = 'lifted' AND ended_at < until THEN ended_at ELSE until
        END AS ends FROM sanction WHERE member = :member AND grade = 'suspension'
        AND state IN ('running', 'over', 'lifted')
        UNION ALL SELECT paused_from, coalesce(until, :for_good) FROM stage WHERE member = :member AND paused_from IS NOT NULL
        ORDER BY begins DESC LIMIT :most
        """,
        member=member,
        for_good=FOR_GOOD,
        most=MOST,
    )
    return [(row.begins, row.ends) for row in rows]
