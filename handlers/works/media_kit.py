"""A challenge's media kit: its files put together while it is written, and the kit once more for those who take part."""

from collections.abc import Mapping
from typing import Any

from actions.works import media_kit
from actions.works.challenge import known
from actions.works.media_kit import KitDrafted
from handlers.call import Call, ChatKind
from handlers.effects import Ask, Button, Effects, Keyboard, Toast
from handlers.routes import FILES, MODERATORS, Given, Press, Prompted, Start
from handlers.ways_out import WayOut
from handlers.works.media_kit_handed import again, handed
from rules.reading.numbers import reference
from rules.works.challenge import ChallengeNumberNeeded
from rules.works.media_kit import JoinForKit, KitIncomplete
from storage.engine.tx import Tx


def opened(call: Call, tx: Tx) -> Effects:
    """The files of what is being written are asked for; of a challenge that is changed, those it has are kept."""
    data = dict(call.data)
    challenge = None if data.get("kit") else data.get("challenge")
    found = media_kit.open_files(tx, data["draft"], challenge)
    return _asked("media_kit/ask", found, {**data, "kit": True})


def kept(call: Call, tx: Tx) -> Effects:
    """One file more, until staff say that this is all. A mere word is no file."""
    assert call.message is not None
    file, draft = call.message.file, call.data["draft"]
    if file is None:
        return _asked("media_kit/ask", media_kit.open_files(tx, draft, None), call.data)
    return _asked("media_kit/kept", media_kit.add(tx, draft, file), call.data)


def cleared(call: Call, tx: Tx) -> Effects:
    """None of them."""
    return _asked("media_kit/ask", media_kit.clear(tx, call.data["draft"]), call.data)


def once_more(call: Call, tx: Tx) -> Effects:
    """The kit, in private."""
    kit = handed(call, media_kit.given(tx, known(tx, call.data["challenge"]), call.member))
    return kit if call.chat.kind is ChatKind.PRIVATE else [Toast("media_kit/in_private"), *kit]


def started(call: Call, tx: Tx) -> Effects:
    """The deep link of a group."""
    number = reference(call.words)
    if number is None:
        raise ChallengeNumberNeeded("challenge")
    return handed(call, media_kit.given(tx, known(tx, number), call.member))


def _asked(template: str, found: KitDrafted, data: Mapping[str, Any]) -> Ask:
    done = Button("media_kit/done", data["back"], data, style="success")
    clear = (Button("media_kit/clear", "media_kit.clear", data),) if found.files else ()
    return Ask("media_kit.file", template, found, data=data, buttons=((done,), clear) if clear else ((done,),))


def _kit_again(refusal: KitIncomplete) -> Keyboard:
    return ((again(refusal.challenge),),)


def _join(refusal: JoinForKit) -> Keyboard:
    return ((Button("challenge/join", "challenge.join", {"challenge": refusal.challenge}, once=False),),)


ROUTES = (
    Press("media_kit.open", opened, who=MODERATORS),
    Prompted("media_kit.file", kept, Given.OPEN, who=MODERATORS, takes=FILES),
    Press("media_kit.clear", cleared, who=MODERATORS),
    Press("media_kit.again", once_more),
    Start("kit", started),
    WayOut(KitIncomplete, _kit_again),
    WayOut(JoinForKit, _join),
)
