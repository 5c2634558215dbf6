"""Public results of a work: noted by its author or by staff, looked at by staff, and put right kindly."""

from msgspec import Struct

from actions.works.challenge import known
from actions.works.claim import submission_of
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import STAFF, Member, Role
from rules.refusals import ButtonGone, NotForYourself
from rules.values import replace
from rules.works.result import (
    PLACES_MOST,
    LinkOfAnother,
    PlacesUsed,
    Result,
    ResultLinkNeeded,
    ResultReport,
    ResultSeen,
    ResultSettled,
    ResultState,
    WorkNotPassed,
    WorkUnknown,
    Written,
    seen,
)
from rules.works.submission import Stage, Submission, SubmissionStanding
from storage import audits, members
from storage.engine.tx import Tx
from storage.works import results, submissions

LISTED = 10
PASSED = (SubmissionStanding.APPROVED, SubmissionStanding.FEATURED)


class ResultWork(Struct, frozen=True):
    """A work that has passed, and its results."""

    id: int
    title: str
    author: str
    results: tuple[ResultSeen, ...]


class ResultNoted(Struct, frozen=True):
    """A place of a work with its latest `report`: `fresh` unless all of it was known.

    `waits`: for staff to look at it, as the one before it did if it `waited`.
    """

    id: int
    title: str
    member: int
    author: str
    by: str
    report: int
    place: ResultSeen
    fresh: bool
    waits: bool
    waited: bool
    state: ResultState


class ResultChecked(Struct, frozen=True):
    """Staff (`by`) have looked at a report: `said` was reported, `place` is how it stands now."""

    id: int
    title: str
    by: str
    said: ResultSeen
    place: ResultSeen
    state: ResultState


def work(tx: Tx, number: int, by: Member, roles: frozenset[Role]) -> ResultWork:
    """The work of that number, of one's own or for staff. Raises WorkUnknown, WorkNotPassed."""
    submission = _work(tx, number, by, roles)
    return _listed(tx, submission)


def own(tx: Tx, member: Member) -> tuple[ResultWork, ...]:
    """The member's latest works that have passed."""
    passed = [one for one in submissions.latest_of(tx, member.id, 50) if _passed(one)]
    return tuple(_listed(tx, one) for one in passed[:LISTED])


def report(
    tx: Tx, number: int, written: Written, by: Member, roles: frozenset[Role], occasion: Occasion
) -> ResultNoted:
    """Note it. Raises WorkUnknown, WorkNotPassed, ResultLinkNeeded, LinkOfAnother, PlacesUsed."""
    submission = _work(tx, number, by, roles)
    place = _place(tx, submission, written.link)
    before = next(iter(results.reports(tx, place.id)), None)
    fresh = before is None or _says_more(written, before)
    if fresh:
        by_staff = bool(roles & STAFF) and by.id != submission.member
        results.report(tx, place.id, written.figures, written.day, by.id, occasion.now, confirmed=by_staff)
        if by_staff:
            _record(tx, occasion, by, "result.note", submission)
    waited = before is not None and before.state is ResultState.REPORTED
    return _noted(tx, submission, place, fresh=fresh, waited=waited)


def _says_more(written: Written, latest: ResultReport) -> bool:
    return written.figures.any and (written.figures, written.day) != (latest.figures, latest.day)


def card(tx: Tx, place: int) -> ResultNoted:
    """The latest report of a place, as its card shows it. Raises ButtonGone."""
    found = results.get(tx, place)
    if found is None:
        raise ButtonGone
    return _noted(tx, submission_of(tx, found.submission), found, fresh=False, waited=True)


def confirm(tx: Tx, number: int, by: Member, occasion: Occasion) -> ResultNoted:
    """The figures are true. Raises NotForYourself, ResultSettled, ButtonGone."""
    return card(tx, _settle(tx, number, ResultState.CONFIRMED, by, occasion))


def unseen(tx: Tx, number: int, by: Member, occasion: Occasion) -> ResultNoted:
    """Nothing can be seen at that address. Raises NotForYourself, ResultSettled, ButtonGone."""
    return card(tx, _settle(tx, number, ResultState.UNSEEN, by, occasion))


def correct(tx: Tx, number: int, written: Written, by: Member, occasion: Occasion) -> ResultNoted:
    """Other figures are true; those not spoken of stay. Raises NotForYourself, ResultSettled, ButtonGone."""
    _settle(tx, number, ResultState.CORRECTED, by, occasion)
    said = results.reported(tx, number)
    assert said is not None
    right = said.figures.put_right(written.figures)
    results.report(tx, said.result, right, said.day, by.id, occasion.now, confirmed=True)
    return card(tx, said.result)


def to_check(tx: Tx, number: int, by: Member) -> ResultNoted:
    """A report that is still to be looked at. Raises NotForYourself, ResultSettled, ButtonGone."""
    said, place, submission = _reported(tx, number, by)
    if said.state is not ResultState.REPORTED or results.reports(tx, place.id)[0].id != number:
        raise ResultSettled
    return _noted(tx, submission, place, fresh=False, waited=True)


def checked(tx: Tx, number: int) -> ResultChecked | None:
    """What the author hears of a report that staff have looked at; None while nobody has."""
    said = results.reported(tx, number)
    place = results.get(tx, said.result) if said else None
    if said is None or place is None or said.state is ResultState.REPORTED:
        return None
    now = card(tx, place.id)
    before = seen(place, [replace(said, state=ResultState.REPORTED)])
    assert before is not None
    return ResultChecked(now.id, now.title, now.by, before, now.place, said.state)


def _settle(tx: Tx, number: int, state: ResultState, by: Member, occasion: Occasion) -> int:
    """Staff have looked at it; its place."""
    _, place, submission = _reported(tx, number, by)
    latest = results.reports(tx, place.id)[0]
    if latest.id != number or not results.settle(tx, number, state, by.id, occasion.now):
        raise ResultSettled
    _record(tx, occasion, by, f"result.{state.value}", submission)
    return place.id


def _reported(tx: Tx, number: int, by: Member) -> tuple[ResultReport, Result, Submission]:
    said = results.reported(tx, number)
    place = results.get(tx, said.result) if said else None
    if said is None or place is None:
        raise ButtonGone
    submission = submission_of(tx, place.submission)
    if by.id in (submission.member, said.by):
        raise NotForYourself
    return said, place, submission


def _record(tx: Tx, occasion: Occasion, by: Member, act: str, submission: Submission) -> None:
    audits.record(tx, occasion.now, by.id, act, submission.member, submission=submission.id)


def _work(tx: Tx, number: int, by: Member, roles: frozenset[Role]) -> Submission:
    submission = submissions.get(tx, number)
    if submission is None or (submission.member != by.id and not roles & STAFF):
        raise WorkUnknown(number)
    if not _passed(submission):
        raise WorkNotPassed(known(tx, submission.challenge).brief.title)
    return submission


def _passed(submission: Submission) -> bool:
    return submission.stage is Stage.WORK and submission.standing in PASSED


def _place(tx: Tx, submission: Submission, link: str) -> Result:
    """Where it lives, as known or new."""
    places = results.places(tx, submission.id)
    if not link:
        if not places:
            raise ResultLinkNeeded
        return places[0]
    known_place = results.at_link(tx, link)
    if known_place and known_place.submission != submission.id:
        raise LinkOfAnother
    if known_place:
        return known_place
    if len(places) >= PLACES_MOST:
        raise PlacesUsed(PLACES_MOST)
    return results.add(tx, submission.id, link)


def _listed(tx: Tx, submission: Submission) -> ResultWork:
    title = known(tx, submission.challenge).brief.title
    author = members.get(tx, submission.member).name
    return ResultWork(submission.id, title, author, results.of_work(tx, submission.id))


def _noted(tx: Tx, submission: Submission, place: Result, *, fresh: bool, waited: bool) -> ResultNoted:
    latest = results.reports(tx, place.id)[0]
    shown = seen(place, results.reports(tx, place.id))
    assert shown is not None
    of = _listed(tx, submission)
    return ResultNoted(
        id=of.id,
        title=of.title,
        member=submission.member,
        author=of.author,
        by=members.get(tx, latest.settled_by or latest.by).name,
        report=latest.id,
        place=shown,
        fresh=fresh,
        waits=latest.state is ResultState.REPORTED,
        waited=waited,
        state=latest.state,
    )


def _as_it_stands(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """What staff found, while no newer report has come and the work still stands."""
    said = results.reported(tx, int(note.subject))
    told = checked(tx, int(note.subject))
    if said is None or told is None or not _passed(submission_of(tx, told.id)):
        return False
    later = [one for one in results.reports(tx, said.result) if one.id > said.id and one.by == said.by]
    return False if later else Retold("result/told", told)


STILL_TRUE = {"result": _as_it_stands}
