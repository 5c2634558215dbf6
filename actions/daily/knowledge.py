"""Finding what has been asked and answered before."""

from dataclasses import dataclass, replace

from rules.daily.similarity import essence, likeness, resembles, sought
from rules.daily.support import Made
from rules.links import message_link
from rules.pages import Page, page_of
from rules.people import Member
from rules.programme.programme import Programme
from rules.refusals import Refusal
from rules.snippets import snippet
from storage.daily import knowledge, supports
from storage.daily.knowledge import Known
from storage.engine.tx import Tx

WORDS_LIMIT = 100
TITLE_LIMIT = 80
BODY_LIMIT = 120
RESEMBLING = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A solved question in a list; `link` leads to the answer, where messages have links. A discovery has number 0, and
    may have become a finished work.
    """

    number: int
    title: str
    body: str
    link: str | None
    made: Made | None = None


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


def find(tx: Tx, reader: Member, words: str, number: int, programme: Programme) -> FoundPage:
    """Page `number` of what contains all of `words`, else half, else a third of them. Raises NothingToFind, NotFound."""
    asked = snippet(words, WORDS_LIMIT)
    grams = sought(asked)
    if not grams:
        raise NothingToFind
    known = _nearest(tx, grams, reader)
    if not known:
        raise NotFound(asked)
    page = page_of(number, len(known), programme.questions.per_page)
    lines = known[page.before : page.before + programme.questions.per_page]
    return FoundPage(asked, tuple(_credited(tx, line) for line in lines), page)


def _nearest(tx: Tx, grams: frozenset[str], reader: Member) -> list[Known]:
    """What contains as many of them as anything does; of several a single one is not enough."""
    most = min(len(grams), knowledge.GRAMS)
    for share in (1, 2, 3):
        if known := knowledge.found(tx, grams, reader.id, max(-(-most // share), min(2, most))):
            return known
    return []


def resembling(tx: Tx, asker: Member, text: str, programme: Programme) -> tuple[Found, ...]:
    """Solved questions that a new one resembles, the most alike first."""
    candidates = knowledge.found(tx, essence(text), asker.id, 1, titles=True)
    alike = sorted(((likeness(text, known.title), known) for known in candidates), key=lambda pair: -pair[0])
    least = programme.questions.similar_percent
    close = [known for _, known in alike if resembles(text, known.title, least)]
    return tuple(shown(known) for known in close[:RESEMBLING])


def _credited(tx: Tx, known: Known) -> Found:
    made = supports.made(tx, known.group, known.message) if known.question is None else None
    return replace(shown(known), made=made)


def shown(known: Known) -> Found:
    """A line of the list."""
    link = message_link(known.chat_id, known.message)
    return Found(known.question or 0, snippet(known.title, TITLE_LIMIT), snippet(known.body, BODY_LIMIT), link)
