"""What a member's month was to others, as it is true now; `since` and `until` are UTC seconds."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from rules.honour.value_letter import Changed, Featured, Grown, Outside, Person, Quoted, Solved, Spoken
from rules.links import message_link
from rules.programme.wording import as_kept
from rules.works.challenge import SkillTrack
from rules.works.result import Figures
from storage.engine.tx import Tx

T = TypeVar("T")
MANY = 1_000
_COUNTS = "taken_back_at IS NULL AND answerer <> acceptance.asker"


def helped(tx: Tx, member: int, since: int, until: int) -> list[Person]:
    """Different people, the latest first: they said thanks, or an answer settled their question."""
    rows = tx.all(
        f"""
        SELECT other, name, chat_id, message FROM (
        SELECT giver AS other, chat_group, message, at FROM thanks
        WHERE receiver = :member AND outcome = 'credited' AND at >= :since AND at < :until
        UNION ALL SELECT acceptance.asker, question.chat_group, acceptance.message, acceptance.at FROM acceptance
        JOIN question ON question.id = acceptance.question
        WHERE answerer = :member AND {_COUNTS} AND acceptance.at >= :since AND acceptance.at < :until) AS deed
        JOIN member ON member.id = deed.other JOIN chat_group ON chat_group.id = deed.chat_group
        ORDER BY deed.at DESC, other LIMIT {MANY}
        """,
        member=member,
        since=since,
        until=until,
    )
    once = _first_of(rows, lambda row: row.other)
    return [Person(row.name, message_link(row.chat_id, row.message)) for row in once]


def thanked(tx: Tx, member: int, since: int, until: int) -> Quoted | None:
    """The words of thanks that say most."""
    row = tx.one(
        """
        SELECT reason, giver.name FROM thanks JOIN member AS giver ON giver.id = thanks.giver
        WHERE receiver = :member AND outcome = 'credited' AND at >= :since AND at < :until AND reason IS NOT NULL
        ORDER BY length(reason) DESC, at DESC LIMIT 1
        """,
        member=member,
        since=since,
        until=until,
    )
    return Quoted(row.reason, row.name) if row else None


def solved(tx: Tx, member: int, since: int, until: int) -> list[Solved]:
    """Questions that an answer of theirs settled, the latest first."""
    rows = tx.all(
        f"""
        SELECT question.id, question.text, asker.name, chat_group.chat_id, acceptance.message FROM acceptance
        JOIN question ON question.id = acceptance.question JOIN member AS asker ON asker.id = acceptance.asker
        JOIN chat_group ON chat_group.id = question.chat_group
        WHERE answerer = :member AND {_COUNTS} AND acceptance.at >= :since AND acceptance.at < :until
        ORDER BY acceptance.at DESC, question.id DESC LIMIT {MANY}
        """,
        member=member,
        since=since,
        until=until,
    )
    return [_solved(row) for row in rows]


def found(tx: Tx, member: int, since: int, until: int) -> list[Solved]:
    """Answers of theirs that somebody else found, and needed to ask no more: whose question that ended."""
    rows = tx.all(
        f"""
        SELECT solved.id, solved.text, asker.name, chat_group.chat_id, acceptance.message FROM acceptance
        JOIN question ON question.found_in = acceptance.question JOIN question AS solved ON solved.id = acceptance.question
        JOIN member AS asker ON asker.id = question.asker JOIN chat_group ON chat_group.id = solved.chat_group
        WHERE answerer = :member AND {_COUNTS} AND question.asker <> answerer
        AND question.found_at >= :since AND question.found_at < :until
        ORDER BY question.found_at DESC, question.id DESC LIMIT {MANY}
        """,
        member=member,
        since=since,
        until=until,
    )
    return [_solved(row) for row in rows]


def featured(tx: Tx, member: int, since: int, until: int) -> list[Featured]:
    """Their works that were featured, the latest first."""
    rows = tx.all(
        """
        SELECT challenge.title, chat_group.chat_id, submission_version.message FROM submission
        JOIN challenge ON challenge.id = submission.challenge JOIN submission_version
        ON submission_version.submission = submission.id AND submission_version.version = submission.version
        LEFT JOIN chat_group ON chat_group.id = submission_version.chat_group
        WHERE submission.member = :member AND stage = 'work' AND standing = 'featured'
        AND featured_at >= :since AND featured_at < :until
        AND submission.id NOT IN (SELECT submission FROM submission_undone WHERE rule = 'featured')
        ORDER BY featured_at DESC, submission.id DESC LIMIT 10
        """,
        member=member,
        since=since,
        until=until,
    )
    return [Featured(row.title, message_link(row.chat_id, row.message) if row.message else None) for row in rows]


def outside(tx: Tx, member: int, first: date, following: date) -> list[Outside]:
    """How their works do outside, by what was seen of them last in the days from the first one to before the other."""
    rows = tx.all(
        """
        SELECT challenge.title, result.link, reads, likes, comments, result_report.state FROM result_report
        JOIN result ON result.id = result_report.result JOIN submission ON submission.id = result.submission
        JOIN challenge ON challenge.id = submission.challenge
        WHERE submission.member = :member AND submission.standing IN ('approved', 'featured')
        AND submission.id NOT IN (SELECT submission FROM submission_undone WHERE rule = 'submission')
        AND result_report.id = (SELECT latest.id FROM result_report AS latest WHERE latest.result = result.id
        AND latest.state IN ('reported', 'confirmed') AND latest.day >= :first AND latest.day < :following
        ORDER BY latest.day DESC, latest.id DESC LIMIT 1)
        AND (reads IS NOT NULL OR likes IS NOT NULL OR comments IS NOT NULL)
        ORDER BY coalesce(reads, likes, comments) DESC, result.id LIMIT 5
        """,
        member=member,
        first=first.isoformat(),
        following=following.isoformat(),
    )
    return [
        Outside(row.title, row.link, Figures(row.reads, row.likes, row.comments), row.state == "confirmed")
        for row in rows
    ]


def spoken(tx: Tx, member: int, since: int, until: int) -> list[Spoken]:
    """Events at which they spoke, once it is settled who came, the first one first."""
    rows = tx.all(
        """
        SELECT event.title, (SELECT count(*) FROM event_seat WHERE event_seat.event = event.id AND came_at IS NOT NULL
        AND event_seat.member <> :member) AS came FROM event WHERE spoken_by = :member AND settled_at IS NOT NULL
        AND called_off_at IS NULL AND starts_at >= :since AND starts_at < :until ORDER BY starts_at, event.id LIMIT 10
        """,
        member=member,
        since=since,
        until=until,
    )
    return [Spoken(row.title, row.came) for row in rows]


def changed(tx: Tx, member: int, since: int, until: int) -> list[Changed]:
    """What became of their suggestions, if they signed them."""
    rows = tx.all(
        """
        SELECT whole.note, whole.version FROM feedback AS own
        JOIN feedback AS whole ON whole.id = coalesce(own.merged_into, own.id)
        WHERE own.member = :member AND whole.state IN ('adopted', 'shipped') AND whole.since >= :since AND whole.since < :until
        ORDER BY whole.since DESC, whole.id DESC LIMIT 10
        """,
        member=member,
        since=since,
        until=until,
    )
    return [Changed(as_kept(row.note), row.version) for row in rows]


def grown(tx: Tx, member: int, since: int, until: int) -> list[Grown]:
    """Tracks in which works passed, the busiest first."""
    rows = tx.all(
        """
        SELECT track, CAST(sum(CASE WHEN passed.at >= :since THEN 1 ELSE 0 END) AS INTEGER) AS lately, count(*) AS total FROM (
        SELECT challenge.track AS track, min(review.at) AS at FROM submission
        JOIN challenge ON challenge.id = submission.challenge JOIN review ON review.submission = submission.id
        WHERE submission.member = :member AND stage = 'work' AND standing IN ('approved', 'featured')
        AND decision IN ('approved', 'featured')
        AND submission.id NOT IN (SELECT submission FROM submission_undone WHERE rule = 'submission')
        GROUP BY submission.id, challenge.track HAVING min(review.at) < :until) AS passed
        GROUP BY track ORDER BY lately DESC, total DESC, track
        """,
        member=member,
        since=since,
        until=until,
    )
    return [Grown(SkillTrack(row.track), row.lately, row.total) for row in rows if row.lately]


def mentored(tx: Tx, member: int, since: int, until: int) -> list[str]:
    """Newcomers whom they accompanied to the end, by name; an end before it is nobody's failure and not told."""
    rows = tx.all(
        "SELECT newcomer.name FROM mentoring JOIN member AS newcomer ON newcomer.id = mentoring.newcomer"
        " WHERE mentor = :member AND state = 'over' AND ending IN ('steps', 'time')"
        " AND ended_at >= :since AND ended_at < :until ORDER BY ended_at, mentoring.id LIMIT 10",
        member=member,
        since=since,
        until=until,
    )
    return [row.name for row in rows]


def reached(tx: Tx, member: int, since: int, until: int) -> list[str]:
    """The keys of the levels reached."""
    rows = tx.all(
        "SELECT level FROM promotion WHERE member = :member AND reached_at >= :since AND reached_at < :until",
        member=member,
        since=since,
        until=until,
    )
    return [row.level for row in rows]


def badges(tx: Tx, member: int, since: int, until: int) -> list[str]:
    """The keys of the badges that came and are still there, the first one first."""
    rows = tx.all(
        "SELECT badge FROM badge WHERE member = :member AND state IN ('held', 'kept') AND at >= :since AND at < :until"
        " ORDER BY at, badge",
        member=member,
        since=since,
        until=until,
    )
    return [row.badge for row in rows]


def days(tx: Tx, member: int, first: str, last: str) -> int:
    """Days with a check-in, from the first one to before the last one."""
    found_: int = tx.value(
        "SELECT count(*) FROM check_in WHERE member = :member AND day >= :first AND day < :last AND how <> 'passed'",
        member=member,
        first=first,
        last=last,
    )
    return found_


def _solved(row: Any) -> Solved:
    return Solved(row.id, row.text, row.name, message_link(row.chat_id, row.message))


def _first_of(rows: Iterable[T], whose: Callable[[T], int]) -> list[T]:
    seen: dict[int, T] = {}
    for row in rows:
        seen.setdefault(whose(row), row)
    return list(seen.values())
