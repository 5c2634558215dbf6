"""Co-creation briefs as people see them: published, answered by each for themselves, all answers side by side afterwards."""

from msgspec import Struct

from actions.works import trust
from actions.works.submission import as_it_stands
from actions.works.told_first import Found, StillNew
from rules.files import File
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.trust import TrustStep
from rules.snippets import snippet
from rules.teams.cocreation import (
    AnswerStands,
    Cocreation,
    CocreationAnswer,
    CocreationPlan,
    CocreationUnknown,
    EmptyAnswer,
    require_open,
    require_shown,
)
from rules.values import replace
from rules.works.submission import EditedTooLate, SameFile, Work, require_short
from rules.works.told_first import FirstKind, ToldFirst
from storage import audits, members, originals
from storage.engine.tx import Tx
from storage.teams import cocreation_answers, cocreations

AT_ONCE, SHORT = 20, 60


class CocreationSeen(Struct, frozen=True):
    """A brief as somebody sees it: how many have answered, whether they have themselves (`answered`) and may (`trusted`)."""

    id: int
    title: str
    problem: str
    why: str
    deadline: int
    prize: int
    trust: TrustStep
    open: bool
    answers: int
    answered: bool = False
    trusted: bool = True


class AnswerAhead(Struct, frozen=True):
    """An answer before it is kept; `again`: it takes the place of the one before. With `album` more may be on its way.

    Kept after all were `shown` to everybody, it stands among them.
    """

    id: int
    title: str
    text: str
    files: int
    album: bool
    again: bool
    shown: bool = False


class AnswerSeen(Struct, frozen=True):
    """An answer once all are shown. `won` with that `reason`; a case for what was `unexpected` about it."""

    id: int
    cocreation: int
    title: str
    problem: str
    member: int
    name: str
    text: str
    files: tuple[File, ...]
    short: str
    won: bool
    reason: str
    points: int
    case: bool
    unexpected: str


def known(tx: Tx, number: int) -> Cocreation:
    """The brief of that number. Raises CocreationUnknown."""
    found = cocreations.get(tx, number)
    if found is None:
        raise CocreationUnknown(number)
    return found


def publish(tx: Tx, staff: Member, plan: CocreationPlan, occasion: Occasion) -> Cocreation:
    """Open it to everybody who may."""
    made = cocreations.add(tx, plan, staff.id, occasion.now)
    audits.record(tx, occasion.now, staff.id, "cocreation.publish", cocreation=made.id, title=plan.title)
    return made


def see(tx: Tx, number: int, member: Member | None, occasion: Occasion) -> CocreationSeen:
    """A brief with the member's own part in it, or as everybody sees it. Raises CocreationUnknown."""
    return seen(tx, known(tx, number), member, occasion)


def seen(tx: Tx, made: Cocreation, member: Member | None, occasion: Occasion) -> CocreationSeen:
    """That brief with the member's own part in it, or as everybody sees it."""
    plan = made.plan
    return CocreationSeen(
        made.id,
        plan.title,
        plan.problem,
        plan.why,
        plan.deadline,
        plan.prize,
        plan.trust,
        made.is_open(occasion.now),
        cocreation_answers.count(tx, made.id),
        member is not None and cocreation_answers.of_member(tx, made.id, member.id) is not None,
        member is None or trust.step_of(tx, member, occasion).place >= plan.trust.place,
    )


def require(tx: Tx, number: int, member: Member, occasion: Occasion) -> Cocreation:
    """The brief, if the member may answer it now. Raises CocreationUnknown, CocreationOver, TrustTooLow."""
    made = known(tx, number)
    require_open(made, occasion.now)
    trust.require(tx, member, made.plan.trust, occasion)
    return made


def ahead(tx: Tx, number: int, member: Member, work: Work, occasion: Occasion) -> AnswerAhead:
    """What would be kept. Raises what `require` raises, EmptyAnswer, WorkTooLong; SameFile when a file is somebody else's."""
    made = require(tx, number, member, occasion)
    if not work.text and not work.files:
        raise EmptyAnswer
    require_short(work.text)
    if any(originals.of_another(tx, member.id, file.unique) for file in work.files):
        raise SameFile(mine=False)
    again = cocreation_answers.of_member(tx, number, member.id) is not None
    return AnswerAhead(number, made.plan.title, work.text, len(work.files), work.album is not None, again)


def answer(tx: Tx, number: int, member: Member, work: Work, said_at: int, occasion: Occasion) -> AnswerAhead:
    """Keep it, as of when it was sent (UTC seconds), or when its album was last edited.

    Raises EditedTooLate, AnswerStands, and what `ahead` raises.
    """
    then, made = as_it_stands(tx, work, said_at, occasion), known(tx, number)
    if made.asked_at is not None and cocreation_answers.of_member(tx, number, member.id):
        raise AnswerStands(made.plan.title)
    if made.is_open(occasion.when_said(said_at).now) and not made.is_open(then.now):
        raise EditedTooLate(made.plan.title)
    kept = ahead(tx, number, member, work, then)
    cocreation_answers.put(tx, number, member.id, work, then.now)
    return replace(kept, shown=made.asked_at is not None)


def side_by_side(tx: Tx, number: int, occasion: Occasion, limit: int, skipped: int) -> tuple[AnswerSeen, ...]:
    """Answers, in the order in which they came. Raises CocreationUnknown, AnswersSealed."""
    made = known(tx, number)
    require_shown(made, occasion.now)
    return tuple(_seen(tx, made, one) for one in cocreation_answers.of_brief(tx, number, limit, skipped))


def opened(tx: Tx, number: int, occasion: Occasion) -> AnswerSeen:
    """One of them, by its own number. Raises AnswersSealed."""
    found = cocreation_answers.get(tx, number)
    assert found is not None, number
    made = known(tx, found.cocreation)
    require_shown(made, occasion.now)
    return _seen(tx, made, found)


def honoured(tx: Tx, number: int) -> AnswerSeen:
    """The one of that number, which has a prize: all have seen it."""
    found = cocreation_answers.get(tx, number)
    assert found is not None and found.won, number
    return _seen(tx, known(tx, found.cocreation), found)


def cases(tx: Tx, limit: int, skipped: int) -> tuple[AnswerSeen, ...]:
    """What has become of briefs: the cases, the latest first."""
    return tuple(_seen(tx, known(tx, one.cocreation), one) for one in cocreation_answers.cases(tx, limit, skipped))


def to_show(tx: Tx, occasion: Occasion) -> list[tuple[CocreationSeen, tuple[int, ...]]]:
    """Briefs whose answers can be seen from now on, with those who answered; each is named once."""
    found = cocreations.to_show(tx, occasion.now, AT_ONCE)
    for one in found:
        cocreations.shown(tx, one.id, occasion.now)
    return [(seen(tx, one, None, occasion), _authors(tx, one.id)) for one in found]


def _authors(tx: Tx, number: int) -> tuple[int, ...]:
    return tuple(one.member for one in cocreation_answers.of_brief(tx, number, 10_000))


def _seen(tx: Tx, made: Cocreation, one: CocreationAnswer) -> AnswerSeen:
    return AnswerSeen(
        id=one.id,
        cocreation=made.id,
        title=made.plan.title,
        problem=made.plan.problem,
        member=one.member,
        name=members.get(tx, one.member).name,
        text=one.text,
        files=one.files,
        short=snippet(one.text, SHORT),
        won=one.won,
        reason=one.reason if one.won else "",
        points=one.points if one.won else 0,
        case=one.case_at is not None,
        unexpected=one.unexpected,
    )


def about(number: int) -> str:
    """What the note is about that answers can be seen."""
    return f"cocreation:{number}"


def _shown(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """They stay to be seen."""
    return True


def _open(tx: Tx, number: int, occasion: Occasion) -> StillNew | None:
    """While answers are taken."""
    made = cocreations.get(tx, number)
    if made is None or not made.is_open(occasion.now):
        return None
    return StillNew(ToldFirst(FirstKind.COCREATION, number, made.plan.title, made.plan.deadline), made.plan.trust)


STILL_TRUE = {"cocreation": _shown}
TOLD_FIRST: dict[FirstKind, Found] = {FirstKind.COCREATION: _open}
