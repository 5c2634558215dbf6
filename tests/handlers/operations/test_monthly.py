"""The operators' monthly report, as the team reads it."""

import pytest

from rules.programme.monthlies import Monthlies
from rules.programme.programme import Programme
from storage.operations import month_facts, monthlies
from tests.databases import rows
from tests.handlers.daily.asking import ask, solved
from tests.handlers.honour.announcing import crowd, help_people, plain
from tests.handlers.journey.test_scout import hears
from tests.handlers.operations.test_export import exported
from tests.shopping import put_up
from tests.stage import Stage

DAY = 86_400


def to(stage: Stage, month: int, day: int, hour: int = 10, minute: int = 30) -> None:
    """Until that moment by the brand's clock, half a minute later."""
    now = stage.occasion().moment
    then = now.replace(year=2027 if month < now.month else now.year, month=month, day=day)
    stage.advance((then.replace(hour=hour, minute=minute, second=30) - now).total_seconds())


def reports(stage: Stage) -> list[str]:
    """Those that came to the staff group."""
    return [plain(text) for text in stage.said(stage.staff) if "运营月报" in text]


def test_on_the_second_the_team_reads_it_once_whatever_restarts_and_again_by_command(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    ask(stage, stage.he, "冬天充电慢怎么办，要等很久")
    help_people(stage, stage.lin, crowd(stage, 3))
    to(stage, 12, 2)
    stage.restart(stage.programme)
    stage.advance(600)
    (told,) = reports(stage)
    assert "2026 年 11 月，运营月报" in told
    assert "这是第一个月，下个月起就有得比了。" in told
    assert "问了 2 个，24 小时内有人回的 50%；有人回的，一半在 1 分钟左右等到" in told
    assert "没等到回答的 1 个" in told
    assert "Q2 冬天充电慢怎么办，要等很久" in told
    assert "2 位车友帮了 4 次\n都是 林晓、周舟 帮的" in told
    assert plain(stage_says(stage, "/monthly")) == told


def stage_says(stage: Stage, words: str) -> str:
    """What the owner is answered in the staff group."""
    stage.owner.say(stage.staff, words)
    stage.play()
    return stage.said(stage.staff)[-1]


def test_one_that_comes_late_speaks_of_its_month_and_one_too_late_is_not_made_up_for(stage: Stage) -> None:
    stage.world.advance((14 + 6) * DAY)
    stage.tick()
    stage.play()
    assert [text.splitlines()[0] for text in reports(stage)] == ["📊 2026 年 11 月，运营月报"]
    stage.world.advance(40 * DAY)
    stage.tick()
    stage.play()
    assert len(reports(stage)) == 1


def test_another_month_is_named_with_or_without_its_year(stage: Stage) -> None:
    to(stage, 1, 2)
    assert "2026 年 12 月，运营月报" in stage_says(stage, "/monthly")
    for words in ("11月", "2026-11", "2026年11月", "november", "Nov 2026", "十一月", "11"):
        assert "2026 年 11 月，运营月报" in stage_says(stage, f"/monthly {words}"), words
    assert "2026 年 12 月，运营月报" in stage_says(stage, "运营月报")


def test_what_names_no_month_or_one_without_a_report_is_answered(stage: Stage) -> None:
    assert "“那个月”是哪个月" in refused(stage, "/monthly 那个月")
    assert "2026 年 12 月还没到" in refused(stage, "/monthly 2026-12")
    assert "2025 年 11 月社群还没开张" in refused(stage, "/monthly 2025-11")
    assert "发 /monthly 这个月" in plain(refused(stage, "/monthly"))


def test_the_month_that_goes_on_is_told_so_far_beside_nothing_and_kept_by_nobody(stage: Stage) -> None:
    ask(stage, stage.lin)
    for words in ("这个月", "2026-11", "11月"):
        told = stage_says(stage, f"/monthly {words}")
        assert "2026 年 11 月，到现在" in told and "问了 1 个" in told, words
        assert "上月" not in told and "10 月没有新来的" not in told
    to(stage, 12, 2)
    assert "2026 年 11 月，运营月报" in stage_says(stage, "/monthly")
    assert stage.do(lambda tx: monthlies.kept(tx, "2026-11")) is not None


def test_a_report_leads_to_no_month_before_the_community(stage: Stage) -> None:
    ask(stage, stage.lin)
    to(stage, 12, 2)
    first = stage_says(stage, "/monthly")
    assert "10 月没有新来的" not in first and "/monthly 10月" not in first and "/monthly 这个月" in first
    to(stage, 1, 2)
    assert "/monthly 11月" in stage_says(stage, "/monthly")


def test_nobody_new_leads_to_finding_somebody_and_not_to_a_welcome(stage: Stage) -> None:
    to(stage, 2, 2)
    told = stage_says(stage, "/monthly 1月")
    assert "12 月没有新来的" in told and "/scout" in told and "/post 新车友" not in told


def refused(stage: Stage, words: str) -> str:
    """What the owner alone reads in private."""
    stage.owner.say(stage.world.private(stage.owner), words)
    stage.play()
    return stage.last(stage.owner).text


def test_it_is_for_owners_and_operators(stage: Stage) -> None:
    assert "不在你的职责里" in hears(stage, "/monthly")
    stage.lin.say(stage.world.private(stage.lin), "/monthly")
    stage.play()
    assert "运营月报" not in stage.last(stage.lin).text


def test_what_somebody_searched_for_in_vain_is_counted_without_them(stage: Stage) -> None:
    for words in ("拖车钩在哪", "拖车钩 在哪？", "13800138000", "@lin", "钩"):
        stage.lin.say(stage.world.private(stage.lin), f"/find {words}")
        stage.play()
        assert "还没人聊出" in stage.last(stage.lin).text
    assert [tuple(row) for row in rows(stage.connection, "SELECT words, n FROM sought")] == [("拖车钩在哪", 2)]
    to(stage, 12, 2)
    assert "搜了没搜到 2 次：“拖车钩在哪”2 次" in reports(stage)[0]


def test_what_is_done_in_private_opens_there_from_where_the_report_is_read(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "/find 拖车钩在哪")
    stage.play()
    put_up(stage, stock=0)
    to(stage, 12, 2)
    report = next(one for one in stage.messages(stage.staff) if "运营月报" in one.text)
    doors = {one.text: one.url.partition("start=")[2] for row in report.buttons for one in row}
    assert doors == {"🎁 补 限量钥匙扣": "editreward-1", "✏️ 写产品资讯": "newnote", "📄 导出": "export"}
    for payload, answered in (("editreward-1", "钥匙扣"), ("newnote", "有效"), ("export", "哪")):
        stage.owner.say(stage.world.private(stage.owner), f"/start {payload}")
        stage.play()
        assert answered in stage.last(stage.owner).text, payload


def test_what_is_found_is_not_counted(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.he.say(stage.world.private(stage.he), "/find 蓝牙钥匙")
    stage.play()
    assert rows(stage.connection, "SELECT words FROM sought") == []


def test_the_sheet_holds_each_month_as_it_was_told() -> None:
    stage = Stage(Programme(monthly=Monthlies(hundred_points="5 CNY")))
    solved(stage, stage.lin, stage.zhou)
    to(stage, 12, 2)
    assert "按 100 分 5.00 元算是" in reports(stage)[0]
    sheet = exported(stage, "monthly")
    (row,) = sheet.rows
    assert dict(zip(sheet.columns, row, strict=True))["month"] == "2026-11"
    assert dict(zip(sheet.columns, row, strict=True))["asked"] == 1


def test_without_a_staff_group_there_is_none(stage: Stage) -> None:
    stage.do(lambda tx: tx.run("UPDATE chat_group SET active = 0 WHERE part = 'staff'"))
    to(stage, 12, 2)
    assert rows(stage.connection, "SELECT month FROM monthly") == []


def test_in_a_large_house_it_is_counted_in_parts_and_comes_where_it_was_asked_for(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    solved(stage, stage.lin, stage.zhou)
    to(stage, 12, 3)
    (told,) = reports(stage)
    monkeypatch.setattr(month_facts, "SMALL_PEOPLE", 0)
    for _ in range(2):
        assert "数好就发在这里" in stage_says(stage, "/monthly")
    stage.restart(stage.programme)
    stage.advance(120)
    assert reports(stage) == [told, told]
    assert not rows(stage.connection, "SELECT name FROM fact WHERE name LIKE 'monthly%'")


def test_asked_for_in_private_it_comes_there_and_each_month_that_was_asked_for_comes(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    to(stage, 1, 3)
    before = len(reports(stage))
    monkeypatch.setattr(month_facts, "SMALL_PEOPLE", 0)
    for words in ("/monthly 11月", "/monthly 12月"):
        stage.owner.say(stage.world.private(stage.owner), words)
        stage.play()
        assert "数好就发在这里" in stage.last(stage.owner).text
    stage.advance(120)
    heads = [text.splitlines()[0] for text in stage.said(stage.owner) if "运营月报" in text]
    assert heads == ["📊 2026 年 11 月，运营月报", "📊 2026 年 12 月，运营月报"]
    assert len(reports(stage)) == before
