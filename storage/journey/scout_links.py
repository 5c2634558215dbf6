"""Personal links for people who were noted, by which they are known when they come."""

from typing import Any

from rules.honour.core import InvitationState
from rules.journey.scout import ScoutLink
from rules.mydata import Untold
from storage.declarations import DAY_S, GOES, Own, Purge
from storage.engine.tx import Tx

_COLUMNS = "id, scouted, chat_group, expires_at, state, link"


def _link(row: Any) -> ScoutLink:
    return ScoutLink(row.id, row.scouted, row.chat_group, row.expires_at, InvitationState(row.state), row.link or "")


def ask(tx: Tx, scouted: int, group: int, now: int, expires_at: int) -> int:
    """Telegram is asked for a link; its number."""
    return tx.add(
        "INSERT INTO scout_link (scouted, chat_group, made_at, expires_at, state)"
        " VALUES (:scouted, :group, :now, :expires_at, 'asked')",
        scouted=scouted,
        group=group,
        now=now,
        expires_at=expires_at,
    )


def get(tx: Tx, id: int) -> ScoutLink | None:
    """The link of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM scout_link WHERE id = :id", id=id)
    return _link(row) if row else None


def by_address(tx: Tx, link: str) -> ScoutLink | None:
    """The link that reads so; None for one that is not ours."""
    row = tx.one(f"SELECT {_COLUMNS} FROM scout_link WHERE link = :link", link=link)
    return _link(row) if row else None


def latest(tx: Tx, scouted: int) -> ScoutLink | None:
    """The last link that was asked for."""
    row = tx.one(f"SELECT {_COLUMNS} FROM scout_link WHERE scouted = :id ORDER BY id DESC LIMIT 1", id=scouted)
    return _link(row) if row else None


def opened(tx: Tx, id: int, link: str) -> bool:
    """Telegram has made it; False when nobody wants it any more. It is kept either way."""
    tx.run("UPDATE scout_link SET link = :link WHERE id = :id", link=link, id=id)
    return tx.run("UPDATE scout_link SET state = 'open' WHERE id = :id AND state = 'asked'", id=id) > 0


def end(tx: Tx, id: int, state: InvitationState) -> bool:
    """It lets nobody in any more; False when it did not before."""
    ended = tx.run(
        "UPDATE scout_link SET state = :state WHERE id = :id AND state IN ('asked', 'open')", id=id, state=state.value
    )
    return ended > 0


def forget(tx: Tx, before: int) -> int:
    """Forget links that ran out before `before` (UTC seconds)."""
    return tx.run("DELETE FROM scout_link WHERE expires_at < :before", before=before)


PURGE = (Purge(forget, kept_s=90 * DAY_S),)
OWN = (
    Own(
        "scout_link",
        "",
        whose="scouted IN (SELECT id FROM scouted WHERE member = :member)",
        untold=Untold.INSIDE,
        fate=GOES,
    ),
)
