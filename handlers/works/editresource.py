"""Changing a published resource by form (`/editresource 3`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions import draft
from actions.works import editresource as actions
from actions.works import resource
from actions.works.editresource import ResourceEdited
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Link, Note, Reply, Tell
from handlers.persons import with_ids
from handlers.routes import MODERATORS, Command, Press, Prompted, Shelf, Where
from handlers.works.resource_told import announced_anew, shown
from messages.vocabulary import vocabulary
from rules.amending import Amendment, NothingTouched, Overtaken
from rules.draft import DraftKind
from rules.forms import Filled, Vocabulary
from rules.note import Matter
from rules.numbers import named
from rules.works import resource_form
from rules.works.resource import Resource, ResourceNumberNeeded, ResourcePlan
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class ResourceEditPreview:
    """A resource as it will be, with the title of its level; `overtaken` are lines that others changed meanwhile."""

    id: int
    plan: ResourcePlan
    level: str
    overtaken: tuple[Overtaken, ...]


def edit(call: Call, tx: Tx) -> Effects:
    """The form filled in as the resource stands; lines that came with the command change it at once."""
    found = named(with_ids(call, tx))
    if found is None:
        raise ResourceNumberNeeded("editresource")
    standing = actions.editable(tx, found[0])
    text = resource_form.text_of(standing.plan, _words(call), call.occasion)
    begun = draft.begin(tx, call.member, DraftKind.RESOURCE, call.occasion)
    data = {"text": text, "opened": text, "resource": standing.id, "draft": begun}
    if written := found[1].strip():
        return _looked_at(call, tx, written, data)
    return Ask("resource.edit", "resource/form_again", Filled(text), data)


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that change it."""
    return _looked_at(call, tx, with_ids(call, tx), dict(call.data))


def change(call: Call, tx: Tx) -> Effects:
    """Not quite: the form once more, as it was."""
    draft.require_open(tx, call.data["draft"])
    return Ask("resource.edit", "resource/form_again", Filled(call.data["text"]), dict(call.data))


def save(call: Call, tx: Tx) -> Effects:
    """What was touched applies to the resource as it stands; what others touched meanwhile is shown first."""
    data = call.data
    draft.require_open(tx, data["draft"])
    standing = actions.editable(tx, data["resource"])
    amendment = _amendment(call, standing, "", data)
    if amendment.mistakes or amendment.overtaken:
        return _looked_at(call, tx, "", dict(data))
    plan = resource_form.plan_of(amendment.values, standing.plan)
    done = actions.edit(tx, standing.id, plan, call.member, call.occasion)
    draft.publish(tx, data["draft"], done.id, call.occasion)
    about = shown(resource.known(tx, done.id), call.occasion)
    return [Edit("resource/edited", done), *announced_anew(tx, about), *_told(done, call.occasion.now)]


def _looked_at(call: Call, tx: Tx, written: str, data: dict[str, Any]) -> Effects:
    """The mistakes, or the preview; from here on the form counts as opened now."""
    standing = actions.editable(tx, data["resource"])
    amendment = _amendment(call, standing, written, data)
    data["text"] = amendment.text
    if amendment.mistakes:
        return Ask("resource.edit", "forms/wrong", amendment.filled, data)
    if not amendment.values:
        raise NothingTouched
    plan = resource_form.plan_of(amendment.values, standing.plan)
    actions.require_enough(standing, plan)
    data["opened"] = resource_form.text_of(standing.plan, _words(call), call.occasion)
    rows: Keyboard = (
        (Button("resource/save", "resource.save", data, style="success"),),
        (
            Button("resource/change", "resource.change_again", data, corrects="resource.edit"),
            Button("resource/drop", "resource.drop", {"draft": data["draft"]}),
        ),
    )
    level = resource.level_title(plan, call.occasion)
    return Reply(
        "resource/edit_preview", ResourceEditPreview(standing.id, plan, level, amendment.overtaken), buttons=rows
    )


def _told(done: ResourceEdited, now: int) -> list[Effect]:
    """Another place is told at once to whoever was promised a piece; everything else in the evening."""
    about = actions.about_change(done.id, now)
    rows = ((Link("resource/details", start=f"resource-{done.id}"),),)
    waiting = [Note(member, Matter.ACCOUNT, about, "resource/changed", done, buttons=rows) for member in done.waiting]
    if done.pressing:
        return [*waiting, *(Tell(member, "resource/changed", done, buttons=rows) for member in done.granted)]
    return [
        *waiting,
        *(Note(one, Matter.ACCOUNT, about, "resource/changed", done, buttons=rows) for one in done.granted),
    ]


def _words(call: Call) -> Vocabulary:
    return resource_form.with_titles(vocabulary("resource", call.member.locale), call.occasion, call.member.locale)


def _amendment(call: Call, standing: Resource, written: str, data: Mapping[str, Any]) -> Amendment:
    before = data["text"]
    return resource_form.amend(written or before, before, data["opened"], standing.plan, _words(call), call.occasion)


ROUTES = (
    Command(
        "editresource",
        edit,
        shelf=Shelf.WORKS,
        place=55,
        menu=False,
        who=MODERATORS,
        where=Where.PRIVATE,
        stays="a filled-in form",
    ),
    Prompted("resource.edit", filled_in, who=MODERATORS, plain=True, fields="resource"),
    Press("resource.save", save, who=MODERATORS),
    Press("resource.change_again", change, who=MODERATORS),
)
