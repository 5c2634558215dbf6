"""How the code reads: promises that neither the linter nor the type checker holds."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

PRODUCT = ("demo", "bot", "handlers", "actions", "messages", "storage", "rules")
LONGEST = 40
HABIT, RARELY = 7, 30
LONGEST_FILE = 300
SENTENCE = re.compile(r"[\u4e00-\u9fff，。！？；：]{9,}")  # longer than any word people type
HOUSELESS = ("utils", "helpers", "common", "manager", "base", "misc")


def files(*packages: str) -> list[Path]:
    """The Python files of these packages."""
    return [path for package in packages for path in sorted(Path(package).rglob("*.py"))]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length in lines of each function in a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def spoken(path: Path) -> Iterator[tuple[int, str]]:
    """String constants of a file that are sentences in Chinese, docstrings left out."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in docstrings else None
        if isinstance(text, str) and SENTENCE.search(text):
            yield node.lineno, text


@pytest.mark.parametrize("package", [*PRODUCT, "sandbox"])
def test_no_function_is_longer_than_a_screen(package: str) -> None:
    long = [f"{path}: {name} ({n} lines)" for path in files(package) for name, n in functions(path) if n > LONGEST]
    assert not long


def test_functions_are_short_by_habit_and_long_ones_rare() -> None:
    lengths = [n for path in files(*PRODUCT) for _, n in functions(path)]
    assert median(lengths) <= HABIT
    assert quantiles(lengths, n=100)[98] <= RARELY


@pytest.mark.parametrize("package", [*PRODUCT, "sandbox", "bench", "tests"])
def test_no_file_has_grown_out_of_sight(package: str) -> None:
    grown = [
        f"{path} ({n} lines)"
        for path in files(package)
        if (n := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    ]
    assert not grown


def test_sentences_for_people_stand_in_messages() -> None:
    said = [f"{path}:{line}: {text[:40]}" for path in files(*PRODUCT[1:]) for line, text in spoken(path)]
    assert not said


def test_no_file_is_a_drawer_for_everything() -> None:
    assert not [path for path in files(*PRODUCT, "sandbox") if path.stem in HOUSELESS]


def test_nothing_is_left_unfinished() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    found = [str(path) for path in files(*PRODUCT, "sandbox", "bench") if marks.search(path.read_text("utf-8"))]
    assert not found


def test_every_public_function_and_class_says_what_it_is_for() -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    silent = []
    for path in files(*PRODUCT):
        for node in ast.iter_child_nodes(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, kinds) and not node.name.startswith("_") and not ast.get_docstring(node):
                silent.append(f"{path}: {node.name}")
    assert not silent
