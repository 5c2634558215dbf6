"""Further samples of what the messages of undo, log and member speak about."""

from actions.fairness.log import Deeds, Log
from actions.fairness.member import MemberCard, Members
from actions.fairness.undo import Told, Undone, UndoPreview
from actions.honour.core import OwnCore
from handlers.given_back import Given
from rules.honour.core import Door, Entrance
from rules.ledger.reversals import Aftermath
from rules.pages import page_of
from rules.refusals import Candidate, OwnAlone, PassedOn, SeveralNamed, WhichPerson
from rules.values import replace
from tests.messages.samples.moments import at
from tests.messages.samples.scouts import HERE
from tests.messages.samples.staff import ALSO, GIVEN, LINES, ROOM, SUMMER, TOLD
from tests.messages.samples.staff import SAMPLES as STAFF

GIVEN_POINTS = replace(LINES[0], entry=130, points=20, missing=0, why="重复计分。" * 12)
CARD = STAFF["member/card"]
assert isinstance(CARD, MemberCard)
MISSED = next(also for also in ALSO if also.kind is Aftermath.DAY_MISSED)
MORE: dict[str, object] = {
    "undo/preview · points come back, many of them": UndoPreview((GIVEN_POINTS,) * 22, (), (), (), 0, "撤错了"),
    "undo/also_day_missed · today": replace(MISSED, today=True, left=4),
    "undo/also_day_missed · a while ago": replace(MISSED, left=2),
    "undo/preview · of one who was forgotten": UndoPreview(LINES[:1], (), (), (), 0, "重复计分", heard=False),
    "undo/preview · a single one": UndoPreview(LINES[:1], (), (), (), 0, "重复计分"),
    "undo/done · many of them": Undone((GIVEN_POINTS,) * 22, (), ALSO, (), 0, "撤错了", "莫莫", ()),
    "undo/done · a single one": Undone(LINES[:1], (), (), (), 0, "重复计分", "莫莫", (TOLD,)),
    "undo/told · points come back": Told(3, 24, (130,), "撤错了", None),
    "undo/told · the day is too long ago": replace(TOLD, mends=False),
    "undo/told · nothing else is touched": replace(TOLD, level=None, missed=None),
    "undo/given_back · a single one": Given(1, (replace(GIVEN[0], points=1),)),
    "undo/told · a single point": Told(3, -1, (131,), "重复计分", None),
    "undo/told · a single point comes back": Told(3, 1, (132,), "撤错了", None),
    "undo/preview · a single point was spent": UndoPreview(LINES[:1], (), (), (), 1, "重复计分"),
    "log/page · nothing yet": Log(3, "林晓", (), (), None),
    "log/deeds · nothing yet": Deeds((), None),
    "member/list · all of them": Members("", page_of(1, 2, 8), (SUMMER,)),
    "member/card · in the core group": replace(CARD, source=None, core=OwnCore(Entrance(Door.OPEN), (ROOM,), (), 7)),
    "member/card · a guest in the core group": replace(
        CARD, core=OwnCore(Entrance(Door.OPEN), (ROOM,), (), 7), guest=True
    ),
    "member/card · may come into the core group": replace(CARD, core=OwnCore(Entrance(Door.OPEN), (), (ROOM,), 7)),
    "member/card · invited to the core group": replace(
        CARD, core=OwnCore(Entrance(Door.OPEN), (), (ROOM,), 7, at(21, 9))
    ),
    "member/card · short of the core group": replace(
        CARD, core=OwnCore(Entrance(Door.SHORT, "资深玩家", 184), (), (ROOM,), 7)
    ),
    "member/card · little is known": replace(
        CARD,
        source=HERE,
        username=None,
        held=0,
        roles=(),
        streak=0,
        last_checked_in=None,
        agreed=True,
        reachable=True,
        suspended_until=None,
        core=OwnCore(Entrance(Door.CLOSED), (), (), 7),
    ),
    "refusals/own_alone · of a member": OwnAlone("me", staff=False),
    "refusals/several_named · of another command": SeveralNamed("mute"),
    "refusals/passed_on · who wrote it can't be seen": PassedOn(
        "grant", "林<b>晓", exact=True, people=(Candidate(880_001, "林<b>晓", None, "20 好图"),), message=7
    ),
    "refusals/which_person · nobody of that name": WhichPerson(
        "grant", "夏天", exact=False, people=(Candidate(880_001, "夏<b>天", None, "20 好图"),), message=7
    ),
}
