"""Badges as somebody has them, and how near the next ones are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.programme.badges import Badge
from rules.programme.conditions import Checked, checklist
from rules.programme.wording import Wording

NEAREST = 3


class BadgeState(StrEnum):
    """What became of a badge: doubted when a reversal made it untrue, kept all the same, taken by hand, or lapsed."""

    HELD = "held"
    DOUBTED = "doubted"
    KEPT = "kept"
    REVOKED = "revoked"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Held:
    """A badge of a member: by which `needs` it was earned, or by whom it was given and why.

    `at` and `told_at` are UTC seconds; a `quiet` one was earned before there was such a badge.
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


@dataclass(frozen=True, slots=True)
class Shown:
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
