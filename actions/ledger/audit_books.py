"""The books kept anew from the ledger's rows, to be compared with what is cached."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from operator import add
from typing import Any

from msgspec import Struct

from actions.ledger import lineage
from rules.ledger.ledger import GENESIS, Phase, link
from rules.people import BRAND
from rules.periods import periods
from rules.programme.metrics import counted
from rules.programme.points import BY_NAME, Track
from storage.engine.tx import Tx
from storage.ledger import chain, ledger
from storage.ledger.seals import Seal

MOVES = (Phase.SINGLE, Phase.POST)
ENDS = (Phase.POST, Phase.VOID, Phase.EXPIRE)


class Problem(Struct, frozen=True):
    """Something that is not as the ledger says: of what, which one, in which respect."""

    what: str
    which: str
    respect: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.what} {self.which}: {self.respect}: {self.expected} expected, {self.found} found"


@dataclass(slots=True)
class Hold:
    """A reservation as the rows tell it, how it ended and by which row."""

    debit: int
    credit: int
    amount: int
    rule: str
    ended: str | None = None
    by: int = 0


@dataclass(slots=True)
class Books:
    """What the rows add up to. `known_since` and `member_of` come from members and accounts.

    `newcomer_s` are the seconds as a newcomer by version of the rules; `unsure` are totals with entries of a version that
    is not kept (`unkept`), where these can't be told.
    """

    member_of: dict[int, int]
    known_since: dict[int, int]
    newcomer_s: dict[str, int]
    seals: dict[int, list[Seal]]
    rows: int = 0
    moved: int = 0
    last: bytes = GENESIS
    posted: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    held: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    contribution: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    tallies: dict[tuple[int, str, int], tuple[int, ...]] = field(default_factory=dict)
    unsure: set[tuple[int, str, int]] = field(default_factory=set)
    unkept: set[str] = field(default_factory=set)
    holds: dict[int, Hold] = field(default_factory=dict)
    reversals: dict[int, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def enter(self, tx: Tx, row: chain.ChainLink) -> None:
        """Add the next row: its place in the chain, its legs, and what it ends or takes back."""
        said = row.said
        self.rows += 1
        self._chained(row)
        self._ruled(said)
        amount, phase = said["amount"], said["phase"]
        if phase in MOVES:
            self.moved += amount
            self.posted[said["debit"]] -= amount
            self.posted[said["credit"]] += amount
        if phase == Phase.HOLD:
            self.held[said["debit"]] += amount
            self.holds[said["id"]] = Hold(said["debit"], said["credit"], amount, said["rule"])
        elif phase in ENDS:
            self.held[said["debit"]] -= amount
            self._ended(said)
        if said["reverses"] is not None:
            self._reversed(tx, said)
        if said["contribution"]:
            self._counted(tx, said)
        self._sealed()

    def stands(self, entry: int) -> bool:
        """Whether the entry was not taken back, or taking it back was taken back."""
        return len(list(lineage.walk(entry, self.reversals.get))) % 2 == 0

    def differ(self, what: str, which: object, respect: str, expected: object, found: object) -> None:
        """Note a problem unless both are the same."""
        if expected != found:
            self.problems.append(Problem(what, str(which), respect, _short(expected), _short(found)))

    def _chained(self, row: chain.ChainLink) -> None:
        number = row.said["id"]
        expected = link(self.last, row.said)
        self.differ("transfer", number, "place", self.rows, number)
        self.differ("transfer", number, "hash", expected, row.hash)
        self.differ("transfer", number, "fingerprint", chain.print_of(row.said), row.fingerprint)
        self.last = row.hash

    def _ruled(self, said: dict[str, Any]) -> None:
        """The rules that the row was paid by are kept; of each version that is not, the first row is told."""
        version = said["version"]
        if version not in self.newcomer_s and version not in self.unkept:
            self.unkept.add(version)
            self.differ("programme", version, f"is kept, for transfer {said['id']}", True, False)

    def _sealed(self) -> None:
        for seal in self.seals.pop(self.rows, ()):
            self.differ("seal", seal.day, "hash", self.last, seal.hash)
            self.differ("seal", seal.day, "points moved", self.moved, seal.moved)

    def _ended(self, said: dict[str, Any]) -> None:
        hold = self.holds.get(said["settles"])
        if hold is None:
            self.differ("transfer", said["id"], "hold", said["settles"], None)
            return
        same = (hold.debit, hold.credit, hold.amount) == (said["debit"], said["credit"], said["amount"])
        self.differ("transfer", said["id"], "ends a hold of its own kind", True, same)
        self.differ("transfer", said["id"], "ended before", None, hold.ended)
        hold.ended, hold.by = said["phase"], said["id"]

    def _reversed(self, tx: Tx, said: dict[str, Any]) -> None:
        original = ledger.get(tx, said["reverses"])
        self.differ("transfer", said["id"], "taken back before", False, said["reverses"] in self.reversals)
        self.reversals[said["reverses"]] = said["id"]
        if original is not None:
            expected = (original.credit, original.debit, original.amount, -original.contribution)
            found = (said["debit"], said["credit"], said["amount"], said["contribution"])
            self.differ("transfer", said["id"], "mirrors what it takes back", expected, found)

    def _counted(self, tx: Tx, said: dict[str, Any]) -> None:
        """Lifetime contribution, and every board the entry stands on."""
        account = said["credit"] if said["contribution"] > 0 else said["debit"]
        member = self.member_of.get(account, 0)
        self.contribution[member] += said["contribution"]
        rule = BY_NAME.get(said["rule"])
        track = rule.track if rule else Track.OTHER
        newcomer = _earned_at(tx, said) - self.known_since.get(member, 0) < self.newcomer_s.get(said["version"], 0)
        gained = counted(track, said["contribution"], newcomer=newcomer)
        scopes = (BRAND,) if said["group"] is None else (BRAND, said["group"])
        for scope in scopes:
            for period in _periods(said["day"]):
                self._tallied((scope, period, member), said["version"], gained)

    def _tallied(self, key: tuple[int, str, int], version: str, gained: tuple[int, ...]) -> None:
        known = self.tallies.get(key)
        self.tallies[key] = tuple(map(add, known, gained)) if known else gained
        if version in self.unkept:
            self.unsure.add(key)


@lru_cache(maxsize=4096)
def _periods(day: str) -> tuple[str, ...]:
    return periods(date.fromisoformat(day))


def _earned_at(tx: Tx, said: dict[str, Any]) -> int:
    """When the points had been earned in the first place, also for what takes back."""
    before = ledger.get(tx, said["reverses"]) if said["reverses"] is not None else None
    at: int = lineage.first(tx, before).at if before else said["at"]
    return at


def _short(value: object) -> str:
    return value.hex()[:16] if isinstance(value, bytes) else str(value)
