"""What stands behind figures of the value letter that name no message; `since` and `until` are UTC seconds."""

from rules.honour.value_letter_shown import Proof
from rules.links import message_link
from storage.engine.tx import Tx

MANY = 1_000


def talks(tx: Tx, member: int, since: int, until: int) -> list[Proof]:
    """Events at which they spoke, once it is settled who came, the first one first."""
    rows = tx.all(
        f"""
        SELECT event.id, event.title, starts_at, (SELECT count(*) FROM event_seat WHERE event_seat.event = event.id
        AND came_at IS NOT NULL AND event_seat.member <> :member) AS came FROM event WHERE spoken_by = :member
        AND settled_at IS NOT NULL AND called_off_at IS NULL AND starts_at >= :since AND starts_at < :until
        ORDER BY starts_at, event.id LIMIT {MANY}
        """,
        member=member,
        since=since,
        until=until,
    )
    return [Proof(row.title, start=f"event-{row.id}", at=row.starts_at, came=row.came) for row in rows]


def works(tx: Tx, member: int, since: int, until: int) -> list[Proof]:
    """Works that passed for the first time, the latest first."""
    rows = tx.all(
        f"""
        SELECT passed.id, challenge.title, challenge.track, passed.at, chat_group.chat_id, handed.message FROM (
        SELECT submission.id, submission.challenge, submission.version, min(review.at) AS at FROM submission
        JOIN review ON review.submission = submission.id
        WHERE submission.member = :member AND standing IN ('approved', 'featured') AND decision IN ('approved', 'featured')
        AND submission.id NOT IN (SELECT submission FROM submission_undone WHERE rule = 'submission')
        AND submission.stage = 'work' GROUP BY submission.id, submission.challenge, submission.version) AS passed
        JOIN challenge ON challenge.id = passed.challenge
        JOIN submission_version AS handed ON handed.submission = passed.id AND handed.version = passed.version
        LEFT JOIN chat_group ON chat_group.id = handed.chat_group
        WHERE passed.at >= :since AND passed.at < :until ORDER BY passed.at DESC, passed.id DESC LIMIT {MANY}
        """,
        member=member,
        since=since,
        until=until,
    )
    return [
        Proof(
            row.title,
            link=message_link(row.chat_id, row.message) if row.chat_id and row.message else None,
            start=f"reviewed-{row.id}",
            track=row.track,
            at=row.at,
        )
        for row in rows
    ]


def mentored(tx: Tx, member: int, since: int, until: int) -> list[Proof]:
    """Newcomers whom they accompanied to the end, and what those said to them afterwards."""
    rows = tx.all(
        f"""
        SELECT newcomer.name, begun_at, ended_at, mentoring_thanks.words FROM mentoring
        JOIN member AS newcomer ON newcomer.id = mentoring.newcomer LEFT JOIN mentoring_thanks
        ON mentoring_thanks.mentoring = mentoring.id AND mentoring_thanks.author = mentoring.newcomer
        WHERE mentor = :member AND state = 'over' AND ending IN ('steps', 'time')
        AND ended_at >= :since AND ended_at < :until ORDER BY ended_at, mentoring.id LIMIT {MANY}
        """,
        member=member,
        since=since,
        until=until,
    )
    return [Proof(name=row.name, words=row.words or "", at=row.begun_at, until=row.ended_at) for row in rows]
