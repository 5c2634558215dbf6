"""A filled form that somebody of the team sends without its command: which one it is."""

from bot.flow.permit import may
from bot.flow.router import Match, Router
from handlers.call import Call, ChatKind
from handlers.routes import Command
from messages.vocabulary import vocabulary
from rules.draft import fields_in
from rules.people import STAFF, Part

# A message that names fewer fields may be anything.
FIELDS = 3


def opened_by(router: Router, call: Call) -> Match | None:
    """The command whose form the message is, as if it stood above it; None where it fits several equally, or none well.

    The team hears who else may, where it is a form of theirs; one of the caller's own goes before it if it fits as well.
    """
    message = call.message
    if message is None or message.forwarded or not _at_work(call):
        return None
    forms = [one for one in router.commands.values() if one.fields and (may(one, call) or call.roles & STAFF)]
    fits = sorted(((_fit(one, call, message.text), may(one, call), one.name) for one in forms), reverse=True)
    clear = fits and fits[0][0] >= FIELDS and (len(fits) == 1 or fits[0][:2] > fits[1][:2])
    return Match(router.commands[fits[0][2]], message.text) if clear else None


def _at_work(call: Call) -> bool:
    """Where the team makes things: alone with the bot, or at its desk."""
    group = call.chat.group
    return call.chat.kind is ChatKind.PRIVATE or (group is not None and group.part is Part.STAFF)


def _fit(command: Command, call: Call, said: str) -> int:
    return len(fields_in(said, vocabulary(command.fields, call.member.locale)))
