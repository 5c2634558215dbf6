"""The form that staff fill in for a reward."""

from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.programme.wording import each_of, spoken
from rules.reading import amending, form_fields, forms
from rules.reading.amending import Amendment, KindStays
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Field, Form, Shape, Vocabulary
from rules.reading.forms import Filled
from rules.reading.moments import written_moment
from rules.shop.reward import Reward, RewardKind, Terms
from rules.values import replace

MOST_POINTS = 1_000_000
MOST_PIECES = 100_000
# What each field of the form is called among a reward's terms; its kind stays, its stock is counted.
TERMS = {name: name for name in ("title", "layer", "price", "level", "cost", "about")} | {
    "each": "per_member",
    "opens": "opens_at",
    "closes": "closes_at",
    "low": "low_stock",
}


def form_of(programme: Programme) -> Form:
    """The fields; layers and levels are the brand's."""
    return (
        Field("title", Shape.LINE, required=True, least=2, most=40),
        Field("layer", Shape.CHOICE, required=True, choices=tuple(layer.key for layer in programme.shop.layers)),
        Field("kind", Shape.CHOICE, required=True, choices=tuple(RewardKind)),
        Field("price", Shape.NUMBER, required=True, least=1, most=MOST_POINTS, apiece=True),
        Field("stock", Shape.NUMBER, least=0, most=MOST_PIECES),
        Field("low", Shape.NUMBER, least=0, most=MOST_PIECES),
        Field("each", Shape.NUMBER, least=0, most=1000, default=1, apiece=True),
        Field("level", Shape.CHOICE, choices=tuple(level.key for level in programme.levels)),
        Field("opens", Shape.MOMENT, opens=True),
        Field("closes", Shape.MOMENT),
        Field("cost", Shape.MONEY, choices=(programme.shop.currency,)),
        Field("about", Shape.TEXT, least=2, most=500),
    )


def with_titles(vocabulary: Vocabulary, programme: Programme, locale: str) -> Vocabulary:
    """The vocabulary with the brand's own titles of layers and levels: shown in that locale, understood in all."""
    layers = {one.key: (spoken(one.title, locale), *each_of(one.title), one.key) for one in programme.shop.layers}
    levels = {one.key: (spoken(one.title, locale), *each_of(one.title), one.key) for one in programme.levels}
    return Vocabulary(vocabulary.names, {**vocabulary.choices, "layer": layers, "level": levels})


def read(text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form that `text` is; everything but codes needs to say how many there are."""
    filled = forms.read(form_of(occasion.programme), text, vocabulary, occasion, before)
    if filled.mistakes or filled.words("kind") == RewardKind.CODE or filled.values["stock"] is not None:
        return filled
    return Filled(filled.text, (Mistake(0, form_fields.shown(vocabulary.names, "stock"), Flaw.MISSING),))


def terms_of(filled: Filled, picture: str | None) -> Terms:
    """The terms that a form without mistakes describes."""
    return Terms(
        title=filled.words("title"),
        layer=filled.words("layer"),
        kind=RewardKind(filled.words("kind")),
        price=filled.number("price"),
        about=filled.words("about"),
        per_member=filled.number("each"),
        level=filled.words("level"),
        opens_at=filled.number_or_none("opens"),
        closes_at=filled.number_or_none("closes"),
        picture=picture,
        cost=filled.money("cost"),
        low_stock=filled.number_or_none("low"),
    )


def text_of(reward: Reward, vocabulary: Vocabulary, occasion: Occasion) -> str:
    """The form filled in with the reward as it stands, to be changed."""
    terms = reward.terms

    written = {
        "title": terms.title,
        "layer": form_fields.shown(vocabulary.choices["layer"], terms.layer),
        "kind": form_fields.shown(vocabulary.choices["kind"], terms.kind),
        "price": str(terms.price),
        "stock": "" if terms.kind is RewardKind.CODE else str(reward.stock),
        "low": "" if terms.low_stock is None else str(terms.low_stock),
        "each": str(terms.per_member),
        "level": form_fields.shown(vocabulary.choices["level"], terms.level),
        "opens": written_moment(terms.opens_at, occasion),
        "closes": written_moment(terms.closes_at, occasion),
        "cost": str(terms.cost or ""),
        "about": terms.about,
    }
    return forms.plain_text(form_of(occasion.programme), written, vocabulary)


def amend(
    written: str, before: str, opened: str, reward: Reward, vocabulary: Vocabulary, occasion: Occasion
) -> Amendment:
    """What a form changes of the reward as it stands now. Raises KindStays."""
    form, now = form_of(occasion.programme), text_of(reward, vocabulary, occasion)
    found = amending.amend(form, written, before, opened, now, vocabulary, occasion)
    if found.touches("kind") and found.values["kind"] != reward.terms.kind:
        raise KindStays
    if reward.terms.kind is not RewardKind.CODE and found.touches("stock") and found.values["stock"] is None:
        return Amendment(found.text, (Mistake(0, form_fields.shown(vocabulary.names, "stock"), Flaw.MISSING),))
    return found


def amended(terms: Terms, amendment: Amendment) -> Terms:
    """The terms with what the form changes."""
    changes = {TERMS[name]: value for name, value in amendment.values.items() if name in TERMS}
    changes |= {name: amendment.filled.words(name) for name in ("level", "about") if amendment.touches(name)}
    return replace(terms, **changes)  # type: ignore[arg-type]  # values that the form has checked
