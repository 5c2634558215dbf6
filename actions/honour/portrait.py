"""Portraits: a member agrees to be shown in the hall of honour, or takes that back; the photo is fetched once."""

from msgspec import Struct

from rules.honour.portrait import Fetched, NotInTheHall, Wanted, usable
from rules.occasion import Occasion
from rules.people import Member
from storage.engine.tx import Tx
from storage.honour import honours, portraits


class Portrait(Struct, frozen=True):
    """What became of the photo of somebody who had agreed."""

    member: int
    fetched: Fetched


def standing(tx: Tx, member: int) -> bool | None:
    """Whether the member agrees to be shown; None for one who is not in the hall."""
    return portraits.agreed(tx, member) if honours.of(tx, member) else None


def agree(tx: Tx, member: Member, occasion: Occasion) -> bool:
    """The member's photo may be shown, and is fetched soon; False when they had agreed before. Raises NotInTheHall."""
    if not honours.of(tx, member.id):
        raise NotInTheHall
    return portraits.agree(tx, member.id, occasion.handled_at)


def withdraw(tx: Tx, member: Member) -> None:
    """It is shown no more, and nothing of it is kept."""
    portraits.forget(tx, member.id)


def wanted(tx: Tx) -> list[Wanted]:
    """Whose photo is to be fetched."""
    return portraits.wanted(tx)


def keep(tx: Tx, one: Wanted, photo: bytes | None) -> Portrait | None:
    """What was fetched is kept if it can be shown, else they may agree anew; None when they took their word back."""
    fetched = Fetched.NONE if photo is None else Fetched.KEPT if usable(photo) else Fetched.UNUSABLE
    still = portraits.keep(tx, one, photo) if photo and fetched is Fetched.KEPT else portraits.drop(tx, one)
    return Portrait(one.member, fetched) if still else None
