"""A busy week: the written script, and around it neighbours who chat, ask, thank and check in as groups do."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from demo.season.script import WEEKS, Script, Step
from demo.season.smalltalk import openings

DAYS = 7
MORNING, EVENING = 7 * 60, 22 * 60
CHECKING_IN = 0.6
CHATS_A_DAY = 4
ASKED_A_DAY = 4


def busy_week(script: Script, neighbours: Sequence[str], seed: int) -> Script:
    """The script with the neighbours' talk; the same seed, the same talk."""
    dice = random.Random(seed)
    asked = [line.split("|") for line in (WEEKS / "asked.txt").read_text("utf-8").splitlines()]
    everyone = tuple(neighbours)
    steps = [*script.steps, Step(0, 380, everyone, place="私聊", what="/start")]
    steps.append(Step(0, 385, everyone, "press", place="私聊", what="我同意"))
    for day in range(DAYS):
        steps += _checked_in(day, neighbours, dice)
        steps += _chatted(day, neighbours, openings(), dice)
        for n in range(ASKED_A_DAY):
            steps += _asked(day, n, neighbours, dice.choice(asked), dice)
    return Script(script.name, script.titles, tuple(sorted(steps, key=lambda step: (step.day, step.minute))))


def _checked_in(day: int, people: Sequence[str], dice: random.Random) -> Iterator[Step]:
    for name in people:
        if dice.random() < CHECKING_IN:
            yield Step(day, dice.randint(MORNING, MORNING + 150), (name,), place="签到", what="签到")


def _chatted(day: int, people: Sequence[str], talk: Sequence[str], dice: random.Random) -> Iterator[Step]:
    for name in people:
        for _ in range(dice.randint(0, 2 * CHATS_A_DAY)):
            yield Step(day, dice.randint(MORNING, EVENING), (name,), place="闲聊", what=dice.choice(talk))


def _asked(day: int, n: int, people: Sequence[str], thread: Sequence[str], dice: random.Random) -> Iterator[Step]:
    """A question, its answers, the first accepted, the second thanked for."""
    asker, first, second = dice.sample(people, 3)
    name, minute = f"busy{day}.{n}", dice.randint(MORNING, EVENING - 60)
    yield Step(day, minute, (asker,), place="提问", name=name, what=f"#提问 {thread[0]}")
    yield Step(day, minute + 6, (first,), reply=name, name=f"{name}a", what=thread[1])
    yield Step(day, minute + 9, (second,), reply=name, name=f"{name}b", what=thread[2])
    yield Step(day, minute + 20, (asker,), reply=f"{name}a", what="采纳")
    yield Step(day, minute + 21, (asker,), reply=f"{name}b", what=f"谢谢 {thread[3]}")
