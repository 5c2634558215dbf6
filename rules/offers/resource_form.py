"""The form of a resource: filled in once, and filled in with what stands to be changed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rules.occasion import Occasion
from rules.offers.resource import ResourceKind, ResourcePlan
from rules.programme.levels import Level
from rules.programme.programme import Programme
from rules.programme.track_titles import TrackTitle
from rules.programme.trust import TrustStep
from rules.programme.wording import each_of, spoken
from rules.reading import amending, form_fields, forms
from rules.reading.amending import Amendment, KindStays
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Field, Form, Shape, Value, Vocabulary
from rules.reading.forms import Filled
from rules.reading.moments import written_moment
from rules.reading.spans import Unit
from rules.values import names, replace
from rules.works.challenge import SkillTrack

DAYS = 14
EMPTY: dict[str, object] = {"level": "", "rank": "", "place": "", "trust": TrustStep.BASE}


def form_of(programme: Programme) -> Form:
    """The fields; levels and titles are the brand's."""
    levels, ranks = programme.levels, programme.track_titles.titles
    rank = (Field("rank", Shape.CHOICE, choices=tuple(one.key for one in ranks)),) if ranks else ()
    return (
        Field("title", Shape.LINE, required=True, least=2, most=40),
        Field("kind", Shape.CHOICE, required=True, choices=tuple(ResourceKind)),
        Field("pieces", Shape.NUMBER, least=1, most=10_000),
        Field("days", Shape.NUMBER, least=1, most=365, unit=Unit.DAYS),
        Field("level", Shape.CHOICE, choices=tuple(level.key for level in levels)),
        Field("trust", Shape.CHOICE, choices=tuple(TrustStep)),
        Field("track", Shape.CHOICE, choices=tuple(SkillTrack)),
        *rank,
        Field("until", Shape.MOMENT),
        Field("place", Shape.LINE, least=2, most=300),
        Field("about", Shape.TEXT, required=True, least=4, most=600),
    )


def with_titles(vocabulary: Vocabulary, occasion: Occasion, locale: str = "") -> Vocabulary:
    """The vocabulary with the brand's own titles of levels and tracks: shown in that locale or the brand's, understood in all."""
    programme = occasion.programme
    shown = locale or programme.brand.locale
    titled: dict[str, Iterable[Level | TrackTitle]] = {"level": programme.levels, "rank": programme.track_titles.titles}
    own = {
        name: {one.key: (spoken(one.title, shown), *each_of(one.title), one.key) for one in titles}
        for name, titles in titled.items()
    }
    return Vocabulary(vocabulary.names, {**vocabulary.choices, **own})


def read(text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form as written, with what its kind needs."""
    words = with_titles(vocabulary, occasion)
    filled = forms.read(form_of(occasion.programme), text, words, occasion, before)
    if filled.mistakes:
        return filled
    lacking = tuple(_lacking(plan_of(filled.values), words))
    return Filled(filled.text, lacking) if lacking else filled


def plan_of(values: Mapping[str, Value], before: ResourcePlan | None = None) -> ResourcePlan:
    """The plan that values without mistakes describe; laid over the one `before` if there is one."""
    laid: dict[str, Any] = {name: EMPTY.get(name) if value is None else value for name, value in values.items()}
    choices: tuple[tuple[str, Any], ...] = (("kind", ResourceKind), ("trust", TrustStep), ("track", SkillTrack))
    laid |= {name: choice(laid[name]) for name, choice in choices if laid.get(name)}
    plan = ResourcePlan(**laid) if before is None else replace(before, **laid)
    days = (plan.days or DAYS) if plan.kind is ResourceKind.LEND else None
    return replace(plan, days=days)


def text_of(plan: ResourcePlan, vocabulary: Vocabulary, occasion: Occasion) -> str:
    """The form filled in with what the resource is; the vocabulary knows the levels."""
    form = form_of(occasion.programme)
    written = {part.name: str(getattr(plan, part.name) or "") for part in form}
    for name in {"kind", "level", "trust", "track", "rank"} & written.keys():
        written[name] = form_fields.shown(vocabulary.choices[name], written[name])
    written["until"] = written_moment(plan.until, occasion) if plan.until else ""
    return forms.plain_text(form, written, vocabulary)


def amend(
    written: str, before: str, opened: str, plan: ResourcePlan, vocabulary: Vocabulary, occasion: Occasion
) -> Amendment:
    """What a form changes of the plan as it stands now; the vocabulary knows the levels. Raises KindStays."""
    form, now = form_of(occasion.programme), text_of(plan, vocabulary, occasion)
    found = amending.amend(form, written, before, opened, now, vocabulary, occasion)
    if found.mistakes or not found.values:
        return found
    after = plan_of(found.values, plan)
    if after.kind is not plan.kind:
        raise KindStays
    lacking = tuple(_lacking(after, vocabulary))
    return Amendment(found.text, lacking) if lacking else found


def changed(before: ResourcePlan, after: ResourcePlan) -> tuple[str, ...]:
    """The fields in which they differ."""
    return tuple(one for one in names(ResourcePlan) if getattr(before, one) != getattr(after, one))


def _lacking(plan: ResourcePlan, vocabulary: Vocabulary) -> Iterator[Mistake]:
    """Things are counted; material is nothing without its address."""
    link = plan.kind is ResourceKind.LINK
    needed = {"pieces": plan.pieces is None and not link, "place": link and not plan.place}
    for name, missing in needed.items():
        if missing:
            yield Mistake(0, form_fields.shown(vocabulary.names, name), Flaw.MISSING)
