"""Which entries an /undo means: numbers, ranges, or what the replied message led to."""

import re
from dataclasses import dataclass

from rules.reading.heard import heard
from rules.reading.typed import after, any_of, even
from rules.refusals import Refusal

MOST_ENTRIES = 50
_TO = heard("undo", "to").replace(" ", "")
_AND = heard("undo", "and")
_AND_IN_ENGLISH = any_of(heard("undo", "and_in_english"))
_ONE = (
    rf"#?(?P<first>(?!0)\d{{1,12}})(?:\s*[-~{_TO}]\s*#?(?P<last>(?!0)\d{{1,12}}))?"
    rf"(?=\Z|[\s,、;!。()\[#]|[:.](?!\d)|-(?![\s\d])|[{_AND.replace(' ', '')}]|{_AND_IN_ENGLISH}\b)"
)
_ENTRY = re.compile(_ONE)
_JOINED = re.compile(
    rf"(?:\s*[,、;]\s*|\s*(?:{any_of(_AND)}|{_AND_IN_ENGLISH}|&)\s*|\s+(?=#|\d+\s*[-~]\s*#?\d)){_ONE}", re.IGNORECASE
)
_LISTED = re.compile(rf"[\s,、;]+{_ONE}")
_FIGURES = re.compile(r"[\s\d#,、;~-]*")
_PERHAPS_ONE = re.compile(r"#?[1-9]\d{0,2}(?:([,'\x20_.])\d{3}(?!\d))(?:\1\d{3}(?!\d))*(?!,\s?\d)")
# Figures that name no entry, but may be meant to: joined by what joins no numbers, or with a 0 first.
_NO_ENTRY = re.compile(r"#?\d[\d.,'_/:^*%]*+(?![^\W\d_])")
_NO_FURTHER_ENTRY = re.compile(r"[,、;\s]+#?0\d*+(?![^\W\d_])")
_BESIDE = " \t\n,，、;；:：.。"


@dataclass(eq=False)
class UndoUnclear(Refusal):
    """No entry was named, neither by number nor by reply; or `given` may be one number or several."""

    given: str = ""


@dataclass(eq=False)
class TooManyEntries(Refusal):
    """At most `most` entries are taken back at once."""

    most: int


@dataclass(eq=False)
class RangeBackwards(Refusal):
    """A range of entries was `written` with its larger number first; `turned` is the same from the smaller one."""

    written: str
    turned: str


@dataclass(eq=False)
class NothingCredited(Refusal):
    """The replied message has led to no entry that could be taken back."""


def entries_in(words: str) -> tuple[tuple[int, ...], str]:
    """The entry numbers at the beginning of `words`, and the rest as it was typed.

    A further number is another entry after a comma, a # or a word that joins, or if no word follows at all: in `3 1 次
    重复计分` it belongs to the reason. Raises TooManyEntries, RangeBackwards; UndoUnclear when a number can be read in two
    ways.
    """
    said = even(words).lstrip()
    pattern = _LISTED if _FIGURES.fullmatch(said) else _JOINED
    found: dict[int, None] = {}
    at = 0
    while match := _ENTRY.match(said, at) if at == 0 else pattern.match(said, at):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        if last < first:
            raise RangeBackwards(match[0].strip(_BESIDE), f"{last}-{first}")
        if last - first >= MOST_ENTRIES or len(found) >= MOST_ENTRIES:
            raise TooManyEntries(MOST_ENTRIES)
        found.update(dict.fromkeys(range(first, last + 1)))
        at = match.end()
    _require_clear(said, at)
    return tuple(found), after(words, at).strip(_BESIDE)


def _require_clear(said: str, at: int) -> None:
    """Nothing is left behind the numbers that were read, up to `at`, that may be one as well."""
    unread = _NO_FURTHER_ENTRY.match(said, at) if at else _NO_ENTRY.match(said)
    if written := _PERHAPS_ONE.match(said):
        raise UndoUnclear(written[0])
    if unread:
        raise UndoUnclear(said[: unread.end()].strip())
