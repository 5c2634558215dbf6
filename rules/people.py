"""Who takes part: members, their roles, and the groups they meet in."""

from enum import StrEnum

from msgspec import Struct

from rules.note import Quiet
from rules.programme.levels import EVERYBODY


class Role(StrEnum):
    """What somebody has been entrusted with; rows in our database, never Telegram's admin flag."""

    OWNER = "owner"
    OPERATOR = "operator"
    MODERATOR = "moderator"
    REVIEWER = "reviewer"
    TOPIC_MODERATOR = "topic_moderator"
    MENTOR = "mentor"
    COUNCIL = "council"


# The scope of what belongs to the whole brand, where others name a group.
BRAND = 0

OPERATING = frozenset({Role.OWNER, Role.OPERATOR})
STAFF = frozenset({Role.OWNER, Role.OPERATOR, Role.MODERATOR, Role.REVIEWER})
MODERATING = OPERATING | {Role.MODERATOR}
HONORARY = frozenset({Role.TOPIC_MODERATOR, Role.MENTOR, Role.COUNCIL})

# Who may give and take which role.
MAY_APPOINT: dict[Role, frozenset[Role]] = {
    Role.OWNER: frozenset(Role),
    Role.OPERATOR: frozenset({Role.MODERATOR, Role.REVIEWER}) | HONORARY,
}


class Part(StrEnum):
    """The part a group has been given when it was activated."""

    COMMUNITY = "community"
    CORE = "core"
    STAFF = "staff"
    CHANNEL = "channel"


# Where people earn: the parts whose groups have boards.
PLAYING = frozenset({Part.COMMUNITY, Part.CORE})


class Purpose(StrEnum):
    """What a forum topic of a group can be bound to."""

    ANNOUNCEMENTS = "announcements"
    QUESTIONS = "questions"
    CHECKINS = "checkins"
    CHALLENGES = "challenges"


class Member(Struct, frozen=True):
    """A person with an account. `id` is ours and internal; names are for showing, never identity.

    `home` is the group where they are most active; its time zone, `timezone`, is that of their day, which is the
    brand's for one who is nowhere. `level` is the key of the one they stand on, `offices` how many roles they have.
    """

    id: int
    telegram_id: int
    name: str
    username: str | None
    locale: str
    first_seen: int
    reachable: bool = False
    covenant_version: int = 0
    level: str = EVERYBODY
    contribution: int = 0
    hidden: bool = False
    quiet: Quiet = Quiet.ALL
    suspended_until: int | None = None
    home: int | None = None
    timezone: str | None = None
    offices: int = 0

    @property
    def forgotten(self) -> bool:
        """Whether they asked to be forgotten: what is left is a number that leads to nobody."""
        return self.telegram_id < 0

    def suspended(self, now: int) -> int | None:
        """Until when (UTC seconds) the member is under a sanction at `now`; None when they are not."""
        until = self.suspended_until
        return until if until is not None and until > now else None


class Seniority(Struct, frozen=True):
    """Since when somebody is there (UTC seconds, 0 if they never came) and how many messages they have written."""

    since: int = 0
    messages: int = 0


NEVER_SEEN = Seniority()


class Group(Struct, frozen=True):
    """An activated chat. `id` is ours and survives Telegram's supergroup migration; `chat_id` is Telegram's.

    A public one has a `username`, by which everybody finds it; of another its owner may have told a link that lets people
    in, `invite`, which is empty where they want no way in to be given out, and None where they have said nothing.
    """

    id: int
    chat_id: int
    title: str
    part: Part
    timezone: str
    locale: str
    activated_at: int = 0
    username: str | None = None
    invite: str | None = None

    @property
    def way_in(self) -> str:
        """The web address by which anybody can come in; empty where there is none."""
        if self.invite == "":
            return ""
        return f"https://t.me/{self.username}" if self.username else self.invite or ""

    @property
    def clock(self) -> str | None:
        """The zone of the times that are shown there; None, the brand's, in the staff group, which looks after all."""
        return None if self.part is Part.STAFF else self.timezone


class Membership(Struct, frozen=True):
    """A member's presence in a group, and their seniority there."""

    group: int
    member: int
    seniority: Seniority
    present: bool
