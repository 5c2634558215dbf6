"""Language: in which one a member is spoken to."""

from rules.people import Member
from rules.programme.wording import LOCALES
from storage import locales
from storage.engine.tx import Tx


def choose(tx: Tx, member: Member, locale: str) -> None:
    """In that language from now on, until they choose another."""
    assert locale in LOCALES, locale
    locales.choose(tx, member.id, locale)


def as_app(tx: Tx, member: Member, locale: str) -> None:
    """In the language of their app again, which is `locale` now, and in another one when they change it there."""
    assert locale in LOCALES, locale
    locales.leave_to_app(tx, member.id, locale)
