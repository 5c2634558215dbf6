"""What a brand decides about people whom the team notes by hand."""

from dataclasses import dataclass

from rules.programme.faults import require


@dataclass(frozen=True)
class Scouts:
    """The `[scouts]` section: for how long somebody without an account is kept, and how long their link lets them in."""

    kept_days: int = 180
    link_days: int = 30

    def __post_init__(self) -> None:
        require(
            (7 <= self.kept_days <= 730, "kept_days", "must be between 7 and 730"),
            (1 <= self.link_days <= self.kept_days, "link_days", "must be at least 1, and at most kept_days"),
        )
