"""How each message reads, in every locale.

A golden file holds all messages of one noun in one locale. After changing words on purpose: `make golden`, and read the difference.
"""

import importlib
import os
import pkgutil
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any, get_args

import pytest
from jinja2 import meta

import bot.start.app
from handlers.refused import Incident
from messages.calendar import FOLDER, Scene
from messages.renderer import Speech, counted
from rules.programme.programme import LOCALES
from rules.refusals import Refusal
from tests.messages import samples

assert bot.start.app  # every feature, and so every refusal, is imported
EVENING = Scene(int(datetime(2026, 11, 18, 12, 0, tzinfo=UTC).timestamp()))
GOLDEN = Path(__file__).parent / "golden"
PRIMITIVES: dict[type, object] = {int: 12, str: "试试 <b>", bool: True, float: 1.5}


def _samples() -> dict[str, object]:
    found: dict[str, object] = {}
    for module in pkgutil.iter_modules(samples.__path__):
        found.update(importlib.import_module(f"tests.messages.samples.{module.name}").SAMPLES)
    return found


def _labels() -> dict[str, object]:
    found: dict[str, object] = {}
    for module in pkgutil.iter_modules(samples.__path__):
        found.update(getattr(importlib.import_module(f"tests.messages.samples.{module.name}"), "LABELS", {}))
    return found


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


def _any_of(kind: Any) -> object:
    """A plain value of an annotated type, for refusals, whose fields are plain."""
    for option in (kind, *get_args(kind)):
        if option in PRIMITIVES:
            return PRIMITIVES[option]
        if isinstance(option, type) and issubclass(option, Enum):
            return next(iter(option))
    return ()


def _example(kind: type[Refusal]) -> Refusal:
    values = {f.name: _any_of(f.type) for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING}  # type: ignore[arg-type]
    return kind(**values)


def _everything() -> dict[str, object]:
    found: dict[str, object] = {"refusals/incident": Incident("a1b2c3d4"), "refusals/only_for_people": None}
    found["refusals/incident_for_owner"] = Incident("a1b2c3d4")
    found.update({kind.template: _example(kind) for kind in refusals()})
    found.update(_samples())
    return found


def _noun(name: str, outcome: object) -> str:
    """The golden file a message stands in: its folder's, or for a refusal that of the module it comes from."""
    if isinstance(outcome, Refusal):
        return f"refusals-{type(outcome).__module__.split('.')[-1]}"
    return name.split("/", maxsplit=1)[0]


def _templates(locale: str) -> set[str]:
    root = FOLDER / locale
    return {str(path.relative_to(root))[: -len(".j2")] for path in root.rglob("*.j2") if not path.name.startswith("_")}


@pytest.fixture(scope="module")
def speech() -> Speech:
    """The words of a brand in Shanghai."""
    return Speech("Asia/Shanghai", "星途汽车")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_template_has_a_sample_and_every_sample_a_template(locale: str) -> None:
    assert _templates(locale) == set(_everything())


def test_both_locales_say_the_same_things(speech: Speech) -> None:
    assert _templates("zh") == _templates("en")
    assert set(speech._labels["zh"]) == set(speech._labels["en"])


@pytest.mark.parametrize("locale", LOCALES)
def test_a_template_speaks_only_of_its_outcome(locale: str, speech: Speech) -> None:
    for name, outcome in _everything().items():
        source = (FOLDER / locale / f"{name}.j2").read_text("utf-8")
        used = meta.find_undeclared_variables(speech.environment.parse(source)) - {"brand"}
        known = {f.name for f in fields(outcome)} if is_dataclass(outcome) else set()
        assert used <= known, f"{locale}/{name} speaks of {used - known}"


@pytest.mark.parametrize("locale", LOCALES)
def test_messages_read_as_they_should(locale: str, speech: Speech) -> None:
    nouns: dict[str, list[str]] = {}
    for name, outcome in sorted(_everything().items()):
        said = speech.render(locale, name, outcome, EVENING)
        nouns.setdefault(_noun(name, outcome), []).append(f"== {name}\n{said}\n")
    for noun, told in nouns.items():
        file = GOLDEN / locale / f"{noun}.txt"
        text = "\n".join(told)
        if os.environ.get("KOCBOT_GOLDEN") == "write":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        assert file.read_text("utf-8") == text, (
            f"{file.name} ({locale}) reads differently; `make golden` if that is meant"
        )


@pytest.mark.parametrize("locale", LOCALES)
def test_every_label_can_be_written(locale: str, speech: Speech) -> None:
    examples = _labels()
    for key in speech._labels[locale]:
        label = speech.label(locale, key, examples.get(key))
        assert 0 < len(label) <= 64, key


@pytest.mark.parametrize(("number", "said"), [(1, "1 point"), (-1, "-1 point"), (0, "0 points"), (12, "12 points")])
def test_one_point_is_not_one_points(number: int, said: str) -> None:
    assert counted(number, "point") == said
