"""Changing a published challenge: nobody loses a place or time, and those who joined are told what changed."""

from dataclasses import dataclass

from actions.works.challenge import known, reminder
from rules.occasion import Occasion
from rules.people import Member
from rules.works.challenge import Brief, Challenge, ChallengeOver, DeadlineEarlier, PlacesTaken
from rules.works.challenge_form import changed
from storage import audits, notes
from storage.engine.tx import Tx
from storage.works import challenges


@dataclass(frozen=True, slots=True)
class ChallengeEdited:
    """A challenge reads otherwise now; `changed` are the fields, `members` those who take part."""

    id: int
    before: Brief
    brief: Brief
    changed: tuple[str, ...]
    members: tuple[int, ...]


def open_challenge(tx: Tx, number: int, occasion: Occasion) -> Challenge:
    """The challenge while it takes work. Raises ChallengeUnknown, ChallengeOver."""
    challenge = known(tx, number)
    if not challenge.is_open(occasion.now):
        raise ChallengeOver(challenge.brief.title)
    return challenge


def require_fair(challenge: Challenge, brief: Brief) -> None:
    """Raise DeadlineEarlier or PlacesTaken where those who joined would lose something."""
    if brief.deadline < challenge.brief.deadline:
        raise DeadlineEarlier(challenge.brief.deadline)
    if brief.places is not None and brief.places < challenge.joined:
        raise PlacesTaken(challenge.joined)


def edit(tx: Tx, number: int, brief: Brief, staff: Member, occasion: Occasion) -> ChallengeEdited:
    """It asks for `brief` from now on. Raises ChallengeUnknown, ChallengeOver, DeadlineEarlier, PlacesTaken."""
    challenge = open_challenge(tx, number, occasion)
    require_fair(challenge, brief)
    challenges.change(tx, number, brief)
    if brief.deadline != challenge.brief.deadline:
        challenges.extend(tx, number, brief.deadline)
        notes.withdraw(tx, reminder(number))
    differ = changed(challenge.brief, brief)
    audits.record(tx, occasion.now, staff.id, "challenge.edit", challenge=number, changed=" ".join(differ))
    return ChallengeEdited(number, challenge.brief, brief, differ, challenges.taking_part(tx, number))
