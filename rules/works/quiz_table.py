"""Questions as a table: a row each, its columns found by their headings, every mistake named by line and column."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from rules.reading.rows import QuoteLeftOpen, TableRow, has_headings, letter, rows_of
from rules.reading.typed import typed
from rules.reading.visible import shortened
from rules.works.quiz import MOST_OPTIONS, MOST_QUESTIONS, QuestionWording
from rules.works.quiz_form import OPTION_MOST, TEXT_MOST, WHY_MOST, answer_in, apart

OPTIONS = tuple(f"option_{chr(ord('a') + place)}" for place in range(MOST_OPTIONS))
LENGTHS = {"text": TEXT_MOST, "why": WHY_MOST, **dict.fromkeys(OPTIONS, OPTION_MOST)}
LEAST_HEADINGS = 3
Headings = Mapping[str, tuple[str, ...]]


class QuestionFlaw(StrEnum):
    """What is wrong in a table of questions."""

    HEADINGS = "headings"
    QUOTE = "quote"
    EMPTY = "empty"
    LONG = "long"
    FEW = "few"
    TWICE = "twice"
    SEVERAL = "several"
    ANSWER = "answer"
    BEYOND = "beyond"
    MANY = "many"


class QuestionMistake(Struct, frozen=True):
    """One mistake: its line, the letter and the heading of its column (empty: of the whole line), what may stand there."""

    line: int
    flaw: QuestionFlaw
    column: str = ""
    heading: str = ""
    given: str = ""
    allowed: tuple[str, ...] = ()
    most: int = 0


class QuestionsRead(Struct, frozen=True):
    """The questions, each once, and the lines of doubles, those with another answer apart; with mistakes nothing is taken."""

    questions: tuple[QuestionWording, ...] = ()
    doubles: tuple[int, ...] = ()
    differing: tuple[int, ...] = ()
    mistakes: tuple[QuestionMistake, ...] = ()


class _Layout(Struct, frozen=True):
    """Where each column stands, its heading as it was written, and how wide the row of headings is."""

    places: Mapping[str, int]
    headings: tuple[str, ...]

    def cell(self, row: TableRow, name: str) -> str:
        """What stands in that column, empty where there is none."""
        return row.cell(self.places[name]) if name in self.places else ""

    def options(self, row: TableRow) -> list[tuple[str, str]]:
        """The filled options, each with the name of its column."""
        return [(name, text) for name in OPTIONS if (text := self.cell(row, name))]

    def answer(self, row: TableRow) -> int | None:
        """The place of the right one among the filled options; a letter means its column, whatever is empty before it."""
        every = tuple(self.cell(row, name) for name in OPTIONS)
        place = answer_in(self.cell(row, "answer"), every)
        if place is None or not every[place]:
            return None
        return sum(1 for text in every[:place] if text)

    def wording(self, row: TableRow) -> QuestionWording:
        """The question of a row without mistakes."""
        answer = self.answer(row)
        assert answer is not None, row
        options = tuple(text for _, text in self.options(row))
        return QuestionWording(self.cell(row, "text"), options, answer, self.cell(row, "why"))

    def wrong(
        self, row: TableRow, name: str, flaw: QuestionFlaw, allowed: tuple[str, ...] = (), most: int = 0
    ) -> QuestionMistake:
        """A mistake in that column."""
        place, given = self.places[name], shortened(self.cell(row, name), 40)
        return QuestionMistake(row.line, flaw, letter(place), self.headings[place], given, allowed, most)


def is_table(text: str, headings: Headings) -> bool:
    """Whether the text begins with a row of headings."""
    return has_headings(text, lambda cell: _called(cell, headings) is not None, LEAST_HEADINGS)


def questions_in(text: str, headings: Headings) -> QuestionsRead:
    """What the table says; the first word of each of `headings` is the one that people are shown."""
    try:
        rows = rows_of(text, lambda cell: _called(cell, headings) is not None)
    except QuoteLeftOpen as unread:
        return QuestionsRead(mistakes=(QuestionMistake(unread.line, QuestionFlaw.QUOTE),))
    first = rows[0] if rows else TableRow(1, ())
    layout = _layout(first, headings)
    if lacking := [name for name in ("text", *OPTIONS[:2], "answer") if name not in layout.places]:
        names = tuple(headings[name][0] for name in lacking)
        return QuestionsRead(mistakes=(QuestionMistake(first.line, QuestionFlaw.HEADINGS, allowed=names),))
    return _read(rows[1:], layout)


def known_by(text: str) -> str:
    """By what the same question is known again."""
    return "".join(typed(text).split())


def _read(rows: tuple[TableRow, ...], layout: _Layout) -> QuestionsRead:
    mistakes = [mistake for row in rows for mistake in _mistakes(row, layout)]
    if len(rows) > MOST_QUESTIONS:
        beyond = rows[MOST_QUESTIONS].line
        mistakes.append(QuestionMistake(beyond, QuestionFlaw.MANY, given=str(len(rows)), most=MOST_QUESTIONS))
    if mistakes:
        return QuestionsRead(mistakes=tuple(mistakes))
    once: dict[str, QuestionWording] = {}
    doubles: list[int] = []
    differing: list[int] = []
    for row in rows:
        wording = layout.wording(row)
        first = once.setdefault(known_by(wording.text), wording)
        if first is not wording:
            (doubles if known_by(first.right) == known_by(wording.right) else differing).append(row.line)
    return QuestionsRead(tuple(once.values()), tuple(doubles), tuple(differing))


def _layout(first: TableRow, headings: Headings) -> _Layout:
    found: dict[str, int] = {}
    for place, cell in enumerate(first.cells):
        name = _called(cell, headings)
        if name is not None:
            found.setdefault(name, place)
    return _Layout(found, first.cells)


def _called(cell: str, headings: Headings) -> str | None:
    said = known_by(cell)
    return next((name for name, words in headings.items() if said and said in map(known_by, words)), None)


def _mistakes(row: TableRow, layout: _Layout) -> Iterator[QuestionMistake]:
    yield from _beyond(row, len(layout.headings))
    yield from _too_long(row, layout)
    if not layout.cell(row, "text"):
        yield layout.wrong(row, "text", QuestionFlaw.EMPTY)
    options = layout.options(row)
    if len(options) < 2:
        yield QuestionMistake(row.line, QuestionFlaw.FEW)
    elif not apart(tuple(text for _, text in options)):
        yield QuestionMistake(row.line, QuestionFlaw.TWICE)
    else:
        yield from _of_answer(row, layout)


def _beyond(row: TableRow, width: int) -> Iterator[QuestionMistake]:
    """What stands behind the last column: most likely a delimiter inside a text that has no quotation marks."""
    for place in range(width, len(row.cells)):
        if row.cells[place]:
            yield QuestionMistake(row.line, QuestionFlaw.BEYOND, letter(place), given=shortened(row.cells[place], 40))
            return


def _too_long(row: TableRow, layout: _Layout) -> Iterator[QuestionMistake]:
    for name, most in LENGTHS.items():
        if len(layout.cell(row, name)) > most:
            yield layout.wrong(row, name, QuestionFlaw.LONG, most=most)


def _of_answer(row: TableRow, layout: _Layout) -> Iterator[QuestionMistake]:
    written = typed(layout.cell(row, "answer"))
    letters = tuple(letter(OPTIONS.index(name)) for name, _ in layout.options(row))
    if not written:
        yield layout.wrong(row, "answer", QuestionFlaw.EMPTY, letters)
    elif layout.answer(row) is None:
        several = len(written) > 1 and all(sign in "abcdef,;、 /&" for sign in written)
        yield layout.wrong(row, "answer", QuestionFlaw.SEVERAL if several else QuestionFlaw.ANSWER, letters)
