"""The card on which staff look at what an author reports of their work outside. Shared by what reports and what checks."""

from actions.works.result import ResultNoted
from handlers.effects import DAY_S, Button, Edit, Effect, Keyboard, Post
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox

LASTS_S = 90 * DAY_S


def to_desk(tx: Tx, done: ResultNoted) -> list[Effect]:
    """A card for the report; one that waits still takes the newer figures in its place."""
    staff = groups.staff(tx)
    if staff is None:
        return []
    if done.waited and outbox.kept(tx, _name(done.place.id)):
        return [card_again(done)]
    return [Post(staff.id, "result/card", done, buttons=_buttons(done), keep=_name(done.place.id))]


def card_again(done: ResultNoted) -> Edit:
    """The card as it is now."""
    return Edit("result/card", done, buttons=_buttons(done), keep=_name(done.place.id))


def _name(place: int) -> str:
    return f"result:{place}"


def _buttons(done: ResultNoted) -> Keyboard:
    """Nothing that is final stands where another was pressed: they all settle it, or ask first."""
    if not done.waits:
        return ()
    data = {"report": done.report}
    return (
        (_button("confirm", data, "success"), _button("correct", data)),
        (_button("unseen", data),),
    )


def _button(key: str, data: dict[str, int], style: str | None = None) -> Button:
    return Button(f"result/{key}", f"result.{key}", data, anyone=True, once=False, lasts_s=LASTS_S, style=style)
