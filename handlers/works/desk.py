"""The review desk's cards: how a submission is laid before the staff group. Shared by what submits and what reviews."""

from msgspec import Struct

from actions.works import claim, plan, review_card
from actions.works.review_card import SubmissionCard
from actions.works.submission import WorkStays
from handlers.effects import DAY_S, Button, Delete, Edit, Effect, Keyboard, Link, Post, Show
from handlers.hanging import channel_buttons
from handlers.works import plan_card
from rules.files import batches
from rules.links import message_link
from rules.occasion import Occasion
from rules.showcase import Exhibited
from rules.works.review import Chip
from rules.works.submission import Stage
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox

CHIPS_IN_ROW = 2
LASTS_S = 30 * DAY_S
LONG_TEXT = 600


def to_desk(tx: Tx, number: int, occasion: Occasion) -> list[Effect]:
    """The work itself and its card, in the staff group; nothing while no staff group has been activated."""
    staff = groups.staff(tx)
    if staff is None:
        return []
    card = review_card.put_on_desk(tx, number, occasion)
    older = Edit("review/superseded", card, buttons=channel_buttons(tx, Exhibited.WORK, number), keep=_name(number))
    shown = [
        Show([(file.kind, file.file_id) for file in some], group=staff.id, keep=f"{_name(number)}:{card.version}:{nth}")
        for nth, some in enumerate(batches(card.work.files))
    ]
    text = [Post(staff.id, "review/text", card)] if len(card.text) > LONG_TEXT else []
    return [older, *shown, *text, _post(tx, staff.id, card, occasion)]


class ChangedAfterwards(Struct, frozen=True):
    """What stands in the group by `author` is not any more what was handed in as work `id`."""

    id: int
    title: str
    author: str
    link: str | None


def changed_afterwards(tx: Tx, done: WorkStays, author: str, link: str | None) -> list[Effect]:
    """Staff hear, once at a time, that a message says something else than the card of its work, whose challenge is over."""
    staff, card = groups.staff(tx), outbox.kept(tx, _name(done.id))
    if staff is None or done.other:
        return []
    changed, keep = ChangedAfterwards(done.id, done.title, author, link), f"{_name(done.id)}:edited"
    below = card and card[1]
    return [
        Delete(keep=keep),
        Post(staff.id, "review/edited_afterwards", changed, keep=keep, reply_to=below, quiet=True),
    ]


def _post(tx: Tx, staff: int, card: SubmissionCard, occasion: Occasion) -> Post:
    """A pitch is talked about with its author; a work is reviewed."""
    if card.stage is Stage.PLAN:
        seen = plan.seen(tx, card.id, occasion)
        return Post(staff, "plan/card", seen, buttons=plan_card.buttons(seen), keep=_name(card.id))
    return Post(staff, "review/card", card, buttons=buttons(tx, card), keep=_name(card.id))


def card_again(tx: Tx, number: int, occasion: Occasion) -> Edit:
    """The card as it is now, in place of the one that stands there."""
    card = review_card.card(tx, number, occasion)
    if card.stage is Stage.PLAN:
        return plan_card.card_again(tx, number, occasion)
    return Edit("review/card", card, buttons=buttons(tx, card), keep=_name(number))


def freed(tx: Tx, occasion: Occasion, leaver: int | None = None) -> list[Effect]:
    """The cards of works that nobody has in hand any more, as free again; `leaver` has just left the staff."""
    return [card_again(tx, number, occasion) for number in claim.freed(tx, occasion, leaver)]


def card_address(tx: Tx, number: int) -> str:
    """The web address of a submission's card; empty when there is none, or in a group that has no addresses."""
    found = outbox.kept(tx, _name(number))
    return message_link(*found) or "" if found else ""


def number_of(name: str) -> int | None:
    """The submission whose card, or what it shows, is remembered under that name."""
    noun, _, number = name.partition(":")
    return int(number.partition(":")[0]) if noun == "review" else None


def buttons(tx: Tx, card: SubmissionCard) -> Keyboard:
    """What a reviewer can do: claim it first, then choose chips and decide.

    No decision stands where the claim was pressed: neither in the first row nor in the last.
    """
    see = _see(tx, card)
    if card.reviewer is None:
        return ((_button("claim", card), *see),)
    rows = [row for praise in (True, False) for row in _chips(card, praise=praise)]
    decide = (_button("approve", card, style="success"), _feature(card), _button("return", card, style="danger"))
    return (*rows, decide, (_button("take_over", card), _button("release", card), *see))


def _name(number: int) -> str:
    return f"review:{number}"


def _feature(card: SubmissionCard) -> Button:
    """What goes to the channel is looked at first."""
    if not card.goes_up:
        return _button("feature", card)
    data = {"submission": card.id, "version": card.version}
    return Button("review/feature", "showcase.preview", data, anyone=True, once=False, lasts_s=LASTS_S)


def _button(key: str, card: SubmissionCard, style: str | None = None) -> Button:
    data = {"submission": card.id, "version": card.version}
    return Button(f"review/{key}", f"review.{key}", data, anyone=True, once=False, lasts_s=LASTS_S, style=style)


def _chips(card: SubmissionCard, *, praise: bool) -> list[tuple[Button, ...]]:
    """Rows of remarks; praise in another colour than what could be better."""
    chips = [_chip(card, chip) for chip in card.allowed if chip.praise is praise]
    return [tuple(chips[at : at + CHIPS_IN_ROW]) for at in range(0, len(chips), CHIPS_IN_ROW)]


def _chip(card: SubmissionCard, chip: Chip) -> Button:
    data = {"submission": card.id, "version": card.version, "chip": chip.key}
    ticked, style = chip.key in card.chips, "primary" if chip.praise else None
    return Button(
        f"review/{chip.key}", "review.chip", data, anyone=True, once=False, lasts_s=LASTS_S, ticked=ticked, style=style
    )


def _see(tx: Tx, card: SubmissionCard) -> tuple[Link, ...]:
    """A link to the message in the group."""
    if card.group is None or card.message is None:
        return ()
    url = message_link(groups.get(tx, card.group).chat_id, card.message)
    return (Link("review/see", url=url),) if url else ()
