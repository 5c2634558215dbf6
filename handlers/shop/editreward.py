"""Changing a reward by form: what nobody touched stays as it is, also when it changed while the form was open."""

from actions.shop import reward as actions
from handlers.call import Call
from handlers.editing import Data, Editing
from handlers.effects import Edit, Effects, Keyboard
from handlers.numbered import one_numbered
from handlers.routes import OPERATORS, PICTURE, Shelf, Start
from handlers.shop.reward_preview import named, picture_of, preview_of, previewed, words_of
from rules.draft import DraftKind
from rules.occasion import Occasion
from rules.reading.amending import Amendment
from rules.reading.form_fields import Vocabulary
from rules.shop import reward_form
from rules.shop.reward import Reward, RewardNumberNeeded, Terms
from rules.values import replace
from storage.engine.tx import Tx


def _show(call: Call, tx: Tx, found: Reward, amendment: Amendment, data: Data, rows: Keyboard) -> Effects:
    stock = _stock(amendment) if amendment.touches("stock") else found.stock
    terms = _terms(found, amendment, data)
    shown = preview_of(terms, stock or 0, call.occasion.programme, found.id, amendment.overtaken)
    return previewed(call, shown, rows)


def _save(call: Call, tx: Tx, found: Reward, amendment: Amendment, data: Data) -> Effects:
    again = data["closed"] or not found.closed
    terms, stock = _terms(found, amendment, data), _stock(amendment)
    done = actions.edit(tx, found.id, terms, stock, call.member, call.occasion, shelve=again)
    return Edit("reward/edited", done)


def _stock(amendment: Amendment) -> int | None:
    return amendment.filled.number_or_none("stock") if amendment.touches("stock") else None


def _terms(found: Reward, amendment: Amendment, data: Data) -> Terms:
    terms = reward_form.amended(found.terms, amendment)
    return replace(terms, picture=data["picture"] or terms.picture)


def _text(found: Reward, words: Vocabulary, occasion: Occasion) -> str:
    return reward_form.text_of(found, words, occasion)


def _amend(found: Reward, written: str, before: str, opened: str, words: Vocabulary, occasion: Occasion) -> Amendment:
    return reward_form.amend(written, before, opened, found, words, occasion)


def _number(call: Call, tx: Tx, command: str) -> tuple[int, str]:
    found, written = named(call, tx, command)
    one_numbered(call.words, command, RewardNumberNeeded)
    return found.id, written


def _picture(call: Call) -> Data:
    picture = picture_of(call)
    return {"picture": picture} if picture else {}


EDITING = Editing(
    noun="reward",
    kind=DraftKind.REWARD,
    find=lambda tx, number, occasion: actions.get(tx, number),
    text=_text,
    amend=_amend,
    show=_show,
    save=_save,
    number=_number,
    words=words_of,
    also=lambda data: data["picture"] is not None,
    extra=lambda found: {"picture": None, "closed": found.closed},
    taken=_picture,
    once=False,
)
ROUTES = (
    *EDITING.routes(place=40, shelf=Shelf.GOODS, who=OPERATORS, takes=PICTURE),
    Start("editreward", EDITING.edit, who=OPERATORS),
)
