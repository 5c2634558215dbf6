"""Who speaks at an event: an account, however it is named, and the same one after a change."""

from sandbox.text.entities import Entity
from sandbox.text.recognition import recognized
from tests.databases import rows
from tests.handlers.honour.announcing import plain
from tests.handlers.offers.eventing import FORM, announced, register
from tests.stage import Stage


def speaker(stage: Stage) -> int | None:
    """The account of the latest event's speaker."""
    found: int | None = stage.do(lambda tx: tx.value("SELECT spoken_by FROM event ORDER BY id DESC LIMIT 1"))
    return found


def hears(stage: Stage, words: str, *marks: Entity) -> str:
    """What the moderator is answered in private."""
    stage.mo.say(stage.world.private(stage.mo), words, entities=[*recognized(words), *marks])
    stage.play()
    return plain(stage.last(stage.mo).text)


def test_a_mention_names_its_account_and_links_behind_words_stay(stage: Stage) -> None:
    guest = stage.world.person("老何")
    guest.join(stage.group)
    guest.say(stage.group, "大家好")
    stage.play()
    words = "/newevent " + FORM.replace("@he", "老何(售后)")
    named = Entity("text_mention", words.index("老何"), 6, user_id=guest.id)
    linked = Entity("text_link", words.index("车流"), 2, url="https://example.com/a")
    shown = hears(stage, words, named, linked)
    assert "🎤 老何" in shown and "售后" not in shown
    assert "https://example.com/a" in shown
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    assert speaker(stage) == stage.member(guest).id


def test_the_speaker_stays_who_they_are_whoever_has_their_name_by_now(stage: Stage) -> None:
    announced(stage)
    register(stage, stage.lin)
    stage.he.username = None
    another = stage.world.person("阿凯", username="he")
    another.join(stage.group)
    another.say(stage.group, "大家好")
    stage.play()
    assert "🎤 何川" in hears(stage, "/editevent 1 名额：3")
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    assert speaker(stage) == stage.member(stage.he).id
    words = f"/editevent 1 主讲：{another.id}\n开始：11-21 21:00\n报名截止："
    assert "🎤 阿凯" in hears(stage, words)
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    assert speaker(stage) == stage.member(another).id
    assert "主讲：何川 → 阿凯" in plain(stage.last(stage.lin).text)


def handed_over(stage: Stage, name: str) -> None:
    """Its holder gives that @name up, and 阿凯 takes it and says hello."""
    getattr(stage, name).username = None
    another = stage.world.person("阿凯", username=name)
    another.join(stage.group)
    another.say(stage.group, "大家好")
    stage.play()


def test_a_name_that_changes_hands_below_the_preview_is_looked_at_once_more(stage: Stage) -> None:
    assert "🎤 何川" in hears(stage, "/newevent " + FORM)
    handed_over(stage, "he")
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    assert "🎤 阿凯" in plain(stage.last(stage.mo).text)
    assert not rows(stage.connection, "SELECT 1 FROM event")
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    assert "🎤 周舟" in hears(stage, "/editevent 1 主讲：@zhou")
    handed_over(stage, "zhou")
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    assert "🎤 阿凯" in plain(stage.last(stage.mo).text)
    assert speaker(stage) != stage.member(stage.zhou).id
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    assert "改好了" in stage.last(stage.mo).text


def test_hours_are_no_minutes(stage: Stage) -> None:
    announced(stage, "时长：16小时")
    assert rows(stage.connection, "SELECT minutes FROM event") == [(960,)]
    assert "15 到 2880 分钟" in hears(stage, "/editevent 1 时长：两周")
