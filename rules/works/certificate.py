"""A certificate by quiz: what somebody may come to by it, as the brand has declared."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from rules.programme.conditions import Needs
from rules.programme.programme import Programme
from rules.programme.trust import TrustStep
from rules.programme.wording import Wording

CONDITION = "certified"
SHOWN = 5


class CertificateUse(StrEnum):
    """What asks for one, other than badges: a step of trust, or an office."""

    FRAMEWORK = "framework"
    OPEN = "open"
    MENTOR = "mentor"
    TOPIC_MODERATOR = "topic_moderator"
    COUNCIL = "council"


class Certificate(Struct, frozen=True):
    """What asks for a certificate: steps and offices, and badges by their titles."""

    uses: tuple[CertificateUse, ...] = ()
    badges: tuple[Wording, ...] = ()


def certificate(programme: Programme) -> Certificate:
    """What a certificate is good for under these rules."""
    uses = tuple(use for use, needs in _asking(programme) if needs.get(CONDITION))
    badges = tuple(badge.title for badge in programme.badges if badge.needs.get(CONDITION))
    return Certificate(uses, badges)


def _asking(programme: Programme) -> Iterator[tuple[CertificateUse, Needs]]:
    yield CertificateUse.FRAMEWORK, programme.trust.asks(TrustStep.FRAMEWORK)
    yield CertificateUse.OPEN, programme.trust.asks(TrustStep.OPEN)
    yield CertificateUse.MENTOR, programme.mentors.needs
    yield CertificateUse.TOPIC_MODERATOR, programme.topic_moderators.needs
    yield CertificateUse.COUNCIL, programme.council.needs
