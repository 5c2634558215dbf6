"""Finding people by what they are called. Names are for showing: what is found here is chosen from, never identity."""

from rules.people import Member
from rules.reading.names import folded
from storage.engine.tx import Tx
from storage.members import COLUMNS, member_in


def begin(tx: Tx, words: str, limit: int) -> list[Member]:
    """Those with whose name the words begin, the longest name first."""
    rows = tx.all(
        f"SELECT {COLUMNS} FROM member WHERE substr(CAST(:words AS TEXT), 1, length(folded)) = folded"
        " AND telegram_id > 0"
        " ORDER BY length(folded) DESC, id LIMIT :limit",
        words=_folded_words(words),
        limit=limit,
    )
    return [member_in(row) for row in rows]


def called(tx: Tx, name: str, limit: int) -> list[Member]:
    """Those of exactly that name."""
    rows = tx.all(
        f"SELECT {COLUMNS} FROM member WHERE folded = :name AND telegram_id > 0 ORDER BY id LIMIT :limit",
        name=folded(name),
        limit=limit,
    )
    return [member_in(row) for row in rows]


def here(tx: Tx, group: int, words: str, limit: int) -> list[Member]:
    """Those in the group whose name, or what follows its first character, the words begin with; the longest name first."""
    rows = tx.all(
        f"SELECT {COLUMNS} FROM member WHERE telegram_id > 0 AND length(folded) >= 2"
        " AND (substr(CAST(:words AS TEXT), 1, length(folded)) = folded OR (length(folded) = 3"
        " AND substr(CAST(:words AS TEXT), 1, 2) = substr(folded, 2)))"
        " AND EXISTS (SELECT 1 FROM membership WHERE membership.chat_group = :group AND membership.member = member.id"
        " AND present = 1) ORDER BY length(folded) DESC, id LIMIT :limit",
        words=_folded_words(words),
        group=group,
        limit=limit,
    )
    return [member_in(row) for row in rows]


def alike(tx: Tx, part: str, limit: int, before: int = 0) -> list[Member]:
    """Those in whose name or @name `part` occurs, most contribution first, after so many others."""
    rows = tx.all(
        f"""
        SELECT {COLUMNS} FROM member WHERE telegram_id > 0
        AND (folded LIKE :sought ESCAPE '!' OR lower(username) LIKE :sought ESCAPE '!')
        ORDER BY contribution DESC, id LIMIT :limit OFFSET :before
        """,
        sought=_containing(part),
        limit=limit,
        before=before,
    )
    return [member_in(row) for row in rows]


def count_alike(tx: Tx, part: str) -> int:
    """How many `alike` would find in all."""
    return int(
        tx.value(
            """
            SELECT count(*) FROM member WHERE telegram_id > 0
        AND (folded LIKE :sought ESCAPE '!' OR lower(username) LIKE :sought ESCAPE '!')
            """,
            sought=_containing(part),
        )
    )


def _folded_words(words: str) -> str:
    return " ".join(folded(word) for word in words.split()[:12])


def _containing(part: str) -> str:
    sought = folded(part).removesuffix("…") if part else ""
    for special in "!%_":
        sought = sought.replace(special, f"!{special}")
    return f"%{sought}%"
