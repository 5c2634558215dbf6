"""The form of a team project: its roles with their shares, and its milestones, a line each."""

import re
from collections.abc import Iterator

from rules.occasion import Occasion
from rules.programme.trust import TrustStep
from rules.reading import form_fields, forms
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Field, Form, Shape, Vocabulary
from rules.reading.form_pieces import lines_at
from rules.reading.forms import Filled, LineAt
from rules.reading.heard import pattern
from rules.reading.moments import moment_of, written_moment
from rules.reading.unreal import unreal
from rules.reading.visible import shortened
from rules.teams.project import Milestone, ProjectPlan, ProjectRole
from rules.works.challenge import SkillTrack

WHOLE, PLACES_MOST, NAME_MOST, WHAT_MOST = 100, 5, 16, 80
FORM: Form = (
    Field("title", Shape.LINE, required=True, least=2, most=40),
    Field("track", Shape.CHOICE, required=True, choices=tuple(SkillTrack)),
    Field("reward", Shape.NUMBER, required=True, least=0, most=10_000),
    Field("form_by", Shape.MOMENT, required=True),
    Field("deadline", Shape.MOMENT, required=True),
    Field("roles", Shape.LINES, required=True, least=2, most=8),
    Field("lead", Shape.LINE, required=True, most=NAME_MOST),
    Field("milestones", Shape.LINES, most=8),
    Field("trust", Shape.CHOICE, choices=tuple(TrustStep), default=TrustStep.BASE.value),
    Field("chat", Shape.LINK, most=300),
    Field("about", Shape.TEXT, required=True, least=4, most=900),
)
_APART = r"\s*(?:[|｜,，、/／]|\s)\s*"
_ROLE = re.compile(
    rf"(?P<name>.+?){_APART}(?P<places>\d{{1,4}})\s*(?:{pattern('project_form', 'people')})?{_APART}"
    rf"(?P<share>\d{{1,4}})\s*[%％]\s*(?:[|｜,，、:：]\s*)?(?P<what>\S.*)",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s*[|｜]\s*")
_APART_BY = " \t\u3000:：,，、;；-–—"
_MARKS = re.compile(f"[{re.escape(_APART_BY)}]")


def read(text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form as written, with what is wrong in each line, and with what does not fit together."""
    filled = forms.read(FORM, text, vocabulary, occasion, before)
    if filled.mistakes:
        return filled
    roles, milestones = (lines_at(FORM, filled.text, vocabulary, name) for name in ("roles", "milestones"))
    wrong = (*_wrong_roles(roles, filled, vocabulary), *_wrong_milestones(milestones, filled, vocabulary, occasion))
    if not wrong:
        wrong = tuple(_at_odds(filled, vocabulary))
    if wrong:
        return Filled(filled.text, wrong)
    found = {at.line: _milestone(at.written, occasion) for at in milestones}
    reached = tuple(_kept(_milestone(line, occasion)) for line in filled.lines("milestones"))
    dated = {line: _line_of(one, occasion) for line, one in found.items() if one}
    text = forms.rewritten(FORM, filled.text, vocabulary, dated)
    return Filled(text, (), {**filled.values, "milestones": reached})


def plan_of(filled: Filled) -> ProjectPlan:
    """The plan that a form without mistakes describes."""
    roles = tuple(role for line in filled.lines("roles") if (role := role_in(line)))
    lead = next(role.name for role in roles if _same(role.name, filled.words("lead")))
    return ProjectPlan(
        title=filled.words("title"),
        track=SkillTrack(filled.words("track")),
        reward=filled.number("reward"),
        form_by=filled.number("form_by"),
        deadline=filled.number("deadline"),
        roles=roles,
        lead=lead,
        about=filled.words("about"),
        milestones=tuple(_taken_up(line) for line in filled.lines("milestones")),
        trust=TrustStep(filled.words("trust")),
        chat=filled.words("chat"),
    )


def text_of(plan: ProjectPlan, vocabulary: Vocabulary) -> str:
    """The form filled in with what a project is, without what was that team's alone: its days, and where it talked."""
    roles = (f"{one.name} | {one.places} | {one.share}% | {one.what}" for one in plan.roles)
    written = {
        "title": plan.title,
        "track": form_fields.shown(vocabulary.choices["track"], plan.track),
        "reward": str(plan.reward),
        "roles": "\n".join(roles),
        "lead": plan.lead,
        "trust": form_fields.shown(vocabulary.choices["trust"], plan.trust),
        "about": plan.about,
    }
    return forms.plain_text(FORM, written, vocabulary)


def role_in(line: str) -> ProjectRole | None:
    """The role that a line describes: its name, places, share of the reward, and what it does."""
    found = _ROLE.fullmatch(line.strip())
    if found is None or len(found["name"]) > NAME_MOST or len(found["what"]) > WHAT_MOST:
        return None
    return ProjectRole(found["name"].strip(), int(found["places"]), int(found["share"]), found["what"].strip())


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _wrong_roles(lines: tuple[LineAt, ...], filled: Filled, vocabulary: Vocabulary) -> Iterator[Mistake]:
    """Each line that is no role, has too many places, or calls a role as another is called."""
    field, known = form_fields.shown(vocabulary.names, "roles"), list[str]()
    for at in lines:
        role = role_in(at.written)
        if role is None:
            yield Mistake(at.line, field, Flaw.ROLE, shortened(at.written, 40), (), NAME_MOST, WHAT_MOST)
        elif not 1 <= role.places <= PLACES_MOST:
            yield Mistake(at.line, role.name, Flaw.RANGE, str(role.places), (), 1, PLACES_MOST)
        elif not 1 <= role.share <= WHOLE:
            yield Mistake(at.line, role.name, Flaw.RANGE, f"{role.share}%", (), 1, WHOLE)
        elif any(_same(role.name, name) for name in known):
            yield Mistake(at.line, role.name, Flaw.TWICE)
        known += [role.name] if role else []


def _wrong_milestones(
    lines: tuple[LineAt, ...], filled: Filled, vocabulary: Vocabulary, occasion: Occasion
) -> Iterator[Mistake]:
    """Each line that says no moment with something to reach, or one out of the project's time."""
    field, deadline = form_fields.shown(vocabulary.names, "milestones"), form_fields.shown(vocabulary.names, "deadline")
    for at in lines:
        found = _milestone(at.written, occasion)
        if found is None:
            wrong = next((slip for when, _ in _parted(at.written) if (slip := unreal(when, occasion))), None)
            yield Mistake(at.line, field, Flaw.MILESTONE, shortened(at.written, 40), unreal=wrong)
        elif found.due <= occasion.now:
            yield Mistake(at.line, found.title, Flaw.PAST, shortened(at.written, 40))
        elif found.due > filled.number("deadline"):
            yield Mistake(at.line, found.title, Flaw.ORDER, allowed=(deadline,))


def _at_odds(filled: Filled, vocabulary: Vocabulary) -> Iterator[Mistake]:
    """Shares that are not the whole, a lead that is no single role, a team that forms after the deadline."""
    roles = [role for line in filled.lines("roles") if (role := role_in(line))]
    whole = sum(role.share for role in roles)
    names = {name: form_fields.shown(vocabulary.names, name) for name in ("roles", "lead", "form_by", "deadline")}
    if whole != WHOLE:
        yield Mistake(0, names["roles"], Flaw.SHARES, str(whole), (), WHOLE, WHOLE)
    lead = next((role for role in roles if _same(role.name, filled.words("lead"))), None)
    if lead is None:
        allowed = tuple(role.name for role in roles)
        yield Mistake(0, names["lead"], Flaw.CHOICE, filled.words("lead"), allowed)
    elif lead.places != 1:
        yield Mistake(0, lead.name, Flaw.LEAD, str(lead.places))
    if filled.number("form_by") >= filled.number("deadline"):
        yield Mistake(0, names["form_by"], Flaw.ORDER, allowed=(names["deadline"],))


def _milestone(line: str, occasion: Occasion) -> Milestone | None:
    """When, and what: apart by a bar or another mark, in either order; in Chinese the day may also be followed at once."""
    for when, what in _parted(line):
        due = moment_of(when, occasion) if 1 <= len(what) <= WHAT_MOST else None
        if due is not None:
            return Milestone(what, due)
    return None


def _parted(line: str) -> Iterator[tuple[str, str]]:
    """What may say when and what, the longest moments first; what a bar has parted is parted nowhere else."""
    line = line.strip()
    barred = _BAR.split(line)
    if len(barred) > 1:
        if len(barred) == 2:
            yield from ((barred[0], barred[1]), (barred[1], barred[0]))
        return
    cuts = [found.start() for found in _MARKS.finditer(line)]
    yield from ((line[:cut].rstrip(_APART_BY), line[cut:].strip(_APART_BY)) for cut in reversed(cuts))
    yield from ((line[cut:].strip(_APART_BY), line[:cut].rstrip(_APART_BY)) for cut in cuts)
    yield from ((line[:cut], line[cut:]) for cut in range(len(line) - 1, 1, -1) if not line[cut].isascii())


def _line_of(milestone: Milestone, occasion: Occasion) -> str:
    """As it is written with its date."""
    return f"{written_moment(milestone.due, occasion)} | {milestone.title}"


def _kept(milestone: Milestone | None) -> str:
    """As one line of the form's value, whose moment is known already."""
    assert milestone is not None, "a form without mistakes has milestones that can be read"
    return f"{milestone.due} {milestone.title}"


def _taken_up(line: str) -> Milestone:
    due, _, title = line.partition(" ")
    return Milestone(title, int(due))
