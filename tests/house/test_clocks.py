"""The time of day is no stopwatch: what waits, ends or is tried again goes by a clock that never jumps."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

FILES = sorted(Path("bot").rglob("*.py"))
# Where a time of day is compared with another one that outlives the process, and nothing is waited for.
CALENDAR = {
    "bot/clock.py": {"now", "heard", "_off"},  # the machine's time of day beside Telegram's
    "bot/delivery/delivery.py": {"_keep"},  # from the outbox's times of day to the steady clock
    "bot/intake/intake.py": {"_offset"},  # Telegram counts anew after a silence of days
}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def reads_day(node: ast.AST) -> bool:
    """Whether the time of day is read in it: `clock.now()`."""
    return any(
        isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "now"
        for call in ast.walk(node)
    )


def days_in(function: ast.AST) -> set[str]:
    """Names that hold a time of day there."""
    found: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = (
                    zip(target.elts, node.value.elts, strict=True)
                    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                    else [(target, node.value)]
                )
                found |= {one.id for one, value in pairs if isinstance(one, ast.Name) and reads_day(value)}
    return found


def measured(function: ast.AST) -> Iterator[int]:
    """Lines on which a time of day is compared, added to or subtracted from."""
    days = days_in(function)
    for node in ast.walk(function):
        if isinstance(node, ast.BinOp | ast.Compare):
            parts = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.left, *node.comparators]
            if any((isinstance(part, ast.Name) and part.id in days) or reads_day(part) for part in parts):
                yield node.lineno


@pytest.mark.parametrize("path", FILES, ids=str)
def test_nothing_is_measured_by_the_time_of_day(path: Path) -> None:
    found = [
        f"{path}:{line}"
        for function in functions(ast.parse(path.read_text("utf-8")))
        if function.name not in CALENDAR.get(str(path), ())
        for line in measured(function)
    ]
    assert not found, "wait and measure by clock.pace() or the loop's own time"


def test_what_is_excused_still_exists() -> None:
    for path, names in CALENDAR.items():
        tree = ast.parse(Path(path).read_text("utf-8"))
        assert {function.name for function in functions(tree) if any(measured(function))} >= names


@pytest.mark.parametrize("path", FILES, ids=str)
def test_the_bot_has_one_clock_and_no_scheduler_that_reads_another(path: Path) -> None:
    said = path.read_text("utf-8")
    assert "apscheduler.schedulers" not in said, "it lists every run that a jump of the clock has missed"
    assert "asyncio.wait_for" not in said, "in Python 3.11 it may swallow that it is cancelled: asyncio.timeout"
    if str(path) != "bot/clock.py":
        assert "time.time()" not in said
        assert "datetime.now(" not in said


def test_the_rule_finds_what_it_forbids() -> None:
    stopwatch = ast.parse(
        "async def run(self):\n    began = int(self.clock.now())\n    while began + 60 > x:\n        pass"
    )
    assert list(measured(stopwatch)) == [3]
