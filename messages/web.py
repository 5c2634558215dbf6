"""Pages that are exported: one file each, without scripts or anything from elsewhere; read in a browser or printed."""

import tomllib
from datetime import date
from functools import cache
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from messages.calendar import FOLDER
from messages.filters import plain
from rules.programme.wording import spoken

PAGES = FOLDER / "pages"


def page(locale: str, name: str, brand: str, day: date, about: Any) -> str:
    """The page of that name in that language, about `about` as of that day; every name in it is escaped."""
    words = tomllib.loads((PAGES / f"{locale}.toml").read_text("utf-8"))[name]
    told = {"locale": locale, "brand": spoken(brand, locale), "day": day, "words": words}
    return _environment().get_template(f"{name}.html").render(**told, **plain(about, locale)) + "\n"


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
