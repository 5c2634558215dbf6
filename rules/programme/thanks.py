"""What a brand decides about thanks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rules.programme.faults import require

REASON_MOST = 300
_COURTESY = re.compile(
    r"\A(?:你们|您|你|大佬|师傅|老师|啦|了|哈|呀|啊|哦|(?:you|u|a lot|so much|very much|a ton)\b|[^\w#@「『“‘\"'《(（])*",
    re.IGNORECASE,
)
_TRAILING = " ,，.。:：;；!！~～、…"


@dataclass(frozen=True)
class Thanks:
    """The `[thanks]` section: the reactions that thank, and how much of a reason is kept (characters)."""

    emoji: tuple[str, ...] = ("❤", "🙏", "🏆", "💯")
    reason_limit: int = 120

    def __post_init__(self) -> None:
        require(
            (all(emoji.strip() for emoji in self.emoji), "emoji", "is a list of reactions, none of them empty"),
            (0 <= self.reason_limit <= REASON_MOST, "reason_limit", f"must be between 0 and {REASON_MOST}"),
        )

    def meant_by(self, reactions: Sequence[str]) -> bool:
        """Whether one of the reactions thanks; the variation selector makes no difference."""
        ours = {emoji.replace("\ufe0f", "") for emoji in self.emoji}
        return any(emoji.replace("\ufe0f", "") in ours for emoji in reactions)

    def reason(self, words: str) -> str | None:
        """The reason in the words after a thank: cleaned, cut at the limit; None when nothing is left."""
        said = _COURTESY.sub("", " ".join(words.split()), count=1).rstrip(_TRAILING)
        return said[: self.reason_limit] if sum(char.isalnum() for char in said) > 1 else None
