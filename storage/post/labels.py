"""What stands on the buttons below the newest message in a member's private chat: who types it presses that button."""

import json
from collections.abc import Mapping

from rules.mydata import Untold
from storage.declarations import DAY_S, GOES, Own, Purge
from storage.engine.tx import Tx


def put(tx: Tx, member: int, tokens: Mapping[str, str], now: int) -> None:
    """These buttons stand there from now on, in place of those before; `tokens` are by what stands on each, as it is kept."""
    tx.run(
        "INSERT INTO label (member, tokens, at) VALUES (:member, :tokens, :now)"
        " ON CONFLICT (member) DO UPDATE SET tokens = excluded.tokens, at = excluded.at",
        member=member,
        tokens=json.dumps(tokens),
        now=now,
    )


def token(tx: Tx, member: int, message: int, chat_id: int, kept: str) -> str | None:
    """The button with that label, where it stood in the chat when that message was written, and nothing was said since.

    Messages of a chat are numbered in their order.
    """
    row = tx.one("SELECT tokens, at FROM label WHERE member = :member", member=member)
    found: str | None = json.loads(row.tokens).get(kept) if row else None
    if row is None or found is None:
        return None
    between = tx.value(
        """
        SELECT id FROM outbox
        WHERE lane = :lane AND made_at >= :at AND (method LIKE 'send%' OR method LIKE 'edit%')
          AND (state IN ('queued', 'parked', 'sending') OR sent_id > :message OR (made_at > :at AND method LIKE 'send%'))
        LIMIT 1
        """,
        lane=chat_id,
        at=row.at,
        message=message,
    )
    return None if between else found


def gone(tx: Tx, member: int) -> None:
    """The buttons that stood there are taken away."""
    tx.run("DELETE FROM label WHERE member = :member", member=member)


def purge(tx: Tx, before: int) -> int:
    """Forget what has stood there since before then (UTC seconds)."""
    return tx.run("DELETE FROM label WHERE at < :before", before=before)


PURGE = (Purge(purge, kept_s=DAY_S),)

OWN = (Own("label", untold=Untold.MACHINERY, fate=GOES),)
