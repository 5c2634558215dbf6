"""A message that a command is about and that has to be the caller's own."""

from handlers.call import Call, Message
from rules.refusals import Refusal


def own_replied(call: Call, theirs: type[Refusal], forwarded: type[Refusal]) -> Message | None:
    """The message that the call replies to, None where it replies to none. Raises `theirs` or `forwarded`."""
    replied = call.reply_to
    if replied is None:
        return None
    if replied.author is None or replied.author.telegram_id != call.member.telegram_id:
        raise theirs
    if replied.forwarded:
        raise forwarded
    return replied


def below_anothers(call: Call) -> bool:
    """Whether it is said below what somebody else shows: words about that are no work of whoever says them."""
    shown = call.reply_to
    if shown is None or shown.media is None or shown.author is None or shown.author.is_bot:
        return False
    return shown.author.telegram_id != call.member.telegram_id
