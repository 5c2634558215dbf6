"""A card with several titles: one press gives what may be given, and asks nothing back; its works are told apart."""

from rules.works.challenge import SkillTrack
from storage.works import work_evidence
from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.honour.announcing import plain
from tests.handlers.works.desk import STANDARD, handed_in, labels, published, reviewed, written
from tests.handlers.works.test_track_title import given, held, noticed, sound
from tests.stage import Stage


def test_all_in_one_press_gives_titles_and_asks_none_back() -> None:
    stage = given()
    number = published(stage)
    for person in (stage.lin, stage.he):
        handed_in(stage, person, number, photo=person.name)
        reviewed(stage, "通过", "开头抓人")
    undo(stage, newest(stage, stage.zhou, "submission").id)
    noticed(stage)
    card = stage.last(stage.staff)
    assert labels(card) == ["✅ 林晓", "收回 周舟", "✅ 何川", "全部同意", "一位一位看"]
    stage.press(stage.mo, card, "全部同意")
    assert [held(stage, one) for one in (stage.lin, stage.he, stage.zhou)] == ["rising"] * 3
    assert labels(card) == ["· 林晓", "收回 周舟", "· 何川", "一位一位看"]
    written(stage, stage.rui, card, "收回 周舟", "这件作品不是自己拍的")
    assert held(stage, stage.zhou) == "" and "都定了" in plain(card.text) and not card.buttons and sound(stage)


def test_two_works_of_one_challenge_are_told_apart_in_what_speaks_for_somebody(stage: Stage) -> None:
    number, lin = published(stage, STANDARD + "\n每人次数：2"), stage.member(stage.lin).id
    for words in ("雾里的路", "车窗里的灯"):
        handed_in(stage, stage.lin, number, photo=words, words=words)
        reviewed(stage, "通过", "开头抓人")
    titles = [title for title, _, _ in stage.do(lambda tx: work_evidence.of_track(tx, lin, SkillTrack.VIDEO, 5))]
    assert titles == ["转场练习 · 车窗里的灯", "转场练习 · 雾里的路"]
    assert [title for title, _, _ in stage.do(lambda tx: work_evidence.latest(tx, lin, 5))] == titles
