"""What a member took part in, the latest of it: tries at quizzes, seats at events and places in teams."""

from typing import Any

from rules.fairness.participation import Came, Participation, PartKind
from rules.offers.seat import SeatState
from storage.engine.tx import Tx

MOST = 300
_BROUGHT = "COALESCE(transfer.amount, 0) AS brought"
_LIVE = {SeatState.SEATED: Came.SEATED, SeatState.WAITING: Came.WAITING, SeatState.OFFERED: Came.WAITING}


def of_member(tx: Tx, member: int) -> list[Participation]:
    """All kinds of it."""
    return [*_quizzes(tx, member), *_events(tx, member), *_spoken(tx, member), *_projects(tx, member)]


def _quizzes(tx: Tx, member: int) -> list[Participation]:
    rows = tx.all(
        f"""
        SELECT quiz.id, quiz.title, began_at, ended_at, correct, quiz_attempt.asks, passed, taken_back_at, {_BROUGHT}
        FROM quiz_attempt JOIN quiz ON quiz.id = quiz_attempt.quiz LEFT JOIN transfer ON transfer.id = entry
        WHERE member = :member ORDER BY began_at DESC, quiz_attempt.id DESC LIMIT :most
        """,
        member=member,
        most=MOST,
    )
    return [_quiz(row) for row in rows]


def _quiz(row: Any) -> Participation:
    came = Came.BEGUN if row.ended_at is None else Came.PASSED if row.passed else Came.FAILED
    back = row.taken_back_at is not None
    return Participation(PartKind.QUIZ, row.id, row.title, row.began_at, came, row.brought, back, row.correct, row.asks)


def _events(tx: Tx, member: int) -> list[Participation]:
    """How the member's latest seat or place in line at each stands."""
    rows = tx.all(
        f"""
        SELECT event.id, event.title, starts_at, state, came_at, missed_at, excused, taken_back_at, {_BROUGHT}
        FROM event_seat JOIN event ON event.id = event_seat.event LEFT JOIN transfer ON transfer.id = entry
        WHERE member = :member AND event_seat.id IN
        (SELECT max(id) FROM event_seat WHERE member = :member GROUP BY event)
        ORDER BY starts_at DESC, event.id DESC LIMIT :most
        """,
        member=member,
        most=MOST,
    )
    return [
        Participation(
            PartKind.EVENT,
            row.id,
            row.title,
            row.came_at or row.starts_at,
            _seat(row),
            row.brought,
            row.taken_back_at is not None,
        )
        for row in rows
    ]


def _seat(row: Any) -> Came:
    if row.came_at is not None:
        return Came.ATTENDED
    if row.state == SeatState.CALLED_OFF:
        return Came.CALLED_OFF
    if row.missed_at is not None:
        return Came.EXCUSED if row.excused else Came.MISSED
    return _LIVE.get(SeatState(row.state), Came.OFF)


def _spoken(tx: Tx, member: int) -> list[Participation]:
    rows = tx.all(
        """
        SELECT id, title, starts_at FROM event WHERE spoken_by = :member AND settled_at IS NOT NULL
        AND called_off_at IS NULL ORDER BY starts_at DESC, id DESC LIMIT :most
        """,
        member=member,
        most=MOST,
    )
    return [Participation(PartKind.EVENT, row.id, row.title, row.starts_at, Came.SPOKE) for row in rows]


def _projects(tx: Tx, member: int) -> list[Participation]:
    """How the member's latest place in each team stands."""
    rows = tx.all(
        f"""
        SELECT project.id, project.title, state, name, joined_at, left_at, shared_at, ended_at, taken_back_at, {_BROUGHT}
        FROM teammate JOIN project ON project.id = teammate.project
        JOIN project_role ON project_role.project = teammate.project AND project_role.nth = teammate.role
        LEFT JOIN transfer ON transfer.id = entry
        WHERE member = :member AND teammate.id IN
        (SELECT max(id) FROM teammate WHERE member = :member GROUP BY project)
        ORDER BY teammate.id DESC LIMIT :most
        """,
        member=member,
        most=MOST,
    )
    return [_project(row) for row in rows]


def _project(row: Any) -> Participation:
    came, at = _place(row)
    back = row.taken_back_at is not None
    return Participation(PartKind.PROJECT, row.id, row.title, at, came, row.brought, back, role=row.name)


def _place(row: Any) -> tuple[Came, int]:
    if row.left_at is not None:
        return Came.LEFT, row.left_at
    if row.shared_at is not None:
        return Came.SHARED, row.shared_at
    if row.ended_at is not None:
        return (Came.DISSOLVED if row.state == "dissolved" else Came.UNSHARED), row.ended_at
    return Came.WORKING, row.joined_at
