"""Forms that somebody else reads go out by a button as well, whole, as lines sent afterwards have corrected them."""

from collections.abc import Callable

import pytest
from msgspec import Struct

from sandbox.world.people import Person
from storage.engine.tx import Tx
from tests.handlers.daily.test_feature import featured, found
from tests.handlers.daily.test_support import said as support
from tests.handlers.offers.resourcing import applied, offered
from tests.handlers.test_ahead import LEAVE, SEND
from tests.handlers.works.desk import labels
from tests.handlers.works.test_plan import own, pitched
from tests.stage import Stage

CHANGE = "改一改"


class Place(Struct, frozen=True):
    """How the form is opened, who fills it in, how, a line that corrects it, and what somebody else can see of it then."""

    opened: Callable[[Stage], None]
    writer: Callable[[Stage], Person]
    form: str
    corrects: str
    seen: Callable[[Tx], str | None]


def to_grant(stage: Stage) -> None:
    offered(stage)
    stage.press(stage.mo, applied(stage, stage.lin), "答应")


def to_offer(stage: Stage) -> None:
    stage.press(stage.mo, pitched(stage), "写方案")


def to_propose(stage: Stage) -> None:
    pitched(stage)
    stage.press(stage.lin, own(stage), "写方案")


def to_need(stage: Stage) -> None:
    pitched(stage)
    stage.press(stage.lin, own(stage), "提需要")


def to_help(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    support(stage, "", message)


def words_of(sql: str) -> Callable[[Tx], str | None]:
    def seen(tx: Tx) -> str | None:
        found: str | None = tx.value(sql)
        return found

    return seen


PLACES = {
    "resource.grant": Place(
        to_grant,
        lambda stage: stage.mo,
        "哪天：7天\n留言：还是先问问他吧",
        "留言：带上驾照来",
        words_of("SELECT words FROM resource_application WHERE state = 'granted'"),
    ),
    "plan.offer": Place(
        to_offer,
        lambda stage: stage.mo,
        "方案：这个要怎么写？\n交付：7天",
        "方案：两趟就够",
        words_of("SELECT text FROM plan"),
    ),
    "plan.form": Place(
        to_propose,
        lambda stage: stage.lin,
        "方案：这个要怎么写？\n交付：7天",
        "方案：跑三趟高速",
        words_of("SELECT text FROM plan"),
    ),
    "plan.need": Place(
        to_need,
        lambda stage: stage.lin,
        "要什么：这里填什么？\n什么时候要：7天",
        "要什么：一台相机",
        words_of("SELECT what FROM plan_ask"),
    ),
    "support.form": Place(
        to_help,
        lambda stage: stage.mo,
        "帮什么：还是先问问他吧\n什么时候前：7天",
        "帮什么：借一台相机",
        words_of("SELECT what FROM support"),
    ),
}


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> Place:
    return PLACES[request.param]


def say(stage: Stage, place: Place, words: str) -> str:
    """What the bot shows then."""
    writer = place.writer(stage)
    writer.say(stage.world.private(writer), words)
    stage.play()
    return stage.last(writer).text


def test_nobody_reads_a_form_before_it_is_sent_and_lines_correct_what_was_shown(stage: Stage, place: Place) -> None:
    place.opened(stage)
    writer, meant = place.writer(stage), place.corrects.partition("：")[2]
    before = stage.said(stage.staff), stage.said(stage.lin if writer is stage.mo else stage.mo)
    say(stage, place, place.form)
    first = stage.last(writer)
    assert meant not in say(stage, place, "好的"), "what agrees shows it once more and sends nothing"
    assert meant in say(stage, place, place.corrects)
    assert "改过了" in stage.press(writer, first, SEND)
    assert stage.do(place.seen) is None
    assert before == (stage.said(stage.staff), stage.said(stage.lin if writer is stage.mo else stage.mo))
    last = stage.last(writer)
    stage.press(writer, last, SEND)
    assert stage.do(place.seen) == meant
    assert SEND not in labels(last)


def test_it_can_be_changed_and_left_and_is_never_sent_by_that(stage: Stage, place: Place) -> None:
    place.opened(stage)
    writer, meant = place.writer(stage), place.corrects.partition("：")[2]
    say(stage, place, place.form)
    stage.press(writer, stage.last(writer), CHANGE)
    again, first = stage.last(writer).text, place.form.splitlines()[0].partition("：")[0]
    assert "你写的都还在" in again and f"{first}：" in again, "what was written stands there to be changed"
    assert stage.do(place.seen) is None
    assert meant in say(stage, place, place.corrects)
    stage.press(writer, stage.last(writer), LEAVE)
    say(stage, place, "你好")
    assert stage.do(place.seen) is None


def test_a_line_that_does_not_fit_sends_nothing_and_ends_what_was_shown(stage: Stage, place: Place) -> None:
    place.opened(stage)
    writer = place.writer(stage)
    say(stage, place, place.form)
    shown, when = (
        stage.last(writer),
        place.form.splitlines()[0 if place.form.startswith("哪天") else 1].partition("：")[0],
    )
    assert "没看出是哪天" in say(stage, place, f"{when}：看情况")
    assert "改过了" in stage.press(writer, shown, SEND)
    assert stage.do(place.seen) is None
    say(stage, place, f"{when}：明天")
    stage.press(writer, stage.last(writer), SEND)
    assert stage.do(place.seen)


@pytest.mark.parametrize(
    ("at", "sql"),
    [
        ("resource.grant", "SELECT day FROM resource_application WHERE state = 'granted'"),
        ("plan.form", "SELECT due FROM plan"),
        ("support.form", "SELECT due_at FROM support"),
    ],
)
def test_the_day_that_was_shown_is_meant_also_when_it_is_sent_later(stage: Stage, at: str, sql: str) -> None:
    place = PLACES[at]
    place.opened(stage)
    writer = place.writer(stage)
    say(stage, place, place.form)
    shown, then = stage.last(writer), int(stage.clock.now())
    stage.advance(30 * 3600)
    stage.press(writer, shown, SEND)
    due: int = stage.do(lambda tx: tx.value(sql))
    assert due <= then + 8 * 86_400
