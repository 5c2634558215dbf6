"""What a brand decides about the stages: what each asks for, what it is called, and when the team is asked."""

from dataclasses import dataclass, field

from rules.programme.conditions import NAMED, Needs
from rules.programme.faults import require
from rules.programme.titles import UNFIT, fits_tag
from rules.programme.wording import Wording
from rules.source import Domain
from rules.stage import Stage

AMBASSADOR = Wording(zh="荣誉大使", en="Ambassador")
COMMITTEE = Wording(zh="核心用户委员会", en="Core Committee")
FRIEND = Wording(zh="品牌挚友", en="Friend for life")
HONORARY = Wording(zh="终身荣誉会员", en="Honorary member")
UNBALANCED = "must make 100 together with middle_percent and old_percent"
TITLES = ("mature_public", "mature_private", "alumni_public", "alumni_private")


def _active() -> Needs:
    return Needs({"tenure_days": 30, "people_helped": 5})


def _mature() -> Needs:
    return Needs({"tenure_days": 180, "people_helped": 20, "works_approved": 3})


@dataclass(frozen=True)
class Stages:
    """The `[stages]` section: what the next stage asks for, the titles of the last two by source, and how staff are asked.

    At most `names` are put before the staff in a week, who have `answer_days` and are not asked the same again for
    `again_days`. Who was not seen for `quiet_days` is proposed for the last stage, once for each such time; who is seen
    there again on `back_days` of a fortnight is proposed to come back. The month's pipeline
    counts who was not seen for `leak_days` as lost. The three percentages are how the brand wants
    sprouts, the active and the mature to be balanced.
    """

    active: Needs = field(default_factory=_active)
    mature: Needs = field(default_factory=_mature)
    mature_public: Wording = AMBASSADOR
    mature_private: Wording = COMMITTEE
    alumni_public: Wording = FRIEND
    alumni_private: Wording = HONORARY
    names: int = 5
    answer_days: int = 21
    again_days: int = 60
    quiet_days: int = 60
    back_days: int = 5
    leak_days: int = 30
    young_percent: int = 50
    middle_percent: int = 35
    old_percent: int = 15

    def __post_init__(self) -> None:
        require(
            *(
                (not NAMED[name].at_most, f"{stage}.{name}", "is nothing that anybody can work for")
                for stage in ("active", "mature")
                for name in getattr(self, stage)
                if name in NAMED
            ),
            *((fits_tag(getattr(self, title)), title, UNFIT) for title in TITLES),
            (1 <= self.names <= 20, "names", "must be between 1 and 20"),
            (1 <= self.answer_days <= 365, "answer_days", "must be between 1 and 365"),
            (1 <= self.again_days <= 365, "again_days", "must be between 1 and 365"),
            (14 <= self.quiet_days <= 730, "quiet_days", "must be between 14 and 730"),
            (1 <= self.back_days <= 14, "back_days", "must be between 1 and 14"),
            (7 <= self.leak_days <= 365, "leak_days", "must be between 7 and 365"),
            (sum(self.balance) == 100 and min(self.balance) >= 0, "young_percent", UNBALANCED),
        )

    @property
    def balance(self) -> tuple[int, int, int]:
        """How many of a hundred the brand wants to be young, in the middle, and old."""
        return self.young_percent, self.middle_percent, self.old_percent

    def asks(self, stage: Stage) -> Needs:
        """What that stage asks for; nothing where people alone decide."""
        return {Stage.ACTIVE: self.active, Stage.MATURE: self.mature}.get(stage, Needs())

    @property
    def condition_names(self) -> tuple[str, ...]:
        """All conditions that stages ask for."""
        return tuple(dict.fromkeys((*self.active, *self.mature)))

    def title(self, stage: Stage | None, domain: Domain) -> Wording | None:
        """What somebody on that stage who comes from there is called; None on the first two."""
        if stage not in (Stage.MATURE, Stage.ALUMNI):
            return None
        found: Wording = getattr(self, f"{stage.value}_{domain.value}")
        return found
