"""The values of the ledger: accounts, transfers, and the chain that makes tampering visible."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec.json
from msgspec import Struct

from rules.refusals import Refusal

_ENCODER = msgspec.json.Encoder(order="deterministic")
GENESIS = hashlib.sha256(b"kocbot ledger").digest()


class House(StrEnum):
    """The accounts that belong to nobody."""

    ISSUE = "issue"
    SHOP = "shop"
    EXPIRED = "expired"
    VOID = "void"


class Phase(StrEnum):
    """`single` moves at once; `hold` reserves and is settled once by `post` (moves), `void` or `expire` (frees)."""

    SINGLE = "single"
    HOLD = "hold"
    POST = "post"
    VOID = "void"
    EXPIRE = "expire"


class Cause(Struct, frozen=True):
    """Why a transfer happens: everything `kocbot audit` and a member's "why?" can ask of it later.

    `key` is a business fact (`checkin:7:2026-11-21`), unique for ever; `actor` is the member who decided it. `at` is
    when it happened, `late_s` how many seconds later we came to write it down.
    """

    key: str
    rule: str
    version: str
    at: int
    day: str
    actor: int | None = None
    reason: str | None = None
    group: int | None = None
    message: int | None = None
    late_s: int = 0


class Entry(Struct, frozen=True):
    """One row of the ledger. `debit` and `credit` are account ids; `contribution` is what it adds for life.

    `at` is when it happened, `written_at` when it was written down: rows stand in the order of writing.
    """

    id: int
    at: int
    written_at: int
    debit: int
    credit: int
    amount: int
    phase: Phase
    settles: int | None
    reverses: int | None
    contribution: int
    rule: str
    version: str
    key: str
    actor: int | None
    reason: str | None
    group: int | None
    message: int | None
    day: str

    @property
    def subject(self) -> str:
        """The business fact that was paid for: what follows rule and member in the key."""
        return self.key.split(":", 2)[-1].partition("~")[0]


class Balance(Struct, frozen=True):
    """Points of one member: `posted` are theirs, of which `held` are reserved for pending redemptions."""

    posted: int
    held: int

    @property
    def free(self) -> int:
        """Points that can be spent now."""
        return self.posted - self.held


@dataclass(eq=False)
class NotEnoughPoints(Refusal):
    """`missing` more points are needed to pay `price`."""

    price: int
    free: int
    missing: int


@dataclass(eq=False)
class AlreadySettled(Refusal):
    """The hold has been posted, voided or expired before."""


@dataclass(eq=False)
class AlreadyReversed(Refusal):
    """The entry has been taken back before, by the entry `by`."""

    entry: int
    by: int = 0


@dataclass(eq=False)
class NoSuchEntry(Refusal):
    """The ledger has no entry with that number."""

    entry: int


@dataclass(eq=False)
class NotReversible(Refusal):
    """An entry that follows another one, and goes with that one alone; or one whose member is `gone` for good."""

    entry: int
    gone: bool = False


class KeyReused(Exception):
    """The same idempotency key came with other content: a defect of ours, never a person's doing."""


def told(entry: Entry) -> dict[str, Any]:
    """What the chain's hash covers of an entry: everything it says."""
    return {
        "id": entry.id,
        "at": entry.at,
        "written_at": entry.written_at,
        "debit": entry.debit,
        "credit": entry.credit,
        "amount": entry.amount,
        "phase": entry.phase.value,
        "settles": entry.settles,
        "reverses": entry.reverses,
        "contribution": entry.contribution,
        "rule": entry.rule,
        "version": entry.version,
        "key": entry.key,
        "actor": entry.actor,
        "reason": entry.reason,
        "group": entry.group,
        "message": entry.message,
        "day": entry.day,
    }


def canonical(content: dict[str, Any]) -> bytes:
    """The bytes that are hashed: JSON with sorted keys and no spaces, as UTF-8; any other encoder of it writes the same."""
    return _ENCODER.encode(content)


def fingerprint(content: dict[str, Any]) -> bytes:
    """The fingerprint of what a transfer says, without when it was said."""
    return hashlib.sha256(canonical(content)).digest()


def link(previous: bytes, content: dict[str, Any]) -> bytes:
    """The hash of a row in the chain: it covers the row's content and the hash before it."""
    return hashlib.sha256(previous + canonical(content)).digest()
