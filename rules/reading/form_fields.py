"""What a form asks for, field by field: its shape, what people call it, and whether something written is a value of it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct, field

from rules.ends import over_at
from rules.links import address_in
from rules.money import Money, money_in
from rules.occasion import Occasion
from rules.reading.flaws import Flaw, Mistake
from rules.reading.hashtags import tag_in
from rules.reading.lists import lines_of
from rules.reading.moments import moment_of
from rules.reading.nearest import begun, called
from rules.reading.numbers import apiece, whole
from rules.reading.spans import Unit, counted, measures
from rules.reading.unreal import unreal
from rules.reading.visible import shortened

Value: TypeAlias = int | str | tuple[str, ...] | Money | None


class Shape(StrEnum):
    """What a field holds: a line, a text of several, a list of lines, a number, a moment, a choice, money, a link, a hashtag."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    NUMBER = "number"
    MOMENT = "moment"
    CHOICE = "choice"
    MONEY = "money"
    LINK = "link"
    TAG = "tag"


class Field(Struct, frozen=True):
    """A field. `least` and `most` bound a number (of a `unit`: a length of time), characters of a line or text, or lines of a list.

    An empty field that is not `required` has the value `default`. A date without a time means its last minute, or
    with `opens` its first, and where it has to be `exact` nothing. An amount of money without a currency is in the first
    of `choices`. A number is one of all, unless it is said of each one, `apiece`: a price, what each may have.
    """

    name: str
    shape: Shape
    required: bool = False
    least: int = 1
    most: int = 100
    choices: tuple[str, ...] = ()
    default: Value = None
    opens: bool = False
    exact: bool = False
    unit: Unit | None = None
    apiece: bool = False


Form = tuple[Field, ...]


class OurLine(Struct, frozen=True):
    """A line of the message that asks for a form: its `pieces`, between which anything stands (names, dates, counts).

    `anywhere` where nobody else writes such a line.
    """

    pieces: tuple[str, ...]
    anywhere: bool

    def is_it(self, line: str) -> bool:
        """Whether the line is this one, whatever was put in."""
        first, *between = self.pieces
        if not between:
            return line == first
        last = between.pop()
        if len(line) < len(first) + len(last) or not (line.startswith(first) and line.endswith(last)):
            return False
        inner, at = line[len(first) : len(line) - len(last)], 0
        for piece in between:
            found = inner.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        return True


class Vocabulary(Struct, frozen=True):
    """What people may call fields and choices; the first word of each is the one they are shown.

    `ours` are the lines that stand around the form where it is asked for: heading, hints, what has to be filled in.
    """

    names: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    ours: tuple[OurLine, ...] = ()

    def field_called(self, name: str) -> str | None:
        """The field that people mean by `name`."""
        return called(self.names, name)

    def choice_called(self, field_name: str, word: str) -> str | None:
        """The choice of that field that people mean by `word`."""
        return called(self.choices.get(field_name, {}), word)

    def without_ours(self, text: str) -> str:
        """A form without the lines that came along from around it; among what somebody writes only those that are no one else's."""
        kept: list[str] = []
        for line in text.splitlines():
            above = not any(map(str.strip, kept))
            if not any((above or one.anywhere) and one.is_it(line.strip()) for one in self.ours):
                kept.append(line)
        return text if len(kept) == len(text.splitlines()) else "\n".join(kept).strip("\n")


def shown(words: Mapping[str, tuple[str, ...]], key: str) -> str:
    """The word that people are shown for `key`."""
    return words[key][0] if words.get(key) else key


def check(part: Field, written: str, vocabulary: Vocabulary, occasion: Occasion, line: int = 0) -> Value | Mistake:
    """The value that `written` is in that field, or what is wrong with it."""
    name = shown(vocabulary.names, part.name)
    written = written.strip()
    if not written:
        return Mistake(line, name, Flaw.MISSING) if part.required else part.default
    match part.shape:
        case Shape.NUMBER:
            return _number(part, written, name, line)
        case Shape.MOMENT:
            return _moment(part, written, name, line, occasion)
        case Shape.CHOICE:
            return _choice(part, written, name, line, vocabulary)
        case Shape.MONEY:
            return _money(part, written, name, line, vocabulary)
        case Shape.LINK | Shape.TAG:
            return _single(part, written, name, line)
        case Shape.LINES:
            lines = lines_of(written)
            fits = part.least <= len(lines) <= part.most
            return lines if fits else Mistake(line, name, Flaw.COUNT, str(len(lines)), (), part.least, part.most)
        case _:
            fits = part.least <= len(written) <= part.most
            return written if fits else Mistake(line, name, Flaw.LENGTH, str(len(written)), (), part.least, part.most)


def _number(part: Field, written: str, name: str, line: int) -> int | Mistake:
    each = None if part.unit else apiece(written)
    if each is not None and not part.apiece:
        return Mistake(line, name, Flaw.TOTAL, shortened(written, 40))
    said = written if each is None else each
    number = counted(said, part.unit) if part.unit else None if measures(said) else whole(said)
    if number is not None and part.least <= number <= part.most:
        return number
    flaw = Flaw.SPAN if part.unit else Flaw.NUMBER if number is None else Flaw.RANGE
    return Mistake(line, name, flaw, shortened(written, 40), (), part.least, part.most, part.unit)


def _choice(part: Field, written: str, name: str, line: int, vocabulary: Vocabulary) -> str | Mistake:
    known = vocabulary.choices.get(part.name, {})
    choice = called(known, written) or begun({one: known.get(one, ()) for one in part.choices}, written)
    words = tuple(shown(vocabulary.choices.get(part.name, {}), one) for one in part.choices)
    return choice if choice in part.choices else Mistake(line, name, Flaw.CHOICE, shortened(written, 40), words)


def _single(part: Field, written: str, name: str, line: int) -> str | Mistake:
    found, flaw = (address_in(written), Flaw.LINK) if part.shape is Shape.LINK else (tag_in(written), Flaw.TAG)
    wrong = Mistake(line, name, flaw, shortened(written, 40), (), 0, part.most)
    return found if found and len(found) <= part.most else wrong


def _money(part: Field, written: str, name: str, line: int, vocabulary: Vocabulary) -> Money | Mistake:
    money = money_in(written, part.choices[0], lambda word: vocabulary.choice_called(part.name, word))
    return money or Mistake(line, name, Flaw.MONEY, shortened(written, 40), part.choices[:1])


def _moment(part: Field, written: str, name: str, line: int, occasion: Occasion) -> int | Mistake:
    moment = moment_of(written, occasion, opens=part.opens, exact=part.exact)
    if moment is None:
        flaw = Flaw.HOUR if part.exact and moment_of(written, occasion) else Flaw.MOMENT
        return Mistake(line, name, flaw, shortened(written, 40), unreal=unreal(written, occasion))
    if over_at(moment) <= occasion.now and not part.opens:
        return Mistake(line, name, Flaw.PAST, shortened(written, 40))
    return moment
