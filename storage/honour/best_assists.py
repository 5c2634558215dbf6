"""The best assist of each week."""

from collections.abc import Iterator

from msgspec import Struct

from rules.programme.conditions import Source
from storage import touched
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx


class Award(Struct, frozen=True):
    """The best assist of a group's week, and whether it was taken back."""

    group: int
    week: str
    member: int
    taken_back: bool


def add(tx: Tx, group: int, week: str, member: int, people: int, now: int) -> None:
    """Record the winner; `people` is how many had thanked them."""
    touched.mark(tx, Source.AWARDS, member)
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
    """Who won that week, unless the award was taken back."""
    member: int | None = tx.value(
        "SELECT member FROM best_assist WHERE chat_group = :group AND week = :week AND taken_back_at IS NULL",
        group=group,
        week=week,
    )
    return member


def people(tx: Tx, group: int, week: str) -> int:
    """By how many the winner of that week had been thanked."""
    found = tx.value(
        "SELECT people FROM best_assist WHERE chat_group = :group AND week = :week", group=group, week=week
    )
    return int(found or 0)


def take_back(tx: Tx, group: int, week: str, member: int, now: int | None) -> bool:
    """The award of that week is the member's no longer, or with None again; False when it never was."""
    touched.mark(tx, Source.AWARDS, member)
    return (
        tx.run(
            "UPDATE best_assist SET taken_back_at = :now WHERE chat_group = :group AND week = :week AND member = :member",
            group=group,
            week=week,
            member=member,
            now=now,
        )
        > 0
    )


def everything(tx: Tx) -> Iterator[Award]:
    """Every award, for the audit."""
    for row in tx.each("SELECT chat_group, week, member, taken_back_at FROM best_assist"):
        yield Award(row.chat_group, row.week, row.member, row.taken_back_at is not None)


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of that rule of the ledger that belong to no award, for the audit."""
    rows = tx.each(
        "SELECT id FROM transfer WHERE rule = :rule AND phase = 'single' AND reverses IS NULL AND key NOT LIKE '%~%'"
        " AND key NOT IN (SELECT :rule || ':' || member || ':' || chat_group || ':' || week FROM best_assist)",
        rule=rule,
    )
    for row in rows:
        yield row.id


OWN = (Own("best_assist", fate=STAYS),)
