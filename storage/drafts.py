"""Drafts of what staff write by form."""

from rules.draft import Draft, DraftKind
from storage.declarations import DAY_S, GOES, Own, Purge
from storage.engine.tx import Tx


def add(tx: Tx, member: int, kind: DraftKind, text: str, now: int) -> int:
    """A new draft; its number."""
    return tx.add(
        "INSERT INTO draft (member, kind, text, made_at) VALUES (:member, :kind, :text, :now)",
        member=member,
        kind=kind.value,
        text=text,
        now=now,
    )


def get(tx: Tx, draft: int) -> Draft | None:
    """The draft of that number."""
    row = tx.one("SELECT id, member, kind, became FROM draft WHERE id = :draft", draft=draft)
    return Draft(row.id, row.member, DraftKind(row.kind), row.became) if row else None


def of_text(tx: Tx, member: int, kind: DraftKind, text: str) -> int | None:
    """The member's draft with that very text, while nothing has been made of it."""
    number: int | None = tx.value(
        "SELECT id FROM draft WHERE member = :member AND kind = :kind AND text = :text AND used_at IS NULL LIMIT 1",
        member=member,
        kind=kind.value,
        text=text,
    )
    return number


def use(tx: Tx, draft: int, became: int, now: int) -> bool:
    """It has become what has that number; False when something was made of it before."""
    return (
        tx.run(
            "UPDATE draft SET used_at = :now, became = :became WHERE id = :draft AND used_at IS NULL",
            draft=draft,
            became=became,
            now=now,
        )
        > 0
    )


def purge(tx: Tx, before: int) -> int:
    """Forget drafts begun before `before` (UTC seconds), what was put to them and for whom they were meant.

    What a challenge in line was made of stays until that opens.
    """
    old = "made_at < :before AND id NOT IN (SELECT draft FROM series_task WHERE state = 'waiting')"
    tx.run(f"DELETE FROM media_kit_file WHERE draft IN (SELECT id FROM draft WHERE {old})", before=before)
    gone = tx.run(f"DELETE FROM draft WHERE {old}", before=before)
    tx.run("DELETE FROM audience WHERE meant = 'draft' AND number NOT IN (SELECT id FROM draft)")
    return gone


PURGE = (Purge(purge, kept_s=30 * DAY_S),)

OWN = (Own("draft", fate=GOES),)
