"""Handlers write nothing: whatever changes the database is an action's to call."""

import ast

from tests.house.names import imported, mentioned, modules, top_level

WRITES = ("INSERT", "UPDATE", "DELETE")


def _says(function: ast.AST) -> bool:
    """Whether one of its texts is SQL that writes."""
    texts = [n.value for n in ast.walk(function) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return any(text.split()[0] in WRITES for text in texts if text.strip())


def writers() -> set[str]:
    """The functions of storage that write, themselves or by calling others."""
    calls: dict[str, set[str]] = {}
    found: set[str] = set()
    for module, tree in modules("storage").items():
        functions = top_level(module, tree)
        known = imported(tree) | {name.rpartition(".")[2]: name for name in functions}
        calls |= {name: {to for _, to in mentioned(node, known)} for name, node in functions.items()}
        found |= {name for name, node in functions.items() if _says(node)}
    while more := {name for name, to in calls.items() if name not in found and to & found}:
        found |= more
    return found


def test_what_writes_is_recognized() -> None:
    known = writers()
    assert {"storage.facts.put", "storage.members.remember", "storage.bystanders.refresh"} <= known
    assert {"storage.members.give_role", "storage.ledger.ledger.issue", "storage.post.outbox.release"} <= known
    assert not {"storage.facts.get", "storage.members.roles", "storage.groups.active"} & known


def test_handlers_write_nothing() -> None:
    known = writers()
    written = [
        f"{module}:{line}: {name}"
        for module, tree in modules("handlers").items()
        for line, name in mentioned(tree, imported(tree))
        if name in known
    ]
    assert not written
