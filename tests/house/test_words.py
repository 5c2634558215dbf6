"""One word, one thing: a class name means the same wherever it is read."""

import ast
from collections import defaultdict

from tests.house.names import modules

LAYERS = ("rules", "actions", "storage", "handlers")


def test_no_two_classes_have_the_same_name() -> None:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for module, tree in modules(*LAYERS).items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(module)
    assert {name: where for name, where in found.items() if len(where) > 1} == {}
