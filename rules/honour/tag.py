"""A member's tag: the highest honour they hold, else the title of their level."""

from collections.abc import Collection

from rules.people import Member, Role
from rules.programme.programme import Programme
from rules.programme.wording import spoken

PRIVILEGE = "tag"


def tag_of(member: Member, roles: Collection[Role], programme: Programme, locale: str) -> str:
    """What is shown beside the member's name in a group of that language; empty when nothing is."""
    honour = next((one.title for one in programme.tags.honours if one.role in roles), None)
    if honour is not None:
        return spoken(honour, locale)
    levels = programme.levels
    return spoken(levels.named(member.level).title, locale) if levels.opens(member.level, PRIVILEGE) else ""


def wanted(title: str, known: str | None, ours: str | None, *, off: bool) -> str:
    """What is to stand there where `known` stands now (None: nobody knows) and `ours` is the last that we set.

    The title, if there is one and the member wants it; else what we set goes, and what others set stays.
    """
    if title and not off:
        return title
    return "" if known in (None, title, ours) else known or ""
