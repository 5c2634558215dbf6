"""Letters that answer a call: to where it came from, or to the caller alone."""

from bot.letters.cutting import bare
from bot.letters.pen import NO_PREVIEW, Pen
from bot.letters.reader import Reader
from handlers.call import Call, ChatKind
from handlers.confide import Confide
from handlers.effects import Ask, Button, Document, React, Reply, Whisper
from handlers.refused import way_out
from rules.letters import Kind
from rules.markup import units
from rules.values import replace
from storage import groups
from storage.post import dialogues
from storage.post.bodies import AnswerCallbackQuery, SendDocument, SendMessage, SetMessageReaction, reply_to
from storage.post.letters import Attached, Letter, Unworded

TOAST_LIMIT = 200
DROPPABLE_S = 120
HINT_S = 30
ANSWERABLE_S = 140
REPLY = {"force_reply": True}


def toast(query: str, html: str | None, *, alert: bool) -> Letter:
    """The short answer to a press; without words it only ends the button's waiting. What is too long is whispered."""
    text = bare(html) if html else None
    assert text is None or units(text) <= TOAST_LIMIT, text
    return Letter(0, AnswerCallbackQuery(query, text, alert or None), lasts_s=ANSWERABLE_S)


def _topic(call: Call) -> int | None:
    """The topic in which an answer belongs."""
    return call.message.topic if call.message else None


def _quoted(call: Call) -> int | None:
    """The message that an answer replies to: the one that called, not one whose button was pressed."""
    return call.message.id if call.message and call.shown is None else None


def reply(pen: Pen, call: Call, effect: Reply) -> Letter:
    """An answer that everybody there can read."""
    reader = Reader.there(call)
    private = call.chat.kind is ChatKind.PRIVATE
    said = SendMessage(
        pen.text(reader, effect.template, effect.outcome),
        link_preview_options=NO_PREVIEW,
        reply_markup=pen.markup(effect.buttons, reader.locale, call.chat.id, call.member.id),
        message_thread_id=None if private else _topic(call),
        reply_parameters=None if private else reply_to(_quoted(call)),
    )
    header = pen.header(reader.locale, effect.gather)
    kind = None if private else Kind.ANSWER if effect.fade_s else Kind.RESULT
    caller = call.member.telegram_id
    keep = effect.keep or (_shows(pen, effect) if private else None)
    return Letter(call.chat.id, said, effect.gather, keep, effect.fade_s, header=header, kind=kind, caller=caller)


def _shows(pen: Pen, effect: Reply) -> str | None:
    """The name of a preview which a reply may correct; None of what is none."""
    buttons = [one for row in effect.buttons for one in row if isinstance(one, Button) and one.corrects]
    return dialogues.name_shown(buttons[0].data, pen.now) if buttons else None


def whisper(pen: Pen, call: Call, effect: Whisper) -> Letter:
    """An answer for the caller's eyes: in the group, else in private, else a hint where to look."""
    member = call.member
    said = SendMessage(
        pen.text(Reader.caller(call), effect.template, effect.outcome),
        link_preview_options=NO_PREVIEW,
        reply_markup=pen.markup(effect.buttons, member.locale, member.telegram_id, member.id),
    )
    if call.chat.kind is ChatKind.PRIVATE:
        return Letter(call.chat.id, said)
    here = replace(said, message_thread_id=_topic(call), reply_parameters=reply_to(_quoted(call)))
    reader, instead = member.telegram_id, _otherwise(pen, call, said, here)
    return Letter(call.chat.id, here, effect.gather, seen_by=reader, fallback=instead, caller=reader)


def _otherwise(pen: Pen, call: Call, said: SendMessage, here: SendMessage) -> Letter:
    """A whisper where the group can't have it: in private, or a hint in the group that soon disappears."""
    if call.member.reachable:
        return Letter(call.member.telegram_id, said)
    hint = replace(here, text=pen.text(Reader.there(call), "welcome/look_in_private", None), reply_markup=None)
    return Letter(call.chat.id, hint, fade_s=HINT_S, kind=Kind.ANSWER, caller=call.member.telegram_id)


def react(pen: Pen, call: Call, effect: React) -> list[Letter]:
    """A reaction, which comes too late to matter after a while."""
    message = effect.message or (call.message.id if call.message else None)
    if message is None or message < 0:  # numbers below zero: the message stayed behind when its group moved
        return []
    chat_id = call.chat.id if effect.group is None else groups.get(pen.tx, effect.group).chat_id
    reaction = [{"type": "emoji", "emoji": effect.emoji}] if effect.emoji else []
    instead = _instead(pen, call, effect.otherwise) if effect.otherwise else None
    return [Letter(chat_id, SetMessageReaction(message, reaction), fallback=instead, lasts_s=DROPPABLE_S)]


def _instead(pen: Pen, call: Call, effect: Reply) -> Unworded:
    """A reply as the fall-back of a reaction; it is put into words only when it is needed, which is hardly ever."""
    words = pen.kept(Reader.there(call), effect.template, effect.outcome, effect.gather)
    return Unworded(call.chat.id, words, _topic(call), _quoted(call), effect.gather, effect.fade_s)


def ask(pen: Pen, call: Call, effect: Ask) -> Letter:
    """A question to the caller in private; what they say next answers it. The last button always leads out of it."""
    member = call.member
    name = _asked(pen, member.id, effect)
    give_up = way_out(effect.prompt, effect.data)
    said = SendMessage(
        pen.text(Reader.alone(member), effect.template, effect.outcome),
        reply_markup=pen.markup((*effect.buttons, (give_up,)), member.locale, member.telegram_id, member.id),
    )
    return Letter(member.telegram_id, said, keep=name, parked=not member.reachable)


def _asked(pen: Pen, member: int, effect: Ask) -> str:
    """The question is remembered; the name of its message. One of which its member is reminded stays as it was."""
    id, data = effect.again, dict(effect.data)
    if not id:
        id = dialogues.ask(pen.tx, member, effect.prompt, data, pen.now + effect.lasts_s, pen.now)
    elif effect.reminds:
        dialogues.recall(pen.tx, id, effect.after, pen.now)
    else:
        dialogues.ask_again(pen.tx, id, data, pen.now + effect.lasts_s, pen.now)
        return dialogues.name_again(member, id, pen.now)
    return dialogues.name(member, id, pen.now)


def confide(pen: Pen, call: Call, effect: Confide) -> Letter:
    """Words that tell themselves what a reply to them answers: nothing is remembered of them.

    The app answers a question by a reply to it, if no buttons take that place.
    """
    reader = Reader.alone(call.member)
    place = f"https://t.me/{pen.identity.username}?start={effect.name}-{effect.payload}"
    label = f"{effect.name}/{'reply_here' if effect.asks else 'reply_to_add'}"
    here = pen.identity.speech.label(reader.locale, label, None)
    buttons = pen.markup(effect.buttons, reader.locale, call.chat.id, call.member.id)
    markup = REPLY if effect.asks and not effect.buttons else buttons
    text = pen.text(reader, effect.template, effect.outcome)
    said = SendMessage(f'{text}\n\n<a href="{place}">{here}</a>', link_preview_options=NO_PREVIEW, reply_markup=markup)
    return Letter(call.chat.id, said)


def document(pen: Pen, call: Call, effect: Document) -> Letter:
    """A file made here, for the caller."""
    caption = pen.text(Reader.alone(call.member), effect.template, effect.outcome) if effect.template else None
    return Letter(call.member.telegram_id, SendDocument(caption), file=Attached(effect.name, effect.content))
