"""Featured discoveries and shares of one member, as their letter and their card tell of them."""

from typing import Any

from rules.daily.feature import FeaturedPost
from rules.links import message_link
from storage.engine.tx import Tx

MANY = 1_000
_COLUMNS = (
    "feature.id, feature.text, feature.reason, staff.name, feature.share, chat_group.chat_id, feature.message"
    " FROM feature JOIN member AS staff ON staff.id = feature.by"
    " JOIN chat_group ON chat_group.id = feature.chat_group"
)
_THEIRS = "feature.member = :member AND feature.taken_back_at IS NULL"


def lately(tx: Tx, member: int, since: int, until: int) -> list[FeaturedPost]:
    """Those that were featured between two moments (UTC seconds), the latest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} WHERE {_THEIRS} AND feature.at >= :since AND feature.at < :until"
        f" ORDER BY feature.at DESC, feature.id DESC LIMIT {MANY}",
        member=member,
        since=since,
        until=until,
    )
    return [_post(row) for row in rows]


def shown_to(tx: Tx, member: int, reader: int, limit: int) -> list[FeaturedPost]:
    """Those of community groups, and of others where the reader is, the latest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} WHERE {_THEIRS} AND chat_group.active = 1"
        " AND (chat_group.part = 'community' OR EXISTS (SELECT 1 FROM membership"
        " WHERE membership.chat_group = feature.chat_group AND membership.member = :reader AND membership.present = 1))"
        " ORDER BY feature.at DESC, feature.id DESC LIMIT :limit",
        member=member,
        reader=reader,
        limit=limit,
    )
    return [_post(row) for row in rows]


def _post(row: Any) -> FeaturedPost:
    link = message_link(row.chat_id, row.message)
    return FeaturedPost(row.id, row.text, row.reason, row.name, row.share is not None, link)
