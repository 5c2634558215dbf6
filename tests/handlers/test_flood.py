"""One who floods is slowed, told once, and holds up nobody."""

from storage.post import inbox
from storage.post.inbox import Arrived
from tests.stage import Stage


def test_too_many_calls_in_a_minute_are_told_once_and_then_ignored(stage: Stage) -> None:
    for _ in range(40):
        stage.lin.say(stage.world.private(stage.lin), "/help")
    stage.play()
    said = stage.said(stage.lin)
    assert len(said) == 31
    assert "太快啦" in said[-1]


def test_the_next_minute_is_a_new_one(stage: Stage) -> None:
    for _ in range(40):
        stage.lin.say(stage.world.private(stage.lin), "/help")
    stage.play()
    stage.advance(60)
    before = len(stage.said(stage.lin))
    stage.lin.say(stage.world.private(stage.lin), "/help")
    stage.play()
    assert len(stage.said(stage.lin)) == before + 1


def test_ordinary_talk_is_never_counted(stage: Stage) -> None:
    for n in range(60):
        stage.lin.say(stage.group, f"今天跑了 {n} 公里")
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert stage.member(stage.lin).contribution == 2


def test_talk_that_looks_like_a_call_is_not_counted_either(stage: Stage) -> None:
    for n in range(40):
        stage.lin.say(stage.group, f"#挑战不吃晚饭 第 {n} 天")
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert stage.member(stage.lin).contribution == 2
    assert not stage.whispers(stage.lin)


def test_behind_a_flood_of_thousands_others_are_served_first_come_first_served(stage: Stage) -> None:
    now = int(stage.clock.now())
    flood = [Arrived(n, "{}", 1, now) for n in range(1, 3001)]
    stage.do(lambda tx: inbox.put(tx, [*flood, Arrived(9001, "{}", 2, now), Arrived(9002, "{}", 3, now)], now))
    chosen = stage.do(lambda tx: inbox.in_turns(tx, limit=500, turns=5))
    assert [update.update_id for update in chosen] == [1, 2, 3, 4, 5, 9001, 9002]
