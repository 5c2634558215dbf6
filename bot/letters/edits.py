"""Letters that change or remove a message of ours: the one whose button was pressed, or one known by name."""

from bot.letters.cutting import CAPTION_LIMIT, shortened
from bot.letters.pen import NO_PREVIEW, Pen
from bot.letters.reader import Reader
from handlers.call import Call
from handlers.effects import Delete, Edit, Otherwise
from handlers.pinning import Hold, Pinning, Unpin
from rules.letters import Kind
from rules.values import replace
from storage import groups, members
from storage.post import labels, outbox
from storage.post.bodies import (
    DeleteMessage,
    EditEphemeralMessageText,
    EditMessageCaption,
    EditMessageText,
    PinChatMessage,
    UnpinChatMessage,
)
from storage.post.letters import Letter, Unworded


def edit(pen: Pen, call: Call | None, effect: Edit) -> list[Letter]:
    """Other words and buttons; nothing where the message is not known any more."""
    if effect.keep is not None:
        found = outbox.kept(pen.tx, effect.keep)
        chat_id, message = found or (None, None)
    else:
        assert call is not None
        chat_id, message = call.chat.id, call.shown
    if chat_id is None or message is None:
        return []
    seen_by_one = call.message.ephemeral if call and call.message and effect.keep is None else None
    reader = Reader.caller(call) if call and seen_by_one else _reader_of(pen, chat_id)
    presser = call.member.id if call and effect.keep is None else reader.member or None
    text = pen.text(reader, effect.template, effect.outcome)
    markup = pen.markup(effect.buttons, reader.locale, chat_id, presser)
    if markup is None and presser is not None and chat_id > 0:
        labels.gone(pen.tx, presser)
    if call and seen_by_one:
        reader_id = call.member.telegram_id
        other = EditEphemeralMessageText(
            reader_id, seen_by_one, text, link_preview_options=NO_PREVIEW, reply_markup=markup
        )
        return [Letter(chat_id, other, caller=reader_id)]
    words = EditMessageText(message, text, link_preview_options=NO_PREVIEW, reply_markup=markup)
    otherwise = _said_otherwise(pen, effect.otherwise)
    letter = _edited(chat_id, words, call if effect.keep is None else None, otherwise)
    kind = None if otherwise is None else Kind.CORRECTION
    return [replace(letter, caller=call.member.telegram_id if call else None, kind=kind)]


def _reader_of(pen: Pen, chat_id: int) -> Reader:
    """Who reads that chat."""
    if group := groups.by_chat(pen.tx, chat_id):
        return Reader.everybody(group)
    member = members.by_telegram_id(pen.tx, chat_id)
    return Reader.alone(member) if member else Reader(pen.identity.programme.brand.locale)


def _said_otherwise(pen: Pen, effect: Otherwise | None) -> Unworded | None:
    """Kept to be put into words when it is needed."""
    if effect is None:
        return None
    group = groups.get(pen.tx, effect.group)
    words, gone = (
        pen.kept(Reader.everybody(group), template, effect.outcome) for template in (effect.template, effect.gone)
    )
    return Unworded(group.chat_id, words, gone=gone, kind=Kind.NOTICE.value)


def _edited(chat_id: int, words: EditMessageText, call: Call | None, otherwise: Unworded | None) -> Letter:
    """A text has words, a picture a caption; of a message known by name it is not known which it is."""
    short = shortened(words.text, CAPTION_LIMIT)
    body = EditMessageCaption(words.message_id, short, reply_markup=words.reply_markup)
    caption = Letter(chat_id, body, fallback=otherwise, kind=Kind.CORRECTION if otherwise else None)
    if call and call.message and call.message.media:
        return caption
    return Letter(chat_id, words, fallback=None if call else caption)


def delete(pen: Pen, call: Call | None, effect: Delete) -> list[Letter]:
    """The message goes, now or after a while."""
    if effect.keep is not None:
        return _known_by_name(pen, effect, effect.keep)
    assert call is not None
    message = effect.message or call.shown or (call.message.id if call.message else 0)
    return [Letter(call.chat.id, DeleteMessage(message), delay_s=effect.after_s)]


def pinning(pen: Pen, effect: Pinning) -> list[Letter]:
    """A message is held up, or no more; of what Telegram refuses to hold up staff are told."""
    if isinstance(effect, Unpin):
        found = outbox.kept(pen.tx, effect.keep)
        return [Letter(found[0], UnpinChatMessage(found[1]))] if found else []
    lane = groups.get(pen.tx, effect.group).chat_id
    if not effect.up:
        return [Letter(lane, UnpinChatMessage(effect.message))]
    return [Letter(lane, PinChatMessage(effect.message), fallback=_told_staff(pen, effect))]


def _told_staff(pen: Pen, effect: Hold) -> Unworded | None:
    if effect.staff is None:
        return None
    staff = groups.get(pen.tx, effect.staff)
    words = pen.kept(Reader.everybody(staff), effect.template, effect.outcome)
    return Unworded(staff.chat_id, words, kind=Kind.NOTICE.value)


def _known_by_name(pen: Pen, effect: Delete, name: str) -> list[Letter]:
    """The message of that name, and all that was sent with it; what is said otherwise is said once."""
    found = outbox.kept(pen.tx, name)
    if found is None:
        return []
    chat_id, message = found
    otherwise = _said_otherwise(pen, effect.otherwise)
    kind = Kind.CORRECTION if otherwise else None
    first = Letter(chat_id, DeleteMessage(message), delay_s=effect.after_s, fallback=otherwise, kind=kind)
    others = (DeleteMessage(piece) for piece in outbox.with_it(pen.tx, name))
    return [first, *(Letter(chat_id, other, delay_s=effect.after_s) for other in others)]
