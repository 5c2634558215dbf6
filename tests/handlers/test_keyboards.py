"""Buttons that are written down and made later."""

from handlers.daily.asked import Numbered
from handlers.effects import Button, Copy, Link
from handlers.keyboards import read, written
from rules.values import replace


def test_a_keyboard_that_was_written_down_is_the_same_keyboard() -> None:
    button = Button("question/close_named", "question.close", {"question": 3}, Numbered(3), once=False, lasts_s=60)
    link, copy = Link("covenant/read", start="covenant"), Copy("order/copy", "A-1")
    again = read(written(((button, link), (copy,))))
    assert again == ((replace(button, outcome={"number": 3}), link), (copy,))
    assert read(written(())) == ()
