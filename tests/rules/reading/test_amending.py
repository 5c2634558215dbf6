"""Changing by form what changed meanwhile."""

from messages.vocabulary import vocabulary
from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.reading import amending
from rules.reading.amending import Amendment, Overtaken
from rules.reading.flaws import Flaw
from rules.reading.form_fields import Field, Shape

FORM = (
    Field("title", Shape.LINE, required=True, least=2, most=40),
    Field("price", Shape.NUMBER, required=True, least=1, most=1000),
    Field("stock", Shape.NUMBER, least=0, most=1000),
    Field("closes", Shape.MOMENT),
    Field("about", Shape.TEXT, least=2, most=500),
)
WORDS = vocabulary("reward", "zh")
NOW = Occasion(1_794_790_800, Programme(), timezone="Asia/Shanghai")
OPENED = "标题：钥匙扣\n价格：80\n库存：30\n说明：铝合金\n激光刻字"


def amend(written: str, *, before: str = OPENED, opened: str = OPENED, now: str = OPENED) -> Amendment:
    return amending.amend(FORM, written, before, opened, now, WORDS, NOW)


def test_a_form_that_comes_back_as_it_was_changes_nothing_whatever_happened_meanwhile() -> None:
    found = amend(OPENED, now=OPENED.replace("30", "27").replace("80", "95"))
    assert (found.values, found.overtaken, found.mistakes) == ({}, (), ())
    assert "价格：95" in found.text
    assert "库存：27" in found.text


def test_a_line_that_was_touched_applies_to_what_stands_now() -> None:
    found = amend("价格：90", now=OPENED.replace("30", "27"))
    assert (dict(found.values), found.overtaken) == ({"price": 90}, ())
    assert "库存：27" in found.text


def test_a_touched_line_that_changed_meanwhile_is_told_with_all_three_values() -> None:
    found = amend("库存：50", now=OPENED.replace("30", "27"))
    assert dict(found.values) == {"stock": 50}
    assert found.overtaken == (Overtaken("库存", "30", "27", "50"),)


def test_two_who_want_the_same_do_not_contradict_each_other() -> None:
    found = amend("价格：90", now=OPENED.replace("80", "90"))
    assert found.overtaken == ()


def test_a_line_taken_out_of_the_whole_form_is_emptied_and_another_line_break_counts() -> None:
    assert dict(amend(OPENED.replace("库存：30\n", "")).values) == {"stock": None}
    assert dict(amend("说明：铝合金 激光刻字").values) == {"about": "铝合金 激光刻字"}


def test_a_line_nobody_touched_is_no_mistake_though_it_would_be_one_today() -> None:
    past = OPENED + "\n截止：2026-11-01 23:59"
    assert amend("价格：90", before=past, opened=past, now=past).mistakes == ()
    [mistake] = amend("截止：2026-11-02", before=past, opened=past, now=past).mistakes
    assert mistake.flaw is Flaw.PAST


def test_a_mistake_keeps_what_was_written() -> None:
    found = amend("价格：很多", now=OPENED.replace("30", "27"))
    assert [mistake.flaw for mistake in found.mistakes] == [Flaw.NUMBER]
    assert "价格：很多" in found.text
    assert "库存：30" in found.text
    assert found.values == {}


def test_a_line_that_stands_there_twice_is_a_mistake_also_where_the_first_is_as_it_was() -> None:
    for written in (OPENED + "\n价格：95", "价格：80\n价格：95", "说明：新的\n价格：80\nPrice: 95"):
        [mistake] = amend(written).mistakes
        assert (mistake.flaw, mistake.name, mistake.allowed) == (Flaw.TWICE, "价格", ("80", "95"))
