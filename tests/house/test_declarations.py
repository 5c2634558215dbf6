"""What storage declares of its tables is whole: purges are swept, sheets have names, and whose each row is is said."""

from contextlib import closing

import pytest

from messages.renderer import Speech
from rules.declarations import modules
from rules.mydata import Untold
from rules.programme.wording import LOCALES
from storage.declarations import ASIDE, Naming, Own, Purge, SheetSource, declared
from storage.engine.sqlite import Sqlite


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


def test_every_column_that_names_a_member_says_whether_they_are_told() -> None:
    with closing(Sqlite(":memory:").open()) as connection:
        naming = connection.execute(
            """
            SELECT tables.name, keys."from" FROM pragma_table_list AS tables, pragma_foreign_key_list(tables.name) AS keys
            WHERE keys."table" = 'member'
            """
        ).fetchall()
    said = [(own.table, own.column) for own in declared("OWN", Own) if own.column]
    assert sorted(said) == sorted(naming)


def test_what_is_left_out_of_a_members_rows_exists() -> None:
    with closing(Sqlite(":memory:").open()) as connection:
        for own in declared("OWN", Own):
            columns = {row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (own.table,))}
            assert set(own.but) < columns, own
            assert own.column or own.whose, own


def test_what_is_cleared_of_a_forgotten_members_rows_exists() -> None:
    """Each row has a fate, for a declaration can't be made without one."""
    with closing(Sqlite(":memory:").open()) as connection:
        for table, cleared in [
            *((own.table, own.fate.cleared) for own in declared("OWN", Own)),
            *((one.table, one.columns) for one in declared("NAMING", Naming)),
        ]:
            columns = {row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}
            assert set(cleared) < columns, table
    assert not [own for own in declared("OWN", Own) if own.fate.go and own.fate.cleared]


@pytest.mark.parametrize("locale", LOCALES)
def test_each_kind_of_row_and_each_reason_has_words(locale: str) -> None:
    speech = Speech("UTC", "")
    assert all(speech.label(locale, f"mydata/table_{own.table}") for own in declared("OWN", Own))
    assert all(speech.label(locale, f"mydata/untold_{why.value}") for why in Untold)
