"""More pictures than an album holds come as a second one, without words: nothing of it is left out in silence."""

from sandbox.world.chats import Chat
from sandbox.world.people import Person
from tests.handlers.works.desk import published
from tests.stage import Stage


def _ten_and_four(stage: Stage, person: Person, chat: Chat, caption: str = "") -> None:
    """Fourteen pictures, as an app sends them."""
    person.album(chat, [f"a{n}".encode() for n in range(10)], caption=caption)
    stage.play()
    stage.clock.advance(2)
    person.album(chat, [f"b{n}".encode() for n in range(4)])
    stage.play()


def test_what_an_app_cut_off_an_announcement_is_said_to_be_left_out(stage: Stage) -> None:
    private = stage.world.private(stage.owner)
    stage.owner.say(private, "/broadcast")
    stage.play()
    _ten_and_four(stage, stage.owner, private)
    assert "成了第二组，没有收" in stage.last(stage.owner).text


def test_what_an_app_cut_off_a_work_is_said_to_be_no_part_of_it(stage: Stage) -> None:
    published(stage)
    _ten_and_four(stage, stage.lin, stage.group, "#挑战1 剪了三遍")
    assert "没有算进作品里" in stage.whispers(stage.lin)[-1].text


def test_two_short_albums_and_those_of_others_are_told_nothing(stage: Stage) -> None:
    published(stage)
    stage.lin.album(stage.group, [b"a", b"b"], caption="#挑战1 剪了三遍")
    stage.play()
    told = len(stage.whispers(stage.lin))
    stage.lin.album(stage.group, [b"c", b"d"])
    stage.play()
    _ten_and_four(stage, stage.zhou, stage.group)
    assert len(stage.whispers(stage.lin)) == told and stage.whispers(stage.zhou) == []
