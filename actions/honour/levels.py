"""Levels: the ladder as a member sees it, and the news of those who climbed."""

import json
from dataclasses import dataclass

from rules.occasion import Occasion
from rules.people import Group, Member, Part
from rules.programme.levels import Level, Progress
from rules.programme.programme import Programme
from storage import facts, groups, members
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
    for group in dict.fromkeys(reached.group for reached in highest.values()):
        there = [reached for reached in highest.values() if reached.group == group]
        found.append(_news(tx, group, there, occasion))
    return found


def _news(tx: Tx, group: int | None, there: list[Reached], occasion: Occasion) -> News:
    where = groups.get(tx, group) if group is not None else None
    if where is not None and where.part not in (Part.COMMUNITY, Part.CORE):
        where = None
    climbers = [(reached, _climber(tx, reached, occasion)) for reached in there]
    public = tuple(climber for reached, climber in climbers if where and _shown(tx, where, reached.member))
    return News(where, public, tuple(climber for _, climber in climbers))


def _climber(tx: Tx, reached: Reached, occasion: Occasion) -> Climber:
    member = members.get(tx, reached.member)
    levels = occasion.programme.levels
    progress = levels.progress(member.contribution, member.level)
    before = levels[min(reached.level, len(levels)) - 1].title
    return Climber(member.id, member.name, progress.title, before, progress.next_title, progress.missing)


def _shown(tx: Tx, group: Group, member: int) -> bool:
    there = members.membership(tx, group.id, member)
    return not members.get(tx, member).hidden and (there is None or there.present)
