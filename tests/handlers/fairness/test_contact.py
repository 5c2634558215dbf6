"""Contacting a human: relayed both ways, closed by either side, and nobody else learns of it."""

from sandbox.world.messages import Message
from tests.databases import rows, tables
from tests.shopping import tell
from tests.stage import Stage

WORDS = "我的钥匙扣还没收到"


def asked(stage: Stage) -> Message:
    """Lin has written to the moderators; the card in the staff group."""
    tell(stage, stage.lin, "/contact " + WORDS)
    stage.play()
    return stage.last(stage.staff)


def answered(stage: Stage, card: Message, words: str) -> None:
    stage.mo.say(stage.staff, words, reply_to=card)
    stage.play()


def test_words_reach_the_staff_group_and_the_answer_comes_back_in_private(stage: Stage) -> None:
    tell(stage, stage.lin, "联系版主")
    stage.play()
    assert "想和版主说什么" in stage.last(stage.lin).text
    tell(stage, stage.lin, WORDS)
    stage.play()
    card = stage.last(stage.staff)
    assert WORDS in card.text
    assert "林晓" in card.text
    answered(stage, card, "昨天寄出，后天到")
    told = stage.last(stage.lin)
    assert "莫莫" in told.text
    assert "昨天寄出，后天到" in told.text
    assert stage.said(stage.group) == []


def test_it_goes_on_with_a_picture_and_either_message_can_be_answered(stage: Stage) -> None:
    first = asked(stage)
    stage.press(stage.lin, stage.last(stage.lin), "继续说")
    stage.lin.send(stage.world.private(stage.lin), photo=b"parcel", caption="盒子是空的")
    stage.play()
    second = stage.messages(stage.staff)[-2]
    assert "接着上次" in second.text
    assert stage.last(stage.staff).media
    answered(stage, first, "我查一下")
    answered(stage, second, "补寄一个")
    assert [("我查一下" in text, "补寄一个" in text) for text in stage.said(stage.lin)[-2:]] == [
        (True, False),
        (False, True),
    ]
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM contact")) == 1


def test_either_side_ends_it_and_a_late_answer_is_told_so(stage: Stage) -> None:
    card = asked(stage)
    stage.press(stage.lin, stage.last(stage.lin), "说完了")
    assert "对话结束了" in stage.last(stage.staff).text
    before = stage.said(stage.lin)
    answered(stage, card, "还在吗")
    assert stage.said(stage.lin) == before
    again = asked(stage)
    stage.press(stage.mo, again, "结束对话")
    assert "对话结束了" in again.text
    assert "先到这里" in stage.last(stage.lin).text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM contact WHERE closed_at IS NULL")) == 0


def test_what_was_said_is_kept_in_no_row_of_its_own_and_ordinary_replies_stay_in_the_group(stage: Stage) -> None:
    card = asked(stage)
    answered(stage, card, "昨天寄出")
    kept = {
        name
        for name in tables(stage.connection)
        for row in rows(stage.connection, f"SELECT * FROM {name}")
        if WORDS in str(row)
    }
    assert kept <= {"outbox"}
    plain = stage.mo.say(stage.staff, "开会啦")
    stage.rui.say(stage.staff, "来了", reply_to=plain)
    stage.play()
    assert not any("来了" in text for text in stage.said(stage.lin))


def test_pictures_are_not_passed_on_to_a_member_and_strangers_to_the_team_answer_nobody(stage: Stage) -> None:
    card = asked(stage)
    before = stage.said(stage.lin)
    stage.mo.send(stage.staff, photo=b"receipt", caption="看这个", reply_to=card)
    stage.zhou.join(stage.staff)
    stage.zhou.say(stage.staff, "我来答", reply_to=card)
    stage.play()
    assert stage.said(stage.lin) == before


def test_without_a_staff_group_the_member_is_told(stage: Stage) -> None:
    stage.do(lambda tx: tx.run("UPDATE chat_group SET active = 0 WHERE part = 'staff'"))
    tell(stage, stage.lin, "/contact " + WORDS)
    stage.play()
    assert "没有版主接得到" in stage.last(stage.lin).text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM contact")) == 0


def test_endless_words_and_none_are_asked_for_again(stage: Stage) -> None:
    tell(stage, stage.lin, "/contact " + "长" * 2001)
    tell(stage, stage.lin, "/contact")
    stage.play()
    assert "2001 个字，一条最多 2000 个" in stage.said(stage.lin)[-2]
    assert stage.messages(stage.staff) == []


def test_one_who_is_dismissed_answers_nobody_and_the_next_one_does(stage: Stage) -> None:
    card = asked(stage)
    tell(stage, stage.owner, "/dismiss @mo 版主")
    stage.play()
    stage.mo.say(stage.staff, "明天到", reply_to=card)
    stage.rui.say(stage.staff, "后天到", reply_to=card)
    stage.play()
    assert "后天到" in stage.last(stage.lin).text
    assert "明天到" not in "".join(stage.said(stage.lin))
