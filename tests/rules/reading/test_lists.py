"""Lists, as people number them."""

from rules.reading.lists import lines_of


def test_marks_that_count_the_lines_go() -> None:
    assert lines_of("1. 拍\n2、剪\n3）发") == ("拍", "剪", "发")
    assert lines_of("（1）拍\n\n（2）剪") == ("拍", "剪")
    assert lines_of("一、拍\n二、剪") == ("拍", "剪")
    assert lines_of("① 拍\n②剪") == ("拍", "剪")
    assert lines_of("- 拍\n• 剪\n·发") == ("拍", "剪", "发")


def test_a_number_that_belongs_to_the_line_stays() -> None:
    for line in ("1.5 倍速回放", "16:9 画幅", "1:1 构图", "-5 度也能拍", "3、4 号车位之间", "2. 代车型", "12 秒以内"):
        assert lines_of(line) == (line,)
    assert lines_of("1. 拍\n1.5 倍速回放\n2. 发") == ("拍", "1.5 倍速回放", "发")


def test_bare_numbers_go_where_they_count_every_line() -> None:
    assert lines_of("1 停稳\n2 挂挡\n\n3 松手刹") == ("停稳", "挂挡", "松手刹")
    for counted in ("1. 停稳\n1. 挂挡", "1️⃣ 停稳\n2️⃣挂挡", "1\u20e3 停稳\n\n2\u20e3 挂挡"):
        assert lines_of(counted) == ("停稳", "挂挡")
    for kept in (("1 停稳",), ("1 停稳", "3 松手"), ("2 挂挡", "3 松手"), ("1 人驾驶", "2 人拍摄"), ("1 停稳", "挂挡")):
        assert lines_of("\n".join(kept)) == kept


def test_figures_in_circles_and_in_words_go_where_they_count_the_lines() -> None:
    for kept in (
        "①②两步连着拍\n收尾",
        "③号弯慢入快出\n④号弯补油",
        "②收尾",
        "一、二挡起步各一次\n停稳再熄火",
        "1 2 挡切换\n2 3 挡切换",
    ):
        assert lines_of(kept) == tuple(kept.splitlines())
    assert lines_of("一、三电系统\n二、底盘") == ("三电系统", "底盘")
    assert lines_of("一、拍\n收尾\n二、一镜到底") == ("拍", "收尾", "一镜到底")
