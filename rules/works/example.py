"""Works that a theme shows as examples: named by number or address in its brief, or files that staff have put to it."""

import re

from msgspec import Struct

from rules.files import File
from rules.reading.heard import heard
from rules.reading.numbers import reference
from rules.reading.typed import any_of

MOST = 3
_WORK = re.compile(rf"(?:{any_of(heard('example', 'works'))})?\s*", re.IGNORECASE)


class Example(Struct, frozen=True):
    """A work of `author`, as it is shown to whoever opens a challenge; `submission` is its number."""

    submission: int
    title: str
    author: str
    text: str
    files: tuple[File, ...]


class Examples(Struct, frozen=True):
    """All that is shown of a challenge's examples: works, and files of the staff's."""

    challenge: int
    title: str
    works: tuple[Example, ...]
    files: tuple[File, ...]


def work_named(line: str) -> int | None:
    """The number of the work that a line of the brief names: `作品 12`, `#12`."""
    begins = _WORK.match(line.strip())
    return reference(line.strip()[begins.end() if begins else 0 :])
