"""What a doctor asks of the trust ladder: which challenges there are, and which nobody may take part in."""

from rules.ends import minute_of
from rules.programme.trust import TrustStep
from rules.works.challenge import ChallengeKind
from storage.engine.tx import Tx


def published(tx: Tx) -> list[tuple[ChallengeKind, TrustStep]]:
    """The kinds of challenge that there were, with the step that each took."""
    rows = tx.all("SELECT DISTINCT kind, trust FROM challenge ORDER BY kind, trust")
    return [(ChallengeKind(row.kind), TrustStep(row.trust)) for row in rows]


def kinds_published(tx: Tx) -> frozenset[str]:
    """The kinds of challenge, and the crafts, that there ever were."""
    rows = tx.all("SELECT DISTINCT kind, track FROM challenge")
    return frozenset(word for row in rows for word in (row.kind, row.track))


def closed_to_all(tx: Tx, now: int, limit: int) -> list[tuple[int, str, TrustStep]]:
    """Challenges that run while nobody stands on the step that they take: number, title and step."""
    rows = tx.all(
        """
        SELECT id, title, trust FROM challenge WHERE closed_at IS NULL AND deadline >= :minute AND trust <> 'base'
        AND NOT EXISTS (SELECT 1 FROM trust WHERE trust.step = 'open' OR trust.step = challenge.trust)
        ORDER BY id LIMIT :limit
        """,
        minute=minute_of(now),
        limit=limit,
    )
    return [(row.id, row.title, TrustStep(row.trust)) for row in rows]
