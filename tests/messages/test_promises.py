"""No message promises that somebody reads of it in the evening who may never have pressed “Start”, or wants no letters."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "messages"
PROMISE = {"zh": "晚间小结", "en": "evening note"}
# What is written in private may have to wait for somebody to press “Start”.
TOLD = {
    "zh": re.compile("告诉 TA 了|已经(?:私聊)?告诉 TA|都告诉了|私信说过了|已经替大家谢过"),
    "en": re.compile("[Tt]hey have been told|has let them know|They know now|have thanked them for all"),
}
# Its own words of that note, and what is said to the one who reads it.
OWN = ("core/own", "guide/core", "guide/stages", "note/day", "quiet/levels", "refusals/trust_too_low", "stage/told")
# Whoever has a seat has pressed “Start”, and so has whoever mentors or may; these notes are kept from nobody.
STARTED = ("event/edit_preview", "mentoring/card", "mentoring/handing")
UNLESS = {
    "zh": ("收得到", "收不到", "收我的私信", "除外"),
    "en": ("my messages", "if reminders reach them", "except", "unless"),
}


@pytest.mark.parametrize("locale", PROMISE)
def test_who_may_get_no_letters_is_not_promised_one(locale: str) -> None:
    flat = [
        f"{name}: {line}"
        for file in sorted((TEMPLATES / locale).glob("*/*.j2"))
        if (name := f"{file.parent.name}/{file.stem}") not in OWN + STARTED
        for line in file.read_text("utf-8").splitlines()
        if PROMISE[locale] in line and not any(word in line for word in UNLESS[locale])
    ]
    assert not flat, "\n".join(flat)


@pytest.mark.parametrize("locale", TOLD)
def test_nobody_is_said_to_have_been_told_who_is_about_to_be(locale: str) -> None:
    told = [
        f"{file.parent.name}/{file.stem}"
        for file in sorted((TEMPLATES / locale).glob("*/*.j2"))
        if TOLD[locale].search(file.read_text("utf-8"))
    ]
    assert not told


def test_no_question_names_the_command_that_its_own_button_spares() -> None:
    named = [
        str(file) for file in sorted(TEMPLATES.glob("*/*/*.j2")) if re.search(r"/cancel\b", file.read_text("utf-8"))
    ]
    assert not named, "the last button below each question leads out of it"
