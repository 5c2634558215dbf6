"""What takes long to count of a month is counted in parts, so that nobody who checks in waits for the whole of it.

A part that was counted on that day is known; another is counted where it is asked for.
"""

import json
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from rules.occasion import Occasion
from storage import facts as noted
from storage.engine.tx import Tx
from storage.ledger import month_sums
from storage.ledger.month_sums import Moved
from storage.operations import month_facts as facts

SLICES = 4
# Whoever was seen on a day from the one on which they count as having stayed to this one after coming has stayed.
STAY_UNTIL_DAYS = 28
Part = Callable[[Tx], Any]


class Parts:
    """The parts of a month that begins with `first`, up to before `following`; who `came` did so in the month before."""

    def __init__(self, first: date, following: date, came: tuple[date, date], occasion: Occasion) -> None:
        self.occasion = occasion
        self._arrived: dict[int, date] | None = None
        self._month = first.isoformat()
        self._came = occasion.begins(came[0]), occasion.begins(came[1])
        stays = occasion.programme.monthly.stay_days
        self._helps = _sliced(first, following)
        self._seen = _sliced(came[0] + timedelta(days=stays), came[1] + timedelta(days=STAY_UNTIL_DAYS + 1))
        self._span = occasion.begins(first), occasion.begins(following)

    def next(self, tx: Tx) -> bool:
        """Count one that is not known yet; whether there was one."""
        for name, part in self._parts().items():
            if self._known(tx, name) is None:
                value = {"on": self.occasion.day.isoformat(), "is": part(tx)}
                noted.put(tx, self._place(name), json.dumps(value))
                return True
        return False

    def forget(self, tx: Tx) -> None:
        """They are counted anew from here on."""
        for name in self._parts():
            noted.drop(tx, self._place(name))

    def helps(self, tx: Tx) -> dict[int, int]:
        """By member how often they helped."""
        sums: Counter[int] = Counter()
        for n in range(len(self._helps)):
            sums.update({int(member): times for member, times in self._of(tx, f"helps:{n}").items()})
        return dict(sums)

    def moved(self, tx: Tx) -> Moved:
        """How the books moved."""
        paid, spent = self._of(tx, "moved")
        return Moved(paid, spent)

    def stayed(self, tx: Tx) -> tuple[int, int]:
        """How many came in the month before, and how many of them were seen long enough after that."""
        there = {member for n in range(len(self._seen)) for member in self._of(tx, f"seen:{n}")}
        return self._of(tx, "came"), len(there)

    def _parts(self) -> dict[str, Part]:
        return {
            "moved": self._count_moved,
            "came": lambda tx: len(self._arrivals(tx)),
            **{f"helps:{n}": self._count_helps(*days) for n, days in enumerate(self._helps)},
            **{f"seen:{n}": self._count_seen(*days) for n, days in enumerate(self._seen)},
        }

    def _of(self, tx: Tx, name: str) -> Any:
        known = self._known(tx, name)
        return self._parts()[name](tx) if known is None else known

    def _known(self, tx: Tx, name: str) -> Any:
        found = json.loads(noted.get(tx, self._place(name)) or "{}")
        return found.get("is") if found.get("on") == self.occasion.day.isoformat() else None

    def _place(self, name: str) -> str:
        return f"monthly_part:{self._month}:{name}"

    def _count_moved(self, tx: Tx) -> tuple[dict[str, int], int]:
        moved = month_sums.moved(tx, *(month_sums.first_written(tx, moment) for moment in self._span))
        return moved.paid, moved.spent

    def _count_helps(self, first: date, following: date) -> Part:
        since, until = self.occasion.begins(first), self.occasion.begins(following)
        return lambda tx: facts.helps(tx, since, until, first, following)

    def _count_seen(self, first: date, following: date) -> Part:
        stays, last = self.occasion.programme.monthly.stay_days, following - timedelta(days=1)

        def counted(tx: Tx) -> list[int]:
            came = self._arrivals(tx)
            seen = facts.seen_days(tx, *self._came, first, last)
            return sorted(
                {who for who, day in seen if who in came and stays <= (day - came[who]).days <= STAY_UNTIL_DAYS}
            )

        return counted

    def _arrivals(self, tx: Tx) -> dict[int, date]:
        if self._arrived is None:
            self._arrived = {member: self.occasion.day_at(at) for member, at in facts.arrivals(tx, *self._came)}
        return self._arrived


def _sliced(first: date, following: date) -> list[tuple[date, date]]:
    """Those days in as many parts of about one length, each up to before its end."""
    days = (following - first).days
    ends = [first + timedelta(days=days * n // SLICES) for n in range(SLICES + 1)]
    return [(since, until) for since, until in pairwise(ends) if since < until]
