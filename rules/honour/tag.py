"""A member's tag: the highest honour they hold, else the title of their level."""

from collections.abc import Collection
from dataclasses import dataclass

from rules.people import Member, Role
from rules.programme.programme import Programme
from rules.programme.wording import Wording, spoken
from rules.refusals import Refusal

PRIVILEGE = "tag"


@dataclass(eq=False)
class TagIsEarned(Refusal):
    """A title can't be chosen: it comes with a level, an award or an office."""


def tag_of(
    member: Member,
    roles: Collection[Role],
    awards: Collection[str],
    programme: Programme,
    locale: str,
    stage_title: Wording | None = None,
    track_title: Wording | None = None,
) -> str:
    """What is shown beside the member's name in a group of that language; empty when nothing is.

    What they are entrusted with comes first, then the `awards` (keys) that they hold, in the order in which each is
    declared; then the title of their stage, then that of a track which they have chosen, then the level.
    """
    entrusted = [one.title for one in programme.tags.honours if one.role in roles]
    honours = entrusted + [one.tag for one in programme.awards if one.tag and one.key in awards]
    honours += [one for one in (stage_title, track_title) if one]
    if honours:
        return spoken(honours[0], locale)
    levels = programme.levels
    return spoken(levels.named(member.level).title, locale) if levels.opens(member.level, PRIVILEGE) else ""


def wanted(title: str, known: str | None, ours: str | None, *, off: bool) -> str:
    """What is to stand there where `known` stands now (None: nobody knows) and `ours` is the last that we set.

    The title, if there is one and the member wants it; else what we set goes, and what others set stays.
    """
    if title and not off:
        return title
    return "" if known in (None, title, ours) else known or ""
