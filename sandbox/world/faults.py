"""Faults on purpose: a lost request, a lost answer, a late one, 5xx, 429 - scripted, or by chance with a seed."""

import random
from collections import deque
from dataclasses import dataclass, field
from typing import Literal

FaultKind = Literal["drop", "reply_lost", "delay", "error", "too_many", "refuse"]


@dataclass(slots=True, frozen=True)
class Fault:
    """What goes wrong: `drop` before the work, `reply_lost` after it, `delay` seconds, `error` a 5xx, `too_many` a 429,
    `refuse` any code and description."""

    kind: FaultKind
    seconds: float = 0.0
    code: int = 500
    description: str = "Internal Server Error"


@dataclass(slots=True, frozen=True)
class Chance:
    """A fault that happens with a probability."""

    method: str
    fault: Fault
    probability: float


@dataclass(slots=True)
class Faults:
    """Which request shall fail and how; methods by name, `*` for all but getUpdates."""

    scripted: dict[str, deque[Fault | None]] = field(default_factory=dict)
    chances: list[Chance] = field(default_factory=list)
    happened: list[tuple[str, Fault]] = field(default_factory=list)
    _dice: random.Random = field(default_factory=lambda: random.Random(0))

    def script(self, method: str, *faults: Fault | None) -> None:
        """The next calls of a method meet these, in turn; None lets one pass."""
        self.scripted.setdefault(method.lower(), deque()).extend(faults)

    def by_chance(self, method: str, fault: Fault, probability: float) -> None:
        """From now on this happens with a probability."""
        self.chances.append(Chance(method.lower(), fault, probability))

    def seed(self, seed: int) -> None:
        """Make the chances repeatable."""
        self._dice = random.Random(seed)

    def clear(self) -> None:
        """No more faults."""
        self.scripted.clear()
        self.chances.clear()

    def next(self, method: str) -> Fault | None:
        """The fault that this call meets, if any."""
        if not self.scripted and not self.chances:
            return None
        fault = self._scripted(method) or self._by_chance(method)
        if fault is not None:
            self.happened.append((method, fault))
        return fault

    def _scripted(self, method: str) -> Fault | None:
        names = (method,) if method == "getupdates" else (method, "*")
        for name in names:
            waiting = self.scripted.get(name)
            if waiting:
                return waiting.popleft()
        return None

    def _by_chance(self, method: str) -> Fault | None:
        for chance in self.chances:
            meant = chance.method == method or (chance.method == "*" and method != "getupdates")
            if meant and self._dice.random() < chance.probability:
                return chance.fault
        return None
