"""What the messages about scheduled posts speak about."""

from handlers.operations.schedule import Due, Failed, Jobs, Skipped
from rules.pages import Page
from storage.post.jobs import Run
from tests.messages.samples.moments import at

SUNDAY_20 = at(22, 20)

SAMPLES: dict[str, object] = {
    "schedule/list": Jobs(
        (Due("checkin_card", "星途车友会", SUNDAY_20, Run("checkin_card", 1, "x", 0, SUNDAY_20 - 86_400, "posted")),),
        public=True,
        page=Page(1, 2, 2, 0),
    ),
    "schedule/skips": None,
    "schedule/skipped": Skipped("weekly_board", "星途车友会", SUNDAY_20, by_hand=True),
    "schedule/failed": Failed("checkin_card", "星途车友会", SUNDAY_20, "a1b2c3d4"),
}
MORE: dict[str, object] = {
    "schedule/list · behind the scenes": Jobs(
        (
            Due("seal", None, SUNDAY_20 + 60, None),
            Due("promotions", None, SUNDAY_20 + 90, Run("promotions", 0, "x", 0, SUNDAY_20 - 900, "skipped")),
        ),
        public=False,
        page=Page(2, 2, 2, 1),
    ),
}
