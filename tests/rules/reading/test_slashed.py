"""Commands with a slash, in the forms in which people type them."""

import pytest

from bot.intake.incoming import Incoming, read
from rules.daily.question import asked_text
from rules.reading.slashed import Slashed, slashed
from rules.works.submission import without_tag


def incoming(text: str, *marked: str) -> Incoming:
    """The message as Telegram sends it, with what is `marked` at its beginning."""
    entities = [{"type": kind, "offset": 0, "length": len(text.split(maxsplit=1)[0])} for kind in marked]
    chat = {"id": 7, "type": "private", "first_name": "林晓"}
    author = {"id": 7, "is_bot": False, "first_name": "林晓"}
    message = {"message_id": 5, "date": 1, "chat": chat, "from": author, "text": text, "entities": entities}
    return read({"update_id": 1, "message": message}, "kocbot")


@pytest.mark.parametrize("text", ["／top week", "／ＴＯＰ　week", " ／Top@KocBot week", "/top　week"])
def test_a_full_width_slash_is_one(text: str) -> None:
    assert slashed(text) == Slashed("top", "kocbot" if "@" in text else "", "week")


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("/ask磨豆机怎么归零", "ask", "磨豆机怎么归零"),
        ("/submit3 剪好了", "submit", "3 剪好了"),
        ("／codes５", "codes", "5"),
    ],
)
def test_words_and_numbers_may_be_glued_to_the_name(text: str, name: str, words: str) -> None:
    assert slashed(text) == Slashed(name, "", words)


@pytest.mark.parametrize("text", ["/usr/bin", "1/3", "km/h", "/滑稽", "//top", "/top/week", "/", "see /top"])
def test_not_every_slash_begins_a_command(text: str) -> None:
    assert slashed(text) is None


def test_what_telegram_does_not_mark_is_a_command_only_where_telegram_could_not() -> None:
    assert incoming("／top week").command == "top"
    assert incoming("/ask磨豆机").command == "ask"
    assert incoming("/top week", "bot_command").command == "top"
    assert incoming("/top week", "code").command is None
    assert incoming("／top week", "code").command is None
    assert incoming("/top week").command is None
    assert incoming("／top@otherbot week").command is None


def test_what_is_kept_of_it_is_without_the_command() -> None:
    assert asked_text("／ask 磨豆机怎么归零", ("提问",)) == "磨豆机怎么归零"
    assert asked_text("/ask磨豆机怎么归零", ("提问",)) == "磨豆机怎么归零"
    assert without_tag("／submit ３ 剪了三遍", ("挑战",)) == "剪了三遍"
    assert without_tag("/submit3 剪了三遍", ("挑战",)) == "剪了三遍"
    assert without_tag("#挑战三 剪了三遍", ("挑战",)) == "剪了三遍"
