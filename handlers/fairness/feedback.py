"""`/feedback`: criticism under one's name. What comes before the choice of a name leaves no trace (see feedback_sealed)."""

from actions.fairness import feedback as actions
from actions.fairness import feedback_decided, feedback_sealed
from handlers.call import Call, Media
from handlers.cards import name_replied
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Post, Reply, Show
from handlers.fairness.feedback_cards import (
    LASTS_S,
    FeedbackAsked,
    added,
    card,
    card_name,
    number_of,
    talk_button,
    thanked,
)
from handlers.routes import FILES, Given, Observe, On, Press, Prompted
from rules.fairness.feedback import FeedbackKind, joined, little, says_little
from rules.letters import Kind
from rules.markup import plain
from storage.engine.tx import Tx


def begin(call: Call, tx: Tx) -> Effects:
    """Under one's name, about that."""
    kind = FeedbackKind(call.data["words"])
    return Ask("feedback.words", "feedback/ask", FeedbackAsked(kind), {"kind": kind.value})


def written(call: Call, tx: Tx) -> Effects:
    """What the member has to say, with a picture or the first one of an album; after a word or two a line more is asked for."""
    kind, message = FeedbackKind(call.data["kind"]), call.message
    media, words = message.media if message else None, joined(call.data.get("said", ""), call.words)
    if says_little(words) and media is None:
        said = little(words)
        return Ask("feedback.words", "feedback/ask", FeedbackAsked(kind, said), {"kind": kind.value, "said": said})
    album = message.album if message else None
    done = actions.write(tx, call.member, kind, words, 1 if media else 0, album, call.occasion)
    return [
        Reply("feedback/received", done, buttons=_more(done.number), keep=f"{card_name(done.number)}:received"),
        card(done),
        *_files(media, done.desk, done.number, album),
    ]


def piece(call: Call, tx: Tx) -> Effects:
    """A further picture of an album goes after the first one, and its words as well."""
    message = call.message
    if message is None or message.album is None or message.media is None or not message.further:
        return None
    said = actions.goes_on(tx, call.member, message.album, message.text, call.occasion)
    if said is None:
        return None
    shown = _files(message.media, said.desk, said.number, message.album)
    return [*([added(tx, said)] if said.words else []), *shown]


def ask_more(call: Call, tx: Tx) -> Effects:
    """There is more to say about a ticket."""
    number: int = call.data["feedback"]
    return Ask("feedback.more", "feedback/ask_more", actions.ticket_of(tx, number, call.occasion), {"feedback": number})


def more(call: Call, tx: Tx) -> Effects:
    """It goes to the staff, below the card."""
    if not call.words.strip():
        return ask_more(call, tx)
    return _passed_on(call, tx, call.data["feedback"], call.words)


def replied(call: Call, tx: Tx) -> Effects:
    """A reply to what the bot said about a ticket goes to the staff as well."""
    message = call.message
    if message is None or call.reply_to is None or message.media or not message.text:
        return None
    number = number_of(name_replied(call, tx))
    return None if number is None else _passed_on(call, tx, number, plain(message.marked))


def _passed_on(call: Call, tx: Tx, number: int, words: str) -> list[Effect]:
    said = actions.add(tx, call.member, number, words, call.occasion)
    keep = f"{card_name(said.number)}:{said.nth}:sent"
    return [Reply("feedback/passed_on", said, buttons=_more(said.number), keep=keep), added(tx, said)]


def named(call: Call, tx: Tx) -> Effects:
    """Whether the author of what was adopted may be named; if so, everybody reads whom it is owed to."""
    agrees: bool = call.data["named"]
    news = feedback_decided.name(tx, call.member, call.data["feedback"], named=agrees)
    ticket = feedback_decided.naming(tx, call.member, call.data["feedback"])
    told: Effect = Edit(
        "feedback/named" if agrees else "feedback/unnamed", ticket, buttons=((talk_button(ticket.number),),)
    )
    return [told, *thanked(news)]


def talk(call: Call, tx: Tx) -> Effects:
    """The author would like to talk with the product team; they are told below the card."""
    ticket = actions.talk(tx, call.member, call.data["feedback"])
    return [Reply("feedback/talk_noted", ticket), Post(ticket.desk, "feedback/talk", ticket, kind=Kind.RESULT)]


def claim(call: Call, tx: Tx) -> Effects:
    """Who has the code puts their name to what was adopted."""
    found = feedback_sealed.claim(tx, call.member, call.data["words"], call.occasion)
    ticket = feedback_decided.naming(tx, call.member, found.id)
    news = feedback_decided.claimed(tx, call.member, found.id)
    return [Reply("feedback/named", ticket, buttons=((talk_button(ticket.number),),)), *thanked(news)]


def _more(number: int) -> Keyboard:
    return ((Button("feedback/more", "feedback.more", {"feedback": number}, once=False, lasts_s=LASTS_S),),)


def _files(media: Media | None, desk: int, number: int, album: str | None) -> list[Effect]:
    """Below the card; the pieces of an album as one."""
    if media is None:
        return []
    name = f"{card_name(number)}:file"
    return [Show(((media.kind, media.file_id),), group=desk, keep=name, gather=name if album else None)]


ROUTES = (
    Press("feedback.write", begin, standing=True, among=tuple(FeedbackKind), outside=True),
    Prompted("feedback.words", written, Given.AT_ONCE, takes=FILES, even_empty=True, outside=True),
    Press("feedback.more", ask_more, outside=True),
    Prompted("feedback.more", more, Given.AT_ONCE, even_empty=True, outside=True),
    Press("feedback.named", named, outside=True),
    Press("feedback.talk", talk, outside=True),
    Press("feedback.claim", claim, standing=True, outside=True),
    Observe(On.PRIVATE_TALK, "feedback_piece", piece, turn=16, outside=True),
    Observe(On.PRIVATE_TALK, "feedback_reply", replied, turn=18, outside=True),
)
