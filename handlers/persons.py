"""Whom a command is about: the author of the replied message, an @name, a mention or a numeric id."""

import re
from dataclasses import dataclass

from actions.persons import meet
from handlers.call import Call, Person
from rules.people import Member
from rules.refusals import NobodyNamed, UnknownPerson
from storage import members
from storage.engine.tx import Tx

_AT_NAME = re.compile(r"@(\w{1,32})\s*")
_NUMERIC_ID = re.compile(r"(\d{5,15})(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Named:
    """The person a command is about, and the words left when their name is taken out."""

    member: Member
    words: str


def person_of(call: Call, tx: Tx, command: str) -> Named:
    """Who is named first: by @name or mention, else by the reply, else by numeric id. Raises NobodyNamed, UnknownPerson."""
    found = _at_name(call, tx) or _mention(call, tx) or _replied(call, tx) or _numeric_id(call, tx)
    if found is None:
        raise NobodyNamed(command)
    return found


def _at_name(call: Call, tx: Tx) -> Named | None:
    match = _AT_NAME.match(call.words)
    if match is None:
        return None
    member = members.by_username(tx, match[1])
    if member is None:
        raise UnknownPerson(match[0].strip())
    return Named(member, call.words[match.end() :])


def _mention(call: Call, tx: Tx) -> Named | None:
    """A mention of somebody without an @name; Telegram marks their name in the text with their account."""
    people = call.message.mentioned if call.message else ()
    for person in people:
        for shown in (person.name, person.name.split(" ")[0]):
            if call.words.startswith(shown):
                return Named(met(call, person, tx), call.words[len(shown) :].lstrip())
    return None


def _replied(call: Call, tx: Tx) -> Named | None:
    author = call.reply_to.author if call.reply_to else None
    if author is None or author.is_bot:
        return None
    return Named(met(call, author, tx), call.words)


def _numeric_id(call: Call, tx: Tx) -> Named | None:
    match = _NUMERIC_ID.match(call.words)
    if match is None:
        return None
    member = members.by_telegram_id(tx, int(match[1]))
    if member is None:
        raise UnknownPerson(match[1])
    return Named(member, call.words[match.end() :])


def met(call: Call, person: Person, tx: Tx) -> Member:
    """The account of somebody whom Telegram names in full, also when they never wrote where the bot listens."""
    return meet(tx, person.telegram_id, person.name, person.username, call.occasion)
