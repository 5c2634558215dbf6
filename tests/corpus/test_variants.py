"""Whatever is understood plain is understood as phones and keyboards write it: every word, tag, command, field and number."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from handlers import routes
from handlers.routes import Command
from messages.vocabulary import meant, opening, privately, spoken, tagged, vocabulary
from rules.draft import fields_in
from rules.programme.wording import LOCALES
from rules.reading.hashtags import hashtags
from rules.reading.moments import moment_of
from rules.reading.numbers import whole
from rules.reading.slashed import slashed
from rules.reading.spans import whole_span
from rules.reading.typed import _SIMPLIFIED, typed
from tests.corpus.test_meant import OCCASION, ROUTER, heard
from tests.house.test_words import FILES

Variant = Callable[[str], str]
COMMANDS = {one.name: one for one in routes() if isinstance(one, Command)}
_WIDE = {**{code: code + 0xFEE0 for code in range(0x21, 0x7F)}, 0x20: 0x3000}
_TRADITIONAL: dict[int, str] = {}
for _code, _simple in _SIMPLIFIED.items():
    _TRADITIONAL.setdefault(ord(_simple), chr(_code))

# What leaves every text what it is.
ANYWHERE: dict[str, Variant] = {
    "full width": lambda text: text.translate(_WIDE),
    "no-break spaces": lambda text: f"\u00a0{text}\u00a0".replace(" ", "\u00a0"),
    "zero width": "\u200b".join,
    "byte order mark": lambda text: f"\ufeff{text}\u200e",
    "traditional": lambda text: text.translate(_TRADITIONAL),
    "spaces around": lambda text: f"  {text} \u3000",
    "smart quotes": lambda text: text.replace("'", "\u2019"),
    "capitals": str.upper,
    "capital first": str.capitalize,
}
# What stands behind a word and does not change it.
BEHIND: dict[str, Variant] = {
    "tilde": lambda text: f"{text}~～",
    "exclamation": lambda text: f"{text}！！",
    "emoji": lambda text: f"{text}👍🏻",
    "emoji before": lambda text: f"☀️{text}",
    "dictated": lambda text: f"{text}。",
    "dots": lambda text: f"{text}……",
}
# What stands around a word by which something is done.
DONE: dict[str, Variant] = {
    "particle": lambda text: f"{text}啦",
    "done": lambda text: f"{text}了",
    "doubled": lambda text: f"{text}{text}",
    "doubled apart": lambda text: f"{text}，{text}",
    "once": lambda text: f"{text}一下",
    "greeted": lambda text: f"早上好，{text}",
}
REPLY = ("plain", "reply", "private")


def where_heard(word: str, name: str) -> list[str]:
    """Where the word is understood, written plainly."""
    return [where for where in REPLY if heard(where, word) == name]


def wrong(name: str, words: tuple[str, ...], variant: Variant) -> list[str]:
    """The words that are understood plain and not in that form."""
    return [
        f"{where}: {variant(word)!r}"
        for word in words
        for where in where_heard(word, name)
        if heard(where, variant(word)) != name
    ]


@pytest.mark.parametrize("form", ANYWHERE | BEHIND)
def test_every_word_is_understood_in_every_form(form: str) -> None:
    said = {name: (*spoken().get(name, ()), *privately().get(name, ())) for name in COMMANDS}
    # `+1` is also what agrees: what stands around it tells.
    words = {name: tuple(word for word in words if word != "+1") for name, words in said.items()}
    assert not [one for name, words in words.items() for one in wrong(name, words, (ANYWHERE | BEHIND)[form])]


@pytest.mark.parametrize("form", DONE)
def test_every_word_by_which_something_is_done_stands_among_others(form: str) -> None:
    done = {
        name: tuple(word for word in words if not word.isascii() and not word.endswith(("了", "啦", "一下")))
        for name, words in spoken().items()
        if COMMANDS[name].stays and not COMMANDS[name].hears
    }
    assert "签到" in done["checkin"] and "采纳" in done["accept"]
    assert not [one for name, words in done.items() for one in wrong(name, words, DONE[form])]


@pytest.mark.parametrize("form", ANYWHERE)
def test_every_hashtag_is_used_in_every_form(form: str) -> None:
    every = [tag for tags in tagged().values() for tag in tags]
    for tag in every:
        found = next(hashtags(ANYWHERE[form](f"#{tag} 3 剪好了"), every), None)
        assert found is not None and typed(found.tag) == typed(tag) and found.words, tag


@pytest.mark.parametrize("form", ANYWHERE)
def test_every_opening_opens_in_every_form(form: str) -> None:
    for name, words in opening().items():
        for word in words:
            assert heard("plain", ANYWHERE[form](f"{word}: 磨豆机怎么归零")) == name, word


@pytest.mark.parametrize("form", ANYWHERE)
def test_every_command_is_one_in_every_form(form: str) -> None:
    for name in COMMANDS:
        found = slashed(ANYWHERE[form](f"/{name} 3"))
        assert found is not None and found.name == name and whole(found.words) == 3, name


@pytest.mark.parametrize("form", ANYWHERE)
def test_every_field_and_choice_of_every_form_is_known_in_every_form(form: str) -> None:
    change = ANYWHERE[form]
    for noun in sorted({file.parent.name for file in FILES}):
        known = vocabulary(noun, LOCALES[0])
        for name, words in known.names.items():
            for word in words:
                if fields_in(f"{word}: x", known) == {name}:
                    assert fields_in(f"{change(word)}：x", known) == {name}, (noun, word)
        for choice, answers in known.choices.items():
            for words in answers.values():
                for word in words:
                    assert meant(noun, choice, change(word)) == meant(noun, choice, word), (noun, choice, word)


NUMBERS = ("20", "1,000", "1.5万", "2k", "一百五十", "两千", "-5", "20 分")
SPANS = ("2h", "7天", "半小时", "1小时30分", "两个礼拜", "3 days")
MOMENTS = ("11-30 20:00", "11月30日晚上8点半", "明天", "下周三 20:30", "3天后", "Dec 5, 8:30 pm", "周五前")


@pytest.mark.parametrize("form", ANYWHERE)
def test_numbers_lengths_and_moments_are_read_in_every_form(form: str) -> None:
    change = ANYWHERE[form]
    assert [whole(change(one)) for one in NUMBERS] == [20, 1000, 15_000, 2000, 150, 2000, -5, 20]
    assert [whole_span(change(one)) for one in SPANS] == [whole_span(one) for one in SPANS]
    assert None not in [whole_span(one) for one in SPANS]
    told = [moment_of(one, OCCASION) for one in MOMENTS]
    assert [moment_of(change(one), OCCASION) for one in MOMENTS] == told
    assert None not in told and min(filter(None, told)) > datetime(2026, 11, 1, tzinfo=UTC).timestamp()


def test_what_is_asked_of_everybody_is_not_lost_among_the_forms() -> None:
    """The forms change something, and there is something that they change."""
    assert len(ROUTER.words) > 100 and len(ROUTER.private) > 400
    assert all(change("it's 签到 a1") != "it's 签到 a1" for change in (ANYWHERE | BEHIND | DONE).values())
