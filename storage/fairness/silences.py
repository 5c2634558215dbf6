"""Who may not write in the groups just now, where that has to be asked for, and who was a side of a conflict."""

from collections.abc import Iterator

from msgspec import Struct

from storage.engine.tx import Tx

MOST_GROUPS = 20


def until(tx: Tx, member: int, now: int) -> int | None:
    """Until when (UTC seconds) the member may not write in the groups; None when they may."""
    found: int | None = tx.value(
        "SELECT max(until) FROM sanction WHERE member = :member AND state = 'running' AND until > :now",
        member=member,
        now=now,
    )
    return found


def places(tx: Tx, member: int, *, present: bool) -> tuple[int, ...]:
    """The groups where people earn in which the member is, or (not `present`) ever was."""
    rows = tx.all(
        """
        SELECT chat_group.id FROM membership JOIN chat_group ON chat_group.id = membership.chat_group
        WHERE membership.member = :member AND active = 1 AND part IN ('community', 'core') AND membership.present >= :here
        ORDER BY chat_group.id LIMIT :most
        """,
        member=member,
        here=int(present),
        most=MOST_GROUPS,
    )
    return tuple(row.id for row in rows)


def answers(tx: Tx, by: int, to: int, since: int) -> int:
    """How many messages of `by` have answered one of `to` since then (UTC seconds)."""
    found: int = tx.value(
        """
        SELECT count(*) FROM message_author AS answer
        JOIN message_author AS answered ON answered.chat_group = answer.chat_group AND answered.message = answer.answers
        WHERE answer.member = :by AND answer.at >= :since AND answer.answers IS NOT NULL AND answered.member = :to
        """,
        by=by,
        to=to,
        since=since,
    )
    return found


def answered(tx: Tx, group: int, message: int) -> int | None:
    """Whose message that one answers, while we remember."""
    found: int | None = tx.value(
        """
        SELECT answered.member FROM message_author AS answer
        JOIN message_author AS answered ON answered.chat_group = answer.chat_group AND answered.message = answer.answers
        WHERE answer.chat_group = :group AND answer.message = :message
        """,
        group=group,
        message=message,
    )
    return found


class Suspension(Struct, frozen=True):
    """Until when a member counts as suspended, and until when what is in force says so, for the audit."""

    member: int
    cached: int | None
    in_force: int | None


def suspensions(tx: Tx) -> Iterator[Suspension]:
    """Everybody of whom either says that they are suspended."""
    rows = tx.each(
        """
        SELECT member.id, suspended_until, max(until) AS in_force FROM member
        LEFT JOIN sanction ON sanction.member = member.id AND grade = 'suspension' AND state = 'running'
        WHERE suspended_until IS NOT NULL OR until IS NOT NULL GROUP BY member.id, suspended_until
        """
    )
    for row in rows:
        yield Suspension(row.id, row.suspended_until, row.in_force)
