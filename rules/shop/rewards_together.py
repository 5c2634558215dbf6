"""Several rewards in one message: each begins with its title, and what it leaves out is as in the one before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from msgspec import Struct

from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.reading import forms
from rules.reading.flaws import Mistake
from rules.reading.form_fields import Vocabulary
from rules.reading.form_pieces import apart
from rules.reading.forms import Filled
from rules.refusals import Refusal
from rules.shop import reward_form

# More of them would not fit into one preview with everything that is said about them.
MOST_TOGETHER = 6
AS_BEFORE = ("layer", "kind", "each", "level", "opens", "closes", "low")


class Flawed(Struct, frozen=True):
    """The reward of that place in the message, what it is called, and what is wrong with it."""

    place: int
    title: str
    mistakes: tuple[Mistake, ...]


@dataclass(eq=False)
class TooManyTogether(Refusal):
    """One message puts at most `most` rewards on the shelf."""

    most: int


def pieces(text: str, vocabulary: Vocabulary, programme: Programme) -> tuple[str, ...]:
    """The rewards of a message, each as it was written; a message that is one form has one."""
    return apart(reward_form.form_of(programme), text, vocabulary, "title")


def read(text: str, vocabulary: Vocabulary, occasion: Occasion) -> tuple[Filled, ...]:
    """Each of the rewards as a whole form. Raises TooManyTogether."""
    written = pieces(text, vocabulary, occasion.programme)
    if len(written) > MOST_TOGETHER:
        raise TooManyTogether(MOST_TOGETHER)
    return tuple(reward_form.read(one, vocabulary, occasion) for one in _whole(written, vocabulary, occasion))


def flawed(read_: tuple[Filled, ...], vocabulary: Vocabulary, programme: Programme) -> tuple[Flawed, ...]:
    """Those that can't go on the shelf as they are, with what is wrong."""
    form = reward_form.form_of(programme)
    titles = [forms.written_in(form, one.text, vocabulary).get("title", "") for one in read_]
    pairs = enumerate(zip(titles, read_, strict=True), 1)
    return tuple(Flawed(place, title.strip(), one.mistakes) for place, (title, one) in pairs if one.mistakes)


def corrected(before: str, text: str, vocabulary: Vocabulary, programme: Programme) -> str | None:
    """The message after `text`: lines below a title that stands in it correct that reward, several titles are a new one.

    None where nobody could tell which of them is meant.
    """
    form = reward_form.form_of(programme)
    ours = [forms.written_in(form, one, vocabulary) for one in pieces(before, vocabulary, programme)]
    theirs = [forms.written_in(form, one, vocabulary) for one in pieces(text, vocabulary, programme)]
    by_title = {_title(one): one for one in reversed(ours)}
    if not all(_title(one) in by_title for one in theirs):
        return text if len(theirs) > 1 else None
    for one in theirs:
        by_title[_title(one)].update(one)
    return "\n".join(forms.plain_text(form, one, vocabulary) for one in ours)


def _title(written: Mapping[str, str]) -> str:
    return written.get("title", "").strip()


def _whole(written: tuple[str, ...], vocabulary: Vocabulary, occasion: Occasion) -> Iterator[str]:
    """Each with the lines that it leaves out and the one before has."""
    form, before = reward_form.form_of(occasion.programme), dict[str, str]()
    for one in written:
        own = forms.written_in(form, one, vocabulary)
        taken = {name: before[name] for name in AS_BEFORE if name in before and name not in own}
        yield f"{one.strip()}\n{forms.plain_text(form, taken, vocabulary)}".strip()
        before = {**taken, **own}
