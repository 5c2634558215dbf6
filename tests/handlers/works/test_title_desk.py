"""A card with several titles: one press gives what may be given, and asks nothing back."""

from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.honour.announcing import plain
from tests.handlers.works.desk import handed_in, labels, published, reviewed, written
from tests.handlers.works.test_track_title import given, held, noticed, sound


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
