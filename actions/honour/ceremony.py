"""The end of a round: the vote is counted, staff decide where it can't, the honour is given with a citation, or taken back."""

from collections.abc import Iterator

from msgspec import Struct

from actions import ballot as voting
from actions.honour import award_badge
from actions.honour.award import named
from actions.honour.nomination import eligible
from rules.ballot import Result, Verdict
from rules.ends import over_at
from rules.honour.award import (
    CITATION_LIMIT,
    AwardBadge,
    Honour,
    HonourGone,
    Nominee,
    Round,
    RoundMovedOn,
    RoundState,
)
from rules.honour.nomination import NotInTheRunning
from rules.lengths import within
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import NotForYourself
from rules.values import replace
from storage import audits, ballots, members, tags
from storage.engine.tx import Tx
from storage.honour import awards, honours, portraits


class Tallied(Struct, frozen=True):
    """How many votes somebody has; `mark` tells them from others of the same name."""

    member: int
    name: str
    mark: str
    votes: int


class VoteClosed(Struct, frozen=True):
    """A vote as it ended. `open_to` are those between whom the staff decide: one where the vote has decided."""

    round: int
    title: str
    year: int
    verdict: Verdict
    tallied: tuple[Tallied, ...]
    open_to: tuple[Tallied, ...]
    turnout: int
    eligible: int
    quorum: int


class Chosen(Struct, frozen=True):
    """Somebody is to be honoured, with that citation once there is one; `badge` is what they get with it."""

    round: int
    title: str
    year: int
    member: int
    name: str
    citation: str
    limit: int
    badge: AwardBadge | None = None


class Honoured(Struct, frozen=True):
    """An honour that was given, or taken back for that `reason`. `asks`: whether their photo may be shown is asked.

    `verdict` is what the vote said, None where there was none: what it left open the staff have decided.
    `badge` came with it, or went with it.
    """

    honour: int
    round: int
    title: str
    year: int
    member: int
    name: str
    citation: str
    by: str
    turnout: int
    votes: int
    reason: str = ""
    asks: bool = False
    verdict: Verdict | None = None
    badge: AwardBadge | None = None


def due(tx: Tx, occasion: Occasion) -> Iterator[VoteClosed]:
    """Votes whose time is over, each closed exactly once."""
    for one in awards.in_state(tx, RoundState.VOTING):
        assert one.ballot is not None, one.id
        over = over_at(ballots.get(tx, one.ballot).closes_at) <= occasion.now
        if over and occasion.programme.awards.named(one.award) and voting.close(tx, one.ballot, occasion):
            awards.move(tx, one, RoundState.DECIDING)
            yield closed(tx, awards.get(tx, one.id), occasion)


def closed(tx: Tx, one: Round, occasion: Occasion) -> VoteClosed:
    """What a closed vote said."""
    assert one.ballot is not None, one.id
    found, by_choice = ballots.result_of(tx, one.ballot), _by_choice(tx, one)
    tallied = tuple(
        Tallied(by_choice[c.choice].member, by_choice[c.choice].name, by_choice[c.choice].mark, c.votes)
        for c in found.counts
        if c.choice in by_choice
    )
    open_to = tuple(one for one in tallied if one.member in _open_to(found, by_choice))
    title = named(one.award, occasion).title
    return VoteClosed(
        one.id, title, one.year, found.verdict, tallied, open_to, found.turnout, found.eligible, found.quorum
    )


def choose(tx: Tx, by: Member, number: int, member: int, occasion: Occasion, citation: str = "") -> Chosen:
    """Who is to be honoured. Raises RoundMovedOn, NotForYourself, NotInTheRunning, WordsTooLong."""
    one, them = awards.get(tx, number), members.get(tx, member)
    award = named(one.award, occasion)
    if member not in _may_be_chosen(tx, one):
        raise RoundMovedOn
    if by.id == member:
        raise NotForYourself
    if not eligible(tx, them, occasion):
        raise NotInTheRunning(them.name)
    said = within(citation, CITATION_LIMIT)
    coming = award_badge.coming(tx, award, member, occasion)
    return Chosen(one.id, award.title, one.year, member, them.name, said, CITATION_LIMIT, coming)


def give(tx: Tx, by: Member, number: int, member: int, citation: str, occasion: Occasion) -> Honoured:
    """The honour is theirs, for ever in that year. Raises what `choose` raises."""
    chosen, one = choose(tx, by, number, member, occasion, citation), awards.get(tx, number)
    assert chosen.citation, number
    if not awards.move(tx, one, RoundState.GIVEN):
        raise RoundMovedOn
    audits.record(tx, occasion.now, by.id, "award.give", member, chosen.citation, round=one.id, award=one.award)
    badge = award_badge.give(tx, by, member, named(one.award, occasion), chosen.citation, one.year, occasion)
    honour = honours.add(
        tx, one.id, one.award, chosen.title, one.year, member, chosen.citation, by.id, occasion.handled_at, badge
    )
    tags.mark(tx, member)
    given = honours.get(tx, honour)
    assert given is not None
    return replace(_honoured(tx, given, by), asks=not portraits.agreed(tx, member), badge=chosen.badge)


def standing(tx: Tx, number: int, by: Member, occasion: Occasion) -> Honoured:
    """An honour that stands, with the badge that goes once it is taken back. Raises HonourGone."""
    found = _standing(tx, number)
    badge = award_badge.shown(found.badge, occasion) if award_badge.goes_with(tx, found) else None
    return replace(_honoured(tx, found, by), badge=badge)


def revoke(tx: Tx, by: Member, number: int, reason: str, occasion: Occasion) -> Honoured:
    """Take it back: it is in no hall any more, and they are told why. Raises HonourGone, NotForYourself, WordsTooLong."""
    found, done = _standing(tx, number), standing(tx, number, by, occasion)
    if done.member == by.id:
        raise NotForYourself
    said = within(reason, CITATION_LIMIT)
    if not honours.revoke(tx, number, by.id, said, occasion.handled_at):
        raise HonourGone
    if not honours.of(tx, done.member):
        portraits.forget(tx, done.member)
    tags.mark(tx, done.member)
    audits.record(tx, occasion.now, by.id, "award.revoke", done.member, said, honour=number)
    award_badge.take(tx, by, found, said, occasion)
    return replace(done, reason=said)


def _standing(tx: Tx, number: int) -> Honour:
    found = honours.get(tx, number)
    if found is None:
        raise HonourGone
    return found


def _honoured(tx: Tx, one: Honour, by: Member) -> Honoured:
    found = awards.get(tx, one.round)
    votes = ballots.result_of(tx, found.ballot) if found.ballot else None
    choices = {n.member: n.choice for n in awards.candidates(tx, found)}
    own = next((c.votes for c in votes.counts if c.choice == choices.get(one.member)), 0) if votes else 0
    name, turnout = members.get(tx, one.member).name, votes.turnout if votes else 0
    told = Honoured(one.id, one.round, one.title, one.year, one.member, name, one.citation, by.name, turnout, own)
    return replace(told, verdict=votes.verdict if votes else None)


def _by_choice(tx: Tx, one: Round) -> dict[int, Nominee]:
    return {nominee.choice: nominee for nominee in awards.candidates(tx, one) if nominee.choice is not None}


def open_to(tx: Tx, one: Round) -> frozenset[int]:
    """Between whom the staff decide once the vote of that round is closed."""
    assert one.ballot is not None, one.id
    return _open_to(ballots.result_of(tx, one.ballot), _by_choice(tx, one))


def _open_to(found: Result, by_choice: dict[int, Nominee]) -> frozenset[int]:
    """Between whom is still to be decided: those who lead, or everybody where too few have voted."""
    choices = by_choice.keys() if found.verdict is Verdict.TOO_FEW else found.leading
    return frozenset(by_choice[choice].member for choice in choices if choice in by_choice)


def _may_be_chosen(tx: Tx, one: Round) -> frozenset[int]:
    """By the vote where there was one; else the one whom the staff have ticked."""
    if one.state is RoundState.DECIDING and one.ballot is not None:
        return open_to(tx, one)
    ticked = [nominee.member for nominee in awards.candidates(tx, one) if nominee.shortlisted]
    return frozenset(ticked) if one.state is RoundState.CHOOSING and len(ticked) == 1 else frozenset()


def _still_honoured(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    return honours.get(tx, int(note.subject)) is not None


STILL_TRUE = {"honour": _still_honoured}
