"""What the bot reads out of raw updates, judged by python-telegram-bot's own objects."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot, Message, MessageEntity, Update

from bot.intake.incoming import NOTHING, Incoming, What, in_private, read
from handlers import call
from handlers.call import ChatKind, Sender
from sandbox.api.validation import UPDATE_KINDS
from sandbox.world.clock import FrozenClock
from sandbox.world.world import World
from tests.sandbox.season import lived

BOT = Bot("42:sandbox")


def season() -> list[dict[str, Any]]:
    """Every kind of update that people make, as Telegram sends it."""
    world = World(FrozenClock())
    world.limits.enforced = False
    world.updates.allow(sorted(UPDATE_KINDS))
    lin, zhou = (world.person(name, username=name) for name in ("林小满", "zhou"))
    lin.start()
    lived(world, lin, zhou)
    return world.updates.waiting()


SEASON = season()


def named(update: dict[str, Any]) -> str:
    """The kind of an update, to name a case."""
    return next(key for key in update if key != "update_id")


@pytest.mark.parametrize("raw", SEASON, ids=named)
def test_reading_agrees_with_the_librarys_own_objects(raw: dict[str, Any]) -> None:
    update, found = Update.de_json(raw, BOT), read(raw, "kocbot")
    theirs = update.message or update.edited_message
    if theirs is not None:
        _same_message(theirs, found)
    if reaction := update.message_reaction:
        assert found.message is not None
        assert (found.what, found.message.id) == (What.REACTION, reaction.message_id)
        assert set(found.emoji) <= {getattr(given, "emoji", None) for given in reaction.new_reaction}
    if (moved := update.chat_member) and found is not NOTHING:
        assert found.person is not None
        assert found.person.telegram_id == moved.new_chat_member.user.id
    if update.effective_chat and found is not NOTHING and found.what is not What.MIGRATED:
        assert (found.chat.id, found.chat.title) == (update.effective_chat.id, update.effective_chat.title or "")
    if found.person and update.effective_user and not update.chat_member:
        assert found.person.name == update.effective_user.full_name
        assert found.person.username == update.effective_user.username
        assert found.person.is_bot == update.effective_user.is_bot
    if update.message or update.edited_message or update.callback_query:
        assert in_private(raw) == (found.chat.kind is ChatKind.PRIVATE)


def _same_message(theirs: Message, found: Incoming) -> None:
    if theirs.migrate_to_chat_id or theirs.migrate_from_chat_id:
        assert found.what is What.MIGRATED
        return
    assert found.message is not None
    _same(theirs, found.message)
    empty = not (theirs.text or theirs.caption or theirs.effective_attachment)
    assert (found.what is What.OTHER) == empty
    replied = theirs.reply_to_message
    assert (found.reply_to is None) == (replied is None or replied.forum_topic_created is not None)
    if replied and found.reply_to:
        _same(replied, found.reply_to)


def _same(theirs: Message, ours: call.Message) -> None:
    entities = {**theirs.parse_entities(), **theirs.parse_caption_entities()}
    by_kind = [(entity.type, cut) for entity, cut in entities.items()]
    assert (ours.id, ours.text) == (theirs.message_id, theirs.text or theirs.caption or "")
    assert ours.at == int(theirs.date.timestamp())
    assert ours.edited == (theirs.edit_date is not None)
    assert ours.forwarded == (theirs.forward_origin is not None or theirs.via_bot is not None)
    assert ours.album == theirs.media_group_id
    assert ours.topic == (theirs.message_thread_id if theirs.is_topic_message else None)
    assert len(ours.links) == len([kind for kind, _ in by_kind if kind in (MessageEntity.URL, MessageEntity.TEXT_LINK)])
    media = theirs.photo[-1] if theirs.photo else theirs.video or theirs.animation or theirs.document
    media = media or theirs.audio or theirs.voice
    assert (ours.media and ours.media.file_id) == (media.file_id if media else None)
    if ours.author:
        assert theirs.from_user is not None
        assert ours.author.telegram_id == theirs.from_user.id


def test_every_kind_of_update_is_among_those_that_are_compared() -> None:
    kinds = {named(update) for update in SEASON}
    assert kinds >= {"message", "edited_message", "message_reaction", "chat_member", "my_chat_member"}


WORDS = st.text(alphabet=st.sampled_from("签到 a🔥👨‍👩‍👧é#/@"), max_size=30)


@given(before=WORDS, cut=WORDS, after=WORDS)
def test_entities_are_cut_as_the_library_cuts_them(before: str, cut: str, after: str) -> None:
    units = [len(part.encode("utf-16-le")) // 2 for part in (before, cut)]
    entity = {"type": "url", "offset": units[0], "length": units[1]}
    raw = _said(before + cut + after, entities=[entity])
    found = read(raw, "kocbot").message
    theirs = Update.de_json(raw, BOT).message
    assert found is not None
    assert theirs is not None
    assert found.links == tuple(theirs.parse_entities().values())


def _said(text: str, **more: Any) -> dict[str, Any]:
    lin = {"id": 7, "is_bot": False, "first_name": "林", "last_name": "晓"}
    chat = {"id": -100, "type": "supergroup", "title": "车友会"}
    return {"update_id": 1, "message": {"message_id": 5, "date": 9, "chat": chat, "from": lin, "text": text, **more}}


def test_a_button_under_a_message_too_old_to_be_told_still_says_where_it_stood() -> None:
    old = {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private", "first_name": "林"}}
    lin = {"id": 7, "is_bot": False, "first_name": "林"}
    raw = {
        "update_id": 1,
        "callback_query": {"id": "9", "from": lin, "chat_instance": "1", "data": "x", "message": old},
    }
    found = read(raw, "kocbot")
    assert found.message is not None
    assert (found.what, found.query, found.token, found.message.id) == (What.PRESS, "9", "x", 5)
    assert found.chat.kind is ChatKind.PRIVATE


def test_a_command_for_another_bot_is_none_of_ours() -> None:
    for_us, for_them = "/me@KocBot 一", "/me@otherbot 一"
    entity = {"type": "bot_command", "offset": 0, "length": 10}
    assert read(_said(for_us, entities=[entity]), "kocbot").command == "me"
    assert read(_said(for_them, entities=[{**entity, "length": 12}]), "kocbot").command is None


def test_service_ids_and_channels_are_nobody() -> None:
    telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    faceless = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    channel = {"id": -200, "type": "channel", "title": "频道"}
    group = {"id": -100, "type": "supergroup", "title": "车友会"}
    for more, sender in (
        ({"from": telegram}, Sender.LINKED_CHANNEL),
        ({"is_automatic_forward": True}, Sender.LINKED_CHANNEL),
        ({"from": faceless, "sender_chat": group}, Sender.ANONYMOUS_ADMIN),
        ({"from": faceless}, Sender.ANONYMOUS_ADMIN),
        ({"sender_chat": channel}, Sender.CHANNEL),
    ):
        found = read(_said("签到", **more), "kocbot")
        assert (found.sender, found.person) == (sender, None)


@pytest.mark.parametrize("gone", ["chat", "date", "message_id"])
def test_what_lacks_a_promised_field_is_set_aside_not_guessed(gone: str) -> None:
    raw = _said("签到")
    del raw["message"][gone]
    with pytest.raises(KeyError, match=gone):
        read(raw, "kocbot")
