"""The guide's pages about what somebody grows into: challenges, events, teams, the council, stages; as the brand has them."""

from msgspec import Struct

from rules.honour.card import INTRO_MOST
from rules.programme.conditions import Checked, checklist
from rules.programme.privileges import COUNCIL_SEAT, EVENTS_FIRST
from rules.programme.programme import Programme
from rules.programme.projects import Undelivered
from rules.programme.trust import TrustStep
from rules.programme.value_letters import Little
from rules.programme.wording import Wording
from rules.source import Domain
from rules.stage import Stage

QUIZZES = {"quizzes_passed", "certified"}


class LadderPage(Struct, frozen=True):
    """What the steps of trust ask for, `framework` first; the same is not asked again for `again_days`."""

    framework: tuple[Checked, ...]
    open: tuple[Checked, ...]
    again_days: int


class CardPage(Struct, frozen=True):
    """How long the line about oneself may be."""

    most: int


class EventsPage(Struct, frozen=True):
    """The `level` that registers `first_hours` earlier (None: nobody does); how long a seat is kept; what being there pays."""

    level: Wording | None
    first_hours: int
    confirm_hours: int
    points: int


class QuizPage(Struct, frozen=True):
    """The badges that quizzes count for; each quiz has its own numbers."""

    badges: tuple[Wording, ...]


class ProjectsPage(Struct, frozen=True):
    """How many are a team, when they are reminded, and where the share of a part goes that was not delivered."""

    fewest: int
    remind_hours: int
    undelivered: Undelivered


class CouncilPage(Struct, frozen=True):
    """What is asked of a council member (a level: None for any, and conditions); the seats and their votes."""

    level: Wording | None
    asks: tuple[Checked, ...]
    seats: int
    term_days: int
    talk_hours: int
    vote_hours: int
    answer_days: int
    veto: bool


class StagesPage(Struct, frozen=True):
    """What the stages ask for, and the titles of the last two."""

    active: tuple[Checked, ...]
    mature: tuple[Checked, ...]
    mature_titles: tuple[Wording, ...]
    alumni_titles: tuple[Wording, ...]


class LetterPage(Struct, frozen=True):
    """Whether there is a letter of a month with little to tell."""

    short: bool


Further = LadderPage | CardPage | EventsPage | QuizPage | ProjectsPage | CouncilPage | StagesPage | LetterPage


def ladder(programme: Programme) -> LadderPage:
    """The page of the challenges one may take on."""
    steps = programme.trust
    asks = {step: checklist(steps.asks(step), {}) for step in TrustStep}
    return LadderPage(asks[TrustStep.FRAMEWORK], asks[TrustStep.OPEN], steps.again_days)


def card() -> CardPage:
    """The page of the card and the hall of honour."""
    return CardPage(INTRO_MOST)


def events(programme: Programme) -> EventsPage:
    """The page of events."""
    hours, first = programme.events, programme.levels.opening(EVENTS_FIRST)
    level = first.title if first and hours.first_hours else None
    return EventsPage(level, hours.first_hours, hours.confirm_hours, programme.points["attendance"])


def quiz(programme: Programme) -> QuizPage:
    """The page of quizzes."""
    return QuizPage(tuple(badge.title for badge in programme.badges if QUIZZES & badge.needs.keys()))


def projects(programme: Programme) -> ProjectsPage:
    """The page of team projects."""
    asked = programme.projects
    return ProjectsPage(asked.fewest, asked.remind_hours, asked.undelivered)


def council(programme: Programme) -> CouncilPage:
    """The page of the council."""
    asked, opens = programme.council, programme.levels.opening(COUNCIL_SEAT)
    return CouncilPage(
        opens.title if opens else None,
        checklist(asked.needs, {}),
        asked.seats,
        asked.term_days,
        asked.talk_hours,
        asked.vote_hours,
        asked.answer_days,
        asked.veto,
    )


def stages(programme: Programme) -> StagesPage:
    """The page of the stages, and of stepping back."""
    asked = programme.stages
    return StagesPage(
        checklist(asked.active, {}),
        checklist(asked.mature, {}),
        _titles(programme, Stage.MATURE),
        _titles(programme, Stage.ALUMNI),
    )


def letter(programme: Programme) -> LetterPage:
    """The page of the monthly letter."""
    return LetterPage(programme.value_letter.little is Little.SHORT)


def _titles(programme: Programme, stage: Stage) -> tuple[Wording, ...]:
    """What those on that stage are called, each once."""
    titles = (programme.stages.title(stage, domain) for domain in Domain)
    return tuple(dict.fromkeys(title for title in titles if title))
