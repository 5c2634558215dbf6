"""Levels: the ladder as a member sees it, and the news of those who climbed."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from actions.honour import core
from actions.honour.tag import is_shown
from rules.note import LEVEL, Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import Group, Member
from rules.programme.levels import Level, Levels, Progress
from rules.programme.privileges import CORE_GROUP, Opening
from rules.programme.programme import Programme
from rules.values import replace
from storage import homes, members
from storage.engine.tx import Tx
from storage.ledger import promotions
from storage.ledger.promotions import Reached

AT_ONCE = 200


class Step(Struct, frozen=True):
    """A level as a member sees it: whether it is `reached`, and what it `opens` besides those below."""

    key: str
    title: str
    at: int
    reached: bool
    opens: tuple[Opening, ...]


class Ladder(Struct, frozen=True):
    """Every level, lowest first, and where the member stands."""

    steps: tuple[Step, ...]
    contribution: int
    progress: Progress


class Climber(Struct, frozen=True):
    """Somebody who has reached a new level: its title, the one before, what the next one asks for, what is open now.

    `tagged`: the title is going to stand beside their name in a group.
    """

    member: int
    name: str
    title: str
    before: str
    next_title: str | None
    missing: int
    opens: tuple[Opening, ...] = ()
    tagged: bool = False


class News(Struct, frozen=True):
    """Those who climbed by something in `group` (None when nobody shall read of it but they), who are all told."""

    group: Group | None
    public: tuple[Climber, ...]
    everyone: tuple[Climber, ...]


def ladder(tx: Tx, member: Member, occasion: Occasion) -> Ladder:
    """The ladder as `member` sees it."""
    programme = occasion.programme
    progress = programme.levels.progress(member.contribution, member.level)
    steps = tuple(
        Step(
            level.key,
            level.title,
            level.at,
            not programme.levels.higher(level.key, progress.key),
            opened(tx, programme, level),
        )
        for level in programme.levels
    )
    return Ladder(steps, member.contribution, progress)


def news(tx: Tx, occasion: Occasion) -> list[News]:
    """Everything that is to be told now, by group; told with this, never again."""
    waiting = promotions.untold(tx, AT_ONCE)
    for reached in waiting:
        promotions.told(tx, reached, occasion.now)
    highest = {member: _joined(theirs, occasion.programme.levels) for member, theirs in _by_member(waiting).items()}
    found: list[News] = []
    where = {reached: _where(tx, reached) for reached in highest.values()}
    for group in dict.fromkeys(where.values()):
        there = [members.get(tx, reached.member) for reached in where if where[reached] == group]
        found.append(_news(tx, group, there, highest, occasion))
    return found


def _by_member(waiting: Sequence[Reached]) -> dict[int, list[Reached]]:
    theirs: dict[int, list[Reached]] = {}
    for reached in waiting:
        theirs.setdefault(reached.member, []).append(reached)
    return theirs


def _joined(theirs: Sequence[Reached], levels: Levels) -> Reached:
    """Several steps of one member as one, from where the first began to the highest."""
    highest = max(theirs, key=lambda reached: levels.place(reached.level))
    return replace(highest, before=min((reached.before for reached in theirs), key=levels.place))


def _where(tx: Tx, reached: Reached) -> Group | None:
    """Where others read of it: where it was reached if that is a group they are in, else at home."""
    return homes.told_in(tx, members.get(tx, reached.member), reached.group)


def _news(
    tx: Tx, where: Group | None, there: Sequence[Member], highest: Mapping[int, Reached], occasion: Occasion
) -> News:
    climbers = [_climber(tx, member, highest[member.id], occasion) for member in there]
    public = tuple(climber for climber, member in zip(climbers, there, strict=True) if where and not member.hidden)
    return News(where, public, tuple(climbers))


def _climber(tx: Tx, member: Member, reached: Reached, occasion: Occasion) -> Climber:
    levels = occasion.programme.levels
    progress = levels.progress(member.contribution, member.level)
    before = levels.named(reached.before)
    opens = _opened(tx, occasion.programme, before.key, progress.key)
    return Climber(
        member.id,
        member.name,
        progress.title,
        before.title,
        progress.next_title,
        progress.missing,
        opens,
        is_shown(tx, member, occasion),
    )


def opened(tx: Tx, programme: Programme, level: Level) -> tuple[Opening, ...]:
    """What reaching the level opens, as far as it is there: no core group, no invitation to it."""
    there = bool(core.opened_by(tx, programme))
    return tuple(one for one in programme.opened(level) if there or one.name != CORE_GROUP)


def _opened(tx: Tx, programme: Programme, before: str, now: str) -> tuple[Opening, ...]:
    """What the levels above the one before open, up to the one now."""
    climbed = [level for level in programme.levels.above(before) if not programme.levels.higher(level.key, now)]
    return tuple(opening for level in climbed for opening in opened(tx, programme, level))


def _still_there(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """With what the next level asks for by now."""
    told = promotions.last_told(tx, note.member)
    if not told:
        return False
    who, levels = members.get(tx, note.member), occasion.programme.levels
    reached = _joined(told, levels)
    if levels.higher(reached.level, who.level):
        return False
    return Retold("levels/congratulations", _climber(tx, who, reached, occasion))


STILL_TRUE = {LEVEL: _still_there}
