"""What takes long to count of a month is counted in parts, so that nobody who checks in waits for the whole of it.

A part that was counted on that day is known; another is counted where it is asked for.
"""

import json
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from heapq import nsmallest
from itertools import pairwise
from typing import Any

from msgspec import Struct

from rules.occasion import Occasion
from rules.operations.monthly import TOP, concentrated
from storage import facts as noted
from storage.engine.tx import Tx
from storage.ledger import month_sums
from storage.ledger.month_sums import Moved
from storage.operations import month_facts as facts

SLICES = 8
# Whoever was seen on a day from the one on which they count as having stayed to this one after coming has stayed.
STAY_UNTIL_DAYS = 28
Part = Callable[[Tx], Any]


class Helped(Struct, frozen=True):
    """How many helped, and how often; what the first few of them (`most`, our ids) did, and how few did four fifths."""

    helpers: int = 0
    helps: int = 0
    top_helps: int = 0
    carriers: int = 0
    most: tuple[int, ...] = ()


class Parts:
    """The parts of a month that begins with `first`, up to before `following`; who `came` did so in the month before.

    What stands at its end can be counted of the `last` month alone.
    """

    def __init__(
        self, first: date, following: date, came: tuple[date, date], occasion: Occasion, *, last: bool
    ) -> None:
        self.occasion = occasion
        self._last = last
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

    def known(self, tx: Tx) -> bool:
        """Whether none is left to count."""
        return all(self._known(tx, name) is not None for name in self._parts())

    def forget(self, tx: Tx) -> None:
        """They are counted anew from here on."""
        for name in self._parts():
            noted.drop(tx, self._place(name))

    def helped(self, tx: Tx) -> Helped:
        """How many helped how often, and how few did most of it."""
        helpers, helps, top_helps, carriers, most = self._of(tx, "helped")
        return Helped(helpers, helps, top_helps, carriers, tuple(most))

    def moved(self, tx: Tx) -> Moved:
        """How the books moved."""
        paid, spent = Counter[str](), 0
        for n in range(SLICES):
            rules, goods = self._of(tx, f"moved:{n}")
            paid.update(rules)
            spent += goods
        return Moved(dict(paid), spent)

    def outstanding(self, tx: Tx) -> int:
        """What members had at the month's end."""
        counted: int = self._of(tx, "counted_to")
        since: int = sum(self._of(tx, f"since:{n}") for n in range(SLICES))
        return month_sums.outstanding(tx) - since - month_sums.came_to_members(tx, counted, month_sums.next_number(tx))

    def stayed(self, tx: Tx) -> tuple[int, int]:
        """How many came in the month before, and how many of them were seen long enough after that."""
        there = {member for n in range(len(self._seen)) for member in self._of(tx, f"seen:{n}")}
        return len(self._arrivals(tx)), len(there)

    def _parts(self) -> dict[str, Part]:
        return {
            **{f"moved:{n}": self._count_moved(n) for n in range(SLICES)},
            **(self._since() if self._last else {}),
            **{f"came:{n}": self._count_came(n) for n in range(SLICES)},
            **{f"helps:{n}": self._count_helps(*days) for n, days in enumerate(self._helps)},
            "helped": self._count_helped,
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

    def _count_moved(self, n: int) -> Part:
        def counted(tx: Tx) -> tuple[dict[str, int], int]:
            first, end = (month_sums.first_written(tx, moment) for moment in self._span)
            moved = month_sums.moved(tx, *_slice(first, end, n))
            return moved.paid, moved.spent

        return counted

    def _since(self) -> dict[str, Part]:
        """What moved since the month's end, up to a row that stays the same."""
        return {"counted_to": month_sums.next_number, **{f"since:{n}": self._count_since(n) for n in range(SLICES)}}

    def _count_since(self, n: int) -> Part:
        def counted(tx: Tx) -> int:
            first, end = month_sums.first_written(tx, self._span[1]), self._of(tx, "counted_to")
            return month_sums.came_to_members(tx, *_slice(first, end, n))

        return counted

    def _count_came(self, n: int) -> Part:
        since, until = _slice(*self._came, n)

        def counted(tx: Tx) -> dict[str, str]:
            came = facts.arrivals(tx, since, until, self._came[0])
            return {str(member): self.occasion.day_at(at).isoformat() for member, at in came}

        return counted

    def _count_helped(self, tx: Tx) -> tuple[int, int, int, int, list[int]]:
        sums: Counter[str] = Counter()
        for n in range(len(self._helps)):
            sums.update({str(member): times for member, times in self._of(tx, f"helps:{n}").items()})
        ranked = nsmallest(TOP, sums, key=lambda member: (-sums[member], int(member)))
        top_helps, carriers = concentrated(list(sums.values()))
        return len(sums), sum(sums.values()), top_helps, carriers, [int(member) for member in ranked]

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
            days: dict[str, str] = {}
            for n in range(SLICES):
                days = self._of(tx, f"came:{n}") | days
            self._arrived = {int(member): date.fromisoformat(day) for member, day in days.items()}
        return self._arrived


def _sliced(first: date, following: date) -> list[tuple[date, date]]:
    """Those days in as many parts of about one length, each up to before its end."""
    days = (following - first).days
    ends = [first + timedelta(days=days * n // SLICES) for n in range(SLICES + 1)]
    return [(since, until) for since, until in pairwise(ends) if since < until]


def _slice(first: int, end: int, n: int) -> tuple[int, int]:
    """The part of that number of the numbers from `first` to before `end`."""
    return first + (end - first) * n // SLICES, first + (end - first) * (n + 1) // SLICES
