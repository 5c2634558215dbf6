"""Changing a published challenge by form: `/editchallenge 12`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions import dialogue, draft
from actions.works import editchallenge as actions
from actions.works import media_kit
from actions.works.editchallenge import ChallengeEdited
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effects, Keyboard, Link, Note, Reply
from handlers.routes import MODERATORS, Command, Press, Prompted, Shelf, Where
from handlers.works.announced import announced_anew, announcement
from messages.vocabulary import vocabulary
from rules.amending import Amendment, NothingTouched, Overtaken
from rules.draft import DraftKind
from rules.forms import Filled, Vocabulary
from rules.note import Matter
from rules.numbers import named
from rules.works import challenge_form
from rules.works.challenge import Brief, Challenge, ChallengeNumberNeeded
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class EditPreview:
    """A challenge as it will read; `joined` take part and are told, `overtaken` are lines that others changed meanwhile.

    It will have so many `files`; None where they stay as they are.
    """

    id: int
    brief: Brief
    joined: int
    overtaken: tuple[Overtaken, ...]
    files: int | None = None


def edit(call: Call, tx: Tx) -> Effects:
    """The form filled in as the challenge stands; lines that came with the command change it at once."""
    found = named(call.words)
    if found is None:
        raise ChallengeNumberNeeded("editchallenge")
    challenge = actions.open_challenge(tx, found[0], call.occasion)
    text = challenge_form.text_of(challenge.brief, _words(call), call.occasion)
    number = draft.begin(tx, call.member, DraftKind.CHALLENGE, call.occasion)
    data = {"text": text, "opened": text, "challenge": challenge.id, "draft": number}
    if written := found[1].strip():
        return _looked_at(call, tx, written, data)
    return Ask("challenge.edit", "challenge/form_again", Filled(text), data, buttons=_files(data))


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that change it."""
    return _looked_at(call, tx, call.words, dict(call.data))


def change(call: Call, tx: Tx) -> Effects:
    """Not quite: the form once more, as it was."""
    draft.require_open(tx, call.data["draft"])
    return Ask("challenge.edit", "challenge/form_again", Filled(call.data["text"]), dict(call.data))


def preview_again(call: Call, tx: Tx) -> Effects:
    """Its files are together: what is changed so far."""
    draft.require_open(tx, call.data["draft"])
    for prompt in ("media_kit.file", "challenge.edit"):
        dialogue.give_up(tx, call.member, prompt, call.data)
    return _looked_at(call, tx, "", dict(call.data))


def save(call: Call, tx: Tx) -> Effects:
    """What was touched applies to the challenge as it stands; what others touched meanwhile is shown first."""
    data = call.data
    draft.require_open(tx, data["draft"])
    found = actions.open_challenge(tx, data["challenge"], call.occasion)
    amendment = _amendment(call, found, "", data)
    if amendment.mistakes or amendment.overtaken:
        return _looked_at(call, tx, "", dict(data))
    brief = challenge_form.amended(found.brief, amendment)
    files = data["draft"] if data.get("kit") else None
    done = actions.edit(tx, found.id, brief, files, call.member, call.occasion)
    draft.publish(tx, data["draft"], done.id, call.occasion)
    told = [_told(member, done, call.occasion.now) for member in done.members if done.changed]
    return [Edit("challenge/edited", done), *announced_anew(tx, announcement(tx, done.id, done.brief)), *told]


def _words(call: Call) -> Vocabulary:
    return vocabulary("challenge", call.member.locale)


def _amendment(call: Call, found: Challenge, written: str, data: Mapping[str, Any]) -> Amendment:
    before = data["text"]
    return challenge_form.amend(written or before, before, data["opened"], found.brief, _words(call), call.occasion)


def _looked_at(call: Call, tx: Tx, written: str, data: dict[str, Any]) -> Effects:
    """The mistakes, or the preview; from here on the form counts as opened now."""
    found = actions.open_challenge(tx, data["challenge"], call.occasion)
    amendment = _amendment(call, found, written, data)
    data["text"] = amendment.text
    if amendment.mistakes:
        return Ask("challenge.edit", "forms/wrong", amendment.filled, data)
    if not amendment.values and not data.get("kit"):
        raise NothingTouched
    brief = challenge_form.amended(found.brief, amendment)
    actions.require_fair(found, brief)
    data["opened"] = challenge_form.text_of(found.brief, _words(call), call.occasion)
    rows: Keyboard = (
        (Button("challenge/save", "challenge.save", data, style="success"),),
        *_files(data),
        (
            Button("challenge/change", "challenge.change_again", data, corrects="challenge.edit"),
            Button("challenge/drop", "challenge.drop", {"draft": data["draft"]}),
        ),
    )
    files = media_kit.open_files(tx, data["draft"], None).files if data.get("kit") else None
    shown = EditPreview(found.id, brief, found.joined, amendment.overtaken, files)
    return Reply("challenge/edit_preview", shown, buttons=rows)


def _files(data: Mapping[str, Any]) -> Keyboard:
    return ((Button("media_kit/open", "media_kit.open", {**data, "back": "challenge.edit_preview"}),),)


def _told(member: int, done: ChallengeEdited, now: int) -> Note:
    """With the rest of their day; a further change is told beside this one."""
    details = Link("challenge/details", start=f"challenge-{done.id}")
    lasts_s = max(done.brief.deadline - now, 0)
    about = actions.about(done, now)
    return Note(member, Matter.ACCOUNT, about, "challenge/changed", done, buttons=((details,),), lasts_s=lasts_s)


ROUTES = (
    Command(
        "editchallenge",
        edit,
        shelf=Shelf.WORKS,
        place=25,
        menu=False,
        who=MODERATORS,
        where=Where.PRIVATE,
        stays="a filled-in form",
    ),
    Prompted("challenge.edit", filled_in, who=MODERATORS, plain=True, fields="challenge"),
    Press("challenge.edit_preview", preview_again, who=MODERATORS),
    Press("challenge.save", save, who=MODERATORS),
    Press("challenge.change_again", change, who=MODERATORS),
)
