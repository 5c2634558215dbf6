"""What a brand decides about questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.programme.faults import Promise, not_negative, require

MOST_GROUPS, MOST_WORDS = 100, 10


@dataclass(frozen=True)
class Questions:
    """The `[questions]` section: asking, and accepting answers; durations say their unit in the name.

    `synonyms` are groups of words of the brand's for one thing: what is sought by one is found by all.
    """

    text_limit: int = 1000
    open_per_asker: int = 5
    remind_after_hours: int = 24
    similar_percent: int = 55
    per_page: int = 5
    answers_kept_days: int = 14
    accepted_from_one_asker_day: int = 3
    unaccept_hours: int = 24
    synonyms: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        require(
            (10 <= self.text_limit <= 3000, "text_limit", "must be between 10 and 3000"),
            (self.open_per_asker >= 1, "open_per_asker", "must be at least 1"),
            (self.remind_after_hours >= 1, "remind_after_hours", "must be at least 1"),
            (1 <= self.similar_percent <= 100, "similar_percent", "must be between 1 and 100"),
            (1 <= self.per_page <= 10, "per_page", "must be between 1 and 10"),
            (self.answers_kept_days >= 1, "answers_kept_days", "must be at least 1"),
            (len(self.synonyms) <= MOST_GROUPS, "synonyms", f"must be at most {MOST_GROUPS}"),
            *(promise for n, group in enumerate(self.synonyms) for promise in _sound(n, group)),
            *not_negative(self, "accepted_from_one_asker_day", "unaccept_hours"),
        )


def _sound(n: int, group: Sequence[str]) -> list[Promise]:
    return [
        (2 <= len(group) <= MOST_WORDS, f"synonyms.{n}", f"needs 2 to {MOST_WORDS} words for the same thing"),
        *((len(word.strip()) > 1, f"synonyms.{n}", "must have two characters each at least") for word in group),
    ]
