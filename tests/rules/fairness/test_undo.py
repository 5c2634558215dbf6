"""Which entries an /undo means."""

import pytest

from rules.fairness.undo import RangeBackwards, UndoUnclear, entries_in


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
        ("3 12:30发重了", (3,), "12:30发重了"),
        ("1.5倍算重了", (), "1.5倍算重了"),
        ("重复计分", (), "重复计分"),
    ],
)
def test_a_further_number_is_an_entry_only_if_it_is_written_as_one(
    words: str, entries: tuple[int, ...], reason: str
) -> None:
    assert entries_in(words) == (entries, reason)


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("12,345 重复计分", "12,345"),
        ("1，０００ 重复计分", "1,000"),
        ("1'000 重复计分", "1'000"),
        ("1 000 重复计分", "1 000"),
        ("1_000 重复计分", "1_000"),
        ("1.000 重复计分", "1.000"),
        ("1,00", "1,00"),
        ("1 0 0 重复", "1 0"),
        ("3、4、05 重复", "3、4、05"),
        ("007 重复", "007"),
        ("0", "0"),
        ("12:30 重复", "12:30"),
        ("1/2 重复", "1/2"),
        ("5% 重复", "5%"),
        ("1,,000 重复", "1,,000"),
    ],
)
def test_a_number_that_may_be_one_or_several_or_none_is_not_guessed(words: str, given: str) -> None:
    with pytest.raises(UndoUnclear) as told:
        entries_in(words)
    assert told.value.given == given


@pytest.mark.parametrize(
    ("words", "written", "turned"),
    [
        ("3-1 重复计分", "3-1", "1-3"),
        ("5、3-1 重复计分", "3-1", "1-3"),
        ("#9 ~ #7", "#9 ~ #7", "7-9"),
        ("128到25 重复", "128到25", "25-128"),
    ],
)
def test_a_range_that_runs_backwards_is_said_to_and_none_of_it_is_passed_over(
    words: str, written: str, turned: str
) -> None:
    with pytest.raises(RangeBackwards) as told:
        entries_in(words)
    assert (told.value.written, told.value.turned) == (written, turned)
