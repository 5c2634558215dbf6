"""The review desk: what reviewers see, decide, and what waits for them."""

from msgspec import Struct

from actions import showcase as showcases
from actions.ledger import lineage, paying
from actions.ledger.paying import Payment
from actions.works import showcase
from actions.works.challenge import known
from actions.works.claim import claim, fresh_since, submission_of
from rules.links import message_link
from rules.occasion import Occasion
from rules.people import Member
from rules.showcase import Exhibited
from rules.values import replace
from rules.works.challenge import Piece
from rules.works.review import Decision, Feedback, chips_for, praise, require_reason
from rules.works.submission import Stage, Submission, SubmissionStanding, Work
from storage import audits, groups, members
from storage import showcases as stored
from storage.engine.tx import Tx
from storage.works import reviews, submissions
from storage.works.unreviewed import MOST, Overdue, unreviewed

ALBUM_S = 5
NOTHING = Payment(0, 0, 0, None)


class Reviewed(Struct, frozen=True):
    """A decision, with what was said (`praise`: the chips that may be said aloud) and paid.

    `newly_featured`: for the first time. `link`: the work in its group.
    `shown`: it stands in the channel or goes there now, in the words of `caption`
    where a reviewer has written any. `piece`: what of a team project it is. `open`: another version may follow.
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
    open: bool = True


def decide(tx: Tx, number: int, version: int, decision: Decision, reviewer: Member, occasion: Occasion) -> Reviewed:
    """Decide about a version and pay for approved work, once. Raises RemarkNeeded and what `claim` raises."""
    mine = claim(tx, number, version, reviewer, occasion)
    submission = submission_of(tx, number)
    challenge = known(tx, submission.challenge)
    require_reason(decision, mine, chips_for(challenge.brief, submission.stage))
    decided = submissions.stand(tx, submission, SubmissionStanding(decision.value), occasion.now)
    assert decided, submission
    reviews.add(tx, number, Feedback(version, reviewer.id, decision, mine.chips, mine.words, occasion.now))
    reviews.release(tx, number)
    audits.record(
        tx, occasion.now, reviewer.id, f"review.{decision.value}", submission.member, submission=number, version=version
    )
    if decision is Decision.FEATURED and showcase.goes_up(tx, submission):
        showcase.put_up(tx, submission, mine.caption, reviewer, occasion.now)
    work = submissions.work(tx, number, version)
    paid, extra = _pay(tx, submission, decision, reviewer, occasion)
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
        open=challenge.is_open(occasion.now),
    )


def told(tx: Tx, number: int, member: Member, occasion: Occasion) -> Reviewed | None:
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
        points=_paid(tx, member, number),
        extra=0,
        newly_featured=False,
        shown=shown is not None and shown.up,
        caption=shown.caption if shown else None,
        work=work,
        link=_link(tx, work),
        piece=challenge.piece,
        open=challenge.is_open(occasion.now),
    )


def _link(tx: Tx, work: Work) -> str | None:
    """Where the work stands in its group, if it does."""
    if work.group is None or work.message is None:
        return None
    return message_link(groups.get(tx, work.group).chat_id, work.message)


def not_on_desk(tx: Tx, now: int) -> list[int]:
    """Numbers of submissions that wait for the desk: albums are given a few seconds to arrive in full."""
    return [submission.id for submission in submissions.to_show(tx, now - ALBUM_S)]


def is_waiting(tx: Tx, number: int) -> bool:
    """Whether the submission waits for review."""
    submission = submissions.get(tx, number)
    return submission is not None and submission.standing is SubmissionStanding.WAITING


def waiting(tx: Tx, occasion: Occasion, skipped: int = 0, *, limit: int = MOST) -> list[Overdue]:
    """What waits for review, longest first, without the first `skipped`."""
    return unreviewed(tx, occasion.now, occasion.now, fresh_since(occasion), skipped, limit=limit)


def overdue(tx: Tx, occasion: Occasion) -> list[Overdue]:
    """What has waited longer than promised and was not listed since a day ago; it counts as listed now.

    A pitch that waits for its author's word is not late.
    """
    promised = occasion.now - occasion.programme.reviews.within_hours * 3600
    listed = unreviewed(tx, promised, occasion.now - 86_400, fresh_since(occasion))
    found = [one for one in listed if not one.theirs]
    submissions.nagged(tx, [one.id for one in found], occasion.now)
    return found


def _pay(
    tx: Tx, submission: Submission, decision: Decision, reviewer: Member, occasion: Occasion
) -> tuple[Payment, Payment]:
    """The points promised for it, and those for being featured; an improved version is not paid again."""
    if decision is Decision.RETURNED or submission.stage is Stage.PLAN:
        return NOTHING, NOTHING
    author = members.get(tx, submission.member)
    there = replace(occasion, group=submission.group, message=submission.message)
    earned = [("submission", submission.points)]
    if decision is Decision.FEATURED:
        earned.append(("featured", occasion.programme.points["featured"]))
    paid = [_once(tx, author, rule, submission.id, there, points, reviewer) for rule, points in earned]
    return paid[0], paid[1] if len(paid) > 1 else NOTHING


def _paid(tx: Tx, member: Member, number: int) -> int:
    """What the work was paid and keeps."""
    entry = lineage.standing(tx, paying.key_of("submission", member.id, number))
    return entry.amount if entry else 0


def _once(
    tx: Tx, author: Member, rule: str, submission: int, occasion: Occasion, points: int, reviewer: Member
) -> Payment:
    if paying.paid(tx, author, rule, submission):
        return NOTHING
    return paying.give(tx, author, rule, submission, occasion, points=points, actor=reviewer)
