"""People whom the team notes by hand: what is written of them, and when a note is whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from msgspec import Struct

from rules.honour.core import InvitationState
from rules.links import address_in, page_of
from rules.refusals import Refusal
from rules.source import Domain, Source

NAME_MOST, PLATFORM_MOST, LINK_MOST, REASON_MOST = 40, 20, 300, 200
# What a word says of where somebody comes from, if it says it.
DomainOf = Callable[[str], Domain | None]


class Scouted(Struct, frozen=True):
    """Somebody who was noted, by whom (our id) and when (UTC seconds); `member` (our id) once they are here.

    Without an account they are kept until `kept_until`.
    """

    id: int
    name: str
    source: Source
    by: int
    at: int
    member: int | None
    kept_until: int | None


class ScoutLink(Struct, frozen=True):
    """A personal link of somebody who was noted into a group, `link` empty until Telegram has made it."""

    id: int
    scouted: int
    group: int
    expires_at: int
    state: InvitationState
    link: str


@dataclass(eq=False)
class ScoutUnclear(Refusal):
    """A note needs a name, where they were found, for the public domain a link, and a reason."""


@dataclass(eq=False)
class ScoutTooLong(Refusal):
    """One part of a note is longer than `most` characters."""

    most: int


@dataclass(eq=False)
class AlreadyScouted(Refusal):
    """They have been noted under that link, as `name`, by `by`."""

    name: str
    by: str


@dataclass(eq=False)
class NobodyScouted(Refusal):
    """Nobody is noted who has not come yet."""


def outsider(words: str, domain_of: DomainOf) -> tuple[str, Source] | None:
    """Somebody without an account, by name, and their source; None where the words are no such note.

    The link tells where the name ends: what stands before it is the platform.
    """
    said = words.split()
    at = _link_at(said)
    if at < 2:
        return None
    name = said[: at - 1]
    if domain_of(name[-1]) is not None:
        name = name[:-1]
    return (_short(" ".join(name), NAME_MOST), _public(said[at - 1 :])) if name else None


def source_of(words: str, domain_of: DomainOf) -> Source:
    """What is written behind somebody's name. Raises ScoutUnclear, ScoutTooLong."""
    said = words.split()
    domain = domain_of(said[0]) if said else None
    rest = said if domain is None else said[1:]
    if domain is not Domain.PRIVATE:
        return _public(rest)
    if not rest:
        raise ScoutUnclear
    return Source(Domain.PRIVATE, "", "", _short(" ".join(rest), REASON_MOST))


def _public(said: Sequence[str]) -> Source:
    if _link_at(said) != 1 or len(said) < 3:
        raise ScoutUnclear
    address = address_in(said[1])
    assert address
    link = page_of(address)
    reason = " ".join(said[2:])
    return Source(Domain.PUBLIC, _short(said[0], PLATFORM_MOST), _short(link, LINK_MOST), _short(reason, REASON_MOST))


def _link_at(said: Sequence[str]) -> int:
    return next((n for n, word in enumerate(said) if n and address_in(word)), 0)


def _short(words: str, most: int) -> str:
    if len(words) > most:
        raise ScoutTooLong(most)
    return words
