"""Telling members, each once and in private, what a limit had refused them and is paid now."""

from collections.abc import Iterable

from msgspec import Struct

from handlers.effects import Note
from rules.ledger.reversals import GivenBack
from rules.note import Matter


class Given(Struct, frozen=True):
    """What one member gets: so many points in all, and for what."""

    points: int
    lines: tuple[GivenBack, ...]


def noted(given: Iterable[GivenBack]) -> list[Note]:
    """One message for each member."""
    by_member: dict[int, list[GivenBack]] = {}
    for one in given:
        by_member.setdefault(one.member, []).append(one)
    return [_note(member, tuple(theirs)) for member, theirs in by_member.items()]


def _note(member: int, lines: tuple[GivenBack, ...]) -> Note:
    given = Given(sum(one.points for one in lines), lines)
    return Note(
        member, Matter.ACCOUNT, f"given_back:{','.join(str(one.entry) for one in lines)}", "undo/given_back", given
    )
