"""Moving to another database: a stopped bot's whole memory is carried over, audited on both sides, or nothing is."""

from collections.abc import Callable
from contextlib import ExitStack, closing

from actions.operations.port import Whole, carry
from rules.programme.programme import Programme
from storage.engine.engine import Engine


def port(source: Engine, target: Engine, programme: Programme, carried: Callable[[str, int], None]) -> Whole:
    """Carry everything from `source` to `target`, in one transaction; `carried` is told what progress it makes.

    Raises Running when a bot works on either, NoDatabase, TooNew, and what `carry` raises.
    """
    with ExitStack() as held:
        old = held.enter_context(closing(source.open_reading()))
        held.enter_context(source.only_one())
        held.enter_context(target.only_one())
        new = held.enter_context(closing(target.open()))
        reading, writing = old.begin_reading(), new.begin()
        try:
            arrived = carry(reading, writing, programme, carried)
            new.go_on()
            new.commit()
        except BaseException:
            new.rollback()
            raise
    return arrived
