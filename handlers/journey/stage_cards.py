"""The cards by which staff decide about stages, and what the member hears."""

from collections.abc import Mapping

from actions.honour import mentor
from actions.journey.stage import StageMoved, StageSeen
from actions.journey.stage_found import StageCard
from handlers.effects import DAY_S, Button, Edit, Effect, Keyboard, Menu, Note, Post, Reply
from handlers.honour.mentoring_cards import offer_edited
from rules.journey.stage_proposal import StageProposalState
from rules.note import Matter
from rules.occasion import Occasion
from rules.people import Role
from rules.stage import Stage
from rules.values import replace
from storage import groups, members
from storage.engine.tx import Tx

LASTS_S = 400 * DAY_S
NOUN = "stage"


def told(tx: Tx, done: StageMoved) -> list[Effect]:
    """They read in the evening what it brings; what they can do without their offices stands in their menu."""
    note = Note(done.member, Matter.NEWS, f"stage:{done.stage.value}", "stage/told", done)
    if not done.ended.held:
        return [note]
    member = members.get(tx, done.member)
    return [note, Menu(member.telegram_id, member.locale, members.roles(tx, member.id))]


def handed_over(tx: Tx, done: StageMoved, occasion: Occasion) -> list[Effect]:
    """What the team has to give to others now; a card about what they had offered says that it is over."""
    desk, offer = groups.staff(tx), done.ended.offer
    free = done.ended.fields or Role.COUNCIL in done.ended.held
    line: list[Effect] = [Post(desk.id, "stage/handed_over", done, quiet=True)] if desk and free else []
    return [*line, *([offer_edited(mentor.known_card(tx, offer, occasion))] if offer else [])]


def posted(desk: int, card: StageCard) -> Post:
    """The card is put before the staff."""
    return Post(desk, template(card), card, buttons(card), keep=f"{NOUN}:{card.id}", quiet=True, lasts_s=7 * DAY_S)


def said(card: StageCard) -> Reply:
    """The card, where it was asked for."""
    return Reply(template(card), card, buttons=buttons(card), keep=f"{NOUN}:{card.id}")


def edited(card: StageCard) -> Edit:
    """The card, wherever it stands, says how things are."""
    return Edit(template(card), card, buttons=buttons(card), keep=f"{NOUN}:{card.id}")


def pressed(card: StageCard) -> Edit:
    """The card whose button was pressed."""
    return Edit(template(card), card, buttons=buttons(card))


def template(card: StageCard) -> str:
    """A conversation comes before an honour without duties."""
    return "stage/farewell" if card.stage is Stage.ALUMNI else "stage/card"


def buttons(card: StageCard) -> Keyboard:
    """Yes or no, while it waits."""
    if card.state is not StageProposalState.WAITING:
        return ()
    yes, no = ("agreed", "goes_on") if card.stage is Stage.ALUMNI else ("accept", "decline")
    data = {"proposal": card.id}
    return ((_button(yes, "stage.accept", data), _button(no, "stage.decline", data)),)


def choices(seen: StageSeen) -> Keyboard:
    """Another stage by hand; each keeps its place."""
    return [[_choice(seen, stage)] for stage in Stage]


def _choice(seen: StageSeen, stage: Stage) -> Button:
    data = {"member": seen.member, "stage": stage.value}
    return replace(_button(f"to_{stage.value}", "stage.to", data), ticked=stage is seen.stage)


def _button(label: str, action: str, data: Mapping[str, int | str]) -> Button:
    return Button(f"stage/{label}", action, data, anyone=True, once=False, lasts_s=LASTS_S)
