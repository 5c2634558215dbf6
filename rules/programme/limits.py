"""Limits that concern no single noun."""

from dataclasses import dataclass

from rules.programme.faults import between, require


@dataclass(frozen=True)
class Limits:
    """The `[limits]` section: calls answered per person and minute, and ledger rows shown on a page."""

    flood_per_minute: int = 30
    ledger_rows_shown: int = 10

    def __post_init__(self) -> None:
        require(*between(self, flood_per_minute=(1, 1_000_000), ledger_rows_shown=(1, 30)))
