"""`/settings`: what somebody can set for themselves, each as it stands and a press away."""

from msgspec import Struct

from handlers.call import Call
from handlers.effects import Button, Effects, Keyboard, Reply
from handlers.routes import Command, Shelf, Where
from storage import locales, tags
from storage.engine.tx import Tx

SET_BY = ("quiet", "language", "tag", "streak")


class SettingsInForce(Struct, frozen=True):
    """How much they are told unasked, whether they chose a language and want no tag, and by which zone their day goes."""

    quiet: str
    language_chosen: bool
    tag_off: bool
    zone: str
    day_starts_at: str


def show(call: Call, tx: Tx) -> Effects:
    """What is in force, and the commands by which it is changed."""
    member, brand = call.member, call.occasion.programme.brand
    own, bare = locales.chosen(tx, member.id), tags.off(tx, member.id)
    zone = member.timezone or brand.timezone
    now = SettingsInForce(member.quiet.value, own, bare, zone, brand.day_starts_at)
    return Reply("settings/shown", now, buttons=_buttons())


def _buttons() -> Keyboard:
    buttons = [Button(f"settings/{name}", f"command.{name}", once=False) for name in SET_BY]
    return [buttons[:2], buttons[2:]]


ROUTES = (
    Command("settings", show, shelf=Shelf.OURS, place=8, where=Where.PRIVATE, menu=False, fades=True, outside=True),
)
