"""Where things stand: the same areas in every layer, shared rooms that know none of them, rules that know Python alone."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LAYERS = ("rules", "actions", "storage", "handlers")
AREAS = ("ledger", "daily", "works", "shop", "offers", "teams", "honour", "fairness", "journey", "operations")
BELOW = {"rules": ("programme", "reading"), "storage": ("engine", "post")}
TOP = {
    *LAYERS, "bench", "bot", "demo", "docs", "messages", "sandbox", "tests",
    "ARCHITECTURE.md", "CHANGELOG.md", "GLOSSARY.md", "README.md", "README.zh-CN.md",
    "Makefile", "config.example.toml", "pyproject.toml",
    "requirements.txt", "requirements-dev.txt", "requirements-postgres.txt",
}  # fmt: skip


def imports(path: Path) -> Iterator[str]:
    """The modules that a file names in its imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_nothing_stands_at_the_top_by_mistake() -> None:
    if not Path(".git").exists() or shutil.which("git") is None:
        pytest.skip("these files are no repository, or git is not there to list them")
    listed = subprocess.run(["git", "-c", "safe.directory=*", "ls-files"], capture_output=True, text=True, check=True)
    top = {name.split("/")[0] for name in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} == TOP


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_has_the_same_areas_and_so_have_its_tests(layer: str) -> None:
    folders = {path.parent.name for path in Path(layer).glob("*/__init__.py")}
    assert folders <= {*AREAS, *BELOW.get(layer, ())}
    tested = {path.parent.name for path in Path("tests", layer).glob("*/__init__.py")}
    assert tested <= folders


@pytest.mark.parametrize("layer", LAYERS)
def test_what_areas_share_knows_none_of_them(layer: str) -> None:
    rooms = [Path(layer), *([Path(layer, "reading")] if layer == "rules" else [])]
    shared = [path for room in rooms for path in room.glob("*.py") if path.name != "__init__.py"]
    upward = [
        f"{path} -> {name}"
        for path in shared
        for name in imports(path)
        if name.split(".")[0] == layer and name.split(".")[1] in AREAS
    ]
    assert not upward


@pytest.mark.parametrize("area", AREAS)
def test_a_noun_has_one_area_in_every_layer(area: str) -> None:
    elsewhere = {
        f"{path} beside {area}/"
        for layer in LAYERS
        for other in (*LAYERS,)
        for noun in {path.stem for path in Path(layer, area).glob("*.py")} - {"__init__"}
        for path in Path(other).glob(f"*/{noun}.py")
        if path.parent.name != area
    }
    assert not elsewhere - KNOWN


# A brand's section stands beside its noun's rules; the book is called what its area is called.
KNOWN = {
    f"rules/programme/{noun}.py beside {area}/"
    for noun, area in {
        "announcements": "honour",
        "awards": "honour",
        "badges": "honour",
        "boards": "honour",
        "keepsakes": "honour",
        "bulletins": "daily",
        "challenges": "works",
        "checklists": "journey",
        "stages": "journey",
        "covenant": "fairness",
        "events": "offers",
        "feedbacks": "fairness",
        "grants": "fairness",
        "levels": "honour",
        "mentors": "honour",
        "monthlies": "operations",
        "orders": "shop",
        "programme": "ledger",
        "projects": "teams",
        "questions": "daily",
        "radar": "journey",
        "scouts": "journey",
        "resources": "offers",
        "reviews": "works",
        "sanctions": "fairness",
        "schedule": "operations",
        "series": "works",
        "shop": "shop",
        "submissions": "works",
        "thanks": "daily",
        "track_titles": "works",
        "trust": "works",
        "value_letters": "honour",
    }.items()
}


def test_the_rules_know_python_and_what_values_are_made_by_alone() -> None:
    known = {*sys.stdlib_module_names, "rules", "msgspec"}
    foreign = [
        f"{path} -> {name}"
        for path in Path("rules").rglob("*.py")
        for name in imports(path)
        if name.split(".")[0] not in known
    ]
    assert not foreign
