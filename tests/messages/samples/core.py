"""What the messages about the core group speak about."""

from actions.honour.core import ByHand, CoreRoom, LinkMade, OwnCore
from actions.honour.core_arrival import Intruder, StillThere, TurnedAway
from actions.honour.core_watch import CoreAnswered, CoreQuestion, Welcomed
from rules.honour.core import CoreCaseState, Door, Entrance, Story
from tests.messages.samples.moments import at

TITLE = "星途核心圈"
ROOM, CITY = CoreRoom(4, TITLE), CoreRoom(9, "星途上海核心圈")
OPEN, CLOSED = Entrance(Door.OPEN), Entrance(Door.CLOSED)
SHORT = Entrance(Door.SHORT, "资深玩家", 86)
PAUSED = Entrance(Door.SUSPENDED, until=at(20, 18))


def _answered(story: Story, state: CoreCaseState, by: str = "") -> CoreAnswered:
    return CoreAnswered(7, story, state, 2, 4, "周舟", TITLE, by)


SAMPLES: dict[str, object] = {
    "core/own": OwnCore(OPEN, (), (ROOM,), 7),
    "core/offered": OwnCore(OPEN, (), (ROOM,), 7),
    "core/coming": None,
    "core/link": LinkMade(1, TITLE, "https://t.me/+abc", at(25, 18)),
    "core/no_link": ByHand(7, 1, "林晓", TITLE, told=True),
    "core/by_hand": ByHand(7, 1, "林晓", TITLE, told=True),
    "core/welcome": Welcomed(4, ("林晓",), 0),
    "core/turned_away": TurnedAway(2, "周舟", TITLE, SHORT, former=False, case=None),
    "core/put_out": Intruder(7, 2, "周舟", TITLE, SHORT, "林晓", told=True),
    "core/intruder": Intruder(7, 2, "周舟", TITLE, SHORT, "林晓", told=True),
    "core/still_there": StillThere("周舟", TITLE),
    "core/question": CoreQuestion(7, Story.LOST, 2, "周舟", TITLE, "资深玩家", 86, at(30, 18)),
    "core/answered": _answered(Story.LOST, CoreCaseState.KEPT, "莫莫"),
    "core/back": _answered(Story.RETURNING, CoreCaseState.KEPT, "莫莫"),
    "core/not_now": _answered(Story.RETURNING, CoreCaseState.LET_GO, "莫莫"),
    "core/goodbye": _answered(Story.LOST, CoreCaseState.LET_GO, "莫莫"),
}
MORE: dict[str, object] = {
    "core/own · with a link that still works": OwnCore(OPEN, (), (ROOM, CITY), 7, at(25, 18)),
    "core/own · inside": OwnCore(OPEN, (ROOM,), (), 7),
    "core/own · inside one of two": OwnCore(OPEN, (ROOM,), (CITY,), 7),
    "core/own · not yet": OwnCore(SHORT, (), (ROOM,), 7),
    "core/own · not yet into the other": OwnCore(SHORT, (ROOM,), (CITY,), 7),
    "core/own · suspended": OwnCore(PAUSED, (), (ROOM,), 7),
    "core/own · people decide": OwnCore(CLOSED, (), (ROOM,), 7),
    "core/own · there is none": OwnCore(SHORT, (), (), 7),
    "core/own · there is none yet": OwnCore(OPEN, (), (), 7),
    "core/offered · two": OwnCore(OPEN, (), (ROOM, CITY), 7),
    "core/no_link · no staff group": ByHand(7, 1, "林晓", TITLE, told=False),
    "core/welcome · many": Welcomed(4, ("林晓", "周舟"), 3),
    "core/turned_away · somebody of the past": TurnedAway(2, "周舟", TITLE, SHORT, former=True, case=7),
    "core/turned_away · suspended": TurnedAway(2, "周舟", TITLE, PAUSED, former=False, case=None),
    "core/put_out · by no link of ours": Intruder(7, 2, "周舟", TITLE, SHORT, told=True),
    "core/put_out · suspended": Intruder(7, 2, "周舟", TITLE, PAUSED, told=True),
    "core/intruder · brought by a member": Intruder(7, 2, "周舟", TITLE, SHORT, brought_by="林晓"),
    "core/intruder · suspended, by their own link": Intruder(7, 2, "周舟", TITLE, PAUSED, own=True),
    "core/intruder · suspended, by no link of ours": Intruder(7, 2, "周舟", TITLE, PAUSED, told=True),
    "core/question · would like to come back": CoreQuestion(
        7, Story.RETURNING, 2, "周舟", TITLE, "资深玩家", 86, at(30, 18)
    ),
    "core/answered · goodbye": _answered(Story.LOST, CoreCaseState.LET_GO, "莫莫"),
    "core/answered · nobody decided": _answered(Story.LOST, CoreCaseState.LAPSED),
    "core/answered · nothing to decide": _answered(Story.LOST, CoreCaseState.MOOT),
    "core/answered · asked back": _answered(Story.RETURNING, CoreCaseState.KEPT, "莫莫"),
    "core/answered · not this time": _answered(Story.RETURNING, CoreCaseState.LET_GO, "莫莫"),
    "core/answered · nobody answered": _answered(Story.RETURNING, CoreCaseState.LAPSED),
    "core/answered · has the level again": _answered(Story.RETURNING, CoreCaseState.MOOT),
}
LABELS: dict[str, object] = {"core/enter": ROOM}
