"""What the messages of setting up speak about."""

from actions.operations.setup import Farewell, GroupSetup, Turned
from handlers.operations.setup import NewPlace, Topic, Zone
from rules.people import Part, Purpose
from rules.values import replace

PLACE = GroupSetup(1, "星途车友会", Part.COMMUNITY, "zh", "Asia/Shanghai", True, (Purpose.QUESTIONS, Purpose.CHECKINS))

SAMPLES: dict[str, object] = {
    "setup/which_part": NewPlace("星途车友会", channel=False),
    "setup/place": PLACE,
    "setup/finished": PLACE,
    "setup/which_zone": PLACE,
    "setup/topic": Topic("星途车友会", (Purpose.QUESTIONS,)),
    "setup/off_surely": PLACE,
    "setup/off": Farewell("星途车友会"),
    "setup/removed": Farewell("星途车友会"),
}
LABELS: dict[str, object] = {"setup/zone": Zone("Asia/Shanghai")}
CHANNEL = replace(PLACE, title="星途精选", part=Part.CHANNEL, forum=False, bound=())
MORE: dict[str, object] = {
    "setup/which_part · a channel": NewPlace("星途精选", channel=True),
    "setup/place · a channel": CHANNEL,
    "setup/place · in English, without topics": replace(PLACE, locale="en", forum=False, bound=()),
    "setup/place · in UTC": replace(PLACE, timezone="UTC"),
    **{f"setup/place · after {turned}": replace(PLACE, turned=turned, purpose=Purpose.QUESTIONS) for turned in Turned},
    "setup/place · with a way in": replace(PLACE, way_in="https://t.me/startrail"),
    "setup/finished · a channel": CHANNEL,
    "setup/topic · of several purposes": Topic("星途车友会", (Purpose.QUESTIONS, Purpose.CHECKINS)),
    "setup/topic · of none": Topic("星途车友会", ()),
}
