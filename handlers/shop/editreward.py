"""Changing a reward by form: what nobody touched stays as it is, also when it changed while the form was open."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions import draft
from actions.shop import reward as actions
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effects, Keyboard
from handlers.routes import OPERATORS, PICTURE, Command, Press, Prompted, Shelf, Where
from handlers.shop.reward_preview import named, picture_of, preview_of, previewed, words_of
from rules.amending import Amendment, NothingTouched
from rules.draft import DraftKind
from rules.forms import Filled
from rules.shop import reward_form
from rules.shop.reward import Reward, Terms
from storage.engine.tx import Tx


def edit(call: Call, tx: Tx) -> Effects:
    """The form filled in as the reward stands; lines that came with the command change it at once."""
    found, written = named(call, tx, "editreward")
    text = reward_form.text_of(found, words_of(call), call.occasion)
    number = draft.begin(tx, call.member, DraftKind.REWARD, call.occasion)
    data = {"text": text, "opened": text, "picture": None, "reward": found.id, "closed": found.closed, "draft": number}
    if written:
        return _looked_at(call, tx, written, data)
    return Ask("reward.edit", "reward/form_again", Filled(text), data)


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that change it, with or without a picture."""
    picture = picture_of(call) or call.data["picture"]
    return _looked_at(call, tx, call.words, {**call.data, "picture": picture})


def change(call: Call, tx: Tx) -> Effects:
    """Not quite: the form once more, as it was."""
    draft.require_open(tx, call.data["draft"])
    return Ask("reward.edit", "reward/form_again", Filled(call.data["text"]), dict(call.data))


def save(call: Call, tx: Tx) -> Effects:
    """What was touched applies to the reward as it stands; what others touched meanwhile is shown first."""
    data, found = call.data, actions.get(tx, call.data["reward"])
    draft.require_open(tx, data["draft"])
    amendment = _amendment(call, found, "", data)
    if amendment.mistakes or amendment.overtaken:
        return _looked_at(call, tx, "", dict(data))
    stock = amendment.filled.number_or_none("stock") if amendment.touches("stock") else None
    again = data["closed"] or not found.closed
    done = actions.edit(tx, found.id, _terms(found, amendment, data), stock, call.member, call.occasion, shelve=again)
    draft.publish(tx, data["draft"], done.id, call.occasion)
    return Edit("reward/edited", done)


def _amendment(call: Call, found: Reward, written: str, data: Mapping[str, Any]) -> Amendment:
    before = data["text"]
    return reward_form.amend(written or before, before, data["opened"], found, words_of(call), call.occasion)


def _terms(found: Reward, amendment: Amendment, data: Mapping[str, Any]) -> Terms:
    terms = reward_form.amended(found.terms, amendment)
    return replace(terms, picture=data["picture"] or terms.picture)


def _looked_at(call: Call, tx: Tx, written: str, data: dict[str, Any]) -> Effects:
    """The mistakes, or the preview; from here on the form counts as opened now."""
    found = actions.get(tx, data["reward"])
    amendment = _amendment(call, found, written, data)
    data["text"] = amendment.text
    if amendment.mistakes:
        return Ask("reward.edit", "forms/wrong", amendment.filled, data)
    if not amendment.values and data["picture"] is None:
        raise NothingTouched
    data["opened"] = reward_form.text_of(found, words_of(call), call.occasion)
    return _preview(call, found, amendment, data)


def _preview(call: Call, found: Reward, amendment: Amendment, data: dict[str, Any]) -> Effects:
    stock = amendment.filled.number_or_none("stock") if amendment.touches("stock") else found.stock
    shown = preview_of(
        _terms(found, amendment, data), stock or 0, call.occasion.programme, found.id, amendment.overtaken
    )
    rows: Keyboard = (
        (Button("reward/save", "reward.save", data, style="success"),),
        (
            Button("reward/change", "reward.change_again", data, once=False, corrects="reward.edit"),
            Button("reward/drop", "reward.drop", {"draft": data["draft"]}),
        ),
    )
    return previewed(call, shown, rows)


ROUTES = (
    Command(
        "editreward",
        edit,
        shelf=Shelf.GOODS,
        place=40,
        menu=False,
        who=OPERATORS,
        where=Where.PRIVATE,
        stays="a filled-in form",
    ),
    Prompted("reward.edit", filled_in, who=OPERATORS, takes=PICTURE, plain=True, fields="reward"),
    Press("reward.save", save, who=OPERATORS),
    Press("reward.change_again", change, who=OPERATORS),
)
