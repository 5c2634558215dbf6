"""A form's text in parts: one message that is several forms of the same kind, and the lines of a list in a form."""

from rules.reading.form_fields import Form, Vocabulary
from rules.reading.form_headings import tidied
from rules.reading.forms import LineAt, lined
from rules.reading.lists import lines_of


def apart(form: Form, text: str, vocabulary: Vocabulary, name: str) -> tuple[str, ...]:
    """The text in pieces, each from a line on that names the field `name`; what stands before the first goes with it."""
    parts = {part.name: part for part in form}
    pieces: list[list[str]] = [[]]
    named = False
    for _, line, field_name, _ in lined(parts, tidied(form, text, vocabulary), vocabulary):
        if field_name == name and named:
            pieces.append([])
        named = named or field_name == name
        pieces[-1].append(line)
    return tuple("\n".join(piece) for piece in pieces)


def lines_at(form: Form, text: str, vocabulary: Vocabulary, name: str) -> tuple[LineAt, ...]:
    """The lines of a list field, each with where it stands in the form's text."""
    parts = {part.name: part for part in form}
    current: str | None = None
    found: list[tuple[int, str]] = []
    for number, line, field_name, value in lined(parts, tidied(form, text, vocabulary), vocabulary):
        current = field_name or current
        written = value if field_name else line
        if current == name and written.strip():
            found.append((number, written))
    listed = lines_of("\n".join(written for _, written in found))
    return tuple(LineAt(number, written) for (number, _), written in zip(found, listed, strict=False))
