"""The guide's further pages: a press away, in place, with the brand's own names and numbers."""

import pytest

from messages.renderer import Speech
from rules.honour.guide_group import HOLDS, GuideGroup, grouped
from rules.honour.guide_page import GuidePage, pages, shown
from rules.programme.awards import Voting
from rules.programme.badges import Badge, Badges
from rules.programme.conditions import Needs
from rules.programme.councils import Council
from rules.programme.events import Events
from rules.programme.feedbacks import FeedbackPromises
from rules.programme.mentors import Mentors
from rules.programme.programme import Programme
from rules.programme.projects import Projects, Undelivered
from rules.programme.resources import Resources
from rules.programme.sanctions import FairOrder
from rules.programme.stages import Stages
from rules.programme.trust import TrustLadder
from rules.programme.wording import LOCALES
from rules.values import replace
from tests.handlers.honour.coring import core_of, says
from tests.stage import Stage

speech = Speech("Asia/Shanghai", "星途汽车")
NUMBERS = {
    GuidePage.BADGES: Programme(badges=Badges((Badge("kind", "热心", "🤝", needs=Needs({"people_helped": 777})),))),
    GuidePage.AWARDS: Programme(voting=Voting(quorum=777)),
    GuidePage.FEEDBACK: Programme(feedback=FeedbackPromises(answer_hours=77, decide_days=77)),
    GuidePage.MENTORS: Programme(mentors=Mentors(at_once=7, term_days=77)),
    GuidePage.TRUST: Programme(trust=TrustLadder(framework=Needs({"people_helped": 777}))),
    GuidePage.EVENTS: Programme(events=Events(confirm_hours=77)),
    GuidePage.PROJECTS: Programme(projects=Projects(remind_hours=77)),
    GuidePage.COUNCIL: Programme(council=Council(seats=7, answer_days=77)),
    GuidePage.STAGES: Programme(stages=Stages(mature=Needs({"people_helped": 777}))),
    GuidePage.ORDER: Programme(order=FairOrder(half_life_days=777, appeal_days=777)),
}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("page", NUMBERS)
def test_a_page_says_the_numbers_of_the_configuration(page: GuidePage, locale: str) -> None:
    told = speech.render(locale, f"guide/{page}", shown(NUMBERS[page], page, ""))
    assert "77" in told


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_of_designs_says_what_makes_a_vote_count_and_by_when_it_is_answered(locale: str) -> None:
    own = Programme(council=Council(quorum_percent=61, answer_days=23), voting=Voting(quorum=17))
    told = speech.render(locale, "guide/designs", shown(own, GuidePage.DESIGNS, "资深玩家"))
    assert "61%" in told and "23" in told and "17" in told


@pytest.mark.parametrize(("locale", "said"), [("zh", "到期前 27 天"), ("en", "27 days before that")])
def test_the_page_of_resources_says_when_somebody_is_reminded(locale: str, said: str) -> None:
    own = Programme(resources=Resources(remind_days=27))
    assert said in speech.render(locale, "guide/resources", shown(own, GuidePage.RESOURCES, ""))


def test_what_a_brand_does_not_have_has_no_page() -> None:
    bare = replace(Programme(), badges=Badges(()))
    assert GuidePage.BADGES not in pages(bare, "") and GuidePage.CORE not in pages(bare, "")
    assert GuidePage.DESIGNS not in pages(bare, ""), "they are chosen in the core group"
    assert {GuidePage.CORE, GuidePage.DESIGNS} < set(pages(bare, "资深玩家"))


def test_pages_are_turned_in_place_and_back(stage: Stage) -> None:
    core_of(stage)
    assert "贡献值获取指南" in says(stage, stage.lin, "/guide")
    before = len(stage.messages(stage.lin))
    for label, said in (
        ("奖章和头衔", "初次解惑"),
        ("荣誉奖项", "年度最佳发现奖"),
        ("头衔", "顾问委员"),
        ("名片和殿堂", "都在名片上，不用自己填"),
        ("每月的信", "信只发给你"),
        ("走远和歇歇", "帮到 20 位不同的车友"),
        ("奖章", "初次解惑"),
        ("« 积分怎么来", "贡献值获取指南"),
        ("挑战和作品", "另外两种先要有资格"),
        ("团队项目", "至少 2 位"),
        ("资源", "到期前 2 天我提醒一声"),
        ("知识问答", "分只加一次"),
        ("« 积分怎么来", "贡献值获取指南"),
        ("活动和伙伴", "留 24 小时"),
        ("核心群", "到了“资深玩家”就能进"),
        ("顾问委员会", "9 个席位"),
        ("选设计", "团队 14 天内说怎么定"),
        ("« 积分怎么来", "贡献值获取指南"),
        ("意见和规矩", "48 小时内有人看"),
        ("公平秩序", "暂停超过 7 天，要第二个人同意"),
    ):
        stage.press(stage.lin, stage.last(stage.lin), label)
        assert said in stage.last(stage.lin).text
    assert len(stage.messages(stage.lin)) == before


def test_in_a_group_the_pages_are_for_the_caller_alone(stage: Stage) -> None:
    stage.lin.say(stage.group, "积分规则")
    stage.play()
    stage.press(stage.lin, stage.whispers(stage.lin)[-1], "意见和规矩")
    stage.press(stage.lin, stage.whispers(stage.lin)[-1], "公平秩序")
    assert "公平秩序" in stage.whispers(stage.lin)[-1].text
    assert stage.said(stage.group) == []


def offered(stage: Stage) -> list[str]:
    return [button.text for row in stage.last(stage.lin).buttons for button in row]


def test_the_pager_leads_to_four_groups_and_in_each_to_every_page_by_name(stage: Stage) -> None:
    core_of(stage)
    says(stage, stage.lin, "/guide")
    there = grouped(pages(stage.programme, "资深玩家"))
    assert offered(stage) == [speech.label("zh", f"guide/group_{group}") for group in there]
    for group, held in there.items():
        stage.press(stage.lin, stage.last(stage.lin), speech.label("zh", f"guide/group_{group}"))
        for page in (*held[1:], held[0]):
            stage.press(stage.lin, stage.last(stage.lin), speech.label("zh", f"guide/page_{page}"))
            others = [one for one in held if one is not page] + [GuidePage.POINTS]
            assert offered(stage) == [speech.label("zh", f"guide/page_{one}") for one in others]
        stage.press(stage.lin, stage.last(stage.lin), speech.label("zh", "guide/page_points"))


def test_every_page_stands_in_one_group() -> None:
    held = [page for group in HOLDS.values() for page in group]
    assert sorted(held) == sorted(set(GuidePage) - {GuidePage.POINTS})


def test_a_group_without_pages_is_not_offered() -> None:
    assert set(grouped((GuidePage.POINTS, GuidePage.ORDER))) == {GuideGroup.FAIR}


@pytest.mark.parametrize("undelivered", Undelivered)
def test_the_page_says_where_an_undelivered_share_goes(undelivered: Undelivered) -> None:
    told = shown(Programme(projects=Projects(undelivered=undelivered)), GuidePage.PROJECTS, "")
    words = {"shares": "由交了的人按份额分", "evenly": "由交了的人平分", "unpaid": "不分给谁"}
    assert words[undelivered] in speech.render("zh", "guide/projects", told)
