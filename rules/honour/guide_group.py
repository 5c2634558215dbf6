"""The guide's further pages by what they are about, so that one chooses among a few."""

from enum import StrEnum

from rules.honour.guide_page import GuidePage


class GuideGroup(StrEnum):
    """What somebody who opens the guide may look for, besides points."""

    HONOURS = "honours"
    WORKS = "works"
    PEOPLE = "people"
    FAIR = "fair"


HOLDS = {
    GuideGroup.HONOURS: (
        GuidePage.BADGES,
        GuidePage.AWARDS,
        GuidePage.TAGS,
        GuidePage.TITLES,
        GuidePage.CARD,
        GuidePage.LETTER,
        GuidePage.STAGES,
    ),
    GuideGroup.WORKS: (GuidePage.TRUST, GuidePage.PROJECTS, GuidePage.RESOURCES, GuidePage.QUIZ),
    GuideGroup.PEOPLE: (
        GuidePage.EVENTS,
        GuidePage.MENTORS,
        GuidePage.CORE,
        GuidePage.COUNCIL,
        GuidePage.DESIGNS,
    ),
    GuideGroup.FAIR: (GuidePage.FEEDBACK, GuidePage.ORDER),
}


def grouped(there: tuple[GuidePage, ...]) -> dict[GuideGroup, tuple[GuidePage, ...]]:
    """The groups that have pages among those that are there, with them; a group's first page is where it opens."""
    held = {group: tuple(page for page in pages if page in there) for group, pages in HOLDS.items()}
    return {group: pages for group, pages in held.items() if pages}


def siblings(page: GuidePage, there: tuple[GuidePage, ...]) -> tuple[GuidePage, ...]:
    """The other pages of its group that are there."""
    return next(tuple(one for one in held if one is not page) for held in grouped(there).values() if page in held)
