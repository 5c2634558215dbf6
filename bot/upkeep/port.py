"""Moving to another database: a stopped bot's whole memory is carried over, audited on both sides, or nothing is."""

from collections.abc import Callable
from contextlib import ExitStack, closing

from actions.operations.port import Whole, carry, leave
from rules.programme.programme import Programme
from storage.engine.engine import Engine

# What is left to do after a port, to a file and to a server, whose address is shown without its user and password.
GO_ON = (
    "to go on there: write the path as you gave it as [storage] path into {}, with nothing in database, then kocbot run",
    "to go on there: write the address as you gave it, with its user, as [storage] database into {}, then kocbot run",
)


def port(source: Engine, target: Engine, programme: Programme, carried: Callable[[str, int], None]) -> Whole:
    """Carry everything from `source` to `target`, in one transaction; `carried` is told what progress it makes.

    From then on no bot runs on `source`, for what waits there would be done twice.

    Raises Running when a bot works on either, NoDatabase, TooNew, and what `carry` raises.
    """
    with ExitStack() as held:
        old = held.enter_context(closing(source.open_reading()))
        held.enter_context(source.only_one())
        held.enter_context(target.only_one())
        left = held.enter_context(closing(source.open()))
        new = held.enter_context(closing(target.open()))
        reading, writing = old.begin_reading(), new.begin()
        try:
            arrived = carry(reading, writing, programme, carried)
            new.go_on()
            leave(left.begin(), target.place)
            new.commit()
            left.commit()
        except BaseException:
            left.rollback()
            new.rollback()
            raise
    return arrived
