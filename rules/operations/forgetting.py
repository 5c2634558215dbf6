"""Forgetting somebody: what holds it back, the mark by which an account is known again, and words without a name."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from msgspec import Struct

from rules.reading.names import NAMELESS
from rules.refusals import Refusal

DAY_S = 86_400
AGAIN_DAYS = 30  # as long as thanks between two people are remembered to each other's account
COST = 2**14
ISOLATED = "\u2068{}\u2069"
_OURS = re.compile(r"[a-z0-9_.:-]*", re.ASCII)


class Hindrance(StrEnum):
    """Why somebody is not forgotten yet; each has words that say what to do."""

    OFFICE = "office"
    ORDER = "order"
    SEAT = "seat"
    LENT = "lent"
    HELD = "held"
    MENTORING = "mentoring"
    AWARD = "award"
    SANCTION = "sanction"
    APPEAL = "appeal"
    RECORD = "record"
    PENDING = "pending"
    LATELY = "lately"


class Obstacle(Struct, frozen=True):
    """One thing that holds it back: what it is about (`names`: numbers of orders, titles of events or things, roles), and
    until when (UTC seconds) where time alone ends it.
    """

    kind: Hindrance
    names: tuple[str, ...] = ()
    until: int | None = None


@dataclass(eq=False)
class NotForgottenYet(Refusal):
    """Something that was begun has to come to its end before."""

    obstacles: tuple[Obstacle, ...]


class Forgetting(Struct, frozen=True):
    """That a member was forgotten, when (UTC seconds), and the mark of their account: it outlives any backup."""

    member: int
    at: int
    mark: str

    @property
    def line(self) -> str:
        """As it stands in the list beside the backups."""
        return f"{self.member} {self.at} {self.mark}"


def forgettings(lines: str) -> Iterator[Forgetting]:
    """What such a list says. Raises ValueError for what is no such list."""
    for line in lines.splitlines():
        member, at, mark = line.split(" ")
        yield Forgetting(int(member), int(at), mark)


def mark_of(account: int, salt: str) -> str:
    """The mark of an account (Telegram's id): slow to make, so that trying all accounts takes years."""
    made = hashlib.scrypt(str(account).encode(), salt=salt.encode(), n=COST, r=8, p=1, dklen=16)
    return f"{salt}:{made.hex()}"


def is_mark_of(mark: str, account: int) -> bool:
    """Whether it is that account's."""
    return mark_of(account, mark.partition(":")[0]) == mark


def unnamed(text: str, name: str, username: str | None) -> str:
    """Words that were written about them alone, without their name; letters inside a longer Latin word are no name."""
    said = re.sub(rf"@{re.escape(username)}(?!\w)", NAMELESS, text, flags=re.IGNORECASE) if username else text
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", NAMELESS, said, flags=re.ASCII | re.IGNORECASE)


def nameless(text: str, name: str, username: str | None) -> str:
    """Ready words and values without that name, wherever it was put in as a name; talk in which it occurs stays.

    A name that reads like a word of our own is left to where it was put in as a name beyond doubt.
    """
    said = text.replace(ISOLATED.format(escape(name)), ISOLATED.format(NAMELESS))
    if not _OURS.fullmatch(name):
        for spelt in {json.dumps(name, ensure_ascii=False), json.dumps(name)}:
            said = said.replace(spelt, f'"{NAMELESS}"')
            said = said.replace(json.dumps(spelt, ensure_ascii=False)[1:-1], f'\\"{NAMELESS}\\"')
    if username:
        said = re.sub(rf"@{re.escape(username)}(?!\w)", f"@{NAMELESS}", said, flags=re.IGNORECASE)
    return said
