"""The card of first steps, and the button with which they begin, for all who show them."""

from actions.journey.checklist import ChecklistCard, Somebody
from handlers.effects import DAY_S, Button, Edit, Keyboard, Reply
from rules.journey.checklist import ChecklistState

LASTS_S = 400 * DAY_S
NOUN = "checklist"


def beginning(member: int) -> Button:
    """First steps with that member begin, or are looked at."""
    return _button("begin", {"member": member})


def said(card: ChecklistCard) -> Reply:
    """The card, where it was asked for."""
    return Reply("checklist/card", card, buttons=buttons(card), keep=f"{NOUN}:{card.id}")


def edited(card: ChecklistCard) -> Edit:
    """The card whose button was pressed, as it stands now."""
    return Edit("checklist/card", card, buttons=buttons(card))


def shown_last(card: ChecklistCard) -> Edit:
    """The card that was shown last, as it stands now."""
    return Edit("checklist/card", card, buttons=buttons(card), keep=f"{NOUN}:{card.id}")


def buttons(card: ChecklistCard) -> Keyboard:
    """A button for each step, then who sees to it, and the end."""
    if card.state is ChecklistState.ENDED:
        return ()
    steps = [[_step(card, n)] for n in range(len(card.steps))]
    if card.state is ChecklistState.DONE:
        return steps
    return [*steps, [_button("hand", {"checklist": card.id}), _button("end", {"checklist": card.id})]]


def choosing(card: ChecklistCard, team: tuple[Somebody, ...]) -> Keyboard:
    """To whom it is handed, two in a row, and the way back."""
    to = [_button("to", {"checklist": card.id, "to": one.member}, one) for one in team]
    return [*(to[n : n + 2] for n in range(0, len(to), 2)), [_button("back", {"checklist": card.id})]]


def opening(card: ChecklistCard) -> Button:
    """The card of one of a list."""
    return _button("open", {"checklist": card.id}, Somebody(card.member, card.name))


def number_of(name: str) -> int | None:
    """Which one is kept under that name."""
    noun, _, number = name.partition(":")
    return int(number) if noun == NOUN else None


def _step(card: ChecklistCard, n: int) -> Button:
    step = card.steps[n]
    data = {"checklist": card.id, "key": step.key}
    return Button(
        "checklist/step", "checklist.turn", data, step, anyone=True, once=False, lasts_s=LASTS_S, ticked=step.done
    )


def _button(key: str, data: dict[str, int], outcome: object = None) -> Button:
    return Button(f"checklist/{key}", f"checklist.{key}", data, outcome, anyone=True, once=False, lasts_s=LASTS_S)
