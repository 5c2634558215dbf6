"""From effects to letters: words are rendered, buttons made, fall-backs prepared. Nothing is sent here."""

import json
import re
from html import unescape
from typing import Any

from bot.identity import Identity
from bot.incoming import Incoming
from bot.keyboard import markup
from handlers.call import Call, Kind
from handlers.effects import (
    Ask,
    Delete,
    Document,
    Edit,
    Effect,
    Effects,
    Keyboard,
    Menu,
    Note,
    Post,
    React,
    Reply,
    Show,
    Tell,
    Toast,
    Whisper,
    flat,
)
from handlers.keyboards import written
from handlers.menu import menu_of
from messages.stored import stored
from rules.note import WANTED
from rules.people import Group, Purpose, Role
from rules.refusals import OnlyForPeople
from storage import dialogues, groups, members, notes, outbox
from storage.outbox import Letter
from storage.tx import Tx

TOAST_LIMIT = 200
TEXT_LIMIT = 4096
DROPPABLE_S = 120
ANSWERABLE_S = 140
_TAGS = re.compile(r"<[^>]+>")


def packed(parameters: dict[str, Any]) -> str:
    """Parameters as stored in the outbox, without the empty ones."""
    return json.dumps({k: v for k, v in parameters.items() if v is not None}, ensure_ascii=False)


def bare(html: str) -> str:
    """The text of a rendered message without tags; for toasts, which know none."""
    return unescape(_TAGS.sub("", html)).strip()


class Desk:
    """One call being answered: the transaction, the caller, and how to say things to them."""

    def __init__(self, identity: Identity, tx: Tx, call: Call | None, now: int) -> None:
        self.identity, self.tx, self.call, self.now = identity, tx, call, now

    def text(self, locale: str, template: str, outcome: Any) -> str:
        """The rendered message, cut at a line when it is longer than Telegram takes."""
        html = self.identity.speech.render(locale, template, outcome)
        return html if len(html) <= TEXT_LIMIT else html[: html.rfind("\n", 0, TEXT_LIMIT)]

    def markup(self, keyboard: Keyboard, locale: str, chat_id: int, presser: int | None) -> dict[str, Any] | None:
        """The inline keyboard in that locale."""

        def label(key: str, outcome: Any) -> str:
            return self.identity.speech.label(locale, key, outcome)

        return markup(
            self.tx,
            keyboard,
            label,
            chat_id=chat_id,
            presser=presser,
            now=self.now,
            bot_username=self.identity.username,
        )


class Composer:
    """Turns what handlers answer into letters for the outbox."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity

    def letters(self, tx: Tx, call: Call, effects: Effects, query: str | None) -> list[Letter]:
        """The letters of an answered call. A press is always answered, if only with nothing to read."""
        desk = Desk(self._identity, tx, call, call.occasion.now)
        found: list[Letter] = []
        answered = query is None
        for effect in flat(effects):
            toast = self._toast(desk, call, effect, query) if not answered else None
            if toast:
                answered = True
                found.insert(0, toast)
            else:
                found.extend(self._letter(desk, call, effect))
        if not answered:
            found.insert(0, _answer(query, None, alert=False))
        return found

    def posts(self, tx: Tx, effects: Effects, now: int) -> list[Letter]:
        """The letters of a scheduled job: it posts, tells and shows, for nobody called."""
        desk = Desk(self._identity, tx, None, now)
        return [letter for effect in flat(effects) for letter in self._unprompted(desk, effect)]

    def only_for_people(self, incoming: Incoming, group: Group) -> list[Letter]:
        """The hint for an anonymous admin, which disappears after a while."""
        text = self._identity.speech.render(group.locale, OnlyForPeople.template)
        reply = {"message_id": incoming.message.id} if incoming.message else None
        body = packed({"text": text, "parse_mode": "HTML", "reply_parameters": reply})
        return [Letter(incoming.chat.id, "sendMessage", body, fade_s=60)]

    def _toast(self, desk: Desk, call: Call, effect: Effect, query: str | None) -> Letter | None:
        """The answer to a press that `effect` makes, if it makes one."""
        if isinstance(effect, Toast):
            return _answer(query, desk.text(call.member.locale, effect.template, effect.outcome), alert=effect.alert)
        if isinstance(effect, Whisper) and not effect.buttons:
            text = desk.text(call.member.locale, effect.template, effect.outcome)
            if len(bare(text)) <= TOAST_LIMIT:
                return _answer(query, text, alert=len(bare(text)) > TOAST_LIMIT // 4)
        return None

    def _letter(self, desk: Desk, call: Call, effect: Effect) -> list[Letter]:
        match effect:
            case Reply():
                return [_reply(desk, call, effect)]
            case Whisper():
                return [_whisper(desk, call, effect)]
            case Toast():
                return [_whisper(desk, call, Whisper(effect.template, effect.outcome))]
            case Edit():
                return _edit(desk, call, effect)
            case React():
                return _react(desk, call, effect)
            case Delete():
                return _delete(desk, call, effect)
            case Ask():
                return [_ask(desk, call, effect)]
            case Document():
                return [_document(desk, call, effect)]
            case Menu():
                return [_menu(desk, effect)]
            case _:
                return self._unprompted(desk, effect)

    def _unprompted(self, desk: Desk, effect: Effect) -> list[Letter]:
        match effect:
            case Tell():
                return _tell(desk, effect)
            case Note():
                return _note(desk, effect)
            case Post():
                return [_post(desk, effect)]
            case Show():
                return _show(desk, effect)
            case Edit(keep=str()):
                return _edit(desk, None, effect)
            case Delete(keep=str()):
                return _delete(desk, None, effect)
        raise TypeError(f"{type(effect).__name__} needs a caller")


def _answer(query: str | None, html: str | None, *, alert: bool) -> Letter:
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


def _reply(desk: Desk, call: Call, effect: Reply) -> Letter:
    locale = _locale(call)
    body = {
        "text": desk.text(locale, effect.template, effect.outcome),
        "header": desk.text(locale, effect.gather, None) if effect.gather else None,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": desk.markup(effect.buttons, locale, call.chat.id, call.member.id),
        **(_where(call) if call.chat.kind is not Kind.PRIVATE else {}),
    }
    return Letter(call.chat.id, "sendMessage", packed(body), effect.gather, effect.keep, effect.fade_s)


def _whisper(desk: Desk, call: Call, effect: Whisper) -> Letter:
    member = call.member
    private = {
        "text": desk.text(member.locale, effect.template, effect.outcome),
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    buttons = desk.markup(effect.buttons, member.locale, member.telegram_id, member.id)
    if call.chat.kind is Kind.PRIVATE:
        return Letter(call.chat.id, "sendMessage", packed({**private, "reply_markup": buttons}))
    if member.reachable:
        fallback = {"lane": member.telegram_id, "body": packed({**private, "reply_markup": buttons})}
    else:
        hint = {**private, "text": desk.text(_locale(call), "welcome/look_in_private", None), **_where(call)}
        fallback = {"lane": call.chat.id, "body": packed(hint), "fade_s": 30}
    receiver = {"receiver_user_id": member.telegram_id}
    body = {**private, "reply_markup": buttons, **_where(call), "ephemeral_message_parameters": receiver}
    return Letter(call.chat.id, "sendMessage", packed(body), fallback=json.dumps(fallback, ensure_ascii=False))


def _tell(desk: Desk, effect: Tell) -> list[Letter]:
    member = members.get(desk.tx, effect.member)
    if not member.reachable and effect.unless_reachable is not None:
        return [_post(desk, effect.unless_reachable)]
    body = {
        "text": desk.text(member.locale, effect.template, effect.outcome),
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": desk.markup(effect.buttons, member.locale, member.telegram_id, member.id),
    }
    return [Letter(member.telegram_id, "sendMessage", packed(body), keep=effect.keep, parked=not member.reachable)]


def _note(desk: Desk, effect: Note) -> list[Letter]:
    """Kept for the day's message; no letter, unless it is called out in the group for one who can't be written to."""
    member = members.get(desk.tx, effect.member)
    if effect.matter not in WANTED[member.quiet]:
        return []
    if not member.reachable and effect.unless_reachable is not None:
        return [_post(desk, effect.unless_reachable)]
    text = desk.text(member.locale, effect.template, effect.outcome)
    buttons, ends = written(effect.buttons), desk.now + effect.lasts_s
    notes.put(desk.tx, member.id, effect.matter, effect.about, text, buttons, desk.now, ends)
    return []


def _thread(desk: Desk, group: Group, purpose: str | None) -> int | None:
    return groups.topic(desk.tx, group.id, Purpose(purpose)) if purpose else None


def _quoted(message: int | None) -> dict[str, Any] | None:
    """What a post replies to; nothing where the message stayed behind when its group moved."""
    return {"message_id": message, "allow_sending_without_reply": True} if message and message > 0 else None


def _post(desk: Desk, effect: Post) -> Letter:
    group = groups.get(desk.tx, effect.group)
    body = {
        "text": desk.text(group.locale, effect.template, effect.outcome),
        "header": desk.text(group.locale, effect.gather, None) if effect.gather else None,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": desk.markup(effect.buttons, group.locale, group.chat_id, None),
        "message_thread_id": effect.topic or _thread(desk, group, effect.purpose),
        "reply_parameters": _quoted(effect.reply_to),
        "disable_notification": effect.quiet or None,
        "pin": effect.pin or None,
    }
    return Letter(group.chat_id, "sendMessage", packed(body), effect.gather, effect.keep, effect.fade_s)


def _edit(desk: Desk, call: Call | None, effect: Edit) -> list[Letter]:
    if effect.keep is not None:
        found = outbox.kept(desk.tx, effect.keep)
        chat_id, message = found or (None, None)
    else:
        assert call is not None
        chat_id, message = call.chat.id, call.shown
    if chat_id is None or message is None:
        return []
    group = groups.by_chat(desk.tx, chat_id)
    reader = None if group else members.by_telegram_id(desk.tx, chat_id)
    locale = group.locale if group else reader.locale if reader else desk.identity.programme.brand.locale
    presser = call.member.id if call and effect.keep is None else reader.id if reader else None
    body = {
        "message_id": message,
        "text": desk.text(locale, effect.template, effect.outcome),
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": desk.markup(effect.buttons, locale, chat_id, presser),
    }
    seen_by_one = call.message.ephemeral if call and call.message and effect.keep is None else None
    if call and seen_by_one:
        body = {
            **body,
            "message_id": None,
            "receiver_user_id": call.member.telegram_id,
            "ephemeral_message_id": seen_by_one,
        }
        return [Letter(chat_id, "editEphemeralMessageText", packed(body))]
    return [_edited(chat_id, body, call if effect.keep is None else None)]


def _edited(chat_id: int, body: dict[str, Any], call: Call | None) -> Letter:
    """A text has words, a picture a caption; of a message known by name it is not known which it is."""
    words = {key: value for key, value in body.items() if key not in ("text", "link_preview_options")}
    caption = packed({**words, "caption": body["text"]})
    if call and call.message and call.message.media:
        return Letter(chat_id, "editMessageCaption", caption)
    other = packed({"lane": chat_id, "method": "editMessageCaption", "body": caption})
    return Letter(chat_id, "editMessageText", packed(body), fallback=None if call else other)


def _react(desk: Desk, call: Call, effect: React) -> list[Letter]:
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
    return packed(
        {
            "lane": call.chat.id,
            "template": effect.template,
            "about": stored(effect.outcome),
            "locale": _locale(call),
            "where": _where(call),
            "gather": effect.gather,
            "fade_s": effect.fade_s,
        }
    )


def _delete(desk: Desk, call: Call | None, effect: Delete) -> list[Letter]:
    if effect.keep is not None:
        found = outbox.kept(desk.tx, effect.keep)
        if found is None:
            return []
        chat_id, message = found
    else:
        assert call is not None
        chat_id, message = call.chat.id, effect.message or call.shown or (call.message.id if call.message else 0)
    return [Letter(chat_id, "deleteMessage", packed({"message_id": message}), delay_s=effect.after_s)]


def _ask(desk: Desk, call: Call, effect: Ask) -> Letter:
    member = call.member
    dialogues.ask(desk.tx, member.id, effect.prompt, dict(effect.data), desk.now + effect.lasts_s)
    body = {
        "text": desk.text(member.locale, effect.template, effect.outcome),
        "parse_mode": "HTML",
        "reply_markup": desk.markup(effect.buttons, member.locale, member.telegram_id, member.id),
    }
    return Letter(member.telegram_id, "sendMessage", packed(body), parked=not member.reachable)


def _document(desk: Desk, call: Call, effect: Document) -> Letter:
    caption = desk.text(call.member.locale, effect.template, effect.outcome) if effect.template else None
    body = {"document": {"name": effect.name, "content": effect.content}, "caption": caption, "parse_mode": "HTML"}
    return Letter(call.member.telegram_id, "sendDocument", packed(body))


def _menu(desk: Desk, effect: Menu) -> Letter:
    scope = {"type": "chat", "chat_id": effect.chat_id}
    return menu_letter(desk.identity, effect.locale, effect.roles, scope)


def menu_letter(
    identity: Identity, locale: str, roles: frozenset[Role], scope: dict[str, Any], language: str | None = None
) -> Letter:
    """The command menu of people with those roles, in that scope, for apps in that language (None: every other)."""
    commands = [
        {"command": name, "description": identity.speech.label(locale, f"/{name}")}
        for name in menu_of(identity.routes, roles)
    ]
    return Letter(0, "setMyCommands", packed({"commands": commands, "scope": scope, "language_code": language}))


def _show(desk: Desk, effect: Show) -> list[Letter]:
    if effect.group is not None:
        group = groups.get(desk.tx, effect.group)
        lane, locale, presser = group.chat_id, group.locale, None
        topic = _thread(desk, group, effect.purpose)
    else:
        assert effect.member is not None
        member = members.get(desk.tx, effect.member)
        lane, locale, presser, topic = member.telegram_id, member.locale, member.id, None
    caption = desk.text(locale, effect.template, effect.outcome) if effect.template else None
    buttons = desk.markup(effect.buttons, locale, lane, presser)
    if len(effect.files) == 1:
        kind, file_id = effect.files[0]
        body = {
            kind: file_id,
            "caption": caption,
            "parse_mode": "HTML",
            "reply_markup": buttons,
            "message_thread_id": topic,
        }
        return [Letter(lane, f"send{kind.capitalize()}", packed(body), keep=effect.keep)]
    album = [{"type": kind, "media": file_id} for kind, file_id in effect.files[:10]]
    pieces = [Letter(lane, "sendMediaGroup", packed({"media": album, "message_thread_id": topic}))] if album else []
    if caption is None and not buttons:
        return pieces
    text = {"text": caption or "·", "parse_mode": "HTML", "reply_markup": buttons, "message_thread_id": topic}
    return [*pieces, Letter(lane, "sendMessage", packed(text), keep=effect.keep)]
