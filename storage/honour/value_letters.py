"""Value letters: whose month has been written about, and what the brand puts into a letter."""

from collections.abc import Iterator
from datetime import date

from rules.people import BRAND
from rules.programme.programme import Programme
from rules.sheets import Cell, Column, beside, moment
from storage.declarations import GOES, STAYS, Own, SheetSource
from storage.engine.tx import Tx

# Whoever earned anything in the month was there.
_ACTIVE = "EXISTS (SELECT 1 FROM tally WHERE tally.member = member.id AND scope = :brand AND period = :month)"
_HOME = "member LEFT JOIN chat_group ON chat_group.id = member.home"
_WRITTEN_TO = f"reachable = 1 AND covenant_version > 0 AND {_ACTIVE}"


def awaited(tx: Tx, month: str, zone: str, brand_zone: str, limit: int) -> list[int]:
    """Members of that zone whose letter of the month has not been looked at, in the order of their numbers.

    The zone is the brand's for those who are at home nowhere.
    """
    rows = tx.all(
        f"""
        SELECT member.id FROM {_HOME} WHERE member.id > COALESCE((SELECT max(member) FROM value_letter
        WHERE month = :month AND zone = :zone), 0) AND {_WRITTEN_TO}
        AND COALESCE(chat_group.timezone, :brand_zone) = :zone ORDER BY member.id LIMIT :limit
        """,
        month=month,
        zone=zone,
        brand=BRAND,
        brand_zone=brand_zone,
        limit=limit,
    )
    return [row.id for row in rows]


def active(tx: Tx, month: str) -> list[int]:
    """All who will have a letter of the month, if there is something to tell."""
    rows = tx.all(f"SELECT member.id FROM member WHERE {_WRITTEN_TO} ORDER BY id", month=month, brand=BRAND)
    return [row.id for row in rows]


def add(tx: Tx, member: int, month: str, zone: str, now: int, *, written: bool) -> bool:
    """The month of a member has been looked at, and a letter was `written` or not; False if that was done before."""
    done = tx.run(
        "INSERT INTO value_letter (member, month, zone, written, at) VALUES (:member, :month, :zone, :written, :now)"
        " ON CONFLICT (member, month) DO NOTHING",
        member=member,
        month=month,
        zone=zone,
        written=int(written),
        now=now,
    )
    return done > 0


def of_zone(tx: Tx, month: str, zone: str) -> list[int]:
    """Members of that zone who have a letter of the month."""
    rows = tx.all(
        "SELECT member FROM value_letter WHERE month = :month AND zone = :zone AND written = 1 ORDER BY member",
        month=month,
        zone=zone,
    )
    return [row.member for row in rows]


def months(tx: Tx, member: int) -> list[str]:
    """The months of the member's letters, latest first."""
    rows = tx.all(
        "SELECT month FROM value_letter WHERE member = :member AND written = 1 ORDER BY month DESC LIMIT 60",
        member=member,
    )
    return [row.month for row in rows]


def begun(tx: Tx, member: int, month: str) -> bool:
    """Whether the member's month has been looked at."""
    found = tx.value("SELECT 1 FROM value_letter WHERE member = :member AND month = :month", member=member, month=month)
    return found is not None


def words(tx: Tx, member: int, month: str) -> tuple[str, str] | None:
    """What the brand wrote into the letter, and the name of who did."""
    row = tx.one(
        "SELECT words, author.name FROM value_letter_words JOIN member AS author ON author.id = by"
        " WHERE value_letter_words.member = :member AND month = :month",
        member=member,
        month=month,
    )
    return (row.words, row.name) if row else None


def write(tx: Tx, member: int, month: str, said: str, by: int, now: int) -> None:
    """That is what the brand says in the letter of the month."""
    tx.run(
        "INSERT INTO value_letter_words (member, month, words, by, at) VALUES (:member, :month, :said, :by, :now)"
        " ON CONFLICT (member, month) DO UPDATE SET words = excluded.words, by = excluded.by, at = excluded.at",
        member=member,
        month=month,
        said=said,
        by=by,
        now=now,
    )


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT whose.telegram_id, whose.name, value_letter.month, value_letter.at, words, author.telegram_id AS by_id,
        author.name AS by_name FROM value_letter JOIN member AS whose ON whose.id = value_letter.member
        LEFT JOIN value_letter_words ON value_letter_words.member = value_letter.member
        AND value_letter_words.month = value_letter.month LEFT JOIN member AS author ON author.id = by
        WHERE written = 1 ORDER BY value_letter.month, value_letter.member
        """
    )
    for row in rows:
        yield tuple(row)


SHEETS = (
    SheetSource(
        "value_letters",
        (
            Column("telegram_id"),
            beside("name"),
            Column("month"),
            moment("at"),
            Column("words"),
            Column("words_by"),
            beside("words_by_name"),
        ),
        _rows,
    ),
)

OWN = (
    Own("value_letter", fate=GOES),
    Own(
        "value_letter_words",
        whose=(
            "member = :member AND EXISTS (SELECT 1 FROM value_letter AS written WHERE written.member = "
            "value_letter_words.member AND written.month = value_letter_words.month)"
        ),
        fate=GOES,
    ),
    Own("value_letter_words", "by", fate=STAYS),
)
