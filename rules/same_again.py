"""What was made once and is to be made again: its form filled in as it was, with every moment left open."""

from msgspec import Struct

from rules.reading import form_fields, forms
from rules.reading.form_fields import Form, Shape, Vocabulary


class SameAgain(Struct, frozen=True):
    """The form's `text`; what still has to be said stands in it without a value, and `opened` names it.

    `dated` are things to reach that went with days of their own; they are named, and not taken over.
    """

    text: str
    opened: tuple[str, ...]
    dated: tuple[str, ...] = ()


def same_again(form: Form, text: str, vocabulary: Vocabulary, dated: tuple[str, ...] = ()) -> SameAgain:
    """Out of the form as it was filled in: what has to have a moment has none yet, and none is missed elsewhere."""
    moments = {part.name: part for part in form if part.shape is Shape.MOMENT}
    written = forms.written_in(form, text, vocabulary)
    plain = {name: words for name, words in written.items() if name not in moments}
    opened = tuple(
        form_fields.shown(vocabulary.names, name)
        for name, part in moments.items()
        if part.required or written.get(name, "").strip()
    )
    blank = "\n".join(f"{name}:" if name.isascii() else f"{name}：" for name in opened)
    filled = forms.plain_text(form, plain, vocabulary)
    return SameAgain(f"{blank}\n{filled}" if blank else filled, opened, dated)
