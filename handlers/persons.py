"""Whom a command is about: a mention, an @name, the author of the replied message, a numeric id, or a display name."""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from actions.persons import candidate, meet
from handlers.call import Call, Mention, Message, Person
from handlers.effects import Button, Effects, Keyboard
from handlers.routes import ALL_STAFF, Answer
from rules.markup import cut, plain, worded
from rules.people import Member
from rules.reading.names import after_name, begins_further, is_cut, split_name
from rules.refusals import (
    BotReplied,
    Candidate,
    FacelessReplied,
    NobodyNamed,
    OwnAlone,
    PassedOn,
    Refusal,
    SeveralNamed,
    UnknownPerson,
    WhichPerson,
)
from rules.values import replace
from storage import directory, members
from storage.engine.tx import Tx

_AT_NAME = re.compile(r"@([A-Za-z0-9_]{1,32})\s*")
_CALLED_SO = re.compile(r"[@＠]([^\s@＠,，:：]+)")
_NUMERIC_ID = re.compile(r"(\d{5,16})(?:\s+|$)")
MOST_TO_CHOOSE = 8
# Whether a word begins what a command says after the person's name.
Begins = Callable[[str], bool]


class Named(Struct, frozen=True):
    """The person a command is about, and the words left when their name is taken out."""

    member: Member
    words: str


def about_somebody(call: Call) -> bool:
    """Whether a command that by itself is about whoever gives it names somebody, or staff give it as a reply to somebody."""
    pointed = call.reply_to is not None and call.reply_to.author is not None
    return bool(call.words.strip()) or (pointed and bool(call.roles & ALL_STAFF))


def require_own(call: Call, command: str) -> None:
    """Raise OwnAlone where somebody is named to a command that is about its caller alone."""
    message = call.message
    mentioned = message is not None and any(one.start == call.words_at for one in message.mentions)
    if mentioned or call.words.startswith(("@", "＠")):
        raise OwnAlone(command, bool(call.roles & ALL_STAFF))


def nothing_follows(word: str) -> bool:
    """Of a command that says nothing but the name."""
    return False


def person_of(call: Call, tx: Tx, command: str, begins: Begins = nothing_follows) -> Named:
    """Who is named first: by mention or @name, else by the reply, else by numeric id or display name.

    A display name ends where the rest `begins`. Raises NobodyNamed, BotReplied, FacelessReplied, SeveralNamed,
    UnknownPerson, WhichPerson.
    """
    found = marked(call, tx) or _replied(call, tx, command, begins) or _numeric_id(call, tx)
    named = found or _display_name(call, tx, command, begins)
    if begins_further(named.words) or _marked_at(call, named.words):
        raise SeveralNamed(command)
    return named


def _marked_at(call: Call, words: str) -> bool:
    """Whether the words that are left begin with the mention of somebody."""
    message, left = call.message, words.strip()
    if message is None or not left:
        return False
    return any(
        one.start > (call.words_at or 0) and message.text[one.start :].strip() == left for one in message.mentions
    )


def marked(call: Call, tx: Tx) -> Named | None:
    """Who is named first by mention or @name, if anybody is. Raises UnknownPerson."""
    return _mentioned(call, tx) or _at_name(call, tx)


def with_ids(call: Call, tx: Tx) -> str:
    """What is said, with the id of each account that it names without an @name in the place of what it is called there."""
    if call.message is None or call.words_at is None:
        return call.words
    marked = call.message.marked
    for mention in sorted(call.message.mentions, key=lambda one: -one.start):
        if mention.person is not None and not mention.person.is_bot:
            there = met(call, mention.person, tx).telegram_id
            marked = worded(marked, mention.start, mention.end, str(there))
    return plain(cut(marked, call.words_at, len(marked.text)))


def _mentioned(call: Call, tx: Tx) -> Named | None:
    """Telegram marks a mention in the text, with the account behind it; its words may be anything."""
    mentions = call.message.mentions if call.message else ()
    mention = next((one for one in mentions if one.start == call.words_at), None)
    if mention is None or call.message is None:
        return None
    words = plain(cut(call.message.marked, mention.end, len(call.message.text)))
    return Named(_behind(call, mention, tx), words.strip())


def _behind(call: Call, mention: Mention, tx: Tx) -> Member:
    if mention.person is None:
        return _called(call, mention.username or "", tx)
    if mention.person.is_bot:
        raise _unknown(call, mention.person.name)
    return met(call, mention.person, tx)


def _at_name(call: Call, tx: Tx) -> Named | None:
    match = _AT_NAME.match(call.words)
    return Named(_called(call, match[1], tx), call.words[match.end() :]) if match else None


def _called(call: Call, username: str, tx: Tx) -> Member:
    member = members.by_username(tx, username)
    if member is None:
        raise _unknown(call, f"@{username}")
    return member


def _unknown(call: Call, named: str) -> UnknownPerson:
    return UnknownPerson(named, bool(call.roles & ALL_STAFF))


def _nobody(call: Call, command: str, otherwise: Refusal) -> Refusal:
    """Whoever replies to the bot means the one of whom it speaks, who can't be told from its words; nor can a faceless one."""
    author = call.reply_to.author if call.reply_to else None
    if call.reply_to and author is None:
        return FacelessReplied(command)
    return BotReplied(command) if author and author.is_bot else otherwise


def _replied(call: Call, tx: Tx, command: str, begins: Begins) -> Named | None:
    """The author of the message that is replied to; whoever names somebody else as well is asked whom they mean."""
    author = call.reply_to.author if call.reply_to else None
    if author is None or author.is_bot:
        return None
    replied, named = Named(met(call, author, tx), call.words), _begun(tx, _unmarked(call.words), begins)
    if call.reply_to and call.reply_to.passed_on and not named:
        raise _passed_on(call, tx, command, call.reply_to, replied)
    if call.reply_to and call.reply_to.passed_on and len(named) == 1:
        return named[0]
    others = [one for one in named if one.member.id != replied.member.id]
    if others:
        raise _which(call, command, others[0].member.name, [replied, *others], exact=True)
    if not named and (unknown := _CALLED_SO.match(call.words)):
        raise _unknown(call, unknown[0])
    return named[0] if named else replied


def _passed_on(call: Call, tx: Tx, command: str, message: Message, by: Named) -> PassedOn:
    """Whoever passed it on may be meant, or who wrote it: the caller chooses. Who wrote it stands first."""
    origin = message.origin.person if message.origin else None
    author = members.by_telegram_id(tx, origin.telegram_id) if origin else None
    people = [Named(author, by.words), by] if author else [by]
    candidates = tuple(candidate(one.member, one.words) for one in people)
    return PassedOn(command, by.member.name, True, candidates, call.message.id if call.message else None)


def _numeric_id(call: Call, tx: Tx) -> Named | None:
    match = _NUMERIC_ID.match(call.words)
    if match is None:
        return None
    member = members.by_telegram_id(tx, int(match[1]))
    if member is None:
        raise _unknown(call, match[1])
    return Named(member, call.words[match.end() :])


def _display_name(call: Call, tx: Tx, command: str, begins: Begins) -> Named:
    """Exactly one who is called that is meant; of several, or of those called alike, the caller chooses.

    Whoever has no @name is often called with an @ before what they are called.
    """
    words = _unmarked(call.words)
    name, rest = split_name(words, begins)
    if not name:
        raise _nobody(call, command, NobodyNamed(command))
    exact = _begun(tx, words, begins) or [Named(one, rest) for one in directory.called(tx, name, MOST_TO_CHOOSE)]
    if len(exact) == 1 and not is_cut(exact[0].member.name):
        return exact[0]
    name = exact[0].member.name if exact else name
    alike = exact or [Named(one, rest) for one in directory.alike(tx, name, MOST_TO_CHOOSE)]
    if not alike:
        raise _nobody(call, command, _unknown(call, name))
    raise _which(call, command, name, alike, exact=len(exact) > 1)


def _unmarked(words: str) -> str:
    """The words without the @ that people put before what somebody is called who has no @name."""
    return words.removeprefix("@").removeprefix("＠")


def _begun(tx: Tx, words: str, begins: Begins) -> list[Named]:
    """Those with whose name the words begin, behind which the command goes on; where it does behind none, all of them.

    A name may hold what looks like the rest: of 林晓 and 林晓 20, somebody is named by `林晓 20 好图` alone.
    """
    found = [(one, after_name(words, one.name)) for one in directory.begin(tx, words, MOST_TO_CHOOSE)]
    named = [Named(one, left) for one, left in found if left is not None]
    return [one for one in named if not one.words or begins(one.words.split()[0])] or named


def _which(call: Call, command: str, name: str, people: Sequence[Named], *, exact: bool) -> WhichPerson:
    candidates = tuple(candidate(one.member, one.words) for one in people)
    return WhichPerson(command, name, exact, candidates, call.message.id if call.message else None)


def which(refusal: WhichPerson) -> Keyboard:
    """A button for each who may be meant; it goes on with the command as it was written."""
    return [[_choice(refusal, one)] for one in refusal.people]


def _choice(refusal: WhichPerson, one: Candidate) -> Button:
    data = {"person": one.telegram_id, "words": one.rest, "message": refusal.message}
    return Button("persons/one", f"{refusal.command}.chosen", data, outcome=one)


def chosen(answer: Answer) -> Answer:
    """The command goes on about the person whose button was pressed, as if their id had been written."""

    def pressed(call: Call, tx: Tx) -> Effects:
        person, rest, message = call.data["person"], call.data["words"], call.data["message"]
        asked = None if message is None else Message(message)
        return answer(replace(call, words=f"{person} {rest}", message=asked, reply_to=None, shown=None), tx)

    return pressed


def met(call: Call, person: Person, tx: Tx) -> Member:
    """The account of somebody whom Telegram names in full, also when they never wrote where the bot listens."""
    return meet(tx, person.telegram_id, person.name, person.username, call.occasion)
