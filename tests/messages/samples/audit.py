"""What the messages about the audit speak about."""

from actions.audit import Sealed

SAMPLES: dict[str, object] = {"audit/sealed": Sealed("2026-11-21", 1204, 86, 5310, "9f2c4e1ab07788d1c3", True)}
