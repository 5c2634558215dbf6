"""The form of a team project that is published: what may still be changed, and what a form changes of it."""

from collections.abc import Mapping
from typing import Any

from rules.occasion import Occasion
from rules.programme.trust import TrustStep
from rules.reading import amending, form_fields, forms
from rules.reading.amending import Amendment
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Value, Vocabulary
from rules.reading.moments import written_moment
from rules.teams.project import Project, ProjectPlan, ProjectState, ProjectStays
from rules.teams.project_form import FORM
from rules.values import names, replace
from rules.works.challenge import SkillTrack

STAYS = frozenset({"roles", "lead", "milestones"})


def text_of(project: Project, vocabulary: Vocabulary, occasion: Occasion) -> str:
    """The form filled in with what may be changed of it."""
    plan = project.plan
    written = {
        "title": plan.title,
        "track": form_fields.shown(vocabulary.choices["track"], plan.track),
        "reward": str(plan.reward),
        "form_by": written_moment(plan.form_by, occasion) if _forming(project) else "",
        "deadline": written_moment(plan.deadline, occasion),
        "trust": form_fields.shown(vocabulary.choices["trust"], plan.trust),
        "chat": plan.chat,
        "about": plan.about,
    }
    return forms.plain_text(FORM, written, vocabulary)


def amend(
    project: Project, written: str, before: str, opened: str, vocabulary: Vocabulary, occasion: Occasion
) -> Amendment:
    """What a form changes of the project as it stands now. Raises ProjectStays."""
    now = text_of(project, vocabulary, occasion)
    found = amending.amend(FORM, written, before, opened, now, vocabulary, occasion)
    stays = STAYS if _forming(project) else STAYS | {"form_by"}
    touched = {*found.values, *_wrong(found, vocabulary)}
    if touched & stays:
        raise ProjectStays(begun=not _forming(project))
    if found.mistakes or not found.values:
        return found
    plan = plan_of(found.values, project.plan)
    if _forming(project) and plan.form_by >= plan.deadline:
        name, other = (form_fields.shown(vocabulary.names, which) for which in ("form_by", "deadline"))
        return Amendment(found.text, (Mistake(0, name, Flaw.ORDER, allowed=(other,)),))
    return found


def plan_of(values: Mapping[str, Value], before: ProjectPlan) -> ProjectPlan:
    """The plan with those values laid over it."""
    laid: dict[str, Any] = {name: ("" if value is None else value) for name, value in values.items()}
    kinds: tuple[tuple[str, Any], ...] = (("track", SkillTrack), ("trust", TrustStep))
    laid |= {name: kind(laid[name]) for name, kind in kinds if name in laid}
    return replace(before, **laid)


def changed(before: ProjectPlan, after: ProjectPlan) -> tuple[str, ...]:
    """The fields in which they differ."""
    return tuple(one for one in names(ProjectPlan) if getattr(before, one) != getattr(after, one))


def _forming(project: Project) -> bool:
    return project.state is ProjectState.FORMING


def _wrong(found: Amendment, vocabulary: Vocabulary) -> set[str]:
    """The fields in which there is a mistake."""
    named = {form_fields.shown(vocabulary.names, part.name): part.name for part in FORM}
    return {named[mistake.name] for mistake in found.mistakes if mistake.name in named}
