"""What members are told of an undo, as long as it is still true."""

from collections.abc import Iterable

from msgspec import Struct

from actions.fairness.undo import Told
from actions.ledger.lineage import original, stands
from rules.ledger.ledger import Entry
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from storage import notes
from storage.engine.tx import Tx
from storage.ledger import ledger


class GivenInAll(Struct, frozen=True):
    """So many points, which a limit had refused, are a member's now."""

    points: int


def listed(entries: Iterable[int]) -> str:
    """Entries, as they stand in what a note is about."""
    return ",".join(str(entry) for entry in entries)


def _still_undone(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """What of it still stands; nothing of points that came back before anybody was told that they had gone."""
    entries = [int(entry) for entry in note.subject.split(",")]
    taken = [reversal for entry in entries if (reversal := ledger.reversal_of(tx, entry))]
    last = [one for one in taken if ledger.reversal_of(tx, one.id) is None]
    left = [one for one in last if not _never_heard(tx, note.member, one)]
    if len(left) == len(entries):
        return True
    points = sum(_moved(one, tx, note.member) for one in left)
    told = Told(note.member, points, tuple(one.id for one in left), left[0].reason or "", None) if points else None
    return Retold("undo/told", told) if told else False


def _never_heard(tx: Tx, member: int, again: Entry) -> bool:
    """Whether `again` gives what the member, by a note that still waits, has yet to hear was taken."""
    root, takes = original(tx, again.id)
    waiting = {entry for subject in notes.subjects(tx, member, "undo") for entry in subject.split(",")}
    return takes and again.id != root.id and str(root.id) in waiting


def _moved(entry: Entry, tx: Tx, member: int) -> int:
    """By how much the entry changed what the member has."""
    return entry.amount if ledger.member_of(tx, entry.credit) == member else -entry.amount


def _still_back(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    entries = [int(entry) for entry in note.subject.split(",")]
    left = [found for entry in entries if stands(tx, entry) and (found := ledger.get(tx, entry))]
    if len(left) == len(entries):
        return True
    return Retold("undo/given_in_all", GivenInAll(sum(entry.amount for entry in left))) if left else False


STILL_TRUE = {"undo": _still_undone, "given_back": _still_back}
