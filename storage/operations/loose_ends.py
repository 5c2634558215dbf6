"""What somebody leaves open who is forgotten, and how each of it ends: nobody waits for them, nothing shows them."""

from storage.engine.tx import Tx

_THEIRS = (
    "((kind = 'work' AND number IN (SELECT id FROM submission WHERE member = :member))"
    " OR (kind = 'discovery' AND number IN (SELECT id FROM feature WHERE member = :member)))"
)
_ENDS = (
    "UPDATE question SET state = 'closed' WHERE asker = :member AND state = 'open'",
    "UPDATE topic SET changed = 1 WHERE id IN (SELECT topic FROM idea WHERE member = :member AND struck_at IS NULL)",
    "UPDATE idea SET struck_at = :now, struck_by = :member, struck_for = '—' WHERE member = :member AND struck_at IS NULL",
    "UPDATE look SET standing = 'moot', settled_at = :now WHERE member = :member AND standing = 'waiting'",
    "UPDATE trust_proposal SET state = 'overtaken', settled_at = :now WHERE member = :member AND settled_at IS NULL",
    "UPDATE title_proposal SET state = 'overtaken', settled_at = :now WHERE member = :member AND settled_at IS NULL",
    "UPDATE sanction SET state = 'lapsed', decided_at = :now WHERE member = :member AND state = 'proposed'",
    "UPDATE mentor_offer SET state = 'lapsed', settled_at = :now WHERE member = :member AND state = 'waiting'",
    "UPDATE core_case SET state = 'moot', settled_at = :now WHERE member = :member AND state = 'open'",
    """
    UPDATE award_candidate SET declined = 1, shortlisted = 0, choice = NULL WHERE member = :member
    AND round IN (SELECT id FROM award_round WHERE state = 'nominating')
    """,
    """
    UPDATE resource SET taken = taken - 1 WHERE id IN
    (SELECT resource FROM resource_application WHERE member = :member AND state = 'granted')
    """,
    """
    UPDATE resource_application SET state = CASE state WHEN 'out' THEN 'kept' ELSE 'withdrawn' END, ended_at = :now,
    longer = NULL WHERE member = :member AND state IN ('waiting', 'granted', 'out')
    """,
    f"""
    UPDATE showcase SET withdrawn_at = :now, withdrawn_by = :member, reason = '—' WHERE withdrawn_at IS NULL AND {_THEIRS}
    """,
)


def shown(tx: Tx, member: int) -> list[tuple[str, int]]:
    """Kind and number of everything of theirs that the channels show."""
    rows = tx.all(
        f"SELECT kind, number FROM showcase WHERE withdrawn_at IS NULL AND {_THEIRS} ORDER BY kind, number",
        member=member,
    )
    return [(row.kind, row.number) for row in rows]


def awaited(tx: Tx, member: int) -> list[int]:
    """Works of theirs that wait for their review."""
    rows = tx.all(
        "SELECT id FROM submission WHERE member = :member AND standing = 'waiting' ORDER BY id", member=member
    )
    return [row.id for row in rows]


def orders(tx: Tx, member: int) -> list[tuple[int, str]]:
    """Number and state of orders that have not come to their end."""
    rows = tx.all(
        "SELECT id, state FROM shop_order WHERE member = :member AND state IN ('pending', 'preparing', 'sent') ORDER BY id",
        member=member,
    )
    return [(row.id, row.state) for row in rows]


def seats(tx: Tx, member: int) -> list[int]:
    """Events that have not begun and in which they have a seat, or wait for one."""
    rows = tx.all(
        "SELECT event FROM event_seat JOIN event ON event.id = event_seat.event WHERE event_seat.member = :member"
        " AND event_seat.state IN ('seated', 'waiting', 'offered') AND begun_at IS NULL ORDER BY event",
        member=member,
    )
    return [row.event for row in rows]


def tie_up(tx: Tx, member: int, now: int) -> None:
    """Everything else that is open ends now."""
    for sql in _ENDS:
        tx.run(sql, **({"member": member, "now": now} if ":now" in sql else {"member": member}))
