"""People noted by hand: a personal link, who comes by it, and a source that stays."""

from datetime import date

import pytest

from bot.upkeep import housekeeping
from rules.programme.programme import Programme
from rules.source import Source
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import sources
from storage.operations import exports
from storage.operations.exports import sheets
from tests.handlers.honour.announcing import plain
from tests.handlers.honour.coring import DAY
from tests.stage import Stage

DAY_ONE = date(2026, 11, 16)
PAGE = "https://example.com/u/7"


def says(stage: Stage, words: str) -> Message:
    """What mo writes in the staff group, and the answer."""
    stage.mo.say(stage.staff, words)
    stage.play()
    return stage.last(stage.staff)


def hears(stage: Stage, words: str) -> str:
    """What mo is answered in private."""
    stage.mo.say(stage.world.private(stage.mo), words)
    stage.play()
    return plain(stage.last(stage.mo).text)


def source(stage: Stage, person: Person) -> Source | None:
    """What is known of where they come from."""
    member = stage.member(person).id
    return stage.do(lambda tx: sources.of(tx, member))


def invited(stage: Stage, words: str = f"/scout 小夏 小红书 {PAGE} 每篇都测续航") -> tuple[Message, str]:
    """Somebody without an account is noted and given a link; the card and the link's address."""
    card = says(stage, words)
    stage.press(stage.mo, card, "请进“星途车友会”")
    stage.play()
    return card, next(word for word in card.text.split() if "t.me/+" in word)


def joins(stage: Stage, person: Person, address: str) -> None:
    """They follow the link."""
    person.join(stage.group, stage.group.invitations[address])
    stage.play()


def test_whoever_comes_by_the_link_is_known_and_the_source_stays(stage: Stage) -> None:
    card, address = invited(stage)
    assert "还没进群" in plain(card.text) and "只能用一次" in card.text
    stranger = stage.world.person("夏夏")
    joins(stage, stranger, address)
    assert "夏夏 进群了，用的是给“小夏”的邀请（莫莫 记下的，小红书）" in plain(stage.last(stage.staff).text)
    stage.do(lambda tx: housekeeping.sweep(tx, int(stage.clock.now()) + 400 * DAY))
    assert "来源：公域 · 小红书（主页），每篇都测续航" in hears(stage, f"/member {stranger.id}")
    rows = stage.do(lambda tx: list(exports._members(tx, Programme(), DAY_ONE)))
    assert [row[-3:] for row in rows if row[1] == "夏夏"] == [("public", "小红书", PAGE)]
    assert [row[1] for row in stage.do(lambda tx: list(sheets()["scouts"].rows(tx, Programme(), DAY_ONE)))]
    assert "记下了、还没来的，现在一位也没有" in hears(stage, "/scouts")


def test_a_link_that_was_handed_on_is_parted_and_the_note_waits_on(stage: Stage) -> None:
    _, address = invited(stage)
    joins(stage, stage.world.person("路人"), address)
    stage.press(stage.owner, stage.last(stage.staff), "不是 TA")
    assert "小夏" in stage.last(stage.staff).text and "还没进群" in stage.last(stage.staff).text
    assert "小夏" in says(stage, "/scouts").text


def test_who_is_here_is_noted_at_once_and_corrected_by_noting_again(stage: Stage) -> None:
    assert "来源跟着 TA" in says(stage, "/scout 周舟 私域 总在帮新人").text
    says(stage, f"/scout {stage.zhou.id} 小红书 {PAGE} 写得细")
    found = source(stage, stage.zhou)
    assert found and found.platform == "小红书"


def test_a_source_that_is_known_stays_when_they_come_by_a_link(stage: Stage) -> None:
    stranger = stage.world.person("夏夏")
    stranger.join(stage.group)
    stage.play()
    says(stage, f"/scout {stranger.id} 私域 老车主")
    stranger.leave(stage.group)
    stage.play()
    joins(stage, stranger, invited(stage)[1])
    assert "来源早就记过" in stage.last(stage.staff).text
    found = source(stage, stranger)
    assert found and found.reason == "老车主"


def test_who_was_expected_and_came_another_way_is_noted_as_here_and_the_link_ends(stage: Stage) -> None:
    _, address = invited(stage)
    says(stage, f"/scout {stage.zhou.id} 小红书 {PAGE} 写得细")
    assert stage.group.invitations[address].revoked
    found = source(stage, stage.zhou)
    assert found and found.reason == "写得细"
    assert "记下了、还没来的，现在一位也没有" in hears(stage, "/scouts")


def test_another_link_ends_the_older_one_and_so_does_withdrawing(stage: Stage) -> None:
    card, older = invited(stage)
    stage.press(stage.mo, card, "请进“星途车友会”")
    stage.play()
    newer = next(word for word in card.text.split() if "t.me/+" in word)
    assert stage.group.invitations[older].revoked and not stage.group.invitations[newer].revoked
    listed = says(stage, "/scouts")
    stage.press(stage.mo, listed, "📌 小夏")
    stage.play()
    stage.press(stage.mo, stage.last(stage.staff), "不留了")
    stage.play()
    assert stage.group.invitations[newer].revoked
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM scouted")) == 0


def test_who_never_comes_is_forgotten_after_half_a_year(stage: Stage) -> None:
    invited(stage)
    stage.do(lambda tx: housekeeping.sweep(tx, int(stage.clock.now()) + 179 * DAY))
    assert "小夏" in says(stage, "/scouts").text
    stage.do(lambda tx: housekeeping.sweep(tx, int(stage.clock.now()) + 181 * DAY))
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM scouted")) == 0


def test_one_page_is_noted_once_and_what_lacks_something_is_shown_how(stage: Stage) -> None:
    invited(stage)
    assert "已经记过这个主页" in hears(stage, f"/scout 夏 小红书 {PAGE} 好")
    assert "要写清谁" in hears(stage, "/scout 周舟 私域")
    for short in ("/scout", "/scout 小夏 小红书 好"):
        assert "要写清谁" in hears(stage, short)


@pytest.mark.parametrize(
    "shared", ["http://m.example.com/u/7/", "www.example.com/u/7?share_from=app", "HTTPS://Example.com/u/7"]
)
def test_a_page_that_was_shared_another_way_is_the_same_page(stage: Stage, shared: str) -> None:
    invited(stage)
    assert "已经记过这个主页" in hears(stage, f"/scout 夏 小红书 {shared} 好")
    assert "记下" in hears(stage, "/scout 冬 小红书 https://example.com/u/70 好")
