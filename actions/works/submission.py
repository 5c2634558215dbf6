"""Handing work in, improving it, and what an edit of it leads to."""

from collections.abc import Iterable

from msgspec import Struct

from actions.works.challenge import join, known, reminder, require_place
from actions.works.look import left
from rules.files import File
from rules.occasion import Occasion
from rules.people import Member
from rules.values import replace
from rules.works.challenge import Challenge, ChallengeKind, ChallengeOver, Piece
from rules.works.submission import (
    TOGETHER_S,
    EditedTooLate,
    NothingChanged,
    SameFile,
    Stage,
    Submission,
    SubmissionStanding,
    VersionsUsed,
    Work,
    continued,
    require_asked,
    require_content,
    require_short,
)
from storage import albums, members, notes, originals
from storage.engine.tx import Tx
from storage.works import challenges, files, reviews, submissions


class Submitted(Struct, frozen=True):
    """Handed in: version n of a submission. `replaced` tells that the desk had an older version still waiting; so many of
    its files were `beyond` what may go along.
    """

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
    piece: Piece | None = None
    beyond: int = 0


class HandInAhead(Struct, frozen=True):
    """What handing it in would mean: `replaces` is the number of the work that waits and would go, `version` its new one.

    With `album` more pictures may be on their way; `looks` first looks at a draft of it are left. So many of its files
    are `beyond` what may go along. `more`: what is sent next is joined to it. `piece`: what of a team project it is.
    """

    challenge: int
    title: str
    stage: Stage
    text: str
    files: int
    album: bool
    replaces: int | None
    version: int
    looks: int = 0
    beyond: int = 0
    more: bool = True
    piece: Piece | None = None


def ahead(tx: Tx, number: int, member: Member, work: Work, occasion: Occasion) -> HandInAhead:
    """What handing this in would mean. Raises ChallengeOver, TeamsOnly and the refusals of what is no work."""
    challenge = known(tx, number)
    if not challenge.is_open(occasion.now):
        raise ChallengeOver(challenge.brief.title)
    require_place(tx, challenge, member)
    require_content(work, number)
    stage, before = _before(tx, challenge, member)
    most = occasion.programme.submissions.files_most
    if stage is Stage.WORK:
        require_asked(work, number, challenge.brief)
    return HandInAhead(
        challenge=number,
        title=challenge.brief.title,
        stage=stage,
        text=work.text,
        files=min(len(work.files), most),
        album=work.album is not None,
        replaces=before.id if before and before.standing is SubmissionStanding.WAITING else None,
        version=before.version + 1 if before else 1,
        looks=left(tx, challenge, member, occasion),
        beyond=max(len(work.files) - most, 0),
        piece=challenge.piece,
    )


def would_replace(tx: Tx, number: int, member: Member) -> int | None:
    """The work that waits and would go by handing another one in now. Raises SubmissionsUsed, ChallengeUnknown."""
    _, before = _before(tx, known(tx, number), member)
    return before.id if before and before.standing is SubmissionStanding.WAITING else None


def submit(tx: Tx, number: int, member: Member, work: Work, occasion: Occasion) -> Submitted:
    """Hand work in; one who has not joined yet takes a place. Raises the refusals of joining and of submissions."""
    challenge = known(tx, number)
    if not challenge.is_open(occasion.now):
        raise ChallengeOver(challenge.brief.title)
    if not challenges.takes_part(tx, number, member.id):
        join(tx, number, member, occasion)
    require_content(work, number)
    stage, before = _before(tx, challenge, member)
    return _hand_in(tx, challenge, member, stage, work, before, occasion)


def confirm(
    tx: Tx, number: int, member: Member, work: Work, said_at: int, occasion: Occasion, pieces: Iterable[str] = ()
) -> Submitted:
    """Hand in what was looked over, as of when it was sent (UTC seconds), or when its album, or an album among the `pieces`
    from which it was put together, was last edited.

    Raises EditedTooLate, and what `submit` raises.
    """
    then, challenge = as_it_stands(tx, work, said_at, occasion, pieces), known(tx, number)
    if challenge.is_open(occasion.when_said(said_at).now) and not challenge.is_open(then.now):
        raise EditedTooLate(challenge.brief.title)
    return submit(tx, number, member, work, then)


def as_it_stands(tx: Tx, work: Work, said_at: int, occasion: Occasion, pieces: Iterable[str] = ()) -> Occasion:
    """The occasion on which work that was sent at `said_at` (UTC seconds) became what it is: an album is read again when it
    is confirmed, be it all of the work or one of its `pieces`, so its last edit counts.
    """
    read_again = (*pieces, work.album) if work.album else tuple(pieces)
    return occasion.when_said(max((said_at, *(albums.edited_at(tx, album) or said_at for album in read_again))))


class WorkStays(Struct, frozen=True):
    """The message of work `id` was edited, and the work of the challenge `title` is what it was: that is over, or its
    hashtag names `other`, 0 for none.
    """

    id: int
    title: str
    challenge: int
    other: int = 0


class Rewritten(Struct, frozen=True):
    """What the author made of the message: its words, the file it shows, and of an album the one it takes the place of."""

    text: str
    file: File | None = None
    before: str | None = None


def edited(
    tx: Tx, group: int, message: int, now: Rewritten, occasion: Occasion, tagged: int | None = None
) -> Submitted | WorkStays | None:
    """The author changed the group message of a submission: a new version, reviewed anew. None when nothing changed.

    One that is `tagged` with the number of another challenge stays where it was handed in.

    Raises SameFile, NothingToSubmit, WorkTooLong, VersionsUsed.
    """
    submission = submissions.at_message(tx, group, message)
    if submission is None or submission.standing is SubmissionStanding.WITHDRAWN:
        return None
    old = submissions.work(tx, submission.id, submission.version)
    work = replace(old, text=now.text, files=_exchanged(old.files, now))
    challenge = known(tx, submission.challenge)
    other = tagged if tagged is not None and tagged != challenge.id else 0
    over = submission.stage is Stage.WORK and not challenge.is_open(occasion.now)
    if work == old or over:
        return WorkStays(submission.id, challenge.brief.title, challenge.id, other) if work != old or other else None
    require_content(work, challenge.id)
    author = members.get(tx, submission.member)
    return _hand_in(tx, challenge, author, submission.stage, work, submission, occasion)


def add_piece(tx: Tx, album: str, member: Member, file: File, words: str, occasion: Occasion) -> bool:
    """A further picture of an album that is being handed in, and the `words` under all of it if it brings some.

    False when no submission is made of the album. Raises SameFile, WorkTooLong.
    """
    waiting = submissions.of_album(tx, album, member.id, occasion.now - TOGETHER_S)
    for submission in waiting:
        old = submissions.work(tx, submission.id, submission.version)
        new = not any(known.unique == file.unique for known in old.files)
        if new:
            _own(tx, submission, file)
            submissions.add_file(tx, submission.id, submission.version, file)
        if words:
            submissions.reword(tx, submission.id, submission.version, require_short(words))
        if new or words:
            submissions.not_shown(tx, submission.id)
    return bool(waiting)


def with_album(tx: Tx, work: Work) -> Work:
    """The work with every picture of its album that has come so far."""
    if work.album is None:
        return work
    return replace(work, files=albums.files(tx, work.album) or work.files)


def words_of(tx: Tx, work: Work) -> str:
    """The words under all pictures of its album that have come so far, as they were written; empty for other work."""
    return (albums.said(tx, work.album) or "") if work.album else ""


def _stage(challenge: Challenge, mine: list[Submission]) -> Stage:
    agreed = any(
        one.stage is Stage.PLAN and one.standing in (SubmissionStanding.APPROVED, SubmissionStanding.FEATURED)
        for one in mine
    )
    return Stage.PLAN if challenge.brief.kind is ChallengeKind.OPEN and not agreed else Stage.WORK


def _before(tx: Tx, challenge: Challenge, member: Member) -> tuple[Stage, Submission | None]:
    """What is handed in next, and the submission that it would be a version of. Raises SubmissionsUsed."""
    mine = submissions.of_member(tx, challenge.id, member.id)
    stage = _stage(challenge, mine)
    return stage, continued(mine, stage, challenge.brief.each)


def _exchanged(files: tuple[File, ...], now: Rewritten) -> tuple[File, ...]:
    if now.file is None or any(known.unique == now.file.unique for known in files):
        return files
    before = now.before or next((file.unique for file in files), None)
    kept = tuple(now.file if known.unique == before else known for known in files)
    return kept or (now.file,)


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
    beyond = max(len(work.files) - most.files_most, 0)
    work = replace(work, files=work.files[: most.files_most])
    if stage is Stage.WORK:
        require_asked(work, challenge.id, challenge.brief)
    if before is None:
        now = submissions.add(tx, challenge.id, member.id, stage, work, occasion.now)
    else:
        _require_new(tx, before, work, most.versions_most)
        now = submissions.improve(tx, before, work, occasion.now)
        reviews.drop_caption(tx, before.id)
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
        beyond=beyond,
        review_hours=occasion.programme.reviews.within_hours,
        replaced=before is not None and before.standing is SubmissionStanding.WAITING and before.shown,
        whole=work.album is None,
        piece=challenge.piece,
    )


def _require_new(tx: Tx, before: Submission, work: Work, most: int) -> None:
    old = submissions.work(tx, before.id, before.version)
    if (work.text, {file.unique for file in work.files}) == (old.text, {file.unique for file in old.files}):
        raise NothingChanged(before.version)
    if before.version >= most:
        raise VersionsUsed(most)


def _own(tx: Tx, submission: Submission, file: File) -> None:
    """The file belongs to this submission from now on. Raises SameFile when it is somebody else's, or another one's."""
    if originals.of_another(tx, submission.member, file.unique, submission.challenge):
        raise SameFile(mine=False)
    if files.own(tx, submission.challenge, submission.id, file.unique) != submission.id:
        raise SameFile(mine=True)
