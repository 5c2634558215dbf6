"""A first look at a draft, before it is handed in."""

from rules.people import Role
from rules.programme.programme import Programme
from rules.programme.reviews import Reviews
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members
from storage.engine.tx import Tx
from storage.works import looks
from tests.handlers.honour.announcing import plain
from tests.handlers.works.desk import card, confirmed, handed_in, labels, published
from tests.stage import Stage

THEME = (
    "标题：秋天的车\n类型：命题\n资格：基础\n赛道：摄影\n积分：30\n截止：3天\n说明：让人一眼想出门。\n要求：\n自然光"
)
HOUR_S, DAY_S = 3600, 86_400


def rows(stage: Stage, table: str) -> int:
    """How many rows a table has."""

    def count(tx: Tx) -> int:
        found: int = tx.value(f"SELECT count(*) FROM {table}")
        return found

    return stage.do(count)


def drafted_by(person: Person) -> bytes:
    """A picture of their own."""
    return f"draft of {person.id}".encode()


def shown(stage: Stage, author: Person | None = None) -> Message:
    """A draft is shown by the command, usually Lin's; the card that readers see."""
    person = author or stage.lin
    private = stage.world.private(person)
    person.say(private, "/look 1")
    stage.play()
    person.send(private, photo=drafted_by(person), caption="落叶那条路")
    stage.play()
    stage.press(person, stage.last(person), "请人看看")
    assert "送到了" in stage.last(person).text
    return card(stage)


def test_a_draft_is_answered_by_remarks_and_words_and_is_no_submission(stage: Stage) -> None:
    published(stage, THEME)
    draft = shown(stage)
    assert "落叶那条路" in draft.text
    assert "自然光" in draft.text
    assert stage.messages(stage.staff)[-2].media
    stage.press(stage.rui, draft, "构图有力")
    stage.press(stage.rui, draft, "再往主题靠一靠")
    stage.rui.say(stage.staff, "地点写在第一句", reply_to=draft)
    stage.play()
    stage.press(stage.rui, draft, "发给作者")
    told = stage.last(stage.lin)
    assert all(words in told.text for words in ("构图有力", "再往主题靠一靠", "地点写在第一句", "2 次"))
    assert labels(told) == ["去交作品", "改好再看一次"]
    assert not labels(draft)
    assert "告诉作者了" in draft.text
    assert rows(stage, "submission") == rows(stage, "transfer") == 0
    stage.press(stage.lin, told, "改好再看一次")
    assert "初稿发给我" in stage.last(stage.lin).text


def test_what_is_about_to_be_handed_in_can_be_shown_first_and_handed_in_after(stage: Stage) -> None:
    published(stage, THEME)
    private = stage.world.private(stage.lin)
    stage.lin.say(private, "/challenge 1")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "参加")
    assert "先请人看看" in labels(stage.last(stage.lin))
    stage.press(stage.lin, stage.last(stage.lin), "交作品")
    stage.lin.send(private, photo=b"work", caption="河边那条路")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "先请人看看")
    draft = card(stage)
    assert "河边那条路" in draft.text
    stage.lin.say(private, "/submit 1")
    stage.play()
    stage.lin.send(private, photo=b"work", caption="河边那条路")
    stage.play()
    assert "先请人看看" not in labels(stage.last(stage.lin))
    confirmed(stage, stage.lin)
    stage.advance(11 * 60)
    assert "已经交了作品" in draft.text
    assert not labels(draft)
    assert rows(stage, "submission") == 1


def test_one_reader_at_a_time_never_the_author_and_nothing_is_said_without_a_word(stage: Stage) -> None:
    published(stage, THEME)
    own = shown(stage, stage.rui)
    assert "自己" in stage.press(stage.rui, own, "构图有力")
    draft = shown(stage)
    assert "评语" in stage.press(stage.rui, draft, "发给作者")
    stage.press(stage.rui, draft, "构图有力")
    assert "正在看" in stage.press(stage.mo, draft, "有故事感")
    stage.press(stage.rui, draft, "让别人看")
    stage.press(stage.mo, draft, "我来看")
    assert "莫莫" in draft.text
    stage.advance(HOUR_S + 11 * 60)
    assert "正在看" not in draft.text
    stage.press(stage.rui, draft, "色彩真实")
    stage.press(stage.rui, draft, "发给作者")
    assert not labels(draft)


def test_a_mentor_hears_of_it_in_the_evening_and_answers_in_private(stage: Stage) -> None:
    published(stage, THEME)
    zhou = stage.member(stage.zhou).id
    stage.do(lambda tx: members.give_role(tx, zhou, Role.MENTOR, None, 0))
    draft = shown(stage)
    stage.evening()
    assert "/looks" in stage.last(stage.zhou).text
    private = stage.world.private(stage.zhou)
    stage.zhou.say(private, "/looks")
    stage.play()
    stage.press(stage.zhou, stage.last(stage.zhou), "秋天的车 · 林晓")
    own = stage.last(stage.zhou)
    assert stage.messages(stage.zhou)[-2].media
    stage.press(stage.zhou, own, "构图有力")
    assert "周舟" in own.text
    assert "周舟" in draft.text
    stage.press(stage.zhou, own, "写一句")
    stage.zhou.say(private, "再等十分钟的光")
    stage.play()
    stage.press(stage.zhou, stage.last(stage.zhou), "发给作者")
    told = stage.last(stage.lin).text
    assert "构图有力" in told
    assert "再等十分钟的光" in told
    assert "告诉作者了" in draft.text
    stage.lin.say(stage.world.private(stage.lin), "/looks")
    stage.play()
    assert "初稿" not in stage.last(stage.lin).text


def test_looks_are_few_and_only_for_themes() -> None:
    stage = Stage(replace(Programme(), reviews=Reviews(looks_each=1)))
    published(stage, THEME)
    published(stage)
    private = stage.world.private(stage.lin)
    stage.lin.say(private, "/look 2")
    stage.play()
    assert "不用先看" in stage.last(stage.lin).text
    draft = shown(stage)
    stage.lin.say(private, "/look 1")
    stage.play()
    assert "正等人看" in stage.last(stage.lin).text
    stage.press(stage.rui, draft, "构图有力")
    stage.press(stage.rui, draft, "发给作者")
    assert labels(stage.last(stage.lin)) == ["去交作品"]
    stage.lin.say(private, "/look 1")
    stage.play()
    assert "1 次" in stage.last(stage.lin).text


def test_who_looks_is_reminded_and_a_look_that_nobody_came_to_ends_kindly(stage: Stage) -> None:
    published(stage, THEME)
    draft = shown(stage)
    stage.advance(25 * HOUR_S)
    listed = [words for words in stage.said(stage.staff) if "小时的初稿" in words]
    assert listed
    stage.advance(3 * DAY_S)
    assert "没来得及看" in draft.text
    stage.evening()
    assert any("没人来得及看你的初稿" in words for words in stage.said(stage.lin))
    stage.lin.say(stage.world.private(stage.lin), "/look 1")
    stage.play()
    assert "结束" in stage.last(stage.lin).text


def test_drafts_are_forgotten_and_the_sheet_never_had_their_words(stage: Stage) -> None:
    published(stage, THEME)
    draft = shown(stage)
    stage.press(stage.rui, draft, "构图有力")
    stage.press(stage.rui, draft, "发给作者")
    later = stage.occasion().now + 1
    stage.do(lambda tx: looks.blank(tx, later))
    assert rows(stage, "look_file") == 0
    assert stage.do(lambda tx: tx.value("SELECT text FROM look")) == ""


def test_reviews_lists_drafts_that_wait_beside_works(stage: Stage) -> None:
    published(stage, THEME)
    shown(stage)
    stage.rui.say(stage.staff, "/reviews")
    stage.play()
    listed = stage.last(stage.staff).text
    assert "初稿等着先看看（1）" in listed
    assert "秋天的车" in listed
    assert "都审完了" not in listed


def test_a_draft_belongs_to_whoever_showed_it_first(stage: Stage) -> None:
    published(stage, THEME)
    number = published(stage)
    shown(stage)
    private = stage.world.private(stage.zhou)
    for words in ("/submit 1", "/look 1"):
        stage.zhou.say(private, words)
        stage.play()
        stage.zhou.send(private, photo=drafted_by(stage.lin), caption="我的落叶")
        stage.play()
        preview = stage.last(stage.zhou)
        first = labels(preview)[0]
        said = stage.press(stage.zhou, preview, first) if first.startswith("交上去") else preview.text
        assert "别人" in said, words
    stage.zhou.send(stage.group, photo=drafted_by(stage.lin), caption="#晒车 我的落叶")
    stage.play()
    assert rows(stage, "share") == rows(stage, "submission") == 0
    stage.lin.send(stage.group, photo=drafted_by(stage.lin), caption=f"#挑战{number} 剪了三遍")
    stage.play()
    assert rows(stage, "submission") == 1


def test_a_draft_is_free_again_once_its_reader_may_look_no_more(stage: Stage) -> None:
    published(stage, THEME)
    draft = shown(stage)
    stage.press(stage.rui, draft, "构图有力")
    stage.owner.say(stage.world.private(stage.owner), "/dismiss @rui 审核员")
    stage.play()
    stage.press(stage.mo, draft, "有故事感")
    assert "莫莫 正在看" in plain(draft.text) and "构图有力" not in draft.text


def test_a_draft_is_free_again_once_its_reader_has_left_the_staff_group(stage: Stage) -> None:
    published(stage, THEME)
    draft = shown(stage)
    stage.press(stage.rui, draft, "构图有力")
    stage.rui.leave(stage.staff)
    stage.play()
    assert "正在看" not in plain(draft.text)


def test_one_who_leaves_the_staff_group_keeps_nothing_in_hand(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = card(stage)
    stage.press(stage.rui, shown, "我来看")
    stage.rui.leave(stage.staff)
    stage.play()
    assert labels(shown)[0] == "我来看"


def test_the_work_is_reviewed_beside_its_theme(stage: Stage) -> None:
    published(stage, THEME)
    handed_in(stage, stage.lin, 1)
    assert "主题：让人一眼想出门。\n· 自然光" in card(stage).text
