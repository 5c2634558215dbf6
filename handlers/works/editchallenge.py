"""Changing a published challenge by form: `/editchallenge 12`."""

from msgspec import Struct

from actions import dialogue
from actions.works import editchallenge as actions
from actions.works import media_kit
from actions.works.editchallenge import ChallengeEdited
from handlers.call import Call
from handlers.editing import Data, Editing, numbered
from handlers.effects import Button, Edit, Effects, Keyboard, Link, Note, Reply
from handlers.routes import MODERATORS, Press
from handlers.works.announced import announced_anew, announcement
from rules.draft import DraftKind
from rules.note import Matter
from rules.occasion import Occasion
from rules.reading.amending import Amendment, Overtaken
from rules.reading.form_fields import Vocabulary
from rules.works import challenge_form
from rules.works.challenge import Brief, Challenge, ChallengeNumberNeeded
from storage.engine.tx import Tx


class EditPreview(Struct, frozen=True):
    """A challenge as it will read; `joined` take part and are told, `overtaken` are lines that others changed meanwhile.

    It will have so many `files`; None where they stay as they are.
    """

    id: int
    brief: Brief
    joined: int
    overtaken: tuple[Overtaken, ...]
    files: int | None = None


def preview_again(call: Call, tx: Tx) -> Effects:
    """Its files are together: what is changed so far."""
    for prompt in ("media_kit.file", "challenge.edit"):
        dialogue.give_up(tx, call.member, prompt, call.data)
    return EDITING.again(call, tx)


def _show(call: Call, tx: Tx, found: Challenge, amendment: Amendment, data: Data, rows: Keyboard) -> Effects:
    brief = challenge_form.amended(found.brief, amendment)
    actions.require_fair(found, brief)
    files = media_kit.open_files(tx, data["draft"], None).files if data.get("kit") else None
    shown = EditPreview(found.id, brief, found.joined, amendment.overtaken, files)
    return Reply("challenge/edit_preview", shown, buttons=rows)


def _save(call: Call, tx: Tx, found: Challenge, amendment: Amendment, data: Data) -> Effects:
    brief = challenge_form.amended(found.brief, amendment)
    files = data["draft"] if data.get("kit") else None
    done = actions.edit(tx, found.id, brief, files, call.member, call.occasion)
    told = [_told(member, done, call.occasion.now) for member in done.members if done.changed]
    return [Edit("challenge/edited", done), *announced_anew(tx, announcement(tx, done.id, done.brief)), *told]


def _text(found: Challenge, words: Vocabulary, occasion: Occasion) -> str:
    return challenge_form.text_of(found.brief, words, occasion)


def _amend(
    found: Challenge, written: str, before: str, opened: str, words: Vocabulary, occasion: Occasion
) -> Amendment:
    return challenge_form.amend(written, before, opened, found.brief, words, occasion)


def _files(data: Data) -> Keyboard:
    return ((Button("media_kit/open", "media_kit.open", {**data, "back": "challenge.edit_preview"}),),)


def _told(member: int, done: ChallengeEdited, now: int) -> Note:
    """With the rest of their day; a further change is told beside this one."""
    details = Link("challenge/details", start=f"challenge-{done.id}")
    lasts_s = max(done.brief.deadline - now, 0)
    about = actions.about(done, now)
    return Note(member, Matter.ACCOUNT, about, "challenge/changed", done, buttons=((details,),), lasts_s=lasts_s)


EDITING = Editing(
    noun="challenge",
    kind=DraftKind.CHALLENGE,
    find=actions.open_challenge,
    text=_text,
    amend=_amend,
    show=_show,
    save=_save,
    number=numbered(ChallengeNumberNeeded),
    also=lambda data: bool(data.get("kit")),
    below=_files,
)
ROUTES = (
    *EDITING.routes(place=25),
    Press("challenge.edit_preview", preview_again, who=MODERATORS),
)
