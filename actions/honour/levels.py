"""Levels: the ladder as a member sees it, and the news of those who climbed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rules.occasion import Occasion
from rules.people import Group, Member
from rules.programme.levels import Level, Progress
from rules.programme.programme import Programme
from storage import facts, homes, members
from storage.engine.tx import Tx
from storage.ledger import promotions
from storage.ledger.promotions import Reached

AT_ONCE = 200
LADDER = "ladder_in_force"


@dataclass(frozen=True, slots=True)
class Ladder:
    """Every level, lowest first, and where the member stands."""

    steps: tuple[Level, ...]
    contribution: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class Climber:
    """Somebody who has reached a new level: its title, the one before, and what the next one asks for."""

    member: int
    name: str
    title: str
    before: str
    next_title: str | None
    missing: int


@dataclass(frozen=True, slots=True)
class News:
    """Those who climbed by something in `group` (None when nobody shall read of it but they), who are all told."""

    group: Group | None
    public: tuple[Climber, ...]
    everyone: tuple[Climber, ...]


def settle(tx: Tx, programme: Programme, now: int) -> int:
    """Raise everybody whom a new ladder lets stand higher, at start; nobody falls. How many climbed."""
    thresholds = [level.at for level in programme.levels]
    known = json.loads(facts.get(tx, LADDER) or "{}")
    if known.get("thresholds") == thresholds:
        return 0
    facts.put(tx, LADDER, json.dumps({"since": now, "thresholds": thresholds}))
    risen = [
        (one, reached) for one in members.standings(tx)
        if (reached := programme.levels.reached(one.contribution)) > one.level
    ]  # fmt: skip
    for one, reached in risen:
        members.set_level(tx, one.member, reached)
        promotions.add(tx, one.member, reached, None, now)
    return len(risen)


def in_force(tx: Tx, programme: Programme) -> int | None:
    """Since when the ladder is this one (UTC seconds); 0 when it never was another, None when it is not yet in force."""
    known = json.loads(facts.get(tx, LADDER) or "{}")
    if not known:
        return 0
    thresholds = [level.at for level in programme.levels]
    return int(known["since"]) if known["thresholds"] == thresholds else None


def ladder(member: Member, occasion: Occasion) -> Ladder:
    """The ladder as `member` sees it."""
    levels = occasion.programme.levels
    return Ladder(levels, member.contribution, levels.progress(member.contribution, member.level))


def news(tx: Tx, occasion: Occasion) -> list[News]:
    """Everything that is to be told now, by group; told with this, never again."""
    waiting = promotions.untold(tx, AT_ONCE)
    highest = {reached.member: reached for reached in waiting}
    for reached in waiting:
        promotions.told(tx, reached, occasion.now)
    found: list[News] = []
    where = {reached: _where(tx, reached) for reached in highest.values()}
    for group in dict.fromkeys(where.values()):
        there = [members.get(tx, reached.member) for reached in where if where[reached] == group]
        found.append(_news(tx, group, there, highest, occasion))
    return found


def _where(tx: Tx, reached: Reached) -> Group | None:
    """Where others read of it: where it was reached if that is a group they are in, else at home."""
    return homes.told_in(tx, members.get(tx, reached.member), reached.group)


def _news(
    tx: Tx, where: Group | None, there: Sequence[Member], highest: Mapping[int, Reached], occasion: Occasion
) -> News:
    climbers = [_climber(member, highest[member.id], occasion) for member in there]
    public = tuple(climber for climber, member in zip(climbers, there, strict=True) if where and not member.hidden)
    return News(where, public, tuple(climbers))


def _climber(member: Member, reached: Reached, occasion: Occasion) -> Climber:
    levels = occasion.programme.levels
    progress = levels.progress(member.contribution, member.level)
    before = levels[min(reached.level, len(levels)) - 1].title
    return Climber(member.id, member.name, progress.title, before, progress.next_title, progress.missing)
