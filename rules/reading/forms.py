"""Forms: a message of `name: value` lines, read leniently, with every mistake named by its line."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from rules.money import Money
from rules.occasion import Occasion
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Field, Form, Shape, Value, Vocabulary, check, shown
from rules.reading.form_headings import tidied
from rules.reading.moments import written_moment
from rules.reading.nearest import same
from rules.reading.visible import shortened
from rules.values import replace

MOST_LINES = 120
# What people answer without the name of what it is.
SPOKEN = frozenset({Shape.MOMENT, Shape.NUMBER})
_ENTRY = re.compile(r"\s*([^:：]{1,30}?)\s*[:：]\s*(.*)")
_MARK = re.compile(r"(?:\d{1,2}\s*[.、):)]|[-*•·])\s*")


class Filled(Struct, frozen=True):
    """A form as read. With mistakes it has no values; `text` is what was written, to be shown and corrected."""

    text: str
    mistakes: tuple[Mistake, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)

    def words(self, name: str) -> str:
        """The value of a LINE, TEXT, LINK, TAG or CHOICE; empty when there is none."""
        value = self.values[name]
        assert value is None or isinstance(value, str), name
        return value or ""

    def number(self, name: str) -> int:
        """The value of a NUMBER that is required or has a default."""
        value = self.values[name]
        assert isinstance(value, int), name
        return value

    def number_or_none(self, name: str) -> int | None:
        """The value of a NUMBER or MOMENT (UTC seconds)."""
        value = self.values[name]
        assert value is None or isinstance(value, int), name
        return value

    def money(self, name: str) -> Money | None:
        """The value of a MONEY field."""
        value = self.values[name]
        assert value is None or isinstance(value, Money), name
        return value

    def lines(self, name: str) -> tuple[str, ...]:
        """The value of a LINES field."""
        value = self.values[name]
        assert value is None or isinstance(value, tuple), name
        return value or ()


class LineAt(Struct, frozen=True):
    """Something written: what stands under a field's name, or one line of a list; and on which line of the message."""

    line: int
    written: str


def read(form: Form, text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form that `text` is; after a first attempt `before`, lines sent alone correct it, other words leave it as it was.

    In its text moments stand by their date, so that it means the same whenever it is read again. The lines that stood
    around the form where it was asked for are no part of it. A day or number alone is what nothing else lacks (decision 150).
    """
    written = text = tidied(form, vocabulary.without_ours(text), vocabulary)
    if not written_in(form, text, vocabulary):
        written = text = _alone(form, before, text, vocabulary, occasion)
    text = _merged(form, before, text, vocabulary) if before else text
    entries, mistakes = _entries(form, text, vocabulary)
    mistakes += _aside(form, written, vocabulary) if text != written else []
    values: dict[str, Value] = {}
    moments: dict[int, str] = {}
    for part in form:
        entry = entries.get(part.name)
        found = check(part, entry.written if entry else "", vocabulary, occasion, entry.line if entry else 0)
        if isinstance(found, Mistake):
            mistakes.append(found)
        else:
            values[part.name] = found
            if entry and part.shape is Shape.MOMENT and isinstance(found, int):
                moments[entry.line] = written_moment(found, occasion)
    text = rewritten(form, text, vocabulary, moments)
    ordered = tuple(sorted(mistakes, key=lambda mistake: mistake.line or MOST_LINES + 1))
    return Filled(text, ordered, {} if ordered else values)


def rewritten(form: Form, text: str, vocabulary: Vocabulary, words: Mapping[int, str]) -> str:
    """The form's text with other words on these lines, behind the name of the field that begins there: `tomorrow` as its
    date, so that it is the same day when it is read again.
    """
    if not words:
        return text
    lines = text.splitlines()
    for number, line, field_name, value in lined({part.name: part for part in form}, text, vocabulary):
        if number in words:
            behind = line[: len(line) - len(value)] if field_name else ""
            lines[number - 1] = f"{behind}{words[number]}"
    return "\n".join(lines)


def plain_text(form: Form, written: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """A form's text out of what was written in each field, with the colons of the script of their names."""
    fields = [(part, shown(vocabulary.names, part.name), written[part.name]) for part in form if written.get(part.name)]
    apart = {True: (": ", ":\n"), False: ("：", "：\n")}
    return "\n".join(f"{name}{apart[name.isascii()][part.shape is Shape.LINES]}{text}" for part, name, text in fields)


def settled(form: Form, filled: Filled, vocabulary: Vocabulary, occasion: Occasion) -> str:
    """The text of a form that was read without mistakes, its moments as they were understood: it reads the same tomorrow."""
    moments = {part.name: filled.number_or_none(part.name) for part in form if part.shape is Shape.MOMENT}
    read_ = {name: written_moment(at, occasion) for name, at in moments.items() if at is not None}
    return plain_text(form, {**written_in(form, filled.text, vocabulary), **read_}, vocabulary)


def written_in(form: Form, text: str, vocabulary: Vocabulary) -> dict[str, str]:
    """What stands in each field of a form's text, unchecked."""
    entries, _ = _entries(form, tidied(form, text, vocabulary), vocabulary)
    return {name: entry.written for name, entry in entries.items()}


def _entries(form: Form, text: str, vocabulary: Vocabulary) -> tuple[dict[str, LineAt], list[Mistake]]:
    parts = {part.name: part for part in form}
    entries: dict[str, LineAt] = {}
    mistakes: list[Mistake] = []
    current: str | None = None
    for number, line, name, value in lined(parts, text, vocabulary):
        if name is None:
            flowing = current and parts[current].shape in (Shape.TEXT, Shape.LINES)
            if current and flowing:
                entries[current] = LineAt(entries[current].line, f"{entries[current].written}\n{line}".lstrip("\n"))
            elif line.strip():
                mistakes.append(_unknown(form, line, vocabulary, number))
        elif name in entries:
            mistakes += _again(parts[name], entries[name], LineAt(number, value), vocabulary)
        else:
            entries[name] = LineAt(number, value)
            current = name
    if (written := len(text.splitlines())) > MOST_LINES:
        mistakes.append(Mistake(0, "", Flaw.LINES, str(written), (), 0, MOST_LINES))
    return entries, mistakes


def _again(part: Field, first: LineAt, again: LineAt, vocabulary: Vocabulary) -> list[Mistake]:
    """A field that stands there already, with both of its values; the same one line once more is no mistake."""
    alone = part.shape not in (Shape.TEXT, Shape.LINES, Shape.MOMENT)
    if alone and same(first.written) == same(again.written):
        return []
    both = tuple(shortened(one.written.strip().partition("\n")[0], 20) for one in (first, again))
    allowed = both if all(both) else ()
    return [Mistake(again.line, shown(vocabulary.names, part.name), Flaw.TWICE, allowed=allowed)]


def _unknown(form: Form, line: str, vocabulary: Vocabulary, number: int = 0) -> Mistake:
    names = tuple(shown(vocabulary.names, part.name) for part in form)
    return Mistake(number, "", Flaw.UNKNOWN, shortened(line.strip(), 40), names)


def lined(parts: Mapping[str, Field], text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str, str | None, str]]:
    """Number, line, and when a field begins there its name and what follows."""
    for number, line in enumerate(text.splitlines()[:MOST_LINES], 1):
        entry = _ENTRY.fullmatch(line)
        name = vocabulary.field_called(_MARK.sub("", entry[1], count=1)) if entry else None
        yield number, line, name if name in parts else None, entry[2] if entry else ""


def _alone(form: Form, before: str, text: str, vocabulary: Vocabulary, occasion: Occasion) -> str:
    """Words without a field's name below that of the only one that has to be there and is not: a day, a number.

    Where a form asks for nothing else its first line is that one, and what follows is the text that it has room for.
    """
    stands = written_in(form, before, vocabulary)

    def lacks(part: Field) -> bool:
        return isinstance(check(part, stands.get(part.name, ""), vocabulary, occasion, 0), Mistake)

    first, _, rest = text.strip().partition("\n")
    lacking = [part for part in form if part.required and lacks(part)]
    room = [part.name for part in form if part.shape is Shape.TEXT]
    if len(lacking) != 1 or lacking[0].shape not in SPOKEN or not first or (rest.strip() and (before or not room)):
        return text
    only = sum(part.required for part in form) == 1 and not before
    if not only and isinstance(check(lacking[0], first, vocabulary, occasion, 0), Mistake):
        return text
    return plain_text(form, {lacking[0].name: first, **({room[0]: rest.strip()} if rest.strip() else {})}, vocabulary)


def _merged(form: Form, before: str, text: str, vocabulary: Vocabulary) -> str:
    """Whoever names all that has to be there has written it anew; a single line of that kind corrects, as all others do."""
    corrected = written_in(form, text, vocabulary)
    required = [part.name for part in form if part.required]
    if not corrected:
        return before
    if len(required) > 1 and all(name in corrected for name in required):
        return text
    return plain_text(form, {**written_in(form, before, vocabulary), **corrected}, vocabulary)


def _aside(form: Form, text: str, vocabulary: Vocabulary) -> list[Mistake]:
    """What of a correction stands in no field, or twice in one: that is not in the form any more, and has to be said."""
    entries, mistakes = _entries(form, text, vocabulary)
    if not entries:
        return [_unknown(form, text.strip(), vocabulary)] if text.strip() else []
    return [replace(mistake, line=0) for mistake in mistakes]
