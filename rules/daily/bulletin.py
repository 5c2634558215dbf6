"""Product notes: what the brand says of its product, until when, and whom it concerns first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from rules.daily.similarity import essence
from rules.ends import over_at
from rules.occasion import Occasion
from rules.reading import amending, form_fields, forms
from rules.reading.amending import Amendment
from rules.reading.form_fields import Field, Form, Shape, Vocabulary
from rules.reading.forms import Filled
from rules.reading.moments import written_moment
from rules.refusals import Refusal
from rules.values import replace

TITLE_MOST, TEXT_MOST, LINK_MOST, VERSION_MOST, THEME_MOST = 60, 600, 300, 20, 60
FORM: Form = (
    Field("title", Shape.LINE, required=True, least=4, most=TITLE_MOST),
    Field("text", Shape.TEXT, required=True, least=10, most=TEXT_MOST),
    Field("link", Shape.LINK, most=LINK_MOST),
    Field("until", Shape.MOMENT, required=True),
    Field("version", Shape.LINE, most=VERSION_MOST),
    Field("theme", Shape.LINE, least=2, most=THEME_MOST),
)
KEYWORDS_MOST = 6
# Of a longer keyword so much has to stand in a text that speaks of it; of a short one all.
SHORT_GRAMS, SHARE_PERCENT = 3, 50
_APART = re.compile(r"[\s,，、;；/|]+")


class BulletinWording(Struct, frozen=True):
    """What a product note says: the product's `version` it is about, and the `theme` it concerns, each empty for none.

    `until` is when it ends to be valid (UTC seconds).
    """

    title: str
    text: str
    link: str
    until: int
    version: str
    theme: str


class Bulletin(Struct, frozen=True):
    """A product note as it stands, in its `revision`-th wording; everybody finds it from `open_at` on (UTC seconds)."""

    id: int
    wording: BulletinWording
    revision: int
    at: int
    open_at: int
    withdrawn_at: int | None = None

    def stands(self, now: int) -> bool:
        """Whether it is neither withdrawn nor out of date."""
        return self.withdrawn_at is None and over_at(self.wording.until) > now


@dataclass(eq=False)
class BulletinNumberNeeded(Refusal):
    """`command` takes the number of a product note."""

    command: str


@dataclass(eq=False)
class NoSuchBulletin(Refusal):
    """There is no product note of that number, or it was withdrawn."""

    number: int


def wording_of(filled: Filled) -> BulletinWording:
    """What a form without mistakes says."""
    until = filled.number_or_none("until")
    assert until is not None
    words = {name: filled.words(name) for name in ("title", "text", "link", "version", "theme")}
    return BulletinWording(until=until, **words)


def text_of(wording: BulletinWording, vocabulary: Vocabulary, occasion: Occasion) -> str:
    """The form filled in with what the note says, to be changed."""
    written = {name: getattr(wording, name) for name in ("title", "text", "link", "version", "theme")}
    written["until"] = written_moment(wording.until, occasion)
    return forms.plain_text(FORM, written, vocabulary)


def amend(
    written: str, before: str, opened: str, wording: BulletinWording, vocabulary: Vocabulary, occasion: Occasion
) -> Amendment:
    """What a form changes of the note as it stands now."""
    return amending.amend(FORM, written, before, opened, text_of(wording, vocabulary, occasion), vocabulary, occasion)


def amended(wording: BulletinWording, values: Mapping[str, form_fields.Value]) -> BulletinWording:
    """The wording with what the form changes."""
    changes = {name: "" if value is None else value for name, value in values.items()}
    return replace(wording, **changes)  # type: ignore[arg-type]  # values that the form has checked


def keywords(wording: BulletinWording) -> tuple[frozenset[str], ...]:
    """By what answers on its theme are known: each keyword that staff wrote, or else its title, as pairs of characters."""
    named = wording.theme or wording.title
    words = [named] if not wording.theme else [word for word in _APART.split(named) if word]
    return tuple(essence(word) for word in words[:KEYWORDS_MOST])


def least_of(keyword: frozenset[str]) -> int:
    """How much of a keyword a text on the theme has to hold."""
    return len(keyword) if len(keyword) <= SHORT_GRAMS else -(-len(keyword) * SHARE_PERCENT // 100)
