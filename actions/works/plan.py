"""From pitch to plan: both sides talk, agree to one text, and the brand says what it can give."""

from collections.abc import Sequence

from msgspec import Struct

from actions.works import review
from actions.works.challenge import known
from actions.works.claim import say as put_words
from rules.lengths import within
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import NotForYourself
from rules.works.challenge import Challenge, ChallengeOver
from rules.works.plan import (
    ASKS_MOST,
    WORDS_MOST,
    AskAnswered,
    AskStanding,
    AsksUsed,
    NoPlan,
    Plan,
    PlanAgreed,
    PlanAsk,
    PlanMoved,
    PlanTooLate,
    PlanWord,
)
from rules.works.review import Decision
from rules.works.submission import Stage, Submission, SubmissionStanding
from storage import audits, members
from storage.engine.tx import Tx
from storage.works import plans, submissions

TALK_SHOWN = 6


class Proposed(Struct, frozen=True):
    """A text, by `name`, `staff` or the author, of that moment; `agreed` by both."""

    text: str
    due: int
    name: str
    staff: bool
    at: int
    agreed: bool


class AskSeen(Struct, frozen=True):
    """What the brand was asked for until `due`; `name` answered."""

    id: int
    what: str
    due: int
    standing: str
    words: str
    name: str


class WordSeen(Struct, frozen=True):
    """What `name` said, `staff` or the author."""

    name: str
    staff: bool
    text: str


class PlanSeen(Struct, frozen=True):
    """A pitch with all that came of it; `open`: the challenge still takes what is delivered."""

    id: int
    challenge: int
    title: str
    member: int
    author: str
    pitch: str
    files: int
    version: int
    deadline: int
    open: bool
    plan: Proposed | None
    asks: Sequence[AskSeen]
    talk: Sequence[WordSeen]


def seen(tx: Tx, number: int, occasion: Occasion) -> PlanSeen:
    """The pitch as it stands. Raises NoPlan."""
    pitch, challenge = _pitch(tx, number)
    work = submissions.work(tx, number, pitch.version)
    return PlanSeen(
        id=number,
        challenge=challenge.id,
        title=challenge.brief.title,
        member=pitch.member,
        author=members.get(tx, pitch.member).name,
        pitch=work.text,
        files=len(work.files),
        version=pitch.version,
        deadline=challenge.brief.deadline,
        open=challenge.is_open(occasion.now),
        plan=_proposed(tx, plans.get(tx, number)),
        asks=[_ask_seen(tx, ask) for ask in plans.asks(tx, number)],
        talk=[
            WordSeen(members.get(tx, word.author).name, word.staff, word.text)
            for word in plans.talk(tx, number, TALK_SHOWN)
        ],
    )


def mine(tx: Tx, challenge: int, member: Member) -> int:
    """The number of the member's own pitch for that challenge. Raises NoPlan."""
    found = (one for one in submissions.of_member(tx, challenge, member.id) if one.stage is Stage.PLAN)
    latest = next((one for one in found if one.standing is not SubmissionStanding.WITHDRAWN), None)
    if latest is None:
        raise NoPlan
    return latest.id


def is_pitch(tx: Tx, number: int) -> bool:
    """Whether the submission of that number is one that is talked about."""
    found = submissions.get(tx, number)
    return found is not None and found.stage is Stage.PLAN and found.standing is not SubmissionStanding.WITHDRAWN


def say(tx: Tx, number: int, words: str, speaker: Member, occasion: Occasion) -> int:
    """Something for the other side; which-th thing said it is. Raises NoPlan, WordsTooLong."""
    pitch, _ = _pitch(tx, number)
    word = PlanWord(speaker.id, _for_brand(pitch, speaker), within(words, WORDS_MOST), occasion.now)
    if word.staff:
        submissions.nagged(tx, [number], occasion.now)
    return plans.say(tx, number, word)


def propose(tx: Tx, number: int, text: str, due: int, speaker: Member, occasion: Occasion) -> None:
    """One text for both to agree to, in place of any before. Raises NoPlan, PlanAgreed, PlanTooLate, ChallengeOver."""
    pitch, challenge = _open_pitch(tx, number, occasion)
    _require_talking(tx, number)
    if due > challenge.brief.deadline:
        raise PlanTooLate(challenge.brief.deadline)
    plans.put(tx, number, Plan(text, due, speaker.id, _for_brand(pitch, speaker), occasion.now))


def agree(tx: Tx, number: int, at: int, speaker: Member, occasion: Occasion) -> None:
    """The other side agrees to the text of that moment: it is settled, and the work may be delivered.

    Raises NoPlan, PlanAgreed, PlanMoved, ChallengeOver, and what a decision about the pitch raises.
    """
    pitch, _ = _open_pitch(tx, number, occasion)
    plan = _require_talking(tx, number)
    if plan is None or plan.at != at or plan.staff is _for_brand(pitch, speaker):
        raise PlanMoved
    plans.agree(tx, number, speaker.id, occasion.now)
    brand = members.get(tx, plan.proposer) if plan.staff else speaker
    put_words(tx, number, plan.text, brand, occasion)
    review.decide(tx, number, pitch.version, Decision.APPROVED, brand, occasion)


def ask(tx: Tx, number: int, what: str, due: int, member: Member, occasion: Occasion) -> None:
    """The author asks the brand for something. Raises NoPlan, AsksUsed, ChallengeOver."""
    pitch, _ = _open_pitch(tx, number, occasion)
    if pitch.member != member.id:
        raise NoPlan
    if len(plans.asks(tx, number)) >= ASKS_MOST:
        raise AsksUsed(ASKS_MOST)
    plans.add_ask(tx, number, what, due, occasion.now)


def answer(tx: Tx, number: int, standing: AskStanding, words: str, staff: Member, occasion: Occasion) -> AskSeen:
    """What the brand says to it. Raises NoPlan, AskAnswered, WordsTooLong, NotForYourself."""
    found = plans.get_ask(tx, number)
    if found is None:
        raise NoPlan
    pitch, _ = _pitch(tx, found.submission)
    if pitch.member == staff.id:
        raise NotForYourself
    if not plans.answer(tx, number, standing, within(words, WORDS_MOST), staff.id, occasion.now):
        raise AskAnswered(_ask_seen(tx, found).name)
    submissions.nagged(tx, [pitch.id], occasion.now)
    audits.record(tx, occasion.now, staff.id, f"plan.{standing.value}", pitch.member, submission=pitch.id)
    answered = plans.get_ask(tx, number)
    assert answered is not None, number
    return _ask_seen(tx, answered)


def _pitch(tx: Tx, number: int) -> tuple[Submission, Challenge]:
    pitch = submissions.get(tx, number)
    if pitch is None or not is_pitch(tx, number):
        raise NoPlan
    return pitch, known(tx, pitch.challenge)


def _open_pitch(tx: Tx, number: int, occasion: Occasion) -> tuple[Submission, Challenge]:
    pitch, challenge = _pitch(tx, number)
    if not challenge.is_open(occasion.now):
        raise ChallengeOver(challenge.brief.title)
    return pitch, challenge


def _require_talking(tx: Tx, number: int) -> Plan | None:
    plan = plans.get(tx, number)
    if plan is not None and plan.agreed_at is not None:
        raise PlanAgreed
    return plan


def _for_brand(pitch: Submission, speaker: Member) -> bool:
    """Whoever is not the author speaks for the brand; staff who pitch something themselves are its author."""
    return pitch.member != speaker.id


def _proposed(tx: Tx, plan: Plan | None) -> Proposed | None:
    if plan is None:
        return None
    name = members.get(tx, plan.proposer).name
    return Proposed(plan.text, plan.due, name, plan.staff, plan.at, plan.agreed_at is not None)


def _ask_seen(tx: Tx, ask: PlanAsk) -> AskSeen:
    name = members.get(tx, ask.answered_by).name if ask.answered_by else ""
    return AskSeen(ask.id, ask.what, ask.due, ask.standing.value, ask.words, name)
