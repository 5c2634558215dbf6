"""A command that there is not: whoever mistypes one, or brings its name from another bot, reads which was meant."""

from collections.abc import Sequence
from difflib import get_close_matches

from msgspec import Struct

from handlers.call import Call
from handlers.effects import Effects, Reply, Whisper
from handlers.routes import Command
from messages.vocabulary import vocabulary
from rules.people import Part
from rules.programme.wording import LOCALES
from rules.reading.slashed import slashed
from rules.reading.visible import shortened
from storage.engine.tx import Tx

# Of its letters so much has to be the same for a command to be meant, and so many are named.
ALIKE, MOST_MEANT = 0.7, 2
SHOWN = 24


class NoCommand(Struct, frozen=True):
    """Nothing is called `name` here; `meant` are commands of the caller's that it may have been."""

    name: str
    meant: tuple[str, ...]


def in_private(commands: Sequence[Command], call: Call, tx: Tx) -> Effects:
    """Whatever begins with a slash there is said to the bot."""
    wrong = _wrong(commands, call, {one.name for one in commands if not one.who or one.who & call.roles})
    return Reply("help/no_command", wrong) if wrong else None


def at_the_desk(commands: Sequence[Command], call: Call, tx: Tx) -> Effects:
    """In the staff group; one that is like none of ours may be for another bot there."""
    if call.group.part is not Part.STAFF:
        return None
    wrong = _wrong(commands, call, {one.name for one in commands})
    return Whisper("help/no_command", wrong) if wrong and wrong.meant else None


def _wrong(commands: Sequence[Command], call: Call, reach: set[str]) -> NoCommand | None:
    """What was typed, and what of `reach` it is like."""
    found = slashed(call.message.text) if call.message else None
    if found is None or found.addressed or found.name in {one.name for one in commands}:
        return None
    elsewhere = {name: command for name, command in _elsewhere().items() if command in reach}
    own = get_close_matches(found.name, sorted(reach), MOST_MEANT, ALIKE) if found.name not in elsewhere else []
    others = get_close_matches(found.name, sorted(elsewhere), 1, ALIKE)
    return NoCommand(shortened(found.name, SHOWN), tuple(own or [elsewhere[one] for one in others]))


def _elsewhere() -> dict[str, str]:
    """What other bots call the commands of ours."""
    known = vocabulary("help", LOCALES[0]).choices["command"]
    return {name: command for command, names in known.items() for name in names}
