"""The radar: who deserves a look of the team, by declared signs, most of which only others can give."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.programme.radar import Radar
from rules.refusals import Refusal

DAY_S = 86_400
# More than so many times what is asked for adds nothing: a flood of one sign is no second sign.
MOST_TIMES = 3


class SproutKind(StrEnum):
    """What somebody may grow into."""

    HELPER = "helper"
    TESTER = "tester"
    WRITER = "writer"


class RadarSign(Struct, frozen=True):
    """A named sign: of which kind of sprout, and how much it weighs. The brand says how much of it is asked for."""

    name: str
    kind: SproutKind
    weight: int


SIGNS: tuple[RadarSign, ...] = (
    RadarSign("thanked_by", SproutKind.HELPER, 3),
    RadarSign("answers_accepted", SproutKind.HELPER, 4),
    RadarSign("newcomers_helped", SproutKind.HELPER, 3),
    RadarSign("first_reports", SproutKind.TESTER, 5),
    RadarSign("deep_valued_by", SproutKind.WRITER, 4),
)


class WhyNow(StrEnum):
    """Why somebody is worth a word this week and not some time."""

    NEW = "new"
    RISING = "rising"
    STEADY = "steady"


class Seen(Struct, frozen=True):
    """How often a sign was seen of somebody in the window, how often of late, and where last (UTC seconds, message)."""

    times: int
    recent: int
    chat_id: int
    message: int


class Shown(Struct, frozen=True):
    """A sign that is met: so many `times`, `recent` of them of late; `link` leads to the last one, where there is one."""

    sign: str
    times: int
    recent: int
    link: str | None


class Sprout(Struct, frozen=True):
    """Somebody whom the radar names, by what is met; `member` is our id."""

    member: int
    kind: SproutKind
    score: int
    met: tuple[tuple[RadarSign, Seen], ...]
    why: WhyNow


class Named(Struct, frozen=True):
    """A name of the list of a week: `owner` is who of the team talks to them, None for nobody yet."""

    member: int
    kind: SproutKind
    why: WhyNow
    owner: int | None


@dataclass(eq=False)
class RadarEmpty(Refusal):
    """No list has been made yet, or it named nobody."""


@dataclass(eq=False)
class AlreadyInTouch(Refusal):
    """`name` of the team talks to them already."""

    name: str


def ranked(seen: Mapping[int, Mapping[str, Seen]], radar: Radar) -> list[Sprout]:
    """Those of whom at least one sign is met, the strongest first; among equals those who began first."""
    found = (sprout for member, signs in seen.items() if (sprout := _sprout(member, signs, radar)))
    return sorted(found, key=lambda one: (-one.score, one.member))


def chosen(sprouts: Iterable[Sprout], most: int) -> list[Sprout]:
    """So many of them: each kind has its share, since testers and writers are few; what one lacks is the others'."""
    ordered = list(sprouts)
    share = -(-most // len(SproutKind))
    first = [one for kind in SproutKind for one in [sprout for sprout in ordered if sprout.kind is kind][:share]]
    rest = [one for one in ordered if one not in first]
    return sorted([*first, *rest][:most], key=lambda one: (-one.score, one.member))


def _sprout(member: int, signs: Mapping[str, Seen], radar: Radar) -> Sprout | None:
    met = tuple((sign, signs[sign.name]) for sign in SIGNS if _is_met(sign, signs, radar))
    if not met:
        return None
    weights = {sign: _weight(sign, seen, radar) for sign, seen in met}
    strongest = max(weights, key=lambda sign: weights[sign])
    return Sprout(member, strongest.kind, sum(weights.values()), met, _why(met))


def _is_met(sign: RadarSign, signs: Mapping[str, Seen], radar: Radar) -> bool:
    asked: int = getattr(radar, sign.name)
    return asked > 0 and sign.name in signs and signs[sign.name].times >= asked


def _weight(sign: RadarSign, seen: Seen, radar: Radar) -> int:
    """In hundredths, so that whole numbers decide."""
    asked: int = getattr(radar, sign.name)
    return 100 * sign.weight * min(seen.times, MOST_TIMES * asked) // asked


def _why(met: Iterable[tuple[RadarSign, Seen]]) -> WhyNow:
    times, recent = (sum(counts) for counts in zip(*((seen.times, seen.recent) for _, seen in met), strict=True))
    if recent == times:
        return WhyNow.NEW
    return WhyNow.RISING if 2 * recent >= times else WhyNow.STEADY
