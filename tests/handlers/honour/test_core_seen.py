"""What people and staff see of the core group elsewhere: the card, `/member`, the sheet of invitations, the doctor."""

from rules.rights import Right
from rules.sheets import Cell
from sandbox.world.people import Person
from storage.engine.tx import Tx
from storage.operations import exports
from tests.handlers.honour.coring import (
    DAY,
    EVERYTHING,
    MINUTE,
    allow,
    core_of,
    joins,
    link_for,
    may_enter,
    says,
)
from tests.handlers.honour.test_me import pay, plain
from tests.stage import Stage


def of_lin(stage: Stage) -> str:
    """What staff read of Lin."""
    return plain(says(stage, stage.mo, "/member @lin"))


def invitations(stage: Stage) -> list[dict[str, Cell]]:
    """The rows of the sheet, for programs."""
    day = stage.occasion().day

    def work(tx: Tx) -> list[dict[str, Cell]]:
        sheet = exports.sheet(tx, "core_invitations", stage.programme, day)
        return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]

    return stage.do(work)


def sheet_of(stage: Stage, person: Person) -> str:
    """The file that the person gets."""
    says(stage, person, "/export core_invitations")
    document = stage.last(person).media
    assert document is not None
    return document.file.data.decode("utf-8")


def test_a_card_says_who_is_in_the_core_group_unless_they_hide_it(stage: Stage) -> None:
    core_of(stage, stage.lin)
    assert "核心群成员" in says(stage, stage.he, "/card @lin")
    assert "核心群成员" not in says(stage, stage.he, "/card @zhou")
    says(stage, stage.lin, "/card")
    stage.press(stage.lin, stage.last(stage.lin), "✓ 核心群")
    assert "核心群成员" not in says(stage, stage.he, "/card @lin")
    assert "核心群成员" in says(stage, stage.lin, "/card 显示 核心群")


def test_staff_read_how_a_member_stands_to_the_core_group(stage: Stage) -> None:
    pay(stage, stage.lin, 290)
    assert "核心群" not in of_lin(stage), "there is none yet"
    core = core_of(stage)
    assert "核心群：到“资深玩家”才能进，还差 10 贡献值" in of_lin(stage)
    may_enter(stage, stage.lin)
    assert "核心群：可以进，还没进" in of_lin(stage)
    link = link_for(stage, stage.lin)
    assert "核心群：可以进，还没进（邀请11月" in of_lin(stage)
    joins(stage, stage.lin, core, link)
    assert of_lin(stage).endswith("核心群：已进群")


def test_staff_read_who_is_a_guest_of_the_team(stage: Stage) -> None:
    core = core_of(stage, stage.mo)
    stage.mo.bring(stage.lin, core)
    stage.play()
    assert "核心群：已进群，是团队请的客人" in of_lin(stage)


def test_invitations_are_a_sheet_that_says_what_became_of_each_and_lets_nobody_in(stage: Stage) -> None:
    core = core_of(stage)
    for person in (stage.lin, stage.zhou):
        may_enter(stage, person)
    first, second = link_for(stage, stage.lin), link_for(stage, stage.lin)
    joins(stage, stage.lin, core, second)
    unused = link_for(stage, stage.zhou)
    told = [(one["telegram_id"], one["state"], one["used_by"]) for one in invitations(stage)]
    assert told == [
        (stage.lin.id, "withdrawn", None),
        (stage.lin.id, "used", stage.lin.id),
        (stage.zhou.id, "open", None),
    ]
    stage.advance(7 * DAY + MINUTE)
    last = invitations(stage)[-1]
    assert (last["state"], last["ended_at"]) == ("expired", last["expires_at"])
    said = sheet_of(stage, stage.owner)
    assert "发起时间,有效到,状态,结束时间,用的人 ID,用的人" in said
    assert "已作废" in said and "已使用" in said and "已过期" in said
    assert not [link for link in (first, second, unused) if link in said]


def test_the_doctor_says_that_a_level_opens_a_core_group_that_is_not_there(stage: Stage) -> None:
    assert "等级“资深玩家”能进核心群，可是还没有核心群" in says(stage, stage.mo, "/doctor")
    core_of(stage)
    assert "没有核心群" not in says(stage, stage.mo, "/doctor")


def test_the_doctor_says_that_the_bot_may_not_invite_there(stage: Stage) -> None:
    core = core_of(stage)
    assert "邀请成员" not in says(stage, stage.mo, "/doctor")
    allow(stage, core, EVERYTHING - {Right.INVITE})
    assert "核心圈：管理员权限里还差“邀请成员”" in plain(says(stage, stage.mo, "/doctor"))
