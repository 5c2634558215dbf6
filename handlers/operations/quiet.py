"""`/quiet`: how much the bot tells unasked; each level says what it brings, the one in force is ticked."""

from msgspec import Struct

from actions.quiet import choose
from handlers.call import Call
from handlers.effects import DAY_S, Button, Edit, Effects, Keyboard, Whisper
from handlers.routes import Command, Press, Shelf
from rules.note import Quiet
from storage.engine.tx import Tx

LASTS_S = 30 * DAY_S


class QuietInForce(Struct, frozen=True):
    """The level in force, by its name."""

    level: str


def show(call: Call, tx: Tx) -> Effects:
    """What there is to choose from."""
    now = call.member.quiet
    return Whisper("quiet/levels", _choice(now), buttons=_buttons(now))


def chosen(call: Call, tx: Tx) -> Effects:
    """Another level, in place."""
    level = Quiet(call.data["level"])
    choose(tx, call.member, level)
    return Edit("quiet/levels", _choice(level), buttons=_buttons(level))


def _choice(level: Quiet) -> QuietInForce:
    return QuietInForce(level.value)


def _buttons(now: Quiet) -> Keyboard:
    def button(level: Quiet) -> Button:
        label, data = f"quiet/{level.value}", {"level": level.value}
        return Button(label, "quiet.choose", data, once=False, lasts_s=LASTS_S, ticked=level is now)

    return ([button(level) for level in Quiet],)


ROUTES = (
    Command("quiet", show, shelf=Shelf.OURS, place=10, fades=True, outside=True),
    Press("quiet.choose", chosen, outside=True),
)
