"""A submission in the hands of one reviewer: taken, put back, taken over, and the feedback composed meanwhile."""

from actions.works.remark import Now, where
from rules.lengths import within
from rules.occasion import Occasion
from rules.people import OPERATING, Member
from rules.refusals import ButtonGone, InYourHands, NotForYourself, NotYoursToTakeOver
from rules.values import replace
from rules.works.review import MAY_REVIEW, WORDS_MOST, Claim, InOtherHands, NewerVersion, ReviewedAlready, toggled
from rules.works.submission import Submission, SubmissionStanding
from storage import audits, members
from storage.engine.tx import Tx
from storage.post.said import SaidIn
from storage.works import reviews, submissions


def held(tx: Tx, number: int, occasion: Occasion) -> Claim | None:
    """Who has the submission in hand at present."""
    return reviews.claim_of(tx, number, fresh_since(occasion))


def fresh_since(occasion: Occasion) -> int:
    """A claim made or touched since then (UTC seconds) still holds."""
    return occasion.now - occasion.programme.reviews.claim_minutes * 60


def claim(tx: Tx, number: int, version: int, reviewer: Member, occasion: Occasion) -> Claim:
    """Take a submission in hand. Raises InOtherHands, ReviewedAlready, NewerVersion, NotForYourself."""
    _require_waiting(tx, number, version, reviewer)
    now_held = held(tx, number, occasion)
    if now_held and now_held.reviewer != reviewer.id:
        raise InOtherHands(members.get(tx, now_held.reviewer).name)
    mine = replace(now_held, at=occasion.now) if now_held else Claim(number, reviewer.id, occasion.now)
    reviews.put(tx, mine)
    return mine


def take_over(tx: Tx, number: int, version: int, reviewer: Member, occasion: Occasion) -> None:
    """Take it out of another's hands; what they had composed goes.

    Raises InYourHands, NotYoursToTakeOver, and what `claim` raises.
    """
    _require_waiting(tx, number, version, reviewer)
    before = held(tx, number, occasion)
    if before and before.reviewer == reviewer.id:
        raise InYourHands
    if before and not members.roles(tx, reviewer.id) & OPERATING:
        raise NotYoursToTakeOver(members.get(tx, before.reviewer).name)
    reviews.put(tx, Claim(number, reviewer.id, occasion.now))
    if before:
        audits.record(tx, occasion.now, reviewer.id, "review.take_over", before.reviewer, submission=number)


def release(tx: Tx, number: int, version: int, reviewer: Member, occasion: Occasion) -> None:
    """Put it back for others. Raises what `claim` raises."""
    claim(tx, number, version, reviewer, occasion)
    reviews.release(tx, number)


def freed(tx: Tx, occasion: Occasion, leaver: int | None = None) -> list[int]:
    """Put back what was not touched for too long, and what is in the hands of one who no longer reviews; which ones.

    What is in the hands of `leaver`, who has just left the staff, goes back as well.
    """
    since = fresh_since(occasion)
    held = reviews.claims(tx)
    over = [one.submission for one in held if one.at < since or one.reviewer == leaver or not _may(tx, one.reviewer)]
    for number in over:
        reviews.release(tx, number)
    return over


def toggle(tx: Tx, number: int, version: int, key: str, reviewer: Member, occasion: Occasion) -> None:
    """Choose a chip, or drop it. Raises what `claim` raises."""
    mine = claim(tx, number, version, reviewer, occasion)
    reviews.put(tx, replace(mine, chips=toggled(mine.chips, key)))


def say(tx: Tx, number: int, words: str, reviewer: Member, occasion: Occasion) -> None:
    """Put one's own words to the feedback. Raises WordsTooLong, and what `claim` raises."""
    mine = claim(tx, number, submission_of(tx, number).version, reviewer, occasion)
    reviews.put(tx, replace(mine, words=within(words, WORDS_MOST, mine.words)))


def reword(tx: Tx, number: int, before: SaidIn, words: str, reviewer: Member, occasion: Occasion) -> Now:
    """One's own words instead of those that were put there before, while they wait. Raises WordsTooLong."""
    mine, last = held(tx, number, occasion), reviews.latest(tx, number)
    composed = mine.words if mine and mine.reviewer == reviewer.id else None
    sent = last.words if last and last.reviewer == reviewer.id else ""
    now, text = where(composed, sent, before, words)
    if mine and now is Now.WAITING:
        reviews.put(tx, replace(mine, words=within(text, WORDS_MOST), at=occasion.now))
    return now


def submission_of(tx: Tx, number: int) -> Submission:
    """The submission of that number. Raises ButtonGone."""
    submission = submissions.get(tx, number)
    if submission is None:
        raise ButtonGone
    return submission


def _may(tx: Tx, reviewer: int) -> bool:
    return bool(members.roles(tx, reviewer) & MAY_REVIEW)


def _require_waiting(tx: Tx, number: int, version: int, reviewer: Member) -> None:
    submission = submission_of(tx, number)
    if submission.version != version:
        raise NewerVersion(submission.version)
    if submission.standing is not SubmissionStanding.WAITING:
        last = reviews.latest(tx, number)
        raise ReviewedAlready(members.get(tx, last.reviewer).name if last else "")
    if submission.member == reviewer.id:
        raise NotForYourself
