"""The days that were agreed for open challenges, and what their authors wait for."""

from msgspec import Struct

from storage.engine.tx import Tx

# Agreed, in a challenge that still takes works, and nothing delivered yet.
_OPEN = """
    FROM plan JOIN submission ON submission.id = plan.submission
    JOIN challenge ON challenge.id = submission.challenge
    WHERE plan.agreed_at IS NOT NULL AND challenge.closed_at IS NULL AND submission.standing <> 'withdrawn'
    AND NOT EXISTS (SELECT 1 FROM submission AS work WHERE work.challenge = submission.challenge
    AND work.member = submission.member AND work.stage = 'work' AND work.standing <> 'withdrawn')
"""


class PlanDay(Struct, frozen=True):
    """An agreed plan whose work is not there: the pitch's number, its challenge by number and title, until when (UTC
    seconds), and who delivers.
    """

    submission: int
    challenge: int
    title: str
    member: int
    due: int


class AskWaiting(Struct, frozen=True):
    """What the author of that pitch waits for since then (UTC seconds)."""

    submission: int
    what: str
    member: int
    since: int


_SELECT = f"SELECT plan.submission, challenge.id AS challenge, challenge.title, submission.member, plan.due {_OPEN}"


def undelivered(tx: Tx, submission: int) -> PlanDay | None:
    """The agreed plan of that pitch, while its work is not there."""
    row = tx.one(f"{_SELECT} AND plan.submission = :submission", submission=submission)
    return PlanDay(*row) if row else None


def due_comes(tx: Tx, now: int, before: int, limit: int) -> list[PlanDay]:
    """Whose day comes before then (UTC seconds), who were not reminded of it."""
    rows = tx.all(
        f"{_SELECT} AND plan.reminded = 'no' AND plan.due >= :now AND plan.due < :before ORDER BY plan.due LIMIT :limit",
        now=now,
        before=before,
        limit=limit,
    )
    return [PlanDay(*row) for row in rows]


def gone_by(tx: Tx, before: int, limit: int) -> list[PlanDay]:
    """Whose day was before then (UTC seconds), of whom that was not noticed."""
    rows = tx.all(
        f"{_SELECT} AND plan.reminded <> 'gone' AND plan.due < :before ORDER BY plan.due LIMIT :limit",
        before=before,
        limit=limit,
    )
    return [PlanDay(*row) for row in rows]


def ahead(tx: Tx, before: int, limit: int) -> list[PlanDay]:
    """All whose day comes before then (UTC seconds), or has gone by, in order."""
    rows = tx.all(f"{_SELECT} AND plan.due < :before ORDER BY plan.due LIMIT :limit", before=before, limit=limit)
    return [PlanDay(*row) for row in rows]


def reminded(tx: Tx, submission: int, what: str) -> None:
    """They were told that it is `due`, or that the day has `gone` by."""
    tx.run("UPDATE plan SET reminded = :what WHERE submission = :submission", submission=submission, what=what)


def asks_waiting(tx: Tx, before: int, limit: int) -> list[AskWaiting]:
    """What was asked for before then (UTC seconds) and has no answer, in challenges that go on."""
    rows = tx.all(
        """
        SELECT plan_ask.submission, plan_ask.what, submission.member, plan_ask.at FROM plan_ask
        JOIN submission ON submission.id = plan_ask.submission JOIN challenge ON challenge.id = submission.challenge
        WHERE plan_ask.standing = 'waiting' AND plan_ask.at < :before AND challenge.closed_at IS NULL
        AND submission.standing <> 'withdrawn' ORDER BY plan_ask.at, plan_ask.id LIMIT :limit
        """,
        before=before,
        limit=limit,
    )
    return [AskWaiting(*row) for row in rows]
