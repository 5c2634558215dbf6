"""Public results: the places where a work lives outside, and what was reported of each."""

from datetime import date
from typing import Any

from rules.links import same_page, trait_of
from rules.works.result import Figures, Result, ResultReport, ResultSeen, ResultState, seen
from storage.declarations import GOES, STAYS, Own
from storage.engine.tx import Tx

_REPORT = "SELECT id, result, reads, likes, comments, day, by, state, settled_by FROM result_report"
KEPT_IN_SIGHT = 20


def _report(row: Any) -> ResultReport:
    figures = Figures(row.reads, row.likes, row.comments)
    state, day = ResultState(row.state), date.fromisoformat(row.day)
    return ResultReport(row.id, row.result, figures, day, row.by, state, row.settled_by)


def at_link(tx: Tx, link: str) -> Result | None:
    """The place with that address, however it was shared."""
    rows = tx.all(
        "SELECT id, submission, link FROM result WHERE link LIKE :held ORDER BY link <> :link, id",
        held=f"%{trait_of(link)}%",
        link=link,
    )
    return next((Result(*row) for row in rows if same_page(row.link, link)), None)


def get(tx: Tx, number: int) -> Result | None:
    """The place of that number."""
    row = tx.one("SELECT id, submission, link FROM result WHERE id = :id", id=number)
    return Result(*row) if row else None


def places(tx: Tx, submission: int) -> list[Result]:
    """Where a work lives, the place that was spoken of last before the others."""
    rows = tx.all(
        "SELECT id, submission, link FROM result WHERE submission = :submission"
        " ORDER BY (SELECT max(id) FROM result_report WHERE result = result.id) DESC, id LIMIT 20",
        submission=submission,
    )
    return [Result(*row) for row in rows]


def add(tx: Tx, submission: int, link: str) -> Result:
    """A new place."""
    number = tx.add(
        "INSERT INTO result (submission, link) VALUES (:submission, :link)", submission=submission, link=link
    )
    return Result(number, submission, link)


def report(tx: Tx, place: int, figures: Figures, day: date, by: int, now: int, *, confirmed: bool) -> ResultReport:
    """What somebody says of a place; what staff say is `confirmed`."""
    number = tx.add(
        """
        INSERT INTO result_report (result, reads, likes, comments, day, by, at, state, settled_by, settled_at)
        VALUES (:place, :reads, :likes, :comments, :day, :by, :now, :state, :settled_by, :settled_at)
        """,
        place=place,
        reads=figures.reads,
        likes=figures.likes,
        comments=figures.comments,
        day=day.isoformat(),
        by=by,
        now=now,
        state=(ResultState.CONFIRMED if confirmed else ResultState.REPORTED).value,
        settled_by=by if confirmed else None,
        settled_at=now if confirmed else None,
    )
    added = reported(tx, number)
    assert added is not None
    return added


def reported(tx: Tx, number: int) -> ResultReport | None:
    """The report of that number."""
    row = tx.one(f"{_REPORT} WHERE id = :id", id=number)
    return _report(row) if row else None


def reports(tx: Tx, place: int) -> list[ResultReport]:
    """What was said of a place, the latest day first."""
    rows = tx.all(f"{_REPORT} WHERE result = :place ORDER BY day DESC, id DESC LIMIT {KEPT_IN_SIGHT}", place=place)
    return [_report(row) for row in rows]


def settle(tx: Tx, number: int, state: ResultState, by: int, now: int) -> bool:
    """Staff have looked at a report; False when somebody had before."""
    return (
        tx.run(
            "UPDATE result_report SET state = :state, settled_by = :by, settled_at = :now"
            " WHERE id = :id AND state = 'reported'",
            id=number,
            state=state.value,
            by=by,
            now=now,
        )
        > 0
    )


def of_work(tx: Tx, submission: int) -> tuple[ResultSeen, ...]:
    """Each place with its latest figures and those before."""
    found = (seen(place, reports(tx, place.id)) for place in places(tx, submission))
    return tuple(one for one in found if one)


# The reports first: they go before what they are about.
OWN = (
    Own(
        "result_report",
        "",
        whose="result IN (SELECT result.id FROM result JOIN submission ON submission.id = result.submission"
        " WHERE submission.member = :member)",
        fate=GOES,
    ),
    Own("result", "", whose="submission IN (SELECT id FROM submission WHERE member = :member)", fate=GOES),
    Own("result_report", "by", fate=STAYS),
    Own("result_report", "settled_by", fate=STAYS),
)
