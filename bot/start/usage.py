"""How kocbot is called: its help, and what is wrong with a call, in the brand's language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from messages.sentences import sentence

# What a call is refused with: a word that is unknown, missing or not what it should be.
MISUSE: type[Exception] = typer.BadParameter.__bases__[0]
GAP = "  "
NAME = "kocbot"
CONFIG = "--config"
AFTER = "it stands behind the command: kocbot check --config FILE"


class Misspelt(Exception):
    """The call is not one that we know: what is wrong with it, and how to read on."""

    def __init__(self, code: int, said: str) -> None:
        super().__init__(said)
        self.code, self.said = code, said


def named_config(words: list[str], default: Path) -> Path:
    """The configuration that the command line names."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == CONFIG and following:
            return Path(following)
        if word.startswith(f"{CONFIG}="):
            return Path(word.partition("=")[2])
    return default


def call(cli: typer.Typer, locale: str) -> int:
    """Do what the command line says, in that language; the exit code. Raises Misspelt."""
    try:
        return get_command(cli)(obj=locale, standalone_mode=False) or 0
    except MISUSE as wrong:
        raise Misspelt(*_refused(wrong, locale)) from None


def _refused(wrong: Any, locale: str) -> tuple[int, str]:
    said = wrong.format_message()
    if wrong.ctx is None or said == wrong.ctx.get_help():
        return wrong.exit_code, sentence(locale, said)
    hint = sentence(locale, AFTER if _too_early(wrong) else f"{_called(wrong.ctx)} --help says how it is called")
    return wrong.exit_code, f"{sentence(locale, said)}\n{hint}"


def _too_early(wrong: Any) -> bool:
    """Whether an option of the commands stands before the command."""
    return wrong.ctx.parent is None and getattr(wrong, "option_name", "") == CONFIG


class Page:
    """Help as one page of plain text."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page in the language of the call."""
        formatter.write("\n".join(page(self, ctx, ctx.obj or "")))


class Command(Page, TyperCommand):
    """A command whose help is such a page."""


class Group(Page, TyperGroup):
    """All commands together."""


def page(command: Any, ctx: Any, locale: str) -> Iterator[str]:
    """The lines of a command's help."""
    arguments = [part for part in command.params if part.param_type_name == "argument"]
    options = [part for part in command.get_params(ctx) if part.param_type_name == "option"]
    names = [part.metavar for part in arguments] or [sentence(locale, "COMMAND")] * hasattr(command, "commands")
    yield sentence(locale, f"Usage: {' '.join([_called(ctx), *names, sentence(locale, '[OPTIONS]')])}")
    yield f"\n{sentence(locale, _flat(command.help))}"
    yield from _listed(locale, "Commands:", {name: one.help for name, one in getattr(command, "commands", {}).items()})
    yield from _listed(locale, "What stands for what:", {part.metavar: part.help for part in arguments})
    yield from _listed(locale, "Options:", {_written(part): part.help for part in options})


def _listed(locale: str, heading: str, parts: dict[str, str]) -> Iterator[str]:
    if not parts:
        return
    width = max(map(len, parts))
    yield f"\n{sentence(locale, heading)}"
    for name, said in parts.items():
        yield f"{GAP}{name.ljust(width)}{GAP}{sentence(locale, _flat(said))}"


def _called(ctx: Any) -> str:
    """The command as the documents write it, by whatever path Python was told of it; the demo is a program of its own."""
    root = ctx.find_root()
    own = [] if hasattr(root.command, "commands") else [root.command.name]
    return " ".join([NAME, *own, *ctx.command_path.split()[len(root.command_path.split()) :]])


def _written(option: Any) -> str:
    return "/".join([*option.opts, *option.secondary_opts])


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())
