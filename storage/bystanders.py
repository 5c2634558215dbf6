"""Who stands beside the boards: staff, those who asked not to be shown, and those who left the group."""

from collections.abc import Iterator

from rules.mydata import Untold
from rules.people import STAFF
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

EVERYWHERE = -1


def scopes(tx: Tx, member: int) -> frozenset[int]:
    """The scopes beside whose boards the member stands; EVERYWHERE stands for all."""
    return frozenset(row.scope for row in tx.all("SELECT scope FROM bystander WHERE member = :member", member=member))


def refresh(tx: Tx, member: int) -> None:
    """Bring the member's place on, or beside, all boards up to their roles, their wish and their presence."""
    tx.run("DELETE FROM bystander WHERE member = :member", member=member)
    if _everywhere(tx, member):
        _add(tx, member, EVERYWHERE)
    left = [
        row.chat_group
        for row in tx.all("SELECT chat_group FROM membership WHERE member = :member AND present = 0", member=member)
    ]
    for group in left:
        _add(tx, member, group)
    if left and not tx.one("SELECT 1 AS yes FROM membership WHERE member = :member AND present = 1", member=member):
        _add(tx, member, 0)
    tx.run(
        """
        UPDATE tally SET competes = CASE WHEN EXISTS (SELECT 1 FROM bystander WHERE bystander.member = tally.member
        AND bystander.scope IN (-1, tally.scope)) THEN 0 ELSE 1 END WHERE member = :member
        """,
        member=member,
    )


def _everywhere(tx: Tx, member: int) -> bool:
    hidden = tx.value("SELECT hidden FROM member WHERE id = :member", member=member)
    roles = {row.role for row in tx.all("SELECT role FROM role WHERE member = :member", member=member)}
    return bool(hidden) or bool(roles & {role.value for role in STAFF})


def _add(tx: Tx, member: int, scope: int) -> None:
    tx.run("INSERT INTO bystander (member, scope) VALUES (:member, :scope)", member=member, scope=scope)


def everything(tx: Tx) -> Iterator[tuple[int, int]]:
    """Every member and scope as noted, for the audit."""
    for row in tx.each("SELECT member, scope FROM bystander"):
        yield row.member, row.scope


def expected(tx: Tx) -> Iterator[tuple[int, int]]:
    """Every member and scope as roles, wishes and presence make them."""
    staff = {role.value for role in STAFF}
    whole = {row.member for row in tx.each("SELECT member, role FROM role") if row.role in staff}
    whole |= {row.id for row in tx.each("SELECT id FROM member WHERE hidden = 1")}
    present = {row.member for row in tx.each("SELECT DISTINCT member FROM membership WHERE present = 1")}
    gone = [
        (row.member, row.chat_group) for row in tx.each("SELECT member, chat_group FROM membership WHERE present = 0")
    ]
    yield from ((member, EVERYWHERE) for member in whole)
    yield from gone
    yield from ((member, 0) for member in {member for member, _ in gone} - present)


OWN = (Own("bystander", untold=Untold.ELSEWHERE, fate=STAYS),)
