"""A picture is whose it was first, however it was shown: as a share, as an idea, as a work for a challenge."""

import pytest

from sandbox.world.files import Media
from sandbox.world.people import Person
from sandbox.world.speaking import send
from tests.handlers.works.desk import published
from tests.stage import Stage

SAYS = {"share": "#晒车 洗完拍一张，夜色真好", "idea": "#发现 座椅加热垫还能烘手套", "work": "#挑战1 剪了三遍"}
THEIRS = {"share": "别人先发过", "idea": "已经有车友发过了", "work": "别人先发过"}
COUNTED = {
    "share": "SELECT count(*) FROM share",
    "idea": "SELECT count(*) FROM idea",
    "work": "SELECT count(*) FROM submission",
}


def shown(stage: Stage, person: Person, how: str, picture: Media | None = None) -> Media:
    """The picture, shown like that."""
    if picture is None:
        message = person.send(stage.group, photo=b"lantern", caption=SAYS[how])
    else:
        message = send(person, stage.group, picture, caption=SAYS[how], reply_to=None, topic=None)
    stage.play()
    assert message.media
    return Media("photo", message.media.file)


def counted(stage: Stage, how: str) -> int:
    number: int = stage.do(lambda tx: tx.value(COUNTED[how]))
    return number


@pytest.mark.parametrize("first", SAYS)
def test_what_somebody_showed_first_is_nobody_elses_in_any_other_way(stage: Stage, first: str) -> None:
    published(stage)
    picture = shown(stage, stage.lin, first)
    for then in SAYS:
        shown(stage, stage.zhou, then, picture)
        assert THEIRS[then] in stage.whispers(stage.zhou)[-1].text, (first, then)
        assert counted(stage, then) == (then == first)


@pytest.mark.parametrize(("first", "then"), [("idea", "share"), ("share", "idea"), ("work", "share"), ("work", "idea")])
def test_ones_own_picture_is_paid_in_one_way(stage: Stage, first: str, then: str) -> None:
    published(stage)
    shown(stage, stage.lin, then, shown(stage, stage.lin, first))
    assert counted(stage, then) == 0


@pytest.mark.parametrize("first", ["idea", "share"])
def test_what_one_has_shown_may_become_a_work(stage: Stage, first: str) -> None:
    published(stage)
    shown(stage, stage.lin, "work", shown(stage, stage.lin, first))
    assert counted(stage, "work") == 1
