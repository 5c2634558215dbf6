"""A line on a card is looked at only when somebody shows it to the staff: in private, once a day, within bounds."""

from rules.programme.programme import Programme
from rules.programme.sanctions import FairOrder
from rules.values import replace
from sandbox.world.people import Person
from tests.handlers.honour.announcing import plain
from tests.stage import Stage

REPORT, ADVERTISES = "举报这句介绍", "脚垫便宜出，加我"


def writes(stage: Stage, person: Person, line: str = ADVERTISES) -> None:
    """The person says so about themselves."""
    private = stage.world.private(person)
    person.say(private, "/card")
    stage.play()
    label = next(one.text for row in stage.last(person).buttons for one in row if "介绍" in one.text)
    stage.press(person, stage.last(person), label)
    person.say(private, line)
    stage.play()


def shows(stage: Stage, person: Person, whom: str = "@lin") -> str:
    """The person looks at the card and presses the button; what they are told."""
    person.say(stage.world.private(person), f"/card {whom}")
    stage.play()
    return stage.press(person, stage.last(person), REPORT)


def test_whoever_sees_it_shows_it_to_the_staff_who_take_it_off_or_leave_it(stage: Stage) -> None:
    writes(stage, stage.lin)
    assert "只转给版主" in shows(stage, stage.zhou)
    assert "只转给版主" in shows(stage, stage.he), "thanked for either way"
    [card] = [one for one in stage.messages(stage.staff) if ADVERTISES in one.text]
    assert "林晓 写的是" in plain(card.text) and "举报人 周舟" in plain(card.text)
    assert not [said for said in stage.said(stage.group) if ADVERTISES in said]
    stage.press(stage.mo, card, "拿掉介绍")
    assert "林晓 名片上的那句介绍拿掉了，莫莫 定的" in plain(card.text) and not card.buttons
    assert "版主拿掉了" in stage.last(stage.lin).text
    stage.zhou.say(stage.world.private(stage.zhou), "/card @lin")
    stage.play()
    assert ADVERTISES not in stage.last(stage.zhou).text and not stage.last(stage.zhou).buttons


def test_what_is_left_stands_and_its_author_hears_nothing(stage: Stage) -> None:
    writes(stage, stage.lin, "四年十二万公里")
    shows(stage, stage.zhou)
    before = stage.said(stage.lin)
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "留着")
    assert "莫莫 看过了" in plain(card.text) and not card.buttons
    assert stage.said(stage.lin) == before


def test_no_more_of_one_person_in_a_day_than_the_brand_says(stage: Stage) -> None:
    stage.restart(Programme(order=replace(FairOrder(), reports_day=1)))
    writes(stage, stage.lin)
    writes(stage, stage.he)
    shows(stage, stage.zhou)
    shows(stage, stage.zhou, "@he")
    assert len([one for one in stage.messages(stage.staff) if ADVERTISES in one.text]) == 1
