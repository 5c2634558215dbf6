"""From nominations to a shortlist, and from there to the vote of the members."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from actions import ballot as voting
from actions.honour.award import named
from actions.honour.nomination import eligible
from rules.ballot import CHOICES_LEAST
from rules.ends import ended_at, over_at
from rules.honour.award import (
    NOMINEES_MOST,
    STANDING_MOST,
    Nominee,
    Round,
    RoundMovedOn,
    RoundState,
    ShortlistSize,
    VotedForYourself,
    evening,
)
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from storage import audits, ballots, members
from storage.engine.tx import Tx
from storage.honour import awards, nominations

REASONS_SHOWN = 2


class Standing(Struct, frozen=True):
    """Somebody on the staff's card: `people` nominate them, for these reasons; 0 is one whom the boards propose.

    `mark` tells them from others of the same name, here and below.
    """

    member: int
    name: str
    mark: str
    people: int
    reasons: tuple[str, ...]
    shortlisted: bool


class Shortlist(Struct, frozen=True):
    """The card from which the staff choose. `vote` says that members vote between those who are on it.

    `unseen` are nominated as well, by fewer, and find no place on it.
    """

    round: int
    title: str
    year: int
    vote: bool
    nominees: tuple[Standing, ...]
    ticked: int
    most: int
    unseen: int = 0


class OnBallot(Struct, frozen=True):
    """Somebody one may vote for, by that number; what was said of them."""

    choice: int
    member: int
    name: str
    mark: str
    reason: str


class VoteOpened(Struct, frozen=True):
    """Members vote: for which award, between whom, until when (UTC seconds). `voters` is the title of the least level."""

    round: int
    key: str
    title: str
    given_for: str
    year: int
    until: int
    voters: str
    nominees: tuple[OnBallot, ...]


class VotedFor(Struct, frozen=True):
    """The caller's vote stands for that one."""

    name: str
    mark: str
    until: int


def due(tx: Tx, occasion: Occasion) -> Iterator[Shortlist]:
    """Rounds whose nominations are over, each once."""
    for one in awards.in_state(tx, RoundState.NOMINATING):
        if over_at(one.until) <= occasion.now and occasion.programme.awards.named(one.award):
            yield close_nominations(tx, one, occasion)


def end_now(tx: Tx, by: Member, number: int, occasion: Occasion) -> Shortlist:
    """The staff end the nominations before their time. Raises RoundMovedOn."""
    one = awards.get(tx, number)
    if one.state is not RoundState.NOMINATING:
        raise RoundMovedOn
    audits.record(tx, occasion.now, by.id, "award.end_nominations", None, None, round=one.id, award=one.award)
    awards.end(tx, one, ended_at(occasion.now))
    return close_nominations(tx, one, occasion)


def joined(tx: Tx, number: int, member: int, occasion: Occasion) -> Shortlist:
    """Somebody who was nominated in time stands on the card as well, as far as it reaches. Raises RoundMovedOn."""
    one = _choosing(tx, number)
    if len(awards.candidates(tx, one)) < STANDING_MOST:
        awards.stand(tx, one, member)
    return shortlist(tx, one, occasion)


def close_nominations(tx: Tx, one: Round, occasion: Occasion) -> Shortlist:
    """Whom members nominate, then whom the boards propose, stand on the card. Raises RoundMovedOn."""
    if not awards.move(tx, one, RoundState.CHOOSING):
        raise RoundMovedOn
    for member in _standing(tx, one, occasion):
        awards.stand(tx, one, member)
    return shortlist(tx, awards.get(tx, one.id), occasion)


def tick(tx: Tx, number: int, member: int, occasion: Occasion) -> Shortlist:
    """On the shortlist, or off it again. Raises RoundMovedOn."""
    one = _choosing(tx, number)
    awards.tick(tx, one, member)
    return shortlist(tx, one, occasion)


def extend(tx: Tx, by: Member, number: int, occasion: Occasion) -> Shortlist:
    """Nominations are taken for as long again. Raises RoundMovedOn."""
    one = _choosing(tx, number)
    until = evening(occasion.seen_from(None), occasion.programme.voting.nominate_days)
    if not awards.extend(tx, one, until):
        raise RoundMovedOn
    audits.record(tx, occasion.now, by.id, "award.extend", None, None, round=one.id, award=one.award, until=until)
    return shortlist(tx, awards.get(tx, one.id), occasion)


def open_vote(tx: Tx, by: Member, number: int, occasion: Occasion) -> VoteOpened:
    """Members vote between those on the shortlist. Raises RoundMovedOn, ShortlistSize."""
    one = _choosing(tx, number)
    award, chosen = named(one.award, occasion), _ticked(tx, one)
    if not award.vote or not CHOICES_LEAST <= len(chosen) <= NOMINEES_MOST:
        raise ShortlistSize(CHOICES_LEAST if award.vote else 1, NOMINEES_MOST if award.vote else 1)
    until = evening(occasion.seen_from(None), occasion.programme.voting.vote_days)
    quorum = occasion.programme.voting.quorum
    ballot = voting.open_until(tx, len(chosen), award.voters, quorum, until, occasion)
    for choice, nominee in enumerate(chosen, start=1):
        awards.put_on_ballot(tx, one, nominee.member, choice)
    if not awards.move(tx, one, RoundState.VOTING, ballot.id):
        raise RoundMovedOn
    audits.record(tx, occasion.now, by.id, "award.open_vote", None, None, round=one.id, award=one.award)
    return on_ballot(tx, awards.get(tx, one.id), occasion)


def on_ballot(tx: Tx, one: Round, occasion: Occasion) -> VoteOpened:
    """A round that members vote about, as they see it."""
    award = named(one.award, occasion)
    assert one.ballot is not None, one.id
    ballot, levels = ballots.get(tx, one.ballot), occasion.programme.levels
    voters = levels.named(ballot.level).title if levels.place(ballot.level) else ""
    standing = sorted((n.choice, n) for n in awards.candidates(tx, one) if n.choice is not None)
    nominees = tuple(OnBallot(choice, n.member, n.name, n.mark, _said(tx, one, n)) for choice, n in standing)
    return VoteOpened(one.id, award.key, award.title, award.given_for, one.year, ballot.closes_at, voters, nominees)


def vote(tx: Tx, member: Member, number: int, choice: int, occasion: Occasion) -> VotedFor:
    """The member votes, from now on for that one. Raises BallotClosed, NoVote, RoundMovedOn, VotedForYourself."""
    one = awards.get(tx, number)
    if one.ballot is None:
        raise RoundMovedOn
    chosen = next(nominee for nominee in awards.candidates(tx, one) if nominee.choice == choice)
    if chosen.member == member.id:
        raise VotedForYourself
    voting.vote(tx, one.ballot, member, choice, occasion)
    return VotedFor(chosen.name, chosen.mark, ballots.get(tx, one.ballot).closes_at)


def shortlist(tx: Tx, one: Round, occasion: Occasion) -> Shortlist:
    """The card of a round."""
    award, found = named(one.award, occasion), awards.candidates(tx, one)
    shown = REASONS_SHOWN if len(found) <= NOMINEES_MOST else 1
    nominees = tuple(_on_card(tx, one, nominee, shown) for nominee in found)
    ticked = sum(nominee.shortlisted for nominee in nominees)
    unseen = nominations.count(tx, one.id) - sum(nominee.people > 0 for nominee in nominees)
    unseen = unseen if len(found) >= STANDING_MOST else 0
    return Shortlist(one.id, award.title, one.year, award.vote, nominees, ticked, NOMINEES_MOST, unseen)


def _on_card(tx: Tx, one: Round, nominee: Nominee, reasons: int) -> Standing:
    said = tuple(nominations.reasons(tx, one.id, nominee.member, reasons))
    return Standing(nominee.member, nominee.name, nominee.mark, nominee.people, said, nominee.shortlisted)


def _choosing(tx: Tx, number: int) -> Round:
    one = awards.get(tx, number)
    if one.state is not RoundState.CHOOSING:
        raise RoundMovedOn
    return one


def _ticked(tx: Tx, one: Round) -> list[Nominee]:
    return [nominee for nominee in awards.candidates(tx, one) if nominee.shortlisted]


def _standing(tx: Tx, one: Round, occasion: Occasion) -> list[int]:
    """Everybody who is nominated, as far as the card reaches; where few are, those whom the boards propose as well."""
    nominated = _running(tx, one, nominations.nominees(tx, one.id, 2 * STANDING_MOST), occasion)[:STANDING_MOST]
    seasons = tuple(f"{one.year}-Q{quarter}" for quarter in range(1, 5))
    leading = awards.leaders(tx, named(one.award, occasion).looks_at, seasons, NOMINEES_MOST)
    proposed = _running(tx, one, (member for member in leading if member not in nominated), occasion)
    return [*nominated, *proposed[: max(0, NOMINEES_MOST - len(nominated))]]


def _running(tx: Tx, one: Round, people: Iterable[int], occasion: Occasion) -> list[int]:
    """Those of them who may be honoured, and want to."""
    return [
        member
        for member in people
        if eligible(tx, members.get(tx, member), occasion) and not awards.declined(tx, one, member)
    ]


def _said(tx: Tx, one: Round, nominee: Nominee) -> str:
    return next(iter(nominations.reasons(tx, one.id, nominee.member, 1)), "")


def _still_voted_on(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """While the vote is on, and they stand in it."""
    one = awards.get(tx, int(note.subject))
    on_list = any(found.member == note.member and found.shortlisted for found in awards.candidates(tx, one))
    return one.state is RoundState.VOTING and on_list


STILL_TRUE = {"award": _still_voted_on}
