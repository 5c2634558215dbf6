"""How members stand to the core group: offered, there by right, there as guests, welcomed."""

from collections.abc import Iterator

from msgspec import Struct

from rules.honour.core import CoreStanding
from storage.declarations import GOES, STAYS, Own
from storage.engine.tx import Tx


class CorePresence(Struct, frozen=True):
    """A member who is in a core group."""

    member: int
    group: int


def of(tx: Tx, member: int) -> CoreStanding:
    """How the member stands to it."""
    row = tx.one(
        "SELECT offered_at, entered_at, rightful, guest_at FROM core_standing WHERE member = :member", member=member
    )
    if row is None:
        return CoreStanding(member)
    return CoreStanding(member, row.offered_at, row.entered_at, bool(row.rightful), row.guest_at is not None)


def to_offer(tx: Tx, level: str, now: int, limit: int) -> list[int]:
    """Members on that level whom nobody has told that they may come in, who belong to us and are in no core group."""
    rows = tx.all(
        """
        SELECT member.id FROM member LEFT JOIN core_standing ON core_standing.member = member.id
        WHERE level = :level AND offered_at IS NULL AND entered_at IS NULL AND home IS NOT NULL AND covenant_version > 0
        AND coalesce(suspended_until, 0) <= :now AND NOT EXISTS (
        SELECT 1 FROM membership JOIN chat_group ON chat_group.id = membership.chat_group
        WHERE membership.member = member.id AND present = 1 AND active = 1 AND part = 'core')
        ORDER BY member.id LIMIT :limit
        """,
        level=level,
        now=now,
        limit=limit,
    )
    return [row.id for row in rows]


def offered(tx: Tx, member: int, now: int) -> None:
    """A note tells them."""
    tx.run(
        "INSERT INTO core_standing (member, offered_at) VALUES (:member, :now)"
        " ON CONFLICT (member) DO UPDATE SET offered_at = excluded.offered_at",
        member=member,
        now=now,
    )


def offer_anew(tx: Tx, now: int) -> int:
    """Who is suspended before they came in is told once more when that is over; how many that concerns."""
    return tx.run(
        "UPDATE core_standing SET offered_at = NULL WHERE offered_at IS NOT NULL AND entered_at IS NULL"
        " AND member IN (SELECT id FROM member WHERE suspended_until > :now)",
        now=now,
    )


def entered(tx: Tx, member: int, group: int, now: int) -> None:
    """They have come in by right; the first time they are to be welcomed there."""
    tx.run(
        """
        INSERT INTO core_standing (member, entered_at, welcome_in, rightful) VALUES (:member, :now, :group, 1)
        ON CONFLICT (member) DO UPDATE SET rightful = 1,
        welcome_in = CASE WHEN core_standing.entered_at IS NULL THEN excluded.welcome_in ELSE core_standing.welcome_in END,
        entered_at = coalesce(core_standing.entered_at, excluded.entered_at)
        """,
        member=member,
        group=group,
        now=now,
    )


def to_welcome(tx: Tx, limit: int) -> list[CorePresence]:
    """Who has come in for the first time, is still there, and has not been welcomed."""
    rows = tx.all(
        """
        SELECT core_standing.member, welcome_in FROM core_standing
        JOIN membership ON membership.member = core_standing.member AND membership.chat_group = welcome_in
        WHERE welcome_in IS NOT NULL AND present = 1 ORDER BY entered_at, core_standing.member LIMIT :limit
        """,
        limit=limit,
    )
    return [CorePresence(row.member, row.welcome_in) for row in rows]


def welcomed(tx: Tx, member: int) -> None:
    """They have been."""
    tx.run("UPDATE core_standing SET welcome_in = NULL WHERE member = :member", member=member)


def there(tx: Tx) -> Iterator[CorePresence]:
    """Everybody who is in a core group, as far as we know."""
    rows = tx.each(
        """
        SELECT membership.member, membership.chat_group FROM membership
        JOIN chat_group ON chat_group.id = membership.chat_group
        WHERE part = 'core' AND active = 1 AND present = 1 ORDER BY membership.member, membership.chat_group
        """
    )
    for row in rows:
        yield CorePresence(row.member, row.chat_group)


def inside(tx: Tx, member: int) -> list[int]:
    """The core groups in which the member is."""
    rows = tx.all(
        """
        SELECT chat_group.id FROM membership JOIN chat_group ON chat_group.id = membership.chat_group
        WHERE member = :member AND part = 'core' AND active = 1 AND present = 1 ORDER BY chat_group.id
        """,
        member=member,
    )
    return [row.id for row in rows]


def set_rightful(tx: Tx, member: int, *, rightful: bool) -> None:
    """Whether they are there by right, as we have just seen."""
    tx.run(
        "INSERT INTO core_standing (member, rightful) VALUES (:member, :rightful)"
        " ON CONFLICT (member) DO UPDATE SET rightful = excluded.rightful",
        member=member,
        rightful=int(rightful),
    )


def make_guest(tx: Tx, member: int, by: int | None, now: int) -> None:
    """The team wants them there, whatever their level."""
    tx.run(
        "INSERT INTO core_standing (member, guest_by, guest_at) VALUES (:member, :by, :now)"
        " ON CONFLICT (member) DO UPDATE SET guest_by = excluded.guest_by, guest_at = excluded.guest_at",
        member=member,
        by=by,
        now=now,
    )


def no_guest(tx: Tx, member: int) -> None:
    """The team no longer does."""
    tx.run("UPDATE core_standing SET guest_by = NULL, guest_at = NULL WHERE member = :member", member=member)


OWN = (
    Own("core_standing", fate=GOES),
    Own(
        "core_standing",
        "guest_by",
        whose="guest_by = :member",
        but=("offered_at", "entered_at", "welcome_in", "rightful"),
        fate=STAYS,
    ),
)
