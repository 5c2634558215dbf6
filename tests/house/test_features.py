"""The order of FEATURES decides nothing: who answers first, and how menus and the help read, is declared."""

import random
from collections import Counter

import pytest

import handlers
from bot.flow.answer import observed
from bot.flow.router import Router
from handlers.effects import Toast
from handlers.operations.menu import in_order
from handlers.routes import TEAMS, Command, Confided, Observe, On, Press, Prompted, Route, Shelf, Start
from handlers.ways_out import WayOut
from tests.stage import Stage

OBSERVERS = [route for route in handlers.routes() if isinstance(route, Observe)]
COMMANDS = [route for route in handlers.routes() if isinstance(route, Command)]


def asked(routes: tuple[Route, ...]) -> dict[On, list[str]]:
    """The observers by name, in the order in which they are asked."""
    return {on: [one.name for one in found] for on, found in Router(routes, {}).observers.items()}


# By what each kind of route is found: the later one of two of the same would be the only one there is.
FOUND_BY = {
    Command: "name",
    Press: "action",
    Start: "payload",
    Prompted: "prompt",
    Confided: "name",
    WayOut: "refusal",
}


@pytest.mark.parametrize("kind", FOUND_BY)
def test_no_two_routes_are_found_by_the_same(kind: type[Route]) -> None:
    names = [getattr(route, FOUND_BY[kind]) for route in handlers.routes() if isinstance(route, kind)]
    assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("on", On)
def test_no_two_observers_of_the_same_take_the_same_turn(on: On) -> None:
    turns = [observer.turn for observer in OBSERVERS if observer.on is on]
    assert len(turns) == len(set(turns))


def test_in_whatever_order_features_stand_the_same_observer_answers_and_the_help_reads_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = handlers.routes()
    shuffled = list(handlers.FEATURES)
    random.Random(7).shuffle(shuffled)
    monkeypatch.setattr(handlers, "FEATURES", tuple(shuffled))
    then = handlers.routes()
    assert [type(route) for route in then] != [type(route) for route in first]
    assert asked(then) == asked(first)
    assert [one.name for one in in_order(then)] == [one.name for one in in_order(first)]


def test_a_picture_of_an_album_is_asked_about_before_what_was_not_understood() -> None:
    assert asked(handlers.routes())[On.PRIVATE_TALK] == [
        "contact_piece",
        "contact_spoken",
        "contact_reply",
        "feedback_piece",
        "feedback_reply",
        "album_in_private",
        "broadcast_piece",
        "event_material_piece",
        "order_parcel",
        "attendance_alone",
        "quiz_waits",
        "no_command",
        "asked_in_private",
        "not_understood",
    ]


def test_the_first_turn_that_has_something_to_say_answers_alone(stage: Stage) -> None:
    def observer(name: str, turn: int, *, speaks: bool) -> Observe:
        return Observe(On.TALK, name, lambda call, tx: Toast(name) if speaks else None, turn)

    late, listening, early = (
        observer("c", 30, speaks=True),
        observer("a", 10, speaks=False),
        observer("b", 20, speaks=True),
    )
    router = Router((late, listening, early), {})
    call = None
    effects = stage.do(lambda tx: observed(router, On.TALK, call, tx))  # type: ignore[arg-type]  # nobody looks at it
    assert effects == Toast("b")


def test_the_tools_of_the_team_are_for_the_team_alone() -> None:
    assert {bool(one.who) for one in COMMANDS if one.shelf in TEAMS} == {True}
    assert {one.name for one in COMMANDS if one.who and one.shelf and one.shelf not in TEAMS} == set()
    assert {one.shelf for one in COMMANDS} - {None} == set(Shelf)


def test_no_two_commands_stand_at_the_same_place() -> None:
    places = [(one.shelf, one.place) for one in COMMANDS if one.shelf]
    assert len(places) == len(set(places))
