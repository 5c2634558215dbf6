"""Product notes, for staff: written by form, previewed, published; reworded and withdrawn from the list."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from actions import draft
from actions.daily import bulletin as actions
from actions.daily.bulletin import Announced, BulletinPage, BulletinPlan
from handlers.call import Call
from handlers.daily.rechecking import look, told_staff
from handlers.effects import DAY_S, Ask, Button, Edit, Effect, Effects, Keyboard, Note, Reply
from handlers.kept import form_mistaken
from handlers.numbered import one_numbered
from handlers.pages import turning
from handlers.routes import MODERATORS, Command, Given, Press, Prompted, Shelf, Start, Where
from messages.vocabulary import vocabulary
from rules.daily import bulletin as rules
from rules.daily.bulletin import FORM, Bulletin, BulletinNumberNeeded
from rules.draft import DraftKind
from rules.note import Matter
from rules.occasion import Occasion
from rules.reading import forms
from rules.reading.amending import Amendment, NothingTouched, Overtaken
from rules.reading.form_fields import Vocabulary
from rules.reading.forms import Filled
from storage.engine.tx import Tx


class BulletinEditPreview(Struct, frozen=True):
    """A note as it will read; `overtaken` are lines that others changed meanwhile."""

    id: int
    plan: BulletinPlan
    overtaken: tuple[Overtaken, ...]


def new(call: Call, tx: Tx) -> Effects:
    """With nothing, the form comes in private; with a filled form, the preview."""
    text = call.words.strip()
    data: dict[str, Any] = {"text": "", "draft": draft.begin(tx, call.member, DraftKind.BULLETIN, call.occasion, text)}
    return _read(call, tx, text, data) if text else Ask("bulletin.form", "bulletin/form", data=data)


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that correct it."""
    return _read(call, tx, call.words, call.data)


def change(call: Call, tx: Tx) -> Effects:
    """Not quite: the form once more, as it was."""
    draft.require_open(tx, call.data["draft"])
    prompt = "bulletin.edit" if "bulletin" in call.data else "bulletin.form"
    return Ask(prompt, "bulletin/form_again", Filled(call.data["text"]), dict(call.data))


def drop(call: Call, tx: Tx) -> Effects:
    """Think no more of it."""
    draft.drop(tx, call.member, call.data["draft"], call.occasion)
    return Edit("bulletin/dropped")


def publish(call: Call, tx: Tx) -> Effects:
    """It is out, once of all the previews that stand open."""
    number = draft.require_open(tx, call.data["draft"]).id
    filled = forms.read(FORM, call.data["text"], _words(call), call.by_the_clock_here)
    if filled.mistakes:
        return _mistaken(filled, call.data)
    done = actions.publish(tx, rules.wording_of(filled), call.member, call.occasion)
    draft.publish(tx, number, done.id, call.occasion)
    return _done(call, tx, done)


def edit(call: Call, tx: Tx) -> Effects:
    """`/editnote 3`: the form filled in as the note stands; lines that came with the command change it at once."""
    number, written = one_numbered(call.words, "editnote", BulletinNumberNeeded)
    return _edited(call, tx, actions.named(tx, number), written.strip())


def edit_listed(call: Call, tx: Tx) -> Effects:
    """The button of the list."""
    return _edited(call, tx, actions.named(tx, call.data["bulletin"]), "")


def amended(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that change it."""
    return _looked_at(call, tx, call.words, dict(call.data))


def save(call: Call, tx: Tx) -> Effects:
    """What was touched applies to the note as it stands; what others touched meanwhile is shown first."""
    data = call.data
    number = draft.require_open(tx, data["draft"]).id
    found = actions.named(tx, data["bulletin"])
    amendment = _amendment(call, found, "", data)
    if amendment.mistakes or amendment.overtaken:
        return _looked_at(call, tx, "", dict(data))
    done = actions.edit(tx, found.id, rules.amended(found.wording, amendment.values), call.member, call.occasion)
    draft.publish(tx, number, done.id, call.occasion)
    return _done(call, tx, done)


def listed(call: Call, tx: Tx) -> Effects:
    """What has been published, with a way to change each."""
    page = actions.listed(tx, 1, call.occasion.now)
    return Reply("bulletin/list", page, buttons=_list_buttons(page))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    page = actions.listed(tx, call.data["page"], call.occasion.now)
    return Edit("bulletin/list", page, buttons=_list_buttons(page))


def ask_away(call: Call, tx: Tx) -> Effects:
    """Shall it be withdrawn? Asked once."""
    found = actions.named(tx, call.data["bulletin"])
    sure = Button("bulletin/withdraw", "bulletin.withdraw", {"bulletin": found.id}, style="danger", anyone=True)
    stay = Button("bulletin/stay", "bulletin.page", {"page": 1}, anyone=True, once=False)
    return Edit("bulletin/ask_away", found, buttons=((sure, stay),))


def withdraw(call: Call, tx: Tx) -> Effects:
    """It is said no more; who had heard of it hears so in the evening."""
    done = actions.withdraw(tx, call.data["bulletin"], call.member, call.occasion)
    about = f"bulletin_withdrawn:{done.id}"
    told = [Note(member, Matter.HELPING, about, "bulletin/told_withdrawn", done) for member in done.members]
    return [Edit("bulletin/withdrawn", done), *told]


def _words(call: Call) -> Vocabulary:
    return vocabulary("bulletin", call.member.locale)


def _read(call: Call, tx: Tx, text: str, data: Mapping[str, Any]) -> Effects:
    filled = forms.read(FORM, text, _words(call), call.by_the_clock_here, before=data["text"])
    if filled.mistakes:
        return _mistaken(filled, data)
    plan = actions.plan(tx, rules.wording_of(filled), call.occasion)
    return Reply("bulletin/preview", plan, buttons=_decide("publish", "bulletin.form", {**data, "text": filled.text}))


def _mistaken(filled: Filled, data: Mapping[str, Any]) -> Ask:
    return form_mistaken("bulletin.form", filled, {**data, "text": filled.text})


def _edited(call: Call, tx: Tx, found: Bulletin, written: str) -> Effects:
    text = rules.text_of(found.wording, _words(call), call.by_the_clock_here)
    number = draft.begin(tx, call.member, DraftKind.BULLETIN, call.occasion)
    data = {"text": text, "opened": text, "bulletin": found.id, "draft": number}
    if written:
        return _looked_at(call, tx, written, data)
    return Ask("bulletin.edit", "bulletin/form_again", Filled(text), data)


def _amendment(call: Call, found: Bulletin, written: str, data: Mapping[str, Any]) -> Amendment:
    before = data["text"]
    return rules.amend(written or before, before, data["opened"], found.wording, _words(call), call.by_the_clock_here)


def _looked_at(call: Call, tx: Tx, written: str, data: dict[str, Any]) -> Effects:
    """The mistakes, or the preview; from here on the form counts as opened now."""
    found = actions.named(tx, data["bulletin"])
    amendment = _amendment(call, found, written, data)
    data["text"] = amendment.text
    if amendment.mistakes:
        return form_mistaken("bulletin.edit", amendment.filled, data)
    if not amendment.values:
        raise NothingTouched
    data["opened"] = rules.text_of(found.wording, _words(call), call.by_the_clock_here)
    shown = _preview(tx, found, amendment, call.occasion)
    return Reply("bulletin/edit_preview", shown, buttons=_decide("save", "bulletin.edit", data))


def _preview(tx: Tx, found: Bulletin, amendment: Amendment, occasion: Occasion) -> BulletinEditPreview:
    wording = rules.amended(found.wording, amendment.values)
    return BulletinEditPreview(found.id, actions.plan(tx, wording, occasion, found.id), amendment.overtaken)


def _decide(yes: str, prompt: str, data: Mapping[str, Any]) -> Keyboard:
    return (
        (Button(f"bulletin/{yes}", f"bulletin.{yes}", data, style="success"),),
        (
            Button("bulletin/change", "bulletin.change", data, once=False, corrects=prompt),
            Button("bulletin/drop", "bulletin.drop", {"draft": data["draft"]}),
        ),
    )


def _done(call: Call, tx: Tx, done: Announced) -> list[Effect]:
    """The staff read what became of it, the helpers with their evening."""
    lasts_s = max(done.wording.until - call.occasion.now, 0)
    about = actions.about(done.id)
    told = [
        Note(member, Matter.HELPING, about, "bulletin/told", done, lasts_s=min(lasts_s, 14 * DAY_S))
        for member in done.members
    ]
    buttons = ((look(),),) if done.doubted else ()
    return [Edit("bulletin/published", done, buttons=buttons), *told_staff(call, tx, done), *told]


def _list_buttons(page: BulletinPage) -> Keyboard:
    rows = [
        [
            Button(f"bulletin/{key}", f"bulletin.{action}", {"bulletin": one.id}, one, anyone=True, once=False)
            for key, action in (("edit_this", "edit_listed"), ("withdraw_this", "ask_away"))
        ]
        for one in page.bulletins
    ]
    looking = [[look()]] if page.doubted else []
    return [*rows, *turning(page.page, "bulletin.page", anyone=True), *looking]


ROUTES = (
    Command(
        "newnote",
        new,
        fields="bulletin",
        shelf=Shelf.PUBLISHING,
        place=50,
        who=MODERATORS,
        where=Where.PRIVATE,
        stays="a filled-in form",
        plain=True,
    ),
    Start("newnote", new, who=MODERATORS),
    Command(
        "editnote",
        edit,
        shelf=Shelf.PUBLISHING,
        place=52,
        menu=False,
        who=MODERATORS,
        where=Where.PRIVATE,
        stays="a filled-in form",
    ),
    Command("notes", listed, shelf=Shelf.PUBLISHING, place=54, who=MODERATORS, where=Where.STAFF, fades=True),
    Prompted("bulletin.form", filled_in, Given.PREVIEWED, who=MODERATORS, plain=True, fields="bulletin"),
    Prompted("bulletin.edit", amended, Given.PREVIEWED, who=MODERATORS, plain=True, fields="bulletin"),
    Press("bulletin.publish", publish, who=MODERATORS),
    Press("bulletin.save", save, who=MODERATORS),
    Press("bulletin.change", change, who=MODERATORS),
    Press("bulletin.drop", drop, who=MODERATORS),
    Press("bulletin.page", turned, who=MODERATORS),
    Press("bulletin.edit_listed", edit_listed, who=MODERATORS),
    Press("bulletin.ask_away", ask_away, who=MODERATORS),
    Press("bulletin.withdraw", withdraw, who=MODERATORS, final=True),
)
