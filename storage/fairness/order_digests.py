"""What a group's digest of order tells of a week."""

from typing import Any

from rules.fairness.covenant import Cited
from rules.fairness.sanction import Grade, Measure
from storage.engine.tx import Tx

_HERE = "coalesce(sanction.chat_group, member.home) = :group"
_GIVEN_AT = "coalesce(sanction.decided_at, sanction.at)"
_LINE = "name, grade, length_s, clause, title, CASE WHEN appeal.state = 'shortened' THEN until END AS shortened_to"
_APPEALED = f"""
    SELECT {_LINE} FROM appeal JOIN sanction ON sanction.id = appeal.sanction
    JOIN member ON member.id = sanction.member
    WHERE appeal.decided_at > :since AND appeal.decided_at <= :until AND {_HERE}
"""
# Whom, what, for which clause, and the end (UTC seconds) to which an appeal has shortened it, if one has.
Line = tuple[str, Measure, Cited, int | None]


def _line(row: Any) -> Line:
    return row.name, Measure(Grade(row.grade), row.length_s), Cited(row.clause, row.title), row.shortened_to


def given(tx: Tx, group: int, since: int, until: int, most: int) -> list[Line]:
    """What was given after `since` up to `until` (UTC seconds) to people of the group, and stands."""
    rows = tx.all(
        f"""
        SELECT {_LINE} FROM sanction JOIN member ON member.id = sanction.member
        LEFT JOIN appeal ON appeal.sanction = sanction.id WHERE sanction.state IN ('running', 'over')
        AND {_GIVEN_AT} > :since AND {_GIVEN_AT} <= :until AND {_HERE} ORDER BY sanction.id LIMIT :most
        """,
        group=group,
        since=since,
        until=until,
        most=most,
    )
    return [_line(row) for row in rows]


def shortened(tx: Tx, group: int, since: int, until: int, most: int) -> list[Line]:
    """What an appeal has shortened in that time, of what was given before it and stands."""
    rows = tx.all(
        f"{_APPEALED} AND appeal.state = 'shortened' AND sanction.state IN ('running', 'over') AND {_GIVEN_AT} <= :since"
        " ORDER BY appeal.id LIMIT :most",
        group=group,
        since=since,
        until=until,
        most=most,
    )
    return [_line(row) for row in rows]


def taken_back(tx: Tx, group: int, since: int, until: int, most: int) -> list[Line]:
    """What was taken back on appeal in that time, of what was given before it; anything later was never told."""
    rows = tx.all(
        f"{_APPEALED} AND appeal.state = 'lifted' AND {_GIVEN_AT} <= :since ORDER BY appeal.id LIMIT :most",
        group=group,
        since=since,
        until=until,
        most=most,
    )
    return [_line(row) for row in rows]
