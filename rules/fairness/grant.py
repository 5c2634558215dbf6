"""Grantes: points that staff give or take by hand, with a reason, and above a limit by two people."""

import re
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.lengths import within
from rules.programme.grants import Grants
from rules.reading.heard import pattern
from rules.reading.numbers import Leading, leading
from rules.reading.typed import even, typed
from rules.reading.visible import shortened
from rules.refusals import Refusal

MOST_POINTS = 10_000
# Somebody and their points, as a line of a list.
_LISTED = re.compile(rf"\S{{1,32}}[\s,:]+[+-]?\d+(?:{pattern('grant', 'points')})?", re.IGNORECASE)
REASON_LIMIT = 200
GIVEN_SHOWN = 20
_BEHIND = re.compile(
    rf"\s*(?:{pattern('grant', 'points')})?(?:\s+(?!0)|\Z|[,，:：。](?![\s,，:：.。]*\d))", re.IGNORECASE
)
# A sum is no number and no reason: 20 + 5.
_SUM = re.compile(r"\s*[+＋*＊×/／÷=＝－−-]\s*\d+")
# What is counted by the number before it, which is no points: 30 分钟修好了车机.
_MEASURED = re.compile(rf"\s*(?:{pattern('grant', 'measures')})", re.IGNORECASE)
# A second number behind the points: 20 30 好图, or what a name ended with: 林晓2 20 好图.
_FURTHER = re.compile(r"[+-]?\d[\d,.]*(?:\s|\Z)")
# Somebody else with points of their own anywhere in the reason: 好图，@zhou 10.
_ALSO = re.compile(rf"@\w{{1,32}}[\s,:]*[+-]?\d+(?:{pattern('grant', 'points')})?(?=[\s,;、。.!]|\Z)", re.IGNORECASE)
_BESIDE = re.compile(
    rf"(?<![^\s,:;、。])([^\s,:;、。@]{{1,24}})[\s:]+[+-]?\d+(?:{pattern('grant', 'points')})?(?=[\s,;、。.!]|\Z)",
    re.IGNORECASE,
)
MOST_BESIDE = 5
_DIGITS = re.compile(r"[+＋－-]?\d")


# So long a second person may be asked; the buttons that ask last no longer.
WAITS_S = 7 * 86_400


class GrantState(StrEnum):
    """A grant within the limits is given at once; above them it is proposed first."""

    PROPOSED = "proposed"
    GIVEN = "given"
    DECLINED = "declined"
    LAPSED = "lapsed"


class Grant(Struct, frozen=True):
    """`points` from `actor` to `member`, negative when taken; `group` and `message` are what it is given for."""

    id: int
    member: int
    actor: int
    points: int
    reason: str
    group: int | None
    message: int | None
    state: GrantState


@dataclass(eq=False)
class GrantUnclear(Refusal):
    """The command lacks the points: `given` stands where they should; `meant` is how it could be read, 0 if in no way."""

    given: str = ""
    meant: int = 0


@dataclass(eq=False)
class GrantTooLarge(Refusal):
    """More than `most` points at once are hardly meant."""

    most: int


@dataclass(eq=False)
class ReasonNeeded(Refusal):
    """Nothing is given, taken or undone without a reason; `command` shows how to write one, of `most` characters."""

    command: str
    most: int = REASON_LIMIT


@dataclass(eq=False)
class SeveralGiven(Refusal):
    """A list of people with their points stands where one person is given some: `/grants` takes a list."""


def require_one(reason: str) -> None:
    """Raise SeveralGiven where further people stand in the reason with their points."""
    said = even(reason)
    if any(not _MEASURED.match(said, one.end()) for one in _ALSO.finditer(said)):
        raise SeveralGiven
    lines = [typed(line).strip() for line in reason.splitlines() if line.strip()]
    listed = [line for line in lines if _LISTED.fullmatch(line)]
    if any(line.startswith("@") for line in listed) or len(listed) == len(lines) > 1:
        raise SeveralGiven


@dataclass(eq=False)
class StaffGroupNeeded(Refusal):
    """It takes a second person above `limit`, and there is no staff group where they could be asked."""

    limit: int


@dataclass(eq=False)
class SecondPersonNeeded(Refusal):
    """Whoever proposed it, or receives it, is not the second person."""


@dataclass(eq=False)
class ProposerGone(Refusal):
    """Whoever proposed it, `name`, is on the team no more: nobody agrees with them now."""

    name: str


@dataclass(eq=False)
class AlreadyProposed(Refusal):
    """The very same, `points` for `name`, still waits for a second person."""

    name: str
    points: int


@dataclass(eq=False)
class AlreadyGiven(Refusal):
    """The very same, `points` for `name`, was given by `by` on that day (UTC second `at`) and stands."""

    name: str
    points: int
    by: str
    at: int


@dataclass(eq=False)
class AgainByAnother(Refusal):
    """With what their giver has given since, `entry` is more than one person may give in a day: somebody else gives it again."""

    entry: int


@dataclass(eq=False)
class GrantDecided(Refusal):
    """Somebody else of the staff has decided already."""


@dataclass(eq=False)
class NotThatMany(Refusal):
    """`name` has only `free` points that could be taken."""

    name: str
    free: int


def beside_points(reason: str) -> tuple[str, ...]:
    """The words of a reason that points may follow, as they would a name: 好图 and 周舟 in `好图 周舟 10`."""
    said = even(reason)
    found = [one for one in _BESIDE.finditer(said) if not _MEASURED.match(said, one.end())]
    return tuple(one[1] for one in found)[:MOST_BESIDE]


def wanted(words: str) -> tuple[int, str]:
    """Points and reason in the words of a command. Raises GrantUnclear, GrantTooLarge, ReasonNeeded, WordsTooLong."""
    found = leading(words)
    behind = _BEHIND.match(found.rest) if found else None
    points = found.whole if found else None
    if found is None or behind is None or found.spaced or not points or _no_points(found.rest):
        raise GrantUnclear(*_seen(words, found))
    reason = within(found.rest[behind.end() :], REASON_LIMIT)
    if (second := _FURTHER.match(even(reason))) and not measures(reason):
        raise GrantUnclear(shortened(f"{found.written} {second[0].strip()}", GIVEN_SHOWN))
    if abs(points) > MOST_POINTS:
        raise GrantTooLarge(MOST_POINTS)
    if not reason:
        raise ReasonNeeded("grant")
    return points, reason


def _seen(words: str, found: Leading | None) -> tuple[str, int]:
    if found is None or (len(found.written) < 2 and not found.written.isdecimal()):
        return "", 0
    if more := _no_points(found.rest):
        return shortened(found.written + more[0], GIVEN_SHOWN), 0
    given = found.written if " " in found.written else shortened(words.split(maxsplit=1)[0], GIVEN_SHOWN)
    return given, found.whole or 0 if found.spaced else 0


def measures(written: str) -> bool:
    """Whether the number that begins `written` counts something else than points: 3次, 30分钟."""
    found = leading(written)
    return found is not None and _MEASURED.match(even(found.rest)) is not None


def _no_points(rest: str) -> re.Match[str] | None:
    """What makes a sum or a measure of the number before it."""
    return _SUM.match(rest) or (_MEASURED.match(even(rest)) if rest[:1].isspace() else None)


def begins_points(word: str) -> bool:
    """Whether the points of a grant begin with that word."""
    return _DIGITS.match(word) is not None


def needs_second(points: int, to_member: int, in_all: int, grants: Grants) -> bool:
    """Whether it is too much for one person, who has given `to_member` to that member and `in_all` to everyone today."""
    worth = abs(points)
    return to_member + worth > grants.alone_member_day or in_all + worth > grants.alone_staff_day
