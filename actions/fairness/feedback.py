"""Criticism under one's name: it is taken in, added to and answered, and both sides read it through the bot alone.

Nothing here knows points, levels, trust or sanctions; a test holds that to it.
"""

from msgspec import Struct

from rules.fairness.contact import NobodyToContact
from rules.fairness.feedback import (
    LINES_SHOWN,
    TAKEN_UP,
    WORDS_MOST,
    Feedback,
    FeedbackEnough,
    FeedbackForMembers,
    FeedbackKind,
    FeedbackState,
    NobodyHears,
    NoSuchFeedback,
    require_said,
    require_taken_up,
)
from rules.occasion import Occasion
from rules.people import Member, Part
from rules.programme.wording import LOCALES
from storage import albums, audits, groups, members
from storage.engine.tx import Tx
from storage.fairness import feedbacks


class FeedbackLine(Struct, frozen=True):
    """Something that was said since: by the team, or by its author."""

    by_staff: bool
    words: str
    at: int


class Ticket(Struct, frozen=True):
    """A ticket as staff, and its author, see it. `name` is None of one whose author nobody knows.

    `at` is when it came, `due_at` when it should have moved on and `overdue` whether that is over; `merged` are the
    numbers of those that are part of it. So many `files` came along.
    It goes before all others where it comes from the council (`first`).
    `untold` are the communities that hear nothing of a change, for nobody wrote it in their language.
    """

    number: int
    desk: int
    kind: FeedbackKind
    state: FeedbackState
    anonymous: bool
    name: str | None
    words: str
    at: int
    note: str
    version: str
    lines: tuple[FeedbackLine, ...]
    merged: tuple[int, ...]
    merged_into: int | None
    due_at: int | None
    overdue: bool
    files: int = 0
    untold: tuple[str, ...] = ()
    first: bool = False

    @property
    def open(self) -> bool:
        """Whether it may still be decided."""
        return self.merged_into is None and self.state in (FeedbackState.RECEIVED, FeedbackState.DISCUSSING)


class FeedbackSaid(Struct, frozen=True):
    """Words on their way about ticket `number`: to its author (`member`, if anybody knows them), or to the desk."""

    number: int
    desk: int
    nth: int
    member: int | None
    name: str | None
    words: str
    files: int = 0


def write(
    tx: Tx, member: Member, kind: FeedbackKind, words: str, files: int, album: str | None, occasion: Occasion
) -> Ticket:
    """Take in a ticket under the member's name.

    Raises FeedbackForMembers, NobodyToContact, FeedbackEnough, FeedbackTooLong, FeedbackSaysNothing.
    """
    require_member(member)
    desk_of(tx)
    day, most = occasion.day.isoformat(), occasion.programme.feedback.per_day
    if feedbacks.on(tx, member.id, day) >= most:
        raise FeedbackEnough(most)
    said = require_said(words, files=files)
    number = feedbacks.add(tx, member.id, kind, said, album, occasion.now, day)
    if album is not None:
        albums.blank(tx, album)
    return ticket_of(tx, number, occasion, files)


def bring(tx: Tx, member: Member, words: str, promised_at: int, occasion: Occasion) -> Ticket:
    """Take in what others have decided to put before the team under the member's name, to be answered until then (UTC
    seconds); it goes before all others. Raises NobodyToContact.
    """
    desk_of(tx)
    said = words[:WORDS_MOST]
    number = feedbacks.add(tx, member.id, FeedbackKind.IDEA, said, None, occasion.now, None, promised_at)
    return ticket_of(tx, number, occasion)


def goes_on(tx: Tx, member: Member, album: str, words: str, occasion: Occasion) -> FeedbackSaid | None:
    """A further picture of an album that a ticket began with; None of every other. Raises FeedbackTooLong."""
    number = feedbacks.of_album(tx, member.id, album)
    if number is None:
        return None
    albums.blank(tx, album)
    said = require_said(words, files=1)
    nth = feedbacks.say(tx, number, None, said, occasion.now) if said else 0
    return FeedbackSaid(number, desk_of(tx), nth, member.id, member.name, said, 1)


def add(tx: Tx, member: Member, number: int, words: str, occasion: Occasion) -> FeedbackSaid:
    """The author says more. Raises NoSuchFeedback, FeedbackTooLong, FeedbackSaysNothing."""
    found = found_of(tx, number)
    if found.member != member.id:
        raise NoSuchFeedback
    said = require_said(words)
    nth = feedbacks.say(tx, number, None, said, occasion.now)
    return FeedbackSaid(number, desk_of(tx), nth, member.id, member.name, said)


def answer(tx: Tx, by: Member, number: int, words: str, occasion: Occasion) -> list[FeedbackSaid]:
    """One of the staff answers all who said it and can be answered.

    Raises NoSuchFeedback, FeedbackTooLong, FeedbackSaysNothing, NobodyHears.
    """
    said = require_said(words)
    whole = whole_of(tx, number)
    everybody = feedbacks.with_merged(tx, whole.id)
    hearing = [one for one in everybody if one.member is None or not members.get(tx, one.member).forgotten]
    if not hearing:
        raise NobodyHears(number)
    audits.record(tx, occasion.now, by.id, "feedback.answer", None, None, feedback=whole.id)
    return [_told(tx, one, by, said, occasion) for one in hearing]


def talk(tx: Tx, member: Member, number: int) -> Ticket:
    """Its author would like to talk with the product team. Raises NoSuchFeedback, NobodyToContact, FeedbackMoved."""
    found = found_of(tx, number)
    if found.member != member.id:
        raise NoSuchFeedback
    require_taken_up(whole_of(tx, number))
    return _ticket(tx, found, None, 0)


def ticket_of(tx: Tx, number: int, occasion: Occasion, files: int = 0) -> Ticket:
    """The ticket as it is now. Raises NoSuchFeedback, NobodyToContact."""
    return _ticket(tx, found_of(tx, number), occasion, files)


def found_of(tx: Tx, number: int) -> Feedback:
    """The ticket of that number. Raises NoSuchFeedback."""
    found = feedbacks.get(tx, number)
    if found is None:
        raise NoSuchFeedback
    return found


def whole_of(tx: Tx, number: int) -> Feedback:
    """The ticket of that number, or the one that it is part of. Raises NoSuchFeedback."""
    found = found_of(tx, number)
    return found if found.merged_into is None else found_of(tx, found.merged_into)


def require_member(member: Member) -> None:
    """Raise FeedbackForMembers for somebody who is in no group of ours."""
    if member.home is None:
        raise FeedbackForMembers


def desk_of(tx: Tx) -> int:
    """The staff group. Raises NobodyToContact."""
    staff = groups.staff(tx)
    if staff is None:
        raise NobodyToContact
    return staff.id


def _told(tx: Tx, one: Feedback, by: Member, said: str, occasion: Occasion) -> FeedbackSaid:
    nth = feedbacks.say(tx, one.id, by.id, said, occasion.now)
    return FeedbackSaid(one.id, desk_of(tx), nth, one.member, None, said)


def _ticket(tx: Tx, found: Feedback, occasion: Occasion | None, files: int) -> Ticket:
    due_at = found.due_at(occasion.programme.feedback) if occasion and found.merged_into is None else None
    return Ticket(
        found.id,
        desk_of(tx),
        found.kind,
        found.state,
        found.anonymous,
        members.get(tx, found.member).name if found.member is not None else None,
        found.words,
        found.at,
        found.note,
        found.version,
        tuple(FeedbackLine(*line) for line in feedbacks.lines(tx, found.id, LINES_SHOWN)),
        tuple(one.id for one in feedbacks.with_merged(tx, found.id) if one.id != found.id),
        found.merged_into,
        due_at,
        bool(occasion and due_at is not None and due_at <= occasion.now),
        files,
        untold=_untold(tx, found),
        first=found.promised_at is not None,
    )


def spoken_there(tx: Tx, by: Member) -> tuple[str, ...]:
    """The languages of the communities; with none of them, that of the one who writes."""
    there = {group.locale for group in groups.active(tx, Part.COMMUNITY)}
    return tuple(locale for locale in LOCALES if locale in there) or (by.locale,)


def communities_in(tx: Tx, locale: str) -> tuple[str, ...]:
    """The names of the communities of that language."""
    return tuple(group.title for group in groups.active(tx, Part.COMMUNITY) if group.locale == locale)


def _untold(tx: Tx, found: Feedback) -> tuple[str, ...]:
    if found.state not in TAKEN_UP:
        return ()
    return tuple(name for one in LOCALES if one not in found.note.by_locale for name in communities_in(tx, one))
