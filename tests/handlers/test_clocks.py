"""Every time stands by the clock of whoever reads it; a moment to come says once whose clock that is, if not the brand's."""

from tests.handlers.works.desk import published
from tests.places import moved
from tests.shopping import redeemed, tell
from tests.stage import Stage

# Monday, 09:00 in Shanghai is Sunday, 17:00 in Los Angeles.
SHANGHAI, ANGELES = "11月23日 09:00", "Until Sunday, 22 Nov, 17:00 Los Angeles time"


def test_a_deadline_stands_in_each_groups_time_and_in_private_in_the_readers(stage: Stage) -> None:
    there = moved(stage, stage.lin)
    published(stage)
    assert f"{SHANGHAI}（周一）截止" in stage.said(stage.group)[-1]
    assert ANGELES in stage.said(there)[-1]
    tell(stage, stage.lin, "/challenge 1")
    tell(stage, stage.zhou, "/challenge 1")
    stage.play()
    assert "洛杉矶时间11月22日 17:00（周日）" in stage.said(stage.lin)[-1]
    assert f"\n{SHANGHAI}（周一）" in stage.said(stage.zhou)[-1]


def test_an_order_is_due_by_its_owners_clock_for_them_and_by_the_brands_for_staff(stage: Stage) -> None:
    moved(stage, stage.lin, stage.mo)
    receipt, desk = redeemed(stage).text, stage.said(stage.staff)[-1]
    assert "洛杉矶时间11月18日 17:00" in receipt, receipt
    assert "11月19日 09:00" in desk and "时间" not in desk, desk


def test_what_staff_type_is_read_by_the_clock_that_is_shown_there(stage: Stage) -> None:
    moved(stage, stage.mo)
    published(stage)
    stage.mo.say(stage.staff, "/extendchallenge 1 11-30 20:00")
    stage.play()
    assert "延长到11月30日 20:00（周一）" in stage.said(stage.staff)[-1]
    tell(stage, stage.mo, "/extendchallenge 1 12-1 20:00")
    stage.play()
    assert "洛杉矶时间12月1日 20:00（周二）" in stage.said(stage.mo)[-1]


def test_a_staff_group_shows_the_brands_time_whatever_its_own_was_set_to(stage: Stage) -> None:
    stage.owner.say(stage.staff, "/setup 洛杉矶")
    stage.play()
    published(stage)
    stage.mo.say(stage.staff, "/extendchallenge 1 11-30 20:00")
    stage.play()
    assert "延长到11月30日 20:00（周一）" in stage.said(stage.staff)[-1]


def test_records_of_the_past_stand_by_ones_own_clock_and_name_none(stage: Stage) -> None:
    moved(stage, stage.zhou)
    for person in (stage.lin, stage.zhou):
        stage.mo.say(stage.staff, f"/grant @{person.username} 5 好图")
        stage.play()
        tell(stage, person, "/why")
        stage.play()
    assert "今天 09:00" in stage.said(stage.lin)[-1]
    assert "今天 17:00" in stage.said(stage.zhou)[-1]
    assert "时间" not in stage.said(stage.zhou)[-1].split("今天 17:00")[1].split("\n")[0]


def test_the_evening_comes_in_ones_own_evening_and_once_a_day(stage: Stage) -> None:
    moved(stage, stage.lin)
    for name in ("lin", "zhou"):
        stage.mo.say(stage.staff, f"/grant @{name} 5 好图")
    stage.play()
    stage.evening()
    assert [len(stage.said(one)) for one in (stage.lin, stage.zhou)] == [0, 1]
    stage.advance(16 * 3600)  # 20:30 in Los Angeles
    assert [len(stage.said(one)) for one in (stage.lin, stage.zhou)] == [1, 1]
    assert "好图" in stage.said(stage.lin)[-1]


def test_one_who_moves_between_two_evenings_hears_of_a_day_once(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 5 好图")
    stage.play()
    stage.evening()
    moved(stage, stage.lin)
    stage.mo.say(stage.staff, "/grant @lin 6 又一张")
    stage.play()
    stage.advance(16 * 3600)
    assert len(stage.said(stage.lin)) == 1
    stage.advance(24 * 3600)
    assert "又一张" in stage.said(stage.lin)[-1]


def test_keepsakes_are_told_in_that_evening(stage: Stage) -> None:
    there = moved(stage, stage.lin)
    stage.lin.say(there, "#question How long does the 12 V battery last in winter?")
    stage.play()
    stage.evening()
    before = stage.said(stage.lin)
    stage.advance(16 * 3600)
    assert len(stage.said(stage.lin)) == len(before) + 1
