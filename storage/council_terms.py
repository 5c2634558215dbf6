"""Until when somebody sits in the council, for whatever shows it."""

from dataclasses import dataclass

from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class CouncilTerm:
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
