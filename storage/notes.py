"""Notes that wait to be told unasked, and who has had the one message of a day."""

from collections.abc import Iterable
from datetime import date

from rules.note import Matter, WaitingNote
from storage.declarations import DAY_S, GOES, Naming, Own, Purge
from storage.engine.tx import Tx


def put(tx: Tx, member: int, matter: Matter, about: str, text: str, buttons: str, now: int, expires_at: int) -> None:
    """Keep a note until `expires_at` (UTC seconds); it takes the place of an earlier one `about` the same."""
    tx.run(
        """
        INSERT INTO note (member, matter, about, text, buttons, made_at, expires_at)
        VALUES (:member, :matter, :about, :text, :buttons, :now, :expires_at) ON CONFLICT (member, about) DO UPDATE SET
        matter = excluded.matter, text = excluded.text, buttons = excluded.buttons, made_at = excluded.made_at,
        expires_at = excluded.expires_at
        """,
        member=member,
        matter=matter.value,
        about=about,
        text=text,
        buttons=buttons,
        now=now,
        expires_at=expires_at,
    )


def withdraw(tx: Tx, about: str, member: int | None = None) -> int:
    """What has become moot is not told any more, to `member` or anybody; how many notes that were."""
    return tx.run(
        "DELETE FROM note WHERE about = :about AND (member = :member OR CAST(:member AS BIGINT) IS NULL)",
        about=about,
        member=member,
    )


def drop(tx: Tx, member: int, matters: Iterable[Matter]) -> None:
    """The member does not want to hear of these."""
    for matter in matters:
        tx.run("DELETE FROM note WHERE member = :member AND matter = :matter", member=member, matter=matter.value)


def awaited(tx: Tx, day: date, zone: str, brand: str, limit: int) -> list[int]:
    """Members for whom something waits, who can be written to and have had no message for that day of that zone, which
    is the `brand`'s for those who are at home nowhere.
    """
    rows = tx.all(
        """
        SELECT member.id FROM member LEFT JOIN chat_group ON chat_group.id = member.home
        WHERE reachable = 1 AND member.id IN (SELECT member FROM note) AND COALESCE(chat_group.timezone, :brand) = :zone
        AND NOT EXISTS (SELECT 1 FROM digest WHERE digest.member = member.id AND day = :day) ORDER BY member.id LIMIT :limit
        """,
        brand=brand,
        zone=zone,
        day=day.isoformat(),
        limit=limit,
    )
    return [row.id for row in rows]


def waiting(tx: Tx, member: int, limit: int) -> list[WaitingNote]:
    """The member's notes, those first that will be moot soonest."""
    rows = tx.all(
        "SELECT id, matter, text, buttons, about, made_at FROM note WHERE member = :member"
        " ORDER BY expires_at, id LIMIT :limit",
        member=member,
        limit=limit,
    )
    return [
        WaitingNote(row.id, Matter(row.matter), row.text, row.buttons, member, row.about, row.made_at) for row in rows
    ]


def subjects(tx: Tx, member: int, kind: str) -> list[str]:
    """What waits for the member of that kind, each by what follows the kind in `about`."""
    rows = tx.all("SELECT about FROM note WHERE member = :member", member=member)
    return [row.about.partition(":")[2] for row in rows if row.about.partition(":")[0] == kind]


def take_day(tx: Tx, member: int, day: date, now: int) -> bool:
    """Take the member's one message of that day, in the transaction that writes it; False when it has been taken."""
    taken = tx.run(
        "INSERT INTO digest (member, day, at) VALUES (:member, :day, :now) ON CONFLICT DO NOTHING",
        member=member,
        day=day.isoformat(),
        now=now,
    )
    return taken > 0


def told(tx: Tx, notes: Iterable[WaitingNote]) -> None:
    """Their words stand in the outbox now."""
    for note in notes:
        tx.run("DELETE FROM note WHERE id = :id", id=note.id)


def forget(tx: Tx, now: int) -> None:
    """Forget what time has made moot."""
    tx.run("DELETE FROM note WHERE expires_at <= :now", now=now)


def forget_days(tx: Tx, before: int) -> None:
    """Forget whose message of a day went out before `before` (UTC seconds)."""
    tx.run("DELETE FROM digest WHERE at < :before", before=before)


PURGE = (Purge(forget), Purge(forget_days, kept_s=14 * DAY_S))

OWN = (
    Own("digest", fate=GOES),
    Own("note", but=("buttons",), fate=GOES),
)
NAMING = (Naming("note", ("text", "buttons")),)
