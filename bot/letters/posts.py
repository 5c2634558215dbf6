"""Letters that nobody called for: to a member, to a group, and what is kept for the day's message."""

from actions.note import checks
from bot.letters.cutting import CAPTION_LIMIT, fits
from bot.letters.pen import NO_PREVIEW, Pen
from bot.letters.reader import Reader
from handlers.effects import Note, Post, Show, Tell
from handlers.keyboards import written
from handlers.weighty import WEIGHTY
from rules.note import RESTING, WANTED, kind_of
from rules.values import replace
from storage import groups, members, notes, stages
from storage.post import outbox
from storage.post.bodies import SendMediaGroup, SendMessage, file, looks, reply_to
from storage.post.body import Json
from storage.post.letters import Letter

ALBUM = 10
TOGETHER_S = 3


def tell(pen: Pen, effect: Tell) -> list[Letter]:
    """A private message; it waits for one who can't be written to yet, or something else is said instead."""
    member = members.get(pen.tx, effect.member)
    if member.forgotten:
        return []
    if not member.reachable and effect.unless_reachable is not None:
        return [post(pen, effect.unless_reachable)]
    said = SendMessage(
        pen.text(Reader.alone(member), effect.template, effect.outcome),
        link_preview_options=NO_PREVIEW,
        reply_markup=pen.markup(effect.buttons, member.locale, member.telegram_id, member.id),
        disable_notification=effect.quiet or None,
    )
    weighs = WEIGHTY.get(effect.template)
    parked = not member.reachable
    return [Letter(member.telegram_id, said, keep=effect.keep, parked=parked, kind=effect.kind, weighs=weighs)]


def note(pen: Pen, effect: Note) -> list[Letter]:
    """Kept for the day's message; no letter, unless it is called out in the group for one who can't be written to."""
    assert kind_of(effect.about) in checks(), effect.about
    member = members.get(pen.tx, effect.member)
    if member.forgotten or effect.matter not in WANTED[member.quiet]:
        return []
    if effect.matter in RESTING and stages.is_alumnus(pen.tx, member.id):
        return []
    if not member.reachable and effect.unless_reachable is not None:
        return [post(pen, effect.unless_reachable)]
    text = pen.text(Reader.alone(member), effect.template, effect.outcome)
    buttons, ends = written(effect.buttons), pen.now + effect.lasts_s
    notes.put(pen.tx, member.id, effect.matter, effect.about, text, buttons, pen.now, ends)
    return []


def post(pen: Pen, effect: Post) -> Letter:
    """A message of the bot's own to a group."""
    group = groups.get(pen.tx, effect.group)
    said = SendMessage(
        pen.text(Reader.everybody(group), effect.template, effect.outcome),
        link_preview_options=NO_PREVIEW,
        reply_markup=pen.markup(effect.buttons, group.locale, group.chat_id, None),
        message_thread_id=effect.topic or pen.topic(group, effect.purpose),
        reply_parameters=reply_to(effect.reply_to),
        disable_notification=effect.quiet or None,
    )
    header = pen.header(group.locale, effect.gather)
    return Letter(
        group.chat_id,
        said,
        effect.gather,
        effect.keep,
        effect.fade_s,
        header=header,
        pin=effect.pin,
        kind=effect.kind,
        lasts_s=effect.lasts_s,
        caller=pen.call.member.telegram_id if pen.call else None,
    )


def show(pen: Pen, effect: Show) -> list[Letter]:
    """Files with words. What an album or a caption can't hold, buttons or many words, follows as a message."""
    if effect.member is not None and members.get(pen.tx, effect.member).forgotten:
        return []
    said = [replace(letter, kind=effect.kind, lasts_s=effect.lasts_s) for letter in _files(pen, effect)]
    return [_waiting(pen, letter, effect.gather) for letter in said] if effect.gather else said


def _waiting(pen: Pen, letter: Letter, gather: str) -> Letter:
    """It waits for the pieces that may follow, or with those that came before."""
    until = outbox.gathers_until(pen.tx, letter.lane, gather, pen.now) or pen.now + TOGETHER_S
    return replace(letter, gather=gather, delay_s=until - pen.now)


def _files(pen: Pen, effect: Show) -> list[Letter]:
    if effect.group is not None:
        group = groups.get(pen.tx, effect.group)
        lane, reader, presser = group.chat_id, Reader.everybody(group), None
        topic = pen.topic(group, effect.purpose)
    else:
        assert effect.member is not None
        member = members.get(pen.tx, effect.member)
        lane, reader, presser, topic = member.telegram_id, Reader.alone(member), member.id, None
    words = pen.text(reader, effect.template, effect.outcome) if effect.template else None
    buttons = pen.markup(effect.buttons, reader.locale, lane, presser)
    alone = len(effect.files) == 1
    if (words is None or fits(words, CAPTION_LIMIT)) and (alone or not buttons):
        return _shown(lane, effect, topic, effect.keep, words, buttons)
    shown = _shown(lane, effect, topic, effect.keep and f"{effect.keep}/files")
    said = SendMessage(words or "·", link_preview_options=NO_PREVIEW, reply_markup=buttons, message_thread_id=topic)
    return [*shown, Letter(lane, said, keep=effect.keep)]


def _shown(
    lane: int,
    effect: Show,
    topic: int | None,
    keep: str | None,
    words: str | None = None,
    buttons: Json | None = None,
) -> list[Letter]:
    """The files: one, or an album, which has its words below its first piece."""
    files, covered, above = effect.files, effect.covered, effect.above
    if len(files) == 1:
        body = file(*files[0], words, buttons, topic)
        return [Letter(lane, replace(body, **looks(files[0][0], covered=covered, above=above)), keep=keep)]
    album: list[Json] = [
        {"type": kind, "media": file_id, **looks(kind, covered=covered, above=above)} for kind, file_id in files[:ALBUM]
    ]
    if album and words is not None:
        album[0] = {**album[0], "caption": words, "parse_mode": "HTML"}
    return [Letter(lane, SendMediaGroup(album, topic), keep=keep)] if album else []
