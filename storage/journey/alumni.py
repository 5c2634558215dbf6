"""Those who are honoured without duties, and the newcomers of whom they may be asked."""

from msgspec import Struct

from rules.stage import Stage
from storage.engine.tx import Tx

_ALUMNI = f"FROM stage WHERE stage = '{Stage.ALUMNI.value}' AND until IS NULL"


class AlumniRow(Struct, frozen=True):
    """A member (our id) who is one of them, since then (UTC seconds)."""

    member: int
    since: int


def following(tx: Tx, after: int, many: int) -> list[int]:
    """The next of them, by their numbers."""
    rows = tx.all(f"SELECT member {_ALUMNI} AND member > :after ORDER BY member LIMIT :many", after=after, many=many)
    return [row.member for row in rows]


def latest(tx: Tx, limit: int, offset: int) -> list[AlumniRow]:
    """Those who became one last, from that many on."""
    rows = tx.all(
        f"SELECT member, since {_ALUMNI} ORDER BY since DESC, id DESC LIMIT :limit OFFSET :offset",
        limit=limit,
        offset=offset,
    )
    return [AlumniRow(row.member, row.since) for row in rows]


def count(tx: Tx) -> int:
    """How many there are."""
    n: int = tx.value(f"SELECT count(*) {_ALUMNI}")
    return n


def newcomers(tx: Tx, since: int) -> int:
    """How many came to a community since then (UTC seconds) and are there still."""
    n: int = tx.value(
        "SELECT count(DISTINCT membership.member) FROM membership JOIN chat_group ON chat_group.id = membership.chat_group"
        " WHERE joined_at >= :since AND present = 1 AND active = 1 AND part = 'community'",
        since=since,
    )
    return n
