"""Which entries an /undo means."""

import pytest

from rules.fairness.undo import UndoUnclear, entries_in


@pytest.mark.parametrize(
    ("words", "entries", "reason"),
    [
        ("3 重复计分", (3,), "重复计分"),
        ("3 1 次重复计分", (3,), "1 次重复计分"),
        ("3，1次重复计分", (3,), "1次重复计分"),
        ("3, 4 重复计分", (3, 4), "重复计分"),
        ("３、４：重复计分", (3, 4), "重复计分"),
        ("3 #4 重复计分", (3, 4), "重复计分"),
        ("3和4 重复计分", (3, 4), "重复计分"),
        ("3 5-7 重复计分", (3, 5, 6, 7), "重复计分"),
        ("3—5 2 次重复", (3, 4, 5), "2 次重复"),
        ("3 4 5", (3, 4, 5), ""),
        ("3次重复计分", (), "3次重复计分"),
        ("重复计分", (), "重复计分"),
    ],
)
def test_a_further_number_is_an_entry_only_if_it_is_written_as_one(
    words: str, entries: tuple[int, ...], reason: str
) -> None:
    assert entries_in(words) == (entries, reason)


def test_a_number_that_may_be_one_or_several_is_not_guessed() -> None:
    with pytest.raises(UndoUnclear) as told:
        entries_in("12,345 重复计分")
    assert told.value.given == "12,345"
