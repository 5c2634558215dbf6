"""Check-in streaks: the bonus table and the milestones."""

from dataclasses import dataclass, field, fields

from rules.programme.faults import require

MOST = 100_000


@dataclass(frozen=True)
class Streak:
    """Extra points from the n-th day in a row on (`bonus`), and once at a milestone (`milestones`)."""

    bonus: dict[int, int] = field(default_factory=lambda: {3: 1, 7: 2, 30: 3})
    milestones: dict[int, int] = field(default_factory=lambda: {7: 10, 30: 50, 100: 200})
    make_up_days: int = 3
    shields_most: int = 3
    helps_per_shield: int = 3

    def __post_init__(self) -> None:
        tables = {"bonus": self.bonus, "milestones": self.milestones}
        require(
            *(
                (
                    day >= 1 and 0 <= points <= MOST,
                    f"{name}.{day}",
                    f"is days = points: days from 1, points 0 to {MOST}",
                )
                for name, table in tables.items()
                for day, points in table.items()
            ),
            *(
                (getattr(self, f.name) >= 0, f.name, "must not be negative")
                for f in fields(self)
                if f.name not in tables
            ),
        )

    def bonus_on(self, streak: int) -> int:
        """Extra points for the `streak`-th day in a row: the highest step reached."""
        return max((points for day, points in self.bonus.items() if day <= streak), default=0)

    def milestone_on(self, streak: int) -> int | None:
        """Points for reaching exactly `streak` days, or None when that is no milestone."""
        return self.milestones.get(streak)

    def milestone_after(self, streak: int) -> int | None:
        """The days in a row that make the next milestone after `streak`, or None beyond the last."""
        return min((day for day, points in self.milestones.items() if day > streak and points), default=None)
