"""All that is said in tests: each template's samples by the heading they have in the golden files, in every wording.

A sample stands in `SAMPLES` of its noun under the template's name, further ones in `MORE` under the name, a dot and
what is different (`checkin/done · the first`). One that depends on the language is a function of the locale.
"""

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import bot.start.app
from handlers.refused import Incident
from messages.calendar import FOLDER, Scene
from messages.renderer import Speech
from rules.programme.wording import Wording
from rules.refusals import Refusal
from rules.values import composed, parts, replace
from tests.messages import samples

assert bot.start.app  # every feature, and so every refusal, is imported
BRAND = "星途汽车"
EVENING = Scene(int(datetime(2026, 11, 18, 12, 0, tzinfo=UTC).timestamp()))
WAYS = 12
APART = " · "
TURNS = re.compile(r"\|\s*turn\b")


def _gathered(table: str) -> dict[str, Any]:
    """What the samples of all nouns hold in tables of that name."""
    found: dict[str, Any] = {}
    for module in pkgutil.iter_modules(samples.__path__):
        noun = getattr(importlib.import_module(f"tests.messages.samples.{module.name}"), table, {})
        assert not found.keys() & noun.keys(), f"{module.name}: {found.keys() & noun.keys()} stand elsewhere"
        found.update(noun)
    return found


def labels() -> dict[str, object]:
    """What the labels with variables speak about."""
    return _gathered("LABELS")


def refusals() -> list[type[Refusal]]:
    """Every refusal class of the product."""
    found: list[type[Refusal]] = []
    waiting = [Refusal]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            if not kind.__module__.startswith("tests."):
                found.append(kind)
            waiting.append(kind)
    return sorted(found, key=lambda kind: kind.template)


def _bare(kind: type[Refusal]) -> bool:
    """Whether a refusal needs no values, and so no sample."""
    return all(f.default is not MISSING or f.default_factory is not MISSING for f in fields(kind))  # type: ignore[arg-type]


def template_of(heading: str) -> str:
    """The template that a heading is about."""
    return heading.partition(APART)[0]


@cache
def repertoire() -> Mapping[str, object]:
    """Every sample by its heading."""
    found: dict[str, object] = {"refusals/incident": Incident("a1b2c3d4"), "refusals/only_for_people": None}
    found["refusals/incident_for_owner"] = Incident("a1b2c3d4")
    found.update({kind.template: kind() for kind in refusals() if _bare(kind)})
    found.update(_gathered("SAMPLES"))
    more = _gathered("MORE")
    assert all(APART in heading for heading in more), "what is different has to be named"
    return {**found, **more}


def noun_of(heading: str) -> str:
    """The golden file a message stands in: its folder's, or for a refusal that of the module it comes from."""
    outcome = repertoire()[template_of(heading)]
    if isinstance(outcome, Refusal):
        return f"refusals-{type(outcome).__module__.split('.')[-1]}"
    return heading.split("/", maxsplit=1)[0]


@cache
def _english() -> tuple[tuple[str, str], ...]:
    words = tomllib.loads((Path(samples.__path__[0]) / "english.toml").read_text("utf-8"))
    return tuple(sorted(words.items(), key=lambda pair: -len(pair[0])))


def in_english(value: Any) -> Any:
    """The same sample as an English-speaking community would have it."""
    if isinstance(value, Wording) and value.by_locale:
        return value
    if isinstance(value, str):
        for chinese, english in _english():
            value = type(value)(value.replace(chinese, english))
        return value
    if composed(value):
        values = parts(value)
        told = {name: in_english(one) for name, one in values.items()}
        return replace(value, **{name: one for name, one in told.items() if one != values[name]})  # type: ignore[type-var]
    if isinstance(value, Mapping):
        return {key: in_english(one) for key, one in value.items()}
    return type(value)(map(in_english, value)) if isinstance(value, list | tuple) else value


@dataclass(frozen=True, slots=True)
class Then:
    """A sample that is told at another moment than on the evening of the scene (UTC seconds)."""

    now: int
    outcome: object


def scene_of(sample: object, reader: int = 0) -> Scene:
    """When and to whom a sample is told."""
    return Scene(sample.now if isinstance(sample, Then) else EVENING.now, reader)


def outcome_for(locale: str, sample: object) -> object:
    """A sample as it is told in that language."""
    outcome = sample.outcome if isinstance(sample, Then) else sample
    told = outcome(locale) if callable(outcome) else outcome
    return in_english(told) if locale == "en" else told


@cache
def speech_in(locale: str) -> Speech:
    """The words of a brand in Shanghai, whose name is written as that language writes it."""
    return Speech("Asia/Shanghai", in_english(BRAND) if locale == "en" else BRAND)


def said(locale: str, heading: str) -> str:
    """That sample in words, for messages that quote others."""
    outcome = outcome_for(locale, repertoire()[heading])
    return speech_in(locale).render(locale, template_of(heading), outcome, EVENING)


def _ways(locale: str, template: str, folder: Path) -> int:
    """How many readers it takes to hear every wording."""
    source = (folder / locale / f"{template}.j2").read_text("utf-8")
    return WAYS if TURNS.search(source) else 1


def sayings(
    speech: Speech, locale: str, told: Mapping[str, object], folder: Path = FOLDER
) -> Iterator[tuple[str, str]]:
    """What is said of each sample; of further wordings those with a line that its template has not shown yet."""
    shown: dict[str, set[str]] = {}
    for heading, outcome in sorted(told.items()):
        template = template_of(heading)
        about, lines = outcome_for(locale, outcome), shown.setdefault(template, set())
        for reader in range(_ways(locale, template, folder)):
            text = speech.render(locale, template, about, scene_of(outcome, reader))
            if reader == 0 or not lines.issuperset(text.splitlines()):
                yield (f"{heading}{APART}in other words" if reader else heading), text
            lines.update(text.splitlines())
