"""Letters that put a poll before a group, and that stop it."""

from bot.letters.cutting import bare
from bot.letters.pen import Pen
from bot.letters.reader import Reader
from handlers.polls import ClosePoll, Poll
from rules.poll import OPTION_MOST, QUESTION_MOST
from rules.reading.visible import shortened
from storage import groups
from storage.post import outbox
from storage.post.bodies import reply_to
from storage.post.letters import Letter
from storage.post.polls import SendPoll, StopPoll


def poll(pen: Pen, effect: Poll) -> Letter:
    """The question and its options, without any marks: Telegram shows them as they are."""
    group = groups.get(pen.tx, effect.group)
    question = bare(pen.text(Reader.everybody(group), effect.template, effect.outcome))
    labels = [pen.identity.speech.label(group.locale, key, about) for key, about in effect.options]
    said = SendPoll(
        shortened(question, QUESTION_MOST),
        [{"text": shortened(bare(label), OPTION_MOST)} for label in labels],
        reply_parameters=reply_to(effect.reply_to),
    )
    return Letter(group.chat_id, said, keep=effect.keep)


def close(pen: Pen, effect: ClosePoll) -> list[Letter]:
    """The poll of that name is stopped, where it is known."""
    found = outbox.kept(pen.tx, effect.keep)
    return [Letter(found[0], StopPoll(found[1]))] if found else []
