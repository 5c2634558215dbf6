"""What the messages about the radar speak about."""

from actions.journey.radar import RadarLine, RadarList
from rules.journey.radar import AlreadyInTouch, Shown, SproutKind, WhyNow
from tests.messages.samples.moments import at

LINK = "https://t.me/c/1234567890/90"
HELPER = RadarLine(
    4,
    "周<b>舟",
    "zhou",
    120,
    SproutKind.HELPER,
    WhyNow.RISING,
    (Shown("thanked_by", 5, 3, LINK), Shown("answers_accepted", 3, 2, None), Shown("newcomers_helped", 4, 1, LINK)),
    "",
)
TESTER = RadarLine(5, "林晓", None, 9, SproutKind.TESTER, WhyNow.NEW, (Shown("first_reports", 1, 1, None),), "莫莫")
WRITER = RadarLine(6, "何川", None, 400, SproutKind.WRITER, WhyNow.STEADY, (Shown("deep_valued_by", 4, 1, LINK),), "")

SAMPLES: dict[str, object] = {
    "radar/list": RadarList(at(16, 10), (HELPER, TESTER, WRITER), 6, 14),
    "refusals/already_in_touch": AlreadyInTouch("莫莫"),
}
MORE: dict[str, object] = {"refusals/already_in_touch · nobody is": AlreadyInTouch("")}
LABELS: dict[str, object] = {"radar/take": HELPER, "radar/leave": HELPER}
