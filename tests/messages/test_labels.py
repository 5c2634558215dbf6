"""A noun's labels stand with the noun, also those that other messages show; each has words once, in every locale."""

from pathlib import Path

import pytest

from messages.phrasebook import Phrasebook, labels_in
from messages.renderer import Speech
from rules.programme.wording import LOCALES


def speech_of(folder: Path) -> Speech:
    """What is said by the labels of that folder."""
    return Speech("Asia/Shanghai", "x", Phrasebook(folder))


def put(folder: Path, path: str, text: str) -> None:
    """Write a file of labels."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, "utf-8")


def test_a_table_holds_what_others_show() -> None:
    file = {"now": "签到", "/checkin": "每日签到", "acts": {"points.grant": "奖励"}, "points": {"checkin": "每日签到"}}
    assert dict(labels_in(file, "checkin")) == {
        "checkin/now": "签到",
        "/checkin": "每日签到",
        "acts/points.grant": "奖励",
        "points/checkin": "每日签到",
    }


def test_two_nouns_may_speak_of_one_rule_but_not_both_name_it(tmp_path: Path) -> None:
    put(tmp_path, "zh/thanks/labels.toml", '[points]\nthanks = "感谢"\n')
    put(tmp_path, "zh/question/labels.toml", '[points]\nthanks = "谢谢"\n')
    with pytest.raises(AssertionError, match="points/thanks has words elsewhere"):
        speech_of(tmp_path).label("zh", "points/thanks")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_has_the_same_labels(locale: str) -> None:
    labels = Phrasebook(Path("messages")).labels
    assert labels[locale].keys() == labels[LOCALES[0]].keys()
