"""Accepted answers that a product note may contradict: marked, looked at by staff, corrected or taken out of `/find`."""

from msgspec import Struct

from rules.daily.acceptance import Acceptance
from rules.daily.bulletin import Bulletin, BulletinWording, keywords, least_of
from rules.daily.recheck import (
    AlreadyRechecked,
    Doubt,
    NothingToRecheck,
    Recheck,
    RecheckState,
    Sign,
    doubt_of,
    require_correction,
)
from rules.links import message_link
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member
from rules.refusals import ButtonGone
from rules.snippets import snippet
from storage import audits, groups, members, notes
from storage.daily import acceptances, bulletins, knowledge, questions, rechecks
from storage.daily.knowledge import Spoken
from storage.engine.tx import Tx

SPOKEN_MOST, MARKED_MOST = 1000, 50
TITLE_SHOWN, BODY_SHOWN = 80, 500
CHANGING = ("title", "text", "version", "theme")


class RecheckCard(Struct, frozen=True):
    """A marked answer beside the note: the `number` of its question, whose it is, and where it stands."""

    id: int
    number: int
    title: str
    body: str
    name: str
    link: str | None
    doubt: Doubt
    bulletin: int
    note: BulletinWording
    state: RecheckState
    words: str
    by: str
    answerer: int
    group: int
    message: int
    page: Page | None = None


def spoken(tx: Tx, said: BulletinWording) -> list[Spoken]:
    """Accepted answers on the theme of a note, each once."""
    found = [
        one for words in keywords(said) if words for one in knowledge.spoken(tx, words, least_of(words), SPOKEN_MOST)
    ]
    return list({(one.question, one.n): one for one in found}.values())


def doubted(tx: Tx, said: BulletinWording, former: Bulletin | None) -> list[tuple[Spoken, Doubt]]:
    """Those of them that may say otherwise, the plainest first; what staff found right for the same reason is left out."""
    before = former.wording if former else None
    if before and all(getattr(before, name) == getattr(said, name) for name in CHANGING):
        return []
    right = rechecks.found_right(tx, former.id) if former else set()
    found = [(one, doubt) for one in spoken(tx, said) if (doubt := doubt_of(one.title, one.body, said, before))]
    signs = list(Sign)
    left = [(one, doubt) for one, doubt in found if (one.question, one.n, doubt) not in right]
    return sorted(left, key=lambda pair: (signs.index(pair[1].sign), -pair[0].at))[:MARKED_MOST]


def mark(tx: Tx, found: Bulletin, former: Bulletin | None, now: int) -> int:
    """Mark them for a look, in the place of what an earlier wording marked; how many wait because of this note."""
    if former and all(getattr(former.wording, name) == getattr(found.wording, name) for name in CHANGING):
        return 0
    unmark(tx, found.id)
    doubts = doubted(tx, found.wording, former)
    return sum(rechecks.mark(tx, found.id, found.revision, one.question, one.n, doubt, now) for one, doubt in doubts)


def unmark(tx: Tx, bulletin: int) -> None:
    """What that note marked need not be looked at any more."""
    rechecks.unmark(tx, bulletin)


def waiting(tx: Tx, now: int) -> int:
    """How many answers wait for a look."""
    return rechecks.waiting(tx, now)


def page(tx: Tx, number: int, now: int) -> RecheckCard:
    """The answer on that page. Raises NothingToRecheck."""
    where = page_of(number, rechecks.waiting(tx, now), 1)
    found = rechecks.at_place(tx, where.before, now)
    if found is None:
        raise NothingToRecheck
    return _card(tx, found, where)


def keep(tx: Tx, number: int, by: Member, occasion: Occasion) -> RecheckCard:
    """It is right all the same. Raises AlreadyRechecked."""
    return _decided(tx, number, RecheckState.RIGHT, "", by, occasion)


def correct(tx: Tx, number: int, words: str, by: Member, occasion: Occasion) -> RecheckCard:
    """It is found with what staff say in its place. Raises AlreadyRechecked, CorrectionUnclear."""
    return _decided(tx, number, RecheckState.CORRECTED, require_correction(words), by, occasion)


def take_out(tx: Tx, number: int, by: Member, occasion: Occasion) -> RecheckCard:
    """It is found no more; the points stay. Raises AlreadyRechecked."""
    return _decided(tx, number, RecheckState.WITHDRAWN, "", by, occasion)


def undo(tx: Tx, number: int, by: Member, occasion: Occasion) -> tuple[RecheckCard, bool]:
    """The decision never was; how it stood, and whether its author had heard of it. Raises AlreadyRechecked."""
    before = card(tx, number)
    if before.state is RecheckState.OPEN or not rechecks.undecide(tx, number):
        raise AlreadyRechecked(before.state)
    audits.record(tx, occasion.now, by.id, "recheck.undo", before.answerer, None, recheck=number)
    return before, not notes.withdraw(tx, f"recheck:{number}", before.answerer)


def card(tx: Tx, number: int) -> RecheckCard:
    """The marked answer as it stands. Raises ButtonGone."""
    return _card(tx, _known(tx, number), None)


def _known(tx: Tx, number: int) -> Recheck:
    found = rechecks.get(tx, number)
    if found is None:
        raise ButtonGone
    return found


def _acceptance(tx: Tx, found: Recheck) -> Acceptance:
    accepted = acceptances.get(tx, found.question, found.n)
    assert accepted is not None, found
    return accepted


def _decided(tx: Tx, number: int, state: RecheckState, words: str, by: Member, occasion: Occasion) -> RecheckCard:
    found = _known(tx, number)
    standing = acceptances.standing(tx, found.question)
    note = bulletins.get(tx, found.bulletin)
    waits = found.state is RecheckState.OPEN and note is not None and note.stands(occasion.now)
    if not waits or standing is None or standing.n != found.n:
        raise AlreadyRechecked(found.state)
    rechecks.decide(tx, number, state, words, by.id, occasion.now)
    audits.record(tx, occasion.now, by.id, f"recheck.{state.value}", standing.answerer, words or None, recheck=number)
    return card(tx, number)


def _card(tx: Tx, found: Recheck, where: Page | None) -> RecheckCard:
    accepted, note = _acceptance(tx, found), bulletins.get(tx, found.bulletin)
    question = questions.get(tx, found.question)
    assert question is not None and note is not None, found
    return RecheckCard(
        id=found.id,
        number=found.question,
        title=snippet(question.text, TITLE_SHOWN),
        body=snippet(knowledge.words(tx, found.question), BODY_SHOWN),
        name=members.get(tx, accepted.answerer).name,
        link=message_link(groups.get(tx, question.group).chat_id, accepted.message),
        doubt=found.doubt,
        bulletin=found.bulletin,
        note=note.wording,
        state=found.state,
        words=found.words,
        by=members.get(tx, found.decided_by).name if found.decided_by else "",
        answerer=accepted.answerer,
        group=question.group,
        message=accepted.message,
        page=where,
    )


def _still_decided(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    found = rechecks.get(tx, int(note.subject))
    return found is not None and found.state in (RecheckState.CORRECTED, RecheckState.WITHDRAWN)


def _still_open(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    found = rechecks.get(tx, int(note.subject))
    return found is None or found.state in (RecheckState.OPEN, RecheckState.RIGHT)


STILL_TRUE = {"recheck": _still_decided, "recheck_undone": _still_open}
