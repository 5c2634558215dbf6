"""One message that is several forms of the same kind."""

from rules.forms import Form, Vocabulary, lined


def apart(form: Form, text: str, vocabulary: Vocabulary, name: str) -> tuple[str, ...]:
    """The text in pieces, each from a line on that names the field `name`; what stands before the first goes with it."""
    parts = {part.name: part for part in form}
    pieces: list[list[str]] = [[]]
    named = False
    for _, line, field_name, _ in lined(parts, text, vocabulary):
        if field_name == name and named:
            pieces.append([])
        named = named or field_name == name
        pieces[-1].append(line)
    return tuple("\n".join(piece) for piece in pieces)
