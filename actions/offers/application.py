"""An application for a resource on its way: asked, decided, handed over, back again. No piece is granted twice."""

from msgspec import Struct

from actions.offers.resource import Holder, holders, known, require
from actions.presence import require_here
from actions.works.challenge import known as challenge_known
from rules.lengths import within
from rules.occasion import Occasion
from rules.offers.application import (
    HOLDING,
    PURPOSE_LEAST,
    PURPOSE_MOST,
    WORDS_MOST,
    AlreadyApplied,
    Application,
    ApplicationState,
    PurposeTooShort,
    back_by,
    handed,
    require_move,
)
from rules.offers.resource import NoPieceFree, Resource, ResourceClosed, ResourceKind, ResourcePlan
from rules.people import Member
from rules.refusals import ButtonGone, NotForYourself
from rules.values import replace
from rules.works.submission import Stage, SubmissionStanding
from storage import audits, members, notes
from storage.engine.tx import Tx
from storage.offers import applications, resources, resources_made
from storage.works import submissions

WORKS_LOOKED_AT, WORKS_SHOWN, MADE_SHOWN = 20, 3, 3


class WorkShown(Struct, frozen=True):
    """A work by the title of its challenge, and how it stands."""

    title: str
    standing: SubmissionStanding


class MadeWith(Struct, frozen=True):
    """What they made before: the work by its challenge's title, with which resource."""

    resource: str
    title: str


class ApplicationSeen(Struct, frozen=True):
    """An application with its resource; `name` is the applicant's, `timed` whether the day agreed has an hour."""

    id: int
    resource: int
    plan: ResourcePlan
    member: int
    name: str
    state: ApplicationState
    purpose: str
    day: int | None
    timed: bool
    due: int | None
    overdue: bool
    words: str
    longer: int | None
    longer_why: str
    linked: int


class ApplicationCard(Struct, frozen=True):
    """An application as staff see it: pieces `free` (None: no end of them), who has one now, how many others `wait`, the
    applicant's last works and what they made with what they had before.
    """

    one: ApplicationSeen
    free: int | None
    holders: tuple[Holder, ...]
    wait: int
    works: tuple[WorkShown, ...]
    made: tuple[MadeWith, ...]


def about(number: int) -> str:
    """What the note that reminds somebody of what they have is about."""
    return f"resource_due:{number}"


def apply(tx: Tx, number: int, purpose: str, member: Member, occasion: Occasion) -> ApplicationSeen:
    """Ask for it. Raises ResourceUnknown, ResourceClosed, ResourceNotYet, AlreadyApplied, PurposeTooShort, WordsTooLong."""
    resource = require_free_to_apply(tx, number, member, occasion)
    purpose = within(purpose, PURPOSE_MOST)
    if len(purpose) < PURPOSE_LEAST:
        raise PurposeTooShort(len(purpose), PURPOSE_LEAST)
    made = applications.add(tx, resource.id, member.id, purpose, occasion.now)
    return seen(tx, made.id, occasion)


def require_free_to_apply(tx: Tx, number: int, member: Member, occasion: Occasion) -> Resource:
    """The resource, for one who may apply for it. Raises ResourceUnknown, ResourceClosed, ResourceNotYet, AlreadyApplied."""
    resource = known(tx, number)
    if not resource.is_open(occasion.now):
        raise ResourceClosed(resource.plan.title)
    require(tx, resource, member, occasion)
    if applications.live(tx, number, member.id) is not None:
        raise AlreadyApplied(resource.plan.title)
    return resource


def withdraw(tx: Tx, number: int, member: Member, occasion: Occasion) -> ApplicationSeen:
    """They don't need it after all; a piece that was granted is free again. Raises ApplicationMoved, ButtonGone."""
    found = own(tx, number, member)
    _move(tx, found, ApplicationState.WITHDRAWN, occasion)
    return seen(tx, number, occasion)


def lapse(tx: Tx, found: Application, occasion: Occasion) -> ApplicationSeen:
    """They are not there any more: a piece that was granted is free again."""
    _move(tx, found, ApplicationState.WITHDRAWN, occasion)
    return seen(tx, found.id, occasion)


def grant(tx: Tx, number: int, day: int | None, words: str, staff: Member, occasion: Occasion) -> ApplicationSeen:
    """They get a piece, on that day (UTC seconds); material without a day is theirs at once.

    Raises ApplicationMoved, NoPieceFree, NotForYourself, NotHereNow, WordsTooLong.
    """
    found, resource = _to_decide(tx, number, staff)
    require_move(found.state, ApplicationState.GRANTED)
    require_here(tx, found.member, occasion)
    words = within(words, WORDS_MOST)
    if not resources.take(tx, resource.id):
        raise NoPieceFree(resource.plan.title)
    moved = applications.move(tx, found, ApplicationState.GRANTED, occasion.now, words=words, by=staff.id)
    assert moved, found
    applications.agree_day(tx, number, day)
    _record(tx, "grant", found, staff, occasion, words)
    if resource.plan.kind is ResourceKind.LINK:
        _hand_over(tx, get(tx, number), occasion)
    return seen(tx, number, occasion)


def decline(tx: Tx, number: int, reason: str, staff: Member, occasion: Occasion) -> ApplicationSeen:
    """Not this time, for that reason. Raises ApplicationMoved, NotForYourself, WordsTooLong."""
    return _decided(tx, number, ApplicationState.DECLINED, reason, staff, occasion)


def call_off(tx: Tx, number: int, reason: str, staff: Member, occasion: Occasion) -> ApplicationSeen:
    """What was granted can't be after all. Raises ApplicationMoved, NotForYourself, WordsTooLong."""
    return _decided(tx, number, ApplicationState.CALLED_OFF, reason, staff, occasion)


def got(tx: Tx, number: int, member: Member, occasion: Occasion) -> ApplicationSeen:
    """The member says that they have it. Raises ApplicationMoved, ButtonGone."""
    _hand_over(tx, own(tx, number, member), occasion)
    return seen(tx, number, occasion)


def given(tx: Tx, number: int, staff: Member, occasion: Occasion) -> ApplicationSeen:
    """Staff say that the member has it. Raises ApplicationMoved, NotForYourself."""
    found, _ = _to_decide(tx, number, staff)
    _hand_over(tx, found, occasion)
    _record(tx, "handed", found, staff, occasion)
    return seen(tx, number, occasion)


def end(tx: Tx, number: int, to: ApplicationState, words: str, staff: Member, occasion: Occasion) -> ApplicationSeen:
    """It is back, in the condition that the words say; or lost, or left to them. Points are no matter of it.

    Raises ApplicationMoved, NotForYourself, WordsTooLong.
    """
    return _decided(tx, number, to, words, staff, occasion)


def own(tx: Tx, number: int, member: Member) -> Application:
    """The member's own application. Raises ButtonGone."""
    found = applications.get(tx, number)
    if found is None or found.member != member.id:
        raise ButtonGone
    return found


def get(tx: Tx, number: int) -> Application:
    """The application of that number. Raises ButtonGone."""
    found = applications.get(tx, number)
    if found is None:
        raise ButtonGone
    return found


def seen(tx: Tx, number: int, occasion: Occasion) -> ApplicationSeen:
    """An application with its resource, whose place is told to whoever has a piece."""
    found = get(tx, number)
    plan = known(tx, found.resource).plan
    return ApplicationSeen(
        id=found.id,
        resource=found.resource,
        plan=plan if found.state in HOLDING else replace(plan, place=""),
        member=found.member,
        name=members.get(tx, found.member).name,
        state=found.state,
        purpose=found.purpose,
        day=found.day,
        timed=found.timed,
        due=found.due,
        overdue=found.overdue(occasion.now),
        words=found.words,
        longer=found.longer,
        longer_why=found.longer_why,
        linked=len(resources_made.linked(tx, number)),
    )


def card(tx: Tx, number: int, occasion: Occasion) -> ApplicationCard:
    """As staff see it."""
    one = seen(tx, number, occasion)
    waiting = applications.of_resource(tx, one.resource, frozenset({ApplicationState.WAITING}))
    return ApplicationCard(
        one=one,
        free=known(tx, one.resource).free,
        holders=holders(tx, one.resource),
        wait=sum(other.id != number for other in waiting),
        works=_works(tx, one.member),
        made=tuple(MadeWith(*pair) for pair in resources_made.of_member(tx, one.member, MADE_SHOWN)),
    )


def _works(tx: Tx, member: int) -> tuple[WorkShown, ...]:
    latest = submissions.latest_of(tx, member, WORKS_LOOKED_AT)
    works = [one for one in latest if one.stage is Stage.WORK and one.standing is not SubmissionStanding.WITHDRAWN]
    return tuple(WorkShown(challenge_known(tx, one.challenge).brief.title, one.standing) for one in works[:WORKS_SHOWN])


def _to_decide(tx: Tx, number: int, staff: Member) -> tuple[Application, Resource]:
    """The application and its resource, for one of the staff who is not the applicant."""
    found = get(tx, number)
    if found.member == staff.id:
        raise NotForYourself
    return found, known(tx, found.resource)


def _decided(
    tx: Tx, number: int, to: ApplicationState, words: str, staff: Member, occasion: Occasion
) -> ApplicationSeen:
    found, _ = _to_decide(tx, number, staff)
    words = within(words, WORDS_MOST)
    _move(tx, found, to, occasion, words=words, by=staff.id)
    _record(tx, to.value, found, staff, occasion, words)
    return seen(tx, number, occasion)


def _hand_over(tx: Tx, found: Application, occasion: Occasion) -> None:
    """It is in the member's hands; where it comes back, until the end of the last day by the clock of their home."""
    plan, member = known(tx, found.resource).plan, members.get(tx, found.member)
    to = handed(plan.kind)
    require_move(found.state, to)
    zone = member.timezone or occasion.programme.brand.timezone
    due = back_by(occasion.now, plan.days, zone) if plan.days else None
    moved = applications.hand_over(tx, found, to, due, occasion.now)
    assert moved, found
    notes.withdraw(tx, about(found.id), found.member)


def _move(
    tx: Tx,
    found: Application,
    to: ApplicationState,
    occasion: Occasion,
    *,
    words: str | None = None,
    by: int | None = None,
) -> None:
    """Into that state; the piece is free again where it is nobody's any more."""
    require_move(found.state, to)
    moved = applications.move(tx, found, to, occasion.now, words=words, by=by)
    assert moved, found
    if found.state in HOLDING and to not in HOLDING:
        resources.give_back(tx, found.resource)
    notes.withdraw(tx, about(found.id), found.member)


def _record(tx: Tx, act: str, found: Application, staff: Member, occasion: Occasion, words: str | None = None) -> None:
    audits.record(tx, occasion.now, staff.id, f"resource.{act}", found.member, words or None, application=found.id)
