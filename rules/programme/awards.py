"""The awards a brand gives, and how their votes are held."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from rules.programme.faults import Promise, require
from rules.programme.levels import EVERYBODY, KEY, KEY_FORM
from rules.programme.metrics import Metric
from rules.programme.titles import TAKEN, UNFIT, fits_tag, taken
from rules.programme.wording import Wording

KEY_OF_AWARD = KEY_FORM.replace('"active"', '"idea_maker"')
MOST_AWARDS = 12
NO_WORDS = Wording()


@dataclass(frozen=True)
class Award:
    """An award: known by its `key`, with a title (16 characters at most) and what it is `given_for`.

    Those of GIVEN that say no other reason are given for that which stands in `messages/`.

    `vote`: members choose among those whom the staff shortlist, from the `voters` level on; else the staff choose.
    `looks_at` is the board whose leaders are proposed beside those whom members nominate. `tag` is shown beside the name
    of whoever holds it; nothing: no tag. `badge` is the key of a badge of the team's that is given with it; empty: none.
    """

    key: str
    title: Wording
    given_for: Wording = NO_WORDS
    vote: bool = False
    voters: str = EVERYBODY
    looks_at: Metric = Metric.POINTS
    tag: Wording = NO_WORDS
    badge: str = ""


GIVEN = (
    Award(
        "discovery",
        Wording(zh="年度最佳发现奖", en="Top Discovery"),
        vote=True,
        looks_at=Metric.CREATOR,
    ),
    Award(
        "creative",
        Wording(zh="创意生活家", en="Creative Spirit"),
        vote=True,
        looks_at=Metric.CREATOR,
    ),
    Award(
        "helper",
        Wording(zh="年度热心用户", en="Top Helper"),
        vote=True,
        looks_at=Metric.ASSIST,
    ),
    Award(
        "product_advisor",
        Wording(zh="品牌荣誉产品顾问", en="Product Advisor"),
        tag=Wording(zh="荣誉产品顾问", en="Product Advisor"),
    ),
    Award(
        "ambassador",
        Wording(zh="荣誉大使", en="Ambassador"),
        tag=Wording(zh="荣誉大使", en="Ambassador"),
    ),
    Award(
        "invited_advisor",
        Wording(zh="年度特邀顾问", en="Invited Advisor"),
        tag=Wording(zh="特邀顾问", en="Invited Advisor"),
    ),
)


OURS = frozenset(award.key for award in GIVEN)


class Awards(tuple[Award, ...]):
    """The awards, in the order in which they are shown. Whatever is kept of one is its key."""

    __slots__ = ()

    def __new__(cls, given: Iterable[Award] = GIVEN) -> Self:
        awards = super().__new__(cls, given)
        require(
            (len(awards) <= MOST_AWARDS, "0.key", f"there can be at most {MOST_AWARDS} awards"),
            *(promise for n, award in enumerate(awards) for promise in _kept(n, award, awards)),
        )
        return awards

    def named(self, key: str) -> Award | None:
        """The award of that key; None when the brand gives it no more."""
        return next((award for award in self if award.key == key), None)


@dataclass(frozen=True)
class Voting:
    """The `[voting]` section: for how many days is nominated and voted, and how many votes it takes."""

    nominate_days: int = 14
    vote_days: int = 7
    quorum: int = 5
    nominations_each: int = 3

    def __post_init__(self) -> None:
        require(
            (1 <= self.nominate_days <= 60, "nominate_days", "must be 1 to 60"),
            (1 <= self.vote_days <= 30, "vote_days", "must be 1 to 30"),
            (self.quorum >= 1, "quorum", "must be at least 1"),
            (1 <= self.nominations_each <= 10, "nominations_each", "must be 1 to 10"),
        )


def _kept(n: int, award: Award, awards: tuple[Award, ...]) -> list[Promise]:
    earlier = [other.key for other in awards[:n]]
    return [
        (bool(KEY.fullmatch(award.key)), f"{n}.key", KEY_OF_AWARD),
        (award.key not in earlier, f"{n}.key", f'is that of an earlier award; "{award.key}" can stand for one only'),
        (fits_tag(award.title), f"{n}.title", UNFIT),
        (not taken(award.title, [other.title for other in awards[:n]]), f"{n}.title", TAKEN),
        (not award.tag or fits_tag(award.tag), f"{n}.tag", UNFIT),
        (award.key in OURS or bool(award.given_for.strip()), f"{n}.given_for", "must say what the award is for"),
    ]
