"""The programme: everything a brand may decide, as one frozen value that is passed in."""

import re
from dataclasses import dataclass, field, fields
from functools import cached_property

from rules.programme import privileges
from rules.programme.announcements import Announcements
from rules.programme.awards import Awards, Voting
from rules.programme.badges import Badges
from rules.programme.boards import Boards
from rules.programme.bulletins import Bulletins
from rules.programme.challenges import Challenges
from rules.programme.checklists import Checklists
from rules.programme.cores import Core
from rules.programme.councils import Council
from rules.programme.covenant import Covenant
from rules.programme.discoveries import Discoveries
from rules.programme.events import Events
from rules.programme.faults import UNREAD, Promise, require
from rules.programme.feedbacks import FeedbackPromises
from rules.programme.grants import Grants
from rules.programme.keepsakes import Keepsakes
from rules.programme.levels import Level, Levels
from rules.programme.limits import Limits
from rules.programme.mentors import Mentors
from rules.programme.monthlies import Monthlies
from rules.programme.orders import Orders
from rules.programme.points import Points
from rules.programme.privileges import Opening
from rules.programme.projects import Projects
from rules.programme.questions import Questions
from rules.programme.radar import Radar
from rules.programme.resources import Resources
from rules.programme.reviews import Reviews
from rules.programme.sanctions import FairOrder
from rules.programme.scouts import Scouts
from rules.programme.series import Series
from rules.programme.sharing import Sharing
from rules.programme.shop import Shop
from rules.programme.stages import Stages
from rules.programme.streak import Streak
from rules.programme.submissions import Submissions
from rules.programme.tags import Tags
from rules.programme.thanks import Thanks
from rules.programme.tidying import Tidying
from rules.programme.topic_moderators import TopicModerators
from rules.programme.track_titles import TrackTitles
from rules.programme.trust import TrustLadder
from rules.programme.value_letters import ValueLetters
from rules.programme.version import canonical, fingerprint
from rules.programme.wording import LOCALES, Wording, each_of
from rules.reading.names import NAMELESS, clean_name
from rules.reading.zones import zone_called

NAME = Wording(zh="星途汽车", en="Startrail")
NAME_LIMIT = 64
CLOCK_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True)
class Brand:
    """Whose groups these are, and when a day begins there."""

    name: Wording = NAME
    owners: tuple[int, ...] = ()
    locale: str = "zh"
    timezone: str = "Asia/Shanghai"
    day_starts_at: str = "04:00"
    covenant_version: int = 1

    def __post_init__(self) -> None:
        zone = zone_called(self.timezone)
        require(
            (all(clean_name(name) != NAMELESS for name in each_of(self.name)), "name", "must not be empty"),
            (
                all(len(name) <= NAME_LIMIT for name in each_of(self.name)),
                "name",
                f"has {NAME_LIMIT} characters at most",
            ),
            (all(owner > 0 for owner in self.owners), "owners", "are Telegram ids of people, such as 123456789"),
            (self.locale in LOCALES, "locale", f"must be one of: {', '.join(LOCALES)}"),
            (bool(CLOCK_TIME.fullmatch(self.day_starts_at)), "day_starts_at", 'must be a time of day such as "04:00"'),
            (self.covenant_version >= 1, "covenant_version", "counts from 1; raise it by one when the text changes"),
            (zone is not None, "timezone", "is no time zone we know; write for example Asia/Shanghai"),
        )
        object.__setattr__(self, "timezone", zone)

    @cached_property
    def day_starts_at_minutes(self) -> int:
        """Minutes from local midnight to the beginning of the programme's day."""
        return int(self.day_starts_at[:2]) * 60 + int(self.day_starts_at[3:])


@dataclass(frozen=True)
class Programme:
    """The brand's rules. Every section has defaults; `config.toml` lays the brand's own over them.

    `schedule` and `words` hold only what the brand writes itself: the defaults are declared with each job and command.
    """

    brand: Brand = field(default_factory=Brand)
    points: Points = field(default_factory=Points)
    streak: Streak = field(default_factory=Streak)
    levels: Levels = field(default_factory=Levels)
    badges: Badges = field(default_factory=Badges)
    tags: Tags = field(default_factory=Tags)
    limits: Limits = field(default_factory=Limits)
    thanks: Thanks = field(default_factory=Thanks)
    questions: Questions = field(default_factory=Questions)
    bulletins: Bulletins = field(default_factory=Bulletins)
    sharing: Sharing = field(default_factory=Sharing)
    discoveries: Discoveries = field(default_factory=Discoveries)
    challenges: Challenges = field(default_factory=Challenges)
    series: Series = field(default_factory=Series)
    events: Events = field(default_factory=Events)
    projects: Projects = field(default_factory=Projects)
    resources: Resources = field(default_factory=Resources)
    trust: TrustLadder = field(default_factory=TrustLadder)
    track_titles: TrackTitles = field(default_factory=TrackTitles)
    mentors: Mentors = field(default_factory=Mentors)
    topic_moderators: TopicModerators = field(default_factory=TopicModerators)
    council: Council = field(default_factory=Council)
    submissions: Submissions = field(default_factory=Submissions)
    reviews: Reviews = field(default_factory=Reviews)
    radar: Radar = field(default_factory=Radar)
    scouts: Scouts = field(default_factory=Scouts)
    checklists: Checklists = field(default_factory=Checklists)
    stages: Stages = field(default_factory=Stages)
    shop: Shop = field(default_factory=Shop)
    orders: Orders = field(default_factory=Orders)
    boards: Boards = field(default_factory=Boards)
    grants: Grants = field(default_factory=Grants)
    order: FairOrder = field(default_factory=FairOrder)
    feedback: FeedbackPromises = field(default_factory=FeedbackPromises)
    schedule: dict[str, str] = field(default_factory=dict)
    tidying: Tidying = field(default_factory=Tidying)
    announcements: Announcements = field(default_factory=Announcements)
    awards: Awards = field(default_factory=Awards)
    voting: Voting = field(default_factory=Voting)
    value_letter: ValueLetters = field(default_factory=ValueLetters)
    core: Core = field(default_factory=Core)
    keepsakes: Keepsakes = field(default_factory=Keepsakes)
    monthly: Monthlies = field(default_factory=Monthlies)
    covenant: Covenant = field(default_factory=Covenant)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require(
            *self._layers_opened(),
            *self._opened_layers(),
            *self._voters_known(),
            *self._badges_given(),
            self._mentors_known(),
        )

    def _layers_opened(self) -> list[Promise]:
        """The first layer of the shop is everybody's if no level opens it; who opens the others is said."""
        return [
            (
                not n or layer.key == UNREAD or self.levels.opening(privileges.layer(layer.key)) is not None,
                f"shop.layers.{n}.key",
                f'is opened by no level; write privileges = ["{privileges.layer(layer.key)}"] at one of [[levels]]',
            )
            for n, layer in enumerate(self.shop.layers)
        ]

    def _opened_layers(self) -> list[Promise]:
        """Levels open layers that there are."""
        keys = [layer.key for layer in self.shop.layers]
        return [
            (
                of in (*keys, UNREAD) or UNREAD in keys,
                f"levels.{n}.privileges.{m}",
                f'opens a layer that the shop does not have, "{of}"; allowed here: {", ".join(dict.fromkeys(keys))}',
            )
            for n, level in enumerate(self.levels)
            for m, (name, _, of) in enumerate(written.partition(":") for written in level.privileges)
            if name == privileges.LAYER and of
        ]

    def opened(self, level: Level) -> tuple[Opening, ...]:
        """What reaching the level opens, in the order in which it is declared."""
        return tuple(self._opening(written) for written in level.privileges)

    def _opening(self, written: str) -> Opening:
        name, _, of = written.partition(":")
        return Opening(name, self.shop.layer(of).title if name == privileges.LAYER else "")

    def _voters_known(self) -> list[Promise]:
        """Votes are for those from a level on that there is."""
        keys = ", ".join(dict.fromkeys(level.key for level in self.levels))
        return [
            (
                self.levels.knows(award.voters),
                f"awards.{n}.voters",
                f"must be a key of [[levels]], or empty for everybody; allowed here: {keys}",
            )
            for n, award in enumerate(self.awards)
        ]

    def _badges_given(self) -> list[Promise]:
        """What goes with an award is a badge that the team gives."""
        keys = [badge.key for badge in self.badges if badge.award]
        every = [badge.key for badge in self.badges]
        return [
            (
                award.badge in ("", UNREAD, *keys) or UNREAD in every,
                f"awards.{n}.badge",
                f'"{award.badge}" is no badge that the team gives; write award = true at the one of that key in [[badges]]',
            )
            for n, award in enumerate(self.awards)
        ]

    def _mentors_known(self) -> Promise:
        """Mentors stand on a level that there is."""
        keys = ", ".join(dict.fromkeys(level.key for level in self.levels))
        fault = f"must be a key of [[levels]], or empty for any; allowed here: {keys}"
        return self.levels.knows(self.mentors.level), "mentors.level", fault

    @cached_property
    def paying(self) -> str:
        """All that pays, in its canonical form."""
        return canonical(self)

    @cached_property
    def version(self) -> str:
        """A short fingerprint of the rules that pay, written into every ledger row."""
        return fingerprint(self.paying)


SECTIONS = tuple(section.name for section in fields(Programme))

# What has to agree with levels, and levels with it: where one of the two is left to the defaults, a fault between them
# was made in the other.
AGREEING = (
    (("shop", "layers"), ("levels", "0")),
    (("awards",), ("levels", "0")),
    (("mentors",), ("levels", "0")),
    (("levels",), ("shop", "layers")),
    (("awards",), ("badges", "0")),
)
