"""`python -m demo.letters [zh|en]`: the monthly letters of eight very different members, from a star to the nearly silent, to
be read aloud.
"""

import html
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import typer
from msgspec import Struct

from messages.renderer import Speech
from rules.daily.feature import FeaturedPost
from rules.honour.value_letter import (
    Changed,
    Featured,
    Grown,
    Honoured,
    Month,
    Outside,
    Person,
    Quoted,
    Solved,
    Spoken,
    Unanswered,
    ValueLetter,
)
from rules.programme.awards import GIVEN
from rules.programme.programme import Programme
from rules.programme.trust import TrustStep
from rules.works.challenge import SkillTrack
from rules.works.result import Figures

LOCALES = ("zh", "en")
MONTH, NUMBER = "2026-10", 10
VIDEO = Grown(SkillTrack.VIDEO, 2, 5)
LINK = "https://t.me/c/1234567890/"
_TAG = re.compile(r"<[^>]+>")


class Facts(Struct, frozen=True):
    """What the letters tell of, in the words of one language."""

    words: Mapping[str, str]

    def person(self, who: str, message: int) -> Person:
        """Somebody who was helped by that message."""
        return Person(self.words[who], f"{LINK}{message}")

    @property
    def helped(self) -> tuple[Person, ...]:
        """Three whom they helped."""
        return (self.person("first", 31), self.person("second", 42), self.person("third", 57))

    @property
    def key(self) -> Solved:
        """An answer that was accepted."""
        return Solved(12, self.words["key"], self.helped[0].name, f"{LINK}12")

    @property
    def cold(self) -> Solved:
        """An answer that was found again."""
        return Solved(9, self.words["cold"], self.helped[1].name, f"{LINK}9")

    @property
    def film(self) -> Featured:
        """A work that was featured."""
        return Featured(self.words["film"], f"{LINK}77")

    @property
    def seen(self) -> Outside:
        """What that work came to elsewhere."""
        return Outside(self.film.title, "https://www.example.com/n/1", Figures(12_000, 300, 45), checked=True)

    @property
    def camp(self) -> FeaturedPost:
        """A discovery that was featured."""
        return FeaturedPost(3, self.words["camp"], self.words["camp_reason"], self.helped[1].name, False, f"{LINK}88")

    def vents(self, version: str) -> Changed:
        """A suggestion, adopted, or out in a version."""
        return Changed(self.words["vents"], version)

    @property
    def waiting(self) -> Unanswered:
        """A question that nobody has answered."""
        return Unanswered(31, self.words["waiting"], f"{LINK}131")


@cache
def _words() -> dict[str, dict[str, str]]:
    """By language, what people have said and made."""
    return tomllib.loads(Path(__file__).with_name("letters.toml").read_text("utf-8"))


def _star(facts: Facts) -> Month:
    programme, words = Programme(), facts.words
    return Month(
        MONTH,
        people=14,
        helped=facts.helped,
        thanked=Quoted(words["thanks"], facts.helped[0].name),
        answers=3,
        solved=(facts.key, facts.cold),
        finds=2,
        found=(facts.cold,),
        featured=(facts.film,),
        outside=(facts.seen,),
        changed=(facts.vents("2.8"),),
        grown=(VIDEO,),
        mentored=(words["newcomer"],),
        honours=(Honoured(GIVEN[2].title, 2026, words["honour"]),),
        level=programme.levels[2].title,
        badges=(programme.badges[4],),
        days=28,
        kind=Quoted(words["kind"], words["staff"]),
    )


def letters(locale: str) -> dict[str, ValueLetter]:
    """Eight letters by what their reader is to the community, as their facts read in that language."""
    facts = Facts(_words()[locale])
    talk = Spoken(facts.words["talk"], 12)
    months = {
        "star": _star(facts),
        "helper": Month(
            MONTH, people=2, helped=facts.helped[:2], answers=1, solved=(facts.key,), finds=1, found=(facts.cold,)
        ),
        "maker": Month(MONTH, featured=(facts.film,), outside=(facts.seen,), grown=(VIDEO,), step=TrustStep.FRAMEWORK),
        "critic": Month(MONTH, changed=(facts.vents(""),), days=3),
        "mentor": Month(MONTH, spoken=(talk,), mentored=(facts.words["newcomer"],)),
        "discoverer": Month(MONTH, picks=1, picked=(facts.camp,), days=1),
        "newcomer": Month(MONTH, badges=Programme().badges[:1], days=5),
        "nearly silent": Month(MONTH, days=1),
    }
    name = facts.words["reader"]
    return {
        who: ValueLetter(name, NUMBER, month.rich, month, facts.waiting if month.thin else None)
        for who, month in months.items()
    }


def aloud(locale: str) -> Iterator[str]:
    """Each letter as its reader sees it, below who they are."""
    speech = Speech("Asia/Shanghai", _words()[locale]["brand"])
    for who, letter in letters(locale).items():
        yield f"== {who}\n{html.unescape(_TAG.sub('', speech.render(locale, 'value_letter/letter', letter)))}\n"


def main(arguments: list[str]) -> int:
    """Print them in the named languages, or in both."""
    for locale in arguments or LOCALES:
        if locale not in LOCALES:
            typer.echo(f"known: {', '.join(LOCALES)}", err=True)
            return 2
        typer.echo("\n".join(aloud(locale)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
