"""Finding what has been asked and answered before."""

from dataclasses import dataclass

from msgspec import Struct

from rules.daily.question import number_in
from rules.daily.similarity import bare, essence, likeness, one_way, resembles, sought, spellings
from rules.daily.support import Made
from rules.links import message_link
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member
from rules.refusals import Refusal
from rules.snippets import snippet
from rules.values import replace
from storage.daily import knowledge, questions, supports
from storage.daily.knowledge import Known, Official
from storage.engine.tx import Tx
from storage.works import quiz_materials
from storage.works.quiz_materials import NoteQuiz

WORDS_LIMIT = 100
TITLE_LIMIT = 80
BODY_LIMIT = 120
RESEMBLING = 2
# Parts of what was sought of which at least one must be found; how much of a question somebody has to say.
SHARES, SAID_LEAST = (1, 2, 3), 3


class Found(Struct, frozen=True):
    """A solved question in a list; `link` leads to the answer, where messages have links. A discovery has number 0, and
    may have become a finished work; a product note is `official`, and `quizzes` ask what it says. `correction` is what
    staff say of an answer.
    """

    number: int
    title: str
    body: str
    link: str | None
    made: Made | None = None
    official: Official | None = None
    correction: str = ""
    quizzes: tuple[NoteQuiz, ...] = ()


class FoundPage(Struct, frozen=True):
    """A page of what was found by `words`."""

    words: str
    lines: tuple[Found, ...]
    page: Page


@dataclass(eq=False)
class NothingToFind(Refusal):
    """No word to search by was given."""


@dataclass(eq=False)
class NotFound(Refusal):
    """Nothing answered so far contains `words`."""

    words: str


@dataclass(eq=False)
class StillAsked(Refusal):
    """The question of that number, which reads `title`, waits for an answer at `link`."""

    number: int
    title: str
    link: str | None


def find(tx: Tx, reader: Member, words: str, number: int, occasion: Occasion) -> FoundPage:
    """Page `number` of what contains all of `words`, else half, else a third of them; of a question's number, its answer.

    Raises NothingToFind, NotFound, StillAsked.
    """
    asked = snippet(words, WORDS_LIMIT)
    if (question := number_in(asked)) is not None:
        return FoundPage(asked, (_answer_to(tx, question, reader, asked),), page_of(1, 1, 1))
    if not sought(asked):
        raise NothingToFind
    known = _nearest(tx, asked, reader, occasion)
    if not known:
        raise NotFound(asked)
    size = occasion.programme.questions.per_page
    page = page_of(number, len(known), size)
    lines = known[page.before : page.before + size]
    return FoundPage(asked, tuple(_credited(tx, line, occasion) for line in lines), page)


def answered(tx: Tx, reader: Member, words: str, occasion: Occasion) -> FoundPage | None:
    """What answers words that were said to nobody in particular: a question alike, or an answer that has all of them.

    A question may be named by its number. Raises NotFound, StillAsked.
    """
    asked = snippet(words, WORDS_LIMIT)
    if number_in(asked) is not None:
        return find(tx, reader, asked, 1, occasion)
    about = bare(asked)
    if len(sought(about)) < SAID_LEAST:
        return None
    alike = resembling(tx, reader, asked, occasion)
    return find(tx, reader, asked, 1, occasion) if alike or _containing(tx, about, 1, reader, occasion) else None


def _answer_to(tx: Tx, number: int, reader: Member, asked: str) -> Found:
    """The answer to the question of that number. Raises StillAsked, NotFound."""
    known = knowledge.of_question(tx, number, reader.id)
    if known is not None:
        return shown(known)
    waiting = questions.open_to(tx, number, reader.id)
    if waiting is None:
        raise NotFound(asked)
    question, chat = waiting
    raise StillAsked(number, snippet(question.text, TITLE_LIMIT), message_link(chat, question.message))


def _nearest(tx: Tx, words: str, reader: Member, occasion: Occasion) -> list[Known]:
    """What contains as many of the words as anything does; of several a single one is not enough."""
    return next((known for share in SHARES if (known := _containing(tx, words, share, reader, occasion))), [])


def _containing(tx: Tx, words: str, share: int, reader: Member, occasion: Occasion) -> list[Known]:
    """What contains so large a share of the words, as they were written first, then by what else people call the same."""
    found: list[Known] = []
    for spelling in spellings(words, occasion.programme.questions.synonyms):
        grams = sought(spelling)
        most = min(len(grams), knowledge.GRAMS)
        least = max(-(-most // share), min(2, most))
        found += [one for one in knowledge.found(tx, grams, reader.id, least, occasion.now) if one not in found]
    return found[: knowledge.MOST_FOUND]


def resembling(tx: Tx, asker: Member, text: str, occasion: Occasion) -> tuple[Found, ...]:
    """Solved questions that a new one resembles, the most alike first."""
    own, least = occasion.programme.questions.synonyms, occasion.programme.questions.similar_percent
    said = one_way(text, own)
    grams = frozenset(gram for spelling in spellings(text, own) for gram in essence(spelling))
    candidates = knowledge.found(tx, grams, asker.id, 1, occasion.now, titles=True)
    titled = [(one_way(known.title, own), known) for known in candidates]
    alike = sorted(((likeness(said, title), title, known) for title, known in titled), key=lambda found: -found[0])
    close = [known for _, title, known in alike if resembles(said, title, least)]
    return tuple(shown(known) for known in close[:RESEMBLING])


def _credited(tx: Tx, known: Known, occasion: Occasion) -> Found:
    if known.official:
        return replace(shown(known), quizzes=quiz_materials.quizzes_of(tx, known.official.number, occasion.now))
    discovered = known.place if known.question is None else None
    made = supports.made(tx, discovered.group, discovered.message) if discovered else None
    return replace(shown(known), made=made)


def shown(known: Known) -> Found:
    """A line of the list."""
    title, body = snippet(known.title, TITLE_LIMIT), snippet(known.body, BODY_LIMIT)
    if known.official:
        return Found(0, title, body, known.official.link or None, official=known.official)
    assert known.place is not None
    link = message_link(known.place.chat_id, known.place.message)
    return Found(known.question or 0, title, body, link, correction=known.correction)
