"""What the first words speak about."""

from handlers.fairness.welcome import Welcome
from rules.refusals import NotTaken

SAMPLES: dict[str, object] = {
    "welcome/start": Welcome("林晓", agreed=False),
    "welcome/left_out": NotTaken("photo", ()),
    "welcome/answered_before": None,
    "welcome/cancelled": None,
    "welcome/nothing_to_cancel": None,
    "welcome/look_in_private": None,
}
