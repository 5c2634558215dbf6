"""What becomes of words before anybody else reads them: chosen for every question, and written down here once more."""

import pytest

from handlers import routes
from handlers.routes import WORDS, Given, Press, Prompted

# Their author can change or take them back before or after they are read, or they count for nothing alone.
OPEN = {
    "card.intro": "written anew at any time",
    "event.material": "handed on by a button of its own",
    "look.words": "stand on the card, and are sent by its button",
    "media_kit.file": "can be taken out again",
    "mentor.words": "written anew at any time",
    "mentoring.thanks": "read in the evening, with a button that takes them back until then",
    "mentoring.words": "written anew at any time",
    "preference.pictures": "shown before the vote begins",
    "project.chat": "a link, given anew at any time",
    "result.correct": "figures, put right again at any time",
    "result.report": "figures, reported again at any time",
    "support.link": "a link; what was finished can be opened again",
    "value_letter.words": "said again they take the place of what stood there, until the letters go",
}
# They go on with the first line, on purpose.
AT_ONCE = {
    "attendance.code": "a code is right or wrong",
    "contact.words": "a talk with the staff",
    "feedback.more": "a talk with the staff",
    "feedback.words": "read by the staff alone, who decide nothing before they have asked back",
    "plan.words": "a talk with the staff",
}

PROMPTS = [route for route in routes() if isinstance(route, Prompted)]


def prompts(given: Given) -> set[str]:
    return {route.prompt for route in PROMPTS if route.given is given}


def test_whatever_goes_on_without_being_shown_first_has_its_reason_here() -> None:
    assert prompts(Given.OPEN) == set(OPEN)
    assert prompts(Given.AT_ONCE) == set(AT_ONCE)


@pytest.mark.parametrize("route", [one for one in PROMPTS if one.given is Given.AHEAD], ids=lambda one: str(one.prompt))
def test_what_is_shown_first_is_words_alone_and_is_asked_for_again_by_its_own_feature(route: Prompted) -> None:
    assert route.takes == WORDS, "the preview carries words alone"
    assert bool(route.fields) is bool(route.gathers), "of a form it carries all that was gathered"
    assert route.even_empty or route.gathers, "the button for other words asks anew"
    presses = {one.action: one for one in routes() if isinstance(one, Press)}
    sent, changed = presses[f"{route.prompt}.sent"], presses[f"{route.prompt}.changed"]
    assert sent.final
    assert (sent.who, sent.covenant) == (changed.who, changed.covenant) == (route.who, route.covenant)
