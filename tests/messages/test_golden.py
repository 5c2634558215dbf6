"""How each message reads, in every locale.

A golden file holds all messages of one noun in one locale. After changing words on purpose: `make golden`, and read the difference.
"""

import os
import re
from functools import cache
from pathlib import Path

import pytest
from jinja2 import meta

from messages.calendar import FOLDER
from messages.filters import counted
from messages.phrasebook import phrasebook
from rules.programme.wording import LOCALES
from rules.values import composed, names
from tests.messages.repertoire import labels, noun_of, outcome_for, repertoire, sayings, speech_in, template_of

GOLDEN = Path(__file__).parent / "golden"
CHINESE = re.compile("[\u3400-\u9fff]+")
OF_THEMSELVES = ("中文", "我用哪种语言和你说")


def _templates(locale: str) -> set[str]:
    root = FOLDER / locale
    return {str(path.relative_to(root))[: -len(".j2")] for path in root.rglob("*.j2") if not path.name.startswith("_")}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_template_has_a_sample_and_every_sample_a_template(locale: str) -> None:
    assert _templates(locale) == set(map(template_of, repertoire()))


def test_both_locales_say_the_same_things() -> None:
    assert _templates("zh") == _templates("en")
    assert set(phrasebook().labels["zh"]) == set(phrasebook().labels["en"])


@cache
def _spoken_of(locale: str, template: str) -> frozenset[str]:
    """The variables of a template."""
    source = (FOLDER / locale / f"{template}.j2").read_text("utf-8")
    return frozenset(meta.find_undeclared_variables(phrasebook().environment.parse(source)))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_template_speaks_only_of_its_outcome(locale: str) -> None:
    for heading, sample in repertoire().items():
        name, outcome = template_of(heading), outcome_for(locale, sample)
        used = _spoken_of(locale, name) - {"brand"}
        known = set(names(outcome)) if composed(outcome) else set[str]()
        assert used <= known, f"{locale}/{name} speaks of {used - known}"


@cache
def written(locale: str) -> dict[str, str]:
    """The golden files of a language, as they should be."""
    nouns: dict[str, list[str]] = {}
    for heading, text in sayings(speech_in(locale), locale, repertoire()):
        nouns.setdefault(noun_of(heading), []).append(f"== {heading}\n{text}\n")
    return {f"{noun}.txt": "\n".join(told) for noun, told in nouns.items()}


def write_anew(folder: Path, files: dict[str, str]) -> None:
    """Write the golden files, and remove those of nouns that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    for gone in {file.name for file in folder.iterdir()} - files.keys():
        (folder / gone).unlink()
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize("locale", LOCALES)
def test_messages_read_as_they_should(locale: str) -> None:
    files, folder = written(locale), GOLDEN / locale
    if os.environ.get("KOCBOT_GOLDEN") == "write":
        write_anew(folder, files)
    assert {file.name for file in folder.iterdir()} == files.keys()
    for name, text in files.items():
        assert (folder / name).read_text("utf-8") == text, (
            f"{name} ({locale}) reads differently; `make golden` if that is meant"
        )


def test_who_reads_english_meets_no_chinese() -> None:
    """The samples are told in English as well, and no template hands on what another language says."""
    for name, text in written("en").items():
        found = set(CHINESE.findall(text)) - set(OF_THEMSELVES)
        assert not found, f"{name}: {found}; samples are put into English by samples/english.toml"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_label_can_be_written(locale: str) -> None:
    examples = labels()
    for key in phrasebook().labels[locale]:
        label = speech_in(locale).label(locale, key, examples.get(key))
        assert 0 < len(label) <= 64, key


@pytest.mark.parametrize(("number", "said"), [(1, "1 point"), (-1, "-1 point"), (0, "0 points"), (12, "12 points")])
def test_one_point_is_not_one_points(number: int, said: str) -> None:
    assert counted(number, "point") == said
