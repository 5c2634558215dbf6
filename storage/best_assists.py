"""The best assist of each week."""

from storage.tx import Tx


def add(tx: Tx, group: int, week: str, member: int, people: int, now: int) -> None:
    """Record the winner; `people` is how many had thanked them."""
    tx.run(
        "INSERT INTO best_assist (chat_group, week, member, people, awarded_at)"
        " VALUES (:group, :week, :member, :people, :now)",
        group=group,
        week=week,
        member=member,
        people=people,
        now=now,
    )


def winner(tx: Tx, group: int, week: str) -> int | None:
    """Who won that week."""
    member: int | None = tx.value(
        "SELECT member FROM best_assist WHERE chat_group = :group AND week = :week", group=group, week=week
    )
    return member
