"""Language: in which one a member is spoken to."""

from rules.people import Member
from rules.programme.wording import LOCALES
from storage import locales
from storage.engine.tx import Tx


def choose(tx: Tx, member: Member, locale: str) -> None:
    """In that language from now on, until they choose another."""
    assert locale in LOCALES, locale
    locales.choose(tx, member.id, locale)
