"""What staff read, and decide, about somebody and a core group."""

from typing import Any

from rules.honour.core import CoreCase, CoreCaseState, Story
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "id, member, chat_group, story, state, opened_at"


def _case(row: Any) -> CoreCase:
    return CoreCase(row.id, row.member, row.chat_group, Story(row.story), CoreCaseState(row.state), row.opened_at)


def begin(tx: Tx, member: int, group: int, story: Story, now: int) -> int | None:
    """Staff are to read of it: the number of the case, None while the same is before them."""
    row = tx.one(
        "INSERT INTO core_case (member, chat_group, story, state, opened_at)"
        " VALUES (:member, :group, :story, 'open', :now) ON CONFLICT DO NOTHING RETURNING id",
        member=member,
        group=group,
        story=story.value,
        now=now,
    )
    return row.id if row else None


def get(tx: Tx, id: int) -> CoreCase | None:
    """The case of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM core_case WHERE id = :id", id=id)
    return _case(row) if row else None


def pending(tx: Tx, limit: int) -> list[CoreCase]:
    """Those before the staff, oldest first."""
    rows = tx.all(f"SELECT {_COLUMNS} FROM core_case WHERE state = 'open' ORDER BY id LIMIT :limit", limit=limit)
    return [_case(row) for row in rows]


def about(tx: Tx, member: int) -> list[CoreCase]:
    """Those before the staff that are about the member."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM core_case WHERE state = 'open' AND member = :member ORDER BY id", member=member
    )
    return [_case(row) for row in rows]


def settle(tx: Tx, id: int, state: CoreCaseState, by: int | None, now: int) -> bool:
    """What became of it; False when it was not open any more."""
    return (
        tx.run(
            "UPDATE core_case SET state = :state, settled_by = :by, settled_at = :now WHERE id = :id AND state = 'open'",
            state=state.value,
            by=by,
            now=now,
            id=id,
        )
        > 0
    )


OWN = (
    Own("core_case", but=("chat_group",), fate=STAYS),
    Own("core_case", "settled_by", fate=STAYS),
)
