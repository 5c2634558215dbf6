"""Buttons by which groups are chosen: everybody, those of one language, each by its name."""

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.effects import DAY_S, Button, Keyboard
from rules.audience import Choice, Reader
from rules.values import spread

MOST = 80
IN_A_ROW = 2
Row = tuple[Button, ...]


def choices(readers: Sequence[Reader], action: str, data: Mapping[str, Any], lasts_s: int = 7 * DAY_S) -> Keyboard:
    """A tick for each who reads; nothing where there is nothing to choose."""
    if len(readers) < IN_A_ROW:
        return ()

    def button(label: str, choice: Choice, ticked: bool, outcome: Reader | None = None) -> Button:
        carried = {**data, "choice": spread(choice)}
        return Button(label, action, carried, outcome, once=False, lasts_s=lasts_s, ticked=ticked)

    everybody = button("audience/everybody", Choice(), all(reader.reads for reader in readers))
    locales = sorted({reader.locale for reader in readers}) if _several(readers) else []
    languages = [
        button(f"audience/{one}", Choice(locale=one), all(reader.reads is (reader.locale == one) for reader in readers))
        for one in locales
    ]
    each = [
        button("audience/group", Choice(reader.id, not reader.reads), reader.reads, reader) for reader in readers[:MOST]
    ]
    rows = [tuple(each[at : at + IN_A_ROW]) for at in range(0, len(each), IN_A_ROW)]
    return ((everybody, *languages), *rows)


def chosen(data: Mapping[str, Any]) -> Choice:
    """What was pressed."""
    return Choice(**data["choice"])


def _several(readers: Sequence[Reader]) -> bool:
    return len({reader.locale for reader in readers}) > 1
