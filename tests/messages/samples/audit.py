"""What the messages about the audit speak about."""

from datetime import date

from actions.operations.audit import Sealed, SealedWeek
from rules.values import replace

THURSDAY = Sealed("2026-11-19", 1118, 64, 4870, "04bd9e77a1c3520fee", True)
QUIET = Sealed("2026-11-20", 1118, 0, 4870, "04bd9e77a1c3520fee", True)
SATURDAY = Sealed("2026-11-21", 1204, 86, 5310, "9f2c4e1ab07788d1c3", True)
SAMPLES: dict[str, object] = {
    "audit/sealed": SealedWeek(date(2026, 11, 15), date(2026, 11, 21), (THURSDAY, QUIET, SATURDAY)),
    "audit/changed": SATURDAY,
}
MORE: dict[str, object] = {
    "audit/sealed · a day was changed": SealedWeek(
        date(2026, 11, 15), date(2026, 11, 21), (THURSDAY, replace(SATURDAY, intact=False))
    ),
}
