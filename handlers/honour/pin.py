"""`/pin` and `/unpin` as a reply: a topic moderator holds up what helps in their field, by the bot's own right."""

from actions.honour import pin as actions
from handlers.call import Call, Message
from handlers.effects import Edit, Effects, Whisper
from handlers.moderating import there
from handlers.pinning import Hold
from handlers.routes import MODERATORS, Command, Press, Shelf, Where
from rules.people import Role
from rules.topic_moderator import FieldNotTheirs
from storage import groups
from storage.engine.tx import Tx

MAY = MODERATORS | {Role.TOPIC_MODERATOR}


def pin(call: Call, tx: Tx) -> Effects:
    """Held up without a sound; the oldest gives way when there are more than the brand allows."""
    message = _in_field(call, tx)
    done = actions.hold_up(tx, call.member, call.group, message.id, call.occasion)
    staff = groups.staff(tx)
    up = Hold(call.group.id, message.id, staff=staff.id if staff else None, template="pin/refused", outcome=done)
    return [*(Hold(call.group.id, one, up=False) for one in done.gone), up, Whisper("pin/pinned", done)]


def unpin(call: Call, tx: Tx) -> Effects:
    """Let go; what was held up by other hands stays."""
    message = _in_field(call, tx)
    actions.let_go(tx, call.member, call.group, message.id, call.occasion)
    return [Hold(call.group.id, message.id, up=False), Whisper("pin/unpinned")]


def clear(call: Call, tx: Tx) -> Effects:
    """All that somebody held up who looks after it no more."""
    told, held = actions.clear(tx, call.data["member"], call.member, call.occasion)
    return [Edit("pin/cleared", told), *(Hold(one.group, one.message, up=False) for one in held)]


def _in_field(call: Call, tx: Tx) -> Message:
    message = call.reply_to
    assert message is not None
    if not there(call, tx, call.message.topic if call.message else None, message.said):
        raise FieldNotTheirs
    return message


ROUTES = (
    Command("pin", pin, shelf=Shelf.GROWING, place=27, menu=False, who=MAY, where=Where.GROUP, reply=True, fades=True),
    Command(
        "unpin", unpin, shelf=Shelf.GROWING, place=28, menu=False, who=MAY, where=Where.GROUP, reply=True, fades=True
    ),
    Press("pin.clear", clear, who=MODERATORS),
)
