"""What a brand decides about first steps: what is done with somebody whom the team has found, by where they come from."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.programme.faults import Promise, require
from rules.programme.wording import Wording, each_of
from rules.source import Domain

MOST_STEPS, TITLE_MOST, DUE_MOST = 8, 40, 180


@dataclass(frozen=True)
class ChecklistStep:
    """A step: known by its `key`, what it is called, and how many days after the beginning it is due."""

    key: str
    title: Wording
    due_days: int


# Somebody found in public knows how; they get a direction and what they can work with.
PUBLIC = (
    ChecklistStep("brief", Wording(zh="讲讲这一季的主题", en="Tell them what the brand cares about"), 3),
    ChecklistStep("early_access", Wording(zh="请 TA 先试新功能、新版本", en="Give them early access"), 14),
    ChecklistStep("invitation", Wording(zh="请 TA 来一场活动（/events）", en="Invite them to an event (/events)"), 30),
)
# Somebody from the brand's own groups gets confidence, and then a stage.
PRIVATE = (
    ChecklistStep("mentor", Wording(zh="找一位导师带 TA", en="Find them a mentor"), 3),
    ChecklistStep("first_post", Wording(zh="陪 TA 写完第一篇", en="Help with their first post"), 10),
    ChecklistStep("rehearsal", Wording(zh="先在群里分享一场", en="A sharing session in the group first"), 21),
    ChecklistStep("repost", Wording(zh="精选频道转一篇 TA 的", en="The channel reposts one of theirs"), 30),
)


@dataclass(frozen=True)
class Checklists:
    """The `[checklists]` section: the first steps for those from the public domain, and for those from the private one."""

    public: tuple[ChecklistStep, ...] = PUBLIC
    private: tuple[ChecklistStep, ...] = PRIVATE

    def __post_init__(self) -> None:
        require(*_sound("public", self.public), *_sound("private", self.private))

    def steps(self, domain: Domain) -> tuple[ChecklistStep, ...]:
        """The steps for somebody from there."""
        return self.public if domain is Domain.PUBLIC else self.private


def _sound(name: str, steps: Sequence[ChecklistStep]) -> list[Promise]:
    keys = [step.key for step in steps]
    return [
        (1 <= len(steps) <= MOST_STEPS, name, f"needs 1 to {MOST_STEPS} steps"),
        (len(set(keys)) == len(keys), name, "has the same key twice"),
        *(promise for n, step in enumerate(steps) for promise in _step_sound(f"{name}.{n}", step)),
    ]


def _step_sound(name: str, step: ChecklistStep) -> list[Promise]:
    fits = all(0 < len(words.strip()) <= TITLE_MOST for words in each_of(step.title))
    return [
        (bool(step.key.strip()), f"{name}.key", "must not be empty"),
        (fits, f"{name}.title", f"must have 1 to {TITLE_MOST} characters"),
        (1 <= step.due_days <= DUE_MOST, f"{name}.due_days", f"must be between 1 and {DUE_MOST}"),
    ]
