"""A profile photo in the hall of honour: asked for, fetched once, taken back by one press."""

from datetime import date

import pytest

from actions.honour import portrait as actions
from actions.honour.ceremony import revoke
from actions.honour.hall import whole
from handlers.honour.portrait import told
from messages.web import page
from rules.honour.award import RoundState
from rules.honour.portrait import MOST_BYTES
from rules.programme.wording import Wording
from sandbox.world.people import Person
from sandbox.world.portraits import portrait
from storage import members
from storage.engine.tx import Tx
from storage.honour import awards, honours, portraits
from storage.post import outbox
from tests.handlers.honour.test_award import begin, nominate, shortlisted
from tests.stage import Stage

PHOTO = portrait(200, 160)
MINE, NOT_MINE = "可以放我的头像", "不放我的头像了"


def honoured(stage: Stage, person: Person, award: str = "helper") -> int:
    """They hold an award; its number."""
    member, owner = stage.member(person).id, stage.member(stage.owner).id

    def give(tx: Tx) -> int:
        made = awards.add(tx, award, 2026, owner, 0, 0)
        assert made
        awards.move(tx, made, RoundState.GIVEN)
        return honours.add(tx, made.id, award, Wording(zh="年度热心用户"), 2026, member, "总在", owner, 0)

    return stage.do(give)


def taken_back(stage: Stage, honour: int) -> None:
    """The owner takes that award back."""
    owner, occasion = stage.member(stage.owner), stage.occasion()
    stage.do(lambda tx: revoke(tx, owner, honour, "弄错了", occasion))


def fetched(stage: Stage, photo: bytes | None) -> None:
    """What the bot finds when it looks for the photos that are wanted."""
    now = int(stage.clock.now())
    for one in stage.do(actions.wanted):
        found = stage.do(lambda tx, one=one: actions.keep(tx, one, photo))
        if found is not None:
            stage.do(lambda tx, f=found: outbox.put(tx, stage.flow.composer.posts(tx, told(f), now), now))
    stage.play()


def private(stage: Stage, person: Person, words: str) -> None:
    person.say(stage.world.private(person), words)
    stage.play()


def shown(stage: Stage) -> list[str]:
    """The portraits on the page of the hall."""
    page = stage.do(whole)
    return [one.portrait for year in page.years for one in year.laureates]


def labels(stage: Stage, person: Person) -> list[str]:
    return [button.text for row in stage.last(person).buttons for button in row]


def kept(stage: Stage, person: Person) -> bytes | None:
    member = stage.member(person).id
    return stage.do(lambda tx: portraits.photo(tx, member))


def test_whoever_is_honoured_is_asked_with_their_day_and_decides_by_one_press(stage: Stage) -> None:
    begin(stage, "荣誉大使")
    nominate(stage, stage.lin, stage.he)
    stage.press(stage.owner, shortlisted(stage, "何川"), "写颁奖词")
    private(stage, stage.owner, "走到哪说到哪")
    stage.press(stage.owner, stage.last(stage.owner), "颁奖")
    stage.evening()
    day = stage.last(stage.he)
    assert "走到哪说到哪" in day.text and "随时能收回" in day.text
    assert shown(stage) == [""]
    assert "这就去取" in stage.press(stage.he, day, MINE)
    assert "走到哪说到哪" in day.text
    assert "同意过了" in stage.press(stage.he, day, MINE)
    assert shown(stage) == [""]
    fetched(stage, PHOTO)
    assert shown(stage)[0].startswith("data:image/jpeg;base64,/9j/")
    told_so = stage.last(stage.he)
    assert "取到了" in told_so.text
    stage.press(stage.he, told_so, NOT_MINE)
    assert kept(stage, stage.he) is None and shown(stage) == [""]
    exported = page("zh", "hall", "星途汽车", date(2026, 11, 16), stage.do(whole))
    assert "data:image" not in exported and ">何<" in exported
    stage.press(stage.he, told_so, MINE)
    fetched(stage, PHOTO)
    assert kept(stage, stage.he) == PHOTO


@pytest.mark.parametrize(
    ("photo", "said"),
    [(None, "没取到你的头像"), (b"", "太大"), (b"\x89PNG", "太大"), (PHOTO.ljust(MOST_BYTES + 1, b"0"), "太大")],
    ids=["none", "far too large", "png", "too large"],
)
def test_without_a_photo_that_can_be_shown_they_are_told_and_may_try_again(
    stage: Stage, photo: bytes | None, said: str
) -> None:
    honoured(stage, stage.lin)
    private(stage, stage.lin, "/hall")
    stage.press(stage.lin, stage.last(stage.lin), MINE)
    fetched(stage, photo)
    assert said in stage.last(stage.lin).text and kept(stage, stage.lin) is None
    assert stage.do(actions.wanted) == []
    assert "这就去取" in stage.press(stage.lin, stage.last(stage.lin), MINE)


def test_the_hall_and_the_card_say_where_it_stands_and_turn_it_in_place(stage: Stage) -> None:
    honoured(stage, stage.lin)
    private(stage, stage.lin, "/hall")
    hall = stage.last(stage.lin)
    stage.press(stage.lin, hall, MINE)
    assert labels(stage, stage.lin) == [NOT_MINE]
    private(stage, stage.lin, "/card")
    card = stage.last(stage.lin)
    assert "删了" in stage.press(stage.lin, card, "✓ 荣誉殿堂里放头像")
    fetched(stage, PHOTO)
    assert stage.last(stage.lin) is card and kept(stage, stage.lin) is None
    stage.press(stage.lin, card, "荣誉殿堂里放头像")
    fetched(stage, PHOTO)
    assert kept(stage, stage.lin) == PHOTO
    stage.press(stage.lin, hall, NOT_MINE)
    assert kept(stage, stage.lin) is None


def test_nobody_else_is_asked_and_no_group_reads_it(stage: Stage) -> None:
    honoured(stage, stage.lin)
    stage.lin.say(stage.group, "/hall")
    stage.play()
    assert not stage.last(stage.group).buttons
    for words in ("/hall", "/card"):
        private(stage, stage.he, words)
        assert not any("头像" in label for label in labels(stage, stage.he))
    private(stage, stage.he, "/card @lin")
    assert not stage.last(stage.he).buttons


def test_who_hides_or_holds_no_award_any_more_is_not_shown(stage: Stage) -> None:
    numbers = [honoured(stage, stage.lin, award) for award in ("helper", "ambassador")]
    private(stage, stage.lin, "/hall")
    hall = stage.last(stage.lin)
    stage.press(stage.lin, hall, MINE)
    fetched(stage, PHOTO)
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: members.set_hidden(tx, lin, True))
    assert shown(stage) == ["", ""]
    stage.do(lambda tx: members.set_hidden(tx, lin, False))
    taken_back(stage, numbers[0])
    assert len(shown(stage)) == 1 and kept(stage, stage.lin) == PHOTO
    taken_back(stage, numbers[1])
    assert shown(stage) == [] and kept(stage, stage.lin) is None
    stage.press(stage.lin, hall, NOT_MINE)
    private(stage, stage.lin, "/card")
    assert not any("头像" in label for label in labels(stage, stage.lin))


def test_a_button_from_before_asks_nobody_who_is_not_in_the_hall(stage: Stage) -> None:
    number = honoured(stage, stage.lin)
    private(stage, stage.lin, "/hall")
    hall = stage.last(stage.lin)
    taken_back(stage, number)
    assert "没有你的奖项" in stage.press(stage.lin, hall, MINE)
    assert stage.do(actions.wanted) == []
