"""What a title of a track is proposed on: the works of that track."""

from rules.links import message_link
from rules.snippets import told_apart
from rules.works.challenge import SkillTrack
from storage import figures
from storage.engine.tx import Tx


def works(tx: Tx, member: int, track: SkillTrack, limit: int) -> list[tuple[str, str | None, bool]]:
    """The member's works of the track that passed, featured ones first: of which challenge, where, and whether featured."""
    rows = tx.all(
        f"""
        SELECT challenge.title, chat_group.chat_id, submission_version.message, standing, submission_version.text FROM submission
        JOIN challenge ON challenge.id = submission.challenge
        JOIN submission_version ON submission_version.submission = submission.id
        AND submission_version.version = submission.version
        LEFT JOIN chat_group ON chat_group.id = submission_version.chat_group
        WHERE submission.member = :member AND challenge.track = :track AND stage = 'work'
        AND standing IN ('approved', 'featured')
        AND submission.id NOT IN (SELECT submission FROM submission_undone WHERE rule = 'submission')
        AND {figures.one_work()}
        ORDER BY CASE standing WHEN 'featured' THEN 0 ELSE 1 END, submission.id DESC LIMIT :limit
        """,
        member=member,
        track=track.value,
        limit=limit,
    )
    titles = told_apart([(row.title, row.text) for row in rows])
    return [
        (title, _link(row.chat_id, row.message), row.standing == "featured")
        for title, row in zip(titles, rows, strict=True)
    ]


def _link(chat_id: int | None, message: int | None) -> str | None:
    return message_link(chat_id, message) if chat_id is not None and message else None
