"""Changing by form what stands already: lines nobody touched change nothing, touched ones apply to what stands now."""

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct, field

from rules.occasion import Occasion
from rules.reading import form_fields, forms
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Form, Value, Vocabulary
from rules.reading.forms import Filled
from rules.refusals import Refusal


class Overtaken(Struct, frozen=True):
    """A touched line that changed while the form was open: its name, what it was, what it is, what it shall be."""

    name: str
    was: str
    now: str
    wanted: str


class Amendment(Struct, frozen=True):
    """What a form changes: the values of the lines that were touched, by field.

    `text` is the form as it stands now with those lines in it, or with mistakes as it was written.
    """

    text: str
    mistakes: tuple[Mistake, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    overtaken: tuple[Overtaken, ...] = ()

    @property
    def filled(self) -> Filled:
        """The touched lines as a form of their own."""
        return Filled(self.text, self.mistakes, self.values)

    def touches(self, name: str) -> bool:
        """Whether that field was touched."""
        return name in self.values


@dataclass(eq=False)
class NothingTouched(Refusal):
    """The form came back as it was: there is nothing to change."""


@dataclass(eq=False)
class KindStays(Refusal):
    """What was made as one kind does not become another."""


def amend(
    form: Form, written: str, before: str, opened: str, now: str, vocabulary: Vocabulary, occasion: Occasion
) -> Amendment:
    """What `written` changes, after an attempt `before`, in a form that read `opened` then and reads `now` today."""
    filled = forms.read(form, written, vocabulary, occasion, before)
    wrote = forms.written_in(form, filled.text, vocabulary)
    was, stands = (forms.written_in(form, text, vocabulary) for text in (opened, now))
    touched = tuple(part for part in form if _differ(wrote, was, part.name))
    left_alone = {form_fields.shown(vocabulary.names, part.name) for part in form if part not in touched}
    mistakes = tuple(one for one in filled.mistakes if one.flaw is Flaw.TWICE or one.name not in left_alone)
    if mistakes:
        return Amendment(filled.text, mistakes)
    mine = {part.name: wrote.get(part.name, "") for part in touched}
    values = forms.read(touched, forms.plain_text(touched, mine, vocabulary), vocabulary, occasion).values
    overtaken = tuple(
        Overtaken(form_fields.shown(vocabulary.names, name), was.get(name, ""), stands.get(name, ""), wanted)
        for name, wanted in mine.items()
        if _differ(was, stands, name) and _differ(wrote, stands, name)
    )
    return Amendment(forms.plain_text(form, {**stands, **mine}, vocabulary), (), values, overtaken)


def _differ(one: Mapping[str, str], other: Mapping[str, str], name: str) -> bool:
    return _plain(one.get(name, "")) != _plain(other.get(name, ""))


def _plain(written: str) -> list[str]:
    return [line.strip() for line in written.strip().splitlines()]
