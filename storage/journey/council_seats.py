"""Seats of the council: who sits in it, who is invited, whose term is over, who is not there any more."""

from typing import Any

from rules.journey.council_seat import CouncilInvitation, CouncilInvitationState, CouncilSeat
from rules.people import Member
from storage import members
from storage.declarations import GOES, STAYS, Own
from storage.engine.tx import Tx

_INVITATION = "id, member, invited_by, until, state"
AT_ONCE = 100
THERE = """
    EXISTS (SELECT 1 FROM membership JOIN chat_group ON chat_group.id = membership.chat_group
    WHERE membership.member = role.member AND present = 1 AND active = 1 AND part IN ('community', 'core'))
"""


def get(tx: Tx, member: int) -> CouncilSeat:
    """The member's seat; of one that was given by hand, no end is known."""
    row = tx.one("SELECT until, renews_until FROM council_seat WHERE member = :member", member=member)
    return CouncilSeat(member, row.until, row.renews_until) if row else CouncilSeat(member)


def put(tx: Tx, seat: CouncilSeat) -> None:
    """That is how it is held from now on."""
    tx.run(
        """
        INSERT INTO council_seat (member, until, renews_until)
        VALUES (:member, CAST(:until AS BIGINT), CAST(:renews_until AS BIGINT))
        ON CONFLICT (member) DO UPDATE SET until = excluded.until, renews_until = excluded.renews_until
        """,
        member=seat.member,
        until=seat.until,
        renews_until=seat.renews_until,
    )


def since(tx: Tx, member: int) -> int | None:
    """Since when the member sits in it (UTC seconds); None for one who does not."""
    found: int | None = tx.value("SELECT given_at FROM role WHERE member = :member AND role = 'council'", member=member)
    return found


def holders(tx: Tx) -> list[Member]:
    """Whoever sits in the council, those who came first before the others."""
    rows = tx.all(
        f"SELECT {members.COLUMNS} FROM member JOIN role ON role.member = member.id AND role.role = 'council'"
        " ORDER BY given_at, id LIMIT :limit",
        limit=AT_ONCE,
    )
    return [members.member_in(row) for row in rows]


def held(tx: Tx) -> int:
    """How many seats are taken."""
    found: int = tx.value("SELECT count(*) FROM role WHERE role = 'council'")
    return found


def over(tx: Tx, now: int) -> list[int]:
    """Whose term is over."""
    rows = tx.all(
        "SELECT council_seat.member FROM council_seat JOIN role ON role.member = council_seat.member"
        " AND role.role = 'council' WHERE until <= :now ORDER BY council_seat.member LIMIT :limit",
        now=now,
        limit=AT_ONCE,
    )
    return [row.member for row in rows]


def lost(tx: Tx, now: int) -> list[tuple[int, bool]]:
    """Who sits in it and is in no group any more, or suspended; and whether it is the latter."""
    rows = tx.all(
        f"""
        SELECT role.member, CASE WHEN coalesce(suspended_until, 0) > :now THEN 1 ELSE 0 END AS suspended
        FROM role JOIN member ON member.id = role.member WHERE role.role = 'council'
        AND (coalesce(suspended_until, 0) > :now OR NOT {THERE}) ORDER BY role.member LIMIT :limit
        """,
        now=now,
        limit=AT_ONCE,
    )
    return [(row.member, bool(row.suspended)) for row in rows]


def invite(tx: Tx, member: int, by: int, now: int, until: int) -> int:
    """The member is invited; the number of the invitation."""
    return tx.add(
        "INSERT INTO council_invitation (member, invited_by, at, until, state) VALUES (:member, :by, :now, :until, 'open')",
        member=member,
        by=by,
        now=now,
        until=until,
    )


def invited(tx: Tx, number: int) -> CouncilInvitation | None:
    """The invitation of that number."""
    row = tx.one(f"SELECT {_INVITATION} FROM council_invitation WHERE id = :number", number=number)
    return _invitation(row) if row else None


def open_invitations(tx: Tx) -> list[CouncilInvitation]:
    """Those that nobody has answered yet, oldest first."""
    rows = tx.all(f"SELECT {_INVITATION} FROM council_invitation WHERE state = 'open' ORDER BY id LIMIT {AT_ONCE}")
    return [_invitation(row) for row in rows]


def settle(tx: Tx, number: int, state: CouncilInvitationState, now: int) -> None:
    """It is answered, or over."""
    tx.run(
        "UPDATE council_invitation SET state = :state, settled_at = :now WHERE id = :number",
        state=state.value,
        now=now,
        number=number,
    )


def _invitation(row: Any) -> CouncilInvitation:
    return CouncilInvitation(row.id, row.member, row.invited_by, row.until, CouncilInvitationState(row.state))


OWN = (
    Own("council_seat", fate=GOES),
    Own("council_invitation", fate=GOES),
    Own("council_invitation", "invited_by", fate=STAYS),
)
