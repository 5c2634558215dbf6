"""Forms, as people really fill them in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.money import Money
from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.reading.flaws import Flaw
from rules.reading.form_fields import Field, Shape, Vocabulary
from rules.reading.forms import MOST_LINES, plain_text, read, settled, written_in
from rules.reading.spans import Unit

NOW = 1_794_790_800  # Monday 2026-11-16 09:00 in Shanghai
MONDAY = Occasion(NOW, Programme())
FORM = (
    Field("title", Shape.LINE, required=True, least=2, most=20),
    Field("kind", Shape.CHOICE, choices=("standard", "open"), default="standard"),
    Field("points", Shape.NUMBER, required=True, most=500),
    Field("deadline", Shape.MOMENT),
    Field("about", Shape.TEXT, most=60),
    Field("steps", Shape.LINES, most=3),
    Field("cost", Shape.MONEY, choices=("CNY",)),
)
WORDS = Vocabulary(
    {
        "title": ("标题", "题目", "Title"),
        "kind": ("类型", "Kind"),
        "points": ("积分", "Points"),
        "deadline": ("截止", "Deadline"),
        "about": ("说明", "About"),
        "steps": ("步骤", "Steps"),
        "cost": ("成本", "Cost"),
    },
    {
        "kind": {"standard": ("标准", "Standard"), "open": ("开放", "Open")},
        "cost": {"CNY": ("元", "¥"), "USD": ("美元", "$")},
    },
)


def test_full_width_colons_spaces_digits_and_synonyms_are_understood() -> None:
    filled = read(FORM, " 题 目 ： 转场练习\nKIND: Open\n积分：１２０ 分\n截止：11-20 20:00", WORDS, MONDAY)
    assert filled.mistakes == ()
    assert filled.words("title") == "转场练习"
    assert filled.words("kind") == "open"
    assert filled.number("points") == 120
    assert filled.number_or_none("deadline") == NOW + 4 * 86_400 + 11 * 3600


def test_a_text_goes_on_over_lines_and_steps_lose_their_numbers() -> None:
    filled = read(FORM, "标题：转场\n积分：10\n说明：第一句\n注意：第二句\n步骤：\n1. 拍\n2、剪\n- 发", WORDS, MONDAY)
    assert filled.words("about") == "第一句\n注意：第二句"
    assert filled.lines("steps") == ("拍", "剪", "发")


@pytest.mark.parametrize(
    ("written", "meant"), [("标准", "standard"), ("stand", "standard"), ("Op", "open"), ("开", None), ("放", None)]
)
def test_the_beginning_of_one_choice_alone_names_it(written: str, meant: str | None) -> None:
    filled = read(FORM, f"标题：转场\n积分：10\n类型：{written}", WORDS, MONDAY)
    assert filled.mistakes == () if meant else [one.flaw for one in filled.mistakes] == [Flaw.CHOICE]
    assert meant is None or filled.words("kind") == meant


def test_a_beginning_that_fits_several_choices_names_none() -> None:
    form = (Field("layer", Shape.CHOICE, choices=("entry", "middle")),)
    words = Vocabulary({"layer": ("分层",)}, {"layer": {"entry": ("好礼一",), "middle": ("好礼二",)}})
    assert [one.flaw for one in read(form, "分层：好礼", words, MONDAY).mistakes] == [Flaw.CHOICE]


@pytest.mark.parametrize(
    ("written", "money"),
    [
        ("35 元", Money(3500, "CNY")),
        ("￥３５．５", Money(3550, "CNY")),
        ("35.5", Money(3550, "CNY")),
        ("12 USD", Money(1200, "USD")),
        ("$12", Money(1200, "USD")),
        ("1200 jpy", Money(1200, "JPY")),
        ("0", Money(0, "CNY")),
    ],
)
def test_money_is_understood_in_words_signs_and_codes_and_without_any_in_the_fields_own_currency(
    written: str, money: Money
) -> None:
    assert read(FORM, f"标题：转场\n积分：10\n成本：{written}", WORDS, MONDAY).money("cost") == money


@pytest.mark.parametrize("written", ["很贵", "35 贝壳", "-5", "35.505 元", "12.5 JPY"])
def test_what_is_no_amount_of_money_names_its_line_and_the_currency_of_the_field(written: str) -> None:
    [mistake] = read(FORM, f"标题：转场\n积分：10\n成本：{written}", WORDS, MONDAY).mistakes
    assert (mistake.line, mistake.flaw, mistake.given, mistake.allowed) == (3, Flaw.MONEY, written, ("CNY",))


def test_what_is_left_out_takes_the_default() -> None:
    filled = read(FORM, "标题：转场\n积分：10", WORDS, MONDAY)
    assert filled.words("kind") == "standard"
    assert filled.number_or_none("deadline") is None
    assert filled.lines("steps") == ()


def test_every_mistake_names_its_line_and_what_is_allowed() -> None:
    filled = read(FORM, "标提：转场\n类型：半开\n积分：9999\n截止：改天\n截止：11-20", WORDS, MONDAY)
    told = [(mistake.line, mistake.name, mistake.flaw) for mistake in filled.mistakes]
    assert told == [
        (1, "", Flaw.UNKNOWN),
        (2, "类型", Flaw.CHOICE),
        (3, "积分", Flaw.RANGE),
        (4, "截止", Flaw.MOMENT),
        (5, "截止", Flaw.TWICE),
        (0, "标题", Flaw.MISSING),
    ]
    assert filled.mistakes[1].allowed == ("标准", "开放")
    assert filled.values == {}


def test_a_moment_that_has_passed_is_a_mistake() -> None:
    filled = read(FORM, "标题：转场\n积分：10\n截止：2026-11-15", WORDS, MONDAY)
    assert [mistake.flaw for mistake in filled.mistakes] == [Flaw.PAST]


def test_lines_sent_alone_correct_the_first_attempt_and_lose_nothing() -> None:
    first = read(FORM, "标题：转场\n积分：很多\n步骤：\n拍\n剪", WORDS, MONDAY)
    filled = read(FORM, "积分：30", WORDS, MONDAY, before=first.text)
    assert filled.mistakes == ()
    assert (filled.words("title"), filled.number("points"), filled.lines("steps")) == ("转场", 30, ("拍", "剪"))


def test_a_whole_form_sent_again_replaces_the_first_attempt() -> None:
    filled = read(FORM, "标题：慢镜头\n积分：30", WORDS, MONDAY, before="标题：转场\n积分：很多\n说明：旧的")
    assert (filled.words("title"), filled.words("about")) == ("慢镜头", "")


def test_what_was_written_can_be_put_together_again() -> None:
    text = "标题：转场\n积分：10\n步骤：\n拍\n剪"
    assert plain_text(FORM, written_in(FORM, text, WORDS), WORDS) == text


LINE = st.one_of(
    st.text(max_size=30), st.builds("{}：{}".format, st.sampled_from(sum(WORDS.names.values(), ())), st.text())
)


@settings(max_examples=100, deadline=None)
@given(st.lists(LINE, max_size=12), st.lists(LINE, max_size=3))
def test_whatever_people_send_is_read_or_its_lines_are_named(first: list[str], second: list[str]) -> None:
    once = read(FORM, "\n".join(first), WORDS, MONDAY)
    again = read(FORM, "\n".join(second), WORDS, MONDAY, before=once.text)
    for filled in (once, again):
        assert bool(filled.values) != bool(filled.mistakes)
        assert all(0 <= mistake.line <= min(len(filled.text.splitlines()), MOST_LINES) for mistake in filled.mistakes)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("90", 90),
        ("90 分钟", 90),
        ("一百二十", 120),
        ("2小时", 120),
        ("16小时", 960),
        ("1.5 小时", 90),
        ("一个半小时", 90),
        ("1小时 30分钟", 90),
        ("1天", 1440),
        ("2h", 120),
        ("90 人", None),
        ("两周", None),
        ("约2小时", None),
        ("1.5", None),
        ("2-3小时", None),
        ("90秒", None),
    ],
)
def test_a_length_is_read_with_its_unit_or_not_at_all(written: str, minutes: int | None) -> None:
    form = (Field("minutes", Shape.NUMBER, least=15, most=2_880, unit=Unit.MINUTES),)
    filled = read(form, f"minutes: {written}", Vocabulary({"minutes": ("minutes",)}), MONDAY)
    if minutes is None:
        assert [mistake.flaw for mistake in filled.mistakes] == [Flaw.SPAN]
    else:
        assert filled.number("minutes") == minutes


def test_words_that_name_no_field_leave_a_form_as_it_was() -> None:
    filled = read(FORM, "我再想想", WORDS, MONDAY, before="title: 夜景\npoints: 很多")
    assert filled.text == "title: 夜景\npoints: 很多"
    assert Flaw.UNKNOWN in [mistake.flaw for mistake in filled.mistakes]


def test_a_number_or_a_day_alone_is_what_nothing_else_lacks() -> None:
    before = "标题：夜景\n积分：很多\n说明：带三脚架"
    assert read(FORM, "30", WORDS, MONDAY, before=before).number("points") == 30
    assert read(FORM, "30", WORDS, MONDAY, before="说明：带三脚架").mistakes, "two are lacking"
    assert read(FORM, "30", WORDS, MONDAY, before="积分：10").mistakes, "a title is written under its name"
    assert read(FORM, "30", WORDS, MONDAY).mistakes, "the form asks for more"


def test_what_a_form_asks_for_alone_needs_no_name() -> None:
    form = (Field("day", Shape.MOMENT, required=True), Field("words", Shape.TEXT))
    named = Vocabulary({"day": ("哪天",), "words": ("留言",)})
    filled = read(form, "明天 15:00\n到店报名字\n带身份证", named, MONDAY)
    assert not filled.mistakes and filled.words("words") == "到店报名字\n带身份证"
    [mistake] = read(form, "改天吧", named, MONDAY).mistakes
    assert (mistake.name, mistake.given) == ("哪天", "改天吧")
    assert not read(form, "明天", named, MONDAY, before="哪天：改天吧").mistakes


@pytest.mark.parametrize(
    ("written", "flaw", "given"),
    [
        ("积分：30\n提示：带水", Flaw.UNKNOWN, "提示：带水"),
        ("种类：标准\n积分：30", Flaw.UNKNOWN, "种类：标准"),
        ("积分：30\n积分：40", Flaw.TWICE, ""),
    ],
)
def test_what_a_correction_says_beside_the_fields_is_named_and_not_dropped(
    written: str, flaw: Flaw, given: str
) -> None:
    filled = read(FORM, written, WORDS, MONDAY, before="标题：夜景\n积分：很多")
    assert [(mistake.flaw, mistake.given, mistake.line) for mistake in filled.mistakes] == [(flaw, given, 0)]
    assert filled.text == "标题：夜景\n积分：30"
    assert read(FORM, "标题：夜色", WORDS, MONDAY, before=filled.text).mistakes == ()


def test_a_line_that_stands_there_twice_is_told_with_both_values_and_the_same_twice_is_no_mistake() -> None:
    [mistake] = read(FORM, "标题：夜景\n积分：30\n说明：\nPoints：40", WORDS, MONDAY).mistakes
    assert (mistake.line, mistake.name, mistake.allowed) == (4, "积分", ("30", "40"))
    assert read(FORM, "标题：夜景\n积分：30\n积 分: 30", WORDS, MONDAY).number("points") == 30
    assert read(FORM, "标题：夜景\n积分：30\n截止：明天\n截止：明天", WORDS, MONDAY).mistakes


@pytest.mark.parametrize("written", ["100/人", "１００ ／ 人", "每人100", "每人 100", "100 per person", "100 each"])
def test_what_is_for_each_is_no_number_of_all(written: str) -> None:
    [mistake] = read(FORM, f"标题：夜景\n积分：{written}", WORDS, MONDAY).mistakes
    assert (mistake.flaw, mistake.name, mistake.given) == (Flaw.TOTAL, "积分", written)
    each = (Field("points", Shape.NUMBER, required=True, most=500, apiece=True),)
    assert read(each, f"积分：{written}", WORDS, MONDAY).number("points") == 100


def test_a_form_that_is_put_together_has_the_colons_of_its_language() -> None:
    filled = read(FORM, "标题：转场\n积分：很多\n步骤：\n拍\n剪", WORDS, MONDAY)
    again = read(FORM, "积分：10", WORDS, MONDAY, before=filled.text)
    assert "标题：转场\n" in again.text and "步骤：\n拍\n剪" in again.text and ": " not in again.text


def test_a_day_where_the_hour_matters_is_said_to_lack_it() -> None:
    form = (Field("at", Shape.MOMENT, required=True, exact=True),)
    named = Vocabulary({"at": ("开始",)})

    def flaws(written: str) -> list[Flaw]:
        return [mistake.flaw for mistake in read(form, f"开始：{written}", named, MONDAY).mistakes]

    assert [flaws(day) for day in ("下周五", "12-05", "11月30号")] == [[Flaw.HOUR]] * 3
    assert (flaws("改天"), flaws("2月30日"), flaws("下周五 20:00")) == ([Flaw.MOMENT], [Flaw.MOMENT], [])


@pytest.mark.parametrize("form", [FORM[:2], (FORM[2], FORM[4])])
def test_the_only_line_that_has_to_be_there_corrects_as_all_others_do(form: tuple[Field, ...]) -> None:
    first = "标题：夜景\n类型：开放" if form == FORM[:2] else "积分：10\n说明：带三脚架"
    again = read(form, "标题：夜色" if form == FORM[:2] else "积分：20", WORDS, MONDAY, before=first)
    assert not again.mistakes and first.splitlines()[1] in again.text, "what stood beside it stays"


@pytest.mark.parametrize("written", ["7天", "下周五", "明天 15:00", "两小时后"])
def test_a_moment_that_was_understood_reads_the_same_on_another_day(written: str) -> None:
    filled = read(FORM, f"标题：夜景\n积分：10\n截止：{written}\n说明：带上\n三脚架", WORDS, MONDAY)
    text = settled(FORM, filled, WORDS, MONDAY)
    later = read(FORM, text, WORDS, Occasion(NOW + 3_600, Programme()))
    there, then = later.number_or_none("deadline"), filled.number_or_none("deadline")
    assert there is not None and then is not None and there // 60 == then // 60
    assert later.words("about") == "带上\n三脚架" and settled(FORM, later, WORDS, MONDAY) == text


@pytest.mark.parametrize(
    "written",
    ["20 分钟", "20分钟", "3 天", "两小时", "5 km", "20 days", "2佰", "3成", "2倍", "8折", "20 公里", "1个月"],
)
def test_what_measures_something_is_no_number_of_points(written: str) -> None:
    [mistake] = read(FORM, f"标题：转场\n积分：{written}", WORDS, MONDAY).mistakes
    assert (mistake.name, mistake.flaw) == ("积分", Flaw.NUMBER)


@pytest.mark.parametrize("written", ["20 分", "20积分", "20 pts", "20 元", "20 个", "20 次", "20 成员"])
def test_what_is_counted_is_one(written: str) -> None:
    assert read(FORM, f"标题：转场\n积分：{written}", WORDS, MONDAY).number("points") == 20
