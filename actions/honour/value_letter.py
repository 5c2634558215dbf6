"""The value letter: each month what it was to others, told to everybody who was there; and what the brand adds to some."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from actions.honour.featured_post import in_short
from rules.honour.value_letter import (
    WORDS_MOST,
    Honoured,
    IdeaMade,
    LetterGone,
    Month,
    NoLetterYet,
    Quoted,
    Solved,
    TitleReached,
    Unanswered,
    ValueLetter,
    days_of,
    month_before,
    number_of,
)
from rules.lengths import within
from rules.links import message_link
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.periods import month_of
from rules.programme.badges import Badge
from rules.programme.levels import EVERYBODY
from rules.programme.value_letters import Little
from rules.programme.wording import Wording
from rules.refusals import NotForYourself
from rules.snippets import snippet
from rules.values import replace
from rules.works.challenge import SkillTrack
from storage import audits, members
from storage.daily import questions
from storage.engine.tx import Tx
from storage.honour import featured_posts
from storage.honour import value_letter_facts as facts
from storage.honour import value_letter_opened as opened
from storage.honour import value_letters as letters

AT_A_TIME = 5
HELPED_NAMED, SHOWN = 6, 3
TITLE_SHOWN, WORDS_SHOWN = 40, 80


class Come(Struct, frozen=True):
    """A member's letter of a month has come."""

    member: int
    letter: ValueLetter


class Round(Struct, frozen=True):
    """Letters that were written just now, and whether `more` members wait for theirs."""

    month: str
    come: tuple[Come, ...]
    more: bool


class Case(Struct, frozen=True):
    """One for whom the brand may write a sentence of its own into the letter."""

    member: int
    name: str
    number: int
    month: Month


class Queue(Struct, frozen=True):
    """Those whose month was most to others; `number` is the month's, 1 to 12."""

    number: int
    cases: tuple[Case, ...]


class WordsKept(Struct, frozen=True):
    """What the brand says stands in the letter of that member."""

    member: int
    name: str
    number: int
    words: str


def write(tx: Tx, occasion: Occasion) -> Round:
    """The next few letters of those whose first of the month it is; each once, whatever happens in between."""
    month, zone = month_before(occasion.day), occasion.zone
    waiting = letters.awaited(tx, month, zone, occasion.programme.brand.timezone, AT_A_TIME)
    come = [_come(tx, members.get(tx, member), month, occasion) for member in waiting]
    return Round(month, tuple(one for one in come if one), len(waiting) == AT_A_TIME)


def _come(tx: Tx, member: Member, month: str, occasion: Occasion) -> Come | None:
    letter = _letter(tx, member, month, occasion)
    written = letter.month.rich or occasion.programme.value_letter.little is Little.SHORT
    fresh = letters.add(tx, member.id, month, occasion.zone, occasion.now, written=written)
    return Come(member.id, letter) if written and fresh else None


def read(tx: Tx, member: Member, occasion: Occasion, month: str = "") -> ValueLetter:
    """The member's letter of the month, or their latest. Raises NoLetterYet."""
    months = letters.months(tx, member.id)
    if not months:
        raise NoLetterYet(_next(tx, member, occasion))
    place = months.index(month) if month in months else 0
    older = months[place + 1] if place + 1 < len(months) else ""
    newer = months[place - 1] if place else ""
    return replace(_letter(tx, member, months[place], occasion), older=older, newer=newer)


def _next(tx: Tx, member: Member, occasion: Occasion) -> date:
    """The first of a month whose evening brings the member a letter: today, where it is still to be written."""
    today = occasion.seen_from(member.timezone).day
    month = month_before(today)
    comes = today.day == 1 and not letters.begun(tx, member.id, month) and member.id in letters.active(tx, month)
    return today if comes else days_of(month_of(today))[1]


def queue(tx: Tx, occasion: Occasion) -> Queue | None:
    """For whom the brand may write; None when it does not want to, or when there is nobody."""
    month, most = month_before(occasion.day), occasion.programme.value_letter.words_for
    if not most:
        return None
    everybody = [_case(tx, member, month, occasion) for member in letters.active(tx, month)]
    best = sorted((case for case in everybody if case.month.weight), key=lambda case: (-case.month.weight, case.member))
    return Queue(number_of(month), tuple(best[:most])) if best else None


def case(tx: Tx, member: int, month: str, occasion: Occasion) -> Case:
    """What a sentence could be about. Raises LetterGone."""
    _require_to_come(tx, member, month)
    return _case(tx, member, month, occasion)


def say(tx: Tx, by: Member, member: int, month: str, words: str, occasion: Occasion) -> WordsKept:
    """That stands in the letter. Raises LetterGone, NotForYourself, WordsTooLong."""
    if by.id == member:
        raise NotForYourself
    _require_to_come(tx, member, month)
    said = within(" ".join(words.split()), WORDS_MOST)
    letters.write(tx, member, month, said, by.id, occasion.now)
    audits.record(tx, occasion.now, by.id, "value_letter.words", member, None)
    return WordsKept(member, members.get(tx, member).name, number_of(month), said)


def _require_to_come(tx: Tx, member: int, month: str) -> None:
    """Neither written yet nor of one who was forgotten. Raises LetterGone."""
    if letters.begun(tx, member, month) or members.get(tx, member).forgotten:
        raise LetterGone


def _case(tx: Tx, member: int, month: str, occasion: Occasion) -> Case:
    who = members.get(tx, member)
    return Case(member, who.name, number_of(month), _month(tx, who, month, occasion))


def _letter(tx: Tx, member: Member, month: str, occasion: Occasion) -> ValueLetter:
    told = _month(tx, member, month, occasion)
    return ValueLetter(member.name, number_of(month), told.rich, told, _waiting(tx, member) if told.thin else None)


def _month(tx: Tx, member: Member, month: str, occasion: Occasion) -> Month:
    seen = occasion.seen_from(member.timezone)
    first, following = days_of(month)
    since, until = seen.begins(first), seen.begins(following)
    people = facts.helped(tx, member.id, since, until)
    solved = facts.solved(tx, member.id, since, until)
    found = facts.found(tx, member.id, since, until)
    picked = featured_posts.lately(tx, member.id, since, until)
    return Month(
        name=month,
        people=len(people),
        helped=tuple(people[:HELPED_NAMED]),
        thanked=_quoted(facts.thanked(tx, member.id, since, until)),
        answers=len(solved),
        solved=_shown(solved),
        finds=len(found),
        found=_shown(found),
        featured=tuple(facts.featured(tx, member.id, since, until)),
        picks=len(picked),
        picked=in_short(tx, picked[:SHOWN]),
        made=_made(opened.made(tx, member.id, since, until)),
        outside=tuple(facts.outside(tx, member.id, first, following)),
        spoken=tuple(facts.spoken(tx, member.id, since, until)),
        changed=tuple(facts.changed(tx, member.id, since, until)),
        grown=tuple(facts.grown(tx, member.id, since, until)),
        mentored=tuple(facts.mentored(tx, member.id, since, until)),
        honours=_honours(opened.honours(tx, member.id, since, until)),
        lent=tuple(opened.lent(tx, member.id, since, until)),
        level=_level(facts.reached(tx, member.id, since, until), occasion),
        step=opened.step(tx, member.id, since, until),
        titles=_titles(opened.titles(tx, member.id, since, until), occasion),
        council=opened.council(tx, member.id, since, until),
        badges=_badges(facts.badges(tx, member.id, since, until), occasion),
        days=facts.days(tx, member.id, first.isoformat(), following.isoformat()),
        kind=_said(letters.words(tx, member.id, month)),
    )


def _shown(found: Sequence[Solved]) -> tuple[Solved, ...]:
    return tuple(replace(one, title=snippet(one.title, TITLE_SHOWN)) for one in found[:SHOWN])


def _made(found: Sequence[IdeaMade]) -> tuple[IdeaMade, ...]:
    return tuple(replace(one, title=snippet(one.title, TITLE_SHOWN)) for one in found)


def _honours(found: Sequence[Honoured]) -> tuple[Honoured, ...]:
    return tuple(replace(one, citation=snippet(one.citation, WORDS_SHOWN)) for one in found)


def _titles(given: Sequence[tuple[SkillTrack, str]], occasion: Occasion) -> tuple[TitleReached, ...]:
    """The highest of each track, of those that there still are."""
    ladder = occasion.programme.track_titles
    rising = sorted(given, key=lambda one: ladder.place(one[1]))
    highest = {track: key for track, key in rising if ladder.place(key)}
    return tuple(TitleReached(track, ladder.called(highest[track])) for track in SkillTrack if track in highest)


def _quoted(said: Quoted | None) -> Quoted | None:
    return said and replace(said, words=snippet(said.words, WORDS_SHOWN))


def _said(words: tuple[str, str] | None) -> Quoted | None:
    return words and Quoted(*words)


def _level(reached: list[str], occasion: Occasion) -> Wording | None:
    """The highest level that was reached, unless it is the first, which is everybody's."""
    levels = occasion.programme.levels
    best = levels.highest(EVERYBODY, *reached)
    return None if best == levels[0] else best.title


def _badges(keys: list[str], occasion: Occasion) -> tuple[Badge, ...]:
    known = {badge.key: badge for badge in occasion.programme.badges}
    return tuple(known[key] for key in keys if key in known)


def _waiting(tx: Tx, member: Member) -> Unanswered | None:
    """A question of their group's that nobody has answered."""
    if member.home is None:
        return None
    found = questions.open_in(tx, member.home, member.id, 1, unanswered=True)
    if not found or found[0].question.asker == member.id:
        return None
    one = found[0].question
    return Unanswered(one.id, snippet(one.text, TITLE_SHOWN), message_link(found[0].chat_id, one.message))


def _still(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """As the month is found now."""
    letter = _letter(tx, members.get(tx, note.member), note.subject, occasion)
    if not letter.month.rich and occasion.programme.value_letter.little is Little.NONE:
        return False
    return Retold("value_letter/come", letter)


STILL_TRUE = {"value_letter": _still}
