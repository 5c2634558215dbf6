"""Who runs the community, and who may say so."""

import secrets

from actions.operations.roles import offer_claim, settle_owners
from rules.people import Role
from rules.programme.programme import Brand
from sandbox.world.people import Person
from storage import audits, members
from storage.engine.tx import Tx
from tests.databases import rows
from tests.stage import Stage


def roles(stage: Stage, person: Person) -> frozenset[Role]:
    member = stage.member(person)
    return stage.do(lambda tx: members.roles(tx, member.id))


def test_the_owner_appoints_a_moderator_who_is_told_and_gets_the_menu(stage: Stage) -> None:
    stage.owner.say(stage.staff, "/appoint @zhou 版主")
    stage.play()
    assert roles(stage, stage.zhou) == {Role.MODERATOR}
    assert "版主" in stage.last(stage.zhou).text
    menu = stage.world.menus.shown_in(stage.zhou.id, stage.zhou.id, "zh", private=True, admin=False)
    assert {"roles", "checkin"} <= dict(menu).keys()
    assert "appoint" not in dict(menu)
    zhou = stage.member(stage.zhou)
    [act] = stage.do(lambda tx: audits.about(tx, zhou.id, 5))
    assert (act.act, act.detail) == ("role.give", {"role": "moderator"})


def test_without_a_role_the_choice_is_offered_as_buttons_by_reply(stage: Stage) -> None:
    word = stage.zhou.say(stage.group, "大家好")
    stage.owner.say(stage.group, "/appoint", reply_to=word)
    stage.play()
    [whisper] = [m for (reader, _), m in stage.group.ephemeral.items() if reader == stage.owner.id]
    stage.press(stage.owner, whisper, "导师")
    assert "现在是导师了" in whisper.text and "我会私聊告诉 TA" in whisper.text and "提醒" not in whisper.text
    assert not whisper.buttons
    assert roles(stage, stage.zhou) == {Role.MENTOR}


def test_only_of_one_who_never_started_the_owner_is_asked_to_remind_them(stage: Stage) -> None:
    word = stage.xin.say(stage.group, "大家好")
    stage.owner.say(stage.group, "/appoint 导师", reply_to=word)
    stage.play()
    [whisper] = [m for (reader, _), m in stage.group.ephemeral.items() if reader == stage.owner.id]
    assert "TA 还没点过“开始”" in whisper.text and "请提醒一声" in whisper.text


def test_a_moderator_appoints_nobody_and_nobody_appoints_themselves(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/appoint @zhou 审核")
    stage.owner.say(stage.staff, "/appoint @owner 导师")
    stage.play()
    assert roles(stage, stage.zhou) == set()
    assert roles(stage, stage.owner) == {Role.OWNER}


def test_an_operator_gives_moderators_but_not_operators(stage: Stage) -> None:
    he = stage.member(stage.he)
    stage.do(lambda tx: members.give_role(tx, he.id, Role.OPERATOR, None, 0))
    stage.he.say(stage.world.private(stage.he), "/appoint @zhou operator")
    stage.he.say(stage.world.private(stage.he), "/appoint @lin moderator")
    stage.play()
    assert "主理人" in stage.said(stage.he)[0]
    assert roles(stage, stage.zhou) == set()
    assert roles(stage, stage.lin) == {Role.MODERATOR}


def test_a_role_is_taken_back_with_thanks_and_the_last_owner_stays(stage: Stage) -> None:
    private = stage.world.private(stage.owner)
    stage.owner.say(private, "/dismiss @mo 版主")
    stage.owner.say(private, "/dismiss @owner 主理人")
    stage.owner.say(private, "/dismiss @lin 版主")
    stage.owner.say(private, "/dismiss @lin 大将军")
    stage.play()
    assert roles(stage, stage.mo) == set()
    assert "这段时间辛苦" in stage.last(stage.mo).text
    assert roles(stage, stage.owner) == {Role.OWNER}
    said = stage.said(stage.owner)
    assert "总要有一位主理人" in said[1]
    assert "目前不是版主" in said[2]
    assert "没有叫“大将军”" in said[3]


def test_the_list_of_the_team_names_everyone_and_calls_nobody(stage: Stage) -> None:
    stage.mo.say(stage.world.private(stage.mo), "/roles")
    stage.play()
    said = stage.last(stage.mo).text
    assert "主理人：" in said
    assert "瑞秋" in said
    assert "@" not in said


def test_members_are_not_shown_the_team(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "/roles")
    stage.play()
    assert "给团队用" in stage.last(stage.lin).text


def unowned(stage: Stage, token: str) -> None:
    """Nobody owns the bot, and a link to claim it was printed."""

    owner = stage.member(stage.owner)

    def work(tx: Tx) -> None:
        members.take_role(tx, owner.id, Role.OWNER)
        offer_claim(tx, token, int(stage.clock.now()))

    stage.do(work)


def test_the_claim_link_makes_the_first_who_presses_it_the_owner_once(stage: Stage) -> None:
    token = secrets.token_urlsafe(16)
    unowned(stage, token)
    stage.lin.start(f"claim-{token}")
    stage.zhou.start(f"claim-{token}")
    stage.play()
    assert roles(stage, stage.lin) == {Role.OWNER}
    assert roles(stage, stage.zhou) == set()
    assert "你现在是" in stage.last(stage.lin).text
    assert "已经用过" in stage.last(stage.zhou).text
    assert token not in "".join(row[0] for row in rows(stage.connection, "SELECT token_hash FROM claim"))


def test_an_old_or_replaced_or_invented_link_claims_nothing(stage: Stage) -> None:
    unowned(stage, "first-token")
    stage.do(lambda tx: offer_claim(tx, "second-token", int(stage.clock.now())))
    stage.lin.start("claim-first-token")
    stage.lin.start("claim-guess")
    stage.play()
    stage.clock.advance(2 * 86_400)
    stage.lin.start("claim-second-token")
    stage.play()
    assert roles(stage, stage.lin) == set()


def test_a_link_does_not_outlive_an_owner_named_otherwise(stage: Stage) -> None:
    stage.do(lambda tx: offer_claim(tx, "a-token", int(stage.clock.now())))
    stage.lin.start("claim-a-token")
    stage.play()
    assert roles(stage, stage.lin) == set()


def test_the_configuration_names_owners_before_they_ever_wrote_and_takes_it_back(stage: Stage) -> None:
    stage.do(lambda tx: settle_owners(tx, Brand(owners=(stage.owner.id, 777_111)), 0))
    newcomer = stage.do(lambda tx: members.by_telegram_id(tx, 777_111))
    assert newcomer is not None
    assert stage.do(lambda tx: members.roles(tx, newcomer.id)) == {Role.OWNER}
    stage.do(lambda tx: settle_owners(tx, Brand(owners=(777_111,)), 0))
    assert roles(stage, stage.owner) == set()


def test_who_may_not_is_told_so_at_once_and_not_sent_to_private_first(stage: Stage) -> None:
    stage.mo.say(stage.group, "/newreward")
    stage.play()
    assert "不在你的职责里" in stage.whispers(stage.mo)[-1].text


def test_staff_who_may_not_are_told_whom_to_ask(stage: Stage) -> None:
    for person in (stage.mo, stage.lin):
        person.say(stage.world.private(person), "/appoint @zhou")
    stage.play()
    assert "不在你的职责里" in stage.last(stage.mo).text
    assert "给团队用" in stage.last(stage.lin).text


def test_whoever_dismisses_the_last_role_reads_that_the_person_is_still_in_the_staff_group(stage: Stage) -> None:
    private = stage.world.private(stage.owner)
    stage.mo.say(stage.staff, "我在")
    stage.play()
    stage.owner.say(private, "/dismiss @mo 版主")
    stage.play()
    assert "还在运营小组里" in stage.last(stage.owner).text
    stage.owner.say(private, "/appoint @mo 版主")
    stage.mo.leave(stage.staff)
    stage.owner.say(private, "/dismiss @mo 版主")
    stage.play()
    assert "还在运营小组里" not in stage.last(stage.owner).text
