"""What a step of trust is proposed on: works, the people helped, the record."""

from rules.links import message_link
from rules.snippets import told_apart
from storage import figures
from storage.engine.tx import Tx


def works(tx: Tx, member: int, limit: int) -> list[tuple[str, str | None, bool]]:
    """The member's works that passed, latest first: of which challenge, where they stand, and whether they were featured."""
    rows = tx.all(
        f"""
        SELECT challenge.title, chat_group.chat_id, submission_version.message, standing, submission_version.text FROM submission
        JOIN challenge ON challenge.id = submission.challenge
        JOIN submission_version ON submission_version.submission = submission.id
        AND submission_version.version = submission.version
        LEFT JOIN chat_group ON chat_group.id = submission_version.chat_group
        WHERE submission.member = :member AND stage = 'work' AND standing IN ('approved', 'featured')
        AND submission.id NOT IN (SELECT submission FROM submission_undone WHERE rule = 'submission')
        AND {figures.one_work()}
        ORDER BY submission.id DESC LIMIT :limit
        """,
        member=member,
        limit=limit,
    )
    titles = told_apart([(row.title, row.text) for row in rows])
    return [
        (title, _link(row.chat_id, row.message), row.standing == "featured")
        for title, row in zip(titles, rows, strict=True)
    ]


def _link(chat_id: int | None, message: int | None) -> str | None:
    return message_link(chat_id, message) if chat_id is not None and message else None


def helped(tx: Tx, member: int, limit: int) -> list[str]:
    """The names of some whom the member helped, those first whom it was last."""
    rows = tx.all(
        """
        SELECT name FROM (
        SELECT giver AS other, max(at) AS at FROM thanks WHERE receiver = :member AND outcome = 'credited' GROUP BY giver
        UNION SELECT asker, max(at) FROM acceptance
        WHERE answerer = :member AND taken_back_at IS NULL AND answerer <> asker GROUP BY asker) AS helped
        JOIN member ON member.id = helped.other GROUP BY other, name ORDER BY max(helped.at) DESC, other LIMIT :limit
        """,
        member=member,
        limit=limit,
    )
    return [row.name for row in rows]


def given(tx: Tx, member: int) -> int:
    """How many warnings, mutes and suspensions stand in the member's record."""
    found: int = tx.value(
        "SELECT count(*) FROM sanction WHERE member = :member AND state IN ('running', 'over')", member=member
    )
    return found
