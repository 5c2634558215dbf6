"""Finding what has been asked and answered before."""

from dataclasses import dataclass, replace

from rules.daily.similarity import essence, likeness, resembles, sought
from rules.daily.support import Made
from rules.links import message_link
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member
from rules.refusals import Refusal
from rules.snippets import snippet
from storage.daily import knowledge, supports
from storage.daily.knowledge import Known, Official
from storage.engine.tx import Tx

WORDS_LIMIT = 100
TITLE_LIMIT = 80
BODY_LIMIT = 120
RESEMBLING = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A solved question in a list; `link` leads to the answer, where messages have links. A discovery has number 0, and
    may have become a finished work; a product note is `official`. `correction` is what staff say of an answer.
    """

    number: int
    title: str
    body: str
    link: str | None
    made: Made | None = None
    official: Official | None = None
    correction: str = ""


@dataclass(frozen=True, slots=True)
class FoundPage:
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


def find(tx: Tx, reader: Member, words: str, number: int, occasion: Occasion) -> FoundPage:
    """Page `number` of what contains all of `words`, else half, else a third of them. Raises NothingToFind, NotFound."""
    asked = snippet(words, WORDS_LIMIT)
    grams = sought(asked)
    if not grams:
        raise NothingToFind
    known = _nearest(tx, grams, reader, occasion.now)
    if not known:
        raise NotFound(asked)
    size = occasion.programme.questions.per_page
    page = page_of(number, len(known), size)
    lines = known[page.before : page.before + size]
    return FoundPage(asked, tuple(_credited(tx, line) for line in lines), page)


def _nearest(tx: Tx, grams: frozenset[str], reader: Member, now: int) -> list[Known]:
    """What contains as many of them as anything does; of several a single one is not enough."""
    most = min(len(grams), knowledge.GRAMS)
    for share in (1, 2, 3):
        if known := knowledge.found(tx, grams, reader.id, max(-(-most // share), min(2, most)), now):
            return known
    return []


def resembling(tx: Tx, asker: Member, text: str, occasion: Occasion) -> tuple[Found, ...]:
    """Solved questions that a new one resembles, the most alike first."""
    candidates = knowledge.found(tx, essence(text), asker.id, 1, occasion.now, titles=True)
    alike = sorted(((likeness(text, known.title), known) for known in candidates), key=lambda pair: -pair[0])
    least = occasion.programme.questions.similar_percent
    close = [known for _, known in alike if resembles(text, known.title, least)]
    return tuple(shown(known) for known in close[:RESEMBLING])


def _credited(tx: Tx, known: Known) -> Found:
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
