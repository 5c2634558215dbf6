"""The renderer: sandboxed, autoescaped templates over plain data, and labels for buttons."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import FileSystemLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from messages.calendar import FOLDER, Calendar, Scene, Telling, calendar, day_of, local
from messages.vocabulary import vocabulary
from rules.money import Money, decimal
from rules.programme.wording import Wording, spoken

TELLING = "_telling"
SPOKEN = "_locale"
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def plain(value: Any, locale: str) -> Any:
    """Data without behaviour: dataclasses become dictionaries, enums their values, the brand's words those of the locale."""
    if isinstance(value, Wording):
        return value.spoken(locale)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name), locale) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: plain(item, locale) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item, locale) for item in value]
    return value


def isolated(name: str) -> Markup:
    """A person's name, escaped, in bidi isolates so that it can't turn the words around it."""
    return Markup(f"{FIRST_STRONG_ISOLATE}{escape(name)}{POP_ISOLATE}")


def counted(number: int | str, thing: str) -> str:
    """So many things, where a language has one form for one and adds an s for others."""
    return f"{number} {thing}" if str(number) in ("1", "-1") else f"{number} {thing}s"


def labels_in(file: Mapping[str, Any], noun: str) -> Iterator[tuple[str, str]]:
    """The labels of a noun's file. A table holds those that others show: `[acts]` the log, `[points]` whoever names a rule."""
    for key, text in file.items():
        if isinstance(text, Mapping):
            yield from labels_in(text, key)
        else:
            yield key if key.startswith("/") else f"{noun}/{key}", text


def _locale_of(context: Context) -> str:
    locale = context[SPOKEN]
    assert isinstance(locale, str)
    return locale


def _calendar(context: Context) -> Calendar:
    return calendar(_locale_of(context))


class Speech:
    """Everything the bot can say, in every locale, by the clock of whoever reads it, else by the brand's."""

    def __init__(self, timezone: str, brand: str, folder: Path = FOLDER) -> None:
        self._zone = ZoneInfo(timezone)
        self._brand = brand
        self._folder = folder
        self._templates: dict[tuple[str, str], Template] = {}
        self._unchanging: dict[tuple[str, str], str] = {}

    @cached_property
    def environment(self) -> ImmutableSandboxedEnvironment:
        """The sandbox every template lives in."""
        environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(self._folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
        )
        environment.globals.clear()
        environment.filters["name"] = isolated
        environment.filters["counted"] = counted
        environment.filters["day"] = self._day
        environment.filters["time"] = self._time
        environment.filters["soon"] = self._soon
        environment.filters["weekday"] = self._weekday
        environment.filters["festival"] = self._festival
        environment.filters["zone"] = self._zone_called
        environment.filters["turn"] = self._turn
        environment.filters["money"] = self._money
        environment.filters["currency"] = self._currency
        environment.filters["label"] = self._labelled
        environment.filters["said"] = self._said
        environment.filters["recalled"] = self._recalled
        environment.filters["as_written"] = Markup
        return environment

    def render(self, locale: str, template: str, outcome: Any = None, scene: Scene | None = None) -> str:
        """The message `template` about `outcome`, as Telegram HTML, as it is said in that scene.

        One that speaks of nothing, to nobody in particular, is rendered once.
        """
        if outcome is not None or scene is not None:
            return self._rendered(locale, template, outcome, Telling(scene, self._zone))
        key = (locale, template)
        if key not in self._unchanging:
            self._unchanging[key] = self._template(locale, f"{template}.j2").render().strip()
        return self._unchanging[key]

    def _rendered(self, locale: str, template: str, outcome: Any, telling: Telling) -> str:
        about = plain(outcome, locale) if outcome is not None else {}
        return self._template(locale, f"{template}.j2").render(about, **{TELLING: telling}).strip()

    def label(self, locale: str, label: str, outcome: Any = None) -> str:
        """The words on a button (`noun/key`) or a line of the command menu (`/command`): plain text."""
        source = self._labels[locale][label]
        if "{" not in source:
            return source
        data = plain(outcome, locale) if outcome is not None else {}
        return Markup(self.environment.from_string(source, globals=self._everywhere(locale)).render(data)).unescape()

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for file in sorted(self._folder.glob("*/*/labels.toml")):
            known = found.setdefault(file.parts[-3], {})
            for label, text in labels_in(tomllib.loads(file.read_text("utf-8")), file.parts[-2]):
                assert label not in known, f"{file}: {label} has words elsewhere"
                known[label] = text
        return found

    def _template(self, locale: str, path: str) -> Template:
        key = (locale, path)
        if key not in self._templates:
            self._templates[key] = self.environment.get_template(f"{locale}/{path}", globals=self._everywhere(locale))
        return self._templates[key]

    def _everywhere(self, locale: str) -> dict[str, Any]:
        """What every message of that locale may speak of."""
        return {"brand": spoken(self._brand, locale), SPOKEN: locale}

    @pass_context
    def _labelled(self, context: Context, label: str) -> str:
        """A label in the locale of the message that shows it."""
        return self.label(_locale_of(context), label)

    @pass_context
    def _said(self, context: Context, template: str, outcome: Any) -> Markup:
        """Another message, as part of this one."""
        return Markup(self._rendered(_locale_of(context), template, outcome, self._telling(context)))

    @pass_context
    def _recalled(self, context: Context, template: str, outcome: Any) -> Markup:
        """What another message told, as it is said of an earlier day: `past/<its name>`."""
        return self._said(context, f"past/{template.rpartition('/')[2]}", outcome)

    @pass_context
    def _day(self, context: Context, value: int | str | date) -> str:
        """A day by its date: it is true whenever it is read."""
        telling = self._telling(context)
        return _calendar(context).said(day_of(value, telling.zone), telling.today)

    @pass_context
    def _time(self, context: Context, value: int) -> str:
        """A moment by its date and time: it is true whenever it is read."""
        return self._at(context, value, self._day(context, value))

    @pass_context
    def _soon(self, context: Context, value: int | str | date) -> str:
        """A day or a moment as it is said to somebody who reads it now: tomorrow 20:00. For answers alone."""
        telling = self._telling(context)
        if telling.today is None:
            return self._time(context, value) if isinstance(value, int) else self._day(context, value)
        said = _calendar(context).soon(day_of(value, telling.zone), telling.today)
        return self._at(context, value, said) if isinstance(value, int) else said

    @pass_context
    def _weekday(self, context: Context, value: int | str | date) -> str:
        return _calendar(context).weekdays[day_of(value, self._telling(context).zone).weekday()]

    @pass_context
    def _festival(self, context: Context, value: date) -> str:
        return _calendar(context).festival(value)

    @pass_context
    def _zone_called(self, context: Context, name: str) -> str:
        return _calendar(context).zone(name)

    @pass_context
    def _money(self, context: Context, amount: Mapping[str, Any]) -> str:
        """An amount as people say it: `35.50 元`."""
        said = Money(amount["minor"], amount["currency"])
        return f"{decimal(said)} {self._currency(context, said.currency)}"

    @pass_context
    def _currency(self, context: Context, code: str) -> str:
        """What people call a currency, by the first of the words they may write for it; its code where there is none."""
        called = vocabulary("reward", _locale_of(context)).choices["cost"]
        return called.get(code, (code,))[0]

    def _at(self, context: Context, value: int, day: str) -> str:
        telling, words = self._telling(context), _calendar(context)
        said = words.moment.format(day=day, clock=f"{local(value, telling.zone):%H:%M}")
        return words.elsewhere.format(moment=said, zone=words.zone(telling.zone.key)) if telling.names(value) else said

    def _telling(self, context: Context) -> Telling:
        """How this message is told; as by the brand's clock where nobody is known to read it."""
        return context.get(TELLING) or Telling(None, self._zone)

    @pass_context
    def _turn(self, context: Context, choices: Sequence[str], step: int = 0) -> str:
        """One of several ways to say it: the next one each day, another for the next reader, and by `step` within a day."""
        telling = self._telling(context)
        day = telling.today.toordinal() + telling.scene.reader if telling.scene and telling.today else 0
        return choices[(day + step) % len(choices)]
