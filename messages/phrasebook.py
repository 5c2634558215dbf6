"""The phrasebook: the sandboxed templates and the labels of a folder, read and compiled once, whoever speaks by them."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from messages.calendar import FOLDER, Telling
from messages.filters import FILTERS, rendered, told
from messages.quotes import InnerQuotes, inner


def labels_in(file: Mapping[str, Any], noun: str) -> Iterator[tuple[str, str]]:
    """The labels of a noun's file. A table holds those that others show: `[acts]` the log, `[points]` whoever names a rule."""
    for key, text in file.items():
        if isinstance(text, Mapping):
            yield from labels_in(text, key)
        else:
            yield key if key.startswith("/") else f"{noun}/{key}", text


class Phrasebook:
    """Everything that can be said by the files of a folder, in every locale. It knows neither brand nor clock."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._templates: dict[str, Template] = {}
        self._labels: dict[tuple[str, str], Template | str] = {}

    @cached_property
    def environment(self) -> ImmutableSandboxedEnvironment:
        """The sandbox every template lives in."""
        environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(self._folder),
            autoescape=True,
            extensions=[InnerQuotes],
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
        )
        environment.globals.clear()
        environment.filters.update(FILTERS)
        environment.filters["inner"] = inner
        environment.filters["label"] = self._labelled
        environment.filters["said"] = self._said
        environment.filters["recalled"] = self._recalled
        return environment

    def template(self, locale: str, name: str) -> Template:
        """The template `name` of that locale."""
        path = f"{locale}/{name}.j2"
        if path not in self._templates:
            self._templates[path] = self.environment.get_template(path)
        return self._templates[path]

    def label(self, label: str, outcome: Any, telling: Telling) -> str:
        """The words of a label (`noun/key`, `/command`) about `outcome`, told in that way: plain text."""
        key = (telling.locale, label)
        if key not in self._labels:
            source = self.labels[telling.locale][label]
            self._labels[key] = self.environment.from_string(source) if "{" in source else source
        words = self._labels[key]
        return words if isinstance(words, str) else Markup(rendered(words, outcome, telling)).unescape()

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """How each label is written, by locale."""
        found: dict[str, dict[str, str]] = {}
        for file in sorted(self._folder.glob("*/*/labels.toml")):
            known = found.setdefault(file.parts[-3], {})
            for label, text in labels_in(tomllib.loads(file.read_text("utf-8")), file.parts[-2]):
                assert label not in known, f"{file}: {label} has words elsewhere"
                known[label] = text
        return found

    @pass_context
    def _labelled(self, context: Context, label: str) -> str:
        """A label in the locale of the message that shows it."""
        return self.label(label, None, told(context))

    @pass_context
    def _said(self, context: Context, template: str, outcome: Any) -> Markup:
        """Another message, as part of this one."""
        telling = told(context)
        return Markup(rendered(self.template(telling.locale, template), outcome, telling))

    @pass_context
    def _recalled(self, context: Context, template: str, outcome: Any) -> Markup:
        """What another message told, as it is said of an earlier day: `past/<its name>`."""
        return self._said(context, f"past/{template.rpartition('/')[2]}", outcome)


@cache
def phrasebook() -> Phrasebook:
    """What the product can say."""
    return Phrasebook(FOLDER)
