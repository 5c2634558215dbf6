"""What a group's digest of order tells of a week."""

from typing import Any

from rules.fairness.covenant import Cited
from rules.fairness.sanction import Grade, Measure
from storage.engine.tx import Tx

_HERE = "coalesce(sanction.chat_group, member.home) = :group"
Line = tuple[str, Measure, Cited]


def _line(row: Any) -> Line:
    return row.name, Measure(Grade(row.grade), row.length_s), Cited(row.clause, row.title)


def given(tx: Tx, group: int, since: int, until: int, most: int) -> list[Line]:
    """What was given after `since` up to `until` (UTC seconds) to people of the group, and stands."""
    rows = tx.all(
        f"""
        SELECT name, grade, length_s, clause, title FROM sanction JOIN member ON member.id = sanction.member
        WHERE state IN ('running', 'over') AND coalesce(decided_at, at) > :since AND coalesce(decided_at, at) <= :until
        AND {_HERE} ORDER BY sanction.id LIMIT :most
        """,
        group=group,
        since=since,
        until=until,
        most=most,
    )
    return [_line(row) for row in rows]


def taken_back(tx: Tx, group: int, since: int, until: int, most: int) -> list[Line]:
    """What was taken back on appeal in that time."""
    rows = tx.all(
        f"""
        SELECT name, grade, length_s, clause, title FROM appeal JOIN sanction ON sanction.id = appeal.sanction
        JOIN member ON member.id = sanction.member WHERE appeal.state = 'lifted'
        AND appeal.decided_at > :since AND appeal.decided_at <= :until AND {_HERE} ORDER BY appeal.id LIMIT :most
        """,
        group=group,
        since=since,
        until=until,
        most=most,
    )
    return [_line(row) for row in rows]
