"""Whether everything adds up: the chain, the balances, the boards, the rows of features; and the daily seal."""

import json
from collections import defaultdict
from datetime import date

from msgspec import Struct

from actions.ledger.audit_books import Books, Problem
from rules.declarations import declared
from rules.ledger.ledger import GENESIS
from rules.occasion import Occasion
from rules.periods import ONE_DAY, first_day, last_day, week_of
from rules.programme.metrics import UNSURE, Metric
from rules.programme.programme import Programme
from rules.programme.version import fingerprint
from storage import bystanders, standings, talk
from storage.bystanders import EVERYWHERE
from storage.engine.tx import Tx
from storage.ledger import chain, programmes, seals, tallies
from storage.ledger.seals import Seal

TOLD = 200


class AuditReport(Struct, frozen=True):
    """What the audit found; `sum` is that of all accounts, which must be zero. At most 200 problems are told."""

    ok: bool
    members: int
    transfers: int
    sum: int
    problems: tuple[Problem, ...]


class Sealed(Struct, frozen=True):
    """The seal of a day: rows so far, how many of them are new, points moved by all, and the last hash as hex.

    `intact` tells whether the row that the seal before ended with still has the hash it had then.
    """

    day: str
    transfers: int
    new: int
    moved: int
    hash: str
    intact: bool


class SealedWeek(Struct, frozen=True):
    """The seals of the week from day `first` to `last`, oldest first."""

    first: date
    last: date
    days: tuple[Sealed, ...]


def verify(tx: Tx, programme: Programme) -> AuditReport:
    """Recompute everything from the rows of the ledger and compare. Reads only, row by row."""
    known = list(chain.accounts(tx))
    books = _books(tx, known)
    for row in chain.links(tx):
        books.enter(tx, row)
    total = _accounts(books, known)
    count = _members(tx, books)
    _boards(tx, books)
    _places(tx, books)
    _talk(tx, books)
    for checks in declared("AUDIT", tuple, "actions"):
        for check in checks:
            check(tx, books, programme)
    for after in books.seals.values():
        for seal in after:
            books.differ("seal", seal.day, "transfers", f"at most {books.rows}", seal.transfers)
    return AuditReport(not books.problems, count, books.rows, total, tuple(books.problems[:TOLD]))


def seal(tx: Tx, occasion: Occasion) -> Sealed | None:
    """Seal the day that has ended; None when it was sealed before."""
    day = (occasion.day - ONE_DAY).isoformat()
    before = seals.last(tx) or Seal("", 0, 0, GENESIS)
    new, moved = chain.totals(tx, before.transfers)
    now = Seal(day, before.transfers + new, before.moved + moved, chain.last_hash(tx))
    if not seals.put(tx, now, occasion.now):
        return None
    intact = chain.hash_of(tx, before.transfers) == before.hash
    return Sealed(day, now.transfers, new, now.moved, now.hash.hex(), intact)


def sealed_week(tx: Tx, sealed: Sealed) -> SealedWeek:
    """The seals so far of the week that `sealed` belongs to; that of the day itself is `sealed`."""
    week = week_of(date.fromisoformat(sealed.day))
    first, last = first_day(week), last_day(week)
    days: list[Sealed] = []
    before = seals.before(tx, first.isoformat()) or Seal("", 0, 0, GENESIS)
    for one in seals.between(tx, first.isoformat(), sealed.day):
        new = one.transfers - before.transfers
        days.append(Sealed(one.day, one.transfers, new, one.moved, one.hash.hex(), True))
        before = one
    return SealedWeek(first, last, (*days[:-1], sealed))


def _books(tx: Tx, known: list[chain.Account]) -> Books:
    waiting: defaultdict[int, list[Seal]] = defaultdict(list)
    for one in seals.everything(tx):
        waiting[one.transfers].append(one)
    books = Books(
        member_of={account.id: account.member for account in known if account.member is not None},
        known_since={one.member: one.first_seen for one in standings.everybody(tx)},
        newcomer_s={},
        seals=waiting,
    )
    _rules(tx, books)
    for empty in waiting.pop(0, ()):
        books.differ("seal", empty.day, "hash", GENESIS, empty.hash)
    return books


def _rules(tx: Tx, books: Books) -> None:
    """The versions of the rules that are kept, each of which has to be what its fingerprint says."""
    for version, body in programmes.everything(tx):
        print_ = fingerprint(body)
        books.differ("programme", version, "fingerprint", version, print_)
        if print_ == version:
            books.newcomer_s[version] = json.loads(body)["boards"]["newcomer_days"] * 86_400


def _accounts(books: Books, known: list[chain.Account]) -> int:
    for account in known:
        books.differ("account", account.id, "posted", books.posted.pop(account.id, 0), account.posted)
        books.differ("account", account.id, "held", books.held.pop(account.id, 0), account.held)
        if account.member is not None:
            books.differ("account", account.id, "in debt", False, account.posted - account.held < 0)
    for missing in books.posted.keys() | books.held.keys():
        books.differ("account", missing, "exists", True, False)
    total = sum(account.posted for account in known)
    books.differ("ledger", "", "sum", 0, total)
    return total


def _members(tx: Tx, books: Books) -> int:
    count = 0
    for one in standings.everybody(tx):
        count += 1
        books.differ("member", one.member, "contribution", books.contribution.pop(one.member, 0), one.contribution)
    for missing in books.contribution:
        books.differ("member", missing, "exists", True, False)
    return count


def _talk(tx: Tx, books: Books) -> None:
    for one in talk.miscounted(tx):
        books.differ("member", one.member, f"messages in group {one.group}", one.days, one.messages)


def _boards(tx: Tx, books: Books) -> None:
    """Rebuild every running total and compare; and whether its member competes there."""
    beside = set(bystanders.expected(tx))
    for tally in tallies.everything(tx):
        key = (tally.scope, tally.period, tally.member)
        expected = books.tallies.pop(key, (0,) * len(Metric))
        for metric, total, one in zip(Metric, expected, tally.totals, strict=True):
            if metric not in UNSURE or key not in books.unsure:
                books.differ("tally", key, metric, total, one)
        competes = not beside & {(tally.member, tally.scope), (tally.member, EVERYWHERE)}
        books.differ("tally", key, "competes", competes, bool(tally.competes))
    for key, lost in books.tallies.items():
        books.differ("tally", key, "totals", list(lost), None)


def _places(tx: Tx, books: Books) -> None:
    """Who stands beside the boards: by roles, by wish, by having left."""
    expected, found = set(bystanders.expected(tx)), set(bystanders.everything(tx))
    for member, scope in sorted(expected ^ found):
        missing = (member, scope) in expected
        books.differ("member", member, f"stands beside the boards of scope {scope}", missing, not missing)
