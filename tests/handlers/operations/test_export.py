"""Spreadsheets in private, for operators."""

import pytest

from actions.ledger import paying
from actions.operations import export
from messages.renderer import Speech
from rules.ledger.ledger import Phase
from rules.programme.programme import LOCALES
from rules.sheets import Sheet
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.operations import exports
from tests.databases import rows
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
    assert text.startswith("\ufefftelegram_id,name,points,held,contribution,level,streak,stage,trust\r\n")
    assert f"{stage.lin.id},'=HYPERLINK(1),2,0,2,新晋车友,1,,base\r\n" in text


def test_the_sheet_is_chosen_by_button_and_every_export_is_in_the_audit_log(stage: Stage) -> None:
    stage.owner.say(stage.world.private(stage.owner), "/export")
    stage.play()
    asked = stage.last(stage.owner)
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.press(stage.owner, asked, "积分流水")
    assert f",{stage.lin.id},checkin,2,checkin:" in sent(stage)
    row = rows(stage.connection, "SELECT act, detail FROM audit ORDER BY id DESC")[0]
    assert row == ("data.export", '{"sheet": "ledger"}')


def test_moderators_and_groups_get_none(stage: Stage) -> None:
    stage.mo.say(stage.world.private(stage.mo), "/export members")
    stage.owner.say(stage.group, "/export members")
    stage.play()
    assert "这个命令是给" in stage.last(stage.mo).text
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


def test_every_sheet_can_be_written(stage: Stage) -> None:
    stage.zhou.say(stage.group, "#提问 胎压多少合适？")
    stage.play()
    for name in exports.sheets():
        sheet = exported(stage, name)
        assert all(len(row) == len(sheet.columns) for row in sheet.rows)
    [question] = exported(stage, "questions").rows
    assert question[5] == "胎压多少合适？"


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
