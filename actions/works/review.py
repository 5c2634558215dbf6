"""The review desk: what reviewers see, decide, and what waits for them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from types import FunctionType

from actions import showcase as showcases
from actions.ledger import paying
from actions.ledger.paying import Payment
from actions.works import growth, showcase
from actions.works.challenge import known
from actions.works.claim import claim, fresh_since, held, submission_of
from rules.declarations import declared
from rules.links import message_link
from rules.occasion import Occasion
from rules.people import Member
from rules.showcase import Exhibited
from rules.works.challenge import UNREAD, Challenge, Piece
from rules.works.growth import GrowthWork
from rules.works.media_kit import KitCheck
from rules.works.result import ResultSeen
from rules.works.review import Chip, Decision, Feedback, chips_for, praise, require_reason
from rules.works.submission import Elsewhere, Stage, Submission, SubmissionStanding, Work
from storage import audits, groups, members
from storage import showcases as stored
from storage.engine.tx import Tx
from storage.works import files, results, reviews, submissions
from storage.works.submissions import Overdue

ALBUM_S = 5
NOTHING = Payment(0, 0, 0, None)

RoleOf = Callable[[Tx, int, int], str]


@dataclass(frozen=True, slots=True)
class SubmissionCard:
    """What the review desk sees of a submission. `reviewer` has it in hand; `former` was said about an older version.

    `tag` and `wording` are what a reviewer looks for where the bot can't: behind a link, in a screenshot.
    `elsewhere`: the author has handed in the same files for other challenges.
    `goes_up`: featured, it goes to the channel. `results`: where it lives outside.
    `before`: the author's last works of the track, with what was said of them.
    `project`: it is the part that one with that `role` hands in there, or (`whole`) what the team has made.
    """

    id: int
    challenge: int
    title: str
    author: str
    stage: Stage
    version: int
    points: int
    track: str
    text: str
    files: int
    waiting_since: int
    paid_before: bool
    reviewer: str | None
    chips: tuple[str, ...]
    words: str
    former: Feedback | None
    elsewhere: tuple[Elsewhere, ...]
    allowed: tuple[Chip, ...]
    work: Work
    group: int | None
    message: int | None
    goes_up: bool
    results: tuple[ResultSeen, ...] = ()
    tag: str = ""
    wording: str = ""
    project: int | None = None
    role: str = ""
    whole: bool = False
    before: tuple[GrowthWork, ...] = ()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A decision, with what was said (`praise`: the chips that may be said aloud) and paid.

    `newly_featured`: for the first time. `link`: the work in its group.
    `shown`: it stands in the channel or goes there now, in the words of `caption`
    where a reviewer has written any. `piece`: what of a team project it is.
    """

    id: int
    challenge: int
    title: str
    member: int
    author: str
    reviewer: str
    stage: Stage
    version: int
    decision: Decision
    chips: tuple[str, ...]
    praise: tuple[str, ...]
    words: str
    points: int
    extra: int
    newly_featured: bool
    shown: bool
    caption: str | None
    work: Work
    link: str | None = None
    piece: Piece | None = None


def card(tx: Tx, number: int, occasion: Occasion) -> SubmissionCard:
    """The card of a submission as it is now."""
    submission = submission_of(tx, number)
    challenge = known(tx, submission.challenge)
    claimed = held(tx, number, occasion)
    work = submissions.work(tx, number, submission.version)
    former = reviews.latest(tx, number)
    compared = challenge.brief if challenge.brief.check and challenge.brief.work in UNREAD else None
    return SubmissionCard(
        id=number,
        challenge=challenge.id,
        title=challenge.brief.title,
        author=members.get(tx, submission.member).name,
        stage=submission.stage,
        version=submission.version,
        points=challenge.brief.points if submission.stage is Stage.WORK else 0,
        track=challenge.brief.track.value,
        text=work.text,
        files=len(work.files),
        waiting_since=submission.waiting_since,
        paid_before=paying.paid(tx, members.get(tx, submission.member), "submission", number),
        reviewer=members.get(tx, claimed.reviewer).name if claimed else None,
        chips=claimed.chips if claimed else (),
        words=claimed.words if claimed else "",
        former=former,
        elsewhere=files.elsewhere(tx, number, submission.version),
        allowed=chips_for(challenge.brief, submission.stage),
        work=work,
        group=work.group,
        message=work.message,
        goes_up=showcase.goes_up(tx, submission),
        results=results.of_work(tx, number),
        tag=compared.tag if compared and compared.check is not KitCheck.WORDING else "",
        wording=compared.wording if compared and compared.check is not KitCheck.TAG else "",
        project=challenge.project,
        role=_role(tx, challenge, submission.member),
        whole=challenge.piece is Piece.WHOLE,
        before=growth.before(tx, submission.member, challenge.brief.track, number),
    )


@cache
def _named() -> RoleOf:
    """How a role in a team project is found, as its feature declares in ROLE_OF."""
    (found,) = declared("ROLE_OF", FunctionType, "actions")
    return found


def _role(tx: Tx, challenge: Challenge, member: int) -> str:
    """The role in a team project by which they hand in; empty elsewhere, and for one who has it no more."""
    return _named()(tx, challenge.project, member) if challenge.project else ""


def decide(tx: Tx, number: int, version: int, decision: Decision, reviewer: Member, occasion: Occasion) -> Reviewed:
    """Decide about a version and pay for approved work, once. Raises RemarkNeeded and what `claim` raises."""
    mine = claim(tx, number, version, reviewer, occasion)
    submission = submission_of(tx, number)
    challenge = known(tx, submission.challenge)
    require_reason(decision, mine, chips_for(challenge.brief, submission.stage))
    decided = submissions.stand(tx, submission, SubmissionStanding(decision.value), occasion.now)
    assert decided, submission
    feedback = Feedback(version, reviewer.id, decision, mine.chips, mine.words, occasion.now)
    reviews.add(tx, number, feedback)
    reviews.release(tx, number)
    audits.record(
        tx, occasion.now, reviewer.id, f"review.{decision.value}", submission.member, submission=number, version=version
    )
    if decision is Decision.FEATURED and showcase.goes_up(tx, submission):
        showcase.put_up(tx, submission, mine.caption, reviewer, occasion.now)
    work = submissions.work(tx, number, version)
    paid, extra = _pay(tx, submission, challenge, decision, reviewer, occasion)
    return Reviewed(
        id=number,
        challenge=challenge.id,
        title=challenge.brief.title,
        member=submission.member,
        author=members.get(tx, submission.member).name,
        reviewer=reviewer.name,
        stage=submission.stage,
        version=version,
        decision=decision,
        chips=mine.chips,
        praise=praise(mine.chips, challenge.brief.track, submission.stage),
        words=mine.words,
        points=paid.points,
        extra=extra.points,
        newly_featured=decision is Decision.FEATURED and not submission.featured_before,
        shown=showcases.is_up(tx, Exhibited.WORK, number),
        caption=mine.caption,
        work=work,
        link=_link(tx, work),
        piece=challenge.piece,
    )


def told(tx: Tx, number: int, member: Member) -> Reviewed | None:
    """The latest decision about a submission of the member's own; None when there is none."""
    submission = submissions.get(tx, number)
    said = reviews.latest(tx, number)
    if submission is None or said is None or submission.member != member.id:
        return None
    challenge, shown = known(tx, submission.challenge), stored.get(tx, Exhibited.WORK, number)
    work = submissions.work(tx, number, said.version)
    return Reviewed(
        id=number,
        challenge=challenge.id,
        title=challenge.brief.title,
        member=member.id,
        author=member.name,
        reviewer=members.get(tx, said.reviewer).name,
        stage=submission.stage,
        version=said.version,
        decision=said.decision,
        chips=said.chips,
        praise=praise(said.chips, challenge.brief.track, submission.stage),
        words=said.words,
        points=challenge.brief.points if paying.paid(tx, member, "submission", number) else 0,
        extra=0,
        newly_featured=False,
        shown=shown is not None and shown.up,
        caption=shown.caption if shown else None,
        work=work,
        link=_link(tx, work),
        piece=challenge.piece,
    )


def _link(tx: Tx, work: Work) -> str | None:
    """Where the work stands in its group, if it does."""
    if work.group is None or work.message is None:
        return None
    return message_link(groups.get(tx, work.group).chat_id, work.message)


def put_on_desk(tx: Tx, number: int, occasion: Occasion) -> SubmissionCard:
    """The review desk gets the latest version; its card."""
    submissions.shown(tx, number)
    return card(tx, number, occasion)


def not_on_desk(tx: Tx, now: int) -> list[int]:
    """Numbers of submissions that wait for the desk: albums are given a few seconds to arrive in full."""
    return [submission.id for submission in submissions.to_show(tx, now - ALBUM_S)]


def is_waiting(tx: Tx, number: int) -> bool:
    """Whether the submission waits for review."""
    submission = submissions.get(tx, number)
    return submission is not None and submission.standing is SubmissionStanding.WAITING


def waiting(tx: Tx, occasion: Occasion) -> list[Overdue]:
    """Everything that waits for review, longest first."""
    return submissions.overdue(tx, occasion.now, occasion.now, fresh_since(occasion))


def overdue(tx: Tx, occasion: Occasion) -> list[Overdue]:
    """What has waited longer than promised and was not listed since a day ago; it counts as listed now."""
    promised = occasion.now - occasion.programme.reviews.within_hours * 3600
    found = submissions.overdue(tx, promised, occasion.now - 86_400, fresh_since(occasion))
    submissions.nagged(tx, [one.id for one in found], occasion.now)
    return found


def _pay(
    tx: Tx, submission: Submission, challenge: Challenge, decision: Decision, reviewer: Member, occasion: Occasion
) -> tuple[Payment, Payment]:
    """The challenge's points, and those for being featured; an improved version is not paid again."""
    if decision is Decision.RETURNED or submission.stage is Stage.PLAN:
        return NOTHING, NOTHING
    author = members.get(tx, submission.member)
    there = replace(occasion, group=submission.group, message=submission.message)
    earned = [("submission", challenge.brief.points)]
    if decision is Decision.FEATURED:
        earned.append(("featured", occasion.programme.points["featured"]))
    paid = [_once(tx, author, rule, submission.id, there, points, reviewer) for rule, points in earned]
    return paid[0], paid[1] if len(paid) > 1 else NOTHING


def _once(
    tx: Tx, author: Member, rule: str, submission: int, occasion: Occasion, points: int, reviewer: Member
) -> Payment:
    if paying.paid(tx, author, rule, submission):
        return NOTHING
    return paying.give(tx, author, rule, submission, occasion, points=points, actor=reviewer)
