"""Where somebody is at home: where they are most active, without moving to and fro, or where they say they are."""

from rules.home import Place, equal, home_of
from rules.people import Part

CARS = Place(1, Part.COMMUNITY, messages=100, since=10)
BIKES = Place(2, Part.COMMUNITY, messages=40, since=5)
CORE = Place(3, Part.CORE, messages=900, since=1)


def said(place: Place, messages: int) -> Place:
    return Place(place.group, place.part, messages, place.since)


def test_home_is_where_one_writes_most() -> None:
    assert home_of([BIKES, CARS], None) == CARS.group
    assert home_of([], None) is None


def test_a_core_group_is_home_to_those_alone_who_are_in_no_community() -> None:
    assert home_of([CORE, BIKES], None) == BIKES.group
    assert home_of([CORE], None) == CORE.group


def test_of_two_that_are_equal_home_is_where_one_has_been_longer() -> None:
    assert home_of([CARS, said(BIKES, 100)], None) == BIKES.group


def test_nobody_moves_before_another_group_is_clearly_ahead() -> None:
    assert home_of([CARS, said(BIKES, 150)], CARS.group) == CARS.group
    assert home_of([CARS, said(BIKES, 151)], CARS.group) == BIKES.group


def test_a_few_commands_by_which_a_second_group_is_set_up_move_nobody_there() -> None:
    assert home_of([said(CARS, 1), said(BIKES, 5)], CARS.group) == CARS.group
    assert home_of([said(CARS, 1), said(BIKES, 6)], CARS.group) == BIKES.group
    assert equal([said(CARS, 1), said(BIKES, 5)])


def test_who_has_left_is_at_home_where_they_still_are() -> None:
    assert home_of([BIKES], CARS.group) == BIKES.group


def test_who_has_chosen_a_home_stays_there_until_they_leave_it() -> None:
    assert home_of([CARS, BIKES], CARS.group, BIKES.group) == BIKES.group
    assert home_of([CARS], BIKES.group, BIKES.group) == CARS.group
    assert home_of([CARS, CORE], CARS.group, CORE.group) == CARS.group, (
        "a core group is home to no member of a community"
    )


def test_groups_are_equal_where_none_is_clearly_ahead() -> None:
    assert equal([CARS, said(BIKES, 67)])
    assert not equal([CARS, said(BIKES, 66)])
    assert not equal([CARS, CORE])
