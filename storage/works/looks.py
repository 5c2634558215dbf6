"""First looks: drafts that were shown, who has one in hand, and what was said."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from rules.files import File
from rules.works.look import Look, LookStanding
from rules.works.submission import Work
from storage.declarations import DAY_S, GOES, STAYS, Fate, Own, Purge
from storage.engine.tx import Tx

_COLUMNS = "id, challenge, member, at, text, standing, reader, held_at, chips, words"


class LookWaiting(Struct, frozen=True):
    """A draft that waits for its look: its challenge, author, since when, and who has it in hand."""

    id: int
    title: str
    author: str
    since: int
    held_by: str | None


def _look(tx: Tx, row: Any) -> Look:
    files = tx.all(
        "SELECT kind, file_id, unique_id FROM look_file WHERE look = :look ORDER BY position LIMIT 20", look=row.id
    )
    return Look(
        id=row.id,
        challenge=row.challenge,
        member=row.member,
        at=row.at,
        text=row.text,
        files=tuple(File(*file) for file in files),
        standing=LookStanding(row.standing),
        reader=row.reader,
        held_at=row.held_at,
        chips=tuple(row.chips.split()),
        words=row.words,
    )


def add(tx: Tx, challenge: int, member: int, work: Work, now: int) -> int:
    """A draft waits for its look; its number."""
    number = tx.add(
        "INSERT INTO look (challenge, member, at, text) VALUES (:challenge, :member, :now, :text)",
        challenge=challenge,
        member=member,
        now=now,
        text=work.text,
    )
    for position, file in enumerate(work.files):
        tx.run(
            "INSERT INTO look_file (look, position, kind, file_id, unique_id)"
            " VALUES (:look, :position, :kind, :file_id, :unique)",
            look=number,
            position=position,
            kind=file.kind,
            file_id=file.file_id,
            unique=file.unique,
        )
    return number


def get(tx: Tx, number: int) -> Look | None:
    """The look of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM look WHERE id = :id", id=number)
    return _look(tx, row) if row else None


def asked(tx: Tx, challenge: int, member: int) -> int:
    """How many looks the member has had, or waits for; those that nobody answered are none."""
    sql = (
        "SELECT count(*) FROM look WHERE challenge = :challenge AND member = :member"
        " AND standing IN ('waiting', 'answered')"
    )
    count: int = tx.value(sql, challenge=challenge, member=member)
    return count


def waits(tx: Tx, challenge: int, member: int) -> bool:
    """Whether a draft of the member waits for its look."""
    sql = "SELECT 1 FROM look WHERE challenge = :challenge AND member = :member AND standing = 'waiting'"
    return tx.one(sql, challenge=challenge, member=member) is not None


def hold(tx: Tx, look: Look) -> None:
    """Who has it in hand since when, and what they have composed."""
    tx.run(
        "UPDATE look SET reader = :reader, held_at = :held_at, chips = :chips, words = :words"
        " WHERE id = :id AND standing = 'waiting'",
        id=look.id,
        reader=look.reader,
        held_at=look.held_at,
        chips=" ".join(look.chips),
        words=look.words,
    )


def settle(tx: Tx, number: int, standing: LookStanding, now: int) -> None:
    """It waits no longer."""
    tx.run(
        "UPDATE look SET standing = :standing, settled_at = :now WHERE id = :id AND standing = 'waiting'",
        id=number,
        standing=standing.value,
        now=now,
    )


def handed_in(tx: Tx, look: Look) -> bool:
    """Whether the member has handed in for that challenge since they showed the draft."""
    sql = (
        "SELECT 1 FROM submission JOIN submission_version ON submission_version.submission = submission.id"
        " WHERE submission.member = :member AND submission.challenge = :challenge"
        " AND submission_version.at >= :at AND submission.standing <> 'withdrawn' LIMIT 1"
    )
    return tx.one(sql, member=look.member, challenge=look.challenge, at=look.at) is not None


def waiting(tx: Tx) -> list[Look]:
    """All drafts that wait, oldest first, at most 200."""
    rows = tx.all(f"SELECT {_COLUMNS} FROM look WHERE standing = 'waiting' ORDER BY at, id LIMIT 200")
    return [_look(tx, row) for row in rows]


def listed(tx: Tx, since: int, nagged_before: int, but: int = 0) -> list[LookWaiting]:
    """What has waited since before `since` and was not listed after `nagged_before`; oldest first, at most 20.

    Drafts of the member `but` are left out.
    """
    rows = tx.all(
        """
        SELECT look.id, challenge.title, author.name AS author, look.at, reader.name AS held_by FROM look
        JOIN challenge ON challenge.id = look.challenge JOIN member AS author ON author.id = look.member
        LEFT JOIN member AS reader ON reader.id = look.reader
        WHERE look.standing = 'waiting' AND look.at <= :since AND look.member <> :but
        AND (look.nagged_at IS NULL OR look.nagged_at <= :nagged_before) ORDER BY look.at, look.id LIMIT 20
        """,
        since=since,
        nagged_before=nagged_before,
        but=but,
    )
    return [LookWaiting(*row) for row in rows]


def nagged(tx: Tx, numbers: Sequence[int], now: int) -> None:
    """Readers have been reminded of these."""
    for number in numbers:
        tx.run("UPDATE look SET nagged_at = :now WHERE id = :id", id=number, now=now)


def blank(tx: Tx, before: int) -> int:
    """Forget the drafts that were settled before then (UTC seconds), and what was said; that there was a look stays."""
    tx.run("DELETE FROM look_file WHERE look IN (SELECT id FROM look WHERE settled_at < :before)", before=before)
    return tx.run(
        "UPDATE look SET text = '', words = '' WHERE settled_at < :before AND text || words <> ''", before=before
    )


PURGE = (Purge(blank, kept_s=90 * DAY_S),)

OWN = (
    Own(
        "look",
        whose="member = :member AND standing <> 'waiting'",
        fate=Fate(
            emptied=(
                "text",
                "words",
            )
        ),
    ),
    Own("look", "", whose="member = :member AND standing = 'waiting'", but=("chips", "words"), fate=STAYS),
    Own("look", "reader", but=("text",), fate=STAYS),
    Own(
        "look_file",
        "",
        whose="look IN (SELECT id FROM look WHERE member = :member)",
        but=("file_id", "unique_id"),
        fate=GOES,
    ),
)
