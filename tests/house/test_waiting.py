"""What waits, and for whom, is decided for every table that has a state or an end: tests/waiting.py says so, cell by cell."""

import re
from pathlib import Path

import pytest

from tests.waiting import NOT_THEIRS, WAITING

SCHEMA = Path("storage/schema.sql")
_TABLE = re.compile(r"CREATE TABLE (\w+) \((.*?)\n\)", re.DOTALL)
_COLUMN = re.compile(r"^    (\w+)\s+(?:INTEGER|TEXT|BLOB)", re.MULTILINE)
_WAITS = re.compile(
    r"state|standing|until|\w+_until|expires(_at)?|due(_at|_on)?|closes_at|deadline|not_before|starts_at|settled_at|"
    r"ended_at|told_at|withheld|gone|form_by|frees_at|next_at|promised_at|closed_at|tag_due"
)


def waiting(schema: str) -> set[str]:
    """The tables with a column that says how something stands, or until when."""
    columns = {name: _COLUMN.findall(body) for name, body in _TABLE.findall(schema)}
    return {name for name, found in columns.items() if any(_WAITS.fullmatch(one) for one in found)}


def test_of_everything_that_waits_it_is_decided_what_happens_to_its_people_meanwhile() -> None:
    assert waiting(SCHEMA.read_text("utf-8")) == set(WAITING) | set(NOT_THEIRS)
    assert not set(WAITING) & set(NOT_THEIRS)


@pytest.mark.parametrize("table", WAITING)
def test_no_cell_is_left_open(table: str) -> None:
    assert all(cell.strip() for cell in WAITING[table])


def test_a_new_table_that_waits_is_noticed() -> None:
    assert waiting("CREATE TABLE wish (\n    id INTEGER PRIMARY KEY,\n    due_at INTEGER\n)") == {"wish"}
