"""What is said while a preview gathers what follows it, and is meant for the bot instead."""

from bot.flow.asked import waiting
from bot.flow.router import Match, Router
from handlers.ahead import said_of_gathered
from handlers.call import Call
from handlers.effects import Effects, Reply, flat
from messages.vocabulary import meant, spoken
from rules.daily.question import asks_at_its_end
from rules.reading.giving_up import gives_up
from rules.reading.typed import bare
from storage.engine.tx import Tx
from storage.post.dialogues import Pending

SHORT = 60


def aside(router: Router, call: Call, asked: Pending, match: Match | None) -> bool:
    """Whether words below a preview are no part of it: a word of ours, a greeting, thanks, a question of a line.

    A picture goes along, and so does whatever replies to the preview. What agrees or gives up answers it.
    """
    message = call.message
    if message is None or not _template(router, asked) or message.media or call.reply_to or message.forwarded:
        return False
    said = bare(message.text)
    if gives_up(said) or meant("welcome", "answer", said) or said_of_gathered(message):
        return False
    ours = match is not None and not match.words
    return ours or bool(meant("help", "talk", said.rstrip("?"))) or _thanks(said) or questions(call)


def questions(call: Call) -> bool:
    """Whether the message is one line that asks something."""
    said = call.message.text.strip() if call.message else ""
    return len(said) <= SHORT and "\n" not in said and asks_at_its_end(said)


def said_aside(router: Router, call: Call, effects: Effects, tx: Tx) -> Effects:
    """Of a question below a preview it is said that it was answered instead of going along."""
    before = next(iter(waiting(call, tx)), None)
    template = _template(router, before) if before and questions(call) else ""
    return [*flat(effects), Reply(template)] if template else effects


def _template(router: Router, asked: Pending) -> str:
    """What is said of a question below its preview; empty where there is no preview, or all that is said belongs to it."""
    return router.prompts[asked.prompt].aside if asked.gathers else ""


def _thanks(said: str) -> bool:
    return any(said == bare(word) or said.startswith(f"{bare(word)} ") for word in spoken()["thanks"])
