"""Words that somebody else would read, or that decide something: shown once more, and sent by a button (decision 111)."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from actions import dialogue
from handlers.call import Call, Message
from handlers.effects import Ask, Button, Edit, Effect, Effects, Reply, Whisper, flat
from handlers.routes import Answer, Given, Press, Prompted
from messages.vocabulary import meant
from rules.reading.typed import bare
from rules.values import replace
from storage.engine.tx import Tx

# Under this name a question carries the words of which a preview stands there.
AHEAD = "ahead"
SENT, CHANGED = "sent", "changed"
# What may be said of a preview that gathers what follows, and is no part of it.
RIGHT, ANEW = "right", "anew"


class Ahead(Struct, frozen=True):
    """What was `said` to a question, and what would come of it: `template` about `outcome`, read by those of these names.

    `others` more would read it as well, and `groups`; where nobody but the team would, there is no template. Of a
    `form` all is `said` that was gathered. `among` others that wait for an answer, it is named, with its `number`.
    """

    prompt: str
    said: str
    names: tuple[str, ...] = ()
    others: int = 0
    groups: tuple[str, ...] = ()
    later: bool = False
    template: str = ""
    outcome: Any = None
    form: bool = False
    among: bool = False
    number: int | None = None


class FormAgain(Struct, frozen=True):
    """The form of that `prompt` as it was written, to be changed."""

    prompt: str
    text: str


class Gone(Struct, frozen=True):
    """What was shown for that `prompt` is sent."""

    prompt: str


class EditedLate(Struct, frozen=True):
    """A message was edited whose words went out as an answer to that `prompt`, `given` in that way; they were a `form`."""

    prompt: str
    given: str
    form: bool = False


class NotFollowed(Struct, frozen=True):
    """A message was edited that is an answer to that `prompt`, which does not follow edits; what follows is `joined` to it."""

    prompt: str
    joined: bool


class SaysNothing(Struct, frozen=True):
    """What was `said` tells its reader nothing; the question again is `template` about `outcome`."""

    said: str
    template: str
    outcome: Any


def said_of_gathered(message: Message | None) -> str | None:
    """Whether words say of what was gathered that it is RIGHT, or to be written ANEW, as the buttons below do."""
    said = bare(message.text) if message and message.media is None else ""
    return RIGHT if meant("welcome", "answer", said) == "yes" else meant("ahead", "gathered", said)


def preview(route: Prompted, data: Mapping[str, Any], ahead: Ahead) -> Ask:
    """As it would be read: a button sends it, another one asks anew, and the last leads out of it, as everywhere."""
    carried = {**data, AHEAD: ahead.said}
    send = Button("ahead/send", named(route, SENT), carried, ahead, style="success")
    label = "ahead/correct" if ahead.form else "ahead/change"
    change = Button(label, named(route, CHANGED), carried, once=False)
    return Ask(route.prompt, "ahead/shown", ahead, carried, buttons=((send, change),))


def presses(route: Prompted) -> tuple[Press, ...]:
    """The buttons below its preview: whoever may answer the question may press them."""
    if route.given is not Given.AHEAD:
        return ()
    send = Press(
        named(route, SENT), _sent(route), who=route.who, covenant=route.covenant, outside=route.outside, final=True
    )
    return send, Press(
        named(route, CHANGED), _changed(route), who=route.who, covenant=route.covenant, outside=route.outside
    )


def named(route: Prompted, what: str) -> str:
    """The name of one of them."""
    return f"{route.prompt}.{what}"


def _sent(route: Prompted) -> Answer:
    """It is done with the words that were shown last. Raises PreviewOvertaken."""

    def sent(call: Call, tx: Tx) -> Effects:
        dialogue.require_shown(tx, call.member, route.prompt, call.data, AHEAD, call.occasion)
        dialogue.sent(tx, call.member, route.prompt, call.data)
        answering = replace(call, data=_asked(call.data), words=call.data[AHEAD], words_at=None)
        return _in_place(route, flat(route.answer(answering, tx)))

    return sent


def _changed(route: Prompted) -> Answer:
    """It is asked anew, with the usual answers if there are any; a form as it was written."""

    def changed(call: Call, tx: Tx) -> Effects:
        if route.gathers:
            text = call.data[AHEAD]
            return Ask(
                route.prompt, "ahead/form_again", FormAgain(route.prompt, text), {**_asked(call.data), "text": text}
            )
        return route.answer(replace(call, data=_asked(call.data), words="", words_at=None), tx)

    return changed


def _asked(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != AHEAD}


def _in_place(route: Prompted, effects: Sequence[Effect]) -> list[Effect]:
    """What is answered takes the place of the preview; what has buttons of its own stands below, where nobody has just pressed."""
    first = next((at for at, effect in enumerate(effects) if isinstance(effect, Reply | Whisper)), None)
    if first is None:
        return list(effects)
    return [*effects[:first], *_answered(route, effects[first]), *effects[first + 1 :]]


def in_words(effects: Sequence[Effect]) -> list[Effect]:
    """The same, said to whoever wrote the words of a button: no message of ours is theirs to change."""
    return [
        Reply(one.template, one.outcome, one.buttons) if isinstance(one, Edit) and not one.keep else one
        for one in effects
    ]


def _answered(route: Prompted, effect: Effect) -> list[Effect]:
    assert isinstance(effect, Reply | Whisper)
    if effect.buttons or (isinstance(effect, Reply) and effect.keep):
        return [Edit("ahead/gone", Gone(route.prompt)), effect]
    return [Edit(effect.template, effect.outcome)]
