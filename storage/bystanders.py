"""Who stands beside the boards: staff, those who asked not to be shown, and those who left the group."""

from rules.people import STAFF
from storage.tx import Tx

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
        "UPDATE tally SET competes = NOT EXISTS (SELECT 1 FROM bystander WHERE bystander.member = tally.member"
        " AND bystander.scope IN (-1, tally.scope)) WHERE member = :member",
        member=member,
    )


def _everywhere(tx: Tx, member: int) -> bool:
    hidden = tx.value("SELECT hidden FROM member WHERE id = :member", member=member)
    roles = {row.role for row in tx.all("SELECT role FROM role WHERE member = :member", member=member)}
    return bool(hidden) or bool(roles & {role.value for role in STAFF})


def _add(tx: Tx, member: int, scope: int) -> None:
    tx.run("INSERT INTO bystander (member, scope) VALUES (:member, :scope)", member=member, scope=scope)
