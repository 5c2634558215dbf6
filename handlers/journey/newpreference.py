"""Making a preference vote, or a further round of one: a form, an album with a picture of each design, a preview."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from actions import dialogue, draft
from actions.journey import preference as actions
from handlers.call import Call, ChatKind
from handlers.effects import Ask, Button, Edit, Effects, Keyboard, Link, Reply, Show
from handlers.journey.preference_posts import desk_name, opened
from handlers.kept import form_mistaken
from handlers.routes import OPERATORS, PICTURE, Command, Given, Press, Prompted, Shelf, Start, Where
from messages.vocabulary import vocabulary
from rules.draft import DraftKind
from rules.files import File
from rules.journey import preference_form as form
from rules.journey.preference import PicturesNeeded, PreferencePlan, RoundPlan, require_pictures
from rules.reading.form_fields import Vocabulary
from rules.reading.forms import Filled
from rules.values import spread
from storage import albums
from storage.engine.tx import Tx
from storage.journey import preferences


class PicturesAsked(Struct, frozen=True):
    """An album is asked for, with a picture of each of these designs, in this order; `came` of the last one."""

    designs: tuple[str, ...]
    came: int


class PreferencePreview(Struct, frozen=True):
    """What the core group will read: how many have a vote, how many of them it takes; `nth` of a further round.

    `changed` are the numbers of designs whose picture was changed since the last preview.
    """

    plan: PreferencePlan
    round: RoundPlan
    nth: int
    electors: int
    quorum: int
    changed: tuple[int, ...]


def new(call: Call, tx: Tx) -> Effects:
    """The form, in private; with a filled form what comes next."""
    actions.begin(tx, call.member)
    text = call.words.strip()
    if call.chat.kind is ChatKind.PRIVATE:
        data = _begun(call, tx, text)
        return _looked_at(call, tx, text, data) if text else _asked(data)
    return Reply("preference/in_private", buttons=((Link("preference/new", start="newpreference"),),), fade_s=60)


def started(call: Call, tx: Tx) -> Effects:
    """The form, by the button of the council or the way in from a group."""
    actions.begin(tx, call.member)
    return _asked(_begun(call, tx, ""))


def again(call: Call, tx: Tx) -> Effects:
    """The form of a further round, with the best of the last one, or empty."""
    number = call.data["preference"]
    designs = actions.best_of(tx, number, call.data["best"])
    text = form.round_text(tuple(one.name for one in designs), _words(call)) if designs else ""
    data = {**_begun(call, tx, ""), "preference": number, "text": text, "files": _packed([one.file for one in designs])}
    return Ask("preference.form", "preference/round_form", Filled(text), data)


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that correct it."""
    return _looked_at(call, tx, call.words, dict(call.data))


def pictures_anew(call: Call, tx: Tx) -> Effects:
    """Another album."""
    draft.require_open(tx, call.data["draft"])
    return _ask_pictures(_read(call, call.data["text"], "", call.data), dict(call.data))


def pictured(call: Call, tx: Tx) -> Effects:
    """An album has begun to come; it is looked at once all of it is there."""
    assert call.message is not None
    filled = _read(call, call.data["text"], "", call.data)
    if call.message.file is None:
        return _ask_pictures(filled, dict(call.data))
    if call.message.album is None:
        raise PicturesNeeded(len(filled.lines("designs")), 1)
    data = {**call.data, "album": call.message.album, "files": []}
    ahead = ((Button("preference/look", "preference.look", data, once=False, style="success"),),)
    return Ask("preference.pictures", "preference/pictures_came", None, data, buttons=ahead)


def look(call: Call, tx: Tx) -> Effects:
    """The preview, with every picture of the album that has come. Raises PicturesNeeded."""
    draft.require_open(tx, call.data["draft"])
    files = _pictures(tx, call.data)
    filled = _read(call, call.data["text"], "", call.data)
    if filled.mistakes:
        return _mistaken(filled, call.data)
    require_pictures(len(filled.lines("designs")), len(files))
    dialogue.give_up(tx, call.member, "preference.pictures", call.data)
    return _preview(call, tx, filled, {**call.data, "files": _packed(files)})


def change(call: Call, tx: Tx) -> Effects:
    """The form once more, as it was."""
    draft.require_open(tx, call.data["draft"])
    return Ask("preference.form", "preference/form_again", Filled(call.data["text"]), dict(call.data))


def drop(call: Call, tx: Tx) -> Effects:
    """Think no more of it."""
    draft.drop(tx, call.member, call.data["draft"], call.occasion)
    return Edit("preference/dropped")


def publish(call: Call, tx: Tx) -> Effects:
    """It is before the core group; pictures that were changed since they were previewed are shown first."""
    number = draft.require_open(tx, call.data["draft"]).id
    filled = _read(call, call.data["text"], "", call.data)
    if filled.mistakes:
        return _mistaken(filled, call.data)
    files, changed = _as_they_are(tx, call.data)
    if changed:
        return _preview(call, tx, filled, {**call.data, "files": _packed(files)}, changed)
    further, plan = call.data.get("preference"), form.round_of(filled)
    before = preferences.rounds(tx, further)[-1:] if further else []
    if further:
        done = actions.next_round(tx, call.member, further, plan, files, call.occasion)
    else:
        done = actions.publish(tx, call.member, form.plan_of(filled), plan, files, call.occasion)
    draft.publish(tx, number, done.seen.preference, call.occasion)
    gone_on = [Edit("preference/gone_on", done.seen, keep=desk_name(one.id, open_=False)) for one in before]
    return [Edit("preference/published", done.seen), *gone_on, *opened(tx, done, call.occasion.now)]


def _begun(call: Call, tx: Tx, text: str) -> dict[str, Any]:
    number = draft.begin(tx, call.member, DraftKind.PREFERENCE, call.occasion, text)
    return {"text": "", "draft": number, "files": [], "album": None}


def _asked(data: Mapping[str, Any]) -> Ask:
    return Ask("preference.form", "preference/form", data=data)


def _words(call: Call) -> Vocabulary:
    return vocabulary("preference", call.member.locale)


def _read(call: Call, text: str, before: str, data: Mapping[str, Any]) -> Filled:
    asked = form.ROUND if data.get("preference") else form.FORM
    return form.read(asked, text, _words(call), call.by_the_clock_here, before)


def _mistaken(filled: Filled, data: Mapping[str, Any]) -> Ask:
    return form_mistaken("preference.form", filled, {**data, "text": filled.text})


def _looked_at(call: Call, tx: Tx, text: str, data: dict[str, Any]) -> Effects:
    """What is wrong, or the pictures that are lacking, or the preview."""
    filled = _read(call, text, data["text"], data)
    if filled.mistakes:
        return _mistaken(filled, data)
    data["text"] = filled.text
    if len(data["files"]) != len(filled.lines("designs")):
        return _ask_pictures(filled, data)
    return _preview(call, tx, filled, data)


def _ask_pictures(filled: Filled, data: Mapping[str, Any]) -> Ask:
    asked = PicturesAsked(filled.lines("designs"), len(data["files"]))
    return Ask("preference.pictures", "preference/ask_pictures", asked, data)


def _preview(call: Call, tx: Tx, filled: Filled, data: Mapping[str, Any], changed: tuple[int, ...] = ()) -> Effects:
    """As the core group will see it: the pictures, then the words with what becomes of them."""
    further, plan = data.get("preference"), form.round_of(filled)
    asked = preferences.get(tx, further).plan if further else form.plan_of(filled)
    electors, quorum = actions.quorum_ahead(tx, call.member, asked.voters, plan, call.occasion)
    nth = len(preferences.rounds(tx, further)) + 1 if further else 1
    shown = PreferencePreview(asked, plan, nth, electors, quorum, changed)
    files = [(one.kind, one.file_id) for one in _unpacked(data)]
    return [
        Show(files, member=call.member.id),
        Reply("preference/preview", shown, buttons=_decide({**data, "text": filled.text})),
    ]


def _as_they_are(tx: Tx, data: Mapping[str, Any]) -> tuple[tuple[File, ...], tuple[int, ...]]:
    """The pictures as their album shows them now, and which of them were changed; what is forgotten is as it was."""
    before = _unpacked(data)
    now = _pictures(tx, data)
    if not now:
        return before, ()
    require_pictures(len(before), len(now))
    pairs = enumerate(zip(before, now, strict=True), 1)
    return now, tuple(number for number, (was, is_) in pairs if was.unique != is_.unique)


def _pictures(tx: Tx, data: Mapping[str, Any]) -> tuple[File, ...]:
    """The pictures of the album, and nothing else that stands in it."""
    found = albums.files(tx, data["album"]) if data["album"] else ()
    return tuple(file for file in found if file.kind in PICTURE)


def _packed(files: Sequence[File]) -> list[dict[str, Any]]:
    return [spread(file) for file in files]


def _unpacked(data: Mapping[str, Any]) -> tuple[File, ...]:
    return tuple(File(**file) for file in data["files"])


def _decide(data: Mapping[str, Any]) -> Keyboard:
    return (
        (Button("preference/publish", "preference.publish", data, style="success"),),
        (Button("preference/pictures", "preference.pictures_anew", data, once=False),),
        (
            Button("preference/change", "preference.change", data, once=False, corrects="preference.form"),
            Button("preference/drop", "preference.drop", {"draft": data["draft"]}),
        ),
    )


ROUTES = (
    Command(
        "newpreference",
        new,
        fields="preference",
        shelf=Shelf.GROWING,
        place=58,
        menu=False,
        who=OPERATORS,
        where=Where.STAFF,
        fades=True,
        plain=True,
    ),
    Start("newpreference", started, who=OPERATORS),
    Press("preference.new", started, who=OPERATORS),
    Press("preference.again", again, who=OPERATORS),
    Prompted("preference.form", filled_in, Given.PREVIEWED, who=OPERATORS, plain=True, fields="preference"),
    Press("preference.pictures_anew", pictures_anew, who=OPERATORS),
    Prompted("preference.pictures", pictured, Given.OPEN, who=OPERATORS, takes=PICTURE),
    Press("preference.look", look, who=OPERATORS),
    Press("preference.change", change, who=OPERATORS),
    Press("preference.drop", drop, who=OPERATORS),
    Press("preference.publish", publish, who=OPERATORS, final=True),
)
