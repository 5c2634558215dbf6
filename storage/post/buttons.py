"""Buttons: the chat carries a random token, everything it means stands in a row here."""

import json
from typing import Any

from msgspec import Struct

from rules.mydata import Untold
from storage.declarations import DAY_S, GOES, Naming, Own, Purge
from storage.engine.tx import Tx


class Stored(Struct, frozen=True):
    """What a button means. `member` is the only one who may press it (None: anyone)."""

    action: str
    data: dict[str, Any]
    member: int | None
    chat_id: int | None
    once: bool
    expires: int
    used: bool


def put(
    tx: Tx, token: str, action: str, data: dict[str, Any], member: int | None, chat_id: int, once: bool, expires: int
) -> None:
    """Make a button."""
    tx.run(
        "INSERT INTO button (token, action, data, member, chat_id, once, expires)"
        " VALUES (:token, :action, :data, :member, :chat_id, :once, :expires)",
        token=token,
        action=action,
        data=json.dumps(data, ensure_ascii=False),
        member=member,
        chat_id=chat_id,
        once=int(once),
        expires=expires,
    )


def get(tx: Tx, token: str) -> Stored | None:
    """What that token means."""
    row = tx.one(
        "SELECT action, data, member, chat_id, once, expires, used_at FROM button WHERE token = :token", token=token
    )
    if row is None:
        return None
    return Stored(
        row.action, json.loads(row.data), row.member, row.chat_id, bool(row.once), row.expires, row.used_at is not None
    )


def use(tx: Tx, token: str, now: int) -> None:
    """Used up, in the transaction of what it asked for."""
    tx.run("UPDATE button SET used_at = :now WHERE token = :token", token=token, now=now)


def purge(tx: Tx, before: int) -> int:
    """Forget buttons that expired before `before` (UTC seconds)."""
    return tx.run("DELETE FROM button WHERE expires < :before", before=before)


PURGE = (Purge(purge, kept_s=DAY_S),)

OWN = (Own("button", untold=Untold.MACHINERY, fate=GOES),)
NAMING = (Naming("button", ("data",)),)
