"""The card by which the staff decide about a badge that became untrue."""

from actions.honour.badge_settled import Doubt
from handlers.effects import Button, Keyboard

WAITS_S = 90 * 86_400


def card_of(doubt: Doubt) -> str:
    """By what name the card is remembered."""
    return f"badge:{doubt.member}:{doubt.badge}"


def doubt_buttons(doubt: Doubt) -> Keyboard:
    """It stays, or it goes."""
    data = {"member": doubt.member, "badge": doubt.badge}
    return (
        (
            Button("badges/keep", "badge.keep", data, anyone=True, once=False, lasts_s=WAITS_S),
            Button("badges/lapse", "badge.lapse", data, anyone=True, once=False, lasts_s=WAITS_S),
        ),
    )
