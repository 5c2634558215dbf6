"""What the names in our files lead to, read from their imports."""

import ast
from collections.abc import Iterator
from pathlib import Path


def module_of(path: Path) -> str:
    """The name under which a file is imported."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def modules(*packages: str) -> dict[str, ast.Module]:
    """Every module of these packages, parsed."""
    paths = [path for package in packages for path in Path(package).rglob("*.py")]
    return {module_of(path): ast.parse(path.read_text("utf-8")) for path in paths}


def imported(tree: ast.AST) -> dict[str, str]:
    """Each imported name, and the full name of what it stands for."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
        if isinstance(node, ast.Import):
            found |= {alias.asname or alias.name: alias.name for alias in node.names}
    return found


def mentioned(node: ast.AST, known: dict[str, str]) -> Iterator[tuple[int, str]]:
    """Line and full name of everything under `node` that `known` names lead to: the name itself, or what it holds."""
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and part.id in known:
            yield part.lineno, known[part.id]
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id in known:
            yield part.lineno, f"{known[part.value.id]}.{part.attr}"


def top_level(module: str, tree: ast.Module) -> dict[str, ast.AST]:
    """The functions and classes of a module, by full name."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {f"{module}.{node.name}": node for node in tree.body if isinstance(node, kinds)}
