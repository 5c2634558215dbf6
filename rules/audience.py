"""Audiences: which community groups something is meant for. Where none is chosen it is meant for all of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.people import Group
from rules.refusals import Refusal


class Meant(StrEnum):
    """What can be meant for some groups alone."""

    BROADCAST = "broadcast"
    DRAFT = "draft"
    QUIZ = "quiz"
    SERIES = "series"


class Reader(Struct, frozen=True):
    """A community group, and whether it is meant."""

    id: int
    title: str
    locale: str
    reads: bool


class Choice(Struct, frozen=True):
    """A group that is to read or not (`group`, `reads`), or all of one language, or with neither named everybody."""

    group: int | None = None
    reads: bool = True
    locale: str = ""


@dataclass(eq=False)
class NobodyReads(Refusal):
    """None of the groups that are there is meant."""


def readers(groups: Sequence[Group], chosen: Collection[int]) -> tuple[Reader, ...]:
    """Every group, and whether it is meant."""
    return tuple(Reader(one.id, one.title, one.locale, not chosen or one.id in chosen) for one in groups)


def chosen_anew(before: Sequence[Reader], choice: Choice) -> frozenset[int]:
    """Those who are meant after a choice; nobody named where that is everybody. Raises NobodyReads."""
    meant = {reader.id for reader in before if _meant(reader, choice)}
    if not meant:
        raise NobodyReads
    return frozenset() if len(meant) == len(before) else frozenset(meant)


def _meant(reader: Reader, choice: Choice) -> bool:
    if choice.group is not None:
        return choice.reads if reader.id == choice.group else reader.reads
    return not choice.locale or reader.locale == choice.locale
