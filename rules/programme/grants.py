"""What a brand decides about points given by hand."""

from dataclasses import dataclass

from rules.programme.faults import not_negative, require


@dataclass(frozen=True)
class Grants:
    """The `[grants]` section: points a day that one of the staff gives alone, to one member and in all."""

    alone_member_day: int = 200
    alone_staff_day: int = 1000

    def __post_init__(self) -> None:
        require(*not_negative(self))
