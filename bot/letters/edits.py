"""Letters that change or remove a message of ours: the one whose button was pressed, or one known by name."""

from typing import Any

from bot.letters.cutting import CAPTION_LIMIT, shortened
from bot.letters.desk import Desk, packed
from handlers.call import Call
from handlers.effects import Delete, Edit
from storage import groups, members
from storage.post import outbox
from storage.post.outbox import Letter


def edit(desk: Desk, call: Call | None, effect: Edit) -> list[Letter]:
    """Other words and buttons; nothing where the message is not known any more."""
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
        **desk.words(locale, effect.template, effect.outcome),
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
    caption = packed({**words, "caption": shortened(body["text"], CAPTION_LIMIT)})
    if call and call.message and call.message.media:
        return Letter(chat_id, "editMessageCaption", caption)
    other = packed({"lane": chat_id, "method": "editMessageCaption", "body": caption})
    return Letter(chat_id, "editMessageText", packed(body), fallback=None if call else other)


def delete(desk: Desk, call: Call | None, effect: Delete) -> list[Letter]:
    """The message goes, now or after a while."""
    if effect.keep is not None:
        found = outbox.kept(desk.tx, effect.keep)
        if found is None:
            return []
        chat_id, message = found
    else:
        assert call is not None
        chat_id, message = call.chat.id, effect.message or call.shown or (call.message.id if call.message else 0)
    return [Letter(chat_id, "deleteMessage", packed({"message_id": message}), delay_s=effect.after_s)]
