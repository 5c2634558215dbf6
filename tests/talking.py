"""What people have said in a group before a story begins."""

from datetime import UTC, datetime

from rules.talk import Said
from storage import members
from storage.engine.tx import Tx


def talked(tx: Tx, group: int, member: int, messages: int, at: int) -> None:
    """They have written so many messages in the group, all on the day of `at` (UTC seconds)."""
    members.found_in(tx, group, member, at)
    members.wrote_in(tx, group, member, Said(datetime.fromtimestamp(at, UTC).date()), at)
    for table in ("membership", "talk"):
        tx.run(
            f"UPDATE {table} SET messages = :n WHERE chat_group = :group AND member = :member",
            n=messages,
            group=group,
            member=member,
        )
