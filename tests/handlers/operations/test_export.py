"""Spreadsheets in private, for operators."""

import pytest

from actions.ledger import paying
from actions.operations import export
from messages.renderer import Speech
from messages.sheets import for_people
from rules.daily.question import QuestionState
from rules.ledger.ledger import Phase
from rules.people import Part
from rules.programme.trust import TrustStep
from rules.programme.wording import LOCALES
from rules.sheets import Cells, Column, Sheet
from rules.shop.order import OrderState
from rules.stage import Stage as LifeStage
from rules.works.submission import Stage as SubmissionStage
from rules.works.submission import SubmissionStanding
from storage import stages
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.operations import exports
from tests.databases import rows
from tests.handlers.daily.asking import solved
from tests.handlers.fairness.test_sanction import give
from tests.handlers.fairness.undoing import redeems, submits
from tests.handlers.works.desk import hung, written
from tests.stage import Stage


def sent(stage: Stage) -> str:
    """The content of the newest file in the owner's private chat."""
    document = stage.last(stage.owner).media
    assert document is not None
    return document.file.data.decode("utf-8")


def exported(stage: Stage, name: str) -> Sheet:
    """The sheet with all its rows."""
    day = stage.occasion().day

    def work(tx: Tx) -> Sheet:
        sheet = exports.sheet(tx, name, stage.programme, day)
        return Sheet(sheet.columns, list(sheet.rows))

    return stage.do(work)


def test_the_owner_gets_the_members_as_a_file_in_private(stage: Stage) -> None:
    stage.lin.rename("=HYPERLINK(1)")
    stage.lin.say(stage.group, "签到")
    stage.owner.say(stage.world.private(stage.owner), "/export members")
    stage.play()
    text = sent(stage)
    assert text.startswith(
        "\ufeffTelegram ID,成员,可用积分,占用的积分,贡献值,等级,连续签到天数,阶段,可接的挑战,来源,来源平台,来源链接\r\n"
    )
    assert f"{stage.lin.id},'=HYPERLINK(1),2,0,2,新晋车友,1,,基础,,,\r\n" in text


def test_the_sheet_is_chosen_by_button_and_every_export_is_in_the_audit_log(stage: Stage) -> None:
    stage.owner.say(stage.world.private(stage.owner), "/export")
    stage.play()
    asked = stage.last(stage.owner)
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.press(stage.owner, asked, "积分流水")
    assert f"1,2026-11-16 09:00,{stage.lin.id},林晓,每日签到,2,,,,1,星途车友会,\r\n" in sent(stage)
    row = rows(stage.connection, "SELECT act, detail FROM audit ORDER BY id DESC")[0]
    assert row == ("data.export", '{"sheet": "ledger"}')


def test_moderators_and_groups_get_none(stage: Stage) -> None:
    stage.mo.say(stage.world.private(stage.mo), "/export members")
    stage.owner.say(stage.group, "/export members")
    stage.play()
    assert "不在你的职责里" in stage.last(stage.mo).text
    assert stage.said(stage.group) == []


def test_the_amounts_of_the_ledger_add_up_to_the_points_also_with_holds(stage: Stage) -> None:
    lin, occasion = stage.member(stage.lin), stage.occasion()

    def work(tx: Tx) -> None:
        paying.give(tx, lin, "grant", "1", occasion, points=100)
        for n, phase in enumerate((Phase.POST, Phase.VOID, None)):
            hold = ledger.hold(tx, lin.id, 10, paying.caused(f"hold:{n}", "redeem", occasion))
            if phase:
                ledger.settle(tx, hold.id, phase, paying.caused(f"settle:{n}", "redeem", occasion))

    stage.do(work)
    rows, members = exported(stage, "ledger").rows, exported(stage, "members").rows
    [points] = [row[2:4] for row in members if row[0] == stage.lin.id]
    assert points == (80, 10)
    assert sum(int(row[4] or 0) for row in rows if row[2] == stage.lin.id) == 80


def test_a_members_row_says_on_which_stage_they_stand_now(stage: Stage) -> None:
    lin, mo, now = stage.member(stage.lin), stage.member(stage.mo), int(stage.clock.now())
    stage.do(lambda tx: stages.put(tx, lin.id, LifeStage.SPROUT, mo.id, now - 60))
    stage.do(lambda tx: stages.put(tx, lin.id, LifeStage.ACTIVE, mo.id, now))
    sheet = exported(stage, "members")
    programs = {row[0]: dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows}
    assert (programs[stage.lin.id]["stage"], programs[stage.zhou.id]["stage"]) == ("active", None)
    people = {row["Telegram ID"]: row["阶段"] for row in shown(stage, "members")}
    assert (people[stage.lin.id], people[stage.zhou.id]) == ("活跃期", None)


def test_every_sheet_can_be_written(stage: Stage) -> None:
    stage.zhou.say(stage.group, "#提问 胎压多少合适？")
    stage.play()
    for name, source in exports.sheets().items():
        sheet = exported(stage, name)
        assert all(len(row) == len(sheet.columns) for row in sheet.rows)
        assert sheet.columns == tuple(column.name for column in source.columns if column.raw)
    [question] = exported(stage, "questions").rows
    assert question[5] == "胎压多少合适？"


def shown(stage: Stage, name: str, locale: str = "zh") -> list[dict[str, object]]:
    """The rows of a sheet as people read them."""
    source, day = exports.sheets()[name], stage.occasion().day

    def work(tx: Tx) -> list[dict[str, object]]:
        sheet = for_people(source.columns, source.rows(tx, stage.programme, day), locale, "Asia/Shanghai")
        return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]

    return stage.do(work)


def test_people_read_works_with_text_link_and_all_that_was_said(stage: Stage) -> None:
    submits(stage)
    [work] = shown(stage, "submissions")
    assert (work["成员"], work["审核人"], work["状态"], work["阶段"]) == ("林晓", "瑞秋", "已通过", "作品")
    assert work["评语"] == "转场利落"
    assert str(work["时间"]).startswith("2026-11-16 09:")
    assert {"内容", "链接", "文件数", "审核的话"} <= work.keys()


def test_people_read_what_the_channel_shows_of_a_work(stage: Stage) -> None:
    card = hung(stage)
    written(stage, stage.mo, card, "改频道配文", "更正过")
    [work] = shown(stage, "submissions")
    assert work["频道配文"] == "更正过"
    assert str(work["频道链接"]).endswith(f"/{stage.last(stage.channel).id}")
    written(stage, stage.mo, card, "从频道撤下", "车牌没打码")
    [work] = shown(stage, "submissions")
    assert (work["频道链接"], work["撤下的原因"]) == (None, "车牌没打码")
    assert "频道配文" not in exported(stage, "submissions").columns
    assert "caption" not in exported(stage, "submissions").columns


def test_people_read_orders_and_questions_with_names_and_states_in_their_language(stage: Stage) -> None:
    redeems(stage)
    solved(stage, stage.lin, stage.zhou)
    [order] = shown(stage, "orders")
    assert (order["成员"], order["状态"], order["时间"]) == ("林晓", "待处理", "2026-11-16 09:00")
    [question] = shown(stage, "questions", "en")
    assert (question["Member"], question["Answered by"], question["State"]) == ("林晓", "周舟", "Solved")
    assert question["Group"] == "星途车友会"


def test_who_has_no_name_that_can_be_seen_is_said_to_have_none(stage: Stage) -> None:
    stage.lin.rename("\u3164")
    stage.lin.say(stage.group, "在")
    stage.play()
    redeems(stage)
    assert {row["成员"] for row in shown(stage, "orders")} == {"（无名）"}
    assert any("（无名）" in row.values() for row in shown(stage, "members"))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_and_heading_of_a_sheet_can_be_said(locale: str) -> None:
    speech = Speech("Asia/Shanghai", "x")
    states = {
        "question": QuestionState,
        "order": OrderState,
        "work": SubmissionStanding,
        "stage": SubmissionStage,
        "part": Part,
        "trust": TrustStep,
    }
    for name, words in states.items():
        assert all(speech.label(locale, f"export/{name}_{word.value}") for word in words)
    for source in exports.sheets().values():
        assert all(
            speech.label(locale, f"export/col_{column.heading or column.name}")
            for column in source.columns
            if column.shown
        )


@pytest.mark.parametrize("locale", LOCALES)
def test_no_two_columns_of_a_sheet_have_one_heading_and_lengths_are_said_in_words(locale: str) -> None:
    for name, source in exports.sheets().items():
        headings = for_people(source.columns, (), locale, "Asia/Shanghai").columns
        assert len(set(headings)) == len(headings), name
        assert not [one.name for one in source.columns if one.name.endswith("_s") and one.cells is not Cells.LENGTH]


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (7_200, "2 小时", "2 hours"),
        (3_660, "1 小时 1 分钟", "1 hour 1 minute"),
        (86_400, "1 天", "1 day"),
        (7 * 86_400 + 3_700, "7 天 1 小时", "7 days 1 hour"),
        (59, "不到 1 分钟", "less than a minute"),
        (0, "", ""),
    ],
)
def test_a_length_is_read_as_people_say_it(seconds: int, zh: str, en: str) -> None:
    column = (Column("length_s", Cells.LENGTH, heading="length"),)
    for locale, said in (("zh", zh), ("en", en)):
        assert list(for_people(column, [(seconds,)], locale, "UTC").rows) == [(said,)]


def test_people_read_what_a_column_holds_in_that_sheet_and_no_keys() -> None:
    headings = {name: for_people(source.columns, (), "zh", "UTC").columns for name, source in exports.sheets().items()}
    assert "第一次被举报的日子" in headings["reports"] and "第一次被举报的日子" not in headings["results"]
    assert "可用积分" in headings["members"] and "可用积分" not in headings["ideas"]
    assert not [(name, one) for name, shown in headings.items() for one in shown if "代号" in one]
    assert {"资讯", "提问"} <= set(headings["rechecks"])


def test_a_sheet_is_found_by_what_people_call_it_and_its_file_is_called_so(stage: Stage) -> None:
    for words in ("成员", "members", "Members"):
        stage.owner.say(stage.world.private(stage.owner), f"/export {words}")
        stage.play()
        document = stage.last(stage.owner).media
        assert document is not None and document.file.name == "成员 2026-11-16.csv"


def test_the_beginning_of_one_sheets_name_is_enough_and_of_several_is_asked_about(stage: Stage) -> None:
    for words, found in (("活动", "活动报名 2026-11-16.csv"), ("顾问", None)):
        stage.owner.say(stage.world.private(stage.owner), f"/export {words}")
        stage.play()
        document = stage.last(stage.owner).media
        assert (document.file.name if document else None) == found


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sheet_has_a_name_that_people_read(locale: str) -> None:
    speech = Speech("Asia/Shanghai", "x")
    assert all(speech.label(locale, f"export/{name}") for name in exports.sheets())


def test_what_is_too_long_for_a_message_is_refused_and_not_noted(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "MOST_ROWS", 6)
    stage.owner.say(stage.world.private(stage.owner), "/export members")
    stage.play()
    assert "超过 6 行" in stage.last(stage.owner).text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM audit WHERE act = 'data.export'")) == 0


def test_reported_messages_and_appeals_are_sheets_and_none_says_who_reported(stage: Stage) -> None:
    bad = stage.zhou.say(stage.group, "加我买内部价")
    for person in (stage.lin, stage.mo):
        person.say(stage.group, "/report 广告", reply_to=bad)
    stage.play()
    give(stage, "/mute @zhou 2h 广告", "禁言 2 小时", clause="不打广告")
    stage.press(stage.zhou, stage.last(stage.zhou), "申诉")
    shown = exported(stage, "reports")
    assert [(row[0], *row[2:]) for row in shown.rows] == [("2026-11-16", bad.id, stage.zhou.id, 2)]
    stage.owner.say(stage.world.private(stage.owner), "/export reports")
    stage.play()
    assert "第一次被举报的日子,群编号,群,链接,Telegram ID,成员,几位成员举报" in sent(stage)
    assert "林晓" not in sent(stage) and "广告" not in sent(stage)
    stage.owner.say(stage.world.private(stage.owner), "/export appeals")
    stage.play()
    assert "禁言,2 小时,5,不打广告,等人来看" in sent(stage)


def test_the_group_of_a_row_is_looked_up_in_the_sheet_of_groups(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    groups, ledger_ = exported(stage, "groups"), exported(stage, "ledger")
    at = ledger_.columns.index("group_id")
    known = {row[0]: tuple(row[1:3]) for row in groups.rows}
    assert {known[row[at]] for row in ledger_.rows} == {(stage.group.id, "星途车友会")}


def test_a_sheet_that_there_is_not_is_said_so(stage: Stage) -> None:
    stage.owner.say(stage.world.private(stage.owner), "/export 工资")
    stage.play()
    assert "“工资”没对上哪一张表" in stage.last(stage.owner).text
