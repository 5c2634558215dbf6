"""Submissions: what a member hands in for a challenge, version by version."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from rules.files import File
from rules.links import holds_address
from rules.reading.hashtags import hashtags
from rules.reading.heard import heard
from rules.reading.numbers import reference, spelled
from rules.reading.slashed import slashed
from rules.reading.typed import any_of, typed
from rules.refusals import Refusal
from rules.works.challenge import UNREAD, Brief, Challenge, WorkKind
from rules.works.media_kit import require_kit

# What is counted is no number of a challenge: #挑战30天早起.
_COUNTED = re.compile(any_of(heard("submission", "measures")))
_FRAMED = re.compile(r"[(（\[【]([^)）\]】]{1,12})[)）\]】]")
TEXT_MOST = 3_500
TOGETHER_S = 60


class Stage(StrEnum):
    """In an open challenge a PLAN is agreed on before the WORK; elsewhere there is only the work."""

    PLAN = "plan"
    WORK = "work"


class SubmissionStanding(StrEnum):
    """Where a submission stands."""

    WAITING = "waiting"
    RETURNED = "returned"
    APPROVED = "approved"
    FEATURED = "featured"
    WITHDRAWN = "withdrawn"


class Work(Struct, frozen=True):
    """What is handed in: words and files, and the group message it came with (`group` is our id)."""

    text: str
    files: tuple[File, ...] = ()
    group: int | None = None
    message: int | None = None
    album: str | None = None


class Submission(Struct, frozen=True):
    """A submission in its latest version. `shown` tells whether the review desk has that version.

    `points` are what the challenge promised for it: the most since it was handed in first, its plan included.
    """

    id: int
    challenge: int
    member: int
    stage: Stage
    standing: SubmissionStanding
    version: int
    waiting_since: int
    group: int | None
    message: int | None
    shown: bool
    featured_before: bool
    points: int = 0


class Elsewhere(Struct, frozen=True):
    """Another submission with a file in common, or with a `link`; of that `author`, empty where it is the same one's."""

    submission: int
    challenge: int
    title: str
    link: bool = False
    author: str = ""


@dataclass(eq=False)
class NothingToSubmit(Refusal):
    """Neither words nor a file."""

    rule: ClassVar[str] = "submission"

    challenge: int


@dataclass(eq=False)
class OtherWorkNeeded(Refusal):
    """The challenge asks for a work of that kind."""

    rule: ClassVar[str] = "submission"

    challenge: int
    kind: WorkKind


@dataclass(eq=False)
class WorkTooLong(Refusal):
    """`length` characters of text, where `most` are taken."""

    rule: ClassVar[str] = "submission"

    length: int
    most: int


@dataclass(eq=False)
class EditedTooLate(Refusal):
    """Sent in time, but edited after the deadline: what stood there before can't be seen any more."""

    rule: ClassVar[str] = "submission"

    title: str


@dataclass(eq=False)
class ForwardedWork(Refusal):
    """Forwarded: the work has to come from its author."""

    rule: ClassVar[str] = "submission"


@dataclass(eq=False)
class NotYourWork(Refusal):
    """The message was written by somebody else."""

    rule: ClassVar[str] = "submission"


@dataclass(eq=False)
class SameFile(Refusal):
    """The file was handed in before: by the member themselves for this challenge, or by somebody else for any."""

    rule: ClassVar[str] = "submission"

    mine: bool


@dataclass(eq=False)
class NothingChanged(Refusal):
    """The new version is the old one."""

    rule: ClassVar[str] = "submission"

    version: int


@dataclass(eq=False)
class SubmissionsUsed(Refusal):
    """Every submission that one member may make has been made."""

    rule: ClassVar[str] = "submission"

    each: int


@dataclass(eq=False)
class WorkReviewed(Refusal):
    """It has been decided, and can't be taken back any more."""

    number: int


@dataclass(eq=False)
class VersionsUsed(Refusal):
    """So many versions that people should talk instead."""

    rule: ClassVar[str] = "submission"

    most: int


def without_tag(text: str, tags: tuple[str, ...]) -> str:
    """The words of a work without the command or the hashtag, one of `tags`, that handed it in."""
    command = slashed(text)
    if command and command.name == "submit":
        return _unnumbered(command.words)
    found = next(hashtags(text, tags), None)
    if found is None:
        return text.strip()
    return f"{text[: found.begins].rstrip()} {_unnumbered(text[found.ends :])}".strip()


def _unnumbered(words: str) -> str:
    found = _numbered(words.lstrip(" \t:：_"))
    return (found[1] if found else words).lstrip(" \t:：,，、.)]）】」_")


def _numbered(words: str) -> tuple[int, str] | None:
    """The number that `words` begin with, also in brackets or as a Chinese numeral that stands alone; what follows."""
    if framed := _FRAMED.match(words):
        number = reference(framed[1])
        return None if number is None else (number, words[framed.end() :])
    return spelled(words)


# The files of which a work of that kind holds at least one.
FILES: dict[WorkKind, frozenset[str]] = {
    WorkKind.PHOTO: frozenset({"photo"}),
    WorkKind.VIDEO: frozenset({"video", "animation"}),
    WorkKind.FILE: frozenset({"document"}),
    WorkKind.SCREENSHOT: frozenset({"photo", "document"}),
}


def require_kind(work: Work, challenge: int, kind: WorkKind) -> None:
    """Raise OtherWorkNeeded unless the work holds what the challenge asks for."""
    wanted = FILES.get(kind)
    said = holds_address(work.text) if kind is WorkKind.LINK else bool(work.text)
    holds = any(file.kind in wanted for file in work.files) if wanted else said
    if kind is not WorkKind.ANYTHING and not holds:
        raise OtherWorkNeeded(challenge, kind)


def require_asked(work: Work, challenge: int, brief: Brief) -> None:
    """Raise OtherWorkNeeded or KitIncomplete unless the work is what the challenge asks for, as far as it can be read."""
    require_kind(work, challenge, brief.work)
    if brief.check and brief.work not in UNREAD:
        require_kit(work.text, challenge, brief.tag, brief.wording, brief.check)


def require_content(work: Work, challenge: int) -> None:
    """Raise NothingToSubmit or WorkTooLong unless there is something that can be reviewed."""
    if not work.text and not work.files:
        raise NothingToSubmit(challenge)
    require_short(work.text)


def joined(before: Work, more: Work) -> Work:
    """What was sent in several messages, as one work; a further piece of the same album brings all of it anyway."""
    if more.album is not None and more.album == before.album:
        return more
    known = {file.unique for file in before.files}
    new = tuple(file for file in more.files if file.unique not in known)
    return Work("\n".join(filter(None, (before.text, more.text))), (*before.files, *new))


def require_short(text: str) -> str:
    """The words of a work. Raises WorkTooLong."""
    if len(text) > TEXT_MOST:
        raise WorkTooLong(len(text), TEXT_MOST)
    return text


def continued(
    latest: Sequence[Submission], stage: Stage, each: int, *, edited: Submission | None = None
) -> Submission | None:
    """The submission that new work is a version of; None when it begins one. Raises SubmissionsUsed.

    Returned work is improved first; then places for further submissions are used; then what still waits is replaced.
    """
    if edited is not None:
        return edited
    mine = [one for one in latest if one.stage is stage and one.standing is not SubmissionStanding.WITHDRAWN]
    for standing in (SubmissionStanding.RETURNED, None, SubmissionStanding.WAITING):
        if standing is None and len(mine) < (1 if stage is Stage.PLAN else each):
            return None
        found = next((one for one in mine if one.standing is standing), None)
        if found:
            return found
    raise SubmissionsUsed(each)


def challenge_in(words: str, *, glued: bool = False) -> int | None:
    """The number of the challenge that `words` begin with; `glued` to a hashtag, a number that counts something is none."""
    found = _numbered(words)
    return None if found is None or not found[0] or (glued and _COUNTED.match(found[1])) else found[0]


def titled_in(words: str, running: Iterable[Challenge]) -> int | None:
    """The number of the one challenge with whose title `words` begin; None when it is none's, or two have it."""
    said = typed(words)
    found = [one for one in running if said.startswith(typed(one.brief.title))]
    longest = max((len(one.brief.title) for one in found), default=0)
    meant = [one.id for one in found if len(one.brief.title) == longest]
    return meant[0] if len(meant) == 1 else None
