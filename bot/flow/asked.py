"""What the caller was asked in private: which question they answer, and which one they are reminded of."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.flow.ahead import over_by_now
from bot.flow.permit import may
from bot.flow.router import Router
from bot.intake.incoming import Incoming, What
from handlers.ahead import AHEAD
from handlers.call import Call, Message
from handlers.effects import Ask, Effect, Reply
from handlers.fairness.welcome import StillAsked
from handlers.refused import over
from messages.vocabulary import vocabulary
from rules.draft import FormUnclear, PreviewOvertaken, corrects, fields_in
from storage.engine.tx import Tx
from storage.post import buttons, dialogues, outbox
from storage.post.dialogues import Pending

GIVEN_SHOWN = 30


def asked_of(router: Router, call: Call, tx: Tx) -> Pending | None:
    """What the caller answers: the question that they reply to, else the newest that they may answer and have seen.

    A reply to a question that is not asked any more answers none, nor does one to something else that the bot had said:
    what is known by another name, or stood there before the question.
    """
    open_ = [asked for asked in waiting(call, tx) if may(router.prompts[asked.prompt], call)]
    answered = call.reply_to.id if call.reply_to and _by_us(call.reply_to) else None
    named = outbox.named(tx, call.chat.id, answered) if answered else None
    if named and (number := dialogues.asked_by(named)) is not None:
        return next((asked for asked in open_ if asked.id == number), None)
    if named:
        return None
    fits = [asked for asked in open_ if _seen(call, asked, tx)]
    if answered is None:
        return _likeliest(router, call, fits, tx)
    return next((one for one in fits if dialogues.stood(tx, call.member.id, one, answered)), None)


def _likeliest(router: Router, call: Call, fits: list[Pending], tx: Tx) -> Pending | None:
    """The newest question; where that asks for a form, the form or preview whose fields the message names most of."""
    if not fits or not router.prompts[fits[0].prompt].fields:
        return fits[0] if fits else None
    said = call.message.text if call.message and not call.message.forwarded else ""
    shown = [one for one in dialogues.previews(tx, call.member.id, call.occasion.now) if _may(router, one, call)]
    return max([*fits, *shown], key=lambda one: _fit(router, one, said, call.member.locale))


def _best(router: Router, call: Call, forms: list[Pending], said: str) -> Pending:
    """The form of which the words name most fields. Raises FormUnclear where another fits as well."""
    fits = [_fit(router, one, said, call.member.locale) for one in forms]
    best = [one for one, fit in zip(forms, fits, strict=True) if fit == max(fits)]
    meant = {(one.prompt, dialogues.about(one.data)): one for one in reversed(best)}
    if len(meant) > 1:
        raise FormUnclear(
            said.strip().partition("\n")[0][:GIVEN_SHOWN], tuple(dict.fromkeys(prompt for prompt, _ in meant))
        )
    return best[0]


def _fit(router: Router, asked: Pending, said: str, locale: str) -> int:
    """How many fields of its form the message names; the first of those that are equal counts."""
    noun = router.prompts[asked.prompt].fields
    return len(fields_in(said, vocabulary(noun, locale))) if noun else 0


def _may(router: Router, asked: Pending, call: Call) -> bool:
    return may(router.prompts[asked.prompt], call)


def waiting(call: Call, tx: Tx) -> list[Pending]:
    """What the caller was asked and has not answered, the newest first."""
    return dialogues.waiting(tx, call.member.id, call.occasion.now)


def corrected(router: Router, call: Call, tx: Tx) -> Pending | None:
    """The preview whose form has a field by that name, when the words begin with one: that which they reply to, if any.

    Raises FormUnclear.
    """
    said = call.message.text if call.message and not call.message.forwarded else ""
    shown = _replied(call, dialogues.previews(tx, call.member.id, call.occasion.now), tx)
    known = [one for one in shown if _may(router, one, call) and _corrects(router, one, said, call.member.locale)]
    return _best(router, call, known, said) if known else None


def _replied(call: Call, shown: list[Pending], tx: Tx) -> list[Pending]:
    """Of the previews the one that is replied to; all, where none is."""
    answered = call.reply_to.id if call.reply_to and _by_us(call.reply_to) else None
    named = outbox.named(tx, call.chat.id, answered) if answered else None
    subject = dialogues.shown_by(named) if named else None
    return shown if subject is None else [one for one in shown if dialogues.about(one.data) == subject]


def _corrects(router: Router, asked: Pending, said: str, locale: str) -> bool:
    return corrects(said, vocabulary(router.prompts[asked.prompt].fields, locale))


def require_newest(call: Call, data: Mapping[str, Any], tx: Tx) -> None:
    """What a button carries is what the newest preview of it shows. Raises PreviewOvertaken."""
    if not {"draft", "text"} <= data.keys():
        return
    previews = dialogues.previews(tx, call.member.id, call.occasion.now)
    shown = [one for one in previews if one.data.get("draft") == data["draft"]]
    if shown and shown[0].data["text"] != data["text"]:
        raise PreviewOvertaken


def reminder(asked: Pending, after: str = "") -> Ask:
    """The question once more, with what was written so far."""
    still = StillAsked(asked.prompt, str(asked.data.get("text", "")), asked.number)
    return Ask(asked.prompt, "welcome/still_asked", still, asked.data, again=asked.id, reminds=True, after=after)


def reminded(router: Router, call: Call, before: Sequence[Pending], said: Sequence[Effect], tx: Tx) -> list[Effect]:
    """Of the newest that still counts; of those that do not any more it is said why, and they are closed.

    Only once a question is over that was asked `before`, and no other is asked now; and but once after the same one, while
    that goes on below a preview.
    """
    after = waiting(call, tx)
    left = [asked for asked in after if may(router.prompts[asked.prompt], call)]
    if not left or len(after) == len(before) or any(isinstance(effect, Ask) for effect in said):
        return []
    over_now = next((one.prompt for one in before if one.id not in {asked.id for asked in after}), "")
    goes_on = any(isinstance(effect, Reply) and effect.buttons for effect in said)
    told: list[Effect] = []
    for asked in left:
        refusal = over_by_now(router.prompts[asked.prompt], call, asked, tx)
        if refusal is None:
            again = goes_on and asked.reminded == over_now != ""
            return told if again else [*told, reminder(asked, over_now)]
        dialogues.close(tx, asked.id)
        told.append(over(refusal, asked))
    return told


def shown_below(router: Router, call: Call, incoming: Incoming, tx: Tx) -> Pending | None:
    """The question below whose preview a button was pressed."""
    button = buttons.get(tx, incoming.token) if incoming.what is What.PRESS and incoming.token else None
    if button is None or AHEAD not in button.data:
        return None
    prompt, subject = button.action.rpartition(".")[0], dialogues.about(button.data)
    return next(
        (one for one in waiting(call, tx) if (one.prompt, dialogues.about(one.data)) == (prompt, subject)), None
    )


def _seen(call: Call, asked: Pending, tx: Tx) -> bool:
    """Whether the caller had the question before them when they wrote this."""
    return call.message is None or dialogues.seen(tx, call.member.id, asked, call.message.id, call.occasion.now)


def _by_us(message: Message) -> bool:
    return message.author is not None and message.author.is_bot
