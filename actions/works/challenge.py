"""Publishing challenges, taking part in them, closing and extending them."""

from msgspec import Struct

from actions.works import example, media_kit, trust
from rules.ends import over_at
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.values import replace
from rules.works.challenge import (
    AlreadyTakingPart,
    Brief,
    Challenge,
    ChallengeFull,
    ChallengeKind,
    ChallengeOver,
    ChallengeUnknown,
    Piece,
    WorkHandedIn,
    require_own,
)
from rules.works.media_kit import MediaKit
from rules.works.submission import Submission, SubmissionStanding
from storage import audits, notes
from storage.engine.tx import Tx
from storage.works import challenges, submissions

# How a plan stands that is not agreed yet.
PLANNING = ("plan_waiting", "plan_returned")
AT_ONCE = 200


class ChallengeSeen(Struct, frozen=True):
    """A challenge as a member sees it: places left (None: no limit), whether they take part, what they handed in last.

    `kit`: there is something that those who take part are given, `examples`: works are shown to whoever opens it.
    `plan_first`: how it is to be done is still to be talked over.
    """

    id: int
    brief: Brief
    open: bool
    joined: int
    left: int | None
    taking_part: bool
    trusted: bool
    standing: str | None
    version: int
    kit: bool = False
    examples: bool = False
    piece: Piece | None = None
    plan_first: bool = False


class Joined(Struct, frozen=True):
    """The member takes part; `place` is which-th they are. They are given the `kit` in private, if they can be written to.

    `plan_first`: how it is to be done is talked over before anything is made.
    """

    id: int
    title: str
    name: str
    place: int
    left: int | None
    deadline: int
    plan_first: bool
    kit: MediaKit | None = None
    reachable: bool = True


class ChallengeChanged(Struct, frozen=True):
    """A challenge has ended, `early` where staff closed it, or they moved its deadline (UTC seconds)."""

    id: int
    title: str
    deadline: int
    early: bool = False


def known(tx: Tx, number: int) -> Challenge:
    """The challenge of that number. Raises ChallengeUnknown."""
    challenge = challenges.get(tx, number)
    if challenge is None:
        raise ChallengeUnknown(number)
    return challenge


def see(tx: Tx, number: int, member: Member, occasion: Occasion) -> ChallengeSeen:
    """A challenge with the member's own part in it. Raises ChallengeUnknown."""
    return seen(tx, known(tx, number), member, occasion)


def public(challenge: Challenge, occasion: Occasion) -> ChallengeSeen:
    """A challenge as everybody sees it in a list."""
    return ChallengeSeen(
        id=challenge.id,
        brief=challenge.brief,
        open=challenge.is_open(occasion.now),
        joined=challenge.joined,
        left=challenge.left,
        taking_part=False,
        trusted=True,
        standing=None,
        version=0,
    )


def seen(tx: Tx, challenge: Challenge, member: Member, occasion: Occasion) -> ChallengeSeen:
    """That challenge with the member's own part in it."""
    mine = _standing_works(tx, challenge.id, member)
    standing = _standing(mine[0]) if mine else None
    return replace(
        public(challenge, occasion),
        taking_part=challenges.takes_part(tx, challenge.id, member.id),
        trusted=trust.step_of(tx, member, occasion).place >= challenge.brief.trust.place,
        standing=standing,
        version=mine[0].version if mine else 0,
        kit=media_kit.kit_of(tx, challenge) is not None,
        examples=example.examples_of(tx, challenge) is not None,
        piece=challenge.piece,
        plan_first=challenge.brief.kind is ChallengeKind.OPEN and (standing is None or standing in PLANNING),
    )


def _standing_works(tx: Tx, number: int, member: Member) -> list[Submission]:
    """What the member has handed in and not taken back, newest first."""
    handed_in = submissions.of_member(tx, number, member.id)
    return [one for one in handed_in if one.standing is not SubmissionStanding.WITHDRAWN]


def _standing(latest: Submission) -> str:
    return f"{latest.stage.value}_{latest.standing.value}"


def publish(tx: Tx, staff: Member, brief: Brief, occasion: Occasion) -> Challenge:
    """Open a challenge to everybody."""
    challenge = challenges.add(tx, brief, staff.id, occasion.now)
    audits.record(tx, occasion.now, staff.id, "challenge.publish", challenge=challenge.id, title=brief.title)
    return challenge


def join(tx: Tx, number: int, member: Member, occasion: Occasion) -> Joined:
    """Take a place.

    Raises ChallengeUnknown, ChallengeOver, AlreadyTakingPart, TeamsOnly, TrustTooLow, ChallengeFull.
    """
    challenge = known(tx, number)
    brief = challenge.brief
    if not challenge.is_open(occasion.now):
        raise ChallengeOver(brief.title)
    if challenges.takes_part(tx, number, member.id):
        raise AlreadyTakingPart(brief.title)
    require_own(challenge)
    trust.require(tx, member, brief.trust, occasion)
    if not challenges.join(tx, number, member.id, occasion.now):
        raise ChallengeFull(brief.title, brief.places or 0)
    after = known(tx, number)
    kit = media_kit.kit_of(tx, after)
    plan_first = brief.kind is ChallengeKind.OPEN
    places = (after.joined, after.left)
    return Joined(number, brief.title, member.name, *places, brief.deadline, plan_first, kit, member.reachable)


def require_place(tx: Tx, challenge: Challenge, member: Member) -> None:
    """Raise TeamsOnly for a piece of a project where the member has no role."""
    if not challenges.takes_part(tx, challenge.id, member.id):
        require_own(challenge)


def leave(tx: Tx, number: int, member: Member) -> None:
    """Give one's place to somebody else. Raises ChallengeUnknown, TeamsOnly, WorkHandedIn."""
    require_own(known(tx, number))
    if _standing_works(tx, number, member):
        raise WorkHandedIn
    challenges.leave(tx, number, member.id)
    notes.withdraw(tx, reminder(number), member.id)


def give_back(tx: Tx, occasion: Occasion) -> int:
    """Places of those who are in no group any more are free again, unless they have handed something in; how many."""
    gone = challenges.absent(tx, occasion.now, AT_ONCE)
    for number, member in gone:
        challenges.leave(tx, number, member)
        notes.withdraw(tx, reminder(number), member)
    return len(gone)


def close(tx: Tx, number: int, staff: Member, occasion: Occasion) -> ChallengeChanged:
    """Take no more work. Raises ChallengeUnknown, TeamsOnly, ChallengeOver."""
    challenge = known(tx, number)
    require_own(challenge)
    if not challenges.close(tx, number, occasion.now):
        raise ChallengeOver(challenge.brief.title)
    notes.withdraw(tx, reminder(number))
    audits.record(tx, occasion.now, staff.id, "challenge.close", challenge=number)
    return ChallengeChanged(number, challenge.brief.title, challenge.brief.deadline, early=True)


def extend(tx: Tx, number: int, deadline: int, staff: Member, occasion: Occasion) -> ChallengeChanged:
    """Open until `deadline` (UTC seconds). Raises ChallengeUnknown, TeamsOnly."""
    challenge = known(tx, number)
    require_own(challenge)
    challenges.extend(tx, number, deadline)
    notes.withdraw(tx, reminder(number))
    before = challenge.brief.deadline
    audits.record(tx, occasion.now, staff.id, "challenge.extend", challenge=number, before=before, deadline=deadline)
    return ChallengeChanged(number, challenge.brief.title, deadline)


def close_due(tx: Tx, now: int) -> list[Challenge]:
    """Close every challenge whose deadline has passed; which ones."""
    due = challenges.due_to_close(tx, now)
    for challenge in due:
        challenges.close(tx, challenge.id, over_at(challenge.brief.deadline))
    return due


def reminder(number: int) -> str:
    """What the note that reminds of the deadline is about; moot once the work is there or the challenge has changed."""
    return f"challenge:{number}"


class DeadlineReminder(Struct, frozen=True):
    """A participant is reminded of the deadline."""

    id: int
    title: str
    deadline: int


def to_remind(tx: Tx, occasion: Occasion) -> list[tuple[Challenge, Member]]:
    """Participants without work in challenges that end soon; each is named once.

    A day earlier than the brand wants at the latest: the note waits for the one message of a day.
    """
    soon = occasion.now + (occasion.programme.challenges.remind_hours + 24) * 3600
    found = [
        (challenge, member)
        for challenge in challenges.running(tx, occasion.now, limit=50)
        if challenge.brief.deadline <= soon
        for member in challenges.remindable(tx, challenge.id)
    ]
    for challenge, member in found:
        challenges.reminded(tx, challenge.id, member.id)
    return found


def _still_due(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """For one who takes part and has handed nothing in, while there is time."""
    number = int(note.subject)
    challenge, own = known(tx, number), submissions.of_member(tx, number, note.member)
    waits = challenge.is_open(occasion.now) and challenges.takes_part(tx, number, note.member)
    if not waits or any(one.standing is not SubmissionStanding.WITHDRAWN for one in own):
        return False
    return Retold("challenge/reminder", DeadlineReminder(number, challenge.brief.title, challenge.brief.deadline))


STILL_TRUE = {"challenge": _still_due}
