"""How people write what became of a work: `https://… 阅读 1.2万 赞 300 评论 45 日期 11月18日`, or `1.2万阅读，300赞`."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from rules.links import address_in
from rules.occasion import Occasion
from rules.reading.form_fields import Vocabulary
from rules.reading.heard import heard
from rules.reading.moments import moment_of
from rules.reading.numbers import goes_on, leading, stands_alone
from rules.reading.typed import even
from rules.reading.unreal import unreal
from rules.works.result import FIGURE_MOST, LINK_MOST, Figures, ResultUnclear, Written

FIELD, DAY = "figure", "day"
_LINK = re.compile(r"https?://[^\s，。；、）】》”]+|(?<!\S)www\.\S+|(?<!\S)[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_IS = heard("result_reading", "is")
_BEFORE_NUMBER = re.compile(rf"[\s:：={_IS}{heard('result_reading', 'about')}]*")
_DAY = re.compile(rf"[\s:：={_IS}]*([^\n,，;；]{{1,30}})")
_NUMBER_BEGINS = re.compile(r"(?<!\d)\d")
_FAR_DAYS = 180


class _Labelled(Struct, frozen=True):
    """The word for a figure, and what stands before and after it up to the next such word."""

    name: str
    before: str
    after: str


def read(words: str, vocabulary: Vocabulary, occasion: Occasion) -> Written:
    """The link, the figures and their day, which is today where none is told. Raises ResultUnclear."""
    link, rest = _link(words)
    labelled = _labelled(even(rest), vocabulary)
    day = next((_day(one.after, occasion) for one in labelled if one.name == DAY), occasion.day)
    figures = _figures([one for one in labelled if one.name != DAY])
    if not link and not figures.any:
        raise ResultUnclear
    return Written(link, figures, day)


def _link(words: str) -> tuple[str, str]:
    found = _LINK.search(words)
    if found is None:
        return "", words
    link = address_in(found[0].rstrip(".,!?)"))
    if link is None or len(link) > LINK_MOST:
        raise ResultUnclear("link", found[0][:60])
    return link, f"{words[: found.start()]}\n{words[found.end() :]}"


def _labelled(said: str, vocabulary: Vocabulary) -> list[_Labelled]:
    """Each word for a figure with what is around it."""
    called = {even(word).casefold(): name for name, words in vocabulary.choices[FIELD].items() for word in words}
    words = "|".join(re.escape(word) for word in sorted(called, key=len, reverse=True))
    found = list(re.finditer(rf"(?<![a-z])(?:{words})(?![a-z])", said, re.IGNORECASE))
    bounds = [0, *(one.end() for one in found)]
    ends = [*(one.start() for one in found), len(said)]
    return [
        _Labelled(called[one[0].casefold()], said[bounds[at] : ends[at]], said[one.end() : ends[at + 1]])
        for at, one in enumerate(found)
    ]


def _figures(labelled: list[_Labelled]) -> Figures:
    """Numbers stand behind their words, or all of them before; words without one are talk."""
    first = labelled[0].before if labelled else ""
    reads = _number_before if _number_before(first) else _number_behind
    found: dict[str, int] = {}
    for one in labelled:
        around = one.before if reads is _number_before else one.after
        if not (written := reads(around)):
            continue
        figure = _whole(one.name, written)
        if found.setdefault(one.name, figure) != figure:
            raise ResultUnclear(one.name, around.strip()[:60])
    return Figures(**found)


def _number_behind(text: str) -> str:
    rest = text[_BEFORE_NUMBER.match(text).end() :]  # type: ignore[union-attr]  # it matches nothing as well
    found = leading(rest)
    if found is None:
        return ""
    return rest.strip()[:60] if goes_on(found.rest) or stands_alone(found.rest) else found.written


def _number_before(text: str) -> str:
    """The number with which a text ends."""
    for begins in _NUMBER_BEGINS.finditer(text[-30:]):
        found = leading(text[-30:][begins.start() :])
        if found and not found.rest.strip(" +"):
            return found.written
    return ""


def _whole(figure: str, written: str) -> int:
    found = leading(written)
    value = found.whole if found and not found.rest else None
    if value is None or not 0 <= value <= FIGURE_MOST:
        raise ResultUnclear(figure, written)
    return value


def _day(after: str, occasion: Occasion) -> date:
    """A day that is not to come; one without a year may be of the year before."""
    found = _DAY.match(after)
    written = found[1].strip() if found else ""
    at = moment_of(written, occasion, opens=True)
    day = None if at is None else datetime.fromtimestamp(at, ZoneInfo(occasion.zone)).date()
    if day is not None and day > occasion.day:
        earlier = day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
        day = earlier if 0 <= (occasion.day - earlier).days <= _FAR_DAYS else None
    if day is None:
        raise ResultUnclear(DAY, written[:60], unreal(written, occasion))
    return day
