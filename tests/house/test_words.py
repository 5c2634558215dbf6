"""What people type has one home: the noun's `words.toml`. No word stands in code, none leads to two commands."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from handlers import routes
from handlers.routes import Command
from messages.vocabulary import meant, opening, privately, spoken, tagged
from rules.honour.announcements import AnnouncementKind
from rules.people import Role
from rules.periods import Span
from rules.programme.metrics import Metric
from rules.reading.heard import pattern
from rules.reading.typed import bare

COMMANDS = {route.name: route for route in routes() if isinstance(route, Command)}
FILES = sorted(Path("messages").glob("*/*/words.toml"))
# Pairs of characters; how numbers and lengths of time are written, and the clause of a covenant; the names that a
# programme has by default; an example in a message about the configuration.
NO_TALK = {
    *(
        Path("rules", name)
        for name in ("reading/typed.py", "reading/numbers.py", "reading/spans.py", "fairness/sanction_asked.py")
    ),
    *Path("rules/programme").glob("*.py"),
    Path("bot/start/config_shape.py"),
}
CHINESE = re.compile(r"[\u3400-\u9fff]")
RANGE = re.compile(r"[\u3400-\uffff]-[\u3400-\uffff]")


def test_every_word_and_hashtag_belongs_to_a_command_and_to_one_alone() -> None:
    assert spoken().keys() | tagged().keys() | privately().keys() | opening().keys() <= COMMANDS.keys()
    together = {name: (*spoken().get(name, ()), *privately().get(name, ())) for name in COMMANDS}
    for said in (together, tagged(), opening()):
        times = Counter(bare(word) for words in said.values() for word in dict.fromkeys(map(str.casefold, words)))
        assert not [word for word, n in times.items() if n > 1]


def test_the_words_of_every_language_reach_their_command() -> None:
    assert {"谢谢", "thx"} <= set(COMMANDS["thanks"].words)
    assert COMMANDS["ask"].tags == ("提问", "求助", "请教", "question", "ask", "questions", "help")
    assert COMMANDS["undo"].words == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[1:3]))
def test_a_file_of_words_has_tables_that_somebody_reads(file: Path) -> None:
    assert tomllib.loads(file.read_text("utf-8")).keys() <= {
        "commands",
        "private",
        "stems",
        "openings",
        "tags",
        "fields",
        "choices",
    }


@pytest.mark.parametrize(
    ("noun", "field", "meaning"),
    [
        *(("boards", "span", span) for span in Span),
        *(("boards", "metric", metric) for metric in Metric),
        *(("announcements", "kind", kind) for kind in AnnouncementKind),
        *(("roles", "role", role) for role in Role),
    ],
)
def test_whatever_can_be_chosen_has_a_chinese_word_and_its_own_name(noun: str, field: str, meaning: str) -> None:
    words = tomllib.loads(Path("messages/zh", noun, "words.toml").read_text("utf-8"))["choices"][field]
    assert {meant(noun, field, word) for word in (*words[meaning], meaning.upper())} == {meaning}


def _said(tree: ast.AST) -> list[ast.Constant]:
    """The texts in a module, without what only explains."""
    explained = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in explained]


@pytest.mark.parametrize("layer", ["handlers", "actions", "storage", "rules", "bot"])
def test_no_word_that_people_type_or_say_stands_in_code(layer: str) -> None:
    found = [
        f"{path}:{node.lineno}: {node.value[:20]}"
        for path in sorted(set(Path(layer).rglob("*.py")) - NO_TALK)
        for node in _said(ast.parse(path.read_text("utf-8")))
        if isinstance(node.value, str) and CHINESE.search(RANGE.sub("", node.value))
    ]
    assert not found


def test_each_list_that_is_heard_is_asked_for_by_name_and_says_nothing_twice() -> None:
    source = "".join(file.read_text("utf-8") for file in Path("rules").rglob("*.py")).replace("'", '"')
    for where, lists in tomllib.loads(Path("rules/reading/heard.toml").read_text("utf-8")).items():
        for what, words in lists.items():
            assert len(words) == len(set(words)), (where, what)
            composed = any(f"<{what}>" in one for some in lists.values() for one in some)
            if composed or f'pattern("{where}", "{what}")' in source:
                assert re.compile(pattern(where, what)), (where, what)
            elif f'called("{where}")' not in source:
                assert f'heard("{where}", "{what}")' in source
                assert not [word for word in words if " " in word]
            assert all(words), (where, what)
