"""Words behind a preview that are edited: it is shown anew. Of what has gone out before it is said that it has.

Only what was said to the bot openly is remembered here; the confidant swallows every other edit (decision 41).
"""

from collections.abc import Iterator
from zlib import crc32

from bot.flow.asked import waiting
from bot.flow.router import Router
from handlers.ahead import EditedLate, NotFollowed
from handlers.call import Call, ChatKind, Message
from handlers.effects import Ask, Button, Edit, Effects, Reply, flat
from handlers.routes import Given, Prompted
from rules.markup import behind
from rules.values import replace
from storage.engine.tx import Tx
from storage.post import dialogues, said
from storage.post.dialogues import Pending
from storage.post.said import SaidIn

# What goes on at once, or stays as it was written.
BY_NOW = (Given.AT_ONCE, Given.OPEN)


def remember(call: Call, effects: Effects, tx: Tx) -> None:
    """In which message of the caller's stands what is shown to them now, or asked for once more."""
    for prompt, about in _shown(effects):
        _put(call, prompt, about, tx)


def answered(route: Prompted, asked: Pending, call: Call, effects: Effects, tx: Tx) -> None:
    """The same of what answers a question; of what is not asked any more, that it went."""
    shown = [one for one in _shown(effects) if one[0] == route.prompt]
    for prompt, about in shown:
        _put(call, prompt, about, tx)
    if not shown and (route.given in BY_NOW or _by_its_own_button(route)) and not _kept(call, tx):
        _put(call, route.prompt, dialogues.about(asked.data), tx, gone=True)


def _by_its_own_button(route: Prompted) -> bool:
    """Whether words, not a form, stand behind a preview of the feature's own, which an edit does not change."""
    return route.given is Given.PREVIEWED and not route.fields


def _kept(call: Call, tx: Tx) -> bool:
    """Whether the feature itself remembers where the words stand."""
    found = said.of(tx, call.chat.id, call.message.id) if call.message else None
    return found is not None and not found.gone


def _put(call: Call, prompt: str, about: str, tx: Tx, *, gone: bool = False) -> None:
    message = call.message
    if message is None or call.shown is not None or call.chat.kind is not ChatKind.PRIVATE:
        return
    if not (message.text or message.file):
        return
    answer = SaidIn(message.id, call.member.id, prompt, about, _mark(message), gone)
    said.put(tx, call.chat.id, answer, call.occasion.handled_at)


def _shown(effects: Effects) -> Iterator[tuple[str, str]]:
    """The questions that are asked, and the forms of which a preview is shown."""
    for effect in flat(effects):
        if isinstance(effect, Ask) and not effect.another:
            yield effect.prompt, dialogues.about(effect.data)
        elif isinstance(effect, Reply | Edit):
            for button in (one for row in effect.buttons for one in row):
                if isinstance(button, Button) and button.corrects:
                    yield button.corrects, dialogues.about(button.data)


def behind_preview(router: Router, call: Call, tx: Tx) -> tuple[Pending, Call] | None:
    """The question that an edited message answers anew, and what it says now."""
    found = _found(router, call, tx)
    if found is None or found.gone:
        return None
    route, asked = router.prompts[found.prompt], _open(call, found, tx)
    follows = route.fields or (route.given is Given.AHEAD and said.is_last(tx, call.chat.id, found))
    return (asked, _without_command(call)) if asked and follows else None


def not_behind(router: Router, call: Call, tx: Tx) -> Effects:
    """What is said of an edited message that changes nothing: it went, or is not followed; None for one that means nothing."""
    found = _found(router, call, tx)
    if found is None:
        return None
    route, asked = router.prompts[found.prompt], _open(call, found, tx)
    if found.gone:
        _put(call, found.prompt, found.about, tx, gone=True)
        return Reply("ahead/edited_late", EditedLate(found.prompt, route.given.value, form=bool(route.fields)))
    if asked is None or route.given is not Given.PREVIEWED or not said.is_last(tx, call.chat.id, found):
        return None
    return Reply("ahead/not_followed", NotFollowed(found.prompt, asked.gathers))


def _found(router: Router, call: Call, tx: Tx) -> SaidIn | None:
    """What the message said before; None where it says and shows the same, as when a picture of a link has come."""
    message = call.message
    found = said.of(tx, call.chat.id, message.id) if message else None
    if message is None or found is None or found.member != call.member.id or found.prompt not in router.prompts:
        return None
    same = found.words == _mark(message) and not _exchanged(message)
    return None if same or not (message.text or message.file) else found


def _mark(message: Message) -> str:
    """Of what it says, and of the file that it shows; which one of an album an edit is about is told by the edit."""
    return mark(f"{message.text}\0{message.file.unique}" if message.file and not message.album else message.text)


def _exchanged(message: Message) -> bool:
    """Whether a piece of an album shows another file than before."""
    file, media = message.file, message.media
    return bool(message.album and file and media and media.before and media.before != file.unique)


def mark(text: str) -> str:
    """By this it is known whether words have changed; nothing of them can be told from it, of an address neither."""
    return f"{crc32(text.encode()):08x}"


def _open(call: Call, found: SaidIn, tx: Tx) -> Pending | None:
    shown = dialogues.previews(tx, call.member.id, call.occasion.now)
    fits = (one for one in (*waiting(call, tx), *shown) if one.prompt == found.prompt)
    return next((one for one in fits if dialogues.about(one.data) == found.about), None)


def _without_command(call: Call) -> Call:
    """The form that stands behind a command, where it was written there."""
    message = call.message
    if message is None or not message.text.startswith("/"):
        return call
    rest = behind(message.marked)
    return replace(call, message=replace(message, text=rest.text, spans=rest.spans))
