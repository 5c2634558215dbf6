"""What a section of the configuration must not say: every fault at once, each with its key and what is allowed."""

from dataclasses import fields
from typing import Any

# Stands for a text that could not be read, where the rest of a section is looked at all the same.
UNREAD = "?"


class Faulty(ValueError):
    """Values that can't be used; `faults` are pairs of key and what is allowed there."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{key} {allowed}" for key, allowed in faults))
        self.faults = faults


Promise = tuple[bool, str, str]


def require(*promises: Promise) -> None:
    """Each promise is (kept, key, what is allowed). Raises Faulty with all that are not kept."""
    broken = [(key, allowed) for kept, key, allowed in promises if not kept]
    if broken:
        raise Faulty(broken)


def between(section: Any, **bounds: tuple[int, int]) -> list[Promise]:
    """The promise that each of these numbers of a section is within its bounds."""
    return [
        (least <= getattr(section, name) <= most, name, f"must be between {least} and {most}")
        for name, (least, most) in bounds.items()
    ]


def not_negative(section: Any, *names: str) -> list[Promise]:
    """The promise that each of these numbers of a section, by default all of its fields, is 0 or more."""
    which = names or tuple(field.name for field in fields(section))
    return [(getattr(section, name) >= 0, name, "must not be negative") for name in which]
