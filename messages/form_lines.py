"""Lines of our own around a form: whoever copies the whole message in which it is asked for sends them back with it."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from messages.calendar import FOLDER
from rules.programme.wording import LOCALES
from rules.reading.form_fields import OurLine

FORM = re.compile(r"<pre>.*?</pre>", re.DOTALL)
# What is put in when a message is written; between the first and the last statement of a line anything may stand.
FILLED_IN = re.compile(r"\{%.*%\}|\{\{.*?\}\}")
TAG = re.compile(r"<[^>]+>")
NAME = re.compile(r"([^:：]{1,30})[:：]\s*")
LETTER = re.compile(r"\w")
# So many letters of ours, besides the name of a field, and one of Chinese is two, nobody else writes by chance: above
# what somebody wrote, where nothing else belongs, and in the midst of it.
ABOVE, ANYWHERE = 4, 8
# What is shown around every form.
SHARED = ("forms", "ahead")


@cache
def our_lines(noun: str, fields: frozenset[str]) -> tuple[OurLine, ...]:
    """What the lines around the forms of `noun` look like, in every language; `fields` are what its fields are called."""
    return tuple(dict.fromkeys(ours for line in _around(noun) if (ours := _ours(line, fields))))


def _around(noun: str) -> Iterator[str]:
    for locale in LOCALES:
        own = sorted(FOLDER.glob(f"{locale}/{noun}/*.j2"))
        sources = [file.read_text("utf-8") for file in own]
        if any(FORM.search(source) for source in sources):
            sources += [file.read_text("utf-8") for shared in SHARED for file in FOLDER.glob(f"{locale}/{shared}/*.j2")]
        for source in sources:
            if FORM.search(source):
                yield from FORM.sub("\n", source).splitlines()


def _ours(line: str, fields: frozenset[str]) -> OurLine | None:
    pieces = [unescape(TAG.sub("", piece)) for piece in FILLED_IN.split(line.strip())]
    words = "".join(pieces).strip()
    if (named := NAME.match(words)) and named[1].strip() in fields:
        words = words[named.end() :]
    letters = sum(1 if letter.isascii() else 2 for letter in LETTER.findall(words))
    return OurLine(tuple(pieces), letters >= ANYWHERE) if letters >= ABOVE else None
