"""Who may do what where: every route, for every role, in every kind of chat, from every kind of sender.

Each route of the product answers with a mark here, everything else is the real bot. What is expected is written
down below as plainly as people would say it, and not taken from the code that decides.
"""

from collections.abc import Iterator
from itertools import product

import pytest

from handlers import FEATURES, routes
from handlers.routes import Command, Confided, Observe, On, Press, Prompted, Route, Start, Where
from handlers.ways_out import Together, WayOut
from storage.engine.tx import Tx
from storage.post import dialogues
from storage.post.bodies import written
from storage.post.letters import Letter
from tests.house.theatre import (
    ANONYMOUS,
    CALLERS,
    COMMUNITY,
    CORE,
    EDITED,
    FACELESS,
    FORWARDED,
    GROUPS,
    OWN,
    PRIVATE,
    STAFF,
    STRANGE,
    Case,
    Theatre,
)

Called = Command | Press | Start | Prompted | Confided

# Where a command works, by how it is declared.
OPEN: dict[Where, tuple[str, ...]] = {
    Where.ANYWHERE: (PRIVATE, COMMUNITY, CORE, STAFF),
    Where.PRIVATE: (PRIVATE,),
    Where.GROUP: (COMMUNITY, CORE),
    Where.STAFF: (PRIVATE, STAFF),
    Where.ANY_GROUP: (COMMUNITY, CORE, STAFF),
}


def entitled(route: Command | Press | Start | Prompted, caller: str) -> bool:
    """Whether the caller's role is one of those that may, and nothing stands in their way."""
    if route.who and caller not in {role.value for role in route.who}:
        return False
    return not (route.covenant and caller in ("newcomer", "suspended"))


def expected(case: Case) -> bool:
    """What ought to be."""
    route = case.route
    match route:
        case Command():
            places = OPEN[route.where] + ((STRANGE,) if route.inactive and case.way.startswith("/") else ())
            word = route.afterwards_by_word and not case.way.startswith("/")
            heard = route.afterwards and (case.way.startswith("#") or word)
            put_in = case.sender == EDITED and heard and case.place != PRIVATE
            return (case.sender == OWN or bool(put_in)) and case.place in places and entitled(route, case.caller)
        case Start():
            return case.sender == OWN and case.place == PRIVATE and entitled(route, case.caller)
        case Prompted():
            return case.sender in (OWN, FORWARDED) and case.place == PRIVATE and entitled(route, case.caller)
        case Press(standing=True):
            return case.place == PRIVATE and entitled(route, case.caller)
        case Confided():
            return False  # nothing that has passed the inbox gets there
        case Press():
            return case.sender == OWN and entitled(route, case.caller)
        case Observe():
            return observed(route.on, case)


def observed(on: On, case: Case) -> bool:
    """Talk of people is overheard in activated groups, edits too; in private only what is said there."""
    if case.sender in FACELESS or case.place == STRANGE:
        return False
    if on in (On.NAMED, On.REPLIED):
        return False
    if on is On.PRIVATE_TALK:
        return case.place == PRIVATE and case.sender != EDITED
    if on is On.TALK:
        return case.place != PRIVATE and case.sender != EDITED
    if on is On.PRIVATE_EDIT:
        return case.place == PRIVATE and case.sender == EDITED
    return on is On.EDIT and case.place != PRIVATE and case.sender == EDITED


def ways(route: Route) -> tuple[str, ...]:
    """The ways to call a route: command, words and hashtags; payload; whatever answers a question; action."""
    match route:
        case Command():
            return (f"/{route.name}", *route.words, *(f"#{tag}" for tag in route.tags))
        case Start():
            return (f"/start {route.payload}", f"/start {route.payload}-12")
        case Press():
            return (route.action,)
        case _:
            return ("今天天气不错",)


def senders(route: Route, place: str) -> tuple[str, ...]:
    """The kinds of senders there are in that place; a button knows its own person and others."""
    if isinstance(route, Press):
        return (OWN, "somebody else")
    return (OWN, FORWARDED, EDITED) if place == PRIVATE else (OWN, FORWARDED, EDITED, *FACELESS)


def cases(route: Route) -> Iterator[Case]:
    """Every case of a route. Who writes as a group or channel, or is a bot, has no role."""
    for way, place in product(ways(route), (PRIVATE, *GROUPS)):
        for sender in senders(route, place):
            for caller in ("owner",) if sender in FACELESS else CALLERS:
                yield Case(route, way, caller, place, sender)


def public(letters: list[Letter], case: Case) -> bool:
    """Whether anybody besides the caller reads it; the hint for anonymous admins is meant for whoever it was."""
    if case.place == PRIVATE or case.sender == ANONYMOUS:
        return False
    said = [letter for letter in letters if letter.method == "sendMessage"]
    return any(letter.seen_by is None for letter in said)


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    """One for all routes."""
    return Theatre()


def named(route: Route) -> str:
    """The same in every process that collects the tests: nothing that holds an address."""
    match route:
        case Observe():
            return f"Observe-{route.on}-{route.name}"
        case Prompted():
            return f"Prompted-{route.prompt}"
        case _:
            return f"{type(route).__name__}-{ways(route)[0]}"


ADDRESSED = [route for route in routes() if not isinstance(route, WayOut | Together)]


@pytest.mark.parametrize("route", ADDRESSED, ids=named)
def test_nobody_reaches_what_they_may_not_and_everybody_what_they_may(route: Route, theatre: Theatre) -> None:
    flow = theatre.flow(route)
    wrong: list[str] = []

    def play(tx: Tx) -> None:
        for case in cases(route):
            theatre.reached.clear()
            letters = theatre.letters(tx, flow, case)
            for asked in dialogues.waiting(tx, theatre.callers[case.caller].id, 0):
                dialogues.close(tx, asked.id)
            if bool(theatre.reached) != expected(case):
                wrong.append(f"{'wrongly allowed' if theatre.reached else 'wrongly denied'}: {case}")
            elif not theatre.reached and public(letters, case):
                wrong.append(f"denied in public: {case}")

    theatre.stage.do(play)
    assert not wrong, "\n".join(wrong[:20])


# Fair order, criticism and trust, written down once more apart from what their routes say of themselves: whoever adds one
# there says here for whom it is meant.
FEATURES_OF_ORDER = ("sanction", "appeal", "record", "report", "feedback", "trust")
MODERATORS_ALONE = (
    *("warn", "mute", "suspend", "lift", "warn.chosen", "mute.chosen", "suspend.chosen", "lift.chosen"),
    *("sanction.clause", "sanction.give", "sanction.drop", "sanction.confirm", "sanction.decline", "sanction.lift"),
    *("appeal.uphold", "appeal.answer", "appeal.shorten", "appeal.lift", "report.handled"),
    *("tickets", "feedback.discussing", "feedback.adopted", "feedback.as_it_is", "feedback.word", "feedback.declined"),
    *("feedback.shipped", "feedback.merge", "feedback.again", "feedback.further"),
    *("trust.chosen", "trust.confirm", "trust.confirm_all", "trust.decline", "trust.reason", "trust.keep"),
    *("trust.deal", "trust.settled"),
)
REVIEWERS_TOO = ("record.chosen", "record.shown", "record.page", "trust.shown")
FOR_ALL = (
    *("report", "record", "record.own_page", "appeal.begin", "appeal.words", "trust", "adopted", "feedback.older"),
    *("feedback", "feedback.way", "feedback.seal", "feedback.seal_more", "feedback.write", "feedback.words"),
    *("feedback.more", "feedback.named", "feedback.talk", "feedback.sure", "feedback.claim"),
)


def _of_order() -> list[Called]:
    """Every route of those features that somebody calls."""
    modules = [one for one in FEATURES if one.__name__.rpartition(".")[2].partition("_")[0] in FEATURES_OF_ORDER]
    return [one for module in modules for one in getattr(module, "ROUTES", ()) if isinstance(one, Called)]


def _name(route: Called) -> str:
    match route:
        case Command(name=name) | Press(action=name) | Prompted(prompt=name):
            return name
        case Start(payload=name) | Confided(name=name):
            return name


def _roles(name: str) -> set[str]:
    """Those for whom it is meant; none for everybody."""
    team = {"moderator", "operator", "owner"}
    return team if name in MODERATORS_ALONE else team | {"reviewer"} if name in REVIEWERS_TOO else set()


def test_every_route_of_order_criticism_and_trust_stands_in_one_list_and_none_in_two() -> None:
    assert {_name(route) for route in _of_order()} == {*MODERATORS_ALONE, *REVIEWERS_TOO, *FOR_ALL}
    assert not {*MODERATORS_ALONE, *REVIEWERS_TOO} & {*FOR_ALL}


@pytest.mark.parametrize("route", _of_order(), ids=lambda route: f"{type(route).__name__}-{_name(route)}")
def test_who_keeps_order_decides_about_criticism_and_trust_and_who_is_merely_concerned(route: Called) -> None:
    assert {role.value for role in getattr(route, "who", ())} == _roles(_name(route))
    assert not getattr(route, "covenant", False), "whoever it concerns does it even without covenant, or suspended"


def test_an_anonymous_admin_is_told_to_act_as_a_person(theatre: Theatre) -> None:
    [grant] = [route for route in routes() if isinstance(route, Command) and route.name == "grant"]
    flow = theatre.flow(grant)
    told = {
        place: theatre.stage.do(
            lambda tx, place=place: theatre.letters(tx, flow, Case(grant, "/grant", "owner", place, ANONYMOUS))  # type: ignore[misc]
        )
        for place in GROUPS
    }
    assert all("匿名身份" in written(told[place][0].body) for place in (COMMUNITY, CORE, STAFF))
    assert told[STRANGE] == []
