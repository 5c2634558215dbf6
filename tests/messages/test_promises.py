"""No card of the team promises that somebody reads of it in the evening who may never have pressed “Start”."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "messages"
PROMISE = {"zh": "晚间小结会告诉本人", "en": "he evening note tells them"}
# What is written in private may have to wait for somebody to press “Start”.
TOLD = {
    "zh": re.compile("告诉 TA 了|已经(?:私聊)?告诉 TA|都告诉了"),
    "en": re.compile("[Tt]hey have been told|has let them know|They know now"),
}
# Whoever mentors or may has agreed to it in private.
MENTORS = "mentoring"
UNLESS = {
    "zh": ("收得到", "收我的私信", "除外"),
    "en": ("if my messages reach them", "If they get my messages", "except", "unless"),
}


@pytest.mark.parametrize("locale", PROMISE)
def test_who_may_get_no_letters_is_not_promised_one(locale: str) -> None:
    flat = [
        f"{file.parent.name}/{file.stem}: {line}"
        for file in sorted((TEMPLATES / locale).glob("*/*.j2"))
        if file.parent.name != MENTORS
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
