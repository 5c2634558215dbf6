"""A figure of the value letter, opened: each deed of that month, a page at a time, as it is true now."""

from collections.abc import Callable

from actions.honour.featured_post import in_short
from rules.honour.value_letter import LetterGone, Person, Solved, days_of, number_of
from rules.honour.value_letter_shown import Figure, FigureShown, Proof
from rules.occasion import Occasion
from rules.pages import page_of
from rules.people import Member
from rules.snippets import snippet
from rules.values import replace
from storage.engine.tx import Tx
from storage.honour import featured_posts
from storage.honour import value_letter_facts as facts
from storage.honour import value_letter_shown as shown
from storage.honour import value_letters as letters

PER_PAGE = 8
TITLE_SHOWN, WORDS_SHOWN = 40, 80
Deeds = Callable[[Tx, int, int, int], list[Proof]]


def opened(tx: Tx, member: Member, month: str, what: Figure, number: int, occasion: Occasion) -> FigureShown:
    """That page of the deeds behind a figure of their letter. Raises LetterGone where they have no letter of that month."""
    if month not in letters.months(tx, member.id):
        raise LetterGone
    seen, (first, following) = occasion.seen_from(member.timezone), days_of(month)
    proofs = DEEDS[what](tx, member.id, seen.begins(first), seen.begins(following))
    page = page_of(number, len(proofs), PER_PAGE)
    told = tuple(_short(one) for one in proofs[page.before : page.before + PER_PAGE])
    return FigureShown(what, month, number_of(month), told, page)


def _short(one: Proof) -> Proof:
    return replace(one, title=snippet(one.title, TITLE_SHOWN), words=snippet(one.words, WORDS_SHOWN))


def _people(tx: Tx, member: int, since: int, until: int) -> list[Proof]:
    return [_person(one) for one in facts.helped(tx, member, since, until)]


def _person(one: Person) -> Proof:
    return Proof(name=one.name, link=one.link)


def _answers(tx: Tx, member: int, since: int, until: int) -> list[Proof]:
    return [_solved(one) for one in facts.solved(tx, member, since, until)]


def _finds(tx: Tx, member: int, since: int, until: int) -> list[Proof]:
    return [_solved(one) for one in facts.found(tx, member, since, until)]


def _solved(one: Solved) -> Proof:
    return Proof(f"Q{one.number}", one.link, name=one.name, words=one.title)


def _picks(tx: Tx, member: int, since: int, until: int) -> list[Proof]:
    found = in_short(tx, featured_posts.lately(tx, member, since, until))
    return [Proof(one.words, one.post or one.link, name=one.by, words=one.reason) for one in found]


DEEDS: dict[Figure, Deeds] = {
    Figure.PEOPLE: _people,
    Figure.ANSWERS: _answers,
    Figure.FINDS: _finds,
    Figure.PICKS: _picks,
    Figure.TALKS: shown.talks,
    Figure.CRAFT: shown.works,
    Figure.MENTORED: shown.mentored,
}
