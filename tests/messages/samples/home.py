"""What the question about somebody's home speaks about."""

from rules.home import HomeChoice, HomeMovedLately, HomeShown
from tests.messages.samples.moments import at

CHOICES = (HomeChoice(1, "星途车友会", here=True), HomeChoice(2, "杭州 <车友>", here=False))
ASKED = HomeShown("星途车友会", chosen=False, asked=True, choices=CHOICES)
SAMPLES: dict[str, object] = {
    "home/asked": ASKED,
    "refusals/home_moved_lately": HomeMovedLately(at(28, 9, 0)),
    "home/chosen": HomeShown("杭州 <车友>", chosen=True, asked=False, choices=CHOICES),
}
