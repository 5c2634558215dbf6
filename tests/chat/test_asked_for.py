"""What the demo's challenges ask for is what their words say, and what is handed in."""

import re

from demo.season.quarter import BUSY, past, week
from demo.season.script import Script, Step, load
from messages.vocabulary import vocabulary
from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.works.challenge import WorkKind, brief_of, read
from tests.stage import MONDAY_9_00

SCRIPTS = (*past(), *(week(n + 1) for n in range(len(BUSY) + 7)))
SAID = {WorkKind.PHOTO: "照片", WorkKind.VIDEO: "三十秒", WorkKind.WORDS: "句话"}
HELD = {WorkKind.PHOTO: "photo", WorkKind.VIDEO: "video"}
NAMED = re.compile(r"#挑战(?:(\d)|\{([^}]+)\})")


def asked_for(script: Script) -> dict[str, tuple[WorkKind, str]]:
    """The challenges that are made in a script: their titles, what they ask for, all their words."""
    said = [step.what.removeprefix("/newchallenge").strip() for step in script.steps if step.verb == "say"]
    made = [text for text in said if text.startswith("标题：") and "\n赛道：" in text and "\n积分：" in text]
    occasion = Occasion(MONDAY_9_00, Programme())
    forms = [read(text, vocabulary("challenge", "zh"), occasion) for text in made]
    return {brief.title: (brief.work, form.text) for form, brief in ((form, brief_of(form)) for form in forms)}


CHALLENGES = [challenge for script in SCRIPTS for challenge in asked_for(script).items()]


def works(script: Script) -> list[Step]:
    return [step for step in script.steps if NAMED.match(step.what)]


def test_a_challenge_asks_for_what_its_words_speak_of() -> None:
    assert len(CHALLENGES) > 10
    for title, (kind, text) in CHALLENGES:
        spoken = [one for one, words in SAID.items() if words in text]
        assert spoken[:1] in ([], [kind]), title


def test_what_is_handed_in_is_what_was_asked_for() -> None:
    first = asked_for(load("first"))
    made: dict[str, tuple[WorkKind, str]] = {}
    for script in SCRIPTS:
        made |= asked_for(script)
        for step in works(script):
            named = NAMED.match(step.what)
            assert named
            title = list(first)[int(named[1]) - 1] if named[1] else next(t for t in made if named[2] in t)
            wanted = HELD.get(made[title][0])
            assert wanted in (None, step.media and step.media[0]), step.what
