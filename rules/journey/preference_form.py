"""The forms of a preference vote: of the whole with its first round, and of a further round alone."""

from collections.abc import Iterator
from itertools import groupby

from rules.journey.preference import (
    CRITERIA_MOST,
    DAYS_MOST,
    DESIGNS_LEAST,
    DESIGNS_MOST,
    PreferencePlan,
    RoundPlan,
    Secrecy,
    Voters,
)
from rules.occasion import DAY_S, Occasion
from rules.reading import form_fields, forms
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Field, Form, Shape, Vocabulary
from rules.reading.form_pieces import lines_at
from rules.reading.forms import Filled

NAME_MOST, CRITERION_MOST = 20, 8
ROUND: Form = (
    Field("designs", Shape.LINES, required=True, least=DESIGNS_LEAST, most=DESIGNS_MOST),
    Field("closes", Shape.MOMENT, required=True),
    Field("quorum", Shape.NUMBER, least=1, most=10_000),
)
FORM: Form = (
    Field("title", Shape.LINE, required=True, least=2, most=40),
    Field("about", Shape.TEXT, required=True, least=4, most=400),
    Field("criteria", Shape.LINES, least=1, most=CRITERIA_MOST),
    Field("voters", Shape.CHOICE, choices=tuple(Voters), default=Voters.COUNCIL.value),
    Field("secrecy", Shape.CHOICE, choices=tuple(Secrecy), default=Secrecy.NAMED.value),
    *ROUND,
)


def read(form: Form, text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form as written, with what is wrong in it; every design and every criterion has a name of its own."""
    filled = forms.read(form, text, vocabulary, occasion, before)
    if filled.mistakes:
        return filled
    wrong = [
        *_wrong_names(form, filled, vocabulary, "designs", NAME_MOST),
        *(_wrong_names(form, filled, vocabulary, "criteria", CRITERION_MOST) if form is FORM else ()),
        *_too_late(filled, vocabulary, occasion),
    ]
    return Filled(filled.text, tuple(wrong)) if wrong else filled


def plan_of(filled: Filled) -> PreferencePlan:
    """What a form without mistakes asks."""
    return PreferencePlan(
        title=filled.words("title"),
        about=filled.words("about"),
        criteria=filled.lines("criteria") or ("",),
        voters=Voters(filled.words("voters")),
        secrecy=Secrecy(filled.words("secrecy")),
    )


def round_of(filled: Filled) -> RoundPlan:
    """The round that a form without mistakes describes."""
    return RoundPlan(filled.lines("designs"), filled.number("closes"), filled.number_or_none("quorum"))


def round_text(designs: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """The form of a further round with these designs, to be completed."""
    known = forms.plain_text(ROUND, {"designs": "\n".join(designs)}, vocabulary)
    return f"{known}\n{form_fields.shown(vocabulary.names, 'closes')}:"


def _wrong_names(form: Form, filled: Filled, vocabulary: Vocabulary, field: str, most: int) -> Iterator[Mistake]:
    lines = lines_at(form, filled.text, vocabulary, field)
    shown = form_fields.shown(vocabulary.names, field)
    for at in lines:
        if len(at.written) > most:
            yield Mistake(at.line, shown, Flaw.LENGTH, str(len(at.written)), (), 1, most)
    alike = sorted(lines, key=lambda at: at.written.casefold())
    for _, same in groupby(alike, key=lambda at: at.written.casefold()):
        yield from (Mistake(at.line, at.written, Flaw.TWICE) for at in list(same)[1:])


def _too_late(filled: Filled, vocabulary: Vocabulary, occasion: Occasion) -> Iterator[Mistake]:
    """A vote that is open keeps the seats of the council as they are: not for longer than a month."""
    if filled.number("closes") > occasion.now + DAYS_MOST * DAY_S:
        yield Mistake(0, form_fields.shown(vocabulary.names, "closes"), Flaw.LATE, str(DAYS_MOST))
