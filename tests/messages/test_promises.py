"""No card of the team promises that somebody reads of it in the evening who may never have pressed “Start”."""

from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "messages"
PROMISE = {"zh": "晚间小结会告诉本人", "en": "he evening note tells them"}
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
