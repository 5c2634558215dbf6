"""The shelf, for operators: rewards made by a form, closed and listed."""

from msgspec import Struct

from actions import draft
from actions.shop import reward as actions
from actions.shop.reward import Shelved
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effects, Keyboard, Reply
from handlers.kept import form_mistaken
from handlers.pages import turning
from handlers.routes import MODERATORS, OPERATORS, PICTURE, Command, Given, Press, Prompted, Shelf, Start, Where
from handlers.shop import reward_together as together
from handlers.shop.reward_preview import alone, picture_of, preview_of, previewed, words_of
from rules.draft import DraftKind
from rules.pages import Page, page_of
from rules.reading.forms import Filled
from rules.shop import reward_form
from rules.shop.reward import RewardKind
from storage.engine.tx import Tx
from storage.shop import rewards, wants

LISTED = 30


class Blank(Struct, frozen=True):
    """The titles that may be written into the form."""

    layers: tuple[str, ...]
    levels: tuple[str, ...]


class AllRewards(Struct, frozen=True):
    """A page of all rewards, those on the shelf first."""

    rewards: tuple[Shelved, ...]
    page: Page


def new(call: Call, tx: Tx) -> Effects:
    """With nothing, the form comes; with a filled form, or several, the preview."""
    text = call.words.strip()
    data: dict[str, object] = {"text": "", "picture": None, "draft": _begin(call, tx, text)}
    if text:
        return _read(call, text, data)
    programme = call.occasion.programme
    blank = Blank(
        tuple(layer.title for layer in programme.shop.layers), tuple(level.title for level in programme.levels)
    )
    return Ask("reward.form", "reward/form", blank, data)


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that correct it, with or without a picture."""
    return _read(call, call.words, dict(call.data))


def change(call: Call, tx: Tx) -> Effects:
    """Not quite: the form once more, as it was."""
    draft.require_open(tx, call.data["draft"])
    return Ask("reward.form", "reward/form_again", Filled(call.data["text"]), dict(call.data))


def drop(call: Call, tx: Tx) -> Effects:
    """Think no more of it."""
    draft.drop(tx, call.member, call.data["draft"], call.occasion)
    return Edit("reward/dropped")


def publish(call: Call, tx: Tx) -> Effects:
    """Onto the shelf it goes, once of all the previews that stand open."""
    data = call.data
    draft.require_open(tx, data["draft"])
    filled = reward_form.read(data["text"], words_of(call), call.by_the_clock_here)
    if filled.mistakes:
        return form_mistaken("reward.form", filled, dict(data))
    terms = reward_form.terms_of(filled, data["picture"])
    stock = filled.number_or_none("stock") or 0
    done = actions.make(tx, terms, stock, call.member, call.occasion)
    draft.publish(tx, data["draft"], done.id, call.occasion)
    return _shown(done)


def close(call: Call, tx: Tx) -> Effects:
    """`/closereward 3`: off the shelf; open orders go on."""
    return Reply("reward/closed", actions.close(tx, alone(call, tx, "closereward").id, call.member, call.occasion))


def listed(call: Call, tx: Tx) -> Effects:
    """What stands on the shelf, with numbers."""
    shown = _list(call, tx, 1)
    return Reply("reward/list", shown, buttons=turning(shown.page, "reward.turned"))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page of it, in place."""
    shown = _list(call, tx, call.data["page"])
    return Edit("reward/list", shown, buttons=turning(shown.page, "reward.turned"))


def _list(call: Call, tx: Tx, number: int) -> AllRewards:
    page = page_of(number, rewards.many(tx), LISTED)
    found = rewards.listed(tx, LISTED, page.before)
    return AllRewards(tuple(actions.shelved(one, call.occasion, wants.count(tx, one.id)) for one in found), page)


def _begin(call: Call, tx: Tx, text: str = "") -> int:
    return draft.begin(tx, call.member, DraftKind.REWARD, call.occasion, text)


def _read(call: Call, text: str, data: dict[str, object]) -> Effects:
    if together.several(call, text):
        return together.looked_at(call, text, data)
    picture = picture_of(call) or data["picture"]
    before = str(data["text"])
    filled = reward_form.read(text or before, words_of(call), call.by_the_clock_here, before)
    data = {**data, "text": filled.text, "picture": picture}
    return form_mistaken("reward.form", filled, data) if filled.mistakes else _preview(call, filled, data)


def _preview(call: Call, filled: Filled, data: dict[str, object]) -> Effects:
    picture = data["picture"]
    assert picture is None or isinstance(picture, str)
    terms, stock = reward_form.terms_of(filled, picture), filled.number_or_none("stock") or 0
    rows: Keyboard = (
        (Button("reward/publish", "reward.publish", data, style="success"),),
        (
            Button("reward/change", "reward.change", data, once=False, corrects="reward.form"),
            Button("reward/drop", "reward.drop", {"draft": data["draft"]}),
        ),
    )
    return previewed(call, preview_of(terms, stock, call.occasion.programme), rows)


def _shown(made: Shelved) -> Edit:
    if made.terms.kind is not RewardKind.CODE:
        return Edit("reward/made", made)
    codes = Button("reward/codes", "reward.codes", {"reward": made.id}, once=False, style="primary")
    return Edit("reward/made", made, buttons=((codes,),))


ROUTES = (
    Command(
        "newreward",
        new,
        fields="reward",
        shelf=Shelf.GOODS,
        place=30,
        who=OPERATORS,
        where=Where.PRIVATE,
        stays="a filled-in form",
        takes=PICTURE,
        plain=True,
    ),
    Start("newreward", new, who=OPERATORS),
    Command(
        "closereward", close, shelf=Shelf.GOODS, place=50, menu=False, who=OPERATORS, where=Where.STAFF, fades=True
    ),
    Command("rewards", listed, shelf=Shelf.GOODS, place=20, who=MODERATORS, where=Where.STAFF, fades=True),
    Prompted("reward.form", filled_in, Given.PREVIEWED, who=OPERATORS, takes=PICTURE, plain=True, fields="reward"),
    Prompted(
        "reward.together",
        together.filled_in,
        Given.PREVIEWED,
        who=OPERATORS,
        takes=PICTURE,
        plain=True,
        fields="reward",
    ),
    Press("reward.publish", publish, who=OPERATORS),
    Press("reward.publish_together", together.publish, who=OPERATORS),
    Press("reward.change_together", together.change, who=OPERATORS),
    Press("reward.change", change, who=OPERATORS),
    Press("reward.drop", drop, who=OPERATORS),
    Press("reward.turned", turned, who=MODERATORS),
)
