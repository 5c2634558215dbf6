"""The rules in force, kept whole: what a ledger row was paid by can always be read."""

from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.ledger import programmes


def keep(tx: Tx, programme: Programme, now: int) -> bool:
    """Keep these rules under their version, before anything is paid by them; False when they are kept already."""
    return programmes.keep(tx, programme.version, programme.paying, now)
