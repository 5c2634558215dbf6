"""Which works were made with which resource: linked by their author, when they hand in or afterwards."""

from msgspec import Struct

from actions.offers.application import own
from actions.offers.resource import known
from actions.works.challenge import known as challenge_known
from rules.occasion import Occasion
from rules.offers.application import HANDED, Application, ApplicationMoved
from rules.people import Member
from rules.refusals import ButtonGone
from rules.works.submission import Stage, Submission, SubmissionStanding
from storage.engine.tx import Tx
from storage.offers import applications, resources_made
from storage.works import submissions

WORKS_SHOWN, HAD_LOOKED_AT, HAD_SHOWN = 8, 20, 3


class HadThing(Struct, frozen=True):
    """Something that the member has or had: of which application, and its title."""

    application: int
    title: str


class WorkToLink(Struct, frozen=True):
    """A work of the member's, by its challenge's title; `linked`: it was made with the resource."""

    submission: int
    title: str
    linked: bool


class MadeChoice(Struct, frozen=True):
    """The member's latest works, to say which were made with the resource of that title."""

    application: int
    title: str
    works: tuple[WorkToLink, ...]


def had(tx: Tx, member: Member, submission: int) -> tuple[HadThing, ...]:
    """What the member has or had lately, with which that work may have been made and is not linked yet."""
    found = [one for one in applications.of_member(tx, member.id, HAD_LOOKED_AT) if one.state in HANDED]
    unlinked = [one for one in found if submission not in resources_made.linked(tx, one.id)]
    return tuple(HadThing(one.id, known(tx, one.resource).plan.title) for one in unlinked[:HAD_SHOWN])


def choice(tx: Tx, number: int, member: Member) -> MadeChoice:
    """The works to choose from. Raises ButtonGone, ApplicationMoved."""
    found = _had(tx, number, member)
    linked = resources_made.linked(tx, number)
    works = (one for one in submissions.latest_of(tx, member.id, HAD_LOOKED_AT) if _counts(one))
    shown = tuple(WorkToLink(one.id, challenge_known(tx, one.challenge).brief.title, one.id in linked) for one in works)
    return MadeChoice(number, known(tx, found.resource).plan.title, shown[:WORKS_SHOWN])


def toggle(tx: Tx, number: int, submission: int, member: Member, occasion: Occasion) -> MadeChoice:
    """That work was made with it, or was not. Raises ButtonGone, ApplicationMoved."""
    if submission in resources_made.linked(tx, number):
        _had(tx, number, member)
        resources_made.unlink(tx, number, submission)
    else:
        link(tx, number, submission, member, occasion)
    return choice(tx, number, member)


def link(tx: Tx, number: int, submission: int, member: Member, occasion: Occasion) -> HadThing:
    """That work was made with it. Raises ButtonGone, ApplicationMoved."""
    found = _had(tx, number, member)
    work = submissions.get(tx, submission)
    if work is None or work.member != member.id or not _counts(work):
        raise ButtonGone
    resources_made.link(tx, number, submission, occasion.now)
    return HadThing(number, known(tx, found.resource).plan.title)


def _had(tx: Tx, number: int, member: Member) -> Application:
    found = own(tx, number, member)
    if found.state not in HANDED:
        raise ApplicationMoved
    return found


def _counts(work: Submission) -> bool:
    return work.stage is Stage.WORK and work.standing is not SubmissionStanding.WITHDRAWN
