"""Changing a published challenge: nobody loses a place or time, and those who joined are told what changed."""

from msgspec import Struct

from actions.works import media_kit
from actions.works.challenge import known, reminder
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.works.challenge import (
    Brief,
    Challenge,
    ChallengeOver,
    DeadlineEarlier,
    PlacesTaken,
    require_own,
)
from rules.works.challenge_form import changed
from storage import audits, notes
from storage.engine.tx import Tx
from storage.works import challenges


class ChallengeEdited(Struct, frozen=True):
    """A challenge reads otherwise now; `changed` are the fields, `members` those who take part."""

    id: int
    before: Brief
    brief: Brief
    changed: tuple[str, ...]
    members: tuple[int, ...]


def open_challenge(tx: Tx, number: int, occasion: Occasion) -> Challenge:
    """The challenge while it takes work. Raises ChallengeUnknown, TeamsOnly, ChallengeOver."""
    challenge = known(tx, number)
    require_own(challenge)
    if not challenge.is_open(occasion.now):
        raise ChallengeOver(challenge.brief.title)
    return challenge


def require_fair(challenge: Challenge, brief: Brief) -> None:
    """Raise DeadlineEarlier or PlacesTaken where those who joined would lose something."""
    if brief.deadline < challenge.brief.deadline:
        raise DeadlineEarlier(challenge.brief.deadline)
    if brief.places is not None and brief.places < challenge.joined:
        raise PlacesTaken(challenge.joined)


def edit(tx: Tx, number: int, brief: Brief, files: int | None, staff: Member, occasion: Occasion) -> ChallengeEdited:
    """It asks for `brief` from now on, with the `files` of that draft if they were touched.

    Raises ChallengeUnknown, ChallengeOver, DeadlineEarlier, PlacesTaken.
    """
    challenge = open_challenge(tx, number, occasion)
    require_fair(challenge, brief)
    challenges.change(tx, number, brief)
    if brief.deadline != challenge.brief.deadline:
        challenges.extend(tx, number, brief.deadline)
        notes.withdraw(tx, reminder(number))
    other_files = files is not None and media_kit.settle(tx, files, number)
    differ = (*changed(challenge.brief, brief), *(("files",) if other_files else ()))
    audits.record(tx, occasion.now, staff.id, "challenge.edit", challenge=number, changed=" ".join(differ))
    return ChallengeEdited(number, challenge.brief, brief, differ, challenges.taking_part(tx, number))


class ChallengeNow(Struct, frozen=True):
    """A challenge that has changed more than once: until when it takes work now."""

    id: int
    title: str
    deadline: int


def about(done: ChallengeEdited, now: int) -> str:
    """What the note of a change is about: which challenge, when, and the deadline that it tells."""
    return f"challenge_edited:{done.id}:{now}:{done.brief.deadline}"


def _still_asked(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """While it takes work from them; with the deadline that holds now, where that has moved since."""
    number, _, deadline = (int(part) for part in note.subject.split(":"))
    challenge = known(tx, number)
    if not challenge.is_open(occasion.now) or not challenges.takes_part(tx, number, note.member):
        return False
    brief = challenge.brief
    return brief.deadline == deadline or Retold("challenge/now", ChallengeNow(number, brief.title, brief.deadline))


STILL_TRUE = {"challenge_edited": _still_asked}
