"""Whether badges can be had as a brand is configured: what asks for what there is none of."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from msgspec import Struct

from rules.programme.badges import Badge
from rules.programme.conditions import Needs
from rules.programme.track_titles import TRACKS

# What somebody must have been named by every week, and the job that names them.
BEST_ASSIST = "best_assist"
# Without these nobody's honours move, or nobody hears of it.
JOBS = ("conditions", "badges", "promotions", "trust", "track_titles", "nominations", "votes", "tags", "core")


class Lack(StrEnum):
    """What there is none of: so many crafts, a best assist of the week, a challenge of that kind or craft."""

    TRACKS = "tracks"
    ASSISTS = "assists"
    CHALLENGES = "challenges"


class Offered(Struct, frozen=True):
    """What a brand has to offer: crafts that there are, kinds and crafts of challenges that it has published, assists."""

    tracks: int
    published: frozenset[str]
    assists: bool


def lacking(needs: Needs, offered: Offered) -> Lack | None:
    """What keeps everybody from meeting them; None where nothing does."""
    if needs.get("tracks_tried", 0) > offered.tracks:
        return Lack.TRACKS
    if "best_assists" in needs and not offered.assists:
        return Lack.ASSISTS
    return Lack.CHALLENGES if any(_unpublished(name, offered.published) for name in needs) else None


def out_of_reach(badges: Iterable[Badge], offered: Offered) -> dict[Lack, list[Badge]]:
    """The badges that nobody can earn, by what is lacking."""
    found: dict[Lack, list[Badge]] = {}
    for badge in badges:
        if lack := lacking(badge.needs, offered):
            found.setdefault(lack, []).append(badge)
    return found


def _unpublished(name: str, published: Collection[str]) -> bool:
    """Whether it counts works of a kind or craft that no challenge asks for, while there are others."""
    asked = OF_CHALLENGES.get(name)
    return asked is not None and bool(published) and asked not in published


OF_CHALLENGES = {
    "framework_featured": "framework",
    "open_works": "open",
    **{f"{track}_{what}": track for track in TRACKS for what in ("works", "featured")},
}
