"""From Telegram's update, raw JSON, to our own words: who did what, where.

The JSON is read directly: the library's objects for one message cost as much as handling it (docs/decisions/0001).
A field that Telegram promises and that is not there raises; the flow sets such an update aside.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

from bot.intake.fields import NOWHERE, PRESENT, Json, arrival_of, number, present, the_chat, the_person
from bot.intake.spoken import entities_of, media_of, message_of, says_something, text_of, topic_of
from handlers.call import Arrival, Chat, ChatKind, Message, Person, Sender
from rules.poll import PollAnswer
from rules.reading.slashed import marked_by_telegram, slashed
from rules.values import replace


class What(StrEnum):
    """What kind of thing came in."""

    MESSAGE = "message"
    EDITED = "edited"
    PRESS = "press"
    REACTION = "reaction"
    CAME = "came"
    LEFT = "left"
    REQUEST = "request"
    PUT_OUT = "put_out"
    TAGGED = "tagged"
    VOTE = "vote"
    POLL_OVER = "poll_over"
    BOT_STATUS = "bot_status"
    MIGRATED = "migrated"
    OTHER = "other"


class Incoming(Struct, frozen=True):
    """One update, read. `query` and `token` belong to a press; `emoji` are the reactions added, `withdrawn` those taken away.

    `present` and `was_present` tell of somebody's, or the bot's, being in the chat, `tag` what stands beside their name.
    `updates` are its rows in the inbox; one that is `resumed` had been answered before, and is handled for what it asks
    alone. `named`: the message names the bot; `replied`: it answers one of the bot's. `arrival` is how somebody came.
    `vote` is what they have answered in a poll; of a poll that is over, nobody's.
    """

    what: What
    chat: Chat
    sender: Sender = Sender.PERSON
    person: Person | None = None
    message: Message | None = None
    reply_to: Message | None = None
    query: str | None = None
    token: str | None = None
    emoji: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    new_chat_id: int | None = None
    present: bool | None = None
    was_present: bool = False
    tag: str | None = None
    command: str | None = None
    command_words: str = ""
    updates: tuple[int, ...] = ()
    resumed: bool = False
    named: bool = False
    replied: bool = False
    arrival: Arrival | None = None
    vote: PollAnswer | None = None


NOTHING = Incoming(What.OTHER, Chat(0, ChatKind.PRIVATE))


def read(update: Json, bot_username: str, rows: tuple[int, ...] = ()) -> Incoming:
    """What `update` says, which stands in those rows of the inbox; NOTHING for what the bot has no use for."""
    if message := update.get("message"):
        return _message(message, What.MESSAGE, bot_username, rows)
    if edited := update.get("edited_message"):
        return _message(edited, What.EDITED, bot_username, rows)
    found = _unsaid(update)
    return found if found is NOTHING else replace(found, updates=rows)


def _unsaid(update: Json) -> Incoming:
    """The same of all that is no message."""
    if query := update.get("callback_query"):
        return _press(query)
    if reaction := update.get("message_reaction"):
        return _reaction(reaction)
    if changed := update.get("chat_member"):
        return _member(changed)
    if changed := update.get("my_chat_member"):
        return _bot_status(changed)
    if request := update.get("chat_join_request"):
        return Incoming(What.REQUEST, the_chat(request["chat"]), person=the_person(request["from"]))
    if answer := update.get("poll_answer"):
        return _vote(answer)
    if poll := update.get("poll"):
        over = PollAnswer(poll["id"], (), poll["total_voter_count"])
        return Incoming(What.POLL_OVER, NOWHERE, vote=over) if poll["is_closed"] else NOTHING
    return NOTHING


def in_private(update: Mapping[str, Any]) -> bool:
    """Whether somebody says, edits or presses something there where only the bot is; the rest of it is not looked at."""
    query = update.get("callback_query")
    said = update.get("message") or update.get("edited_message") or (query and query.get("message"))
    return bool(said["chat"]["type"] == "private" if said else query)


def _message(message: Json, what: What, bot_username: str, rows: tuple[int, ...]) -> Incoming:
    if "migrate_to_chat_id" in message:
        return Incoming(What.MIGRATED, the_chat(message["chat"]), new_chat_id=number(message["migrate_to_chat_id"]))
    if "migrate_from_chat_id" in message:
        old = Chat(number(message["migrate_from_chat_id"]), ChatKind.GROUP)
        return Incoming(What.MIGRATED, old, new_chat_id=number(message["chat"]["id"]))
    ours = message_of(message)
    if "left_chat_member" in message and ours.author and _is(bot_username, ours.author.username):
        return Incoming(What.PUT_OUT, the_chat(message["chat"]), Sender.BOT, message=ours)
    command, command_words = _command(message, bot_username)
    replied = message.get("reply_to_message")
    if replied and "forum_topic_created" in replied:
        replied = None
    before = message_of(replied) if replied else None
    return Incoming(
        what if says_something(message) else What.OTHER,
        the_chat(message["chat"]),
        ours.sender,
        ours.author,
        ours,
        before,
        command=command,
        command_words=command_words,
        updates=rows,
        named=any(_is(bot_username, mention.username) for mention in ours.mentions),
        replied=before is not None and before.author is not None and _is(bot_username, before.author.username),
    )


def _is(bot_username: str, name: str | None) -> bool:
    return name is not None and name.lower() == bot_username.lower()


def _command(message: Json, bot_username: str) -> tuple[str | None, str]:
    text = text_of(message)
    found = slashed(text)
    first = [entity["type"] for entity in entities_of(message) if entity["offset"] == 0]
    meant = "bot_command" in first or not (first or marked_by_telegram(text))
    if found is None or not meant or (found.addressed and not _is(bot_username, found.addressed)):
        return None, ""
    return found.name, found.words


def _press(query: Json) -> Incoming:
    """A press; of a message that is too old Telegram tells only where it stood, dated 0."""
    shown = query.get("message")
    person = the_person(query["from"])
    if shown is None:
        chat, message = Chat(person.telegram_id, ChatKind.PRIVATE), None
    else:
        chat = the_chat(shown["chat"])
        known = shown if shown["date"] else {}
        ephemeral = shown.get("ephemeral_message_id")
        message = Message(
            number(shown["message_id"]), topic=topic_of(known), media=media_of(known), ephemeral=ephemeral
        )
    return Incoming(What.PRESS, chat, person=person, message=message, query=query["id"], token=query.get("data"))


def _reaction(reaction: Json) -> Incoming:
    if "user" not in reaction:
        return NOTHING
    person = the_person(reaction["user"])
    before, now = (
        [given["emoji"] for given in reaction[state] if given["type"] == "emoji"]
        for state in ("old_reaction", "new_reaction")
    )
    added, gone = (tuple(one for one in some if one not in others) for some, others in ((now, before), (before, now)))
    sender, message = Sender.BOT if person.is_bot else Sender.PERSON, Message(number(reaction["message_id"]))
    return Incoming(What.REACTION, the_chat(reaction["chat"]), sender, person, message, emoji=added, withdrawn=gone)


def _vote(answer: Json) -> Incoming:
    """An answer in a poll; one in the name of a channel is nobody's."""
    if "user" not in answer:
        return NOTHING
    vote = PollAnswer(answer["poll_id"], tuple(map(number, answer["option_ids"])))
    return Incoming(What.VOTE, NOWHERE, person=the_person(answer["user"]), vote=vote)


def _member(changed: Json) -> Incoming:
    person = the_person(changed["new_chat_member"]["user"])
    was, now = (present(changed[state]) for state in ("old_chat_member", "new_chat_member"))
    if was == now:
        return _tagged(changed, person)
    sender = Sender.BOT if person.is_bot else Sender.PERSON
    return Incoming(
        What.CAME if now else What.LEFT,
        the_chat(changed["chat"]),
        sender,
        person,
        present=now,
        arrival=arrival_of(changed) if now else None,
    )


def _tagged(changed: Json, person: Person) -> Incoming:
    """Another tag stands beside the name of somebody who stays; whoever set it."""
    before, tag = (changed[state].get("tag", "") for state in ("old_chat_member", "new_chat_member"))
    return NOTHING if before == tag else Incoming(What.TAGGED, the_chat(changed["chat"]), person=person, tag=tag)


def _bot_status(changed: Json) -> Incoming:
    return Incoming(
        What.BOT_STATUS,
        the_chat(changed["chat"]),
        person=the_person(changed["from"]),
        present=changed["new_chat_member"]["status"] in PRESENT,
        was_present=changed["old_chat_member"]["status"] in PRESENT,
    )
