"""Buttons and cards of the core group: the way in, and what staff decide."""

from actions.honour.core import OwnCore
from actions.honour.core_watch import CoreAnswered, CoreQuestion
from handlers.effects import Button, Edit, Keyboard, Post
from rules.programme.cores import MOST_DECIDE_DAYS
from storage import groups
from storage.engine.tx import Tx

OFFER_S = 30 * 86_400


def way_in(seen: OwnCore) -> Keyboard:
    """A button for each core group that may be entered; it makes the link."""
    if not seen.entrance.open:
        return ()
    return tuple(
        (Button("core/enter", "core.enter", {"group": room.group}, outcome=room, once=False, lasts_s=OFFER_S),)
        for room in seen.outside
    )


def card_of(case: int) -> str:
    """By what name a case's card is remembered."""
    return f"core:{case}"


def link_of(member: int) -> str:
    """By what name the message with a member's own link is remembered."""
    return f"core:link:{member}"


def question_card(tx: Tx, asked: CoreQuestion) -> list[Post]:
    """The card by which staff decide."""
    staff = groups.staff(tx)
    buttons = (tuple(_decides(asked, act) for act in ("keep", "let_go")),)
    return [Post(staff.id, "core/question", asked, buttons, keep=card_of(asked.case))] if staff else []


def _decides(asked: CoreQuestion, act: str) -> Button:
    data = {"case": asked.case}
    return Button(
        f"core/{act}_{asked.story}",
        f"core.{act}",
        data,
        anyone=True,
        once=False,
        lasts_s=(MOST_DECIDE_DAYS + 1) * 86_400,
    )


def answered_card(done: CoreAnswered) -> Edit:
    """The card says what became of it."""
    return Edit("core/answered", done, keep=card_of(done.case))
