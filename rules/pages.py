"""Lists too long for one message are turned like pages."""

from msgspec import Struct


class Page(Struct, frozen=True):
    """Page `number` of `last` (counting from 1), of a list of `total`; its lines begin after `before` others."""

    number: int
    last: int
    total: int
    before: int


ALONE = Page(1, 1, 0, 0)


def page_of(number: int, total: int, size: int) -> Page:
    """The page asked for, or the nearest there is."""
    last = max(-(-total // size), 1)
    nearest = min(max(number, 1), last)
    return Page(nearest, last, total, (nearest - 1) * size)
