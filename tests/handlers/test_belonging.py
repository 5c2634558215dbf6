"""Points are for those who are in a group of ours: to earn, to hand in, to redeem."""

import pytest

from bot.intake.memberships import senders
from sandbox.world.people import Person
from tests.databases import rows
from tests.handlers.daily.asking import points
from tests.handlers.works.desk import published
from tests.places import second
from tests.stage import Stage

NOT_IN = "要先进群"


@pytest.fixture
def passerby(stage: Stage) -> Person:
    """Somebody in no group of ours, who has started the bot and agreed to the covenant."""
    person = stage.world.person("路人", username="passerby")
    person.start()
    stage.play()
    stage.press(person, stage.last(person), "我同意")
    return person


def said(stage: Stage, person: Person, words: str) -> str:
    person.say(stage.world.private(person), words)
    stage.play()
    return stage.last(person).text


def test_who_is_in_no_group_is_told_kindly_where_members_meet(stage: Stage, passerby: Person) -> None:
    told = said(stage, passerby, "签到")
    assert NOT_IN in told
    assert "星途车友会" in told
    assert points(stage, passerby) == 0


@pytest.mark.parametrize("words", ["签到", "/submit 1", "商城", "挑战", "/events", "找导师"])
def test_where_members_meet_is_said_before_anything_is_asked_or_shown(stage: Stage, words: str) -> None:
    published(stage)
    stranger = stage.world.person("生人")
    stranger.start("submit-1")
    stage.play()
    for told in (stage.last(stranger).text, said(stage, stranger, words)):
        assert NOT_IN in told
        assert "公约" not in told


def test_who_just_starts_the_bot_reads_where_members_meet_before_what_is_done_there(stage: Stage) -> None:
    stranger = stage.world.person("生人")
    stranger.start()
    stage.play()
    told = stage.last(stranger).text
    assert told.index("星途车友会") < told.index("签到") < told.index("公约")


def test_a_public_group_is_a_button_away(stage: Stage, passerby: Person) -> None:
    stage.group.username = "startrail"
    stage.group.changed()
    stage.lin.say(stage.group, "早上好")
    stage.play()
    said(stage, passerby, "签到")
    [[button]] = stage.last(passerby).buttons
    assert (button.text, button.url) == ("去 星途车友会", "https://t.me/startrail")


def test_who_was_there_before_the_bot_and_never_wrote_is_asked_after(stage: Stage, passerby: Person) -> None:
    passerby.join(stage.group)
    stage.world.updates.clear()
    assert NOT_IN not in said(stage, passerby, "签到")
    assert points(stage, passerby) > 0
    found = rows(
        stage.connection, "SELECT joined_at FROM membership JOIN member ON member.id = member WHERE name = '路人'"
    )
    assert [row.joined_at for row in found] == [None], "nobody knows when they came, and no board greets them as new"


def test_leaving_ends_it_and_the_balance_stays(stage: Stage) -> None:
    said(stage, stage.lin, "签到")
    had = points(stage, stage.lin)
    stage.lin.leave(stage.group)
    stage.advance(86_400)
    assert NOT_IN in said(stage, stage.lin, "签到")
    assert points(stage, stage.lin) == had
    stage.lin.join(stage.group)
    assert NOT_IN not in said(stage, stage.lin, "签到")


def test_who_is_still_in_another_group_goes_on(stage: Stage) -> None:
    second(stage, [stage.lin])
    stage.lin.leave(stage.group)
    assert NOT_IN not in said(stage, stage.lin, "签到")


def test_work_is_not_taken_from_one_who_left_while_it_was_asked_for(stage: Stage) -> None:
    published(stage)
    stage.lin.start("submit-1")
    stage.play()
    stage.lin.leave(stage.group)
    assert NOT_IN in said(stage, stage.lin, "我剪的片子")
    assert rows(stage.connection, "SELECT 1 FROM submission") == []


def test_updates_without_shape_are_nobodys() -> None:
    shapeless = [{"update_id": 1, "message": {"chat": 3}}, {"update_id": 2, "callback_query": {"from": {"id": "x"}}}]
    assert list(senders([*shapeless, {"update_id": 3, "poll": {}}])) == []
