"""Words behind a preview that are edited are shown anew; of what has gone out it is said that it has."""

from collections.abc import Callable

import pytest

from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.post import said
from tests.databases import rows
from tests.handlers.offers.resourcing import FORM
from tests.handlers.test_ahead import LEAVE, OTHER, PLACES, SEND, WHY, Place
from tests.handlers.test_ahead_forms import PLACES as FORMS
from tests.handlers.works.desk import handed_in, labels, published
from tests.handlers.works.test_look import THEME
from tests.handlers.works.test_look import shown as drafted
from tests.shopping import redeemed
from tests.stage import Stage

FIRST = "这一批被提前领完了"
ADDRESS = "林晓 13800001111 上海市徐汇区星途路 1 号"


def say(stage: Stage, person: Person, words: str) -> Message:
    """What somebody writes in private."""
    message = person.say(stage.world.private(person), words)
    stage.play()
    return message


def edit(stage: Stage, message: Message, words: str) -> Message | None:
    """What the bot says to it; None where that is nothing."""
    person = message.sender
    assert person is not None
    before = stage.last(person)
    person.edit(message, words)
    stage.play()
    after = stage.last(person)
    return None if after is before else after


@pytest.mark.parametrize("place", PLACES)
def test_edited_words_are_shown_anew_and_the_preview_before_sends_nothing(stage: Stage, place: Place) -> None:
    place(stage)
    before = stage.last(stage.lin)
    message = say(stage, stage.mo, FIRST)
    first = stage.last(stage.mo)
    shown = edit(stage, message, WHY)
    assert shown and WHY in shown.text and SEND in labels(shown)
    assert "改过了" in stage.press(stage.mo, first, SEND) and stage.last(stage.lin) is before
    stage.press(stage.mo, shown, SEND)
    assert WHY in stage.last(stage.lin).text


@pytest.mark.parametrize("place", PLACES)
def test_what_has_gone_out_is_said_to_have_and_stays_as_it_was(stage: Stage, place: Place) -> None:
    place(stage)
    message = say(stage, stage.mo, FIRST)
    stage.press(stage.mo, stage.last(stage.mo), SEND)
    told = stage.last(stage.lin)
    late = edit(stage, message, WHY)
    assert late and "已经发出去了" in late.text and "\n" not in late.text.strip()
    assert stage.last(stage.lin) is told and WHY not in told.text


@pytest.mark.parametrize("place", PLACES)
def test_what_was_left_or_stands_there_no_more_is_edited_without_a_word(stage: Stage, place: Place) -> None:
    place(stage)
    older = say(stage, stage.mo, "仓库说下周才有货")
    newer = say(stage, stage.mo, FIRST)
    assert edit(stage, older, WHY) is None, "the preview shows the later words"
    assert edit(stage, newer, FIRST) is None, "nothing has changed"
    stage.press(stage.mo, stage.last(stage.mo), LEAVE)
    assert edit(stage, newer, WHY) is None


@pytest.mark.parametrize("at", FORMS)
def test_a_form_is_read_anew_from_the_message_that_was_edited(stage: Stage, at: str) -> None:
    place = FORMS[at]
    place.opened(stage)
    writer, meant = place.writer(stage), place.corrects.partition("：")[2]
    kept = [line for line in place.form.splitlines() if not line.startswith(place.corrects.partition("：")[0])]
    message = say(stage, writer, place.form)
    shown = edit(stage, message, "\n".join([*kept, place.corrects]))
    assert shown and meant in shown.text
    stage.press(writer, shown, SEND)
    assert stage.do(place.seen) == meant
    late = edit(stage, message, place.form)
    assert late and "已经发出去了" in late.text and stage.do(place.seen) == meant


@pytest.mark.parametrize("by", ["/newresource", ""])
def test_a_form_of_the_team_is_previewed_anew_until_it_is_published(stage: Stage, by: str) -> None:
    if not by:
        say(stage, stage.mo, "/newresource")
    message = say(stage, stage.mo, f"{by} {FORM}".strip())
    first = stage.last(stage.mo)
    shown = edit(stage, message, f"{by} {FORM}".strip().replace("微单相机", "全画幅相机"))
    assert shown and "全画幅相机" in shown.text
    assert "改过了" in stage.press(stage.mo, first, "发布")
    stage.press(stage.mo, shown, "发布")
    assert rows(stage.connection, "SELECT title FROM resource")[0].title == "全画幅相机"
    late = edit(stage, message, FORM)
    assert late and "已经用上了" in late.text


def test_a_form_with_a_mistake_is_put_right_where_it_was_written(stage: Stage) -> None:
    say(stage, stage.mo, "/newresource")
    message = say(stage, stage.mo, FORM.replace("数量：1", "数量：很多"))
    assert "要填一个整数" in stage.last(stage.mo).text
    shown = edit(stage, message, FORM)
    assert shown and "发布" in labels(shown)


def test_a_talk_has_been_passed_on_and_stays_as_it_was(stage: Stage) -> None:
    say(stage, stage.lin, "/contact")
    message = say(stage, stage.lin, "周六的活动还有名额吗？")
    told = stage.last(stage.staff).text
    late = edit(stage, message, "周日的活动还有名额吗？")
    assert late and "已经转过去了" in late.text
    assert stage.last(stage.staff).text == told


def test_an_address_does_not_follow_and_that_is_said(stage: Stage) -> None:
    redeemed(stage)
    message = say(stage, stage.lin, ADDRESS)
    assert "星途路 1 号" in stage.last(stage.lin).text
    told = edit(stage, message, ADDRESS.replace("1 号", "8 号"))
    assert told and "不会跟着变" in told.text
    assert rows(stage.connection, "SELECT text FROM delivery_address")[0].text == ADDRESS


def remarked(stage: Stage) -> tuple[Message, Message]:
    """A reviewer's words below the card of a work, and the card."""
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = stage.last(stage.staff)
    words = stage.rui.say(stage.staff, "第二个转场接得真好", reply_to=shown)
    stage.play()
    assert "第二个转场接得真好" in shown.text
    return words, shown


def at_the_desk(stage: Stage) -> list[str]:
    """What a single person of the team is told there."""
    return [message.text for message in stage.staff.ephemeral.values()]


def looked_at(stage: Stage) -> tuple[Message, Message]:
    """The same of a draft."""
    published(stage, THEME)
    shown = drafted(stage)
    words = stage.rui.say(stage.staff, "第二个转场接得真好", reply_to=shown)
    stage.play()
    return words, shown


@pytest.mark.parametrize(("composed", "sends"), [(remarked, "通过"), (looked_at, "发给作者")])
def test_a_reviewers_words_follow_their_message_until_the_author_has_them(
    stage: Stage, composed: Callable[[Stage], tuple[Message, Message]], sends: str
) -> None:
    words, shown = composed(stage)
    stage.rui.say(stage.staff, "片尾再短一点", reply_to=shown)
    stage.play()
    for now in ("第三个转场接得真好", "每个转场都接得真好"):
        stage.rui.edit(words, now)
        stage.play()
        assert now in shown.text and "第二个" not in shown.text and "片尾再短一点" in shown.text
    stage.press(stage.rui, shown, sends)
    told = stage.last(stage.lin).text
    assert "每个转场都接得真好" in told and "第" not in told.partition("片尾")[0].rpartition("转场")[2]
    stage.rui.edit(words, "一个转场都不好")
    stage.play()
    assert "已经告诉作者了" in at_the_desk(stage)[-1]
    assert "一个转场都不好" not in shown.text and stage.last(stage.lin).text == told


def test_words_that_were_put_back_stay_gone_when_their_message_is_edited(stage: Stage) -> None:
    words, shown = remarked(stage)
    stage.press(stage.rui, shown, "放回")
    before = len(at_the_desk(stage))
    stage.rui.edit(words, "第三个转场接得真好")
    stage.play()
    assert "转场接得真好" not in shown.text and len(at_the_desk(stage)) == before


def test_of_what_was_confided_no_message_is_remembered_and_no_edit_answered(stage: Stage) -> None:
    say(stage, stage.lin, "/feedback")
    stage.press(stage.lin, stage.last(stage.lin), "匿名写")
    stage.press(stage.lin, stage.last(stage.lin), "一个想法")
    message = say(stage, stage.lin, "后排出风口希望能单独关")
    assert edit(stage, message, "后排出风口希望能单独开关") is None
    assert not rows(stage.connection, "SELECT 1 FROM said_in")


def test_a_message_is_known_for_as_long_as_it_can_be_edited(stage: Stage) -> None:
    PLACES[0](stage)
    say(stage, stage.mo, WHY)
    assert rows(stage.connection, "SELECT 1 FROM said_in")
    stage.press(stage.mo, stage.last(stage.mo), OTHER)
    stage.advance(2 * 86_400 + 3_700)
    stage.do(lambda tx: said.forget(tx, int(stage.clock.now()) - said.EDITABLE_S))
    assert not rows(stage.connection, "SELECT 1 FROM said_in")
