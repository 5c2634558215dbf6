"""What templates may call: filters over plain data, told by the clock of whoever reads."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import Any

from jinja2 import Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from messages.calendar import Calendar, Telling, calendar, day_of, local
from messages.vocabulary import vocabulary
from rules.money import Money, decimal
from rules.programme.wording import Wording
from rules.reading.names import NAMELESS
from rules.values import composed, parts

TELLING = "_telling"
LAST_MINUTE = "23:59"
UNKNOWN = date(2099, 12, 31)
FIRST_STRONG_ISOLATE, POP_ISOLATE, WORD_JOINER = "\u2068", "\u2069", "\u2060"
_LIVE = re.compile(
    r"(?<=[@/$])(?=[A-Za-z0-9_/])|(?<=[#.:])(?=[\w/])"
)  # where Telegram finds links, @names, hashtags and commands

SOMEBODY = {"zh": "车友", "en": "Member"}


def plain(value: Any, locale: str) -> Any:
    """Data without behaviour: what has fields becomes a dictionary, an enum its value, the brand's words those of the locale.

    Who has no name that can be seen is called by what everybody is.
    """
    if isinstance(value, Wording):
        return value.spoken(locale)
    if value == NAMELESS:
        return SOMEBODY[locale]
    if composed(value):
        return {name: plain(part, locale) for name, part in parts(value).items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: plain(item, locale) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item, locale) for item in value]
    return value


def rendered(template: Template, outcome: Any, telling: Telling) -> str:
    """A template about `outcome`, told in that way."""
    about = plain(outcome, telling.locale) if outcome is not None else {}
    return template.render({"brand": telling.called, **about}, **{TELLING: telling}).strip()


def told(context: Context) -> Telling:
    """How this message is told."""
    telling: Telling = context[TELLING]
    return telling


def isolated(name: str) -> Markup:
    """A person's name, escaped, in bidi isolates so that it can't turn the words around it.

    What Telegram would make a link or a command of stays mere words: `t.me/shop` is a name as any other.
    """
    return Markup(f"{FIRST_STRONG_ISOLATE}{escape(_LIVE.sub(WORD_JOINER, name))}{POP_ISOLATE}")


def counted(number: int | str, thing: str) -> str:
    """So many things, where a language has one form for one and adds an s for others."""
    return f"{number} {thing}" if str(number) in ("1", "-1") else f"{number} {thing}s"


def _calendar(context: Context) -> Calendar:
    return calendar(told(context).locale)


@pass_context
def _day(context: Context, value: int | str | date) -> str:
    """A day by its date: it is true whenever it is read."""
    telling = told(context)
    return _calendar(context).said(day_of(value, telling.zone), telling.today)


@pass_context
def _time(context: Context, value: int) -> str:
    """A moment by its date and time: it is true whenever it is read."""
    return _at(context, value, _day(context, value))


@pass_context
def _until(context: Context, value: int, after: str = "") -> str:
    """An end: its day, and the hour unless it lasts that day out; `after` it a word that stands apart from an hour."""
    if f"{local(value, told(context).zone):%H:%M}" == LAST_MINUTE:
        return _day(context, value) + after
    return f"{_time(context, value)} {after}".rstrip()


@pass_context
def _soon(context: Context, value: int | str | date) -> str:
    """A day or a moment as it is said to somebody who reads it now: tomorrow 20:00. For answers alone."""
    telling = told(context)
    if telling.today is None:
        return _time(context, value) if isinstance(value, int) else _day(context, value)
    said = _calendar(context).soon(day_of(value, telling.zone), telling.today)
    return _at(context, value, said) if isinstance(value, int) else said


@pass_context
def _soon_until(context: Context, value: int, after: str = "") -> str:
    """An end as it is said to somebody who reads it now: its day, and the hour unless it lasts that day out. For answers alone."""
    zone = told(context).zone
    if f"{local(value, zone):%H:%M}" == LAST_MINUTE:
        return _soon(context, day_of(value, zone)) + after
    return f"{_soon(context, value)} {after}".rstrip()


@pass_context
def _ahead(context: Context, days: int) -> date:
    """The day so many days from the one on which it is read, for an example; where nobody knows that, the end of a year."""
    today = told(context).today
    return today + timedelta(days=days) if today else UNKNOWN


def _typed(value: date) -> str:
    """A day as one types it in a form."""
    return f"{value:%m-%d}"


@pass_context
def _weekday(context: Context, value: int | str | date) -> str:
    return _calendar(context).weekdays[day_of(value, told(context).zone).weekday()]


@pass_context
def _month(context: Context, number: int) -> str:
    """A month, 1 to 12, by its name."""
    return _calendar(context).whole_months[number - 1]


@pass_context
def _festival(context: Context, value: date) -> str:
    return _calendar(context).festival(value)


@pass_context
def _zone_called(context: Context, name: str) -> str:
    return _calendar(context).zone(name)


@pass_context
def _money(context: Context, amount: Mapping[str, Any]) -> str:
    """An amount as people say it: `35.50 元`."""
    said = Money(amount["minor"], amount["currency"])
    return f"{decimal(said)} {_currency(context, said.currency)}"


@pass_context
def _currency(context: Context, code: str) -> str:
    """What people call a currency, by the first of the words they may write for it; its code where there is none."""
    called = vocabulary("reward", told(context).locale).choices["cost"]
    return called.get(code, (code,))[0]


def _at(context: Context, value: int, day: str) -> str:
    telling, words = told(context), _calendar(context)
    said = words.moment.format(day=day, clock=f"{local(value, telling.zone):%H:%M}")
    return words.elsewhere.format(moment=said, zone=words.zone(telling.zone.key)) if telling.names(value) else said


@pass_context
def _turn(context: Context, choices: Sequence[str], step: int = 0) -> str:
    """One of several ways to say it: the next one each day, another for the next reader, and by `step` within a day."""
    telling = told(context)
    day = telling.today.toordinal() + telling.scene.reader if telling.scene and telling.today else 0
    return choices[(day + step) % len(choices)]


FILTERS: dict[str, Callable[..., Any]] = {
    "ahead": _ahead,
    "as_written": Markup,
    "counted": counted,
    "currency": _currency,
    "day": _day,
    "festival": _festival,
    "money": _money,
    "name": isolated,
    "soon": _soon,
    "soon_until": _soon_until,
    "time": _time,
    "turn": _turn,
    "typed": _typed,
    "until": _until,
    "month": _month,
    "weekday": _weekday,
    "zone": _zone_called,
}
