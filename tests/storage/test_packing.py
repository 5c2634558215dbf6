"""What is stored is what every database takes."""

import json

from storage.packing import NUL, storable
from tests.stage import Stage


def test_the_character_of_number_zero_is_dropped_wherever_it_stands_and_nothing_else() -> None:
    value = {"text": "a\0b", "list": ["\0", 1, None, {"x": "\\u0000"}]}
    assert NUL in json.dumps(value)
    assert storable(value) == {"text": "ab", "list": ["", 1, None, {"x": "\\u0000"}]}


def test_a_question_with_such_a_character_is_asked_like_any_other(stage: Stage) -> None:
    stage.lin.say(stage.group, "/ask 蓝牙\0钥匙怎么办？")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT text FROM question")) == "蓝牙钥匙怎么办？"
