"""Who is in no group of ours finds the way into one: by a link where there is one, in their own language first."""

import pytest

from sandbox.world.chats import Chat
from sandbox.world.people import Person
from tests.places import beside
from tests.stage import Stage

INVITATION = "https://t.me/+AbCdEf123456"


def passerby(stage: Stage, language: str = "zh") -> Person:
    """Somebody in no group of ours who has pressed start."""
    person = stage.world.person("Wanderer", username="passerby", language_code=language)
    person.start()
    stage.play()
    return person


def told(stage: Stage, chat: Chat, words: str) -> str:
    """What the bot says to the owner there."""
    stage.owner.say(chat, words)
    stage.play()
    return stage.last(chat).text


def ways(stage: Stage, person: Person) -> list[tuple[str, str]]:
    """The buttons under the last message that open something: their words and address."""
    return [(one.text, one.url) for row in stage.last(person).buttons for one in row if one.url]


def public(stage: Stage, chat: Chat, username: str) -> None:
    """The group has a public name."""
    chat.username = username
    chat.changed()
    stage.owner.say(chat, "早上好")
    stage.play()


def test_a_private_group_whose_link_the_owner_gave_is_a_button_away_from_the_first_word_on(stage: Stage) -> None:
    assert INVITATION in told(stage, stage.group, f"/setup t.me/joinchat/{INVITATION.partition('+')[2]}")
    person = passerby(stage)
    assert ways(stage, person) == [("去 星途车友会", INVITATION)]
    assert "在群里才算数" in stage.last(person).text
    stage.press(person, stage.last(person), "我同意")
    assert ways(stage, person) == [("去 星途车友会", INVITATION)]
    person.say(stage.world.private(person), "签到")
    stage.play()
    assert ways(stage, person) == [("去 星途车友会", INVITATION)]


@pytest.mark.parametrize(("language", "first"), [("en", "Open Star Drivers"), ("zh", "去 星途车友会")])
def test_the_group_of_ones_own_language_stands_first(stage: Stage, language: str, first: str) -> None:
    english = beside(stage, "Star Drivers", "en", [stage.owner])
    public(stage, stage.group, "startrail")
    public(stage, english, "stardrivers")
    found = ways(stage, passerby(stage, language))
    assert len(found) == 2
    assert found[0][0] == first


def test_where_nobody_can_enter_alone_a_friend_or_the_staff_help(stage: Stage) -> None:
    person = passerby(stage)
    assert "请群里的朋友邀请你" in stage.last(person).text
    assert [words for words, _ in ways(stage, person)] == ["私下联系版主"]


def test_a_group_whose_owner_gives_out_no_way_in_is_not_opened(stage: Stage) -> None:
    public(stage, stage.group, "startrail")
    assert ways(stage, passerby(stage)) == [("去 星途车友会", "https://t.me/startrail")]
    assert "不再给人" in told(stage, stage.group, "/setup 不发链接")
    other = stage.world.person("路人二", username="other")
    other.start()
    stage.play()
    assert "startrail" not in str(ways(stage, other))
    assert stage.community().way_in == ""


def test_a_member_is_shown_no_way_in(stage: Stage) -> None:
    public(stage, stage.group, "startrail")
    stage.lin.start()
    stage.play()
    assert ways(stage, stage.lin) == []
    assert "进群" not in stage.last(stage.lin).text
