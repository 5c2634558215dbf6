"""What those who are in no group of ours reach in private: every route, and what each of them is for.

Whoever adds a route that is open to strangers says here which it is; what is not named shows nothing from inside.
"""

from collections.abc import Iterator

import pytest

from handlers import routes
from handlers.routes import Command, Observe, On, Press, Prompted, Route, Start
from storage import members
from storage.engine.tx import Tx
from storage.post import dialogues
from tests.house.test_permissions import named, ways
from tests.house.theatre import OWN, PRIVATE, Case, Theatre

OUTSIDER = "outsider"

COMMANDS = {
    *("start", "help", "cancel", "covenant", "contact"),  # finding one's way, and the staff
    *("language", "quiet", "settings", "hideme"),  # how they are written to, and shown
    *("mydata", "forgetme"),
    *("me", "orders", "record", "why", "works"),  # what is their own
}
STARTS = {"covenant", "contact", "help", "record", "orders", "works", "claim"}
PRESSES = {
    *("covenant.agree", "covenant.agree_together", "help.turn", "welcome.give_up"),
    *("contact.more", "contact.pass_on", "contact.enough"),
    *("feedback.write", "feedback.more", "feedback.named", "feedback.talk", "feedback.claim"),
    *("language.choose", "language.as_app", "quiet.choose"),
    *("mydata.give", "forgetting.ask", "forgetting.keep", "forgetting.surely"),
    *("appeal.begin", "record.own_page", "why.origin"),
    *("order.list", "order.show", "order.cancel", "order.cancel_surely", "order.receive"),
    *("order.address", "order.address_right"),
    *("own_work.back", "own_work.open", "own_work.withdraw", "own_work.withdraw_surely"),
    *("card.clear", "portrait.withdraw", "nomination.withdraw", "nomination.decline", "shop.leave_want"),
    *("event.leave", "event.leave_surely", "project.leave", "project.leave_surely", "challenge.leave"),
    *("resource.withdraw", "resource.withdraw_surely", "resource.got"),
    *("mentor.leave", "mentoring.end", "council.resign", "council.resign_now", "council.decline"),
}
PROMPTS = {"appeal.words", "contact.words", "feedback.words", "feedback.more", "order.address"}
LISTENERS = {
    *("contact_piece", "contact_spoken", "contact_reply"),
    *("feedback_piece", "feedback_reply", "no_command", "not_understood"),
}


def _is_open(route: Route) -> bool:
    """Whether one who is in no group ought to reach it."""
    match route:
        case Command():
            return route.name in COMMANDS
        case Start():
            return route.payload in STARTS
        case Press():
            kind, _, rest = route.action.partition(".")
            asked = route.action.rpartition(".")[0]
            return route.action in PRESSES or (kind == "command" and rest in COMMANDS) or asked in PROMPTS
        case Prompted():
            return route.prompt in PROMPTS
        case Observe():
            return route.name in LISTENERS
    return False


def _reached() -> Iterator[Command | Press | Start | Prompted | Observe]:
    """Every route by which somebody is answered in private."""
    for route in routes():
        match route:
            case Command() | Press() | Start() | Prompted():
                yield route
            case Observe(on=On.PRIVATE_TALK):
                yield route


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    """With one more caller, who agreed to the covenant and is in no group."""
    theatre = Theatre()

    def stranger(tx: Tx) -> None:
        member = members.remember(tx, 799_999, OUTSIDER, OUTSIDER, "zh", 0)
        members.set_reachable(tx, member.id, True)
        members.agree(tx, member.id, 1, 0)
        theatre.callers[OUTSIDER] = members.get(tx, member.id)

    theatre.stage.do(stranger)
    return theatre


@pytest.mark.parametrize("route", [*_reached()], ids=named)
def test_who_is_in_no_group_reaches_only_what_is_listed(route: Route, theatre: Theatre) -> None:
    flow = theatre.flow(route)

    def play(tx: Tx) -> set[str]:
        reached: set[str] = set()
        for way in ways(route):
            theatre.reached.clear()
            theatre.letters(tx, flow, Case(route, way, OUTSIDER, PRIVATE, OWN))
            reached |= {way} if theatre.reached else set()
            for asked in dialogues.waiting(tx, theatre.callers[OUTSIDER].id, 0):
                dialogues.close(tx, asked.id)
        return reached

    reached = theatre.stage.do(play)
    assert reached == (set(ways(route)) if _is_open(route) else set())


def test_every_listed_route_is_there() -> None:
    found = [*_reached()]
    assert {one.name for one in found if isinstance(one, Command)} >= COMMANDS
    assert {one.payload for one in found if isinstance(one, Start)} >= STARTS
    assert {one.action for one in found if isinstance(one, Press)} >= PRESSES
    assert {one.prompt for one in found if isinstance(one, Prompted)} >= PROMPTS
    assert {one.name for one in found if isinstance(one, Observe)} >= LISTENERS
