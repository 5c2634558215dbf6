"""What stands beside a member's name in the groups: how fast it is set, and which honours come before a level's title."""

from dataclasses import dataclass

from rules.people import HONORARY, Role
from rules.programme.faults import UNREAD, require
from rules.programme.titles import UNFIT, fits_tag
from rules.programme.wording import Wording

FASTEST = 60


@dataclass(frozen=True)
class Honour:
    """An honour that is shown instead of the level's title: by which role it comes, and what it is called."""

    role: str
    title: Wording


@dataclass(frozen=True)
class Tags:
    """The `[tags]` section: `honours` from the highest, and how many tags are set in a minute at most."""

    honours: tuple[Honour, ...] = (
        Honour(Role.COUNCIL, Wording(zh="顾问委员", en="Council")),
        Honour(Role.TOPIC_MODERATOR, Wording(zh="荣誉版主", en="Topic moderator")),
        Honour(Role.MENTOR, Wording(zh="导师", en="Mentor")),
    )
    per_minute: int = 12

    def __post_init__(self) -> None:
        honorary = ", ".join(sorted(HONORARY))
        require(
            (1 <= self.per_minute <= FASTEST, "per_minute", f"must be between 1 and {FASTEST}"),
            *(
                (one.role in (*HONORARY, UNREAD), f"honours.{n}.role", f"must be one of: {honorary}")
                for n, one in enumerate(self.honours)
            ),
            *(
                (
                    fits_tag(one.title),
                    f"honours.{n}.title",
                    UNFIT,
                )
                for n, one in enumerate(self.honours)
            ),
        )
