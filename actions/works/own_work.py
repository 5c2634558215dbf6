"""What a member has handed in: how it stands, what was said about it, and taking it back while nobody has decided."""

from msgspec import Struct

from actions.works.challenge import known
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member
from rules.refusals import ButtonGone
from rules.works.result import ResultSeen
from rules.works.review import Feedback
from rules.works.submission import Stage, Submission, SubmissionStanding, WorkReviewed
from storage import audits
from storage.engine.tx import Tx
from storage.works import results, reviews, submissions

LISTED = 10


class OwnWork(Struct, frozen=True):
    """A work as its author sees it: `since` is when it was handed in, `said` the latest feedback, `open` its challenge.

    `results` are the places outside where it lives.
    """

    id: int
    challenge: int
    title: str
    stage: Stage
    standing: SubmissionStanding
    version: int
    since: int
    text: str
    files: int
    said: Feedback | None
    open: bool
    results: tuple[ResultSeen, ...] = ()


class OwnWorks(Struct, frozen=True):
    """A page of one member's works, newest first."""

    works: tuple[OwnWork, ...]
    page: Page


def listed(tx: Tx, member: Member, number: int, occasion: Occasion) -> OwnWorks:
    """A page of the member's works, newest first."""
    page = page_of(number, submissions.many_of(tx, member.id), LISTED)
    found = submissions.latest_of(tx, member.id, LISTED, page.before)
    return OwnWorks(tuple(_seen(tx, one, occasion) for one in found), page)


def seen(tx: Tx, number: int, member: Member, occasion: Occasion) -> OwnWork:
    """One of them. Raises ButtonGone where it is not the member's."""
    return _seen(tx, _own(tx, number, member), occasion)


def withdraw(tx: Tx, number: int, member: Member, occasion: Occasion) -> OwnWork:
    """Take it back while it waits: its place is free again. Raises ButtonGone, WorkReviewed."""
    submission = _own(tx, number, member)
    approved = reviews.latest(tx, number)
    if approved and approved.decision.pays:
        raise WorkReviewed(number)
    if not submissions.stand(tx, submission, SubmissionStanding.WITHDRAWN, occasion.now):
        raise WorkReviewed(number)
    reviews.release(tx, number)
    audits.record(tx, occasion.now, member.id, "submission.withdraw", member.id, submission=number)
    return seen(tx, number, member, occasion)


def _own(tx: Tx, number: int, member: Member) -> Submission:
    submission = submissions.get(tx, number)
    if submission is None or submission.member != member.id:
        raise ButtonGone
    return submission


def _seen(tx: Tx, submission: Submission, occasion: Occasion) -> OwnWork:
    challenge = known(tx, submission.challenge)
    work = submissions.work(tx, submission.id, submission.version)
    return OwnWork(
        id=submission.id,
        challenge=challenge.id,
        title=challenge.brief.title,
        stage=submission.stage,
        standing=submission.standing,
        version=submission.version,
        since=submission.waiting_since,
        text=work.text,
        files=len(work.files),
        said=reviews.latest(tx, submission.id),
        open=challenge.is_open(occasion.now),
        results=results.of_work(tx, submission.id),
    )
