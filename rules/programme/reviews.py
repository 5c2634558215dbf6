"""What a brand decides about the review desk."""

from dataclasses import dataclass

from rules.programme.faults import between, require


@dataclass(frozen=True)
class Reviews:
    """The `[reviews]` section: when work should have been reviewed, and when an untouched claim lapses.

    `looks_each`: how often one member may show a draft of one challenge before handing in; 0: never.
    """

    within_hours: int = 24
    claim_minutes: int = 60
    looks_each: int = 3

    def __post_init__(self) -> None:
        require(*between(self, within_hours=(1, 8_760), claim_minutes=(1, 10_080), looks_each=(0, 100)))
