"""Titles that are shown beside a name, as Telegram takes them."""

import unicodedata
from collections.abc import Iterable

from rules.programme.faults import UNREAD
from rules.programme.wording import each_of

TITLE_LIMIT = 16
UNFIT = "must have 1 to 16 characters and no emoji, to be shown as a tag"
TAKEN = "is that of an earlier one, and people call it by its title; name it otherwise"
NO_TAG = ("So", "Sk", "Cs", "Co", "Cn", "Cc")


def fits_tag(title: str) -> bool:
    """Whether Telegram takes it as a tag in every language: 1 to 16 characters, none of them an emoji."""
    return all(
        0 < len(words.strip()) <= TITLE_LIMIT and not any(unicodedata.category(char) in NO_TAG for char in words)
        for words in each_of(title)
    )


def taken(title: str, earlier: Iterable[str]) -> bool:
    """Whether one of the earlier titles is the same in some language: who names it would not be understood."""
    return not {*each_of(title)}.isdisjoint(words for other in earlier for words in each_of(other) if words != UNREAD)
