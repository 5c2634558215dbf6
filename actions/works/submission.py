"""Handing work in, improving it, and what an edit of it leads to."""

from dataclasses import dataclass, replace

from actions.works.challenge import join, known, reminder
from rules.occasion import Occasion
from rules.people import Member
from rules.works.challenge import Challenge, ChallengeKind, ChallengeOver
from rules.works.submission import (
    TOGETHER_S,
    File,
    NothingChanged,
    SameFile,
    Stage,
    Submission,
    SubmissionStanding,
    VersionsUsed,
    Work,
    continued,
    require_content,
    require_kind,
)
from storage import members, notes
from storage.engine.tx import Tx
from storage.works import albums, challenges, files, submissions


@dataclass(frozen=True, slots=True)
class Submitted:
    """Handed in: version n of a submission. `replaced` tells that the desk had an older version still waiting."""

    id: int
    challenge: int
    title: str
    name: str
    stage: Stage
    version: int
    files: int
    review_hours: int
    replaced: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class HandInAhead:
    """What handing it in would mean: `replaces` is the number of the work that waits and would go, `version` its new one.

    With `album` more pictures may be on their way.
    """

    challenge: int
    title: str
    stage: Stage
    text: str
    files: int
    album: bool
    replaces: int | None
    version: int


def ahead(tx: Tx, number: int, member: Member, work: Work, occasion: Occasion) -> HandInAhead:
    """What handing this in would mean. Raises ChallengeOver and the refusals of what is no work."""
    challenge = known(tx, number)
    if not challenge.is_open(occasion.now):
        raise ChallengeOver(challenge.brief.title)
    require_content(work, number)
    mine = submissions.of_member(tx, number, member.id)
    stage = _stage(challenge, mine)
    before = continued(mine, stage, challenge.brief.each)
    waits = before is not None and before.standing is SubmissionStanding.WAITING
    if stage is Stage.WORK:
        require_kind(work, number, challenge.brief.work)
    return HandInAhead(
        challenge=number,
        title=challenge.brief.title,
        stage=stage,
        text=work.text,
        files=len(work.files),
        album=work.album is not None,
        replaces=before.id if before and waits else None,
        version=before.version + 1 if before else 1,
    )


def submit(tx: Tx, number: int, member: Member, work: Work, occasion: Occasion) -> Submitted:
    """Hand work in; one who has not joined yet takes a place. Raises the refusals of joining and of submissions."""
    challenge = known(tx, number)
    if not challenge.is_open(occasion.now):
        raise ChallengeOver(challenge.brief.title)
    if not challenges.takes_part(tx, number, member.id):
        join(tx, number, member, occasion)
    require_content(work, number)
    mine = submissions.of_member(tx, number, member.id)
    stage = _stage(challenge, mine)
    before = continued(mine, stage, challenge.brief.each)
    return _hand_in(tx, challenge, member, stage, work, before, occasion)


def edited(tx: Tx, group: int, message: int, text: str, file: File | None, occasion: Occasion) -> Submitted | None:
    """The author changed the group message of a submission: a new version, reviewed anew. None when nothing changed.

    Raises SameFile, NothingToSubmit, WorkTooLong, VersionsUsed.
    """
    submission = submissions.at_message(tx, group, message)
    if submission is None or submission.standing is SubmissionStanding.WITHDRAWN:
        return None
    old = submissions.work(tx, submission.id, submission.version)
    work = replace(old, text=text, files=_exchanged(old.files, file))
    challenge = known(tx, submission.challenge)
    if work == old or (submission.stage is Stage.WORK and not challenge.is_open(occasion.now)):
        return None
    require_content(work, challenge.id)
    author = members.get(tx, submission.member)
    return _hand_in(tx, challenge, author, submission.stage, work, submission, occasion)


def add_piece(tx: Tx, album: str, member: Member, file: File, occasion: Occasion) -> bool:
    """A further picture of an album that is being handed in; False when no submission is made of it. Raises SameFile."""
    waiting = submissions.of_album(tx, album, member.id, occasion.now - TOGETHER_S)
    for submission in waiting:
        if not any(
            known.unique == file.unique for known in submissions.work(tx, submission.id, submission.version).files
        ):
            _own(tx, submission, file)
            submissions.add_file(tx, submission.id, submission.version, file)
            submissions.not_shown(tx, submission.id)
    return bool(waiting)


def is_expected(tx: Tx, album: str, member: Member) -> bool:
    """Whether pieces of the member's album have come before: the next one belongs to them."""
    return bool(albums.pieces(tx, album, member.id))


def keep_piece(tx: Tx, chat_id: int, message: int, album: str, member: Member, file: File, occasion: Occasion) -> None:
    """Remember a picture of an album for a day."""
    albums.add(tx, chat_id, message, album, member.id, file, occasion.now)


def forget_albums(tx: Tx, now: int) -> None:
    """Pictures of albums are remembered for a day."""
    albums.forget(tx, now - 86_400)


def with_album(tx: Tx, work: Work, member: Member) -> Work:
    """The work with every piece of its album that has come so far."""
    if work.album is None:
        return work
    return replace(work, files=albums.pieces(tx, work.album, member.id) or work.files)


def _stage(challenge: Challenge, mine: list[Submission]) -> Stage:
    agreed = any(
        one.stage is Stage.PLAN and one.standing in (SubmissionStanding.APPROVED, SubmissionStanding.FEATURED)
        for one in mine
    )
    return Stage.PLAN if challenge.brief.kind is ChallengeKind.OPEN and not agreed else Stage.WORK


def _exchanged(files: tuple[File, ...], file: File | None) -> tuple[File, ...]:
    if file is None or any(known.unique == file.unique for known in files):
        return files
    return (file, *files[1:])


def _hand_in(
    tx: Tx,
    challenge: Challenge,
    member: Member,
    stage: Stage,
    work: Work,
    before: Submission | None,
    occasion: Occasion,
) -> Submitted:
    most = occasion.programme.submissions
    work = replace(work, files=work.files[: most.files_most])
    if stage is Stage.WORK:
        require_kind(work, challenge.id, challenge.brief.work)
    if before is None:
        now = submissions.add(tx, challenge.id, member.id, stage, work, occasion.now)
    else:
        _require_new(tx, before, work, most.versions_most)
        now = submissions.improve(tx, before, work, occasion.now)
    for file in work.files:
        _own(tx, now, file)
    if stage is Stage.WORK:
        notes.withdraw(tx, reminder(challenge.id), member.id)
    return Submitted(
        id=now.id,
        challenge=challenge.id,
        title=challenge.brief.title,
        name=member.name,
        stage=stage,
        version=now.version,
        files=len(work.files),
        review_hours=occasion.programme.reviews.within_hours,
        replaced=before is not None and before.standing is SubmissionStanding.WAITING and before.shown,
        whole=work.album is None,
    )


def _require_new(tx: Tx, before: Submission, work: Work, most: int) -> None:
    old = submissions.work(tx, before.id, before.version)
    if (work.text, {file.unique for file in work.files}) == (old.text, {file.unique for file in old.files}):
        raise NothingChanged(before.version)
    if before.version >= most:
        raise VersionsUsed(most)


def _own(tx: Tx, submission: Submission, file: File) -> None:
    """The file belongs to this submission from now on. Raises SameFile when it is somebody else's, or another one's."""
    if files.of_another(tx, submission.member, file.unique):
        raise SameFile(mine=False)
    if files.own(tx, submission.challenge, submission.id, file.unique) != submission.id:
        raise SameFile(mine=True)
