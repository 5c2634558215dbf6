"""What happens to somebody for the first time, or after long, is told once, in the evening, quoting it."""

import pytest

from actions.honour.keepsake import KEEPSAKES
from messages.calendar import FOLDER
from rules.honour.keepsake import TOLD_AT_ONCE, Keepsake
from rules.programme.faults import Faulty
from rules.programme.keepsakes import Keepsakes
from rules.programme.programme import Programme
from rules.programme.wording import LOCALES
from rules.values import replace
from storage import members
from storage.honour import keepsakes
from tests.handlers.daily.asking import ask, solved
from tests.handlers.daily.test_feature import featured, found
from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.honour.announcing import crowd, help_people, trusting
from tests.handlers.works.desk import handed_in, published, reviewed
from tests.stage import Stage
from tests.talking import talked

DAY_S = 86_400


def told(stage: Stage, person: object, what: str) -> list[str]:
    """The evenings' messages to that person that speak of it."""
    return [text for text in stage.said(person) if what in text]  # type: ignore[arg-type]


def test_every_keepsake_is_found_by_something_and_told_by_something() -> None:
    assert set(KEEPSAKES) == set(Keepsake)
    for locale in LOCALES:
        for template in (*(f"keepsake/{what.value}" for what in Keepsake), *TOLD_AT_ONCE.values()):
            assert (FOLDER / locale / f"{template}.j2").exists(), template


def test_the_first_thanks_are_told_with_their_words_and_never_again(stage: Stage) -> None:
    for day in range(2):
        said = stage.zhou.say(stage.group, f"第 {day} 条经验")
        stage.play()
        stage.lin.say(stage.group, "谢谢，讲得特别清楚", reply_to=said)
        stage.play()
        stage.evening()
    [note] = told(stage, stage.zhou, "第一份谢意到账了")
    assert "林晓" in note and "讲得特别清楚" in note


def test_thanks_that_were_taken_back_by_the_evening_are_not_told(stage: Stage) -> None:
    said = stage.zhou.say(stage.group, "一条经验")
    stage.play()
    stage.lin.say(stage.group, "谢谢", reply_to=said)
    stage.play()
    undo(stage, newest(stage, stage.zhou, "thanks").id)
    stage.evening()
    assert not told(stage, stage.zhou, "第一份谢意")


def test_first_question_and_first_accepted_answer_are_quoted(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.evening()
    assert "蓝牙钥匙突然连不上怎么办？" in told(stage, stage.zhou, "第一次被采纳")[0]
    assert "已经有人帮你解决了" in told(stage, stage.lin, "问了第一个问题")[0]


def test_an_answer_that_is_found_again_is_told_to_who_wrote_it(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.evening()
    ask(stage, stage.he)
    stage.press(stage.he, stage.last(stage.group), "👌 就是它，解决了")
    stage.evening()
    assert "何川" in told(stage, stage.zhou, "又帮到一位")[0]


def test_a_streak_that_ended_is_told_when_nothing_can_mend_it_and_coming_back_is_welcome(stage: Stage) -> None:
    for _ in range(31):
        stage.lin.say(stage.group, "签到")
        stage.play()
        stage.advance(DAY_S)
    for _ in range(3):
        assert not told(stage, stage.lin, "停在了")
        stage.evening()
    stage.evening()
    [ended] = told(stage, stage.lin, "停在了")
    assert "连续 31 天" in ended
    stage.advance(14 * DAY_S)
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.evening()
    assert len(told(stage, stage.lin, "又见到你了")) == 1
    assert len(told(stage, stage.lin, "停在了")) == 1


def comes_and_talks(stage: Stage) -> None:
    """Xin starts the bot, agrees to the first covenant, and says thirty things."""
    stage.xin.start()
    stage.play()
    member, group, now = stage.member(stage.xin), stage.community().id, int(stage.clock.now())
    stage.do(lambda tx: members.agree(tx, member.id, 1, now))
    stage.do(lambda tx: talked(tx, group, member.id, 30, now))


def test_the_end_of_probation_the_thirtieth_day_and_the_year_are_told_once_each(stage: Stage) -> None:
    comes_and_talks(stage)
    for _ in range(32):
        stage.evening()
    assert len(told(stage, stage.xin, "新车友观察期过了")) == 1
    assert len(told(stage, stage.xin, "认识一个月了")) == 1
    stage.advance(334 * DAY_S)
    stage.evening()
    assert len(told(stage, stage.xin, "满 1 年了")) == 1


def test_whose_covenant_is_an_earlier_one_reads_of_no_thanks_that_would_count(stage: Stage) -> None:
    stage.restart(replace(stage.programme, brand=replace(stage.programme.brand, covenant_version=2)))
    comes_and_talks(stage)
    for _ in range(8):
        stage.evening()
    assert told(stage, stage.xin, "新车友观察期过了") == []


def test_a_brand_says_what_is_long_and_how_many_are_much() -> None:
    stage = Stage(Programme(keepsakes=Keepsakes(away_days=3, long_streak=4, helped=(2, 5))))
    help_people(stage, stage.lin, crowd(stage, 2))
    stage.evening()
    for _ in range(5):
        stage.lin.say(stage.group, "签到")
        stage.play()
        stage.advance(DAY_S)
    assert told(stage, stage.lin, "一位一位帮过来的") and not told(stage, stage.group, "位车友了")
    for _ in range(5):
        stage.evening()
    assert len(told(stage, stage.lin, "连续 5 天的签到停在了")) == 1
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.evening()
    assert len(told(stage, stage.lin, "隔了 6 天，又见到你了")) == 1
    help_people(stage, stage.lin, crowd(stage, 5))
    stage.evening()
    assert told(stage, stage.group, "位车友了")


def test_the_day_on_which_one_is_no_longer_new_is_the_brand_s() -> None:
    stage = Stage(Programme(keepsakes=Keepsakes(acquainted_days=9)))
    comes_and_talks(stage)
    for _ in range(8):
        stage.evening()
    assert not told(stage, stage.xin, "认识")
    for _ in range(3):
        stage.evening()
    assert len(told(stage, stage.xin, "认识 9 天了")) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("away_days", 1),
        ("long_streak", 366),
        ("helped", ()),
        ("helped", (10, 10)),
        ("helped", (0,)),
        ("acquainted_days", 0),
    ],
)
def test_what_no_keepsake_can_go_by_is_named(name: str, value: object) -> None:
    with pytest.raises(Faulty) as faulty:
        Keepsakes(**{name: value})  # type: ignore[arg-type]
    assert name in str(faulty.value)


def test_a_work_that_came_back_and_passed_is_told_as_that(stage: Stage) -> None:
    number = published(stage)
    handed_in(stage, stage.lin, number)
    reviewed(stage, "退回修改", "声音可以再大些")
    stage.evening()
    assert told(stage, stage.lin, "你交了第一件作品") and told(stage, stage.lin, "第一次收到修改建议")
    handed_in(stage, stage.lin, number, photo=b"better")
    reviewed(stage, "通过并精选", "开头抓人")
    stage.evening()
    assert told(stage, stage.lin, "改到第 2 版，通过了") and told(stage, stage.lin, "第一次入选精选")


def test_the_first_that_is_featured_may_be_a_discovery_and_is_told_once(stage: Stage) -> None:
    number = published(stage)
    featured(stage, found(stage))
    stage.evening()
    [note] = told(stage, stage.lin, "第一次入选精选")
    assert "“昨晚试了试，外放电接灯串" in note
    handed_in(stage, stage.lin, number)
    reviewed(stage, "通过并精选", "开头抓人")
    featured(stage, found(stage))
    stage.evening()
    assert len(told(stage, stage.lin, "第一次入选精选")) == 1


def test_a_discovery_after_a_featured_work_is_not_the_first(stage: Stage) -> None:
    handed_in(stage, stage.lin, published(stage))
    reviewed(stage, "通过并精选", "开头抓人")
    stage.advance(60)
    featured(stage, found(stage))
    stage.evening()
    [note] = told(stage, stage.lin, "第一次入选精选")
    assert "外放电" not in note.split("第一次入选精选", 1)[1].split("\n", 1)[0]


def test_a_first_that_is_featured_no_more_by_the_evening_may_come_again(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    stage.mo.say(stage.group, "/unfeature 和上周那条重复", reply_to=message)
    stage.play()
    stage.evening()
    assert not told(stage, stage.lin, "第一次入选精选")
    featured(stage, found(stage))
    stage.evening()
    assert len(told(stage, stage.lin, "第一次入选精选")) == 1


def test_ten_people_helped_is_told_to_the_helper_and_a_hundred_to_everybody() -> None:
    stage = trusting()
    folk = crowd(stage, 10)
    help_people(stage, stage.lin, folk)
    stage.evening()
    assert "你帮过的车友有 10 位了" in told(stage, stage.lin, "你帮过")[0]
    assert not told(stage, stage.group, "位车友了")


def test_what_has_been_told_is_not_told_again(stage: Stage) -> None:
    member = stage.member(stage.lin)
    assert stage.do(lambda tx: keepsakes.keep(tx, member.id, "first_thanks", 1))
    assert not stage.do(lambda tx: keepsakes.keep(tx, member.id, "first_thanks", 2))
