"""`/card`: what others see of a member; what one hides, and one line about oneself."""

from actions.honour import card as actions
from actions.honour.card import Card
from actions.honour.intro_report import TakenOff, let_stand, report
from handlers.call import Call
from handlers.effects import DAY_S, Ask, Button, Edit, Effects, Keyboard, Post, Reply, Tell, Whisper
from handlers.honour.portrait_buttons import turned
from handlers.persons import chosen, person_of
from handlers.routes import MODERATORS, Command, Given, Press, Prompted, Shelf
from messages.vocabulary import meant
from rules.honour.card import INTRO_MOST, CardPart, IntroAsked, NoSuchPart
from storage import members
from storage.engine.tx import Tx

LASTS_S = 30 * DAY_S
IN_A_ROW = 3


def show(call: Call, tx: Tx) -> Effects:
    """One's own, that of whoever is named or replied to; or a part of one's own is hidden or shown again."""
    verb, _, rest = call.words.strip().partition(" ")
    change = meant("card", "change", verb) if verb else None
    if change is not None:
        return _shown(actions.change(tx, call.member, _part(rest), shown=change == "show", occasion=call.occasion))
    named = verb or (call.reply_to is not None and call.reply_to.author is not None)
    member = person_of(call, tx, "card").member if named else call.member
    card = actions.card(tx, call.member, member, call.occasion)
    if card.own or not card.intro:
        return _shown(card)
    wrong = ("clear", "clear_theirs") if call.roles & MODERATORS else ("report", "report")
    return Whisper("card/card", card, buttons=((_theirs(*wrong, card.member),),))


def turn(call: Call, tx: Tx) -> Effects:
    """A part is hidden or shown, in place."""
    part, shown = CardPart(call.data["part"]), call.data["shown"]
    card = actions.change(tx, call.member, part, shown=shown, occasion=call.occasion)
    return Edit("card/card", card, buttons=_buttons(card))


def portray(call: Call, tx: Tx) -> Effects:
    """The caller's photo may be shown in the hall of honour, or no more."""
    said = turned(call, tx, shown=call.data["shown"])
    card = actions.card(tx, call.member, call.member, call.occasion)
    return [said, Edit("card/card", card, buttons=_buttons(card))]


def ask_intro(call: Call, tx: Tx) -> Effects:
    """One line about oneself."""
    return _asked()


def introduced(call: Call, tx: Tx) -> Effects:
    """It stands on the card from now on."""
    if not call.words.strip():
        return _asked()
    card = actions.introduce(tx, call.member, call.words, call.occasion)
    return Reply("card/card", card, buttons=_buttons(card))


def clear(call: Call, tx: Tx) -> Effects:
    """One's own line goes."""
    card = actions.clear(tx, call.member, call.member, call.occasion)
    return Edit("card/card", card, buttons=_buttons(card))


def clear_theirs(call: Call, tx: Tx) -> Effects:
    """Staff take an advertisement off a card; whose it is hears of it."""
    member = members.get(tx, call.data["member"])
    card = actions.clear(tx, call.member, member, call.occasion)
    seen = Edit("card/taken_off", TakenOff(member.name, call.member.name))
    return [seen, Tell(member.id, "card/cleared", card, quiet=True)]


def show_staff(call: Call, tx: Tx) -> Effects:
    """The line is shown to the staff, who decide whether it stays."""
    thanks = Whisper("card/report_thanked")
    shown = report(tx, call.member, call.data["member"], call.occasion)
    if shown is None:
        return thanks
    buttons = tuple(_theirs(label, f"{label}_theirs", shown.member, anyone=True) for label in ("clear", "leave"))
    return [thanks, Post(shown.desk, "card/reported", shown, buttons=(buttons,))]


def leave_theirs(call: Call, tx: Tx) -> Effects:
    """It stays."""
    return Edit("card/left", let_stand(tx, call.member, call.data["member"], call.occasion))


def _theirs(label: str, press: str, member: int, *, anyone: bool = False) -> Button:
    return Button(f"card/{label}", f"card.{press}", {"member": member}, anyone=anyone, once=False, lasts_s=LASTS_S)


def _asked() -> Ask:
    return Ask("card.intro", "card/ask_intro", IntroAsked(INTRO_MOST))


def _part(words: str) -> CardPart:
    part = meant("card", "part", words.strip())
    if part is None:
        raise NoSuchPart
    return CardPart(part)


def _shown(card: Card) -> Whisper:
    return Whisper("card/card", card, buttons=_buttons(card))


def _buttons(card: Card) -> Keyboard:
    """Of one's own: what is hidden, each part in its place, and the line about oneself."""
    if not card.own:
        return ()
    parts = [_turn(card, part) for part in CardPart]
    write = Button("card/write", "card.write", outcome=card, once=False, lasts_s=LASTS_S)
    off = (Button("card/clear", "card.clear", once=False, lasts_s=LASTS_S),) if card.intro else ()
    rows = (tuple(parts[at : at + IN_A_ROW]) for at in range(0, len(parts), IN_A_ROW))
    return (*rows, *_portrait(card), (write, *off))


def _portrait(card: Card) -> Keyboard:
    """For whoever is in the hall of honour."""
    if card.portrayed is None:
        return ()
    data = {"shown": not card.portrayed}
    return ((Button("card/portrait", "card.portray", data, once=False, lasts_s=LASTS_S, ticked=card.portrayed),),)


def _turn(card: Card, part: CardPart) -> Button:
    hidden = part in card.hides
    data = {"part": part.value, "shown": hidden}
    return Button(f"card/{part}", "card.turn", data, once=False, lasts_s=LASTS_S, ticked=not hidden)


ROUTES = (
    Command("card", show, shelf=Shelf.STANDING, place=25, fades=True),
    Press("card.chosen", chosen(show)),
    Press("card.turn", turn),
    Press("card.portray", portray),
    Press("card.write", ask_intro),
    Press("card.clear", clear, outside=True),
    Press("card.clear_theirs", clear_theirs, who=MODERATORS),
    Press("card.leave_theirs", leave_theirs, who=MODERATORS),
    Press("card.report", show_staff),
    Prompted("card.intro", introduced, Given.OPEN, even_empty=True),
)
