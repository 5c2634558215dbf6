"""Of which kind a message is: the template by which it was put into words, remembered while the bot speaks."""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from bench.figures import Figure
from messages.renderer import Speech
from sandbox.world.messages import Message

_TAG = re.compile(r"<[^>]+>")
UNKNOWN = "?"
SHOWN = 12


@dataclass
class Kinds:
    """Which template said what: by the whole text, and for what was joined or cut by its first line."""

    whole: dict[str, str] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)

    def learn(self, template: str, text: str) -> None:
        """This template has been put into these words (HTML)."""
        plain = html.unescape(_TAG.sub("", text)).strip()
        self.whole[plain] = template
        self.first[_line(plain)] = template

    def of(self, text: str) -> str:
        """The template of a message as it stands in the chat."""
        plain = text.strip()
        return self.whole.get(plain) or self.first.get(_line(plain)) or UNKNOWN


def _line(text: str) -> str:
    return text.partition("\n")[0]


@contextmanager
def listened() -> Iterator[Kinds]:
    """What is put into words while the block runs."""
    kinds, render = Kinds(), Speech.render

    def rendering(self: Speech, locale: str, template: str, *rest: Any, **named: Any) -> str:
        text = render(self, locale, template, *rest, **named)
        kinds.learn(template, text)
        return text

    with patch.object(Speech, "render", rendering):
        yield kinds


def by_kind(kinds: Kinds, messages: list[Message], since: float, week_s: int, weeks: int) -> Iterator[Figure]:
    """How many of each kind, the most frequent first, and how many of them in each week."""
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for message in messages:
        found[kinds.of(message.text)][int((message.date - since) // week_s)] += 1
    ranked = sorted(found.items(), key=lambda one: (-one[1].total(), one[0]))
    for kind, counted in ranked[:SHOWN]:
        told = " ".join(str(counted[week]) for week in range(weeks))
        yield Figure(f"  {kind}", f"{counted.total()}: {told}")
    rest = ranked[SHOWN:]
    yield Figure("  all other kinds", f"{sum(counted.total() for _, counted in rest)} of {len(rest)} kinds")
