"""Letters that answer a call: to where it came from, or to the caller alone."""

import json
from typing import Any

from bot.letters.cutting import bare
from bot.letters.desk import Desk, packed
from handlers.call import Call, ChatKind
from handlers.effects import Ask, Document, React, Reply, Whisper
from messages.stored import stored
from storage import groups
from storage.post import dialogues
from storage.post.outbox import Letter

TOAST_LIMIT = 200
DROPPABLE_S = 120
ANSWERABLE_S = 140


def toast(query: str | None, html: str | None, *, alert: bool) -> Letter:
    """The short answer to a press; without words it only ends the button's waiting."""
    text = bare(html)[:TOAST_LIMIT] if html else None
    body = packed({"callback_query_id": query, "text": text, "show_alert": alert or None})
    return Letter(0, "answerCallbackQuery", body, lasts_s=ANSWERABLE_S)


def _where(call: Call) -> dict[str, Any]:
    """Where an answer belongs: the topic, as a reply to the message that called."""
    if call.message is None:
        return {}
    if call.shown is not None:
        return {"message_thread_id": call.message.topic}
    quote = {"message_id": call.message.id, "allow_sending_without_reply": True}
    return {"message_thread_id": call.message.topic, "reply_parameters": quote}


def _locale(call: Call) -> str:
    return call.chat.group.locale if call.chat.group else call.member.locale


def reply(desk: Desk, call: Call, effect: Reply) -> Letter:
    """An answer that everybody there can read."""
    locale = _locale(call)
    body = {
        **desk.words(locale, effect.template, effect.outcome),
        "header": desk.header(locale, effect.gather),
        "reply_markup": desk.markup(effect.buttons, locale, call.chat.id, call.member.id),
        **(_where(call) if call.chat.kind is not ChatKind.PRIVATE else {}),
    }
    return Letter(call.chat.id, "sendMessage", packed(body), effect.gather, effect.keep, effect.fade_s)


def whisper(desk: Desk, call: Call, effect: Whisper) -> Letter:
    """An answer for the caller's eyes: in the group, else in private, else a hint where to look."""
    member = call.member
    private = desk.words(member.locale, effect.template, effect.outcome)
    buttons = desk.markup(effect.buttons, member.locale, member.telegram_id, member.id)
    if call.chat.kind is ChatKind.PRIVATE:
        return Letter(call.chat.id, "sendMessage", packed({**private, "reply_markup": buttons}))
    if member.reachable:
        fallback = {"lane": member.telegram_id, "body": packed({**private, "reply_markup": buttons})}
    else:
        hint = {**private, "text": desk.text(_locale(call), "welcome/look_in_private", None), **_where(call)}
        fallback = {"lane": call.chat.id, "body": packed(hint), "fade_s": 30}
    receiver = {"receiver_user_id": member.telegram_id}
    body = {**private, "reply_markup": buttons, **_where(call), "ephemeral_message_parameters": receiver}
    return Letter(call.chat.id, "sendMessage", packed(body), fallback=json.dumps(fallback, ensure_ascii=False))


def react(desk: Desk, call: Call, effect: React) -> list[Letter]:
    """A reaction, which comes too late to matter after a while."""
    message = effect.message or (call.message.id if call.message else None)
    if message is None or message < 0:  # numbers below zero: the message stayed behind when its group moved
        return []
    chat_id = call.chat.id if effect.group is None else groups.get(desk.tx, effect.group).chat_id
    reaction = [{"type": "emoji", "emoji": effect.emoji}] if effect.emoji else []
    body = packed({"message_id": message, "reaction": reaction})
    instead = _instead(call, effect.otherwise) if effect.otherwise else None
    return [Letter(chat_id, "setMessageReaction", body, fallback=instead, lasts_s=DROPPABLE_S)]


def _instead(call: Call, effect: Reply) -> str:
    """A reply as the fall-back of a reaction; it is put into words only when it is needed, which is hardly ever."""
    return stored(
        {
            "lane": call.chat.id,
            "template": effect.template,
            "about": effect.outcome,
            "locale": _locale(call),
            "where": _where(call),
            "gather": effect.gather,
            "fade_s": effect.fade_s,
        }
    )


def ask(desk: Desk, call: Call, effect: Ask) -> Letter:
    """A question to the caller in private; what they say next answers it."""
    member = call.member
    dialogues.ask(desk.tx, member.id, effect.prompt, dict(effect.data), desk.now + effect.lasts_s)
    body = {
        "text": desk.text(member.locale, effect.template, effect.outcome),
        "parse_mode": "HTML",
        "reply_markup": desk.markup(effect.buttons, member.locale, member.telegram_id, member.id),
    }
    return Letter(member.telegram_id, "sendMessage", packed(body), parked=not member.reachable)


def document(desk: Desk, call: Call, effect: Document) -> Letter:
    """A file made here, for the caller."""
    caption = desk.text(call.member.locale, effect.template, effect.outcome) if effect.template else None
    body = {"document": {"name": effect.name, "content": effect.content}, "caption": caption, "parse_mode": "HTML"}
    return Letter(call.member.telegram_id, "sendDocument", packed(body))
