"""Housekeeping: what has served its purpose is forgotten, hourly and in small portions."""

from storage.declarations import Purge, declared
from storage.engine.tx import Tx

HOUR_S = 3600


def sweep(tx: Tx, now: int) -> None:
    """Forget what storage declares as needed no longer."""
    for purge in declared("PURGE", Purge):
        purge.forget(tx, now - purge.kept_s)
