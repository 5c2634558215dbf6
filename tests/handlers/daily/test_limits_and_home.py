"""Who changes home between two time zones has no more of a day's limits than others, and does so once in a week."""

from rules.programme.programme import Programme
from rules.programme.thanks import Thanks
from rules.values import replace
from sandbox.world.people import Person
from tests.handlers.daily.test_own_day import clean
from tests.handlers.fairness.test_batch import sent
from tests.handlers.fairness.undoing import newest, undo
from tests.places import second
from tests.stage import Stage

HOUR_S, DAY_S = 3600, 86_400
THERE, HERE = "Star Drivers LA", "星途车友会"


def at_home(stage: Stage, person: Person, title: str) -> str:
    """Choose that home; the toast that answers."""
    person.say(stage.world.private(person), "/streak")
    stage.play()
    shown = stage.last(person)
    label = next(button.text for row in shown.buttons for button in row if button.text.endswith(title))
    return stage.press(person, shown, label)


def points(stage: Stage, person: Person) -> int:
    return stage.member(person).contribution


def test_a_share_is_paid_once_a_day_wherever_its_day_is_moved(stage: Stage) -> None:
    second(stage, [stage.lin])
    stage.lin.send(stage.group, photo=b"one", caption="#分享 今天洗了车")
    stage.play()
    at_home(stage, stage.lin, THERE)  # Sunday there still
    stage.lin.send(stage.group, photo=b"two", caption="#分享 今天又洗了车")
    stage.play()
    assert points(stage, stage.lin) == 2
    stage.advance(12 * HOUR_S)  # Monday, 05:00 in Los Angeles
    stage.lin.send(stage.group, photo=b"three", caption="#分享 洗完打了蜡")
    stage.play()
    assert points(stage, stage.lin) == 4
    clean(stage)


def test_ideas_of_a_day_are_paid_as_often_as_a_day_pays(stage: Stage) -> None:
    second(stage, [stage.lin])
    for n in range(4):
        stage.lin.say(stage.group, f"#发现 车里还能这样放东西，第 {n} 种")
    stage.play()
    at_home(stage, stage.lin, THERE)
    stage.lin.say(stage.group, "#发现 后备箱的挂钩能挂一把伞")
    stage.play()
    assert points(stage, stage.lin) == 6
    clean(stage)


def test_what_one_of_the_staff_gives_alone_stays_within_a_day_wherever_they_are_at_home(stage: Stage) -> None:
    second(stage, [stage.mo])
    stage.mo.say(stage.staff, "/grant @lin 200 夜里帮新车友拖车")
    stage.play()
    at_home(stage, stage.mo, THERE)
    stage.mo.say(stage.staff, "/grant @lin 200 又拖了一次")
    stage.play()
    assert points(stage, stage.lin) == 200
    stage.press(stage.mo, sent(stage, "/grants 夜里救援\n@lin 10"), "就这样加")
    assert points(stage, stage.lin) == 200, "a list asks a second person as well"
    clean(stage)


def test_what_the_brand_made_up_for_counts_to_the_day_wherever_its_giver_is_at_home(stage: Stage) -> None:
    second(stage, [stage.mo])
    stage.mo.say(stage.staff, "/grant @lin 200 夜里帮新车友拖车")
    stage.play()
    stage.owner.say(stage.staff, "/grant @lin -200 误领")
    stage.play()
    undo(stage, newest(stage, stage.lin, "grant").id)
    at_home(stage, stage.mo, THERE)
    stage.mo.say(stage.staff, "/grant @lin 200 这回没记错")
    stage.play()
    assert points(stage, stage.lin) == 0
    clean(stage)


def test_a_home_with_another_day_is_chosen_once_in_a_week_and_a_slip_is_put_right_at_once(stage: Stage) -> None:
    second(stage, [stage.lin])
    at_home(stage, stage.lin, THERE)
    stage.advance(5 * 60)
    at_home(stage, stage.lin, HERE)
    assert stage.member(stage.lin).timezone == "Asia/Shanghai"
    stage.advance(6 * 60)
    assert "7 天" in at_home(stage, stage.lin, THERE)
    assert stage.member(stage.lin).timezone == "Asia/Shanghai"
    stage.advance(7 * DAY_S)
    at_home(stage, stage.lin, THERE)
    assert stage.member(stage.lin).timezone == "America/Los_Angeles"


def test_going_to_and_fro_between_two_days_receives_no_more_thanks_than_a_day_has() -> None:
    stage = Stage(replace(Programme(), thanks=Thanks(per_receiver_day=1)))
    second(stage, [stage.lin])
    helpers = [stage.zhou, stage.he, stage.owner, stage.mo, stage.rui]
    stage.advance(19.5 * HOUR_S)  # 04:30 in Shanghai
    days = 5
    for n in range(days):
        for title, thankful in ((HERE, helpers[n]), (THERE, helpers[n - 1])):
            at_home(stage, stage.lin, title)
            thanked(stage, thankful)
            stage.advance((16 if title == HERE else 8) * HOUR_S)  # 20:30, which is 04:30 in Los Angeles
    assert points(stage, stage.lin) <= (days + 1) * 4
    clean(stage)


def thanked(stage: Stage, thankful: Person) -> None:
    message = stage.lin.say(stage.group, "看说明书第八页")
    stage.play()
    thankful.say(stage.group, "谢谢", reply_to=message)
    stage.play()
