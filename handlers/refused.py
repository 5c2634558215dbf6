"""How a refusal reaches the one person it concerns."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.effects import Effects, Whisper
from handlers.routes import WayOut
from rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Incident:
    """Something of ours broke; `code` finds it in the log."""

    code: str


def refused(refusal: Refusal, ways_out: Mapping[type[Refusal], WayOut]) -> Effects:
    """The refusal's own words, to the caller alone, with the buttons that help if a feature declares some."""
    way_out = ways_out.get(type(refusal))
    if way_out is None:
        return Whisper(refusal.template, refusal)
    return Whisper(refusal.template, refusal, buttons=way_out.buttons(refusal), gather=way_out.gather)


def apology(code: str) -> Effects:
    """A short apology with the code of the incident."""
    return Whisper("refusals/incident", Incident(code))
