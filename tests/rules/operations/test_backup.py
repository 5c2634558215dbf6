"""Backups: their names, and which of them are kept."""

from hypothesis import given
from hypothesis import strategies as st

from rules.operations.backup import made_at, name_of, outlived

HOUR, DAY = 3600, 86_400
MIDNIGHT = 1_795_305_600


@given(st.integers(0, 4_000_000_000))
def test_a_name_tells_when_the_backup_was_made(at: int) -> None:
    assert made_at(name_of(at)) == at


def test_other_files_in_the_folder_are_no_backups() -> None:
    assert [made_at(name) for name in ("kocbot.db", name_of(0) + ".part", "notes.txt", "x" + name_of(0))] == [None] * 4


def test_the_newest_stay_and_of_each_day_the_last() -> None:
    made = [MIDNIGHT + n * HOUR for n in range(72)]
    kept = sorted(set(made) - outlived(made, keep=5, days=3))
    assert kept == [MIDNIGHT + 23 * HOUR, MIDNIGHT + 47 * HOUR, *made[-5:]]


@given(st.sets(st.integers(0, 40 * DAY)), st.integers(1, 30), st.integers(0, 20))
def test_the_newest_never_goes_and_no_more_than_promised_stay(made: set[int], keep: int, days: int) -> None:
    kept = made - outlived(made, keep, days)
    assert len(kept) <= keep + days
    assert sorted(made)[-keep:] == sorted(kept)[-min(keep, len(made)) :]
