"""Shields of each member, and the helps that earned them."""

from collections.abc import Iterator

from msgspec import Struct

from rules.daily.shield import Shields
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx


def get(tx: Tx, member: int) -> Shields:
    """The member's shields."""
    row = tx.one("SELECT have, helps FROM shield WHERE member = :member", member=member)
    return Shields(row.have, row.helps) if row else Shields()


def put(tx: Tx, member: int, shields: Shields) -> None:
    """The member's shields from now on; what they gained or lost, they have earned or not earned after all."""
    tx.run(
        "INSERT INTO shield (member, have, helps, ever) VALUES (:member, :have, :helps, :have) ON CONFLICT (member) DO"
        " UPDATE SET have = excluded.have, helps = excluded.helps, ever = shield.ever + excluded.have - shield.have",
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


def uncount_help(tx: Tx, member: int, fact: str) -> bool:
    """That help no longer counts; False when it did not before."""
    return tx.run("DELETE FROM shield_help WHERE fact = :fact AND member = :member", fact=fact, member=member) > 0


def give_back(tx: Tx, member: int) -> None:
    """One that was used up is there again."""
    tx.run("UPDATE shield SET have = have + 1 WHERE member = :member", member=member)


def spend(tx: Tx, member: int) -> bool:
    """Use one up; False when there is none."""
    return tx.run("UPDATE shield SET have = have - 1 WHERE member = :member AND have > 0", member=member) > 0


class Kept(Struct, frozen=True):
    """A member's shields as the audit compares them: those there are, those that mended a day, all ever earned."""

    member: int
    have: int
    used: int
    ever: int


def everything(tx: Tx) -> Iterator[Kept]:
    """The shields of everybody."""
    rows = tx.each(
        "SELECT shield.member, have, count(check_in.day), ever FROM shield LEFT JOIN check_in"
        " ON check_in.member = shield.member AND how = 'mended' GROUP BY shield.member, have, ever ORDER BY shield.member"
    )
    for row in rows:
        yield Kept(*row)


OWN = (
    Own("shield", fate=STAYS),
    Own("shield_help", but=("fact",), fate=STAYS),
)
