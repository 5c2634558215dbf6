"""Nothing stands in the product that only its own tests know."""

import ast

from tests.house.names import imported, mentioned, modules, top_level

PRODUCT = ("demo", "bot", "handlers", "actions", "messages", "storage", "rules")
USERS = ("bench",)


def _public(module: str, tree: ast.Module) -> set[str]:
    """Functions and classes that others may use; what a decorator registers is used by whom it registers with."""
    nodes = top_level(module, tree)
    registered = {name for name, node in nodes.items() if isinstance(node, ast.FunctionDef) and node.decorator_list}
    return {name for name in nodes.keys() - registered if not name.rpartition(".")[2].startswith("_")}


def test_every_public_function_and_class_is_used() -> None:
    trees = modules(*PRODUCT, *USERS)
    used: set[str] = set()
    for module, tree in trees.items():
        own = {name.rpartition(".")[2]: name for name in top_level(module, tree)}
        used |= {name for _, name in mentioned(tree, own | imported(tree))}
    public = {
        name for module, tree in trees.items() for name in _public(module, tree) if module.split(".")[0] in PRODUCT
    }
    assert sorted(public - used) == []
