"""The form of a challenge that stands already: filled in, and what comes back changes it."""

from collections.abc import Callable
from typing import Any

from rules.occasion import Occasion
from rules.programme.trust import TrustStep
from rules.reading import amending, form_fields, forms
from rules.reading.amending import Amendment, KindStays
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Vocabulary
from rules.reading.moments import written_moment
from rules.values import names, replace
from rules.works.challenge import FORM, OPENED_BY, UNUSED, Brief, ChallengeKind, SkillTrack, WorkKind, lacking
from rules.works.media_kit import KitCheck

LISTS = ("steps", "dos", "donts", "examples")
CHOICES: dict[str, Callable[[Any], object]] = {
    "kind": ChallengeKind,
    "track": SkillTrack,
    "work": WorkKind,
    "trust": TrustStep,
}


def text_of(brief: Brief, vocabulary: Vocabulary, occasion: Occasion) -> str:
    """The form filled in with what the challenge asks for."""
    written = {
        "title": brief.title,
        "points": str(brief.points),
        "deadline": written_moment(brief.deadline, occasion),
        "places": str(brief.places or ""),
        "each": str(brief.each),
        "about": brief.about,
    }
    written |= {name: form_fields.shown(vocabulary.choices[name], getattr(brief, name)) for name in CHOICES}
    written |= {"tag": brief.tag and f"#{brief.tag}", "wording": brief.wording}
    written |= {"check": form_fields.shown(vocabulary.choices["check"], brief.check) if brief.check else ""}
    written |= {name: "\n".join(getattr(brief, name)) for name in LISTS if name not in UNUSED[brief.kind]}
    return forms.plain_text(FORM, written, vocabulary)


def amend(
    written: str, before: str, opened: str, brief: Brief, vocabulary: Vocabulary, occasion: Occasion
) -> Amendment:
    """What a form changes of the brief as it stands now. Raises KindStays."""
    now = text_of(brief, vocabulary, occasion)
    found = amending.amend(FORM, written, before, opened, now, vocabulary, occasion)
    if found.touches("kind") and found.values["kind"] != brief.kind:
        raise KindStays
    emptied = () if found.mistakes else lacking(amended(brief, found))
    if emptied:
        mistakes = tuple(Mistake(0, form_fields.shown(vocabulary.names, name), Flaw.MISSING) for name in emptied)
        return Amendment(found.text, mistakes)
    return found


def amended(brief: Brief, amendment: Amendment) -> Brief:
    """The brief with what the form changes."""
    emptied: dict[str, object] = {
        **dict.fromkeys(("about", "tag", "wording"), ""),
        **dict.fromkeys(LISTS, ()),
        "trust": OPENED_BY[brief.kind],
    }
    values = {name: value for name, value in amendment.values.items() if name not in UNUSED[brief.kind]}
    plain = {name: emptied[name] if value is None and name in emptied else value for name, value in values.items()}
    chosen = {name: kind(plain[name]) for name, kind in CHOICES.items() if name in plain}
    if plain.get("check"):
        chosen["check"] = KitCheck(str(plain["check"]))
    return replace(brief, **{**plain, **chosen})  # type: ignore[arg-type]  # values that the form has checked


def changed(before: Brief, after: Brief) -> tuple[str, ...]:
    """The fields in which they differ."""
    return tuple(one for one in names(Brief) if getattr(before, one) != getattr(after, one))
