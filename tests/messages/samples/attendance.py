"""What the messages about coming to an event speak about."""

from actions.offers.attendance import Came, CodeSaid, WrongCode
from actions.offers.event_feedback import HowWasIt, Marks
from actions.offers.event_material import Material
from actions.offers.event_mine import EventFile, HourWanted
from actions.offers.event_reminder import EventSoon
from actions.offers.event_settled import EventSettled
from actions.offers.roster import Listed, Roster
from actions.offers.seat import SeatEnded
from handlers.offers.attendance import Removing
from rules.files import File
from rules.offers.attendance import CameAlready, DoorsClosed, HereAlready, WasNotThere
from rules.offers.event_material import EnoughMaterial, NoMaterial
from rules.offers.seat import SeatState
from rules.pages import Page
from rules.values import replace
from tests.messages.samples.event import BEGINS, OFFERED, SEATED
from tests.messages.samples.moments import at

TITLE = "夜拍工作坊 <一>"
CAME = Came(3, TITLE, "林<b>晓", 5)
SOON = EventSoon(7, 3, TITLE, BEGINS, "星光路 8 号 2 楼")
MARKS = Marks(9, 2, 1)
SETTLED = EventSettled(3, TITLE, 18, 20, (7, 8), "何<b>川", 9, MARKS)
HOW = HowWasIt(3, TITLE, (7,))
MATERIAL = Material(3, TITLE, ("https://example.com/notes", "三脚架清单"), (File("photo", "p1", "p1"),), 3, 10, (7, 8))
PEOPLE = (Listed(1, "林<b>晓", True), Listed(2, "周<b>舟", False))
ROSTER = Roster(3, TITLE, PEOPLE, Page(1, 1, 2, 0), 1, 1, 3, open=True, marks=Marks())
REMOVED = SeatEnded(7, 3, TITLE, SeatState.REMOVED, 30, (OFFERED,))

SAMPLES: dict[str, object] = {
    "event/calendar": EventFile(3, TITLE, ""),
    "event/hour": HourWanted(TITLE, wanted=True),
    "event/reminder": SOON,
    "event/soon": SOON,
    "event/settled": SETTLED,
    "event/missed": SETTLED,
    "event/ask_code": None,
    "event/came": CAME,
    "event/wrong_code": WrongCode(3),
    "event/code": CodeSaid(3, TITLE, "482913", at(21, 20, 15)),
    "event/roster": ROSTER,
    "event/ticked": CAME,
    "event/remove": Removing("林<b>晓", TITLE),
    "event/removed": REMOVED,
    "event/told_removed": REMOVED,
    "event/how": HOW,
    "event/marked": HOW,
    "event/ask_material": None,
    "event/material_kept": MATERIAL,
    "event/handed_on": MATERIAL,
    "event/material": MATERIAL,
    "event/told_material": MATERIAL,
    "event/announced_over": SETTLED,
    "event/spoken": SETTLED,
    "refusals/was_not_there": WasNotThere(TITLE),
    "refusals/here_already": HereAlready(TITLE),
    "refusals/enough_material": EnoughMaterial(10),
    "refusals/no_material": NoMaterial(TITLE),
    "refusals/doors_closed": DoorsClosed(TITLE, at(21, 19)),
    "refusals/came_already": CameAlready("林<b>晓", 120),
}
MORE: dict[str, object] = {
    "event/material · words alone": replace(MATERIAL, files=()),
    "event/material_kept · an album": replace(MATERIAL, album=True),
    "event/material_kept · nobody came": replace(MATERIAL, members=()),
    "event/handed_on · nobody came": replace(MATERIAL, members=()),
    "event/announced_over · nobody was counted": replace(SETTLED, came=0, missed=()),
    "event/announced_over · nobody spoke": replace(SETTLED, speaker=""),
    "event/spoken · nobody has said how it was": replace(SETTLED, marks=Marks()),
    "event/roster · afterwards": replace(ROSTER, marks=MARKS, offered=0, waiting=0),
    "event/hour · no more": HourWanted(TITLE, wanted=False),
    "event/reminder · no place yet": replace(SOON, place=""),
    "event/soon · no place": replace(SOON, place=""),
    "event/settled · all came": replace(SETTLED, came=20, missed=()),
    "event/settled · no list": replace(SETTLED, came=0, missed=()),
    "event/came · no points": replace(CAME, points=0),
    "event/wrong_code · no more tries": WrongCode(0),
    "event/roster · before it": replace(ROSTER, open=False, offered=0, waiting=0),
    "event/roster · nobody": replace(ROSTER, people=(), page=Page(1, 1, 0, 0), open=False, offered=0, waiting=0),
    "event/ticked · no points": replace(CAME, points=0),
    "event/removed · free": replace(REMOVED, points=0, offered=()),
    "event/told_removed · free": replace(REMOVED, points=0),
    "event/detail · came": replace(SEATED, came=True),
}
LABELS: dict[str, object] = {"event/person": PEOPLE[0]}
