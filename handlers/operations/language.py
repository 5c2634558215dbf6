"""`/language`: in which language somebody is spoken to; offered to whoever asks for another one in private."""

from actions.language import choose
from handlers.call import Call
from handlers.effects import DAY_S, Button, Effects, Keyboard, Menu, Reply, Tell
from handlers.routes import Command, Press, Shelf, Where
from rules.programme.wording import LOCALES
from storage.engine.tx import Tx

LASTS_S = 30 * DAY_S


def show(call: Call, tx: Tx) -> Effects:
    """In both languages, for one of them is the wrong one."""
    return Reply("language/offer", buttons=_buttons(call.member.locale))


def chosen(call: Call, tx: Tx) -> Effects:
    """Said in the new one, with the command menu."""
    locale = call.data["locale"]
    choose(tx, call.member, locale)
    return Tell(call.member.id, "language/chosen"), Menu(call.member.telegram_id, locale, call.roles)


def _buttons(now: str) -> Keyboard:
    def button(locale: str) -> Button:
        label, data = f"language/{locale}", {"locale": locale}
        return Button(label, "language.choose", data, once=False, lasts_s=LASTS_S, ticked=locale == now)

    return ([button(locale) for locale in LOCALES],)


ROUTES = (
    Command("language", show, shelf=Shelf.OURS, place=12, where=Where.PRIVATE, menu=False, fades=True),
    Press("language.choose", chosen),
)
