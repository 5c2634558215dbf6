"""What the messages about scheduled posts speak about."""

from handlers.operations.schedule import Due, Failed, Jobs, Planned, Skipped
from rules.pages import Page
from storage.post.jobs import Run
from tests.messages.samples.moments import at

SUNDAY_20 = at(22, 20)

CARD = Due(("星途车友会",), SUNDAY_20, Run("checkin_card", 1, "x", 0, SUNDAY_20 - 86_400, "posted"))
ABROAD = Due(("Star Drivers LA", "Star <Riders>"), SUNDAY_20 + 3_600, None)

SAMPLES: dict[str, object] = {
    "schedule/list": Jobs((Planned("checkin_card", (CARD,)),), public=True, page=Page(1, 2, 2, 0)),
    "schedule/skips": None,
    "schedule/skipped": Skipped("weekly_board", "星途车友会", SUNDAY_20, by_hand=True),
    "schedule/failed": Failed("checkin_card", "星途车友会", SUNDAY_20, "a1b2c3d4"),
}


def _run(outcome: str) -> Due:
    """The weekly board, after a last time that went like that."""
    return Due(("星途车友会",), SUNDAY_20, Run("weekly_board", 1, "x", 0, at(15, 20), outcome))


MORE: dict[str, object] = {
    "schedule/list · behind the scenes": Jobs(
        (
            Planned("seal", (Due((), SUNDAY_20 + 60, None),)),
            Planned(
                "promotions",
                (Due((), SUNDAY_20 + 90, Run("promotions", 0, "x", 0, SUNDAY_20 - 900, "skipped")),),
            ),
        ),
        public=False,
        page=Page(2, 2, 2, 1),
    ),
    "schedule/list · for people by two clocks": Jobs(
        (
            Planned(
                "digest", tuple(Due((), SUNDAY_20, None, zone) for zone in ("Asia/Shanghai", "America/Los_Angeles"))
            ),
        ),
        public=False,
        page=Page(2, 2, 2, 1),
    ),
    "schedule/list · in every way it can go": Jobs(
        (Planned("weekly_board", tuple(map(_run, ("nothing", "uncertain", "failed")))),),
        public=True,
        page=Page(1, 1, 1, 0),
    ),
    "schedule/list · by two clocks": Jobs(
        (Planned("weekly_board", (CARD, ABROAD)), Planned("newcomers", (ABROAD,))), public=True, page=Page(1, 1, 1, 0)
    ),
    "schedule/list · none": Jobs((), public=True, page=Page(1, 1, 0, 0)),
    "schedule/failed · of the whole brand": Failed("seal", "", SUNDAY_20, "a1b2c3d4"),
    "schedule/skipped · nobody posts it by hand": Skipped("checkin_card", "星途车友会", at(18, 9), by_hand=False),
}
