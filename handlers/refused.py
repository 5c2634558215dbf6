"""How a refusal reaches the one person it concerns."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from handlers.effects import Button, Effects, Whisper
from handlers.ways_out import WayOut
from rules.refusals import Refusal
from storage.post import dialogues
from storage.post.dialogues import Pending


class Incident(Struct, frozen=True):
    """Something of ours broke; `code` finds it in the log."""

    code: str


class GivenUp(Struct, frozen=True):
    """A question, by its prompt, that is not asked any more; what was done before it stays done."""

    prompt: str


class QuestionOver(Struct, frozen=True):
    """The question of that prompt about that number is asked no more: `template` about `outcome` says why."""

    prompt: str
    number: int | None
    template: str
    outcome: Any


def refused(refusal: Refusal, ways_out: Mapping[type[Refusal], WayOut], asked: Pending | None = None) -> Effects:
    """The refusal's own words, to the caller alone, with the buttons that help if a feature declares some.

    What was refused as the answer to a question leaves it open: the last button leads out of the question.
    """
    way = ways_out.get(type(refusal))
    leave = ((way_out(asked.prompt, asked.data),),) if asked else ()
    if way is None:
        return Whisper(refusal.template, refusal, buttons=leave)
    gather = way.gather(refusal) if way.gather else None
    return Whisper(refusal.template, refusal, buttons=(*way.buttons(refusal), *leave), gather=gather)


def over(refusal: Refusal, asked: Pending) -> Whisper:
    """What was asked counts no more: which question that was, and why."""
    return Whisper("welcome/over", QuestionOver(asked.prompt, asked.number, refusal.template, refusal))


def way_out(prompt: str, data: Mapping[str, Any]) -> Button:
    """The button by which a question is not asked any more; `data` says what it is about."""
    subject = {key: data[key] for key in dialogues.SUBJECTS if key in data}
    return Button("welcome/give_up", "welcome.give_up", {**subject, "prompt": prompt}, GivenUp(prompt), once=False)


def apology(code: str) -> Effects:
    """A short apology with the code of the incident."""
    return Whisper("refusals/incident", Incident(code))
