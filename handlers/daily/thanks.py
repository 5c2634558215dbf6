"""Thanking by word in a reply, or by a reaction. Credit is quiet; why there is none is said to the giver alone."""

from msgspec import Struct

from actions.daily.thanks import Target, Thanked, thank
from handlers.call import Call, ChatKind, Message, Sender
from handlers.effects import Button, Effects, Keyboard, React, Reply, Stopped, Whisper
from handlers.persons import Named, marked, person_of
from handlers.routes import Command, Observe, On, Shelf
from messages.vocabulary import opening, spoken, tagged
from rules.daily.calling import Called, called, joined, means_thanks, several_named, thanked_by_name
from rules.daily.courtesy import beside, joins, thanked_for
from rules.daily.question import asked_text, wants_to_know
from rules.daily.thanks import Author, NobodyThanked, ThanksOutcome, Way
from rules.people import PLAYING
from rules.reading.typed import typed
from rules.refusals import NobodyNamed, UnknownPerson, WhichPerson
from storage import directory, groups, members
from storage.daily import questions
from storage.engine.tx import Tx

FACELESS = {
    Sender.BOT: Author.BOT,
    Sender.CHANNEL: Author.CHANNEL,
    Sender.LINKED_CHANNEL: Author.CHANNEL,
    Sender.ANONYMOUS_ADMIN: Author.ANONYMOUS,
}

STANDS_S = 3_600
MOST_CALLED = 20


class ThanksLine(Struct, frozen=True):
    """Who thanked whom, where a group does not allow the reaction that says so."""

    giver: str
    receiver: str


def by_word(call: Call, tx: Tx) -> Effects:
    """A handshake on the thanks when it counted; else why not, to the giver alone, once a day."""
    if call.chat.kind is ChatKind.PRIVATE:
        return Reply("thanks/you_are_welcome")
    if not _playing(call) or call.message is None:
        return None
    if call.reply_to is not None and joins(_thanking(call), call.message.text) and _asked(call, call.reply_to, tx):
        return None
    target, words = _target(call, call.message, tx)
    return _told(call, thank(tx, call.member, target, Way.WORD, words, call.occasion))


def _asked(call: Call, message: Message, tx: Tx) -> bool:
    """Whether it asks something: what is known as a question or an answer is what it is, else its words tell."""
    if questions.at(tx, call.group.id, message.id) is not None:
        return True
    if questions.answer_at(tx, call.group.id, message.id) is not None:
        return False
    return wants_to_know(message.said) or asked_text(message.said, tagged()["ask"], opening()["ask"]) != message.said


def by_name(call: Call, tx: Tx) -> Effects:
    """`谢谢林晓满`, with nobody marked nor replied to: the one in the group who is called that is thanked for this message.

    Of several, or of two that are thanked at once, whoever thanks hears how to say whom they mean.
    """
    message = call.message
    if not _playing(call) or message is None or message.forwarded or message.mentions:
        return None
    found = _called(call, thanked_by_name(_thanking(call), message.text), tx)
    if not found:
        return None
    if _called(call, joined(found[0].words), tx) or (len(found) > 1 and means_thanks(found[0].words)):
        return Whisper("refusals/nobody_thanked", NobodyThanked())
    if not means_thanks(found[0].words):
        return None
    target = Target(message.id, Author.PERSON, found[0].member)
    return _told(call, thank(tx, call.member, target, Way.WORD, found[0].words, call.occasion))


def _thanking(call: Call) -> tuple[str, ...]:
    """The brand's words of thanks, as they are compared."""
    words = call.occasion.programme.words.get("thanks", spoken()["thanks"])
    return tuple(sorted(map(typed, words), key=len, reverse=True))


def _called(call: Call, words: str | None, tx: Tx) -> list[Called]:
    if not words:
        return []
    here = directory.here(tx, call.group.id, words, MOST_CALLED)
    return called(words, [(one.id, one.name) for one in here if one.id != call.member.id])


def _told(call: Call, done: Thanked) -> Effects:
    if done.outcome is ThanksOutcome.CREDITED:
        thanked = ThanksLine(call.member.name, done.receiver)
        return React("🤝", otherwise=Reply("thanks/line", thanked, gather="thanks/gathered", fade_s=STANDS_S))
    told = [Whisper(done.template, done, buttons=_way_out(call, done))] if done.news else []
    return [*told, *_stopped(done)] or None


def _stopped(done: Thanked) -> list[Stopped]:
    """Thanks without the covenant are judged anew once it is agreed to."""
    return [Stopped()] if done.outcome is ThanksOutcome.NO_COVENANT else []


def _target(call: Call, message: Message, tx: Tx) -> tuple[Target, str]:
    """What is thanked for: the message replied to; where somebody else is named, or none, whoever is named, for this message.

    And the words beside it.
    """
    if call.reply_to is not None:
        target = _replied_to(call.reply_to, tx)
        other = _named_instead(call, tx)
        if other is None or other.member.id == target.receiver:
            return target, call.words
        return Target(message.id, Author.PERSON, other.member.id), beside(_thanking(call), other.words)
    if several_named(message.text, [(mention.start, mention.end) for mention in message.mentions]):
        raise NobodyThanked
    try:
        named = person_of(call, tx, "thanks")
    except (NobodyNamed, UnknownPerson, WhichPerson):
        raise NobodyThanked from None
    return Target(message.id, Author.PERSON, named.member.id), beside(_thanking(call), named.words)


def _named_instead(call: Call, tx: Tx) -> Named | None:
    """`谢谢 @lisa`: whoever is named thus is thanked, whosever message it answers."""
    try:
        return marked(call, tx)
    except UnknownPerson:
        raise NobodyThanked from None


def by_reaction(call: Call, tx: Tx) -> Effects:
    """Nothing to see, whatever came of it; `/why` tells."""
    if _playing(call) and call.message and call.occasion.programme.thanks.meant_by(call.emoji):
        target = _reacted_to(call, call.message.id, tx)
        return _stopped(thank(tx, call.member, target, Way.REACTION, "", call.occasion)) or None
    return None


def _playing(call: Call) -> bool:
    return call.chat.group is not None and call.chat.group.part in PLAYING


def _replied_to(message: Message, tx: Tx) -> Target:
    if message.sender in FACELESS:
        return Target(message.id, FACELESS[message.sender])
    if message.forwarded:
        return Target(message.id, Author.FORWARDED)
    author = members.by_telegram_id(tx, message.author.telegram_id) if message.author else None
    return Target(message.id, Author.PERSON, author.id) if author else Target(message.id, Author.UNKNOWN)


def _reacted_to(call: Call, message: int, tx: Tx) -> Target:
    written = groups.written(tx, call.group.id, message)
    if written is None:
        return Target(message, Author.UNKNOWN)
    return Target(message, Author.FORWARDED if written.forwarded else Author.PERSON, written.member)


def _way_out(call: Call, done: Thanked) -> Keyboard:
    if done.outcome is not ThanksOutcome.NO_COVENANT:
        return ()
    version = call.occasion.programme.brand.covenant_version
    return ((Button("covenant/agree", "covenant.agree", {"version": version}),),)


ROUTES = (
    Command(
        "thanks",
        by_word,
        shelf=Shelf.QUESTIONS,
        place=60,
        reply=True,
        hears=thanked_for,
        names=True,
        menu=False,
        stays="said to the one who helped",
    ),
    Observe(On.REACTION, "thanks", by_reaction, turn=10),
    Observe(On.TALK, "thanks_by_name", by_name, turn=40),
)
