"""The version of the rules changes with every number that pays, and with nothing else."""

import json
import os
import subprocess
import sys
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from bot.start.config_shape import Shape
from rules.programme.announcements import Announcements
from rules.programme.levels import Level, Levels
from rules.programme.points import POINTS, Points
from rules.programme.programme import SECTIONS, Brand, Programme
from rules.programme.shop import Layer, Shop
from rules.programme.streak import Streak
from rules.programme.version import PAYING, canonical, fingerprint
from rules.values import replace

# Sections by which nobody is paid more or less, and why.
BESIDE = {
    "brand": "but for when a day begins",
    "awards": "honours, not points",
    "badges": "signs, not points",
    "voting": "how awards are voted on",
    "challenges": "reminders",
    "series": "how long its challenges take work; each says what it pays",
    "events": "hours; what a seat costs stands with the event",
    "tidying": "how long our messages stand",
    "radar": "whom staff are shown",
    "scouts": "how long staff keep a note",
    "checklists": "what staff do with whom they found",
    "stages": "what staff are asked about somebody's way",
    "bulletins": "who reads of the product first",
    "submissions": "how much is handed in; each challenge says what it pays",
    "reviews": "how soon staff look",
    "schedule": "when posts are made",
    "trust": "who may take on what",
    "resources": "what is lent and handed out; it pays nothing",
    "track_titles": "what creators are called; it pays nothing",
    "topic_moderators": "who looks after a topic; it pays nothing",
    "mentors": "who accompanies newcomers; it pays nothing",
    "council": "who sits in it, and for how long; it pays nothing",
    "covenant": "words",
    "core": "who comes in, and for how long a link is good",
    "keepsakes": "what is told, and from when on",
    "value_letter": "words, and to whom they come",
    "monthly": "what the team reads of a month",
    "tags": "what stands beside a name",
    "feedback": "how soon criticism is looked at",
    "order": "what is held against whom; no points are taken for it",
    "words": "words",
}
PLAIN = Programme()


def whole_numbers() -> list[tuple[str, str]]:
    """Section and name of every setting of a paying section that is a whole number."""
    sections = {name: getattr(PLAIN, name) for name in PAYING}
    return [
        (name, part.name)
        for name, section in sections.items()
        if is_dataclass(section)
        for part in fields(section)
        if type(getattr(section, part.name)) is int
    ]


def test_every_section_says_whether_it_pays() -> None:
    assert not set(PAYING) & BESIDE.keys()
    assert {*PAYING, *BESIDE} == set(SECTIONS)


@pytest.mark.parametrize(("section", "name"), whole_numbers())
def test_every_number_of_a_section_that_pays_changes_the_version(section: str, name: str) -> None:
    before = getattr(PLAIN, section)
    value = getattr(before, name)
    after = replace(before, **{name: value - 1 if value > 1 else value + 1})
    assert replace(PLAIN, **{section: after}).version != PLAIN.version


@pytest.mark.parametrize(
    "changed",
    [
        *({"points": Points({rule.name: rule.points + 1})} for rule in POINTS),
        {"streak": Streak(bonus={3: 2, 7: 2, 30: 3})},
        {"streak": Streak(milestones={7: 10})},
        {
            "levels": Levels(
                (
                    Level("newcomer", "新晋车友", 0),
                    Level("active", "活跃车友", 61, ("shop_layer:middle", "shop_layer:ultimate")),
                )
            )
        },
        {"thanks": replace(PLAIN.thanks, divisors=(1, 2))},
        {"thanks": replace(PLAIN.thanks, emoji=("🙏",))},
        {"shop": Shop(layers=(*PLAIN.shop.layers[:2], Layer("ultimate", "至臻")))},
        {"announcements": Announcements(confirm_best_assist=False)},
        {"brand": Brand(day_starts_at="00:00")},
        {"brand": Brand(timezone="Europe/Berlin")},
    ],
)
def test_every_table_that_pays_changes_the_version(changed: dict[str, Any]) -> None:
    assert replace(PLAIN, **changed).version != PLAIN.version


@pytest.mark.parametrize(
    "changed",
    [
        {"brand": Brand(name="远航", owners=(7,), covenant_version=2)},
        {"words": {"checkin": ("早",)}},
        {"schedule": {"seal": "0 5 * * *"}},
    ],
)
def test_what_pays_nobody_leaves_the_version_alone(changed: dict[str, Any]) -> None:
    assert replace(PLAIN, **changed).version == PLAIN.version


def test_the_order_in_which_a_table_is_written_makes_no_difference() -> None:
    there, back = {3: 1, 30: 3, 7: 2}, {7: 2, 3: 1, 30: 3}
    assert list(there) != list(back)
    assert Programme(streak=Streak(bonus=there)).version == Programme(streak=Streak(bonus=back)).version


def test_every_process_finds_the_same_version() -> None:
    script = "from rules.programme.programme import Programme; print(Programme().version)"
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert told == {PLAIN.version}


def test_what_is_kept_reads_as_the_configuration_does() -> None:
    unusual = Programme(
        points=Points({"thanks": 6}),
        streak=Streak(bonus={2: 1}),
        levels=Levels((Level("newcomer", "新人", 0), Level("active", "老手", 10))),
        shop=Shop(layers=(Layer("all", "全部"),), currency="USD"),
        brand=Brand(day_starts_at="05:00"),
    )
    assert fingerprint(unusual.paying) == unusual.version
    assert Shape().read(Programme, json.loads(unusual.paying), ()) == unusual
    assert canonical(Shape().read(Programme, json.loads(unusual.paying), ())) == unusual.paying
