"""Anonymous criticism: kept without a sender or a time, passed on in a shuffled batch, followed up by a code alone.

No function here is given a member but the one by which an author names themselves. docs/decisions/0041 says why.
"""

from msgspec import Struct

from actions.fairness.feedback import FeedbackSaid, Ticket, desk_of, ticket_of
from rules.fairness.feedback import (
    FILES_MOST,
    TAKEN_UP,
    Feedback,
    FeedbackFull,
    FeedbackKind,
    NoSuchCode,
    bare_code,
    code_hash,
    is_code,
    require_said,
    shown_code,
)
from rules.occasion import Occasion
from rules.people import Member
from rules.values import replace
from storage import audits, groups
from storage.engine.tx import Tx
from storage.fairness import feedback_seals, feedbacks
from storage.fairness.feedback_seals import Files, SealedWords


class FeedbackSealed(Struct, frozen=True):
    """Taken in without a trace; `code` is the only way back to it, and is told once."""

    code: str


class FeedbackSeen(Struct, frozen=True):
    """What goes with a code: the ticket as it is, None while it has not been passed on; whether it may be `claimed`."""

    code: str
    ticket: Ticket | None
    claimable: bool


class FeedbackReleased(Struct, frozen=True):
    """A batch: tickets with the files that came along, and words that go on with earlier ones."""

    tickets: tuple[tuple[Ticket, Files], ...]
    said: tuple[tuple[FeedbackSaid, Files], ...]


class FeedbackSecret(Struct, frozen=True):
    """Chance, from above: the `key` under which words wait, and a `code` in case they begin a ticket."""

    key: str
    code: str


def seal(
    tx: Tx,
    secret: FeedbackSecret,
    kind: FeedbackKind,
    words: str,
    files: Files,
    album: str | None,
    occasion: Occasion,
) -> FeedbackSealed:
    """Take in an anonymous ticket. Raises NobodyToContact, FeedbackFull, FeedbackTooLong, FeedbackSaysNothing."""
    _room(tx, occasion)
    said = require_said(words, files=len(files))
    feedback_seals.put(tx, SealedWords(secret.key, code_hash(secret.code), kind, said, files), album)
    return FeedbackSealed(shown_code(secret.code))


def seal_more(
    tx: Tx, secret: FeedbackSecret, code: str, words: str, files: Files, album: str | None, occasion: Occasion
) -> FeedbackSealed:
    """Words that go on with the ticket of that code. Raises NoSuchCode, NobodyToContact, FeedbackFull, FeedbackTooLong."""
    look(tx, code, occasion)
    _room(tx, occasion)
    said = require_said(words, files=len(files))
    feedback_seals.put(tx, SealedWords(secret.key, code_hash(code), None, said, files), album)
    return FeedbackSealed(shown_code(bare_code(code)))


def fill(tx: Tx, album: str, words: str, files: Files) -> bool:
    """A further picture of an album; False when none of it waits. Raises FeedbackTooLong."""
    found = feedback_seals.of_album(tx, album)
    if found is None:
        return False
    said = require_said("\n".join(part for part in (found.words, words.strip()) if part), files=1)
    feedback_seals.fill(tx, found.key, said, (*found.files, *files)[:FILES_MOST])
    return True


def look(tx: Tx, code: str, occasion: Occasion) -> FeedbackSeen:
    """What has become of the ticket of that code. Raises NoSuchCode."""
    hashed = code_hash(code)
    found = feedbacks.by_code(tx, hashed) if is_code(code) else None
    shown = shown_code(bare_code(code))
    if found is not None:
        whole = feedbacks.get(tx, found.merged_into) if found.merged_into else found
        claimable = found.member is None and whole is not None and whole.state in TAKEN_UP
        return FeedbackSeen(shown, _as_it_stands(ticket_of(tx, found.id, occasion), whole), claimable)
    if not is_code(code) or not feedback_seals.knows(tx, hashed):
        raise NoSuchCode
    return FeedbackSeen(shown, None, claimable=False)


def release(tx: Tx, occasion: Occasion) -> FeedbackReleased:
    """Pass on all that waits, tickets first; nothing while there is no staff group to read it."""
    if groups.staff(tx) is None:
        return FeedbackReleased((), ())
    waiting = feedback_seals.take_out(tx)
    tickets = [(_opened(tx, one, one.kind, occasion), one.files) for one in waiting if one.kind is not None]
    added = [_added(tx, one, occasion) for one in waiting if one.kind is None]
    return FeedbackReleased(tuple(tickets), tuple(one for one in added if one is not None))


def claim(tx: Tx, member: Member, code: str, occasion: Occasion) -> Feedback:
    """Its author puts their name to what was adopted. Raises NoSuchCode."""
    found = feedbacks.by_code(tx, code_hash(code)) if is_code(code) else None
    if found is None or not look(tx, code, occasion).claimable or not feedbacks.claim(tx, found.id, member.id):
        raise NoSuchCode
    audits.record(tx, occasion.now, member.id, "feedback.claim", member.id, None, feedback=found.id)
    return found


def _as_it_stands(ticket: Ticket, whole: Feedback | None) -> Ticket:
    """What is part of another one has come as far as that."""
    return replace(ticket, state=whole.state, note=whole.note, version=whole.version) if whole else ticket


def _room(tx: Tx, occasion: Occasion) -> None:
    desk_of(tx)
    if feedback_seals.count(tx) >= occasion.programme.feedback.waiting_most:
        raise FeedbackFull


def _opened(tx: Tx, one: SealedWords, kind: FeedbackKind, occasion: Occasion) -> Ticket:
    number = feedbacks.add_anonymous(tx, one.code_hash, kind, one.words, occasion.now)
    return ticket_of(tx, number, occasion, len(one.files))


def _added(tx: Tx, one: SealedWords, occasion: Occasion) -> tuple[FeedbackSaid, Files] | None:
    ticket = feedbacks.by_code(tx, one.code_hash)
    if ticket is None:
        return None
    nth = feedbacks.say(tx, ticket.id, None, one.words, occasion.now)
    return FeedbackSaid(ticket.id, desk_of(tx), nth, None, None, one.words, len(one.files)), one.files
