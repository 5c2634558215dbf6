"""What the buttons that choose groups speak about."""

from rules.audience import Reader

SAMPLES: dict[str, object] = {}
LABELS: dict[str, object] = {"audience/group": Reader(1, "星途车友会", "zh", reads=True)}
