"""The card of somebody who was noted, and what follows when Telegram has answered about their link."""

from actions.journey import scout as actions
from actions.journey.scout import ScoutCard
from handlers.door import Withdraw
from handlers.effects import DAY_S, Button, Edit, Effect, Keyboard
from handlers.journey.checklist_cards import beginning
from rules.occasion import Occasion
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.journey import scout_links
from storage.post.letters import Queued
from storage.post.standing import CreateChatInviteLink

NOUN = "scout"
LASTS_S = 90 * DAY_S


def followed(tx: Tx, letter: Queued, link: str, why: str, now: int, programme: Programme) -> list[Effect]:
    """A link that was made stands on the card of whom it is for."""
    noun, _, number = (letter.keep or "").partition(":")
    if noun != NOUN or not isinstance(letter.said, CreateChatInviteLink):
        return []
    found = scout_links.get(tx, int(number))
    card = actions.link_made(tx, found, link, Occasion(now, programme)) if found else None
    if card is None:
        return [Withdraw(found.group, link)] if found and link else []
    return [offered(card)]


def offered(card: ScoutCard) -> Edit:
    """The card that was shown last, as it stands now."""
    return Edit("scout/card", card, buttons=card_of(card), keep=f"{NOUN}:{card.id}")


def card_of(card: ScoutCard) -> Keyboard:
    """A link into each group, and the way to forget them; with those who are here, first steps."""
    if card.member:
        return [[beginning(card.member)]]
    rooms = [[_button("link", card, {"group": room.group}, room)] for room in card.rooms]
    return [*rooms, [_button("withdraw", card, {}, None)]]


def _button(key: str, card: ScoutCard, data: dict[str, int], outcome: object) -> Button:
    whole = {"scouted": card.id, **data}
    return Button(f"scout/{key}", f"scout.{key}", whole, outcome, anyone=True, once=False, lasts_s=LASTS_S)
