"""What goes with an entry when its points are taken back, and comes again when that is taken back: as its rule declares."""

from functools import cache

from actions.ledger.lineage import last, latest, newest, original, stands
from actions.ledger.reversals import Unwinding
from rules.declarations import declared
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Also, EarnedAgain, GivenBack
from rules.occasion import Occasion
from rules.people import Member
from storage.engine.tx import Tx
from storage.ledger import ledger

PLAIN = Unwinding()


@cache
def unwindings() -> dict[str, Unwinding]:
    """What every feature has declared, by rule."""
    found: dict[str, Unwinding] = {}
    for table in declared("UNWINDING", dict, "actions"):
        assert not found.keys() & table.keys(), f"declared twice: {found.keys() & table.keys()}"
        found |= table
    return found


def _of(root: Entry) -> Unwinding:
    return unwindings().get(root.rule, PLAIN)


def together(tx: Tx, entries: tuple[int, ...]) -> dict[int, int | None]:
    """These entries with all that goes along with them, each once, and the entry with which it goes. Raises NoSuchEntry."""
    whole: dict[int, int | None] = {}
    for number in entries:
        root, takes = original(tx, number)
        rule = _of(root)
        entry = ledger.get(tx, number)
        assert entry is not None, number
        along = rule.along(tx, root) if takes else rule.along_again(tx, root, entry)
        whole.setdefault(number, None)
        whole.update({latest(tx, one): number for one in along})
    return whole


def require_unpaid(tx: Tx, entry: int) -> None:
    """Raise EarnedAgain when giving again would pay for what has been earned anew since.

    Also where that has been taken back as well: of one fact only what was paid last comes back, or both would.
    """
    root, takes = original(tx, entry)
    paid_last = newest(tx, root.key)
    if not takes and paid_last is not None and paid_last.id != root.id:
        raise EarnedAgain(entry, None if stands(tx, paid_last.id) else last(tx, paid_last.id))


def follow(tx: Tx, entry: int, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
    """Take along what goes with the entry, which has just been taken back, in the rows of its feature."""
    root, takes = original(tx, entry)
    rule = _of(root)
    return (rule.take if takes else rule.restore)(tx, root, occasion, actor)


def give_back(tx: Tx, entries: tuple[int, ...], occasion: Occasion) -> tuple[GivenBack, ...]:
    """Pay what limits had refused because of these entries, all of which have been taken back."""
    given: list[GivenBack] = []
    for number in sorted(entries):
        root, takes = original(tx, number)
        if takes:
            given += _of(root).frees(tx, root, occasion)
    return tuple(given)
