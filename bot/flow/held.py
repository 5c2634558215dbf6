"""What an update asks for that the covenant holds back: two that ask for the same are one act."""

from bot.flow.router import Router
from bot.intake.incoming import Incoming, What
from handlers.call import Call
from handlers.routes import Command
from rules.reading.typed import bare
from storage.engine.tx import Tx
from storage.packing import packed
from storage.post import buttons


def act_of(router: Router, call: Call, incoming: Incoming, tx: Tx) -> str | None:
    """The act that is asked for, on the member's day; None for what is never the same twice, such as a picture."""
    named = _pressed(router, incoming, tx) if incoming.what is What.PRESS else _said(router, incoming)
    return packed([call.occasion.day.isoformat(), *named]) if named else None


def _pressed(router: Router, incoming: Incoming, tx: Tx) -> list[object] | None:
    """The command that the button stands for, else the button's own action with what it is about."""
    button = buttons.get(tx, incoming.token or "")
    if button is None:
        return None
    route = router.presses[button.action]
    return [route.does, ""] if route.does else [route.action, button.data]


def _said(router: Router, incoming: Incoming) -> list[object] | None:
    """The command with its words, and what it answers where it is said of that."""
    message = incoming.message
    match = router.match(incoming) if incoming.what is What.MESSAGE and message and not message.media else None
    if match is None or not isinstance(match.route, Command):
        return None
    about = [incoming.chat.id, incoming.reply_to.id] if match.route.reply and incoming.reply_to else []
    return [match.route.name, bare(match.words), *about]
