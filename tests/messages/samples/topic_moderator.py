"""What the messages of topic moderators speak about."""

from actions.topic_moderator import FieldGiven, FieldLine, FieldOver, Fields
from handlers.honour.topic_moderator import Recommended
from rules.programme.conditions import Checked
from rules.topic_moderator import (
    AskerMayCome,
    FieldByCommand,
    FieldEnded,
    FieldHeld,
    FieldNeeded,
    FieldNeedsMore,
    FieldNotTheirs,
    ReasonToFeature,
)
from rules.values import replace
from tests.messages.samples.moments import at

GIVEN = FieldGiven(3, 7, "何<b>川", "夏<b>天", theme=False, until=at(28, 9), by="阿<b>木", hours=72)
OVER = FieldOver(3, 7, "何<b>川", "夏<b>天", 12, term=True)
LINES = (
    FieldLine("何<b>川", "夏<b>天", theme=False, until=at(28, 9)),
    FieldLine("林<b>晓", "夏至", theme=True, until=None),
)

SAMPLES: dict[str, object] = {
    "topic_moderator/given": GIVEN,
    "topic_moderator/renewed": GIVEN,
    "topic_moderator/entrusted": GIVEN,
    "topic_moderator/list": Fields(LINES),
    "topic_moderator/recommended": None,
    "topic_moderator/proposed": Recommended("何<b>川", "林<b>晓", "夏<b>天", "夏天", "How to <check> tyre pressure"),
    "topic_moderator/over": OVER,
    "topic_moderator/told_over": OVER,
    "refusals/field_needed": FieldNeeded(),
    "refusals/field_held": FieldHeld("何<b>川", "夏<b>天"),
    "refusals/field_needs_more": FieldNeedsMore("何<b>川", (Checked("certified", 0, 1, False, 1),)),
    "refusals/field_by_command": FieldByCommand(),
    "refusals/field_not_theirs": FieldNotTheirs(),
    "refusals/field_ended": FieldEnded(),
    "refusals/asker_may_come": AskerMayCome(12, at(28, 9)),
    "refusals/reason_to_feature": ReasonToFeature(),
}
MORE: dict[str, object] = {
    "topic_moderator/proposed · a picture without words": Recommended("何<b>川", "林<b>晓", "夏<b>天", "夏天", ""),
    "topic_moderator/given · a theme without an end": replace(GIVEN, theme=True, until=None),
    "topic_moderator/given · one who never started": replace(GIVEN, reachable=False),
    "topic_moderator/renewed · without an end": replace(GIVEN, until=None),
    "topic_moderator/entrusted · a theme without an end": replace(GIVEN, theme=True, until=None),
    "topic_moderator/entrusted · may pin": replace(GIVEN, pins=3),
    "topic_moderator/list · nobody yet": Fields(()),
    "topic_moderator/over · nothing was asked": replace(OVER, helped=0),
    "topic_moderator/told_over · nothing was asked": replace(OVER, helped=0),
    "topic_moderator/told_over · not by its time": replace(OVER, term=False),
    "topic_moderator/told_over · not by its time, nothing was asked": replace(OVER, term=False, helped=0),
}
