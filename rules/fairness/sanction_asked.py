"""What a command asks for that sanctions somebody: a length and a clause if they are written, and the reason."""

import re
from dataclasses import dataclass

from msgspec import Struct

from rules.fairness.sanction import COMMANDS, Grade
from rules.lengths import within
from rules.reading.heard import pattern
from rules.reading.numbers import HAN, han, leading
from rules.reading.spans import leading_span, whole_span
from rules.reading.typed import after, even
from rules.reading.visible import shortened
from rules.refusals import Refusal

REASON_LIMIT = 200
GIVEN_SHOWN = 20
_CLAUSE = re.compile(
    rf"(?:(?:公约\s?)?第\s?(\d{{1,2}}|[{HAN}]{{1,3}})\s?条款?(?!{pattern('sanction', 'not_the_covenant')})"
    r"|[§#]\s?(\d{1,2})(?!\d)|clause\s?(\d{1,2})(?!\d))[\s,，:：。]*",
    re.IGNORECASE,
)
_HAPPENED = re.compile(rf"(?:{pattern('sanction', 'happened')})", re.IGNORECASE)
_VAGUE = re.compile(rf"\s?(?:{pattern('sanction', 'vague')})", re.IGNORECASE)
_GLUED = re.compile(rf"(?:{pattern('sanction', 'glued')})", re.IGNORECASE)
_COUNTS = re.compile(rf"\s(?:{pattern('sanction', 'counts')})", re.IGNORECASE)
# What stands for itself before the reason: 2, 30; 2-3小时, 2条.
_ALONE = re.compile(r"(?:[\s,，:：。、;；.]|\Z|条(?:[\s,，:：。]|\Z)|[xkhdmw](?![a-z])|[-~至到]\s?\d)", re.IGNORECASE)
# Until when, where only for how long is asked.
_UNTIL = re.compile(rf"(?:{pattern('sanction', 'until')})", re.IGNORECASE)
_LAST = re.compile(r"(.*[^\s,，])[\s,，]+(\S+)", re.DOTALL)
_LASTED = re.compile(rf"(?:{pattern('sanction', 'lasted')})\s?\Z", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?!\d)")


class Asked(Struct, frozen=True):
    """What a command says behind the name: a length and a clause if they are written, and the reason."""

    grade: Grade
    length_s: int | None
    clause: int | None
    reason: str


@dataclass(eq=False)
class GroundsNeeded(Refusal):
    """No sanction without a reason; `command` shows how to write one, of `most` characters."""

    command: str
    most: int = REASON_LIMIT


@dataclass(eq=False)
class SanctionUnclear(Refusal):
    """`given` stands before the reason and was read neither as a length nor as a clause; or as a length, which a warning lacks."""

    command: str
    given: str


def begins_sanction(word: str) -> bool:
    """Whether what a command says after a name begins with that word: a length or a clause."""
    return leading_span(word) is not None or _CLAUSE.match(even(word)) is not None


def asked(words: str, grade: Grade) -> Asked:
    """What the words of a command ask for. Raises GroundsNeeded, SanctionUnclear, WordsTooLong."""
    length, clause, rest = None, None, words.strip()
    while True:
        if length is None and (span := _length(rest, grade)):
            length, rest = span
        elif clause is None and (cited := _leading_clause(rest)):
            clause, rest = cited
        else:
            break
    if length is None and grade is not Grade.WARNING:
        length, rest = _at_its_end(rest)
    if not rest.strip():
        raise GroundsNeeded(COMMANDS[grade])
    _require_read(rest, grade)
    return Asked(grade, length, clause, within(rest, REASON_LIMIT))


def without_number(reason: str) -> tuple[str, bool]:
    """The reason for taking something back, without a number that stands for itself before it, and whether one did: `2 误会`."""
    found = leading(reason)
    if found is None or not _unread(reason, even(found.rest)):
        return reason, False
    return found.rest.lstrip(" ,，:：。、;；."), True


def _length(words: str, grade: Grade) -> tuple[int, str] | None:
    """The length that they begin with, if it is for how long and not within which time something happened."""
    span = leading_span(words)
    if span is None or _HAPPENED.match(_behind(words, span[1])):
        return None
    return None if grade is Grade.WARNING or _is_vague(_behind(words, span[1])) else span


def _at_its_end(words: str) -> tuple[int | None, str]:
    """The length that stands alone behind the reason, and the reason: `刷屏 3天`."""
    found = _LAST.fullmatch(words.strip())
    length = None if found is None or _LASTED.search(even(found[1])) else whole_span(found[2])
    return (None, words) if found is None or length is None else (length, found[1])


def _is_vague(behind: str) -> bool:
    """Whether nobody can tell for how long that is, or that it is for how long."""
    return _VAGUE.match(behind) is not None or _GLUED.match(behind) is not None


def _behind(words: str, rest: str) -> str:
    """What follows a length, with what parts it from the rest, as it is compared."""
    there = words[: len(words) - len(rest)]
    return even(there[len(there.rstrip(" ,，:：。")) :] + rest)


def _leading_clause(words: str) -> tuple[int, str] | None:
    found = _CLAUSE.match(even(words))
    if found is None:
        return None
    written = next(one for one in found.groups() if one)
    number = int(written) if written.isdecimal() else han(written)
    return None if number is None else (number, after(words, found.end()))


def _require_read(reason: str, grade: Grade) -> None:
    """Raise SanctionUnclear where the reason begins with a number that may have been meant for something else."""
    span, found = leading_span(reason), leading(reason)
    if grade is not Grade.WARNING and _UNTIL.match(even(reason)):
        raise SanctionUnclear(COMMANDS[grade], shortened(reason.split(maxsplit=1)[0], GIVEN_SHOWN))
    if span is not None:
        behind = _behind(reason, span[1])
        parted = behind[:1] in (" ", ",", ":", "。", "")
        if not _HAPPENED.match(behind) and (parted or (_is_vague(behind) and grade is not Grade.WARNING)):
            raise SanctionUnclear(COMMANDS[grade], _given(reason, span[1]))
    elif found is not None and _unread(reason, even(found.rest)):
        raise SanctionUnclear(COMMANDS[grade], _given(reason, found.rest))


def _unread(reason: str, behind: str) -> bool:
    return _ALONE.match(behind) is not None and not (_COUNTS.match(behind) or _CLOCK.match(even(reason)))


def _given(reason: str, rest: str) -> str:
    """The word with which it begins, and what was read of it."""
    read = reason[: len(reason) - len(rest)].rstrip(" ,，:：。") if rest else reason
    return shortened(max(read, reason.split(maxsplit=1)[0], key=len), GIVEN_SHOWN)
