"""A form that reads well and still can't be taken: why, and what was written stays in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handlers.effects import Ask
from rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class FormRefused:
    """Why not, in the words that the `refusal` has of its own (`why`), and the form as it was written."""

    why: str
    refusal: Refusal
    text: str


def kept(prompt: str, refusal: Refusal, text: str, data: Mapping[str, Any]) -> Ask:
    """The same form once more; lines sent alone correct it."""
    return Ask(prompt, "forms/refused", FormRefused(refusal.template, refusal, text), {**data, "text": text})
