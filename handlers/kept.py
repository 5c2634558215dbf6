"""A form that can't be taken yet: which one speaks, what is wrong, and what was written stays in it."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from handlers.effects import Ask
from rules.reading.flaws import Flaw, Mistake
from rules.reading.forms import Filled
from rules.refusals import Refusal


class FormRefused(Struct, frozen=True):
    """Why not, in the words that the `refusal` has of its own (`why`), and the form of that `prompt` as it was written."""

    prompt: str
    why: str
    refusal: Refusal
    text: str


class FormMistaken(Struct, frozen=True):
    """What is wrong with the form of that `prompt` as it was written; `names` are its fields where a line was in none."""

    prompt: str
    mistakes: tuple[Mistake, ...]
    names: tuple[str, ...]
    text: str


def form_mistaken(prompt: str, filled: Filled, data: Mapping[str, Any]) -> Ask:
    """What is wrong, and the form once more; lines sent alone correct it."""
    names = next((one.allowed for one in filled.mistakes if one.flaw is Flaw.UNKNOWN), ())
    return Ask(prompt, "forms/wrong", FormMistaken(prompt, filled.mistakes, names, filled.text), data)


def kept(prompt: str, refusal: Refusal, text: str, data: Mapping[str, Any]) -> Ask:
    """The same form once more; lines sent alone correct it."""
    return Ask(prompt, "forms/refused", FormRefused(prompt, refusal.template, refusal, text), {**data, "text": text})
