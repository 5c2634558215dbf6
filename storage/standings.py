"""Where members stand: lifetime contribution and level."""

from collections.abc import Iterator

from msgspec import Struct

from rules.programme.levels import EVERYBODY
from storage import tags
from storage.engine.tx import Tx


class MemberFigures(Struct, frozen=True):
    """What is cached of a member: first seen (UTC seconds), lifetime contribution, level."""

    member: int
    first_seen: int
    contribution: int
    level: str


def contributed(tx: Tx, member: int, points: int) -> MemberFigures:
    """The member's lifetime contribution has grown by so much (less when it is negative); where that leaves them."""
    row = tx.one(
        "UPDATE member SET contribution = contribution + :points WHERE id = :id"
        " RETURNING id, first_seen, contribution, level",
        id=member,
        points=points,
    )
    return MemberFigures(*row)


def set_level(tx: Tx, member: int, level: str) -> None:
    """The member's level, as their contribution has just made it."""
    tx.run("UPDATE member SET level = :level WHERE id = :id", id=member, level=level)
    tags.mark(tx, member)


def name_first_level(tx: Tx, level: str) -> None:
    """Who has reached none yet stands on that one, which may not stay the first."""
    tx.run("UPDATE member SET level = :level WHERE level = :none", level=level, none=EVERYBODY)


def everybody(tx: Tx) -> Iterator[MemberFigures]:
    """Where every member stands, for the audit."""
    for row in tx.each("SELECT id, first_seen, contribution, level FROM member"):
        yield MemberFigures(*row)
