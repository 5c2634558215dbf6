"""Submissions that wait for a review, and pitches that wait for whoever did not speak last."""

from msgspec import Struct

from storage.engine.tx import Tx

MOST = 30


class Overdue(Struct, frozen=True):
    """A submission that waits for review: its number, challenge, author, since when, and who has claimed it.

    A pitch that has been `talked` about waits for whoever did not speak last: `theirs`, when that is the author.
    """

    id: int
    title: str
    author: str
    since: int
    claimed_by: str | None
    talked: bool = False
    theirs: bool = False


# Who moved last between a pitch and its plan: 1 the brand, 0 the author; nobody since it was handed in: NULL.
_LAST = """
    (SELECT turn.staff FROM (
        SELECT staff, at FROM plan_word WHERE submission = s.id
        UNION ALL SELECT staff, at FROM plan WHERE submission = s.id
        UNION ALL SELECT 0 AS staff, at FROM plan_ask WHERE submission = s.id
        UNION ALL SELECT 1 AS staff, answered_at AS at FROM plan_ask
        WHERE submission = s.id AND answered_at IS NOT NULL
    ) AS turn WHERE turn.at >= s.waiting_since ORDER BY turn.at DESC, turn.staff LIMIT 1)
"""
_THEIRS = f"""
    CASE WHEN s.stage = 'plan' AND coalesce({_LAST}, 0) = 1 AND NOT EXISTS (
        SELECT 1 FROM plan_ask WHERE submission = s.id AND standing = 'waiting') THEN 1 ELSE 0 END
"""


def count_unreviewed(tx: Tx) -> int:
    """How many submissions wait for review."""
    n: int = tx.value("SELECT count(*) FROM submission WHERE standing = 'waiting'")
    return n


def unreviewed(
    tx: Tx, since: int, nagged_before: int, claimed_since: int, skipped: int = 0, *, limit: int = MOST
) -> list[Overdue]:
    """What has waited since before `since` and was not listed after `nagged_before`; oldest first, without the `skipped`.

    What waits for its author comes last. A claim counts that was made or touched at `claimed_since` or later.
    """
    rows = tx.all(
        f"""
        SELECT s.id, c.title, author.name AS author, s.waiting_since, m.name, s.stage, {_LAST} AS last, {_THEIRS} AS theirs
        FROM submission s
        JOIN challenge c ON c.id = s.challenge JOIN member author ON author.id = s.member
        LEFT JOIN review_claim r ON r.submission = s.id AND r.at >= :claimed_since LEFT JOIN member m ON m.id = r.reviewer
        WHERE s.standing = 'waiting' AND s.waiting_since <= :since
        AND (s.nagged_at IS NULL OR s.nagged_at <= :nagged_before) ORDER BY theirs, s.waiting_since, s.id
        LIMIT :limit OFFSET :skipped
        """,
        since=since,
        nagged_before=nagged_before,
        claimed_since=claimed_since,
        limit=limit,
        skipped=skipped,
    )
    return [
        Overdue(
            row.id,
            row.title,
            row.author,
            row.waiting_since,
            row.name,
            row.stage == "plan" and row.last is not None,
            bool(row.theirs),
        )
        for row in rows
    ]
