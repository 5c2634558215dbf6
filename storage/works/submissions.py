"""Submissions, their versions and files."""

from collections.abc import Iterator, Sequence
from typing import Any

from rules.files import File
from rules.programme.conditions import Source
from rules.works.submission import Stage, Submission, SubmissionStanding, Work
from storage import touched
from storage.declarations import GOES, STAYS, Fate, Own, Renumbered
from storage.engine.tx import Tx
from storage.works import pages

_SELECT = (
    "SELECT s.id, s.challenge, s.member, s.stage, s.standing, s.version, s.waiting_since, s.shown, s.featured_at, s.points,"
    " v.chat_group, v.message FROM submission s JOIN submission_version v ON v.submission = s.id AND v.version = s.version"
)


def _submission(row: Any) -> Submission:
    return Submission(
        id=row.id,
        challenge=row.challenge,
        member=row.member,
        stage=Stage(row.stage),
        standing=SubmissionStanding(row.standing),
        version=row.version,
        waiting_since=row.waiting_since,
        group=row.chat_group,
        message=row.message,
        shown=bool(row.shown),
        featured_before=row.featured_at is not None,
        points=row.points,
    )


def get(tx: Tx, submission: int) -> Submission | None:
    """The submission of that number."""
    row = tx.one(f"{_SELECT} WHERE s.id = :id", id=submission)
    return _submission(row) if row else None


def of_member(tx: Tx, challenge: int, member: int) -> list[Submission]:
    """What the member has handed in for the challenge, newest first, at most 50."""
    rows = tx.all(
        f"{_SELECT} WHERE s.challenge = :challenge AND s.member = :member ORDER BY s.id DESC LIMIT 50",
        challenge=challenge,
        member=member,
    )
    return [_submission(row) for row in rows]


def latest_of(tx: Tx, member: int, limit: int, before: int = 0) -> list[Submission]:
    """What the member has handed in last, newest first, behind so many others."""
    rows = tx.all(
        f"{_SELECT} WHERE s.member = :member ORDER BY s.id DESC LIMIT :limit OFFSET :before",
        member=member,
        limit=limit,
        before=before,
    )
    return [_submission(row) for row in rows]


def many_of(tx: Tx, member: int) -> int:
    """How many works the member has handed in."""
    n: int = tx.value("SELECT count(*) FROM submission WHERE member = :member", member=member)
    return n


def at_message(tx: Tx, group: int, message: int) -> Submission | None:
    """The submission whose latest version that group message is."""
    row = tx.one(
        f"{_SELECT} WHERE v.chat_group = :group AND v.message = :message ORDER BY s.id DESC LIMIT 1",
        group=group,
        message=message,
    )
    return _submission(row) if row else None


def of_album(tx: Tx, album: str, member: int, since: int) -> list[Submission]:
    """Submissions of the member, made from that album since then (UTC seconds), that still wait."""
    rows = tx.all(
        f"{_SELECT} WHERE s.member = :member AND s.standing = 'waiting' AND v.album = :album AND v.at >= :since LIMIT 20",
        member=member,
        album=album,
        since=since,
    )
    return [_submission(row) for row in rows]


def add(tx: Tx, challenge: int, member: int, stage: Stage, work: Work, now: int) -> Submission:
    """A first version."""
    number = tx.add(
        "INSERT INTO submission (challenge, member, stage, standing, version, made_at, waiting_since)"
        " VALUES (:challenge, :member, :stage, 'waiting', 1, :now, :now)",
        challenge=challenge,
        member=member,
        stage=stage.value,
        now=now,
    )
    return _written(tx, number, 1, work, now)


def improve(tx: Tx, submission: Submission, work: Work, now: int) -> Submission:
    """A further version, which waits for review and is not on the desk yet; what it takes the place of never counted."""
    version = submission.version + 1
    tx.run(
        "UPDATE submission SET version = :version, standing = 'waiting', waiting_since = :now, shown = 0, nagged_at = NULL"
        " WHERE id = :id",
        id=submission.id,
        version=version,
        now=now,
    )
    return _written(tx, submission.id, version, work, now)


def _written(tx: Tx, number: int, version: int, work: Work, now: int) -> Submission:
    tx.run(
        "INSERT INTO submission_version (submission, version, at, text, chat_group, message, album)"
        " VALUES (:number, :version, :now, :text, :group, :message, :album)",
        number=number,
        version=version,
        now=now,
        text=work.text,
        group=work.group,
        message=work.message,
        album=work.album,
    )
    _promise(tx, number)
    pages.note(tx, number, work.text)
    for file in work.files:
        add_file(tx, number, version, file)
    written = get(tx, number)
    assert written is not None
    return written


def _promise(tx: Tx, number: int) -> None:
    """It is worth what the challenge is worth now, and no less than any version or plan of it that stands was."""
    tx.run(
        """
        UPDATE submission SET points = (SELECT max(promised.points) FROM (
            SELECT challenge.points FROM challenge JOIN submission mine ON mine.challenge = challenge.id WHERE mine.id = :id
            UNION ALL SELECT one.points FROM submission one JOIN submission mine
            ON mine.challenge = one.challenge AND mine.member = one.member
            WHERE mine.id = :id AND (one.id = mine.id OR one.standing <> 'withdrawn')) AS promised)
        WHERE id = :id
        """,
        id=number,
    )


def add_file(tx: Tx, submission: int, version: int, file: File) -> None:
    """A further file of a version."""
    tx.run(
        """
        INSERT INTO submission_file (submission, version, position, kind, file_id, unique_id)
        SELECT :submission, :version, count(*), :kind, :file_id, :unique FROM submission_file
        WHERE submission = :submission AND version = :version
        """,
        submission=submission,
        version=version,
        kind=file.kind,
        file_id=file.file_id,
        unique=file.unique,
    )


def reword(tx: Tx, submission: int, version: int, text: str) -> None:
    """The words of a version, now that all of them have come."""
    pages.note(tx, submission, text)
    tx.run(
        "UPDATE submission_version SET text = :text WHERE submission = :submission AND version = :version",
        submission=submission,
        version=version,
        text=text,
    )


def work(tx: Tx, submission: int, version: int) -> Work:
    """What was handed in as that version."""
    row = tx.one(
        "SELECT text, chat_group, message, album FROM submission_version WHERE submission = :submission AND version = :version",
        submission=submission,
        version=version,
    )
    files = tx.all(
        "SELECT kind, file_id, unique_id FROM submission_file WHERE submission = :submission AND version = :version"
        " ORDER BY position LIMIT 20",
        submission=submission,
        version=version,
    )
    return Work(row.text, tuple(File(*file) for file in files), row.chat_group, row.message, row.album)


def undone(tx: Tx, submission: int, rule: str, *, back: bool) -> None:
    """What was paid for the verdict was taken back, and with it what it counts for; or both are there again."""
    member = tx.value("SELECT member FROM submission WHERE id = :id", id=submission)
    if member is None:
        return
    touched.mark(tx, Source.WORKS, member)
    if back:
        sql = "DELETE FROM submission_undone WHERE submission = :id AND rule = :rule"
    else:
        sql = "INSERT INTO submission_undone (submission, rule) VALUES (:id, :rule) ON CONFLICT DO NOTHING"
    tx.run(sql, id=submission, rule=rule)


def stand(tx: Tx, submission: Submission, standing: SubmissionStanding, now: int) -> bool:
    """Decide about that version; False when it no longer waits or a newer one does."""
    touched.mark(tx, Source.WORKS, submission.member)
    tx.run("DELETE FROM submission_undone WHERE submission = :id", id=submission.id)
    return (
        tx.run(
            """
            UPDATE submission SET standing = :standing,
            featured_at = CASE WHEN :standing = 'featured' THEN coalesce(featured_at, :now) ELSE featured_at END
            WHERE id = :id AND version = :version AND standing = 'waiting'
            """,
            id=submission.id,
            version=submission.version,
            standing=standing.value,
            now=now,
        )
        > 0
    )


def shown(tx: Tx, submission: int) -> None:
    """The review desk has the latest version."""
    tx.run("UPDATE submission SET shown = 1 WHERE id = :id", id=submission)


def not_shown(tx: Tx, submission: int) -> None:
    """More has come than what the review desk has."""
    tx.run("UPDATE submission SET shown = 0 WHERE id = :id", id=submission)


def to_show(tx: Tx, before: int) -> list[Submission]:
    """What waits, is not on the desk yet, and came before `before` (UTC seconds); oldest first, at most 20."""
    rows = tx.all(
        f"{_SELECT} WHERE s.standing = 'waiting' AND s.shown = 0 AND s.waiting_since <= :before ORDER BY s.id LIMIT 20",
        before=before,
    )
    return [_submission(row) for row in rows]


def nagged(tx: Tx, numbers: Sequence[int], now: int) -> None:
    """These have been listed to the reviewers."""
    for number in numbers:
        tx.run("UPDATE submission SET nagged_at = :now WHERE id = :id", id=number, now=now)


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of that rule of the ledger that belong to no submission of the member they paid, for the audit."""
    rows = tx.each(
        "SELECT id FROM transfer WHERE rule = :rule AND phase = 'single' AND reverses IS NULL AND key NOT LIKE '%~%'"
        " AND key NOT IN (SELECT :rule || ':' || member || ':' || id FROM submission)",
        rule=rule,
    )
    for row in rows:
        yield row.id


RENUMBERED = (Renumbered("submission_version"),)

OWN = (
    Own("submission", fate=STAYS),
    Own(
        "submission_version",
        "",
        whose="submission IN (SELECT id FROM submission WHERE member = :member)",
        but=("album",),
        fate=Fate(emptied=("text",)),
    ),
    Own(
        "submission_file",
        "",
        whose="submission IN (SELECT id FROM submission WHERE member = :member)",
        but=("file_id", "unique_id"),
        fate=GOES,
    ),
)
