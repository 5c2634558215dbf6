"""Whatever the command line says has its words in the brand's language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

from bot.start.failures import FAILURES
from bot.upkeep.port import GO_ON
from messages.sentences import sentence
from rules.programme.points import unknown_rule
from rules.programme.schedule import DECENT

ROOT = Path(__file__).parents[2]
KEPT = (ast.Compare, ast.Call, ast.BoolOp)
PRIVACY = "@BotFather -> /setprivacy -> Disable, then remove the bot from its groups and add it again"


def _written(node: ast.AST) -> str | None:
    """A text, or one that is put together, with something in the place of what differs."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    return None


def remedies() -> Iterator[str]:
    """What sections of the configuration promise."""
    for file in [*(ROOT / "rules/programme").glob("*.py"), ROOT / "bot/start/config.py"]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if _is_promise(node) and (said := _written(node.elts[2])):
                yield said


def _is_promise(node: ast.AST) -> TypeGuard[ast.Tuple]:
    return isinstance(node, ast.Tuple) and len(node.elts) == 3 and isinstance(node.elts[0], KEPT)


def checked() -> Iterator[str]:
    """The lines of `kocbot check`."""
    for node in ast.walk(ast.parse((ROOT / "bot/upkeep/check.py").read_text("utf-8"))):
        line = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Line"
        if line and (said := _written(node.args[1])) and said != "x: x":  # type: ignore[attr-defined]  # a call has args
            yield said.replace("; x", f"; {PRIVACY}")


def test_nothing_is_echoed_that_was_not_put_into_the_brands_language() -> None:
    for node in ast.walk(ast.parse((ROOT / "bot/start/cli.py").read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "echo":
            assert not isinstance(node.args[0], ast.JoinedStr | ast.Constant), ast.unparse(node)


FIGURES = "3 members, 8 transfers"


@pytest.mark.parametrize(
    "said",
    [
        f"backed up to /a ({7} KB): {FIGURES}, everything adds up",
        f"restored /a: {FIGURES}, everything adds up",
        f"the same on both: {FIGURES}, last hash 0f",
        "the database before it is kept at /a",
        "2 letters that waited may have been sent since: /doctor lists them, none is sent again",
        "2 scheduled posts may have been made since: /doctor lists them, /post makes up for them",
        "2 letters of the month may have been read since: /letter shows them, none is told again",
        "2 members may have had today's evening note: what waits for them comes tomorrow",
        "9 rows of 4 tables are at /a now",
        *(said.format("/a") for said in GO_ON),
        "delivery has been silent for 60 s: ending, to be started anew",
        "there is no sheet x; name one of: members, orders",
    ],
)
def test_what_a_command_reports_is_said_in_chinese_alone(said: str) -> None:
    there = sentence("zh", said)
    assert not re.search(
        "[a-z]{3}",
        re.sub("/[a-z]+|members, orders|delivery|\\[storage] (?:path|database)|database|kocbot run", "", there),
    ), there
    assert sentence("en", said) == said


@pytest.mark.parametrize("said", sorted({*remedies(), *checked(), DECENT, unknown_rule("thnks"), unknown_rule("zzz")}))
def test_each_remedy_and_line_is_said_in_chinese(said: str) -> None:
    assert re.search("[\u4e00-\u9fff]", sentence("zh", said).replace("签到", "")), said
    assert sentence("en", said) == said


@pytest.mark.parametrize("kind", FAILURES, ids=lambda kind: kind.__name__)
def test_each_failure_is_said_in_chinese(kind: type[Exception]) -> None:
    _, _, words, _ = FAILURES[kind]

    class Raised(Exception):
        found, known, to = 9, 8, "var/new.db"

    assert re.search("[\u4e00-\u9fff]", sentence("zh", words(Raised("why"))))


def test_what_differs_stands_where_the_language_wants_it_and_is_translated_itself() -> None:
    said = sentence("zh", "unknown; did you mean thanks? allowed here: thanks, checkin")
    assert said == "没有这一项；是不是想写 thanks？这里可以写：thanks, checkin"
    assert sentence("zh", "nobody has written this") == "nobody has written this"


@pytest.mark.parametrize(("lock", "said"), [("lock file", "锁文件"), ("advisory lock in", "数据库锁")])
def test_the_lock_that_another_bot_holds_is_named_in_the_brands_language(lock: str, said: str) -> None:
    assert sentence("zh", f"{lock} var/kocbot") == f"{said} var/kocbot"
