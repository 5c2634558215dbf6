"""A value is read and changed in one way, whatever kind of class it is."""

from dataclasses import dataclass

import pytest
from msgspec import Struct

from rules.refusals import Refusal
from rules.values import composed, names, parts, replace, spread


class Part(Struct, frozen=True):
    """One of the product's values."""

    name: str
    places: int = 1


@dataclass(frozen=True)
class Section:
    """A section of the configuration."""

    title: str
    parts: tuple[Part, ...] = ()


@dataclass(eq=False)
class Full(Refusal):
    """A refusal."""

    part: Part


DRIVER, CREW = Part("司机"), Section("夜行长片", (Part("司机"), Part("剪辑", 2)))


def test_both_kinds_name_their_fields_in_order() -> None:
    assert names(Part) == names(DRIVER) == ("name", "places")
    assert names(Section) == ("title", "parts")
    assert names(Full(DRIVER)) == ("part",)


def test_what_has_fields_is_told_from_what_has_none() -> None:
    assert all(composed(one) for one in (DRIVER, CREW, Full(DRIVER)))
    assert not any(composed(one) for one in (Part, Section, "司机", 3, (DRIVER,), {"name": "司机"}, None))


def test_parts_are_as_they_are_and_spread_goes_all_the_way_down() -> None:
    assert parts(CREW) == {"title": "夜行长片", "parts": (DRIVER, Part("剪辑", 2))}
    assert spread(CREW) == {
        "title": "夜行长片",
        "parts": [{"name": "司机", "places": 1}, {"name": "剪辑", "places": 2}],
    }
    assert spread({"who": Full(DRIVER)}) == {"who": {"part": {"name": "司机", "places": 1}}}


def test_a_changed_one_is_another_and_the_first_stays() -> None:
    assert replace(DRIVER, places=3) == Part("司机", 3)
    assert replace(CREW, parts=()) == Section("夜行长片")
    assert DRIVER.places == 1


def test_it_can_be_changed_in_no_other_way() -> None:
    with pytest.raises(AttributeError):
        DRIVER.places = 4  # type: ignore[misc]  # that is what is tried
    with pytest.raises(TypeError):
        replace(DRIVER, seats=4)  # type: ignore[call-arg]  # there is no such field
