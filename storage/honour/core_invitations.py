"""Personal links into core groups, and what became of them."""

from typing import Any

from rules.honour.core import Invitation, InvitationState
from storage.declarations import DAY_S, GOES, STAYS, Own, Purge
from storage.engine.tx import Tx

_COLUMNS = "id, member, chat_group, expires_at, state, link"


def _invitation(row: Any) -> Invitation:
    return Invitation(row.id, row.member, row.chat_group, row.expires_at, InvitationState(row.state), row.link or "")


def ask(tx: Tx, member: int, group: int, now: int, expires_at: int) -> int:
    """Telegram is asked for a link; the number of the invitation."""
    return tx.add(
        "INSERT INTO core_invitation (member, chat_group, made_at, expires_at, state)"
        " VALUES (:member, :group, :now, :expires_at, 'asked')",
        member=member,
        group=group,
        now=now,
        expires_at=expires_at,
    )


def get(tx: Tx, id: int) -> Invitation | None:
    """The invitation of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM core_invitation WHERE id = :id", id=id)
    return _invitation(row) if row else None


def by_link(tx: Tx, link: str) -> Invitation | None:
    """The invitation whose link that is; None for a link that is not ours."""
    row = tx.one(f"SELECT {_COLUMNS} FROM core_invitation WHERE link = :link", link=link)
    return _invitation(row) if row else None


def waiting(tx: Tx, member: int | None, now: int, limit: int) -> list[Invitation]:
    """Invitations that can still let somebody in: the member's, or (None) anybody's."""
    rows = tx.all(
        f"""
        SELECT {_COLUMNS} FROM core_invitation WHERE state IN ('asked', 'open') AND expires_at > :now
        AND (member = :member OR CAST(:member AS BIGINT) IS NULL) ORDER BY id LIMIT :limit
        """,
        member=member,
        now=now,
        limit=limit,
    )
    return [_invitation(row) for row in rows]


def opened(tx: Tx, id: int, link: str) -> bool:
    """Telegram has made the link; False when nobody wants it any more. It is kept either way."""
    tx.run("UPDATE core_invitation SET link = :link WHERE id = :id", link=link, id=id)
    return tx.run("UPDATE core_invitation SET state = 'open' WHERE id = :id AND state = 'asked'", id=id) > 0


def end(tx: Tx, id: int, state: InvitationState, now: int, used_by: int | None = None) -> bool:
    """It lets nobody in any more; False when it did not before. One that has run out may have been used before it did."""
    return (
        tx.run(
            "UPDATE core_invitation SET state = :state, ended_at = :now, used_by = :used_by"
            " WHERE id = :id AND state IN ('asked', 'open', 'expired')",
            state=state.value,
            now=now,
            used_by=used_by,
            id=id,
        )
        > 0
    )


def run_out(tx: Tx, now: int) -> None:
    """Those whose time is over by `now` (UTC seconds) let nobody in any more."""
    tx.run(
        "UPDATE core_invitation SET state = 'expired', ended_at = expires_at"
        " WHERE state IN ('asked', 'open') AND expires_at <= :now",
        now=now,
    )


def forget(tx: Tx, before: int) -> int:
    """Invitations that ended before `before` (UTC seconds); how many."""
    return tx.run("DELETE FROM core_invitation WHERE expires_at < :before", before=before)


PURGE = (Purge(forget, kept_s=90 * DAY_S),)

OWN = (
    Own("core_invitation", but=("link",), fate=GOES),
    Own("core_invitation", "used_by", but=("link",), fate=STAYS),
)
