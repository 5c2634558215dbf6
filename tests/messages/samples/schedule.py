"""What the messages about scheduled posts speak about."""

from handlers.operations.schedule import Due, Failed, Jobs, Skipped
from storage.post.jobs import Run
from tests.messages.samples.moments import at

SUNDAY_20 = at(22, 20)

SAMPLES: dict[str, object] = {
    "schedule/list": Jobs(
        (
            Due("checkin_card", "星途车友会", SUNDAY_20, Run("checkin_card", 1, "x", 0, SUNDAY_20 - 86_400, "posted")),
            Due("seal", None, SUNDAY_20 + 60, None),
            Due("promotions", None, SUNDAY_20 + 90, Run("promotions", 0, "x", 0, SUNDAY_20 - 900, "skipped")),
        )
    ),
    "schedule/skips": None,
    "schedule/skipped": Skipped("weekly_board", "星途车友会", SUNDAY_20, by_hand=True),
    "schedule/failed": Failed("checkin_card", "星途车友会", SUNDAY_20, "a1b2c3d4"),
}
