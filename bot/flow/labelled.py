"""What stands on a button, typed: as good as its press, while nothing else was said since it stood there."""

from handlers.call import Call, ChatKind
from messages.vocabulary import meant
from rules.labels import kept
from rules.reading.giving_up import gives_up
from rules.reading.typed import bare
from storage.engine.tx import Tx
from storage.post import buttons, labels

# No label is longer.
_LONGEST = 64


def typed_label(call: Call, tx: Tx) -> str | None:
    """The token of the button below the newest message in private whose label was typed, if it can still be pressed.

    What gives up, and what sends words that are shown ahead, are words of their own.
    """
    message = call.message
    if call.chat.kind is not ChatKind.PRIVATE or message is None or message.media or message.forwarded:
        return None
    said = message.text
    if not said or len(said) > _LONGEST or gives_up(said) or meant("ahead", "pressed", bare(said)):
        return None
    token = labels.token(tx, call.member.id, message.id, call.chat.id, kept(said))
    button = buttons.get(tx, token) if token else None
    if button is None or button.used or button.member != call.member.id or button.expires < call.occasion.now:
        return None
    return token
