"""An idea that was taken back and is to be paid again, when others have been paid for that day meanwhile."""

from tests.handlers.daily.test_topic import opened, replies
from tests.handlers.fairness.undoing import gives_back_only_into_room, newest, undo
from tests.stage import Stage

WORDS = "后备箱放电，给整个营地的灯串供电"


def test_no_more_ideas_of_a_day_are_paid_than_a_day_pays(stage: Stage) -> None:
    topic = opened(stage)
    replies(stage, topic, WORDS)
    undo(stage, newest(stage, stage.lin, "idea").id)
    back = newest(stage, stage.lin, "idea")
    for number in range(stage.programme.discoveries.per_day):
        replies(stage, topic, f"第 {number} 个点子：座椅放平当床垫用")
    gives_back_only_into_room(stage, stage.lin, "idea", back.id)
