"""Buttons that turn the pages of a list, for every feature that has one."""

from collections.abc import Mapping
from typing import Any

from handlers.effects import Button, Keyboard
from rules.pages import Page


def turning(page: Page, action: str, data: Mapping[str, Any] | None = None, *, anyone: bool = False) -> Keyboard:
    """Earlier and later, as far as there are pages; the `Press` route `action` finds the page in `call.data["page"]`.

    Only the one it was shown to turns them, unless `anyone` may.
    """
    row = []
    for label, number in (("pages/earlier", page.number - 1), ("pages/later", page.number + 1)):
        if 1 <= number <= page.last:
            row.append(Button(label, action, {**(data or {}), "page": number}, anyone=anyone, once=False))
    return (tuple(row),) if row else ()
