"""`/language`: in which language somebody is spoken to; offered to whoever asks for another one in private."""

from actions.language import as_app, choose
from handlers.call import Call
from handlers.effects import DAY_S, Button, Effects, Keyboard, Menu, Reply, Tell
from handlers.routes import Command, Press, Shelf, Where
from rules.programme.wording import LOCALES
from storage import locales
from storage.engine.tx import Tx

LASTS_S = 30 * DAY_S


def show(call: Call, tx: Tx) -> Effects:
    """In both languages, for one of them is the wrong one."""
    own = locales.chosen(tx, call.member.id)
    return Reply("language/offer", buttons=_buttons(call.member.locale if own else None))


def chosen(call: Call, tx: Tx) -> Effects:
    """Said in the new one, with the command menu."""
    locale = call.data["locale"]
    choose(tx, call.member, locale)
    return Tell(call.member.id, "language/chosen"), Menu(call.member.telegram_id, locale, call.roles)


def left_to_app(call: Call, tx: Tx) -> Effects:
    """Whatever their app is set to, now and later."""
    locale = call.app_locale or call.member.locale
    as_app(tx, call.member, locale)
    return Tell(call.member.id, "language/as_app"), Menu(call.member.telegram_id, locale, call.roles)


def _buttons(own: str | None) -> Keyboard:
    """The one that they chose is ticked, or that they chose none."""

    def button(locale: str) -> Button:
        label, data = f"language/{locale}", {"locale": locale}
        return Button(label, "language.choose", data, once=False, lasts_s=LASTS_S, ticked=locale == own)

    app = Button("language/app", "language.as_app", once=False, lasts_s=LASTS_S, ticked=own is None)
    return ([button(locale) for locale in LOCALES], (app,))


ROUTES = (
    Command("language", show, shelf=Shelf.OURS, place=12, where=Where.PRIVATE, menu=False, fades=True, outside=True),
    Press("language.choose", chosen, outside=True),
    Press("language.as_app", left_to_app, outside=True),
)
