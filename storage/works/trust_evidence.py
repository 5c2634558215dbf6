"""What a step of trust is proposed on beside works: the people helped, the record."""

from storage.engine.tx import Tx


def helped(tx: Tx, member: int, limit: int) -> list[str]:
    """The names of some whom the member helped, those first whom it was last."""
    rows = tx.all(
        """
        SELECT name FROM (
        SELECT giver AS other, max(at) AS at FROM thanks WHERE receiver = :member AND outcome = 'credited' GROUP BY giver
        UNION SELECT asker, max(at) FROM acceptance
        WHERE answerer = :member AND taken_back_at IS NULL AND answerer <> asker GROUP BY asker) AS helped
        JOIN member ON member.id = helped.other GROUP BY other, name ORDER BY max(helped.at) DESC, other LIMIT :limit
        """,
        member=member,
        limit=limit,
    )
    return [row.name for row in rows]


def given(tx: Tx, member: int) -> int:
    """How many warnings, mutes and suspensions stand in the member's record."""
    found: int = tx.value(
        "SELECT count(*) FROM sanction WHERE member = :member AND state IN ('running', 'over')", member=member
    )
    return found
