"""Badges as somebody has them, and how near the next ones are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.programme.badges import Badge
from rules.programme.conditions import Checked, checklist
from rules.programme.wording import Wording, each_of
from rules.refusals import Refusal

NEAREST = 3


class BadgeState(StrEnum):
    """What became of a badge: doubted when a reversal made it untrue, kept all the same, taken by hand, or lapsed."""

    HELD = "held"
    DOUBTED = "doubted"
    KEPT = "kept"
    REVOKED = "revoked"
    LAPSED = "lapsed"


class Held(Struct, frozen=True):
    """A badge of a member: by which `needs` it was earned, or by whom it was given and why.

    `at`, `told_at` and `asked_at` (when staff were asked about it) are UTC seconds; a `quiet` one was earned before there
    was such a badge.
    """

    member: int
    badge: str
    state: BadgeState
    needs: Mapping[str, int]
    at: int
    quiet: bool = False
    told_at: int | None = None
    given_by: int | None = None
    reason: str | None = None
    asked_at: int | None = None
    settled_by: int | None = None


class Shown(Struct, frozen=True):
    """A badge as people read of it: how it is earned, and what of that is there."""

    key: str
    emoji: str
    title: Wording
    words: Wording
    asks: tuple[Checked, ...]


def shown(badge: Badge, figures: Mapping[str, int]) -> Shown:
    """The badge, held against a member's figures."""
    return Shown(badge.key, badge.emoji, badge.title, badge.words, checklist(badge.needs, figures))


def nearest(badges: Iterable[Badge], held: Iterable[str], figures: Mapping[str, int]) -> tuple[Shown, ...]:
    """Those that are next, nearest first: begun already, and still to be had."""
    wanted = [shown(badge, figures) for badge in badges if badge.needs and badge.key not in held]
    open_to_all = [one for one in wanted if all(line.met or not line.at_most for line in one.asks)]
    return tuple(sorted(open_to_all, key=lambda one: -_share(one.asks))[:NEAREST])


def _share(asks: tuple[Checked, ...]) -> float:
    return sum(line.share for line in asks) / len(asks)


REASON_LIMIT = 300


@dataclass(eq=False)
class BadgeUnclear(Refusal):
    """No badge was named, or one that is not among those that `command` can mean here: `titles`."""

    command: str
    titles: tuple[Wording, ...]


@dataclass(eq=False)
class BadgeReasonNeeded(Refusal):
    """No badge is given or taken without a reason; `command` shows how to write one."""

    command: str


@dataclass(eq=False)
class BadgeSettled(Refusal):
    """Somebody else has decided that before."""


@dataclass(eq=False)
class BadgeHeld(Refusal):
    """`name` has that badge already."""

    name: str
    title: Wording


def named_first(badges: Iterable[Badge], words: str, command: str) -> tuple[Badge, str]:
    """The badge whose title (in any language) or key the words begin with, and the reason after it.

    Raises BadgeUnclear, BadgeReasonNeeded.
    """
    known = list(badges)
    said = words.strip()
    named = [(len(name), badge) for badge in known for name in _names(badge) if begins_with(said, name)]
    if not named:
        raise BadgeUnclear(command, tuple(badge.title for badge in known[:20]))
    length, badge = max(named, key=lambda one: one[0])
    reason = said[length:].strip(" :：，,")[:REASON_LIMIT]
    if not reason:
        raise BadgeReasonNeeded(command)
    return badge, reason


def begins_badge(badges: Iterable[Badge], word: str) -> bool:
    """Whether a word begins the name of one of these, after somebody's own name."""
    return bool(word) and any(begins_with(name, word) for badge in badges for name in _names(badge))


def begins_with(text: str, beginning: str) -> bool:
    """Whether a text begins so, however it is written."""
    return text.casefold().startswith(beginning.casefold())


def _names(badge: Badge) -> tuple[str, ...]:
    return (badge.key, *each_of(badge.title))
