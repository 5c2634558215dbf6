"""Product notes: written by form, read first by those who help, found by everybody, changed and withdrawn."""

from rules.people import Role
from storage import members
from storage.daily import knowledge
from tests.handlers.daily.noting import FORM, HOUR_S, TITLE, drafted, found, knows, published
from tests.stage import Stage


def written(stage: Stage, words: str) -> str:
    """The moderator writes to the bot in private; what it answers."""
    stage.mo.say(stage.world.private(stage.mo), words)
    stage.play()
    return stage.last(stage.mo).text


def test_who_answers_such_questions_reads_it_first_and_everybody_finds_it_a_day_later(stage: Stage) -> None:
    knows(stage)
    preview = drafted(stage)
    assert "1 位热心车友" in preview.text and "明天" in preview.text
    stage.press(stage.mo, preview, "✅ 发布")
    assert "资讯 1" in preview.text and "放进 1 位热心车友的晚间小结" in preview.text
    assert "官方" not in found(stage)
    stage.zhou.say(stage.group, "/find 蓝牙钥匙")
    stage.play()
    assert "📢 官方 " + TITLE in stage.whispers(stage.zhou)[-1].text
    stage.evening()
    [note] = [text for text in stage.said(stage.zhou) if TITLE in text]
    assert "先给你看" in note and not any(TITLE in text for text in stage.said(stage.lin))
    stage.advance(24 * HOUR_S)
    assert "📢 官方 " + TITLE in found(stage) and "版本 2.3" in found(stage)


def test_mentors_and_topic_moderators_are_helpers_wherever_they_answer(stage: Stage) -> None:
    lin, he = stage.member(stage.lin), stage.member(stage.he)
    stage.do(lambda tx: members.give_role(tx, lin.id, Role.MENTOR, None, 0))
    stage.do(lambda tx: members.give_role(tx, he.id, Role.TOPIC_MODERATOR, None, 0))
    assert "2 位热心车友" in published(stage).text


def test_where_nobody_helps_yet_everybody_finds_it_at_once(stage: Stage) -> None:
    assert "还没有人常答" in drafted(stage).text
    stage.press(stage.mo, stage.last(stage.mo), "✅ 发布")
    assert "📢 官方" in found(stage)


def test_its_theme_finds_it_before_answers_that_say_as_much(stage: Stage) -> None:
    knows(stage)
    published(stage, FORM.replace(f"标题：{TITLE}", "标题：2.3 升级说明"))
    stage.advance(24 * HOUR_S)
    said = found(stage)
    assert said.index("2.3 升级说明") < said.index("Q1")


def test_one_that_is_out_of_date_is_not_found_and_not_told(stage: Stage) -> None:
    published(stage, FORM.replace("90天", "2小时"))
    assert "📢 官方" in found(stage)
    stage.advance(2 * HOUR_S + 60)
    assert "还没人聊出" in found(stage)
    assert stage.do(lambda tx: knowledge.forget(tx, int(stage.clock.now()))) == 1
    stage.mo.say(stage.staff, "/notes")
    stage.play()
    assert "已经搜不到了" in stage.last(stage.staff).text


def test_a_changed_one_is_found_as_it_reads_now_and_told_again(stage: Stage) -> None:
    knows(stage)
    published(stage)
    stage.evening()
    shown = written(stage, "/editnote 1\n内容：升级到 2.3 以后，长按 20 秒就能重新配对。")
    assert "资讯 1 会改成这样" in shown and "长按 20 秒" in shown
    stage.press(stage.mo, stage.last(stage.mo), "✅ 保存")
    assert "改好了" in stage.last(stage.mo).text
    stage.evening()
    assert "产品资讯有更新" in stage.last(stage.zhou).text and "20 秒" in stage.last(stage.zhou).text
    assert "20 秒" in found(stage, "重新配对")


def test_a_withdrawn_one_is_gone_and_who_had_read_it_hears_so(stage: Stage) -> None:
    knows(stage)
    published(stage)
    stage.evening()
    stage.mo.say(stage.staff, "/notes")
    stage.play()
    listed = stage.last(stage.staff)
    stage.press(stage.mo, listed, "撤回 1")
    assert "晚间小结会说一声" in listed.text
    stage.press(stage.mo, listed, "撤回")
    stage.advance(24 * HOUR_S)
    assert "官方" not in found(stage)
    stage.evening()
    assert "撤回了，回答车友时别再用它" in "".join(stage.said(stage.zhou))
    assert "没有 1 号资讯" in written(stage, "/editnote 1")


def test_one_that_is_withdrawn_before_the_evening_is_never_told(stage: Stage) -> None:
    knows(stage)
    published(stage)
    stage.mo.say(stage.staff, "/notes")
    stage.play()
    stage.press(stage.mo, stage.last(stage.staff), "撤回 1")
    stage.press(stage.mo, stage.last(stage.staff), "撤回")
    stage.evening()
    assert not any(TITLE in text for text in stage.said(stage.zhou))


def test_mistakes_in_the_form_are_named_and_corrected_by_a_line(stage: Stage) -> None:
    asked = drafted(stage, FORM.replace("example.com/ota", "见官网").replace("90天", "昨天"))
    assert "要写一个网址" in asked.text and "已经过去了" in asked.text
    shown = written(stage, "链接：https://example.com/ota\n有效期至：90天")
    assert "发布前看一眼" in shown


def test_members_and_reviewers_publish_nothing(stage: Stage) -> None:
    for person in (stage.lin, stage.rui):
        person.say(stage.world.private(person), "/newnote")
        stage.play()
        assert "团队" in stage.last(person).text or "版主" in stage.last(person).text


def test_two_previews_of_one_form_publish_one_note(stage: Stage) -> None:
    written(stage, f"/newnote {FORM}")
    one = stage.last(stage.mo)
    written(stage, f"/newnote {FORM}")
    stage.press(stage.mo, stage.last(stage.mo), "✅ 发布")
    stage.press(stage.mo, one, "✅ 发布")
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM bulletin")) == 1


def test_a_note_is_valid_to_the_end_of_the_minute_that_is_shown(stage: Stage) -> None:
    published(stage, FORM.replace("90天", "11-18 20:00"))
    stage.advance(2 * 86_400 + 11 * 3600 + 30)
    assert TITLE in found(stage)
    stage.advance(30)
    assert TITLE not in found(stage)
