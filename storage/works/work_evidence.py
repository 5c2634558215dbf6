"""What a step of trust, or a title of a track, is proposed on: works that passed."""

from rules.links import message_link
from rules.snippets import told_apart
from rules.works.challenge import SkillTrack
from storage import figures
from storage.engine.tx import Tx

# A work: of which challenge, where it stands, and whether it was featured.
_Work = tuple[str, str | None, bool]


def latest(tx: Tx, member: int, limit: int) -> list[_Work]:
    """The member's works that passed, latest first: of which challenge, where they stand, and whether they were featured."""
    return _works(tx, member, limit, "", "submission.id DESC")


def of_track(tx: Tx, member: int, track: SkillTrack, limit: int) -> list[_Work]:
    """The same of one track, featured ones first."""
    best_first = "CASE standing WHEN 'featured' THEN 0 ELSE 1 END, submission.id DESC"
    return _works(tx, member, limit, "AND challenge.track = :track", best_first, track=track.value)


def _works(tx: Tx, member: int, limit: int, which: str, order: str, **values: str) -> list[_Work]:
    rows = tx.all(
        f"""
        SELECT challenge.title, chat_group.chat_id, submission_version.message, standing, submission_version.text FROM submission
        JOIN challenge ON challenge.id = submission.challenge
        JOIN submission_version ON submission_version.submission = submission.id
        AND submission_version.version = submission.version
        LEFT JOIN chat_group ON chat_group.id = submission_version.chat_group
        WHERE submission.member = :member AND stage = 'work' AND standing IN ('approved', 'featured') {which}
        AND submission.id NOT IN (SELECT submission FROM submission_undone WHERE rule = 'submission')
        AND {figures.one_work()}
        ORDER BY {order} LIMIT :limit
        """,
        member=member,
        limit=limit,
        **values,
    )
    titles = told_apart([(row.title, row.text) for row in rows])
    return [
        (title, _link(row.chat_id, row.message), row.standing == "featured")
        for title, row in zip(titles, rows, strict=True)
    ]


def _link(chat_id: int | None, message: int | None) -> str | None:
    return message_link(chat_id, message) if chat_id is not None and message else None
