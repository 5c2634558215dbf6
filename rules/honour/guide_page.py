"""The guide's further pages: how things besides points are come by and decided, with the brand's own names and numbers."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from rules.honour import guide_further
from rules.programme.awards import Award, Voting
from rules.programme.badges import Badge
from rules.programme.conditions import Checked, checklist
from rules.programme.feedbacks import FeedbackPromises
from rules.programme.privileges import TAG
from rules.programme.programme import Programme
from rules.programme.sanctions import FairOrder
from rules.programme.trust import TrustStep
from rules.programme.wording import Wording

BADGES_MOST = 45


class GuidePage(StrEnum):
    """A page of the guide; the first is the one about points."""

    POINTS = "points"
    BADGES = "badges"
    AWARDS = "awards"
    FEEDBACK = "feedback"
    ORDER = "order"
    CORE = "core"
    TAGS = "tags"
    TITLES = "titles"
    MENTORS = "mentors"
    DESIGNS = "designs"
    RESOURCES = "resources"
    TRUST = "trust"
    CARD = "card"
    EVENTS = "events"
    QUIZ = "quiz"
    PROJECTS = "projects"
    COUNCIL = "council"
    STAGES = "stages"
    LETTER = "letter"


class BadgeAsked(Struct, frozen=True):
    """A badge and how it is come by: in the brand's `words`, by what it `asks`, or given by the team."""

    emoji: str
    title: Wording
    words: Wording
    asks: tuple[Checked, ...]


class BadgesPage(Struct, frozen=True):
    """The badges there are; `more` of them are not named."""

    badges: tuple[BadgeAsked, ...]
    more: int


class AwardsPage(Struct, frozen=True):
    """The awards there are, and how they are voted on."""

    awards: tuple[Award, ...]
    voting: Voting


class FeedbackPage(Struct, frozen=True):
    """What is promised to those who criticise."""

    promises: FeedbackPromises


class OrderPage(Struct, frozen=True):
    """The titles of the covenant's clauses (none: those in `messages/` hold), and the numbers of fair order."""

    clauses: tuple[Wording, ...]
    order: FairOrder


class CorePage(Struct, frozen=True):
    """The `title` of the level that opens the core group, and for how many days an invitation is good."""

    title: str
    days: int


class TagsPage(Struct, frozen=True):
    """The title of the level from which on titles stand beside names (None: of no level), and what is shown before it."""

    opens: Wording | None
    honours: tuple[Wording, ...]


class MentorsPage(Struct, frozen=True):
    """What is asked of a mentor: a level and a step of trust (None: any), conditions; and what times go for."""

    level: Wording | None
    step: TrustStep | None
    asks: tuple[Checked, ...]
    at_once: int
    term_days: int
    newcomer_days: int
    lasts_days: int


class TitleAsked(Struct, frozen=True):
    """A title of the tracks: how many works of one passed, how many were featured, and what else it `asks`."""

    title: Wording
    works: int
    featured: int
    asks: tuple[Checked, ...]
    tracks: tuple[str, ...]


class TitlesPage(Struct, frozen=True):
    """The titles of the tracks, lowest first."""

    titles: tuple[TitleAsked, ...]


class DesignsPage(Struct, frozen=True):
    """What makes a preference vote count, where its form says nothing else: a percentage of the council, or so many of the
    core group; and within how many days the team says what it does.
    """

    quorum_percent: int
    quorum: int
    answer_days: int


class ResourcesPage(Struct, frozen=True):
    """So many days before something is to be back its holder is reminded (0: on its day)."""

    remind_days: int


Shown = (
    TitlesPage
    | BadgesPage
    | AwardsPage
    | FeedbackPage
    | OrderPage
    | CorePage
    | TagsPage
    | MentorsPage
    | DesignsPage
    | ResourcesPage
    | guide_further.Further
)


def pages(programme: Programme, core: str) -> tuple[GuidePage, ...]:
    """The pages that this programme has; `core` is the title of the level that opens the core group, where there is one."""
    there = {GuidePage.BADGES: programme.badges, GuidePage.AWARDS: programme.awards, GuidePage.CORE: core}
    there[GuidePage.TITLES], there[GuidePage.DESIGNS] = programme.track_titles.titles, core
    return tuple(page for page in GuidePage if there.get(page, True))


def shown(programme: Programme, page: GuidePage, core: str) -> Shown:
    """What stands on that page, other than the first."""
    return _MADE[page](programme, core)


def _order(programme: Programme) -> OrderPage:
    return OrderPage(tuple(clause.title for clause in programme.covenant), programme.order)


def _designs(programme: Programme) -> DesignsPage:
    council = programme.council
    return DesignsPage(council.quorum_percent, programme.voting.quorum, council.answer_days)


def _badges(programme: Programme) -> BadgesPage:
    named = tuple(_asked(badge) for badge in programme.badges[:BADGES_MOST])
    return BadgesPage(named, len(programme.badges) - len(named))


def _asked(badge: Badge) -> BadgeAsked:
    return BadgeAsked(badge.emoji, badge.title, badge.words, checklist(badge.needs, {}))


def _tags(programme: Programme) -> TagsPage:
    opens = programme.levels.opening(TAG)
    honours = [one.title for one in programme.tags.honours] + [award.tag for award in programme.awards if award.tag]
    return TagsPage(opens.title if opens else None, tuple(honours))


def _titles(programme: Programme) -> TitlesPage:
    return TitlesPage(
        tuple(
            TitleAsked(one.title, one.works, one.featured, checklist(one.needs, {}), one.tracks)
            for one in programme.track_titles.titles
        )
    )


def _mentors(programme: Programme) -> MentorsPage:
    asked, levels = programme.mentors, programme.levels
    return MentorsPage(
        levels.named(asked.level).title if levels.place(asked.level) else None,
        asked.trust if asked.trust is not TrustStep.BASE else None,
        checklist(asked.needs, {}),
        asked.at_once,
        asked.term_days,
        asked.newcomer_days,
        asked.lasts_days,
    )


_MADE: dict[GuidePage, Callable[[Programme, str], Shown]] = {
    GuidePage.BADGES: lambda programme, core: _badges(programme),
    GuidePage.AWARDS: lambda programme, core: AwardsPage(tuple(programme.awards), programme.voting),
    GuidePage.FEEDBACK: lambda programme, core: FeedbackPage(programme.feedback),
    GuidePage.ORDER: lambda programme, core: _order(programme),
    GuidePage.CORE: lambda programme, core: CorePage(core, programme.core.link_days),
    GuidePage.TAGS: lambda programme, core: _tags(programme),
    GuidePage.TITLES: lambda programme, core: _titles(programme),
    GuidePage.MENTORS: lambda programme, core: _mentors(programme),
    GuidePage.DESIGNS: lambda programme, core: _designs(programme),
    GuidePage.RESOURCES: lambda programme, core: ResourcesPage(programme.resources.remind_days),
    GuidePage.TRUST: lambda programme, core: guide_further.ladder(programme),
    GuidePage.CARD: lambda programme, core: guide_further.card(),
    GuidePage.EVENTS: lambda programme, core: guide_further.events(programme),
    GuidePage.QUIZ: lambda programme, core: guide_further.quiz(programme),
    GuidePage.PROJECTS: lambda programme, core: guide_further.projects(programme),
    GuidePage.COUNCIL: lambda programme, core: guide_further.council(programme),
    GuidePage.STAGES: lambda programme, core: guide_further.stages(programme),
    GuidePage.LETTER: lambda programme, core: guide_further.letter(programme),
}
