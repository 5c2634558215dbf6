"""Featured work goes to the channel in words that a reviewer has seen before."""

from actions import showcase
from actions.works.challenge import known
from actions.works.claim import claim, submission_of
from rules.occasion import Occasion
from rules.people import Member, Part
from rules.showcase import Exhibit, Exhibited, Showcase, require_caption
from rules.values import replace
from rules.works.review import Decision, chips_for, praise, require_reason
from rules.works.submission import Stage, Submission
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.works import reviews, submissions


def goes_up(tx: Tx, submission: Submission) -> bool:
    """Whether featuring the submission brings it to a channel: work for the first time, where there is one."""
    first = submission.stage is Stage.WORK and not submission.featured_before
    return first and bool(groups.active(tx, Part.CHANNEL))


def preview(tx: Tx, number: int, version: int, reviewer: Member, occasion: Occasion) -> Exhibit:
    """The post as it would stand in the channel. Raises RemarkNeeded and what `claim` raises."""
    mine = claim(tx, number, version, reviewer, occasion)
    submission = submission_of(tx, number)
    brief = known(tx, submission.challenge).brief
    require_reason(Decision.FEATURED, mine, chips_for(brief, submission.stage))
    return _exhibit(tx, submission, version, reviewer.name, mine.chips, mine.caption)


def draft(tx: Tx, number: int, version: int, words: str | None, reviewer: Member, occasion: Occasion) -> Exhibit:
    """Write words for the channel before it is decided; None: the work's own. Raises CaptionTooLong, what `preview` does."""
    caption = None if words is None else require_caption(words)
    reviews.put(tx, replace(claim(tx, number, version, reviewer, occasion), caption=caption))
    return preview(tx, number, version, reviewer, occasion)


def put_up(tx: Tx, submission: Submission, caption: str | None, reviewer: Member, now: int) -> None:
    """The work goes to every channel, in those words."""
    showcase.put_up(tx, Exhibited.WORK, submission.id, submission.version, caption, now)
    if caption is not None:
        audits.record(tx, now, reviewer.id, "showcase.word", submission.member, submission=submission.id, words=caption)


def _shown(tx: Tx, shown: Showcase) -> Exhibit:
    """The work as the channels show it."""
    said = reviews.of_version(tx, shown.number, shown.version)
    reviewer = members.get(tx, said.reviewer).name if said else ""
    submission, chips = submission_of(tx, shown.number), said.chips if said else ()
    return _exhibit(tx, submission, shown.version, reviewer, chips, shown.caption)


def _exhibit(
    tx: Tx, submission: Submission, version: int, reviewer: str, chips: tuple[str, ...], caption: str | None
) -> Exhibit:
    brief = known(tx, submission.challenge).brief
    work = submissions.work(tx, submission.id, version)
    return Exhibit(
        kind=Exhibited.WORK,
        id=submission.id,
        title=brief.title,
        member=submission.member,
        author=members.get(tx, submission.member).name,
        reviewer=reviewer,
        text=work.text,
        praise=praise(chips, brief.track, submission.stage),
        caption=caption,
        files=work.files,
        card=f"review:{submission.id}",
    )


EXHIBITS = {Exhibited.WORK: _shown}
