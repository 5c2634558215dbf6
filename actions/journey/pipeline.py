"""The pipeline of a month: each stage counted, where it leaks, how it is balanced, and three suggestions with names."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import chain, zip_longest

from msgspec import Struct

from actions.journey.stage import FOLLOWING
from rules.honour.value_letter import days_of, month_before, number_of
from rules.journey.pipeline import WORKING, Leak, PipelineEmpty, Share, balance, leaking
from rules.occasion import Occasion
from rules.programme.conditions import NAMED, Checked, checklist
from rules.stage import Stage
from rules.stage_counts import Spell, StageCount, counted
from storage import figures, members, stage_spells
from storage.engine.tx import Tx
from storage.journey import checklists, pipelines

SUGGESTED, LOOKED_AT = 3, 60
DAY_S = 86_400


class Doing(StrEnum):
    """What is suggested: a talk, a chance to come to the next stage, or the first steps."""

    TALK = "talk"
    CHANCE = "chance"
    FIRST_STEPS = "first_steps"


class StageSuggestion(Struct, frozen=True):
    """What to do next with a member: not seen for so many `days`, or a sprout for so long; or what `lacks` for `stage`."""

    doing: Doing
    name: str
    days: int
    stage: Stage | None
    lacks: Checked | None


class Pipeline(Struct, frozen=True):
    """The pipeline of a month (1 to 12) of a year; who was not seen for `leak_days` counts as lost."""

    year: int
    number: int
    counts: tuple[StageCount, ...]
    leak: Leak | None
    shares: tuple[Share, ...]
    suggestions: tuple[StageSuggestion, ...]
    leak_days: int


def pipeline(tx: Tx, occasion: Occasion) -> Pipeline:
    """That of the last month that is over. Raises PipelineEmpty."""
    seen = occasion.seen_from(None)
    month = month_before(seen.day)
    first, following = days_of(month)
    since, until = seen.begins(first), seen.begins(following)
    spells = stage_spells.spells(tx, since, until)
    if not spells and not stage_spells.spells(tx, until, occasion.now):
        raise PipelineEmpty
    counts = counted(spells, since, until)
    stages = occasion.programme.stages
    quiet = _quiet(pipelines.last_seen(tx), seen.day, stages.leak_days)
    leak = leaking(spells, quiet, since, until)
    shares, suggestions = balance(counts, stages), _suggested(tx, quiet, seen)
    return Pipeline(first.year, number_of(month), counts, leak, shares, suggestions, stages.leak_days)


def _quiet(last_seen: dict[int, date], today: date, least: int) -> dict[int, int]:
    """Members who were not seen for so many days, and for how many days."""
    return {member: (today - day).days for member, day in last_seen.items() if (today - day).days >= least}


def _suggested(tx: Tx, quiet: dict[int, int], occasion: Occasion) -> tuple[StageSuggestion, ...]:
    """Of each kind the best first, then the next ones, as far as there are any; nobody twice."""
    now = [one for one in stage_spells.spells(tx, occasion.now, occasion.now + 1) if one.lasts_at(occasion.now + 1)]
    kinds = (_talks(tx, now, quiet), _chances(tx, now, quiet, occasion), _beginnings(tx, now, quiet, occasion))
    mixed = [one for one in chain.from_iterable(zip_longest(*kinds)) if one is not None]
    named: dict[int, StageSuggestion] = {}
    for member, suggestion in mixed:
        named.setdefault(member, suggestion)
    return tuple(named.values())[:SUGGESTED]


def _talks(tx: Tx, now: Sequence[Spell], quiet: dict[int, int]) -> Iterator[tuple[int, StageSuggestion]]:
    """The mature and the active who are quiet, those further on first, the longest quiet of them."""
    there = [one for one in now if one.stage in (Stage.ACTIVE, Stage.MATURE) and one.member in quiet]
    for one in sorted(there, key=lambda one: (-WORKING.index(one.stage), -quiet[one.member], one.member)):
        yield (
            one.member,
            StageSuggestion(Doing.TALK, members.get(tx, one.member).name, quiet[one.member], one.stage, None),
        )


def _chances(
    tx: Tx, now: Sequence[Spell], quiet: dict[int, int], occasion: Occasion
) -> Iterator[tuple[int, StageSuggestion]]:
    """Those who are nearest to the next stage, and what lacks that somebody can do; nobody who has only to wait."""
    found = []
    for one in [one for one in now if one.stage in FOLLOWING and one.member not in quiet][:LOOKED_AT]:
        needs = occasion.programme.stages.asks(FOLLOWING[one.stage])
        have = figures.of_member(tx, sorted(needs), one.member, occasion.now)
        asks = checklist(needs, have)
        lacking = [ask for ask in asks if not ask.met and _can_be_done(ask.condition)]
        if lacking:
            found.append((-sum(ask.share for ask in asks) / len(asks), one, lacking[0]))
    for _, one, lacks in sorted(found, key=lambda each: (each[0], each[1].member)):
        name = members.get(tx, one.member).name
        yield one.member, StageSuggestion(Doing.CHANCE, name, 0, FOLLOWING[one.stage], lacks)


def _can_be_done(condition: str) -> bool:
    """Neither time alone brings it, nor can nobody work for it."""
    return not (NAMED[condition].passes or NAMED[condition].at_most)


def _beginnings(
    tx: Tx, now: Sequence[Spell], quiet: dict[int, int], occasion: Occasion
) -> Iterator[tuple[int, StageSuggestion]]:
    """Sprouts with whom nobody takes the first steps, the longest waiting first."""
    for one in sorted(now, key=lambda one: (one.since, one.member)):
        if one.stage is Stage.SPROUT and checklists.running_of(tx, one.member) is None:
            days = (occasion.now - one.since) // DAY_S
            yield one.member, StageSuggestion(Doing.FIRST_STEPS, members.get(tx, one.member).name, days, None, None)
