"""First steps: what somebody new does once, found in facts; what was found is not lost again."""

from collections.abc import Collection
from enum import StrEnum

from msgspec import Struct


class FirstStep(StrEnum):
    """The first steps, in the order in which most people take them."""

    AGREE = "agree"
    HELLO = "hello"
    CHECK_IN = "check_in"
    ASK = "ask"
    THANK = "thank"
    CHALLENGE = "challenge"


class StepSeen(Struct, frozen=True):
    """A step, and whether it is taken."""

    step: FirstStep
    taken: bool


def missing(taken: Collection[FirstStep]) -> tuple[FirstStep, ...]:
    """The steps that have not been taken, which alone are looked for."""
    return tuple(step for step in FirstStep if step not in taken)


def listed(taken: Collection[FirstStep]) -> tuple[StepSeen, ...]:
    """All steps as they are shown."""
    return tuple(StepSeen(step, step in taken) for step in FirstStep)
