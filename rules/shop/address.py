"""Where an order goes: what people write, in one message or in several, and what still seems to be missing."""

import re
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.refusals import Refusal

ADDRESS_LIMIT = 300
LEAST_PLACE = 6
LEAST_DIGITS = 7
LEAST_NAME = 2
_NUMBER = re.compile(r"\+?\d[\d\s-]{5,}\d")


class Lack(StrEnum):
    """What an address should have and does not seem to."""

    PHONE = "phone"
    PLACE = "place"


class Address(Struct, frozen=True):
    """What the member wrote, and whether they have looked at it and said that it is right.

    `changed`: whoever sees to the order has read another one before.
    """

    text: str
    confirmed: bool
    changed: bool = False

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What seems to be missing."""
        phones = [found for found in _NUMBER.findall(self.text) if sum(map(str.isdigit, found)) >= LEAST_DIGITS]
        rest = _NUMBER.sub("", self.text)
        missing = {Lack.PHONE: not phones, Lack.PLACE: sum(map(str.isalnum, rest)) < LEAST_PLACE}
        return tuple(lack for lack, is_missing in missing.items() if is_missing)


def begins(text: str) -> bool:
    """Whether an address may begin so: with a name, which is short, with a telephone or a place."""
    letters, signs = sum(map(str.isalpha, text)), sum(map(str.isalnum, text))
    return letters >= LEAST_NAME or signs >= LEAST_DIGITS


def ready(address: Address | None) -> Address | None:
    """What whoever sees to the order may read: words without a telephone are only an address once their writer says so."""
    return address if address and (address.confirmed or Lack.PHONE not in address.lacks) else None


@dataclass(eq=False)
class AddressTooLong(Refusal):
    """An address of `length` characters, where `limit` are taken."""

    length: int
    limit: int


def joined(before: str, more: str) -> str:
    """What was written before and what follows, on one line. Raises AddressTooLong."""
    text = " ".join(f"{before} {more}".split())
    if len(text) > ADDRESS_LIMIT:
        raise AddressTooLong(len(text), ADDRESS_LIMIT)
    return text
