"""Where something that somebody has comes from: a badge, an award, a level, a title or a step of trust, by its name."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.programme.programme import Programme
from rules.programme.stages import TITLES
from rules.programme.trust import TrustStep
from rules.programme.wording import Wording, each_of
from rules.reading.typed import bare
from rules.refusals import Refusal


class OriginKind(StrEnum):
    """What it is."""

    BADGE = "badge"
    AWARD = "award"
    LEVEL = "level"
    TRUST = "trust"
    TITLE = "title"
    STAGE = "stage"
    OFFICE = "office"


class Turn(StrEnum):
    """What happened with it, once."""

    EARNED = "earned"
    GIVEN = "given"
    CAME_ALONG = "came_along"
    DOUBTED = "doubted"
    KEPT = "kept"
    REVOKED = "revoked"
    LAPSED = "lapsed"
    HONOURED = "honoured"
    TAKEN_BACK = "taken_back"
    REACHED = "reached"
    CONFIRMED = "confirmed"
    PUT = "put"
    LEFT = "left"
    DECLINED = "declined"
    BEGUN = "begun"
    ENDED = "ended"


class Thing(Struct, frozen=True):
    """A badge, an award, a level, a title of a track, a step, a stage's title or an office, by its key."""

    kind: OriginKind
    key: str


@dataclass(eq=False)
class NothingCalledThat(Refusal):
    """There is no badge, award, level or step that `words` name, and nothing that the member took part in is called so."""

    words: str


def called(words: str, programme: Programme, step: TrustStep | None = None) -> tuple[Thing, ...]:
    """Everything of that name, in any language or by its key; `step` is the step of trust of that name.

    Raises NothingCalledThat.
    """
    said, titles = bare(words).casefold(), programme.track_titles.titles
    found = [
        *(Thing(OriginKind.BADGE, one.key) for one in programme.badges if said in _names(one.key, one.title)),
        *(Thing(OriginKind.AWARD, one.key) for one in programme.awards if said in _names(one.key, one.title, one.tag)),
        *(Thing(OriginKind.LEVEL, one.key) for one in programme.levels if said in _names(one.key, one.title)),
        *(Thing(OriginKind.TITLE, one.key) for one in titles if said in _names(one.key, one.title)),
        *([Thing(OriginKind.TRUST, step.value)] if step else []),
        *(Thing(OriginKind.STAGE, key) for key in TITLES if said in _names(key, getattr(programme.stages, key))),
        *(Thing(OriginKind.OFFICE, one.role) for one in programme.tags.honours if said in _names(one.role, one.title)),
    ]
    if not found:
        raise NothingCalledThat(words)
    return tuple(found)


def _names(key: str, *titles: Wording) -> set[str]:
    return {bare(name).casefold() for name in (key, *(one for title in titles for one in each_of(title)))}
