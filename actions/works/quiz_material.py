"""What there is to read before a quiz: looked for when staff name it, shown to whoever is going to answer."""

from msgspec import Struct

from rules.occasion import Occasion
from rules.reading.numbers import reference
from rules.values import replace
from rules.works.quiz import QuizTerms
from rules.works.quiz_material import Material, MaterialGone, MaterialUnknown, MaterialWritten, same_title
from storage.engine.tx import Tx
from storage.works import quiz_materials

LOOKED_AT, NAMED = 500, 5


class MaterialShown(Struct, frozen=True):
    """What to read before the quiz of that number and title."""

    quiz: int
    quiz_title: str
    material: Material


def with_material(tx: Tx, terms: QuizTerms, written: MaterialWritten, occasion: Occasion) -> QuizTerms:
    """The terms with what staff named to read. Raises MaterialUnknown."""
    note = _called(tx, written.note, terms, occasion) if written.note else None
    return replace(terms, note=note, link=written.link)


def of(tx: Tx, terms: QuizTerms, occasion: Occasion) -> Material | None:
    """What there is to read now, None for nothing."""
    return quiz_materials.material(tx, terms.note, terms.link, occasion.now)


def show(tx: Tx, quiz: int, terms: QuizTerms, occasion: Occasion) -> MaterialShown:
    """What to read before that quiz. Raises MaterialGone."""
    found = of(tx, terms, occasion)
    if found is None:
        raise MaterialGone
    return MaterialShown(quiz, terms.title, found)


def _called(tx: Tx, said: str, terms: QuizTerms, occasion: Occasion) -> int:
    """The note of that number or title; the one that stood there before may stay when it is out of date."""
    number = reference(said)
    if number is not None and (number == terms.note or quiz_materials.title(tx, number, occasion.now) is not None):
        return number
    valid = quiz_materials.valid(tx, occasion.now, LOOKED_AT)
    found = next((note for note, title in valid if same_title(title, said)), None)
    if found is None:
        raise MaterialUnknown(said, tuple(valid[:NAMED]))
    return found
