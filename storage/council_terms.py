"""Until when somebody sits in the council, for whatever shows it."""

from msgspec import Struct

from storage.engine.tx import Tx


class CouncilTerm(Struct, frozen=True):
    """A seat that is held until then (UTC seconds; None: without an end)."""

    until: int | None


def of_member(tx: Tx, member: int) -> CouncilTerm | None:
    """The member's; None for one who does not sit in the council."""
    row = tx.one(
        "SELECT until FROM role LEFT JOIN council_seat ON council_seat.member = role.member"
        " WHERE role.member = :member AND role.role = 'council'",
        member=member,
    )
    return CouncilTerm(row.until) if row else None
