"""How tickets stand in the staff group, and what their authors are told."""

from msgspec import Struct

from actions.fairness.feedback import FeedbackSaid, Ticket
from actions.fairness.feedback_decided import FeedbackDecided, FeedbackNews, FeedbackTold
from handlers.effects import Button, Edit, Effect, Keyboard, Post, Tell
from rules.fairness.feedback import FILES_MOST, MOVES, WORDS_MOST, FeedbackKind, FeedbackState
from rules.letters import Kind
from rules.people import Purpose
from storage.engine.tx import Tx
from storage.post import outbox

LASTS_S = 180 * 86_400


class FeedbackAsked(Struct, frozen=True):
    """What is to be written about, and how much of it may be; after the little that was `said`, a line more."""

    kind: FeedbackKind
    said: str = ""
    words_most: int = WORDS_MOST
    files_most: int = FILES_MOST


class FeedbackAsking(Struct, frozen=True):
    """What staff are asked about ticket `number`, and how long the answer may be."""

    number: int
    most: int


def card(ticket: Ticket) -> Post:
    """A ticket that is new there."""
    return Post(ticket.desk, "feedback/card", ticket, buttons=choices(ticket), keep=card_name(ticket.number))


def refreshed(ticket: Ticket) -> Edit:
    """The card as it is now."""
    return Edit("feedback/card", ticket, buttons=choices(ticket), keep=card_name(ticket.number))


def added(tx: Tx, said: FeedbackSaid) -> Post:
    """Further words of the author, below the card; a reply to them answers as one to the card does."""
    found = outbox.kept(tx, card_name(said.number))
    name = f"{card_name(said.number)}:{said.nth}"
    return Post(said.desk, "feedback/added", said, keep=name, reply_to=found[1] if found else None)


def told(one: FeedbackTold) -> Tell:
    """An author reads what has become of it, and may answer."""
    buttons: list[list[Button]] = []
    if one.asks:
        buttons += [[_named(one.number, "name_me", agrees=True)], [_named(one.number, "name_nobody", agrees=False)]]
    elif one.state in (FeedbackState.ADOPTED, FeedbackState.SHIPPED):
        buttons += [[talk_button(one.number)]]
    elif one.merged_into is None:
        buttons += [[_button("more", one.number)]]
    return Tell(one.member, "feedback/told", one, buttons=buttons, keep=f"{card_name(one.number)}:told:{one.state}")


def answered_to(member: int, said: FeedbackSaid) -> Tell:
    """An author reads what the team answers, and may say more."""
    keep = f"{card_name(said.number)}:{said.nth}:answer"
    return Tell(member, "feedback/answered", said, buttons=[[_button("more", said.number)]], keep=keep)


def thanked(news: FeedbackNews | None) -> list[Effect]:
    """The communities read whom an adopted suggestion is owed to."""
    where = Purpose.ANNOUNCEMENTS.value
    return [Post(place, "feedback/thanks", news, purpose=where) for place in news.places] if news else []


def moved(done: FeedbackDecided) -> list[Effect]:
    """The card as it is now, those who are told, and what everybody reads of it."""
    news = done.news
    shipped = (
        [
            Post(place, "feedback/shipped", news, purpose=Purpose.ANNOUNCEMENTS.value, kind=Kind.ANNOUNCEMENT)
            for place in news.places
        ]
        if news and news.version
        else thanked(news)
    )
    return [refreshed(done.ticket), *(told(one) for one in done.told), *shipped]


def talk_button(number: int) -> Button:
    """Talking with the product team; asked for once."""
    return Button("feedback/talk", "feedback.talk", {"feedback": number}, lasts_s=LASTS_S)


def choices(ticket: Ticket) -> Keyboard:
    """What staff can do with it from here."""
    if ticket.merged_into is not None:
        return ()
    moves = [_staff(to.value, ticket.number) for to in MOVES[ticket.state]]
    rows = [moves[at : at + 2] for at in range(0, len(moves), 2)]
    words = [[_staff("word", ticket.number)]] if ticket.untold else []
    return [*rows, *words, *([[_staff("merge", ticket.number)]] if ticket.open else [])]


def card_name(number: int) -> str:
    """The name under which the card of a ticket is remembered."""
    return f"feedback:{number}"


def number_of(name: str | None) -> int | None:
    """The ticket that a message of that name is about."""
    noun, _, rest = (name or "").partition(":")
    return int(rest.partition(":")[0]) if noun == "feedback" else None


def below(tx: Tx, ticket: Ticket, template: str) -> Effect:
    """Something said below the card of a ticket."""
    found = outbox.kept(tx, card_name(ticket.number))
    return Post(ticket.desk, template, ticket, reply_to=found[1] if found else None)


def _named(number: int, label: str, *, agrees: bool) -> Button:
    return Button(f"feedback/{label}", "feedback.named", {"feedback": number, "named": agrees}, lasts_s=LASTS_S)


def _button(kind: str, number: int) -> Button:
    return Button(f"feedback/{kind}", f"feedback.{kind}", {"feedback": number}, once=False, lasts_s=LASTS_S)


def _staff(kind: str, number: int) -> Button:
    data = {"feedback": number}
    return Button(f"feedback/to_{kind}", f"feedback.{kind}", data, anyone=True, once=False, lasts_s=LASTS_S)
