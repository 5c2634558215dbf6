"""What is said to the bot and leads nowhere: the commands that may have been meant, each a press away."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from handlers.call import Call
from handlers.effects import DAY_S, Button, Effects, Keyboard, Link, React, Reply, Whisper
from handlers.operations.likely import EXPLAINED, HERE, IN_WORDS, is_tool, likely, likely_here, require_reach
from handlers.routes import Command
from messages.vocabulary import meant, spoken, vocabulary
from rules.daily.question import asks
from rules.draft import fields_in
from rules.markup import plain
from rules.operations.wish import of_a_product, wishes
from rules.people import STAFF
from rules.reading.typed import bare
from storage import albums
from storage.engine.tx import Tx
from storage.fairness import contacts

# What is offered to somebody who says hello.
AT_HAND = ("me", "shop", "help")
# What is offered to somebody who sends a picture or a file with words that lead nowhere.
WITH_PICTURE = ("challenges", "contact")
SEEN = frozenset({"photo", "video"})
# What is said below a picture of one's works is said of this one: it is to be handed in.
OF_WORKS = "works"
# With so many lines that begin with names of its fields a message is a form.
FORM_LINES = 2
# More forms that it fits equally are not named.
FEW_FORMS = 4
# Who is there when nothing else helps: always the last button.
HUMAN = "contact"
HUMAN_IN_PRIVATE = (Link("/contact", start="contact"),)
# What is offered with a human to somebody whose wish is like nothing we know.
USUAL = "help"
FOR_A_HUMAN = ("moving",)
# What is said in passing has an answer of its own, with what is at hand for whoever says it.
IN_PASSING = {"parting": (), "wishing": (), "birthday": (), "who": (USUAL, HUMAN), "thanked_wrong": (HUMAN,)}
BREAKS = re.compile(r"[，,。！!？?\s]+")
# Sent for fun: nobody waits for an answer.
PLAYED = frozenset({"sticker", "animation", "dice", "game"})


class Greeted(Struct, frozen=True):
    """Whoever said hello in private."""

    name: str


class Guessed(Struct, frozen=True):
    """The command that somebody very likely meant; of a `product`, perhaps not. A `tool` of the team is named: one writes it."""

    command: str
    product: bool = False
    tool: bool = False


class Closed(Struct, frozen=True):
    """The commands that begin a form like the one that was sent."""

    commands: tuple[str, ...]


def guess(commands: Sequence[Command], call: Call, tx: Tx) -> Effects:
    """Words in private that lead nowhere: the commands that may have been meant, each a press away."""
    if call.message and (call.message.further or not call.message.text):
        quiet = call.message.further or call.message.holds in PLAYED
        return None if quiet else _without_words(call, tx)
    said = call.message.text if call.message else ""
    kind = meant("help", "talk", bare(said).rstrip("?"))
    if kind == "greeting":
        return Reply("help/greeting", Greeted(call.member.name), buttons=_presses(AT_HAND))
    if kind in IN_PASSING:
        return Reply(f"help/{kind}", Greeted(call.member.name), buttons=_presses(IN_PASSING[kind]))
    if explained := _explained(said):
        return Reply(f"help/{explained}")
    if kind == "polite" or not bare(said):
        return React("❤")
    if opens := _forms_of(commands, call, said):
        return Reply("help/form_closed", Closed(opens))
    sure, guesses = likely(commands, said, call.roles)
    if sure in IN_WORDS:
        return Reply(f"help/{sure}", buttons=_presses((HUMAN,)) if sure in FOR_A_HUMAN else ())
    require_reach(commands, sure, call)
    if sure in (None, OF_WORKS) and call.message and call.message.media:
        return Reply("help/with_picture", buttons=(*_passed_on(call, tx), *_presses(WITH_PICTURE)))
    passed_on = _passed_on(call, tx)
    team = bool(STAFF & call.roles)
    if sure is None and not guesses:
        return _nothing_fits(said, passed_on, team)
    last = () if team else (HUMAN,)
    buttons = (*passed_on, *_presses(dict.fromkeys((*(one for one in guesses if one != HUMAN or team), *last))))
    return (
        Reply("help/meant", Guessed(sure, of_a_product(said), is_tool(commands, sure)), buttons)
        if sure
        else Reply("help/not_understood", buttons=buttons)
    )


def _nothing_fits(said: str, passed_on: Keyboard, team: bool) -> Effects:
    """Who wants something hears who knows it, with a human below; to somebody who only tells something no button is shown.

    Those of the team are sent to no other: the help has their tools.
    """
    if wishes(said) and team:
        return Reply("help/not_understood", buttons=(*passed_on, *_presses((USUAL,))))
    if wishes(said):
        return Reply("help/ask_others", buttons=(*passed_on, *_presses((USUAL, HUMAN))))
    return Reply("help/small_talk", buttons=passed_on)


def _without_words(call: Call, tx: Tx) -> Reply:
    """What is said of something that comes alone; the rest of a long album comes as one of its own.

    A picture is often a work, whose author is shown where works go.
    """
    message, passed_on = call.message, _passed_on(call, tx)
    assert message is not None
    if message.album and albums.full_before(tx, call.chat.id, message.id, call.occasion.handled_at):
        return Reply("help/second_album", buttons=passed_on)
    if message.holds in SEEN:
        return Reply("help/picture", buttons=(*passed_on, *_presses(WITH_PICTURE)))
    return Reply("help/in_words", buttons=passed_on)


def _explained(said: str) -> str | None:
    """What of it asks how something is done that no single command does."""
    kinds = (meant("help", "talk", bare(part)) for part in BREAKS.split(said))
    return next((kind for kind in kinds if kind in EXPLAINED), None)


def _forms_of(commands: Sequence[Command], call: Call, said: str) -> tuple[str, ...]:
    """The commands of the team by which a form begins like the one that somebody of it has sent, while none is open."""
    fits = {
        one.name: len(fields_in(said, vocabulary(one.fields, call.member.locale)))
        for one in commands
        if one.fields and one.who & call.roles
    }
    best = max(fits.values(), default=0)
    return tuple(name for name, fit in fits.items() if fit == best)[:FEW_FORMS] if best >= FORM_LINES else ()


def named(commands: Sequence[Command], call: Call, tx: Tx) -> Effects:
    """Words in a group that name the bot and lead nowhere: what may have been meant, for the caller alone."""
    said = _unnamed(call)
    kind = meant("help", "talk", bare(said).rstrip("?"))
    if kind == "greeting":
        return Whisper("help/greeting", Greeted(call.member.name), (*_presses(HERE), HUMAN_IN_PRIVATE))
    if kind in IN_PASSING:
        return _in_passing(kind, call)
    if bare(said) in map(bare, spoken()["thanks"]):
        return Whisper("thanks/you_are_welcome")
    sure, guesses = likely_here(commands, said, call.roles, call.group.part)
    require_reach(commands, sure, call)
    buttons: Keyboard = (*_presses(guesses), *(() if STAFF & call.roles else (HUMAN_IN_PRIVATE,)))
    return (
        Whisper("help/meant", Guessed(sure, of_a_product(said), is_tool(commands, sure)), buttons)
        if sure
        else Whisper("help/not_understood", None, buttons)
    )


def replied(commands: Sequence[Command], call: Call, tx: Tx) -> Effects:
    """An answer to a message of the bot's, when it asks something; what people say of it among themselves is theirs."""
    return named(commands, call, tx) if asks(_unnamed(call)) else None


def thanked_wrong(call: Call, tx: Tx) -> Effects:
    """Below a message that somebody has thanked for by mistake: how that is put right, for them alone."""
    message = call.message
    if message is None or call.reply_to is None or meant("help", "talk", bare(message.text)) != "thanked_wrong":
        return None
    return _in_passing("thanked_wrong", call)


def _in_passing(kind: str, call: Call) -> Whisper:
    """The same in a group, where a human is asked for in private."""
    buttons = (HUMAN_IN_PRIVATE,) if HUMAN in IN_PASSING[kind] else ()
    return Whisper(f"help/{kind}", Greeted(call.member.name), buttons)


def _unnamed(call: Call) -> str:
    """What was said, without the names in it."""
    message = call.message
    if message is None:
        return ""
    said, at = "", 0
    for mention in message.mentions:
        said, at = said + message.text[at : mention.start], mention.end
    return (said + message.text[at:]).strip()


def _passed_on(call: Call, tx: Tx) -> Keyboard:
    """While the caller talks with the staff: a press passes on what they have just written."""
    message = call.message
    if message is None or contacts.open_of(tx, call.member.id) is None or not (message.text or message.media):
        return ()
    file = message.media and (message.media.kind, message.media.file_id, message.media.file_unique_id)
    data = {"words": plain(message.marked), "file": file, "album": message.album}
    return ((Button("contact/pass_on", "contact.pass_on", data, lasts_s=DAY_S),),)


def _presses(names: Iterable[str]) -> tuple[tuple[Button, ...], ...]:
    return tuple((Button(f"/{name}", f"command.{name}"),) for name in names)
