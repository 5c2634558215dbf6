"""The review desk's card: a submission with all that a reviewer needs to know of it."""

from collections.abc import Callable
from functools import cache
from types import FunctionType

from msgspec import Struct

from actions.ledger import paying
from actions.works import growth, plan, showcase
from actions.works.challenge import known
from actions.works.claim import held, submission_of
from rules.declarations import declared
from rules.occasion import Occasion
from rules.works.challenge import UNREAD, Challenge, ChallengeKind, Piece
from rules.works.growth import GrowthWork
from rules.works.media_kit import KitCheck
from rules.works.plan import NoPlan
from rules.works.result import ResultSeen
from rules.works.review import Chip, Feedback, chips_for
from rules.works.submission import Elsewhere, Stage, Submission, Work
from storage import members
from storage.engine.tx import Tx
from storage.works import files, pages, plans, results, reviews, submissions

RoleOf = Callable[[Tx, int, int], str]


class Asked(Struct, frozen=True):
    """What a work answers: the theme of a challenge with what to do and to avoid, or the plan that both sides agreed to."""

    theme: str = ""
    dos: tuple[str, ...] = ()
    donts: tuple[str, ...] = ()
    plan: str = ""


class SubmissionCard(Struct, frozen=True):
    """What the review desk sees of a submission. `reviewer` has it in hand; `former` was said about an older version.

    `tag` and `wording` are what a reviewer looks for where the bot can't: behind a link, in a screenshot.
    `elsewhere`: the author has handed in the same files for other challenges, or other works lead to the same page.
    `goes_up`: featured, it goes to the channel. `results`: where it lives outside.
    `before`: the author's last works of the track, with what was said of them.
    `project`: it is the part that one with that `role` hands in there, or (`whole`) what the team has made.
    `asked`: what the work is held against, where a list of steps or the track alone does not say it.
    `over`: the challenge has ended, so that no other version can follow.
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
    asked: Asked | None = None
    over: bool = False


def card(tx: Tx, number: int, occasion: Occasion) -> SubmissionCard:
    """The card of a submission as it is now."""
    submission = submission_of(tx, number)
    challenge = known(tx, submission.challenge)
    claimed = held(tx, number, occasion)
    work = submissions.work(tx, number, submission.version)
    compared = challenge.brief if challenge.brief.check and challenge.brief.work in UNREAD else None
    return SubmissionCard(
        id=number,
        challenge=challenge.id,
        title=challenge.brief.title,
        author=members.get(tx, submission.member).name,
        stage=submission.stage,
        version=submission.version,
        points=submission.points if submission.stage is Stage.WORK else 0,
        track=challenge.brief.track.value,
        text=work.text,
        files=len(work.files),
        waiting_since=submission.waiting_since,
        paid_before=paying.paid(tx, members.get(tx, submission.member), "submission", number),
        reviewer=members.get(tx, claimed.reviewer).name if claimed else None,
        chips=claimed.chips if claimed else (),
        words=claimed.words if claimed else "",
        former=reviews.latest(tx, number),
        elsewhere=_elsewhere(tx, submission, work, challenge),
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
        asked=_asked(tx, challenge, submission),
        over=not challenge.is_open(occasion.now),
    )


def seen_before(tx: Tx, number: int) -> bool:
    """Whether its card tells that its files or its link stand in another work too."""
    submission = submission_of(tx, number)
    work = submissions.work(tx, number, submission.version)
    return bool(_elsewhere(tx, submission, work, known(tx, submission.challenge)))


def _elsewhere(tx: Tx, submission: Submission, work: Work, challenge: Challenge) -> tuple[Elsewhere, ...]:
    brief = challenge.brief
    given = "\n".join((brief.about, brief.wording, *brief.steps, *brief.dos, *brief.donts))
    linked = pages.shared(tx, submission.id, work.text, given)
    return (*files.elsewhere(tx, submission.id, submission.version), *linked)


@cache
def _named() -> RoleOf:
    """How a role in a team project is found, as its feature declares in ROLE_OF."""
    (found,) = declared("ROLE_OF", FunctionType, "actions")
    return found


def _role(tx: Tx, challenge: Challenge, member: int) -> str:
    """The role in a team project by which they hand in; empty elsewhere, and for one who has it no more."""
    return _named()(tx, challenge.project, member) if challenge.project else ""


def _asked(tx: Tx, challenge: Challenge, submission: Submission) -> Asked | None:
    brief = challenge.brief
    if submission.stage is not Stage.WORK:
        return None
    if brief.kind is ChallengeKind.FRAMEWORK:
        return Asked(brief.about, brief.dos, brief.donts)
    if brief.kind is ChallengeKind.OPEN:
        return _agreed(tx, challenge.id, submission.member)
    return None


def _agreed(tx: Tx, challenge: int, member: int) -> Asked | None:
    try:
        found = plans.get(tx, plan.mine(tx, challenge, members.get(tx, member)))
    except NoPlan:
        return None
    return Asked(plan=found.text) if found and found.agreed_at is not None else None


def put_on_desk(tx: Tx, number: int, occasion: Occasion) -> SubmissionCard:
    """The review desk gets the latest version; its card."""
    submissions.shown(tx, number)
    return card(tx, number, occasion)
