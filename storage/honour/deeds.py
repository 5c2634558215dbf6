"""What a member did between two moments (UTC seconds) that everybody may see; of each kind the latest first."""

from typing import Any

from rules.honour.deed import DeedKind, Trace
from rules.programme.wording import as_kept
from storage.engine.tx import Tx

MANY = 1_000


def ideas(tx: Tx, member: int, since: int, until: int) -> list[Trace]:
    """Their suggestions that changed something, where they wanted to be named."""
    rows = tx.all(
        f"""
        SELECT own.id, whole.note, whole.version FROM feedback AS own
        JOIN feedback AS whole ON whole.id = coalesce(own.merged_into, own.id)
        WHERE own.member = :member AND own.named = 1 AND whole.state IN ('adopted', 'shipped')
        AND whole.since >= :since AND whole.since < :until ORDER BY whole.since DESC, whole.id DESC LIMIT {MANY}
        """,
        member=member,
        since=since,
        until=until,
    )
    return [Trace(DeedKind.IDEA, row.id, as_kept(row.note), row.version) for row in rows]


def posts(tx: Tx, member: int, since: int, until: int) -> list[Trace]:
    """Their discoveries and shares in community groups that are featured: their own words, or what was new about a picture."""
    rows = tx.all(
        f"""
        SELECT feature.id, feature.share, feature.text, feature.reason, feature.chat_group, feature.message FROM feature
        JOIN chat_group ON chat_group.id = feature.chat_group AND chat_group.part = 'community' AND chat_group.active = 1
        WHERE feature.member = :member AND feature.taken_back_at IS NULL AND feature.at >= :since AND feature.at < :until
        ORDER BY feature.at DESC, feature.id DESC LIMIT {MANY}
        """,
        member=member,
        since=since,
        until=until,
    )
    return [_post(row) for row in rows]


def works(tx: Tx, member: int, since: int, until: int) -> list[Trace]:
    """Their featured works, each by its challenge, and where it was handed in if others read it there."""
    rows = tx.all(
        f"""
        SELECT submission.id, challenge.title, chat_group.id AS chat_group, submission_version.message FROM submission
        JOIN challenge ON challenge.id = submission.challenge
        JOIN submission_version ON submission_version.submission = submission.id
        AND submission_version.version = submission.version
        LEFT JOIN chat_group ON chat_group.id = submission_version.chat_group AND chat_group.part = 'community'
        AND chat_group.active = 1
        WHERE submission.member = :member AND stage = 'work' AND standing = 'featured'
        AND featured_at >= :since AND featured_at < :until
        AND submission.id NOT IN (SELECT submission FROM submission_undone WHERE rule = 'featured')
        ORDER BY featured_at DESC, submission.id DESC LIMIT {MANY}
        """,
        member=member,
        since=since,
        until=until,
    )
    return [Trace(DeedKind.WORK, row.id, row.title, "", row.chat_group, row.message) for row in rows]


def answers(tx: Tx, member: int, since: int, until: int) -> list[Trace]:
    """Answers of theirs in community groups that solved a question, without what somebody else has asked."""
    rows = tx.all(
        f"""
        SELECT question.id, question.chat_group, acceptance.message FROM acceptance
        JOIN question ON question.id = acceptance.question
        JOIN chat_group ON chat_group.id = question.chat_group AND chat_group.part = 'community' AND chat_group.active = 1
        WHERE answerer = :member AND taken_back_at IS NULL AND answerer <> acceptance.asker
        AND acceptance.at >= :since AND acceptance.at < :until ORDER BY acceptance.at DESC, question.id DESC LIMIT {MANY}
        """,
        member=member,
        since=since,
        until=until,
    )
    return [Trace(DeedKind.ANSWERS, row.id, "", "", row.chat_group, row.message) for row in rows]


def _post(row: Any) -> Trace:
    kind = DeedKind.DISCOVERY if row.share is None else DeedKind.SHARE
    return Trace(kind, row.id, row.text or row.reason, "", row.chat_group, row.message)
