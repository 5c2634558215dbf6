"""Making a co-creation brief: a form to fill in and send back, previewed and confirmed."""

from collections.abc import Sequence

from msgspec import Struct

from actions.teams import cocreation
from handlers.call import Call
from handlers.making import Made, Making
from handlers.teams.cocreation_told import announced
from handlers.works.told_first import told_first
from rules.audience import Reader
from rules.draft import DraftKind
from rules.occasion import Occasion
from rules.people import Group
from rules.reading.form_fields import Vocabulary
from rules.reading.forms import Filled
from rules.same_again import SameAgain, same_again
from rules.teams import cocreation_form
from rules.teams.cocreation import CocreationPlan
from rules.works.told_first import FirstKind
from storage.engine.tx import Tx


class CocreationPreview(Struct, frozen=True):
    """The brief as it is to be, and every group, with whether it is told."""

    plan: CocreationPlan
    readers: tuple[Reader, ...]


def _make(call: Call, tx: Tx, filled: Filled, told: Sequence[Group]) -> Made:
    made = cocreation.publish(tx, call.member, cocreation_form.plan_of(filled), call.occasion)
    shown = cocreation.seen(tx, made, None, call.occasion)
    return Made(
        made.id, shown, [*announced(told, shown), *told_first(tx, FirstKind.COCREATION, made.id, told, call.occasion)]
    )


def _preview(tx: Tx, filled: Filled, readers: tuple[Reader, ...], number: int) -> CocreationPreview:
    return CocreationPreview(cocreation_form.plan_of(filled), readers)


def _same(tx: Tx, number: int, words: Vocabulary, occasion: Occasion) -> SameAgain:
    text = cocreation_form.text_of(cocreation.known(tx, number).plan, words)
    return same_again(cocreation_form.FORM, text, words)


MAKING = Making("cocreation", "newcocreation", DraftKind.COCREATION, cocreation_form.read, _preview, _make, _same)
ROUTES = MAKING.routes(place=52)
