"""What features declare is found in whatever module it stands."""

import sys
from pathlib import Path

import pytest

from rules.declarations import declared, modules


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package with rooms, made for this test."""
    for path, text in {
        "plainhouse/__init__.py": "",
        "plainhouse/attic.py": "THINGS = (1,)",
        "plainhouse/rooms/__init__.py": "THINGS = ('a package declares nothing',)",
        "plainhouse/rooms/bath.py": "THINGS = (2, 3)",
        "plainhouse/rooms/empty.py": "from plainhouse.rooms import bath",
        "plainhouse/cellar/__init__.py": "",
        "plainhouse/cellar/locked.py": "raise ImportError",
    }.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [name for name in sys.modules if name.startswith("plainhouse")]:
        monkeypatch.delitem(sys.modules, name)
    return "plainhouse"


def test_it_is_found_in_every_room_in_the_order_of_names_but_not_where_nobody_may_look(house: str) -> None:
    assert list(declared("THINGS", tuple, house, aside=("plainhouse.cellar",))) == [(1,), (2, 3)]


def test_something_else_under_that_name_is_a_defect(house: str) -> None:
    with pytest.raises(AssertionError, match=r"plainhouse\.attic\.THINGS is no dict"):
        list(declared("THINGS", dict, house, aside=("plainhouse.cellar",)))


def test_a_module_that_breaks_is_not_passed_over(house: str) -> None:
    with pytest.raises(ImportError):
        list(modules(house))
