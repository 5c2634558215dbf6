"""From a call to effects: find the route, permit it, let it answer."""

from collections.abc import Collection

from bot.flow import anew, edited
from bot.flow.ahead import ahead
from bot.flow.aside import aside, said_aside
from bot.flow.asked import asked_of, corrected, reminded, reminder, require_newest, waiting
from bot.flow.edited import behind_preview, not_behind
from bot.flow.fading import faded, fades
from bot.flow.first import taken_first
from bot.flow.labelled import typed_label
from bot.flow.permit import closed, overhears, permit
from bot.flow.router import Match, Router
from bot.flow.unopened import opened_by
from bot.intake.incoming import Incoming, What
from handlers.ahead import AHEAD, in_words, named, said_of_gathered
from handlers.call import Call, ChatKind
from handlers.effects import Ask, Effect, Effects, Reply, Whisper, flat
from handlers.refused import GivenUp
from handlers.routes import Command, Given, On, Prompted
from messages.vocabulary import meant
from rules.markup import FOR_THE_EYE, ending, plain
from rules.reading.giving_up import gives_up
from rules.reading.typed import bare, laughs, speaks
from rules.reading.visible import ended
from rules.refusals import ButtonGone, NotTaken, NotYourButton, ReplyNeeded
from rules.values import replace
from storage.engine.tx import Tx
from storage.post import buttons, dialogues
from storage.post.dialogues import Pending

OBSERVED = {
    What.REACTION: On.REACTION,
    What.EDITED: On.EDIT,
    What.CAME: On.JOIN,
    What.LEFT: On.LEAVE,
    What.REQUEST: On.REQUEST,
}


def answer(router: Router, call: Call, incoming: Incoming, tx: Tx) -> Effects:
    """What the bot does about `incoming`; raises the Refusal that the caller shall read."""
    if incoming.what is not What.PRESS and call.chat.kind is not ChatKind.PRIVATE:
        return handled(router, call, incoming, tx)
    return going_on(router, call, incoming, tx)


def handled(router: Router, call: Call, incoming: Incoming, tx: Tx) -> Effects:
    """The same, apart from what else its caller was asked."""
    if incoming.what is What.PRESS:
        return pressed(router, call, incoming.token or "", tx)
    if incoming.what is What.MESSAGE:
        return said(router, call, incoming, tx)
    if incoming.what is What.BOT_STATUS:
        came = call.chat.kind is not ChatKind.PRIVATE and incoming.present and not incoming.was_present
        return observed(router, On.BOT_ADDED, call, tx) if came else None
    if incoming.what is What.VOTE:
        return observed(router, On.VOTE, call, tx)
    if incoming.what is What.EDITED and call.chat.kind is ChatKind.PRIVATE:
        return reworded(router, call, tx) or anew.stays_done(router.match(incoming), call, incoming, tx)
    if call.chat.group is None:
        return None
    effects = observed(router, OBSERVED[incoming.what], call, tx)
    match = router.match(incoming) if incoming.what is What.EDITED and effects is None else None
    if match is None:
        return effects
    by_edit = anew.called_by_edit(match, call, incoming, tx)
    return routed(router, match, call, tx) if by_edit else anew.stays_done(match, call, incoming, tx)


def reworded(router: Router, call: Call, tx: Tx) -> Effects:
    """An edit in private: of what a feature keeps by its messages, else of words that stand behind a preview."""
    effects = observed(router, On.PRIVATE_EDIT, call, tx)
    if effects is not None:
        return effects
    if found := behind_preview(router, call, tx):
        asked, now = found
        return prompted(router, now, asked, tx)
    return not_behind(router, call, tx)


def pressed(router: Router, call: Call, token: str, tx: Tx) -> Effects:
    """A button: what it means stands in its row, used up in this transaction."""
    if call.chat.kind is ChatKind.PRIVATE and (standing := router.standing(token)):
        permit(standing, call, tx)
        return standing.answer(replace(call, data={"words": token.partition(":")[2]}), tx)
    button = buttons.get(tx, token)
    now = call.occasion.now
    if button is None or button.expires < now or button.action not in router.presses:
        raise ButtonGone
    if button.member is not None and button.member != call.member.id:
        raise NotYourButton
    if button.used:
        raise ButtonGone
    route = router.presses[button.action]
    if route.standing:
        raise ButtonGone
    permit(route, call, tx)
    require_newest(call, button.data, tx)
    effects = route.answer(replace(call, data=button.data), tx)
    if button.once:
        buttons.use(tx, token, now)
    return effects


def said(router: Router, call: Call, incoming: Incoming, tx: Tx) -> Effects:
    """A message: a command, a word, the answer to what the bot has asked, or ordinary talk.

    A word that is the whole message is meant as that word, also while the bot waits for an answer; nobody answers
    what they may not do any more.
    """
    private = call.chat.kind is ChatKind.PRIVATE
    match = router.match(incoming)
    if match is None and (token := typed_label(call, tx)):
        return in_words(flat(pressed(router, replace(call, words="", reply_to=None), token, tx)))
    asked = answered(router, call, incoming, tx)
    if asked:
        return prompted(router, call, asked, tx)
    if match and _heard(match, call, incoming, router.starts):
        return routed(router, match, call, tx)
    if private and (shown := corrected(router, call, tx)):
        return prompted(router, call, shown, tx)
    if call.roles and (form := opened_by(router, call)):
        return routed(router, form, call, tx)
    return privately(router, call, tx) if private else talked(router, call, incoming, tx)


def privately(router: Router, call: Call, tx: Tx) -> Effects:
    """Talk in private; what nobody had a use for may be put right where it was written."""
    untouched = tx.writes
    effects = said_aside(router, call, observed(router, On.PRIVATE_TALK, call, tx), tx)
    if tx.writes == untouched:
        anew.not_understood(call, tx)
    return effects


def answered(router: Router, call: Call, incoming: Incoming, tx: Tx) -> Pending | None:
    """The question of the bot's that the message is an answer to, if it is to any."""
    spoken = incoming.what is What.MESSAGE and call.chat.kind is ChatKind.PRIVATE
    match = router.match(incoming) if spoken else None
    asked = asked_of(router, call, tx) if spoken and _answers(call, incoming, match) else None
    return None if asked and aside(router, call, asked, match) else asked


def talked(router: Router, call: Call, incoming: Incoming, tx: Tx) -> Effects:
    """Talk in a group: overheard, and answered when it was meant for the bot and nobody had a use for it."""
    if call.chat.group is None:
        return None
    untouched = tx.writes
    effects = observed(router, On.TALK, call, tx)
    to_us = On.NAMED if incoming.named else On.REPLIED if incoming.replied else None
    message = call.message
    if effects is not None or to_us is None or tx.writes != untouched or (message and message.forwarded):
        return effects
    return observed(router, to_us, call, tx)


def _answers(call: Call, incoming: Incoming, match: Match | None) -> bool:
    """Whether it may answer what the bot has asked; a further picture of an album, without words, answers nothing."""
    if incoming.command is not None or (match and match.interrupts):
        return False
    return not (call.message and call.message.further and not call.message.text)


def prompted(router: Router, call: Call, asked: Pending, tx: Tx) -> Effects:
    """The answer to a question of the bot's; the handler asks again when it does not fit.

    Words that give up end the question; those that only agree, or are no words at all, answer nothing.
    """
    message = call.message
    said_ = message.text if message else ""
    spoken = not (message and message.media)
    if spoken and gives_up(said_) and not (asked.gathers and said_of_gathered(message)):
        dialogues.close(tx, asked.id)
        return Reply("welcome/cancelled", GivenUp(asked.prompt))
    permit(router.prompts[asked.prompt], call, tx)
    meaning = meant("welcome", "answer", bare(said_)) if spoken else None
    route = router.prompts[asked.prompt]
    left_out = [*_left_out(call, route), *_looks_lost(call, route)]
    laughing = route.given is Given.AHEAD and laughs(said_)
    words = plain(message.marked) if message and not meaning and speaks(said_) and not laughing else ""
    shown = AHEAD in asked.data
    if not (words or route.even_empty or shown or (message and message.holds in route.takes)):
        return [*left_out, replace(reminder(asked), reminds=False)]
    answering = replace(call, data=asked.data, words=words, words_at=0)
    done = _shown_or_done(router, route, answering, tx)
    edited.answered(route, asked, call, done, tx)
    effects = [_again(effect, asked) for effect in done]
    if not any(isinstance(effect, Ask) and effect.again for effect in effects):
        dialogues.close(tx, asked.id)
    return [*left_out, *effects]


def _shown_or_done(router: Router, route: Prompted, call: Call, tx: Tx) -> list[Effect]:
    """What the words lead to; where they are shown first, what stands on a button below that is as good as its press."""
    if route.given is not Given.AHEAD:
        return flat(route.answer(call, tx))
    said_ = bare(call.message.text) if call.message and not call.message.media else ""
    what = meant("ahead", "pressed", said_) if AHEAD in call.data else None
    if what is None:
        return ahead(route, call, tx)
    return in_words(flat(router.presses[named(route, what)].answer(call, tx)))


def _again(effect: Effect, asked: Pending) -> Effect:
    """The question that was answered, asked once more, has been seen already; below a preview none was asked."""
    if isinstance(effect, Ask) and effect.prompt == asked.prompt and not (effect.another or asked.previewed):
        return replace(effect, again=asked.id)
    return effect


def going_on(router: Router, call: Call, incoming: Incoming, tx: Tx) -> Effects:
    """Once a question is answered or given up, its caller is reminded of the one before, unless another is asked."""
    before = waiting(call, tx)
    effects = handled(router, call, incoming, tx)
    again = reminded(router, call, before, flat(effects), tx) if len(before) > 1 else []
    return [*flat(effects), *again] if again else effects


def _left_out(call: Call, route: Command | Prompted) -> list[Effect]:
    """What comes besides words and is not taken is named. Raises NotTaken where there are no words.

    In a group that is so of commands: what stands beside a mere word or hashtag is for others to see.
    """
    message = call.message
    if message is None or message.holds in ("text", *route.takes):
        return []
    if call.chat.kind is not ChatKind.PRIVATE and not message.text.startswith("/"):
        return []
    not_taken = NotTaken(message.holds, tuple(sorted(route.takes)))
    if not message.text:
        raise not_taken
    return [Whisper("welcome/left_out", not_taken)]


def _looks_lost(call: Call, route: Command | Prompted) -> list[Effect]:
    """What is kept as words alone, a form or a work: that its bold or quoted words look like all others is said."""
    looks = call.message is not None and any(span.kind in FOR_THE_EYE for span in call.message.spans)
    return [Whisper("welcome/looks_lost")] if route.plain and looks else []


def routed(router: Router, match: Match, call: Call, tx: Tx) -> Effects:
    """A command, word, hashtag or start payload."""
    permit(match.route, call, tx)
    route = match.route
    if isinstance(route, Command) and route.reply and not route.names and call.reply_to is None:
        raise ReplyNeeded(route.name)
    left_out = [*_left_out(call, route), *_looks_lost(call, route)] if isinstance(route, Command) else []
    if match.words:
        call = replace(call, words=_words(match, call), words_at=_words_at(match, call))
    effects = taken_first(router, call, match.route.answer(call, tx), tx)
    if match.words:
        edited.remember(call, effects, tx)
    return [*left_out, *flat(effects), *faded(match, call, effects, tx)] if left_out or fades(match) else effects


def _words(match: Match, call: Call) -> str:
    """The words behind a command that somebody sees, with the links that hide behind some of them."""
    message, words = call.message, match.words
    if message is None or _words_at(match, call) is None:
        return ended(words)
    return ended(plain(ending(message.marked, words)))


def _words_at(match: Match, call: Call) -> int | None:
    """Where in the message they begin; None where they do not end it."""
    said_ = call.message.text.rstrip() if call.message else ""
    return len(said_) - len(match.words) if match.words and said_.endswith(match.words) else None


def observed(router: Router, on: On, call: Call, tx: Tx) -> Effects:
    """What the observers say, the first who has something to say."""
    for observer in router.observers[on]:
        if not overhears(observer, on, call):
            continue
        effects = observer.answer(call, tx)
        if effects is not None:
            return taken_first(router, call, effects, tx)
    return None


def _heard(match: Match, call: Call, incoming: Incoming, starts: Collection[str]) -> bool:
    """Forwarded words are quotations; a group that was not activated hears only what may work there.

    A mere word where it can lead to nothing was not meant for the bot: somebody says 取消 or 审核 to somebody else.
    """
    if incoming.message and incoming.message.forwarded:
        return False
    if match.by_word and closed(match.route, call, starts):
        return False
    if call.chat.kind is ChatKind.PRIVATE or call.chat.group is not None:
        return True
    return isinstance(match.route, Command) and match.route.inactive and not match.by_word
