"""How many characters there may be stands in the question, before anybody has written too many."""

import re
from pathlib import Path

import pytest

from rules.daily import bulletin, support
from rules.fairness import appeal, feedback
from rules.honour import award, mentor
from rules.journey import council_proposal, preference_form
from rules.offers import application, event_form, event_material, resource_form
from rules.operations import broadcast
from rules.programme.programme import Programme
from rules.reading.form_fields import Form, Shape
from rules.shop import address, reward_form
from rules.teams import cocreation, cocreation_form, project_form
from rules.works import challenge, plan, quiz_form, review, submission

ROOT = Path(__file__).parents[2]
COUNTED = {
    "zh": re.compile(r"字|\bmost\b|_most\b|\blimit\b"),
    "en": re.compile(r"character|\bmost\b|_most\b|\blimit\b"),
}
ASKED = re.compile(r"\bAsk\(\s*(?:\"[^\"]+\"|\w+),\s*\"([^\"]+)\"")

SAID = {
    "appeal/in_words": appeal.WORDS_MOST,
    "broadcast/ask": broadcast.TEXT_LIMIT,
    "ceremony/ask_why": award.CITATION_LIMIT,
    "cocreation/ask": submission.TEXT_MOST,
    "cocreation/ask_back": cocreation.WORDS_MOST,
    "cocreation/ask_reason": cocreation.WORDS_MOST,
    "cocreation/ask_unexpected": cocreation.WORDS_MOST,
    "event/ask_material": event_material.WORDS_LIMIT,
    "feedback/ask_anonymous_more": feedback.WORDS_MOST,
    "feedback/ask_more": feedback.WORDS_MOST,
    "look/ask": submission.TEXT_MOST,
    "look/ask_words": review.WORDS_MOST,
    "mentor/ask_why": mentor.REASON_MOST,
    "order/ask_address": address.ADDRESS_LIMIT,
    "plan/ask_reason": plan.WORDS_MOST,
    "plan/ask_words": plan.WORDS_MOST,
    "preference/round_form": preference_form.NAME_MOST,
    "resource/ask_longer": application.WORDS_MOST,
    "submission/ask": submission.TEXT_MOST,
}
FORMS = {
    "bulletin/form": bulletin.FORM,
    "challenge/form": challenge.FORM,
    "challenge/ask": challenge.FORM,
    "cocreation/form": cocreation_form.FORM,
    "council/form": council_proposal.FORM,
    "event/form": event_form.FORM,
    "newquiz/form": quiz_form.FORM,
    "plan/form": plan.FORM,
    "plan/need_form": plan.ASK_FORM,
    "preference/form": preference_form.FORM,
    "project/form": project_form.FORM,
    "quizbank/ask": quiz_form.QUESTION,
    "resource/form": resource_form.form_of(Programme()),
    "resource/grant_form": application.GRANT_FORM,
    "reward/form": reward_form.form_of(Programme()),
    "support/form": support.FORM,
}
# What needs no figure: a code, a number, a link, a time, figures, pictures; or it stands below the words themselves.
NO_WORDS = {
    "broadcast/unclear": "a time",
    "broadcast/when": "a time",
    "code/ask": "a table",
    "code/none_new": "a table",
    "event/ask_code": "six digits",
    "event/wrong_code": "six digits",
    "order/address_written": "the address stands there, and the question before said it",
    "parcel/ask": "numbers",
    "parcel/looked": "numbers",
    "preference/ask_pictures": "pictures",
    "preference/pictures_came": "pictures",
    "project/ask_chat": "a link",
    "refusals/plan_too_late": "a day",
    "result/ask": "figures",
    "result/ask_right": "figures",
    "support/ask_link": "a link",
}
# A form that comes again as it was filled in, and what was just written and is shown.
AGAIN = re.compile(r"/(form_again|together_again|together_which|together_wrong|preview|refused|wrong|mistaken)$")


def words(locale: str, name: str) -> str:
    """The template as it is written, with those that it includes."""
    text = (ROOT / "messages" / locale / f"{name}.j2").read_text("utf-8")
    return re.sub(r'{% include "\w+/([^"]+)\.j2"[^%]*%}', lambda found: words(locale, found[1]), text)


def numbers(locale: str, name: str) -> set[int]:
    return {int(found) for found in re.findall(r"\d+", words(locale, name))}


@pytest.mark.parametrize("locale", COUNTED)
@pytest.mark.parametrize("name", SAID)
def test_a_question_for_words_says_the_limit_that_holds(name: str, locale: str) -> None:
    assert SAID[name] in numbers(locale, name)
    assert COUNTED[locale].search(words(locale, name))


@pytest.mark.parametrize("locale", COUNTED)
@pytest.mark.parametrize("name", FORMS)
def test_a_form_says_how_long_its_texts_may_be(name: str, locale: str) -> None:
    texts: Form = tuple(one for one in FORMS[name] if one.shape is Shape.TEXT or one.name in ("title", "what"))
    assert {one.most for one in texts} <= numbers(locale, name)


def test_no_question_for_words_is_without_one() -> None:
    sources = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "handlers").rglob("*.py")))
    asked = {name for name in ASKED.findall(sources) if not AGAIN.search(name)}
    assert len(asked) > 40
    without = {
        name
        for name in asked - NO_WORDS.keys()
        for locale, counted in COUNTED.items()
        if not counted.search(words(locale, name))
    }
    assert not without
    assert asked >= NO_WORDS.keys(), "what is not asked any more"
