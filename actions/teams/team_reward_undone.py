"""A team's reward that is taken back, or given again: as a whole, and what everybody's card says of it with it."""

from actions.ledger import lineage
from actions.ledger.reversals import Unwinding, quietly, together
from actions.teams.team_reward import RULE
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also
from rules.occasion import Occasion
from rules.programme.conditions import Source
from storage import members, touched
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.teams import teammates


def along(tx: Tx, entry: Entry) -> tuple[int, ...]:
    """What the others of the team were paid by the same split, while it stands."""
    return tuple(other for other in _others(tx, entry) if lineage.stands(tx, other))


def along_again(tx: Tx, entry: Entry, reversal: Entry) -> tuple[int, ...]:
    """What was taken back in one go with `entry` by `reversal`."""
    left = [found for other in _others(tx, entry) if (found := ledger.get(tx, lineage.last(tx, other))) is not None]
    taken = [reversal]
    while more := [one for one in left if any(together(one, known) for known in taken)]:
        taken += more
        left = [one for one in left if one not in more]
    return tuple(one.id for one in taken[1:])


def withdraw(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """Their card does not speak of the project any more."""
    return _moved(tx, entry, occasion.now, Aftermath.TEAM_UNPAID)


def reinstate(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """Their card speaks of it again."""
    return _moved(tx, entry, None, Aftermath.TEAM_PAID_AGAIN)


def _others(tx: Tx, entry: Entry) -> list[int]:
    mine = teammates.of_entry(tx, entry.id)
    team = teammates.of_project(tx, mine.project) if mine else []
    return [one.entry for one in team if one.entry is not None and one.entry != entry.id]


def _moved(tx: Tx, entry: Entry, at: int | None, kind: Aftermath) -> tuple[Also, ...]:
    mine = teammates.of_entry(tx, entry.id)
    if mine is None or (mine.taken_back_at is None) is (at is None):
        return ()
    teammates.take_back(tx, mine.id, at)
    touched.mark(tx, Source.PROJECTS, mine.member)
    return (Also(kind, members.get(tx, mine.member).name, number=mine.project),)


UNWINDING = {
    RULE: Unwinding(take=quietly(withdraw), restore=quietly(reinstate), along=along, along_again=along_again),
}
