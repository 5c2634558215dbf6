"""Shields of each member, and the helps that earned them."""

from rules.shield import Shields
from storage.tx import Tx


def get(tx: Tx, member: int) -> Shields:
    """The member's shields."""
    row = tx.one("SELECT have, helps FROM shield WHERE member = :member", member=member)
    return Shields(row.have, row.helps) if row else Shields()


def put(tx: Tx, member: int, shields: Shields) -> None:
    """The member's shields from now on."""
    tx.run(
        "INSERT INTO shield (member, have, helps) VALUES (:member, :have, :helps)"
        " ON CONFLICT (member) DO UPDATE SET have = excluded.have, helps = excluded.helps",
        member=member,
        have=shields.have,
        helps=shields.helps,
    )


def count_help(tx: Tx, member: int, fact: str, now: int) -> bool:
    """Note a help; False when that fact has been counted before."""
    return (
        tx.run(
            "INSERT INTO shield_help (fact, member, at) VALUES (:fact, :member, :now) ON CONFLICT DO NOTHING",
            fact=fact,
            member=member,
            now=now,
        )
        > 0
    )


def spend(tx: Tx, member: int) -> bool:
    """Use one up; False when there is none."""
    return tx.run("UPDATE shield SET have = have - 1 WHERE member = :member AND have > 0", member=member) > 0
