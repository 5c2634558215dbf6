"""The form of a quiz, and that of one question of its bank."""

import re
from collections.abc import Iterator, Mapping

from rules.occasion import Occasion
from rules.reading import amending, form_fields, forms
from rules.reading.amending import Amendment
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Field, Form, Shape, Vocabulary
from rules.reading.forms import Filled
from rules.reading.heard import heard
from rules.reading.moments import written_moment
from rules.reading.rows import letter
from rules.reading.spans import Unit
from rules.reading.typed import typed
from rules.reading.visible import shortened
from rules.values import names, replace
from rules.works.quiz import MOST_OPTIONS, QuestionWording, QuizTerms
from rules.works.quiz_material import MaterialWritten, written_in

TEXT_MOST, OPTION_MOST, WHY_MOST = 300, 100, 400
YES, NO = "yes", "no"
_OPTION = tuple(heard("quiz_form", "option").split())
_LETTERED = re.compile(r"\s*[(（]?([A-Fa-fＡ-Ｆ])\s*[.．、:：)）]\s*(?=\S)")

FORM: Form = (
    Field("title", Shape.LINE, required=True, least=2, most=40),
    Field("asks", Shape.NUMBER, least=1, most=50, default=10),
    Field("needs", Shape.NUMBER, required=True, least=1, most=50),
    Field("points", Shape.NUMBER, required=True, least=1, most=1000, apiece=True),
    Field("tries", Shape.NUMBER, least=1, most=10, default=3, apiece=True),
    Field("days", Shape.NUMBER, least=1, most=90, default=7, unit=Unit.DAYS),
    Field("certifies", Shape.CHOICE, choices=(YES, NO), default=NO),
    Field("until", Shape.MOMENT),
    Field("material", Shape.LINES, least=1, most=2),
    Field("about", Shape.TEXT, least=4, most=600),
)
QUESTION: Form = (
    Field("text", Shape.TEXT, required=True, least=2, most=TEXT_MOST),
    Field("options", Shape.LINES, required=True, least=2, most=MOST_OPTIONS),
    Field("answer", Shape.LINE, required=True, most=OPTION_MOST),
    Field("why", Shape.TEXT, most=WHY_MOST),
)
_EMPTIED: Mapping[str, object] = {"asks": 10, "tries": 3, "days": 7, "certifies": NO, "until": None, "about": ""}


def read(text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form of a quiz; it can't need more right answers than it asks questions."""
    filled = forms.read(FORM, text, vocabulary, occasion, before)
    if filled.mistakes or filled.number("needs") <= filled.number("asks"):
        return filled
    return Filled(filled.text, (_too_many(filled.number("needs"), filled.number("asks"), vocabulary),))


def terms_of(filled: Filled) -> QuizTerms:
    """What a form without mistakes says, without its material, which has to be looked for."""
    return QuizTerms(
        title=filled.words("title"),
        asks=filled.number("asks"),
        needs=filled.number("needs"),
        points=filled.number("points"),
        tries=filled.number("tries"),
        days=filled.number("days"),
        certifies=filled.words("certifies") == YES,
        until=filled.number_or_none("until"),
        about=filled.words("about"),
    )


def text_of(terms: QuizTerms, vocabulary: Vocabulary, occasion: Occasion) -> str:
    """The form filled in with what a quiz asks for."""
    numbers = {name: str(getattr(terms, name)) for name in ("asks", "needs", "points", "tries", "days")}
    certifies = form_fields.shown(vocabulary.choices["certifies"], YES if terms.certifies else NO)
    until = written_moment(terms.until, occasion) if terms.until is not None else ""
    written = {"title": terms.title, **numbers, "certifies": certifies, "until": until, "about": terms.about}
    written["material"] = _material(terms, vocabulary)
    return forms.plain_text(FORM, written, vocabulary)


def amend(
    written: str, before: str, opened: str, terms: QuizTerms, vocabulary: Vocabulary, occasion: Occasion
) -> Amendment:
    """What a form changes of the quiz as it stands now."""
    found = amending.amend(FORM, written, before, opened, text_of(terms, vocabulary, occasion), vocabulary, occasion)
    if found.mistakes:
        return found
    after = amended(terms, found)
    if after.needs <= after.asks:
        return found
    return Amendment(found.text, (_too_many(after.needs, after.asks, vocabulary),))


def amended(terms: QuizTerms, amendment: Amendment) -> QuizTerms:
    """The terms with what the form changes, other than the material, which has to be looked for."""
    touched = {name: value for name, value in amendment.values.items() if name != "material"}
    values = {name: _EMPTIED.get(name) if value is None else value for name, value in touched.items()}
    if "certifies" in values:
        values["certifies"] = values["certifies"] == YES
    return replace(terms, **values)  # type: ignore[arg-type]  # values that the form has checked


def material_in(filled: Filled, vocabulary: Vocabulary) -> MaterialWritten:
    """How the form names what to read before it. Raises MaterialTwice."""
    return written_in(filled.lines("material"), vocabulary.names["note"])


def changed(before: QuizTerms, after: QuizTerms) -> tuple[str, ...]:
    """The fields in which they differ."""
    return tuple(one for one in names(QuizTerms) if getattr(before, one) != getattr(after, one))


def read_question(text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form of one question; its answer is one of its options."""
    filled = forms.read(QUESTION, text, vocabulary, occasion, before)
    if filled.mistakes:
        return filled
    wrong = tuple(_mistaken(filled, vocabulary))
    return Filled(filled.text, wrong) if wrong else filled


def wording_of(filled: Filled) -> QuestionWording:
    """The question that a form without mistakes words."""
    options = _options(filled)
    answer = answer_in(filled.words("answer"), options)
    assert answer is not None, filled
    return QuestionWording(filled.words("text"), options, answer, filled.words("why"))


def text_of_question(wording: QuestionWording, vocabulary: Vocabulary) -> str:
    """The form filled in with a question."""
    options = "\n".join(f"{letter(place)}. {one}" for place, one in enumerate(wording.options))
    written = {"text": wording.text, "options": options, "answer": letter(wording.answer), "why": wording.why}
    return forms.plain_text(QUESTION, written, vocabulary)


def answer_in(written: str, options: tuple[str, ...]) -> int | None:
    """Which option is meant by its own words, its letter or its number."""
    said = _same(written)
    texts = [_same(option) for option in options]
    if said in texts:
        return texts.index(said)
    for word in _OPTION:
        said = said.removeprefix(word)
    sign = said.strip(" .、)")
    places = range(len(options))
    return next((place for place in places if sign in (letter(place).lower(), str(place + 1))), None)


def apart(options: tuple[str, ...]) -> bool:
    """Whether no two options are the same."""
    return len({_same(option) for option in options}) == len(options)


def _material(terms: QuizTerms, vocabulary: Vocabulary) -> str:
    note = f"{form_fields.shown(vocabulary.names, 'note')} {terms.note}" if terms.note is not None else ""
    return "\n".join(line for line in (note, terms.link) if line)


def _too_many(needs: int, asks: int, vocabulary: Vocabulary) -> Mistake:
    return Mistake(0, form_fields.shown(vocabulary.names, "needs"), Flaw.RANGE, str(needs), (), 1, asks)


def _mistaken(filled: Filled, vocabulary: Vocabulary) -> Iterator[Mistake]:
    options = _options(filled)
    name = form_fields.shown(vocabulary.names, "options")
    if not apart(options):
        yield Mistake(0, name, Flaw.TWICE)
    yield from (
        Mistake(0, name, Flaw.LENGTH, str(len(one)), (), 1, OPTION_MOST) for one in options if len(one) > OPTION_MOST
    )
    if answer_in(filled.words("answer"), options) is None:
        given, letters = shortened(filled.words("answer"), 40), tuple(letter(place) for place in range(len(options)))
        yield Mistake(0, form_fields.shown(vocabulary.names, "answer"), Flaw.CHOICE, given, letters)


def _options(filled: Filled) -> tuple[str, ...]:
    """The options without the letters that count them."""
    lines = filled.lines("options")
    marks = [_LETTERED.match(line) for line in lines]
    if [mark and typed(mark[1]) for mark in marks] != [letter(place).lower() for place in range(len(lines))]:
        return lines
    return tuple(line[mark.end() :].strip() for line, mark in zip(lines, marks, strict=True) if mark)


def _same(words: str) -> str:
    return " ".join(typed(words).split())
