"""The pipeline: how many stand on each stage, who came and went, where people are lost, and what to do next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec import Struct

from rules.programme.stages import Stages
from rules.refusals import Refusal
from rules.stage import Stage
from rules.stage_counts import Spell, StageCount

WORKING = (Stage.SPROUT, Stage.ACTIVE, Stage.MATURE)


class Leak(Struct, frozen=True):
    """The stage that loses most: who left it otherwise than upwards, and who stands there and is quiet."""

    stage: Stage
    left: int
    quiet: int


class Share(Struct, frozen=True):
    """How much of the working stages stands on one, and how much the brand wants there, in percent."""

    stage: Stage
    percent: int
    wanted: int


@dataclass(eq=False)
class PipelineEmpty(Refusal):
    """Nobody stands on any stage yet."""


def leaking(spells: Iterable[Spell], quiet: Iterable[int], since: int, until: int) -> Leak | None:
    """Where most are lost of those who were there; None where nobody is. `quiet` are members not seen for long."""
    known, silent = list(spells), set(quiet)
    leaks = [(_leak(stage, known, silent, since, until), _there(stage, known, since, until)) for stage in WORKING]
    worst = max(leaks, key=lambda one: (one[0].left + one[0].quiet) / max(one[1], 1))[0]
    return worst if worst.left + worst.quiet else None


def _leak(stage: Stage, spells: list[Spell], quiet: set[int], since: int, until: int) -> Leak:
    theirs = [one for one in spells if one.stage is stage]
    left = [one for one in theirs if one.until is not None and since <= one.until < until and one.then not in WORKING]
    silent = [one for one in theirs if one.lasts_at(until) and one.member in quiet]
    return Leak(stage, len(left), len(silent))


def _there(stage: Stage, spells: list[Spell], since: int, until: int) -> int:
    """How many stood there at some time in the span."""
    return sum(one.stage is stage and one.since < until and (one.until is None or one.until >= since) for one in spells)


def balance(counts: Sequence[StageCount], stages: Stages) -> tuple[Share, ...]:
    """The young, the middle and the old against what the brand wants."""
    working = [one for one in counts if one.stage in WORKING]
    total = sum(one.standing for one in working)
    wanted = {Stage.SPROUT: stages.young_percent, Stage.ACTIVE: stages.middle_percent, Stage.MATURE: stages.old_percent}
    return tuple(
        Share(one.stage, (200 * one.standing + total) // (2 * total) if total else 0, wanted[one.stage])
        for one in working
    )
