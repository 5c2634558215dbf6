"""The codes that somebody was given, told apart by how they end: the whole of a code is its owner's alone."""

from msgspec import Struct

from rules.shop.code import end_of
from rules.shop.order import OrderState
from storage import members
from storage.engine.tx import Tx
from storage.shop import codes

SHOWN = 5


class CodeGiven(Struct, frozen=True):
    """An order of `title`, placed `at` (UTC seconds), and how its code ends."""

    order: int
    title: str
    at: int
    end: str
    state: OrderState


class CodesGiven(Struct, frozen=True):
    """What `name` was given, the latest first, and how many there are besides."""

    name: str
    codes: tuple[CodeGiven, ...]
    more: int


def given_to(tx: Tx, member: int) -> CodesGiven:
    """The latest codes of that member."""
    found = codes.given(tx, member, SHOWN)
    shown = tuple(CodeGiven(one.order, one.title, one.at, end_of(one.code), one.state) for one in found)
    return CodesGiven(members.get(tx, member).name, shown, codes.given_count(tx, member) - len(shown))
