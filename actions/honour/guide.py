"""The rules in force: since when, and whom a change of them has been told."""

import json

from msgspec import Struct

from rules.honour.guide import Change, changes, numbers
from rules.occasion import Occasion
from rules.people import Group
from rules.programme.programme import Programme
from storage import facts
from storage.engine.tx import Tx

IN_FORCE = "rules_in_force"


class Changed(Struct, frozen=True):
    """The rules are others since `since` (UTC seconds)."""

    since: int
    changes: tuple[Change, ...]


def note_rules(tx: Tx, programme: Programme, now: int) -> int:
    """Remember since when the present numbers are in force (UTC seconds); at start, and whenever somebody asks."""
    known = json.loads(facts.get(tx, IN_FORCE) or "{}")
    present = numbers(programme)
    if known.get("numbers") == present:
        return int(known["since"])
    facts.put(tx, IN_FORCE, json.dumps({"since": now, "numbers": present}))
    return now


def news(tx: Tx, group: Group, occasion: Occasion) -> Changed | None:
    """What has changed since the group was told last; told with this. A new group is told nothing of the past."""
    since = note_rules(tx, occasion.programme, occasion.now)
    present, name = numbers(occasion.programme), f"rules_told:{group.id}"
    told = facts.get(tx, name)
    facts.put(tx, name, json.dumps(present))
    found = changes(json.loads(told), present) if told else ()
    return Changed(since, found) if found else None
