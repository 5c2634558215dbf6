"""The form of an event: filled in once, and filled in with what stands to be changed."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rules.occasion import Occasion
from rules.offers.event import EventKind, EventMode, EventPlan, Preferred
from rules.reading import amending, form_fields, forms
from rules.reading.amending import Amendment
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Field, Form, Shape, Value, Vocabulary
from rules.reading.forms import Filled
from rules.reading.moments import written_moment
from rules.reading.spans import Unit
from rules.values import names, replace

FORM: Form = (
    Field("title", Shape.LINE, required=True, least=2, most=40),
    Field("kind", Shape.CHOICE, required=True, choices=tuple(EventKind)),
    Field("mode", Shape.CHOICE, required=True, choices=tuple(EventMode)),
    Field("starts_at", Shape.MOMENT, required=True, exact=True),
    Field("minutes", Shape.NUMBER, least=15, most=2_880, default=120, unit=Unit.MINUTES),
    Field("seats", Shape.NUMBER, required=True, least=1, most=10_000),
    Field("reserved", Shape.NUMBER, least=0, most=10_000, default=0),
    Field("reserved_for", Shape.CHOICE, choices=tuple(Preferred), default=Preferred.FIRST.value),
    Field("opens_at", Shape.MOMENT, opens=True),
    Field("closes_at", Shape.MOMENT),
    Field("price", Shape.NUMBER, least=0, most=100_000, default=0, apiece=True),
    Field("place", Shape.LINE, least=2, most=300),
    Field("speaker", Shape.LINE, least=1, most=64),
    Field("about", Shape.TEXT, required=True, least=4, most=900),
)
CHOICES: dict[str, Callable[[Any], object]] = {"kind": EventKind, "mode": EventMode, "reserved_for": Preferred}
MOMENTS = ("starts_at", "opens_at", "closes_at")
# What an empty field means.
EMPTY: dict[str, object] = {
    "place": "",
    "speaker": "",
    **{part.name: part.default for part in FORM if part.default is not None},
}


def read(text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form as written, with what does not fit together."""
    filled = forms.read(FORM, text, vocabulary, occasion, before)
    if filled.mistakes:
        return filled
    wrong = tuple(_at_odds(plan_of(filled.values), vocabulary))
    return Filled(filled.text, wrong) if wrong else filled


def plan_of(values: Mapping[str, Value], before: EventPlan | None = None) -> EventPlan:
    """The plan that values without mistakes describe; laid over the one `before` if there is one."""
    plain = {name: EMPTY.get(name) if value is None else value for name, value in values.items()}
    chosen = {name: kind(plain[name]) for name, kind in CHOICES.items() if name in plain}
    laid: dict[str, Any] = {**plain, **chosen}
    return EventPlan(**laid) if before is None else replace(before, **laid)


def text_of(plan: EventPlan, vocabulary: Vocabulary, occasion: Occasion) -> str:
    """The form filled in with what the event is."""
    written = {part.name: str(getattr(plan, part.name) or "") for part in FORM}
    written |= {name: form_fields.shown(vocabulary.choices[name], getattr(plan, name)) for name in CHOICES}
    if not plan.reserved:
        del written["reserved_for"]
    moments = {name: getattr(plan, name) for name in MOMENTS}
    written |= {name: written_moment(at, occasion) if at else "" for name, at in moments.items()}
    return forms.plain_text(FORM, written, vocabulary)


def amend(
    written: str, before: str, opened: str, plan: EventPlan, vocabulary: Vocabulary, occasion: Occasion
) -> Amendment:
    """What a form changes of the plan as it stands now."""
    now = text_of(plan, vocabulary, occasion)
    found = amending.amend(FORM, written, before, opened, now, vocabulary, occasion)
    if found.mistakes or not found.values:
        return found
    wrong = tuple(_at_odds(plan_of(found.values, plan), vocabulary))
    return Amendment(found.text, wrong) if wrong else found


def changed(before: EventPlan, after: EventPlan) -> tuple[str, ...]:
    """The fields in which they differ."""
    return tuple(one for one in names(EventPlan) if getattr(before, one) != getattr(after, one))


def _at_odds(plan: EventPlan, vocabulary: Vocabulary) -> Iterator[Mistake]:
    """What does not fit together: more seats reserved than there are, moments in another order than they must have."""
    closes = plan.starts_at if plan.closes_at is None else plan.closes_at
    reserved = form_fields.shown(vocabulary.names, "reserved")
    if plan.reserved > plan.seats:
        yield Mistake(0, reserved, Flaw.RANGE, str(plan.reserved), (), 0, plan.seats)
    orders = ((closes, plan.starts_at, "closes_at", "starts_at"), (plan.opens_at or 0, closes, "opens_at", "closes_at"))
    for earlier, later, name, other in orders:
        if earlier > later:
            named = (form_fields.shown(vocabulary.names, other),)
            yield Mistake(0, form_fields.shown(vocabulary.names, name), Flaw.ORDER, allowed=named)
