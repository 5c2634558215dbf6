"""Every statement of storage is understood by PostgreSQL as well, also those that no story happens to run."""

import ast
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.engine.dialect import adding, spoken
from storage.engine.engine import StorageError
from tests.databases import opened
from tests.lending import SERVER

SPEAKING = {"one", "all", "each", "value", "run", "many", "add"}
STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")


def _text(node: ast.expr, constants: dict[str, ast.expr]) -> str | None:
    """The text of an expression where it stands in the file; None when it is put together as it runs."""
    if isinstance(node, ast.Name) and node.id in constants:
        return _text(constants[node.id], constants)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = [_text(side, constants) for side in (node.left, node.right)]
        return None if None in parts else "".join(str(part) for part in parts)
    if isinstance(node, ast.JoinedStr):
        pieces = [_text(one.value if isinstance(one, ast.FormattedValue) else one, constants) for one in node.values]
        return None if None in pieces else "".join(str(piece) for piece in pieces)
    return None


def statements() -> Iterator[tuple[str, str, str]]:
    """Where, by which method of Tx, and what."""
    for path in sorted(Path("storage").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        constants = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SPEAKING:
                sql = _text(node.args[0], constants) if node.args else None
                if sql and STATEMENT.match(sql):
                    yield f"{path}:{node.lineno}", node.func.attr, sql


@pytest.mark.skipif(not SERVER, reason="there is no PostgreSQL server to ask")
def test_every_statement_that_stands_in_storage_is_understood() -> None:
    misunderstood, count = [], 0
    with closing(opened()) as connection:  # nobody takes it over: what it has prepared is gone, past psycopg
        for where, how, sql in statements():
            count += 1
            tx = connection.begin()
            text = spoken(adding(sql) if how == "add" else sql)[0]
            try:
                tx.run(f"PREPARE asked AS {text}")
            except StorageError as wrong:
                misunderstood.append(f"{where}: {wrong}")
            finally:
                connection.rollback()
                connection.say("DEALLOCATE ALL")
    assert not misunderstood, "\n".join(misunderstood)
    assert count > 250
