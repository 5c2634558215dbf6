"""The hall of honour: who was honoured, and what they did, with links for those who may follow them."""

from actions.honour.hall import whole
from rules.honour.award import RoundState
from rules.honour.card import CardPart
from rules.honour.deed import Deed, DeedKind
from rules.programme.wording import Wording
from sandbox.world.chats import Chat
from sandbox.world.people import Person
from storage import groups, members
from storage.engine.tx import Tx
from storage.honour import awards, cards, honours
from tests.handlers.daily.asking import solved
from tests.handlers.daily.test_feature import asked, featured, found
from tests.handlers.daily.test_feature_shown import shown
from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.works.desk import hung
from tests.stage import Stage


def honoured(stage: Stage, person: Person, award: str = "helper") -> None:
    """They hold that award from now on."""
    member, owner, now = stage.member(person).id, stage.member(stage.owner).id, int(stage.clock.now())

    def give(tx: Tx) -> None:
        made = awards.add(tx, award, 2026, owner, now, now)
        assert made
        awards.move(tx, made, RoundState.GIVEN)
        honours.add(tx, made.id, award, Wording(zh="年度热心用户"), 2026, member, "总在", owner, now)

    stage.do(give)


def named(stage: Stage, chat: Chat, name: str) -> None:
    """The chat gets a public name, by which everybody may read it."""

    def rename(tx: Tx) -> None:
        group = groups.by_chat(tx, chat.id)
        assert group is not None
        groups.titled(tx, group, group.title, name)

    stage.do(rename)


def suggested(stage: Stage, person: Person, *, by_name: bool) -> None:
    """A suggestion of theirs has shipped."""
    member, now = stage.member(person).id, int(stage.clock.now())
    stage.do(
        lambda tx: tx.run(
            "INSERT INTO feedback (member, anonymous, kind, words, at, state, since, note, version, named)"
            " VALUES (:member, 0, 'idea', '能选周几吗', :now, 'shipped', :now, '充电预约能选周几了', 'v2.3', :named)",
            member=member,
            now=now,
            named=int(by_name),
        )
    )


def deeds(stage: Stage) -> list[Deed]:
    """Those on the page outside."""
    [year] = stage.do(whole).years
    return [deed for one in year.laureates for deed in one.deeds]


def linked(stage: Stage, person: Person) -> int:
    """How many links stand in the last message to them."""
    return len([one for one in stage.last(person).entities if one.type == "text_link"])


def test_the_hall_tells_deeds_with_links(stage: Stage) -> None:
    featured(stage, found(stage))
    hung(stage)
    solved(stage, stage.zhou, stage.lin)
    suggested(stage, stage.lin, by_name=True)
    honoured(stage, stage.lin)
    told = asked(stage, stage.zhou, "/hall")
    assert "精选发现：昨晚试了试，外放电接灯串" in told and "精选作品：转场练习" in told
    assert "帮车友解决了 1 个问题，比如这条" in told and "充电预约能选周几了（v2.3）" in told
    assert linked(stage, stage.zhou) == 3


def test_outside_a_link_leads_only_where_everybody_may_read(stage: Stage) -> None:
    said = shown(stage)
    solved(stage, stage.zhou, stage.lin)
    honoured(stage, stage.lin)
    assert [one.links for one in deeds(stage)] == [(), ()]
    named(stage, stage.group, "xingtu")
    assert deeds(stage)[0].links == (f"https://t.me/xingtu/{said.id}",)
    named(stage, stage.channel, "jingxuan")
    assert deeds(stage)[0].links == (f"https://t.me/jingxuan/{stage.last(stage.channel).id}",)
    assert deeds(stage)[1].links[0].startswith("https://t.me/xingtu/")


def test_what_they_hide_or_did_not_sign_or_lost_is_told_nowhere(stage: Stage) -> None:
    hung(stage)
    solved(stage, stage.zhou, stage.lin)
    suggested(stage, stage.lin, by_name=False)
    honoured(stage, stage.lin)
    lin = stage.member(stage.lin).id
    assert [one.kind for one in deeds(stage)] == [DeedKind.WORK, DeedKind.ANSWERS]
    stage.do(lambda tx: cards.hide(tx, lin, frozenset({CardPart.HELPED})))
    assert [one.kind for one in deeds(stage)] == [DeedKind.WORK]
    undo(stage, newest(stage, stage.lin, "featured").id)
    assert deeds(stage) == []
    stage.do(lambda tx: cards.hide(tx, lin, frozenset()))
    assert [one.kind for one in deeds(stage)] == [DeedKind.ANSWERS]
    stage.do(lambda tx: members.set_hidden(tx, lin, True))
    assert deeds(stage) == [] and "解决了" not in asked(stage, stage.zhou, "/hall")


def test_whoever_hides_is_named_neither_there_nor_among_the_awards_until_they_come_back(stage: Stage) -> None:
    honoured(stage, stage.lin)
    assert "荣誉殿堂里不再写你的名字" in asked(stage, stage.lin, "/hideme")
    for told in (asked(stage, stage.zhou, "/hall"), asked(stage, stage.zhou, "/awards")):
        assert "一位车友" in told and "林晓" not in told
    asked(stage, stage.lin, "/showme")
    assert all("林晓" in asked(stage, stage.zhou, words) for words in ("/hall", "/awards"))


def test_deeds_are_those_of_the_year_before_the_award(stage: Stage) -> None:
    featured(stage, found(stage))
    stage.do(lambda tx: tx.run("UPDATE feature SET at = at - 367 * 86400"))
    honoured(stage, stage.lin)
    featured(stage, found(stage), reason="第二次也写了")
    stage.do(lambda tx: tx.run("UPDATE honour SET given_at = given_at - 60"))
    assert deeds(stage) == []


def test_a_year_with_many_awards_is_turned_like_pages(stage: Stage) -> None:
    for number in range(6):
        honoured(stage, stage.lin if number else stage.he, f"award_{number}")
    assert "何川" in asked(stage, stage.zhou, "/hall") and "第 1 页，共 2 页" in stage.last(stage.zhou).text
    stage.press(stage.zhou, stage.last(stage.zhou), "下一页 ›")
    assert "何川" not in stage.last(stage.zhou).text and "林晓" in stage.last(stage.zhou).text
