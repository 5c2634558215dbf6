"""Calls that nobody else needs to read are taken out of the group again."""

from bot.flow.router import Match
from handlers.call import Call
from handlers.effects import Delete, Effect, Effects, Post, Reply, Show, flat
from handlers.routes import Command
from rules.rights import Right
from storage import rights
from storage.engine.tx import Tx

# How long the call of something that only its caller sees stands in a group.
CALL_STANDS_S = 120


def faded(match: Match | None, call: Call, effects: Effects, tx: Tx) -> list[Delete]:
    """A call that nobody needs to read goes with its answer, one that nobody else may read at once.

    In private, and where the bot may not delete, it stays.
    """
    group, message = call.chat.group, call.message
    if match is None or not fades(match) or group is None or message is None:
        return []
    known = rights.of_group(tx, group.id)
    if known is not None and Right.DELETE not in known.rights:
        return []
    if _tells(match, call):
        return [Delete(message.id)]
    if message.media or effects is None or any(_stays(effect) for effect in flat(effects)):
        return []
    longest = max((effect.fade_s or 0 for effect in flat(effects) if isinstance(effect, Reply | Post)), default=0)
    return [Delete(message.id, after_s=max(CALL_STANDS_S, longest))]


def fades(match: Match) -> bool:
    """Whether its call is for nobody else to read."""
    return isinstance(match.route, Command) and match.route.fades


def _tells(match: Match, call: Call) -> bool:
    """Whether it says something of somebody that is for the bot alone."""
    discreet = isinstance(match.route, Command) and match.route.discreet
    return discreet and bool(match.words.strip() or call.reply_to)


def _stays(effect: Effect) -> bool:
    if isinstance(effect, Reply | Post):
        return effect.fade_s is None
    return isinstance(effect, Show) and effect.group is not None
