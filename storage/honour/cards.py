"""Cards: the line a member writes about themselves, what they hide, and what is shown from elsewhere."""

from rules.honour.card import CardPart
from rules.links import message_link
from rules.programme.wording import as_kept
from storage.declarations import GOES, Own
from storage.engine.tx import Tx


def intro(tx: Tx, member: int) -> str:
    """The member's line about themselves, empty where there is none."""
    return tx.value("SELECT intro FROM card WHERE member = :member", member=member) or ""


def hidden(tx: Tx, member: int) -> frozenset[CardPart]:
    """What the member hides."""
    found: str = tx.value("SELECT hides FROM card WHERE member = :member", member=member) or ""
    return frozenset(map(CardPart, found.split()))


def write(tx: Tx, member: int, intro: str) -> None:
    """That is the member's line from now on."""
    tx.run(
        "INSERT INTO card (member, intro, hides) VALUES (:member, :intro, '')"
        " ON CONFLICT (member) DO UPDATE SET intro = excluded.intro",
        member=member,
        intro=intro,
    )


def hide(tx: Tx, member: int, parts: frozenset[CardPart]) -> None:
    """That is what the member hides from now on."""
    tx.run(
        "INSERT INTO card (member, intro, hides) VALUES (:member, '', :hides)"
        " ON CONFLICT (member) DO UPDATE SET hides = excluded.hides",
        member=member,
        hides=" ".join(sorted(parts)),
    )


def since(tx: Tx, member: int) -> int | None:
    """When the member came to one of the groups first (UTC seconds), as badges count it; None of one who never did."""
    found: int | None = tx.value(
        "SELECT min(since) FROM membership JOIN chat_group ON chat_group.id = membership.chat_group"
        " WHERE member = :member AND part IN ('community', 'core')",
        member=member,
    )
    return found


def works(tx: Tx, member: int, limit: int) -> list[tuple[str, str | None, int, str]]:
    """The member's featured works, latest first: of which challenge, where and when it was handed in, its words."""
    rows = tx.all(
        """
        SELECT challenge.title, chat_group.chat_id, submission_version.message, submission.made_at, submission_version.text
        FROM submission
        JOIN challenge ON challenge.id = submission.challenge
        JOIN submission_version ON submission_version.submission = submission.id
        AND submission_version.version = submission.version
        LEFT JOIN chat_group ON chat_group.id = submission_version.chat_group
        WHERE submission.member = :member AND stage = 'work' AND standing = 'featured'
        AND submission.id NOT IN (SELECT submission FROM submission_undone WHERE rule = 'featured')
        ORDER BY submission.id DESC LIMIT :limit
        """,
        member=member,
        limit=limit,
    )
    return [
        (row.title, message_link(row.chat_id, row.message) if row.message else None, row.made_at, row.text)
        for row in rows
    ]


def ideas(tx: Tx, member: int, limit: int) -> list[tuple[str, str]]:
    """What became of the member's suggestions, where they wanted to be named: what changed, in which version."""
    rows = tx.all(
        """
        SELECT whole.note, whole.version FROM feedback AS own
        JOIN feedback AS whole ON whole.id = coalesce(own.merged_into, own.id)
        WHERE own.member = :member AND own.named = 1 AND whole.state IN ('adopted', 'shipped')
        ORDER BY whole.since DESC, whole.id DESC LIMIT :limit
        """,
        member=member,
        limit=limit,
    )
    return [(as_kept(row.note), row.version) for row in rows]


OWN = (Own("card", fate=GOES),)
