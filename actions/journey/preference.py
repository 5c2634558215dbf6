"""Preference votes: put before the core group, chosen in, closed once in time or stopped, gone on with, and answered."""

from collections.abc import Sequence

from msgspec import Struct

from actions import ballot as ballots_of
from actions.journey.council_proposal import room_of
from actions.journey.preference_seen import PreferenceSeen, RoundSeen, results_of, seen, seen_round
from rules.ends import day_ends_at, over_at
from rules.files import File
from rules.journey.council_vote import quorum_of
from rules.journey.preference import (
    Design,
    DesignRound,
    NobodyChooses,
    NoPreferenceVote,
    Preference,
    PreferenceMoved,
    PreferenceOver,
    PreferencePlan,
    PreferenceState,
    RoundEnd,
    RoundPlan,
    Voters,
    best,
    decision_of,
    require_pictures,
    standing,
)
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.levels import EVERYBODY
from storage import audits, ballots, facts
from storage.engine.tx import Tx
from storage.journey import preferences

NOUN = "preference"
DOUBTED = "preference_doubted"


class DesignChosen(Struct, frozen=True):
    """Somebody's choice by one criterion; `left` is by how many they have chosen nothing yet."""

    criterion: str
    number: int
    name: str
    closes_at: int
    left: int


class RoundOpened(Struct, frozen=True):
    """A round that has begun, and who has a vote in it and is told (nobody where the whole core group has)."""

    seen: RoundSeen
    told: tuple[int, ...]


def begin(tx: Tx, by: Member) -> None:
    """Something may be put before the core group. Raises CouncilHasNoRoom."""
    room_of(tx, by)


def quorum_ahead(tx: Tx, by: Member, voters: Voters, plan: RoundPlan, occasion: Occasion) -> tuple[int, int]:
    """How many would have a vote now, and how many of them it would take. Raises CouncilHasNoRoom, NobodyChooses."""
    entitled = preferences.entitled(tx, voters, room_of(tx, by).id)
    return len(entitled), _quorum(voters, plan, len(entitled), occasion)


def publish(
    tx: Tx, by: Member, plan: PreferencePlan, first: RoundPlan, pictures: Sequence[File], occasion: Occasion
) -> RoundOpened:
    """It is before the core group. Raises CouncilHasNoRoom, NobodyChooses, PicturesNeeded."""
    number = preferences.add(tx, plan, room_of(tx, by).id, by.id, occasion.now)
    audits.record(tx, occasion.now, by.id, "preference.publish", None, None, preference=number)
    return _opened(tx, preferences.get(tx, number), first, pictures, occasion)


def next_round(
    tx: Tx, by: Member, number: int, further: RoundPlan, pictures: Sequence[File], occasion: Occasion
) -> RoundOpened:
    """Another round of it. Raises PreferenceMoved, NobodyChooses, PicturesNeeded."""
    found = waiting(tx, number)
    audits.record(tx, occasion.now, by.id, "preference.round", None, None, preference=number)
    return _opened(tx, found, further, pictures, occasion)


def waiting(tx: Tx, number: int) -> Preference:
    """The one of that number, whose last round is over and which the team has not answered. Raises PreferenceMoved."""
    found = preferences.get(tx, number)
    if found.state is not PreferenceState.COUNTED:
        raise PreferenceMoved
    return found


def best_of(tx: Tx, number: int, many: int) -> tuple[Design, ...]:
    """The designs with which a further round would begin: the best so `many` of the last one. Raises PreferenceMoved."""
    waiting(tx, number)
    last = preferences.rounds(tx, number)[-1]
    votes = standing(results_of(tx, last), len(last.designs))
    return tuple(last.designs[place - 1] for place in best(votes, many)) if many else ()


def choose(tx: Tx, member: Member, round_id: int, criterion: int, choice: int, occasion: Occasion) -> DesignChosen:
    """They choose that design by that criterion, from now on this one. Raises PreferenceOver, NoPreferenceVote."""
    found = preferences.round_of(tx, round_id)
    asked = preferences.get(tx, found.preference)
    if found.end is not None or over_at(found.closes_at) <= occasion.now:
        raise PreferenceOver
    if member.id not in _electors(tx, asked, found, occasion):
        raise NoPreferenceVote(asked.plan.voters.value)
    ballots.cast(tx, found.ballots[criterion - 1], member.id, choice, occasion.now)
    name = found.designs[choice - 1].name
    return DesignChosen(asked.plan.criteria[criterion - 1], choice, name, found.closes_at, _left(tx, found, member.id))


def close_due(tx: Tx, occasion: Occasion) -> list[RoundSeen]:
    """Rounds whose time is over are counted, each once; those in doubt are stopped and say nothing."""
    doubted = facts.get(tx, DOUBTED)
    if doubted is None:
        return [_counted(tx, one, occasion) for one in preferences.due(tx, occasion.now)]
    facts.drop(tx, DOUBTED)
    stopped = [one for one in preferences.unended(tx) if one.opened_at <= int(doubted)]
    for one in stopped:
        _close(tx, one, occasion)
    return [_ended(tx, one, RoundEnd.STOPPED, occasion) for one in stopped]


def doubt(tx: Tx, occasion: Occasion) -> None:
    """Choices may have come to another hand: a count without them would be untrue, so what runs is stopped."""
    facts.put(tx, DOUBTED, str(occasion.now))


def running(tx: Tx, round_id: int) -> RoundSeen:
    """The round, while it is open. Raises PreferenceOver."""
    found = preferences.round_of(tx, round_id)
    if found.end is not None:
        raise PreferenceOver
    return seen_round(tx, preferences.get(tx, found.preference), found)


def stop(tx: Tx, by: Member, round_id: int, occasion: Occasion) -> RoundSeen:
    """The team stops the round: it says nothing, and can be held again. Raises PreferenceOver."""
    running(tx, round_id)
    found = preferences.round_of(tx, round_id)
    audits.record(tx, occasion.now, by.id, "preference.stop", None, None, preference=found.preference)
    _close(tx, found, occasion)
    return _ended(tx, found, RoundEnd.STOPPED, occasion)


def decide(tx: Tx, by: Member, number: int, words: str, occasion: Occasion) -> PreferenceSeen:
    """That is what the team says. Raises PreferenceMoved, DecisionShort, WordsTooLong."""
    waiting(tx, number)
    preferences.decide(tx, number, decision_of(words), occasion.now)
    audits.record(tx, occasion.now, by.id, "preference.decide", None, None, preference=number)
    return seen(tx, number, occasion)


def reminders(tx: Tx, occasion: Occasion) -> list[PreferenceSeen]:
    """Those that the team should have answered by now, once each."""
    found = [one for one in preferences.overdue(tx, occasion.now) if not one.reminded]
    for one in found:
        preferences.remind(tx, one.id)
    return [seen(tx, one.id, occasion) for one in found]


def _opened(tx: Tx, asked: Preference, plan: RoundPlan, pictures: Sequence[File], occasion: Occasion) -> RoundOpened:
    require_pictures(len(plan.designs), len(pictures))
    entitled = preferences.entitled(tx, asked.plan.voters, asked.group)
    quorum, until = _quorum(asked.plan.voters, plan, len(entitled), occasion), plan.closes_at
    opened = [
        ballots_of.open_until(tx, len(plan.designs), EVERYBODY, quorum, until, occasion).id for _ in asked.plan.criteria
    ]
    designs = [Design(name, file) for name, file in zip(plan.designs, pictures, strict=True)]
    number = preferences.open_round(tx, asked.id, designs, occasion.now, until, quorum, opened)
    preferences.enrol(tx, number, entitled)
    told = tuple(entitled) if asked.plan.voters is Voters.COUNCIL else ()
    return RoundOpened(seen_round(tx, preferences.get(tx, asked.id), preferences.round_of(tx, number)), told)


def _quorum(voters: Voters, plan: RoundPlan, entitled: int, occasion: Occasion) -> int:
    """As the form says, else by the council's percentage or what elections take; never more than there are."""
    if not entitled:
        raise NobodyChooses(voters.value)
    programme = occasion.programme
    council = quorum_of(entitled, programme.council.quorum_percent)
    usual = council if voters is Voters.COUNCIL else programme.voting.quorum
    return min(plan.quorum or usual, entitled)


def _electors(tx: Tx, asked: Preference, found: DesignRound, occasion: Occasion) -> set[int]:
    return preferences.electors(tx, found.id, asked.plan.voters, asked.group, occasion.now)


def _counted(tx: Tx, found: DesignRound, occasion: Occasion) -> RoundSeen:
    """Counted once: the choices of those who had a vote when it began, and have it now."""
    _close(tx, found, occasion)
    return _ended(tx, found, RoundEnd.COUNTED, occasion)


def _close(tx: Tx, found: DesignRound, occasion: Occasion) -> None:
    electors = _electors(tx, preferences.get(tx, found.preference), found, occasion)
    for number in found.ballots:
        ballots.drop_others(tx, number, electors)
        ballots.close(tx, ballots.get(tx, number), len(electors), occasion.now)


def _ended(tx: Tx, found: DesignRound, ending: RoundEnd, occasion: Occasion) -> RoundSeen:
    promised_at = day_ends_at(occasion.now, occasion.programme.council.answer_days, occasion.seen_from(None).zone)
    ended = preferences.end(tx, found, ending, occasion.now, promised_at)
    assert ended, found
    return seen_round(tx, preferences.get(tx, found.preference), preferences.round_of(tx, found.id))


def _left(tx: Tx, found: DesignRound, member: int) -> int:
    """By how many criteria they have chosen nothing yet."""
    return sum(member not in ballots.votes(tx, number) for number in found.ballots)


def _still_open(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """A round is told of while it is open, to whoever has a vote and has not chosen by every criterion."""
    found = preferences.round_of(tx, int(note.about.partition(":")[2]))
    asked = preferences.get(tx, found.preference)
    there = note.member in _electors(tx, asked, found, occasion)
    return found.end is None and over_at(found.closes_at) > occasion.now and there and _left(tx, found, note.member) > 0


STILL_TRUE = {NOUN: _still_open}
