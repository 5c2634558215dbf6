"""Whatever is noted for `/why` has words for later: nobody reads "today" of a day that is over."""

import pytest

from messages.renderer import Speech
from rules.daily.thanks import ThanksOutcome
from rules.programme.wording import LOCALES
from tests.messages.repertoire import refusals, repertoire, sayings, template_of

NOTED = {
    *(refusal.template for refusal in refusals() if refusal.rule),
    *(f"thanks/{outcome.value}" for outcome in ThanksOutcome),
    "checkin/shield_earned",
    "checkin/taken",
    "acceptance/withheld",
    "idea/listed_only",
    "quiz/not_passed",
}
OF_TODAY = ("今天", "明天", "刚刚", "刚才", "today", "tomorrow", "just now")


def test_whatever_is_noted_has_words_for_later() -> None:
    leaves = {template.rpartition("/")[2] for template in NOTED}
    told = {template_of(heading) for heading in repertoire()}
    assert {name.removeprefix("past/") for name in told if name.startswith("past/")} == leaves


@pytest.mark.parametrize("locale", LOCALES)
def test_words_for_later_speak_of_no_today(locale: str) -> None:
    speech = Speech("Asia/Shanghai", "星途汽车")
    past = {heading: outcome for heading, outcome in repertoire().items() if heading.startswith("past/")}
    for heading, said in sayings(speech, locale, past):
        assert not [word for word in OF_TODAY if word in said], f"{heading}: {said}"
