"""What a brand decides about the operators' monthly report."""

from dataclasses import dataclass

from rules.money import Money, money_in
from rules.programme.faults import UNREAD, require

UNPRICED = 'is an amount with the code of its currency, such as "5 CNY"; leave it empty to speak of points only'


@dataclass(frozen=True)
class Monthlies:
    """The `[monthly]` section: what `hundred_points` are worth to the brand (an amount with its currency; empty: nothing is
    said of money), after how many days newcomers count as having stayed, and for how many days stock should last.
    """

    hundred_points: str = ""
    stay_days: int = 14
    stock_days: int = 30

    def __post_init__(self) -> None:
        priced = self.hundred_points in ("", UNREAD) or self.worth is not None
        require(
            (priced, "hundred_points", UNPRICED),
            (1 <= self.stay_days <= 21, "stay_days", "must be between 1 and 21"),
            (1 <= self.stock_days <= 365, "stock_days", "must be between 1 and 365"),
        )

    @property
    def worth(self) -> Money | None:
        """What a hundred points are worth; None where the brand says nothing of it."""
        return money_in(self.hundred_points, "", lambda _: None) if self.hundred_points else None
