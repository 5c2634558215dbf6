"""What of a member is not at its end yet: held against their wish to be forgotten."""

from rules.operations.forgetting import Hindrance, Obstacle
from storage.engine.tx import Tx

MOST = 20
_LIVE = "event_seat.member = :member AND event_seat.state IN ('seated', 'waiting', 'offered')"
# What each is about, in a column `name`, and in `until` when time ends it.
_STANDING: dict[Hindrance, str] = {
    Hindrance.OFFICE: "SELECT role AS name, NULL AS until FROM role WHERE member = :member ORDER BY role",
    Hindrance.ORDER: """
        SELECT id AS name, NULL AS until FROM shop_order WHERE member = :member
        AND state IN ('pending', 'preparing', 'sent') ORDER BY id
    """,
    Hindrance.SEAT: f"""
        SELECT event.title AS name, NULL AS until FROM event_seat JOIN event ON event.id = event_seat.event
        WHERE {_LIVE} AND event.called_off_at IS NULL AND event.starts_at + event.minutes * 60 > :now ORDER BY event.id
    """,
    Hindrance.LENT: """
        SELECT resource.title AS name, NULL AS until FROM resource_application
        JOIN resource ON resource.id = resource_application.resource
        WHERE resource_application.member = :member AND resource_application.state = 'out' ORDER BY resource_application.id
    """,
    Hindrance.HELD: "SELECT held AS name, NULL AS until FROM account WHERE member = :member AND held > 0",
    Hindrance.MENTORING: """
        SELECT '' AS name, NULL AS until FROM mentoring WHERE (newcomer = :member OR mentor = :member)
        AND state IN ('asked', 'meeting', 'running')
    """,
    Hindrance.AWARD: """
        SELECT award_round.award AS name, NULL AS until FROM award_candidate
        JOIN award_round ON award_round.id = award_candidate.round WHERE award_candidate.member = :member
        AND award_candidate.shortlisted = 1 AND award_round.state IN ('choosing', 'voting', 'deciding')
    """,
    Hindrance.SANCTION: """
        SELECT '' AS name, max(until) AS until FROM sanction WHERE member = :member AND state = 'running'
        HAVING max(until) > CAST(:now AS BIGINT)
    """,
    Hindrance.APPEAL: "SELECT '' AS name, NULL AS until FROM appeal WHERE member = :member AND state = 'open'",
    Hindrance.RECORD: """
        SELECT '' AS name, max(at) + CAST(:fades_s AS BIGINT) AS until FROM sanction WHERE member = :member
        AND state = 'over' HAVING max(at) + CAST(:fades_s AS BIGINT) > CAST(:now AS BIGINT)
    """,
    Hindrance.PENDING: """
        SELECT '' AS name, NULL AS until FROM sanction WHERE member = :member AND state = 'proposed'
        UNION SELECT '' AS name, NULL AS until FROM staff_grant WHERE member = :member AND state = 'proposed'
    """,
}


def standing(tx: Tx, member: int, now: int, fades_s: int) -> list[Obstacle]:
    """All of it; what was decided about them fades `fades_s` after it was given."""
    return [one for kind, sql in _STANDING.items() if (one := _one(tx, kind, sql, member, now, fades_s))]


def _one(tx: Tx, kind: Hindrance, sql: str, member: int, now: int, fades_s: int) -> Obstacle | None:
    given = {"member": member, "now": now, "fades_s": fades_s}
    rows = tx.all(f"{sql} LIMIT {MOST}", **{name: value for name, value in given.items() if f":{name}" in sql})
    if not rows:
        return None
    return Obstacle(kind, tuple(str(row.name) for row in rows if row.name != ""), rows[0].until)
