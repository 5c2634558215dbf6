"""What an offer of help may become, and how it is written in one line."""

from itertools import product

import pytest

from messages.vocabulary import vocabulary
from rules.daily.support import (
    Support,
    SupportMoved,
    SupportState,
    WorkLinkNeeded,
    done_said,
    form_text,
    require_link,
    require_move,
)

S = SupportState
MAY = {
    (S.OFFERED, S.ACCEPTED),
    (S.OFFERED, S.DECLINED),
    (S.OFFERED, S.WITHDRAWN),
    (S.OFFERED, S.LAPSED),
    (S.ACCEPTED, S.DECLINED),
    (S.ACCEPTED, S.WITHDRAWN),
    (S.ACCEPTED, S.DONE),
    (S.DECLINED, S.ACCEPTED),
    (S.DONE, S.DONE),
}


TRIED = tuple(product(S, [to for to in S if to is not S.OFFERED]))


@pytest.mark.parametrize("move", TRIED, ids="-".join)
def test_an_offer_goes_only_where_it_may_and_nowhere_while_its_idea_is_gone(move: tuple[S, S]) -> None:
    found = Support(1, 1, 90, 4, "借相机", 2, 2, 100, 50, move[0])
    if move in MAY:
        require_move(found, move[1], stands=True)
    for stands in (False, True) if move not in MAY else (False,):
        with pytest.raises(SupportMoved):
            require_move(found, move[1], stands=stands)


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("借相机 | 下周五 | 阿宁", "帮什么：借相机\n什么时候前：下周五\n谁来帮：阿宁"),
        ("借相机｜7天", "帮什么：借相机\n什么时候前：7天"),
        ("借相机", "帮什么：借相机"),
        ("帮什么：借相机\n截止：7天", "帮什么：借相机\n截止：7天"),
        ("帮什么：借相机", "帮什么：借相机"),
    ],
)
def test_a_line_is_a_form(words: str, form: str) -> None:
    assert form_text(words, vocabulary("support", "zh")).replace(": ", "：") == form


def test_what_is_said_of_finished_work() -> None:
    assert (done_said("#3 https://t.me/c/1/2").number, done_said("#3 https://t.me/c/1/2").link) == (
        3,
        "https://t.me/c/1/2",
    )
    assert done_said("").number is None
    assert done_said("剪了 3 张图 2026 年的 https://t.me/c/1/2").number is None
    assert done_said("https://t.me/c/1/2 #3").number == 3
    with pytest.raises(WorkLinkNeeded):
        require_link("在网盘里")
    with pytest.raises(WorkLinkNeeded):
        done_said("https://example.com/" + "a" * 300)
