"""What the messages about reports speak about."""

from actions.fairness.report import Handled, Reported, Shown

LINK = "https://t.me/c/1001/88"
SHOWN = (Shown("林晓", "说话难听 <b>"), Shown("何川", ""))

SAMPLES: dict[str, object] = {
    "report/card": Reported(2, 1, 88, "星途车友会", "周舟", "这么简单都不会？<i>", LINK, SHOWN),
    "report/handled": Handled("星途车友会", "周舟", LINK, "莫莫"),
    "report/thanked": None,
}
