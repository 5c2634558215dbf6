"""The import contracts are kept, and each of them notices when it is broken."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import handlers

PACKAGES = ("demo", "bot", "handlers", "actions", "messages", "storage", "rules", "sandbox")
BREACHES = {
    "Imports go downwards only": ("storage/facts.py", "import actions.daily.checkin"),
    "The sandbox imports nothing of the product": ("sandbox/world/world.py", "import rules.people"),
    "Inside a layer the areas look downwards only": ("actions/works/review.py", "import actions.offers.event"),
    "Only bot and sandbox know Telegram, asyncio and the network": ("handlers/fairness/welcome.py", "import telegram"),
    "Only storage/engine knows which database it is": ("storage/facts.py", "import sqlite3"),
    "Only messages renders templates": ("handlers/fairness/welcome.py", "import jinja2"),
    "Only actions write the ledger": ("handlers/fairness/welcome.py", "import storage.ledger.ledger"),
    "What is said knows nothing of what is stored": ("messages/renderer.py", "import storage.facts"),
}


def _contracts() -> list[dict[str, object]]:
    return tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]


def _lint(folder: Path) -> str:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def test_every_contract_has_a_breach_that_shows_it_can_fail() -> None:
    assert {contract["name"] for contract in _contracts()} == set(BREACHES)


def imported(module: ModuleType) -> set[str]:
    """The modules that `module` names in its imports."""
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    found = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def test_features_do_not_import_each_other() -> None:
    features = {feature.__name__ for feature in handlers.FEATURES}
    for feature in handlers.FEATURES:
        assert not imported(feature) & (features - {feature.__name__}), feature.__name__


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(BREACHES))
def test_a_broken_contract_is_caught(name: str, tmp_path: Path) -> None:
    for package in PACKAGES:
        shutil.copytree(package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "*.json", "page"))
    shutil.copy("pyproject.toml", tmp_path)
    file, breach = BREACHES[name]
    broken = tmp_path / file
    broken.write_text(broken.read_text("utf-8").replace("\nfrom ", f"\n{breach}\nfrom ", 1), "utf-8")
    said = _lint(tmp_path)
    assert f"{name} BROKEN" in said
