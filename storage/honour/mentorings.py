"""Newcomers who wish for a mentor, and who accompanies them."""

from datetime import date
from typing import Any

from rules.honour.mentor import Ways
from rules.honour.mentoring import Ending, Mentoring, MentoringState
from rules.programme.conditions import Source
from rules.values import replace
from storage import touched
from storage.declarations import GOES, STAYS, Fate, Own
from storage.engine.tx import Tx
from storage.honour.mentors import THERE, ways_in

_COLUMNS = (
    "id, newcomer, tracks, car, words, state, at, since, mentor, handed_by, begun_at, ends_at, ended_at, ending, openly,"
    " nudged"
)
AT_ONCE = 200


def wish(tx: Tx, newcomer: int, now: int) -> Mentoring:
    """The newcomer begins to tell what they would like."""
    number = tx.add(
        "INSERT INTO mentoring (newcomer, state, at, since) VALUES (:newcomer, 'wishing', :now, :now)",
        newcomer=newcomer,
        now=now,
    )
    return Mentoring(number, newcomer, Ways(), MentoringState.WISHING, now, now)


def get(tx: Tx, number: int) -> Mentoring | None:
    """The one of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM mentoring WHERE id = :id", id=number)
    return _mentoring(row) if row else None


def of_newcomer(tx: Tx, member: int) -> Mentoring | None:
    """The newcomer's that is not over."""
    row = tx.one(f"SELECT {_COLUMNS} FROM mentoring WHERE newcomer = :member AND state <> 'over'", member=member)
    return _mentoring(row) if row else None


def of_mentor(tx: Tx, member: int) -> list[Mentoring]:
    """Those in which the member is the mentor, or is asked, and that are not over."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM mentoring WHERE mentor = :member AND state IN ('asked', 'meeting', 'running')"
        " ORDER BY id LIMIT 50",
        member=member,
    )
    return [_mentoring(row) for row in rows]


def load(tx: Tx, mentor: int) -> int:
    """How many newcomers the mentor accompanies, or is asked to."""
    return len(of_mentor(tx, mentor))


def waiting(tx: Tx, limit: int, but: int = 0) -> list[Mentoring]:
    """The open list, the longest wait first, without those who would rather have another mentor than `but`."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM mentoring WHERE state = 'waiting' AND NOT EXISTS (SELECT 1 FROM mentoring_passed"
        " WHERE mentoring_passed.mentoring = mentoring.id AND mentoring_passed.mentor = :but) ORDER BY at, id LIMIT :limit",
        but=but,
        limit=limit,
    )
    return [_mentoring(row) for row in rows]


def in_state(tx: Tx, state: MentoringState, before: int, after: int = 0) -> list[Mentoring]:
    """Those that have been in the state since `before` or longer (UTC seconds), by rising numbers `after` one."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM mentoring WHERE state = :state AND since <= :before AND id > :after"
        " ORDER BY id LIMIT :limit",
        state=state.value,
        before=before,
        after=after,
        limit=AT_ONCE,
    )
    return [_mentoring(row) for row in rows]


def tell(tx: Tx, number: int, ways: Ways) -> None:
    """That is what the newcomer would like."""
    tx.run(
        "UPDATE mentoring SET tracks = :tracks, car = :car, words = :words WHERE id = :id",
        id=number,
        tracks=" ".join(ways.tracks),
        car=ways.car,
        words=ways.words,
    )


def move(tx: Tx, found: Mentoring, state: MentoringState, now: int, mentor: int | None = None) -> Mentoring:
    """It comes to that state now, with that mentor, or none."""
    tx.run(
        "UPDATE mentoring SET state = :state, since = :now, mentor = CAST(:mentor AS BIGINT), handed_by = :handed_by"
        " WHERE id = :id",
        id=found.id,
        state=state.value,
        now=now,
        mentor=mentor,
        handed_by=found.handed_by,
    )
    return replace(found, state=state, since=now, mentor=mentor)


def begin(tx: Tx, found: Mentoring, now: int, ends_at: int, *, openly: bool) -> Mentoring:
    """They know each other from now on; what had begun before goes on."""
    tx.run(
        "UPDATE mentoring SET state = 'running', since = :now, begun_at = coalesce(begun_at, :now), ends_at = :ends_at,"
        " openly = :openly WHERE id = :id",
        id=found.id,
        now=now,
        ends_at=ends_at,
        openly=int(openly),
    )
    begun_at = now if found.begun_at is None else found.begun_at
    return replace(found, state=MentoringState.RUNNING, since=now, begun_at=begun_at, ends_at=ends_at, openly=openly)


def end(tx: Tx, found: Mentoring, ending: Ending, now: int) -> Mentoring:
    """It is over; whoever accompanied them is still named."""
    tx.run(
        "UPDATE mentoring SET state = 'over', since = :now, ended_at = :now, ending = :ending WHERE id = :id",
        id=found.id,
        now=now,
        ending=ending.value,
    )
    touched.mark(tx, Source.MENTORING, found.mentor, found.handed_by)
    return replace(found, state=MentoringState.OVER, since=now, ended_at=now, ending=ending)


def nudge(tx: Tx, number: int, day: date) -> None:
    """The mentor hears on that day that the newcomer has been quiet."""
    tx.run("UPDATE mentoring SET nudged = :day WHERE id = :id", id=number, day=day.isoformat())


def accompanied(tx: Tx, mentor: int, limit: int) -> list[str]:
    """Whom the mentor accompanies or has, the latest first: those who met in the group, and want to be shown at all."""
    rows = tx.all(
        """
        SELECT name FROM mentoring JOIN member ON member.id = newcomer
        WHERE :mentor IN (mentor, handed_by) AND openly = 1 AND begun_at IS NOT NULL AND hidden = 0
        AND (state = 'running' OR ending IN ('steps', 'time')) GROUP BY member.id, name ORDER BY max(begun_at) DESC LIMIT :limit
        """,
        mentor=mentor,
        limit=limit,
    )
    return [row.name for row in rows]


def last_heard(tx: Tx, member: int) -> date | None:
    """The last day on which the member wrote in a group or checked in."""
    day: str | None = tx.value(
        "SELECT max(day) FROM (SELECT max(day) AS day FROM talk WHERE member = :member"
        " UNION ALL SELECT max(day) FROM check_in WHERE member = :member AND how <> 'passed') AS heard",
        member=member,
    )
    return date.fromisoformat(day) if day else None


def without_mentor(tx: Tx, now: int) -> list[Mentoring]:
    """Those whose mentor has the office no more, is in no group of ours, or under a sanction (at `now`, UTC seconds)."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM mentoring WHERE state IN ('asked', 'meeting', 'running') AND NOT EXISTS"
        " (SELECT 1 FROM role JOIN member ON member.id = role.member WHERE role.member = mentoring.mentor"
        f" AND role.role = 'mentor' AND coalesce(suspended_until, 0) <= :now AND {THERE}) ORDER BY id LIMIT :limit",
        now=now,
        limit=AT_ONCE,
    )
    return [_mentoring(row) for row in rows]


def without_newcomer(tx: Tx) -> list[Mentoring]:
    """Those whose newcomer is in no group of ours any more."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM mentoring WHERE state NOT IN ('over', 'wishing') AND NOT EXISTS"
        " (SELECT 1 FROM membership WHERE membership.member = newcomer AND present = 1) ORDER BY id LIMIT :limit",
        limit=AT_ONCE,
    )
    return [_mentoring(row) for row in rows]


def known(tx: Tx, newcomer: int) -> bool:
    """Whether the newcomer has ever been asked whether they want a mentor, or has said so."""
    return bool(tx.value("SELECT 1 FROM mentor_question WHERE member = :member", member=newcomer)) or bool(
        tx.value("SELECT 1 FROM mentoring WHERE newcomer = :member LIMIT 1", member=newcomer)
    )


def asked(tx: Tx, newcomer: int, now: int) -> None:
    """They are asked now, and never again."""
    tx.run(
        "INSERT INTO mentor_question (member, at) VALUES (:member, :now) ON CONFLICT DO NOTHING",
        member=newcomer,
        now=now,
    )


def passed(tx: Tx, number: int, mentor: int) -> None:
    """That mentor is not proposed for it again."""
    tx.run(
        "INSERT INTO mentoring_passed (mentoring, mentor) VALUES (:mentoring, :mentor) ON CONFLICT DO NOTHING",
        mentoring=number,
        mentor=mentor,
    )


def passed_by(tx: Tx, number: int) -> frozenset[int]:
    """Who is not proposed for it again."""
    rows = tx.all("SELECT mentor FROM mentoring_passed WHERE mentoring = :mentoring", mentoring=number)
    return frozenset(row.mentor for row in rows)


def _mentoring(row: Any) -> Mentoring:
    return Mentoring(
        row.id,
        row.newcomer,
        ways_in(row),
        MentoringState(row.state),
        row.at,
        row.since,
        row.mentor,
        row.handed_by,
        row.begun_at,
        row.ends_at,
        row.ended_at,
        Ending(row.ending) if row.ending else None,
        bool(row.openly),
        date.fromisoformat(row.nudged) if row.nudged else None,
    )


OWN = (
    Own("mentor_question", fate=GOES),
    Own(
        "mentoring",
        "newcomer",
        but=("ending", "nudged"),
        fate=Fate(
            emptied=(
                "tracks",
                "car",
                "words",
            )
        ),
    ),
    Own("mentoring", "mentor", but=("words", "ending", "nudged"), fate=STAYS),
    Own("mentoring", "handed_by", but=("words", "ending", "nudged"), fate=STAYS),
    Own("mentoring_passed", "mentor", fate=GOES),
)
