"""What a transaction has read once is as it stands now: who writes it takes it out, and undoing a part forgets it."""

import ast
from pathlib import Path

import pytest

from rules.ledger.ledger import Cause
from storage import groups
from storage.engine.tx import Tx
from storage.ledger import ledger
from tests.stage import Stage


def writers(table: str) -> list[ast.FunctionDef]:
    """The functions of storage whose SQL writes that table."""
    found = []
    for path in sorted(Path("storage").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(
                isinstance(part, ast.Constant)
                and isinstance(part.value, str)
                and (f"UPDATE {table} " in part.value or f"INTO {table} " in part.value)
                for part in ast.walk(node)
            ):
                found.append(node)
    return found


def test_whoever_writes_a_group_forgets_what_was_known_of_it() -> None:
    written = writers("chat_group")
    assert len(written) >= 5
    assert [node.name for node in written if "tx.known.clear()" not in ast.unparse(node)] == []


def test_a_group_reads_as_it_was_written_a_moment_ago(stage: Stage) -> None:
    def work(tx: Tx) -> list[str]:
        group = groups.by_chat(tx, stage.group.id)
        assert group
        read = [group.locale]
        groups.set_locale(tx, group.id, "en")
        changed = groups.by_chat(tx, stage.group.id)
        assert changed
        return [*read, changed.locale]

    assert stage.do(work) == ["zh", "en"]


class _Enough(Exception):
    pass


def test_entries_of_an_undone_part_leave_no_trace_in_the_chain(stage: Stage) -> None:
    lin = stage.member(stage.lin).id

    def pay(tx: Tx, key: str) -> int:
        cause = Cause(key=key, rule="grant", version="v", at=1, day="2026-11-16")
        return ledger.issue(tx, lin, 5, cause, 5).entry.id

    def work(tx: Tx) -> tuple[int, int]:
        first = pay(tx, "a")
        with pytest.raises(_Enough), tx.savepoint():
            pay(tx, "undone")
            raise _Enough
        return first, pay(tx, "b")

    first, second = stage.do(work)
    assert second == first + 1
