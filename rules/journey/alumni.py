"""Alumni: invited to the annual celebration, asked what they would tell newcomers, and nothing else."""

from dataclasses import dataclass

from rules.refusals import Refusal

ADVICE_MOST, ADVICE_LEAST = 500, 4


@dataclass(eq=False)
class NoAlumni(Refusal):
    """Nobody is honoured without duties yet."""


@dataclass(eq=False)
class AlreadyInvited(Refusal):
    """They have been invited to that event, or are being invited to another one at this moment."""
