"""The words of forms: what people are shown can be sent back."""

import re

import pytest

from messages.renderer import Speech
from messages.vocabulary import meant, stems, vocabulary
from rules.honour.announcements import AnnouncementKind, NoSuchAnnouncement
from rules.honour.boards import NoSuchBoard
from rules.money import DIGITS
from rules.occasion import Occasion
from rules.people import Role
from rules.programme.programme import Programme
from rules.programme.wording import LOCALES
from rules.reading.flaws import Flaw
from rules.reading.form_fields import Shape
from rules.works import challenge
from rules.works.review import CHIPS, OFF_THEME, PLAN_CHIPS

MONDAY = Occasion(1_794_790_800, Programme())
SPEECH = Speech("Asia/Shanghai", "星途汽车")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_form_that_is_shown_holds_every_field_and_is_understood(locale: str) -> None:
    shown = re.search(r"<pre>(.*?)</pre>", SPEECH.render(locale, "challenge/form"), re.DOTALL)
    assert shown
    form = shown[1].replace("&#39;", "'")
    filled = challenge.read(form, vocabulary("challenge", locale), MONDAY)
    assert {mistake.flaw for mistake in filled.mistakes} == {Flaw.MISSING}
    assert len(form.splitlines()) == len(challenge.FORM)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_field_and_choice_has_a_word_of_its_own(locale: str) -> None:
    words = vocabulary("challenge", locale)
    for part in challenge.FORM:
        assert [words.field_called(name) for name in words.names[part.name]] == [part.name] * len(
            words.names[part.name]
        )
        if part.shape is Shape.CHOICE:
            assert {words.choice_called(part.name, words.choices[part.name][one][0]) for one in part.choices} == set(
                part.choices
            )


@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_for_a_currency_means_one_that_there_is_and_no_other(locale: str) -> None:
    words = vocabulary("reward", locale)
    for code, known in words.choices["cost"].items():
        assert code in DIGITS
        assert {words.choice_called("cost", word) for word in known} == {code}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_remark_has_words(locale: str) -> None:
    for some in (*CHIPS.values(), PLAN_CHIPS, (OFF_THEME,)):
        assert all(SPEECH.label(locale, f"review/{chip.key}") for chip in some)
        assert len({chip.key for chip in some}) == len(some)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_that_a_refusal_offers_are_understood_and_of_the_readers_language(locale: str) -> None:
    shown = SPEECH.render(locale, "refusals/no_such_announcement", NoSuchAnnouncement("x"))
    offered = re.split(r"、|，或者|, | or ", re.search(r"/post (.+?)(?:；|, or just)", shown)[1])  # type: ignore[index]
    assert len({meant("announcements", "kind", word) for word in offered} - {None}) == len(AnnouncementKind)
    boards = SPEECH.render(locale, "refusals/no_such_board", NoSuchBoard("x"))
    assert locale == "en" or not re.search("/(?:post|top) [a-z]", shown + boards)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_role_is_understood_by_the_name_under_which_it_is_offered(locale: str) -> None:
    offered = {SPEECH.label(locale, f"roles/{role}"): role for role in Role}
    assert {name: meant("roles", "role", name) for name in offered} == offered


def test_a_family_stands_in_its_place_with_what_is_written_beside_it() -> None:
    parts = stems()["shop"][0].split()
    assert {"想…换", "要…兑"} <= set(parts[0].split("|"))
    assert "想" not in parts[0].split("|"), "one word of the family alone would tell of the shop"
    assert not any("<" in stem for told in stems().values() for stem in told)
