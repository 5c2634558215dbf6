"""What features declare in modules of their own, gathered by whoever needs all of it: no list has to be kept."""

import importlib
import pkgutil
from collections.abc import Collection, Iterator
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def declared(name: str, kind: type[T], package: str, aside: Collection[str] = ()) -> Iterator[T]:
    """Every value called `name` in the modules of the package, in the order of the modules' names."""
    for module in modules(package, aside):
        if name in vars(module):
            found = vars(module)[name]
            assert isinstance(found, kind), f"{module.__name__}.{name} is no {kind.__name__}"
            yield found


def modules(package: str, aside: Collection[str] = ()) -> Iterator[ModuleType]:
    """The modules of a package and of the packages inside it; what is named in `aside` is not looked into."""
    inside = importlib.import_module(package)
    for found in sorted(pkgutil.iter_modules(inside.__path__, f"{package}."), key=lambda one: one.name):
        if found.name in aside:
            continue
        if found.ispkg:
            yield from modules(found.name, aside)
        else:
            yield importlib.import_module(found.name)
