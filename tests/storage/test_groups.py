"""Which groups there are, asked once in a transaction and right at every moment of it."""

from contextlib import closing

from rules.people import Part
from storage import groups
from tests.databases import opened


def test_within_a_transaction_what_is_known_of_the_groups_is_as_it_was_written_last() -> None:
    with closing(opened()) as connection:
        tx = connection.begin()
        assert groups.active(tx) == []
        first = groups.activate(tx, -1, "车友会", Part.COMMUNITY, "Asia/Shanghai", "zh", 1)
        desk = groups.activate(tx, -2, "运营小组", Part.STAFF, "Asia/Shanghai", "zh", 2)
        assert groups.active(tx) == [first, desk]
        assert groups.active(tx, Part.STAFF) == [desk] == [groups.staff(tx)]
        groups.set_locale(tx, first.id, "en")
        assert groups.active(tx, Part.COMMUNITY)[0].locale == "en"
        groups.deactivate(tx, -2)
        assert groups.staff(tx) is None
        groups.active(tx).clear()
        assert len(groups.active(tx)) == 1
        connection.rollback()
