"""What storage declares of its tables is whole: what has a purge is purged, and sheets have names of their own."""

from rules.declarations import modules
from storage.declarations import ASIDE, Purge, SheetSource, declared


def test_whatever_has_a_purge_is_swept() -> None:
    swept = {purge.forget for purge in declared("PURGE", Purge)}
    purges = {vars(module)["purge"] for module in modules("storage", ASIDE) if "purge" in vars(module)}
    assert purges and purges <= swept


def test_nothing_is_kept_for_less_than_a_day_unless_time_itself_made_it_moot() -> None:
    assert {purge.forget.__name__ for purge in declared("PURGE", Purge) if purge.kept_s < 86_400} == {"forget"}


def test_every_sheet_has_a_name_of_its_own_and_columns_that_differ() -> None:
    sheets = list(declared("SHEETS", SheetSource))
    assert len({one.name for one in sheets}) == len(sheets) > 4
    assert all(len(set(one.columns)) == len(one.columns) for one in sheets)
