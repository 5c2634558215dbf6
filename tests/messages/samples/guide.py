"""What the guide speaks about."""

from dataclasses import replace

from actions.honour.guide import Changed
from rules.honour.guide import Change, guide
from rules.programme.programme import Programme
from tests.messages.samples.moments import at

SAMPLES: dict[str, object] = {
    "guide/guide": replace(guide(Programme()), version="a1b2c3d4"),
    "guide/changed": Changed(
        at(18, 20),
        (
            Change("points", "thanks", 4, 5),
            Change("bonus", "14", None, 2),
            Change("milestones", "100", 200, None),
            Change("streak", "shields_most", 3, 2),
            Change("divisors", "3", 4, 5),
            Change("thanks", "per_giver_day", 5, 6),
            Change("announcements", "best_assist_people", 3, 4),
        ),
    ),
}
