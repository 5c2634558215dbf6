"""The showcase: featured work goes to the channel in words a reviewer has seen; they are put right, or the post goes."""

from dataclasses import dataclass, replace

from actions.works.challenge import known
from actions.works.claim import claim, submission_of
from rules.lengths import within
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member, Part
from rules.refusals import ButtonGone, NotForYourself
from rules.works.review import Decision, chips_for, praise, require_reason
from rules.works.showcase import (
    REASON_MOST,
    Exhibit,
    InChannelAlready,
    NotInChannel,
    OutOfChannel,
    Showcase,
    name_of,
    require_caption,
)
from rules.works.submission import Stage, Submission, Work
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.post import outbox
from storage.works import reviews, showcases, submissions


@dataclass(frozen=True, slots=True)
class Corrected:
    """The channel shows other words now, by `by`."""

    exhibit: Exhibit
    by: str


@dataclass(frozen=True, slots=True)
class TakenOut:
    """The post goes from the channel, by `by`, who told why."""

    exhibit: Exhibit
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class PutBack:
    """What was taken out goes to its channels again, by `by`."""

    exhibit: Exhibit
    by: str
    work: Work


def goes_up(tx: Tx, submission: Submission) -> bool:
    """Whether featuring the submission brings it to a channel: work for the first time, where there is one."""
    first = submission.stage is Stage.WORK and not submission.featured_before
    return first and bool(groups.active(tx, Part.CHANNEL))


def preview(tx: Tx, number: int, version: int, reviewer: Member, occasion: Occasion) -> Exhibit:
    """The post as it would stand in the channel. Raises RemarkNeeded and what `claim` raises."""
    mine = claim(tx, number, version, reviewer, occasion)
    submission = submission_of(tx, number)
    track = known(tx, submission.challenge).brief.track
    require_reason(Decision.FEATURED, mine, chips_for(track, submission.stage))
    return _exhibit(tx, submission, version, reviewer.name, mine.chips, mine.caption)


def draft(tx: Tx, number: int, version: int, words: str | None, reviewer: Member, occasion: Occasion) -> Exhibit:
    """Write words for the channel before it is decided; None: the work's own. Raises CaptionTooLong, what `preview` does."""
    caption = None if words is None else require_caption(words)
    reviews.put(tx, replace(claim(tx, number, version, reviewer, occasion), caption=caption))
    return preview(tx, number, version, reviewer, occasion)


def put_up(tx: Tx, submission: Submission, caption: str | None, reviewer: Member, now: int) -> None:
    """The work goes to every channel, in those words."""
    showcases.add(tx, submission.id, submission.version, caption, now)
    for channel in groups.active(tx, Part.CHANNEL):
        showcases.add_channel(tx, submission.id, channel.id)
    if caption is not None:
        audits.record(tx, now, reviewer.id, "showcase.word", submission.member, submission=submission.id, words=caption)


def exhibit(tx: Tx, number: int) -> Exhibit:
    """The post as it stands in the channel. Raises ButtonGone when there never was one."""
    shown = _shown(tx, number)
    said = reviews.of_version(tx, number, shown.version)
    reviewer = members.get(tx, said.reviewer).name if said else ""
    return _exhibit(tx, submission_of(tx, number), shown.version, reviewer, said.chips if said else (), shown.caption)


def up(tx: Tx, number: int) -> Exhibit:
    """The post that can be changed. Raises ButtonGone, OutOfChannel, NotInChannel."""
    if not _shown(tx, number).up:
        raise OutOfChannel
    if not any(outbox.kept(tx, name_of(number, channel)) for channel in showcases.channels(tx, number)):
        raise NotInChannel
    return exhibit(tx, number)


def is_up(tx: Tx, number: int) -> bool:
    """Whether the work is meant to stand in a channel."""
    shown = showcases.get(tx, number)
    return shown is not None and shown.up


def is_out(tx: Tx, number: int) -> bool:
    """Whether the work was taken out, and one of its channels is there still to put it back in."""
    shown = showcases.get(tx, number)
    there = {channel.id for channel in groups.active(tx, Part.CHANNEL)}
    return shown is not None and not shown.up and not there.isdisjoint(showcases.channels(tx, number))


def correct(tx: Tx, number: int, words: str, by: Member, occasion: Occasion) -> Corrected:
    """The channel shows other words. Raises CaptionTooLong, NotForYourself, and what `up` raises."""
    caption = require_caption(words)
    _require_another(up(tx, number), by)
    showcases.word(tx, number, caption)
    now = exhibit(tx, number)
    audits.record(tx, occasion.now, by.id, "showcase.correct", now.member, submission=number, words=caption)
    return Corrected(now, by.name)


def take_out(tx: Tx, number: int, reason: str, by: Member, occasion: Occasion) -> TakenOut:
    """The post goes from the channel; verdict and points stay. Raises NotForYourself, WordsTooLong, and what `up` raises."""
    shown, why = up(tx, number), within(reason, REASON_MOST)
    _require_another(shown, by)
    if not showcases.withdraw(tx, number, by.id, why, occasion.now):
        raise OutOfChannel
    audits.record(tx, occasion.now, by.id, "showcase.take_out", shown.member, why, submission=number)
    return TakenOut(shown, by.name, why)


def put_back(tx: Tx, number: int, by: Member, occasion: Occasion) -> PutBack:
    """What was taken out goes up again as it stood. Raises ButtonGone, InChannelAlready, NotForYourself."""
    shown = exhibit(tx, number)
    _require_another(shown, by)
    if is_up(tx, number):
        raise InChannelAlready
    if not is_out(tx, number):
        raise ButtonGone
    showcases.restore(tx, number, occasion.now)
    _forget_posts(tx, number)
    audits.record(tx, occasion.now, by.id, "showcase.put_back", shown.member, submission=number)
    return PutBack(shown, by.name, submissions.work(tx, number, _shown(tx, number).version))


def _forget_posts(tx: Tx, number: int) -> None:
    """The old posts are gone: nobody words those anew while the new ones are on their way."""
    for channel in showcases.channels(tx, number):
        name = name_of(number, channel)
        if found := outbox.kept(tx, name):
            for message in (found[1], *outbox.with_it(tx, name)):
                outbox.forget(tx, found[0], message)


def _exhibit(
    tx: Tx, submission: Submission, version: int, reviewer: str, chips: tuple[str, ...], caption: str | None
) -> Exhibit:
    brief = known(tx, submission.challenge).brief
    return Exhibit(
        id=submission.id,
        title=brief.title,
        member=submission.member,
        author=members.get(tx, submission.member).name,
        reviewer=reviewer,
        text=submissions.work(tx, submission.id, version).text,
        praise=praise(chips, brief.track, submission.stage),
        caption=caption,
    )


def _shown(tx: Tx, number: int) -> Showcase:
    shown = showcases.get(tx, number)
    if shown is None:
        raise ButtonGone
    return shown


def _require_another(shown: Exhibit, by: Member) -> None:
    if shown.member == by.id:
        raise NotForYourself


def _still_up(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    return _shown(tx, int(note.subject)).up


STILL_TRUE = {"showcase": _still_up}
