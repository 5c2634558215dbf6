"""Changing a published resource by form (`/editresource 3`)."""

from msgspec import Struct

from actions.offers import editresource as actions
from actions.offers import resource
from actions.offers.editresource import ResourceEdited
from handlers.call import Call
from handlers.editing import Data, Editing, numbered
from handlers.effects import Edit, Effect, Effects, Keyboard, Link, Note, Reply, Tell
from handlers.offers.resource_told import announced_anew, shown
from messages.vocabulary import vocabulary
from rules.draft import DraftKind
from rules.note import Matter
from rules.occasion import Occasion
from rules.offers import resource_form
from rules.offers.resource import Resource, ResourceNumberNeeded, ResourcePlan
from rules.reading.amending import Amendment, Overtaken
from rules.reading.form_fields import Vocabulary
from storage.engine.tx import Tx


class ResourceEditPreview(Struct, frozen=True):
    """A resource as it will be, with the titles of its level and track (`rank`); `overtaken` are lines that others changed
    meanwhile.
    """

    id: int
    plan: ResourcePlan
    level: str
    overtaken: tuple[Overtaken, ...]
    rank: str = ""


def _show(call: Call, tx: Tx, standing: Resource, amendment: Amendment, data: Data, rows: Keyboard) -> Effects:
    plan = resource_form.plan_of(amendment.values, standing.plan)
    actions.require_enough(standing, plan)
    level = resource.level_title(plan, call.occasion)
    rank = resource.rank_title(plan, call.occasion)
    preview = ResourceEditPreview(standing.id, plan, level, amendment.overtaken, rank)
    return Reply("resource/edit_preview", preview, buttons=rows)


def _save(call: Call, tx: Tx, standing: Resource, amendment: Amendment, data: Data) -> Effects:
    plan = resource_form.plan_of(amendment.values, standing.plan)
    done = actions.edit(tx, standing.id, plan, call.member, call.occasion)
    about = shown(resource.known(tx, done.id), call.occasion)
    return [Edit("resource/edited", done), *announced_anew(tx, about), *_told(done, call.occasion.now)]


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


def _text(standing: Resource, words: Vocabulary, occasion: Occasion) -> str:
    return resource_form.text_of(standing.plan, words, occasion)


def _amend(
    standing: Resource, written: str, before: str, opened: str, words: Vocabulary, occasion: Occasion
) -> Amendment:
    return resource_form.amend(written, before, opened, standing.plan, words, occasion)


EDITING = Editing(
    noun="resource",
    kind=DraftKind.RESOURCE,
    find=lambda tx, number, occasion: actions.editable(tx, number),
    text=_text,
    amend=_amend,
    show=_show,
    save=_save,
    number=numbered(ResourceNumberNeeded),
    words=_words,
)
ROUTES = EDITING.routes(place=55)
