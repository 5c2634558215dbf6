"""Carrying everything over to another database, and comparing what has arrived."""

from collections.abc import Callable

from msgspec import Struct

from actions.operations.audit import AuditReport, verify
from rules.programme.programme import Programme
from storage import facts
from storage.engine.copying import copy, counted, untouched
from storage.engine.tx import Tx
from storage.ledger import chain

CARRIED_TO = "carried_to"


class NotEmpty(Exception):
    """Something has happened in the target already; nothing was written to it."""


class DoesNotAddUp(Exception):
    """The audit of the source tells why it can't be trusted; nothing was written."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class Differs(Exception):
    """What arrived is not what was sent: `what` names each difference; nothing is kept of it."""

    def __init__(self, what: tuple[str, ...]) -> None:
        super().__init__(what)
        self.what = what


class CarriedOver(Exception):
    """Everything here was carried over to the place `to`: the bot goes on there, and nothing is done twice."""

    def __init__(self, to: str) -> None:
        super().__init__(to)
        self.to = to


class Whole(Struct, frozen=True):
    """A database summed up: its audit, the last hash of its chain, and the rows of each table."""

    audit: AuditReport
    hash: str
    rows: dict[str, int]


def whole(tx: Tx, programme: Programme) -> Whole:
    """Sum up a database."""
    return Whole(verify(tx, programme), chain.last_hash(tx).hex(), counted(tx))


def leave(tx: Tx, to: str) -> None:
    """The bot goes on at the place `to`, no longer here."""
    facts.put(tx, CARRIED_TO, to)


def come_back(tx: Tx) -> None:
    """The bot goes on here after all."""
    facts.drop(tx, CARRIED_TO)


def gone_to(tx: Tx) -> str | None:
    """Where the bot goes on instead; None where it does here."""
    return facts.get(tx, CARRIED_TO)


def require_here(tx: Tx) -> None:
    """Raises CarriedOver when the bot goes on elsewhere."""
    if (to := gone_to(tx)) is not None:
        raise CarriedOver(to)


def carry(source: Tx, target: Tx, programme: Programme, carried: Callable[[str, int], None]) -> Whole:
    """Copy everything and compare. What was written is to be undone when it raises CarriedOver, DoesNotAddUp, NotEmpty, Differs."""
    require_here(source)
    sent = whole(source, programme)
    if not sent.audit.ok:
        raise DoesNotAddUp(tuple(str(problem) for problem in sent.audit.problems))
    if not untouched(target):
        raise NotEmpty
    copy(source, target, carried)
    arrived = whole(target, programme)
    if differences := _differences(sent, arrived):
        raise Differs(differences)
    return arrived


def _differences(sent: Whole, arrived: Whole) -> tuple[str, ...]:
    rows = (
        f"{name}: {n} rows, {arrived.rows[name]} arrived" for name, n in sent.rows.items() if arrived.rows[name] != n
    )
    hashes = [f"last hash: {sent.hash}, now {arrived.hash}"] if sent.hash != arrived.hash else []
    audits = [f"audit: {sent.audit}, now {arrived.audit}"] if sent.audit != arrived.audit else []
    return (*rows, *hashes, *audits)
