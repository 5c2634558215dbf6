"""How often a member has called within the minute, so that one who floods is slowed and others are not."""

from rules.mydata import Untold
from storage.declarations import GOES, Own
from storage.engine.tx import Tx


def hit(tx: Tx, member: int, minute: int) -> int:
    """Count a call of the member in that minute (UTC minutes since the epoch); how many it makes."""
    n: int = tx.value(
        "INSERT INTO flood (member, minute, n) VALUES (:member, :minute, 1) ON CONFLICT (member) DO UPDATE SET"
        " n = CASE WHEN flood.minute = excluded.minute THEN flood.n + 1 ELSE 1 END, minute = excluded.minute RETURNING n",
        member=member,
        minute=minute,
    )
    return n


def let_go(tx: Tx, member: int) -> None:
    """What was counted last was no call."""
    tx.run("UPDATE flood SET n = n - 1 WHERE member = :member AND n > 0", member=member)


OWN = (Own("flood", untold=Untold.MACHINERY, fate=GOES),)
