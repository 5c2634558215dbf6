"""Words that were searched for in vain: what is kept of them, so that the team learns what is missing and nothing of anybody."""

import re

from rules.daily.similarity import bare

LEAST, MOST = 2, 24
# A number, an address or an account may lead to somebody.
_SOMEBODY = re.compile(r"\d{5}|@|://|www\.|\.(?:com|cn|net|org)\b", re.IGNORECASE)


def kept(words: str) -> str:
    """The words in one spelling, without what they are wrapped in; empty where nothing is kept of them."""
    plain = bare(words)
    if _SOMEBODY.search(words) or _SOMEBODY.search(plain.replace(" ", "")):
        return ""
    return plain if LEAST <= len(plain) <= MOST else ""
