"""What becomes of a ticket: talked about, adopted, declined with a reason, shipped, merged; all who said it are told."""

from msgspec import Struct

from actions.fairness.feedback import Ticket, desk_of, found_of, ticket_of, whole_of
from rules.fairness.feedback import (
    DAY_S,
    HOUR_S,
    NOTE_MOST,
    REASON_MOST,
    VERSION_MOST,
    Feedback,
    FeedbackMoved,
    FeedbackState,
    MergeIntoWhich,
    NoSuchFeedback,
    require_move,
    require_said,
    require_taken_up,
)
from rules.occasion import Occasion
from rules.people import Member, Part
from rules.programme.wording import Wording, written_in
from rules.refusals import NotForYourself
from rules.values import replace
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.fairness import feedbacks

NOTHING = Wording()


class FeedbackTold(Struct, frozen=True):
    """What one author reads of their ticket `number`; `asks` whether they may be named, `dropped` after it was adopted."""

    number: int
    member: int
    state: FeedbackState
    words: str
    note: str
    version: str
    merged_into: int | None
    asks: bool
    dropped: bool = False


class FeedbackNews(Struct, frozen=True):
    """What the communities (`places`) read: whom it is owed to (`names`, and so many `others`), what changes, since when.

    The places are those in whose language there are words for it.
    """

    number: int
    names: tuple[str, ...]
    others: int
    note: str
    version: str
    places: tuple[int, ...]


class FeedbackNaming(Struct, frozen=True):
    """Whether the author of ticket `number` is named; so many of theirs were `adopted` under their name."""

    number: int
    adopted: int


class FeedbackDecided(Struct, frozen=True):
    """The ticket as it is now, those who are told, and the news of it for everybody, if there are."""

    ticket: Ticket
    told: tuple[FeedbackTold, ...]
    news: FeedbackNews | None = None


def discuss(tx: Tx, by: Member, number: int, occasion: Occasion) -> FeedbackDecided:
    """Staff talk about it; one that was declined is taken up again. Raises FeedbackMoved."""
    return _moved(tx, by, number, FeedbackState.DISCUSSING, occasion)


def adopt(tx: Tx, by: Member, number: int, note: Wording, occasion: Occasion) -> FeedbackDecided:
    """It will change something: `note`, in the words of the release notes, by language.

    Raises FeedbackMoved, NotForYourself of who has said it, under their name.
    """
    assert note.by_locale, number
    require_anothers(tx, by, number)
    done = _moved(tx, by, number, FeedbackState.ADOPTED, occasion, note=note)
    unknown = [one for one in feedbacks.with_merged(tx, number) if one.member is None]
    return FeedbackDecided(done.ticket, done.told, _news(tx, number, (), len(unknown)) if unknown else None)


def require_anothers(tx: Tx, by: Member, number: int) -> None:
    """Nobody adopts what they have said themselves, alone or with others. Raises NotForYourself."""
    if by.id in {one.member for one in feedbacks.with_merged(tx, number)}:
        raise NotForYourself


def decline(tx: Tx, by: Member, number: int, reason: str, occasion: Occasion) -> FeedbackDecided:
    """Not for now, and why. Raises FeedbackMoved, FeedbackTooLong, FeedbackSaysNothing."""
    said = require_said(reason, REASON_MOST)
    return _moved(tx, by, number, FeedbackState.DECLINED, occasion, note=Wording(**{written_in(said): said}))


def ship(tx: Tx, by: Member, number: int, version: str, occasion: Occasion) -> FeedbackDecided:
    """It is there, with that version. Raises FeedbackMoved, FeedbackTooLong, FeedbackSaysNothing."""
    said = require_said(version, VERSION_MOST)
    done = _moved(tx, by, number, FeedbackState.SHIPPED, occasion, version=said)
    authors = feedbacks.with_merged(tx, number)
    names = _names(tx, authors)
    return FeedbackDecided(
        done.ticket, done.told, _news(tx, number, names, sum(not one.may_be_named for one in authors))
    )


def merge(tx: Tx, by: Member, number: int, into: int, occasion: Occasion) -> FeedbackDecided:
    """It says what another one says already, and goes on with that. Raises MergeIntoWhich, FeedbackMoved."""
    found, target = found_of(tx, number), feedbacks.get(tx, into)
    if target is None or target.id == found.id:
        raise MergeIntoWhich(number)
    for one in (found, target):
        if one.merged_into is not None or one.state is FeedbackState.SHIPPED:
            raise FeedbackMoved(one.id, one.state, one.merged_into)
    part = feedbacks.with_merged(tx, found.id)
    feedbacks.merge(tx, found.id, target.id)
    audits.record(tx, occasion.now, by.id, "feedback.merge", None, None, feedback=found.id, into=target.id)
    told = tuple(_told(one, target, into=target.id) for one in part if one.member is not None)
    return FeedbackDecided(ticket_of(tx, found.id, occasion), told)


def word(tx: Tx, by: Member, number: int, locale: str, words: str, occasion: Occasion) -> FeedbackDecided:
    """What changes, in a language in which nobody had written it: its communities read now what the others have read.

    Raises FeedbackMoved of what is not adopted any more, FeedbackTooLong, FeedbackSaysNothing.
    """
    whole, said = found_of(tx, number), require_said(words, NOTE_MOST)
    require_taken_up(whole)
    feedbacks.word(tx, number, Wording(**{**whole.note.by_locale, locale: said}))
    audits.record(tx, occasion.now, by.id, "feedback.word", None, said, feedback=number)
    authors = feedbacks.with_merged(tx, number)
    names, others = _names(tx, authors), sum(one.member is None or one.named is False for one in authors)
    news = _news(tx, number, names, others)
    there = tuple(place for place in news.places if groups.get(tx, place).locale == locale)
    shown = names or others or news.version
    return FeedbackDecided(ticket_of(tx, number, occasion), (), replace(news, places=there) if shown else None)


def name(tx: Tx, member: Member, number: int, *, named: bool) -> FeedbackNews | None:
    """Whether its author may be named; the thanks that everybody reads, when they say so.

    Raises NoSuchFeedback, FeedbackMoved where it is not adopted any more.
    """
    found = found_of(tx, number)
    if found.member != member.id:
        raise NoSuchFeedback
    whole = whole_of(tx, number)
    require_taken_up(whole)
    feedbacks.name(tx, number, named=named)
    return _news(tx, whole.id, (member.name,), 0) if named and not found.named else None


def naming(tx: Tx, member: Member, number: int) -> FeedbackNaming:
    """How many suggestions of the member were adopted under their name."""
    return FeedbackNaming(number, feedbacks.adopted_of(tx, member.id))


def claimed(tx: Tx, member: Member, number: int) -> FeedbackNews:
    """The thanks that everybody reads, after the author of an anonymous ticket has put their name to it."""
    whole = found_of(tx, number)
    return _news(tx, whole.merged_into or whole.id, (member.name,), 0)


def overdue(tx: Tx, occasion: Occasion) -> list[Ticket]:
    """What has waited longer than was promised, once for each step; nothing while there is no staff group."""
    if groups.staff(tx) is None:
        return []
    now, promises = occasion.now, occasion.programme.feedback
    found = feedbacks.overdue(tx, now - promises.answer_hours * HOUR_S, now - promises.decide_days * DAY_S, now)
    for one in found:
        feedbacks.reminded(tx, one.id, now)
    return [ticket_of(tx, one.id, occasion) for one in found]


def _moved(
    tx: Tx,
    by: Member,
    number: int,
    to: FeedbackState,
    occasion: Occasion,
    *,
    note: Wording = NOTHING,
    version: str = "",
) -> FeedbackDecided:
    before = found_of(tx, number)
    require_move(before, to)
    desk_of(tx)
    feedbacks.move(tx, number, to, occasion.now, note, version)
    audits.record(tx, occasion.now, by.id, f"feedback.{to.value}", None, note or version or None, feedback=number)
    whole = found_of(tx, number)
    authors = feedbacks.with_merged(tx, number)
    dropped = before.state is FeedbackState.ADOPTED and to is FeedbackState.DECLINED
    told = tuple(_told(one, whole, dropped=dropped) for one in authors if one.member is not None)
    return FeedbackDecided(ticket_of(tx, number, occasion), told)


def _told(one: Feedback, whole: Feedback, into: int | None = None, *, dropped: bool = False) -> FeedbackTold:
    assert one.member is not None
    asks = whole.state is FeedbackState.ADOPTED and one.named is None
    return FeedbackTold(one.id, one.member, whole.state, one.words, whole.note, whole.version, into, asks, dropped)


def _names(tx: Tx, authors: list[Feedback]) -> tuple[str, ...]:
    """Those who agreed, each once."""
    known = dict.fromkeys(one.member for one in authors if one.member is not None and one.may_be_named)
    return tuple(members.get(tx, member).name for member in known)


def _news(tx: Tx, number: int, names: tuple[str, ...], others: int) -> FeedbackNews:
    whole = found_of(tx, number)
    places = tuple(group.id for group in groups.active(tx, Part.COMMUNITY) if group.locale in whole.note.by_locale)
    return FeedbackNews(number, names, others, whole.note, whole.version, places)
