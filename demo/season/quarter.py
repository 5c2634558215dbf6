"""A quarter of thirteen weeks: which script is played in which of them."""

from __future__ import annotations

from demo.season.arrivals import arrivals
from demo.season.improvised import TALKERS, improvised
from demo.season.script import Script, Step, load
from demo.season.smalltalk import week_of_talk
from rules.values import replace

PAST = ("first", "second", "today")
BUSY = ("third", "fourth", "fifth", "sixth")
GUIDED = ("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth")
# Somebody of them may not speak for a while.
QUIET = ("江澜",)
MONTH = "month"
WEEKS = (*BUSY, *GUIDED)
QUARTER_WEEKS = 13


def past() -> list[Script]:
    """The weeks that lie in the past, written whole and full of small talk, and the morning of today."""
    *weeks, today = [load(name) for name in PAST]
    talkers = [name for name in TALKERS if name not in QUIET]
    lived = [_with(written, *week_of_talk(n, len(weeks), talkers)) for n, written in enumerate(weeks)]
    return [*lived, today]


def week(number: int) -> Script:
    """The `number`-th week (from 1) after those that lie in the past; without end.

    The first of them are written whole; then the people talk as they like and some of it is written.
    """
    if number <= len(BUSY):
        return _with(load(BUSY[number - 1]), *(replace(step, first=True) for step in load(MONTH).steps))
    improvised_week = number - len(BUSY) - 1
    crowd = improvised(improvised_week)
    written = load(WEEKS[number - 1]) if number <= len(WEEKS) else Script(crowd.name, crowd.titles, ())
    return _with(written, *crowd.steps, *arrivals(improvised_week))


def quarter() -> list[list[Script]]:
    """The thirteen weeks, each with its scripts: two that lie in the past, the third from its morning on, and the rest."""
    *lived, today = past()
    rest = [[week(number)] for number in range(2, QUARTER_WEEKS - len(lived) + 1)]
    return [*([one] for one in lived), [today, week(1)], *rest]


def over(number: int) -> bool:
    """Whether a quarter ends with that week."""
    return (len(PAST) - 1 + number) % QUARTER_WEEKS == 0


def _with(script: Script, *steps: Step) -> Script:
    return Script(script.name, script.titles, tuple(sorted((*script.steps, *steps), key=_moment)))


def _moment(step: Step) -> tuple[int, int]:
    return step.day, step.minute
