"""`python -m demo.letters [zh|en]`: the monthly letters of eight very different members, from a star to the nearly silent, to
be read aloud.
"""

import html
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import typer

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


@dataclass(frozen=True, slots=True)
class Facts:
    """What the letters tell of, in one language."""

    zh: bool

    def said(self, chinese: str, english: str) -> str:
        """One of the two."""
        return chinese if self.zh else english

    def person(self, chinese: str, english: str, message: int) -> Person:
        """Somebody who was helped by that message."""
        return Person(self.said(chinese, english), f"{LINK}{message}")

    @property
    def helped(self) -> tuple[Person, ...]:
        """Three whom they helped."""
        return (self.person("小满", "Mandy", 31), self.person("周舟", "Joe", 42), self.person("夏天", "Summer", 57))

    @property
    def key(self) -> Solved:
        """An answer that was accepted."""
        title = self.said("蓝牙钥匙连不上", "Bluetooth key won’t connect")
        return Solved(12, title, self.helped[0].name, f"{LINK}12")

    @property
    def cold(self) -> Solved:
        """An answer that was found again."""
        title = self.said("冬天续航掉多少算正常？", "How much range is lost in winter?")
        return Solved(9, title, self.helped[1].name, f"{LINK}9")

    @property
    def film(self) -> Featured:
        """A work that was featured."""
        return Featured(self.said("三种转场走完一条街", "One street, three transitions"), f"{LINK}77")

    @property
    def seen(self) -> Outside:
        """What that work came to elsewhere."""
        return Outside(self.film.title, "https://www.example.com/n/1", Figures(12_000, 300, 45), checked=True)

    @property
    def camp(self) -> FeaturedPost:
        """A discovery that was featured."""
        words = self.said("一盏灯照一个营地", "One lamp for a whole camp")
        reason = self.said("头一次有人把外放电用得这么省", "Nobody had made so little power go so far")
        return FeaturedPost(3, words, reason, self.helped[1].name, False, f"{LINK}88")

    def vents(self, version: str) -> Changed:
        """A suggestion, adopted, or out in a version."""
        return Changed(self.said("后排出风口能单独关", "The rear vents can be closed on their own"), version)

    @property
    def newcomer(self) -> str:
        """Whom they accompanied."""
        return self.said("新新", "Newman")

    @property
    def waiting(self) -> Unanswered:
        """A question that nobody has answered."""
        return Unanswered(
            31, self.said("充电口盖冻住了怎么办？", "The charging flap is frozen: what now?"), f"{LINK}131"
        )


def _star(facts: Facts) -> Month:
    programme, said = Programme(), facts.said
    thanks = said("照着做，五分钟就连上了", "Did as you said, and it worked in five minutes")
    kind = said("上个月你在群里的每一条回答我都看了，谢谢你。", "I read every answer you gave last month. Thank you.")
    honoured = Honoured(GIVEN[2].title, 2026, said("半夜也回人", "Answers in the middle of the night"))
    return Month(
        MONTH,
        people=14,
        helped=facts.helped,
        thanked=Quoted(thanks, facts.helped[0].name),
        answers=3,
        solved=(facts.key, facts.cold),
        finds=2,
        found=(facts.cold,),
        featured=(facts.film,),
        outside=(facts.seen,),
        changed=(facts.vents("2.8"),),
        grown=(VIDEO,),
        mentored=(facts.newcomer,),
        honours=(honoured,),
        level=programme.levels[2].title,
        badges=(programme.badges[4],),
        days=28,
        kind=Quoted(kind, said("老木", "Woody")),
    )


def letters(locale: str) -> dict[str, ValueLetter]:
    """Eight letters by what their reader is to the community, as their facts read in that language."""
    facts = Facts(locale == "zh")
    talk = Spoken(facts.said("冬天用车这些事", "Winter driving"), 12)
    months = {
        "star": _star(facts),
        "helper": Month(
            MONTH, people=2, helped=facts.helped[:2], answers=1, solved=(facts.key,), finds=1, found=(facts.cold,)
        ),
        "maker": Month(MONTH, featured=(facts.film,), outside=(facts.seen,), grown=(VIDEO,), step=TrustStep.FRAMEWORK),
        "critic": Month(MONTH, changed=(facts.vents(""),), days=3),
        "mentor": Month(MONTH, spoken=(talk,), mentored=(facts.newcomer,)),
        "discoverer": Month(MONTH, picks=1, picked=(facts.camp,), days=1),
        "newcomer": Month(MONTH, badges=Programme().badges[:1], days=5),
        "nearly silent": Month(MONTH, days=1),
    }
    name = facts.said("林晓", "Lin")
    return {
        who: ValueLetter(name, NUMBER, month.rich, month, facts.waiting if month.thin else None)
        for who, month in months.items()
    }


def aloud(locale: str) -> Iterator[str]:
    """Each letter as its reader sees it, below who they are."""
    speech = Speech("Asia/Shanghai", "星途汽车" if locale == "zh" else "Startrail")
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
