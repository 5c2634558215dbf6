"""How a featured message stands in its group, and in the channel if its author agrees, for all who change that."""

from actions.daily import feature as actions
from actions.daily import feature_shown
from handlers.daily import supported
from handlers.effects import DAY_S, Button, Delete, Edit, Effect, Keyboard, Post, React
from rules.people import Part
from rules.showcase import Exhibited, name_of
from storage import groups
from storage.daily import features
from storage.engine.tx import Tx

LASTS_S = 90 * DAY_S


def thanked(tx: Tx, number: int) -> Post:
    """The thanks, in reply to the message; its author may let it go to the channel."""
    done = actions.told(tx, number)
    return Post(
        done.group,
        "feature/thanked",
        done,
        buttons=_buttons(tx, number),
        reply_to=done.message,
        keep=thanks_name(number),
    )


def thanked_anew(tx: Tx, number: int) -> Edit:
    """The thanks as they stand now."""
    return Edit("feature/thanked", actions.told(tx, number), _buttons(tx, number), keep=thanks_name(number))


def again(tx: Tx, number: int) -> list[Effect]:
    """Taking it back was a mistake: everything reads as before, and the channel is its author's to decide."""
    done = actions.told(tx, number)
    help_again = supported.resumed(tx, done.group, done.message)
    return [React("🏆", message=done.message, group=done.group), thanked(tx, number), *help_again]


def gone(tx: Tx, number: int) -> list[Effect]:
    """The thanks go from the group, its post from the channels, and help with it stops."""
    posts = [
        Delete(keep=name_of(Exhibited.DISCOVERY, number, channel.id)) for channel in groups.active(tx, Part.CHANNEL)
    ]
    done = actions.told(tx, number)
    return [Delete(keep=thanks_name(number)), *posts, *supported.stopped(tx, done.group, done.message)]


def thanks_name(number: int) -> str:
    """The name under which the thanks are remembered."""
    return f"feature:{number}"


def number_of(name: str | None) -> int | None:
    """What is featured, by the name of its thanks."""
    noun, _, number = (name or "").partition(":")
    return int(number) if noun == "feature" and number.isdecimal() else None


def _buttons(tx: Tx, number: int) -> Keyboard:
    known = features.get(tx, number)
    if known is None or not feature_shown.may_show(tx, number):
        return ()
    data = {"feature": number}
    return ((Button("feature/show", "feature.show", data, member=known.member, once=False, lasts_s=LASTS_S),),)
