"""Nominating somebody for an award, taking it back, and not wanting to stand."""

from msgspec import Struct

from actions.honour.award import named
from rules.ends import over_at
from rules.honour.award import Round, RoundMovedOn, RoundState
from rules.honour.nomination import (
    NominatedEnough,
    NominatedYourself,
    NoNominations,
    NotInTheRunning,
    require_reason,
)
from rules.occasion import Occasion
from rules.people import STAFF, Member
from storage import members
from storage.engine.tx import Tx
from storage.honour import awards, nominations

# What was said before the end may come when the staff are choosing already.
TAKING = (RoundState.NOMINATING, RoundState.CHOOSING)


class OpenAward(Struct, frozen=True):
    """An award for which people are nominated now, until then (UTC seconds)."""

    round: int
    key: str
    title: str
    until: int


class Nominated(Struct, frozen=True):
    """Somebody is nominated by the caller, for that award and reason; nominations are taken until then.

    `vote` says that the reason is shown to everybody once members vote between them and others; `late`, that it was
    said in time and came when the staff were choosing already.
    """

    round: int
    title: str
    nominee: int
    name: str
    reason: str
    until: int
    vote: bool
    late: bool = False


class MyNomination(Struct, frozen=True):
    """Somebody whom the caller nominates for an award that is open."""

    award: OpenAward
    nominee: int
    name: str
    reason: str


def made_by(tx: Tx, by: Member, taken: tuple[OpenAward, ...]) -> tuple[MyNomination, ...]:
    """Whom the member nominates for the awards that are open."""
    found = ((award, made) for award in taken for made in nominations.made_by(tx, award.round, by.id))
    return tuple(MyNomination(award, made.nominee, made.name, made.reason) for award, made in found)


def taken_now(tx: Tx, occasion: Occasion) -> tuple[OpenAward, ...]:
    """The awards for which people may be nominated. Raises NoNominations."""
    rounds = (one for state in TAKING for one in awards.in_state(tx, state))
    found = tuple(_open(one, occasion) for one in rounds if over_at(one.until) > occasion.now and _known(one, occasion))
    if not found:
        raise NoNominations
    return found


def nominate(tx: Tx, by: Member, nominee: Member, number: int, reason: str, occasion: Occasion) -> Nominated:
    """Nominate them. Raises NominatedYourself, NotInTheRunning, ReasonForNomination, RoundMovedOn, NominatedEnough."""
    one = awards.get(tx, number)
    _require_running(one, occasion)
    award = named(one.award, occasion)
    said = require_reason(reason, award.title)
    if by.id == nominee.id:
        raise NominatedYourself
    if not eligible(tx, nominee, occasion) or awards.declined(tx, one, nominee.id):
        raise NotInTheRunning(nominee.name)
    most = occasion.programme.voting.nominations_each
    if nominations.others(tx, one.id, nominee.id, by.id) >= most:
        raise NominatedEnough(most)
    nominations.put(tx, one.id, nominee.id, by.id, said, occasion.now)
    late = one.state is RoundState.CHOOSING
    return Nominated(one.id, award.title, nominee.id, nominee.name, said, one.until, award.vote, late)


def withdraw(tx: Tx, by: Member, number: int, nominee: int, occasion: Occasion) -> Nominated:
    """Not them after all. Raises RoundMovedOn."""
    one, them = awards.get(tx, number), members.get(tx, nominee)
    _require_running(one, occasion)
    if not nominations.withdraw(tx, one.id, nominee, by.id):
        raise RoundMovedOn
    award = named(one.award, occasion)
    return Nominated(one.id, award.title, nominee, them.name, "", one.until, award.vote)


def decline(tx: Tx, member: Member, number: int, occasion: Occasion) -> OpenAward:
    """The member would rather not stand in this round. Raises RoundMovedOn once people vote."""
    one = awards.get(tx, number)
    if one.state not in (RoundState.NOMINATING, RoundState.CHOOSING):
        raise RoundMovedOn
    awards.decline(tx, one, member.id)
    return _open(one, occasion)


def eligible(tx: Tx, member: Member, occasion: Occasion) -> bool:
    """In a group of ours, willing to be named, not of the staff, under no sanction."""
    there = member.home is not None and not member.hidden
    return there and not member.suspended(occasion.now) and not members.roles(tx, member.id) & STAFF


def _require_running(one: Round, occasion: Occasion) -> None:
    if one.state not in TAKING or occasion.now >= over_at(one.until):
        raise RoundMovedOn


def _known(one: Round, occasion: Occasion) -> bool:
    return occasion.programme.awards.named(one.award) is not None


def _open(one: Round, occasion: Occasion) -> OpenAward:
    return OpenAward(one.id, one.award, named(one.award, occasion).title, one.until)
