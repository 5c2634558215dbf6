"""Who agreed to be shown in the hall of honour, since when, and the photo that was fetched then."""

from rules.honour.portrait import Wanted
from storage.declarations import GOES, Own
from storage.engine.tx import Tx

AT_ONCE = 20


def agree(tx: Tx, member: int, now: int) -> bool:
    """The member agrees; False when they had before."""
    made = tx.run(
        "INSERT INTO portrait (member, agreed_at) VALUES (:member, :now) ON CONFLICT DO NOTHING", member=member, now=now
    )
    return made > 0


def agreed(tx: Tx, member: int) -> bool:
    """Whether the member agrees."""
    return tx.value("SELECT 1 FROM portrait WHERE member = :member", member=member) is not None


def forget(tx: Tx, member: int) -> bool:
    """The member agrees no more, and the photo is overwritten in the file; False when there was nothing to forget."""
    return tx.run("DELETE FROM portrait WHERE member = :member", member=member) > 0


def wanted(tx: Tx) -> list[Wanted]:
    """Whose photo is to be fetched, longest waiting first; at most AT_ONCE."""
    rows = tx.all(
        """
        SELECT portrait.member, member.telegram_id, portrait.agreed_at FROM portrait
        JOIN member ON member.id = portrait.member
        WHERE photo IS NULL ORDER BY portrait.agreed_at, portrait.member LIMIT :most
        """,
        most=AT_ONCE,
    )
    return [Wanted(*row) for row in rows]


def keep(tx: Tx, one: Wanted, photo: bytes) -> bool:
    """The photo is theirs; False when they have taken their word back meanwhile."""
    kept = tx.run(
        "UPDATE portrait SET photo = :photo WHERE member = :member AND agreed_at = :at AND photo IS NULL",
        photo=photo,
        member=one.member,
        at=one.agreed_at,
    )
    return kept > 0


def drop(tx: Tx, one: Wanted) -> bool:
    """There is no photo to be kept; False when they have taken their word back meanwhile."""
    dropped = tx.run(
        "DELETE FROM portrait WHERE member = :member AND agreed_at = :at AND photo IS NULL",
        member=one.member,
        at=one.agreed_at,
    )
    return dropped > 0


def photo(tx: Tx, member: int) -> bytes | None:
    """The member's photo, where they agreed and it has come."""
    found: bytes | None = tx.value("SELECT photo FROM portrait WHERE member = :member", member=member)
    return found


OWN = (Own("portrait", fate=GOES),)
