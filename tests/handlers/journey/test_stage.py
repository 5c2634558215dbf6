"""Stages: proposed with evidence, decided by staff, told kindly; alumni after a talk."""

from datetime import date, timedelta

from actions import topic_moderator
from actions.daily import checkin
from actions.honour.card import Card, card
from actions.honour.mentoring import known
from rules.honour.mentoring import MentoringState
from rules.journey.council_seat import CouncilSeat
from rules.note import Matter
from rules.occasion import Occasion
from rules.people import Role
from rules.programme.conditions import Needs
from rules.programme.councils import Council
from rules.programme.mentors import Mentors
from rules.programme.programme import Programme
from rules.programme.topic_moderators import TopicModerators
from rules.programme.trust import TrustStep
from rules.stage import Stage as Step
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members, notes, stages
from storage.honour import mentorings
from storage.journey import council_seats
from storage.operations.exports import sheets
from tests.handlers.honour.announcing import crowd, help_people, plain
from tests.handlers.honour.mentoring import pressed, private
from tests.handlers.journey.counselling import NO_LEVEL_ASKED
from tests.handlers.journey.test_scout import PAGE, says
from tests.stage import Stage
from tests.talking import talked

DAY = 86_400


def tuesday(stage: Stage) -> list[Message]:
    """Until after the next Tuesday at eleven; the cards that stand before the staff."""
    now = stage.occasion().moment
    then = (now + timedelta(days=(8 - now.weekday()) % 7 or 7)).replace(hour=11, minute=0, second=30)
    stage.advance((then - now).total_seconds())
    cards = [one for one in stage.messages(stage.staff) if one.text.startswith(("🌿", "🕊"))]
    return [one for one in cards if "现在：" not in one.text]


def stands(stage: Stage, person: Person) -> list[Step]:
    """The person's stages, the present one first."""
    member = stage.member(person).id
    return [one.stage for one in stage.do(lambda tx: stages.history(tx, member))]


def easy(stage: Stage) -> Occasion:
    """Where nothing is asked of topic moderators."""
    programme = replace(stage.occasion().programme, topic_moderators=TopicModerators(needs=Needs()))
    return replace(stage.occasion(), programme=programme)


def put(stage: Stage, person: Person, where: Step) -> None:
    """They stand there since now."""
    member, by = stage.member(person).id, stage.member(stage.owner).id
    stage.do(lambda tx: stages.put(tx, member, where, by, int(stage.clock.now())))


def test_who_helps_is_proposed_with_evidence_and_reads_what_it_brings(stage: Stage) -> None:
    help_people(stage, stage.zhou, crowd(stage, 5))
    [one] = tuesday(stage)
    said = plain(one.text)
    assert "周舟 @zhou　私域" in said and "够“活跃期”的条件了。" in said
    assert "✅ 帮到 5 位不同的车友（要 5）" in said and "5 位不同的车友谢过 TA（看一条）" in said
    stage.press(stage.mo, one, "✅ 就这么定")
    assert "莫莫 定了" in plain(one.text) and not one.buttons
    stage.evening()
    assert "你帮过 5 位车友了" in plain(stage.last(stage.zhou).text) and "我们陪你" in stage.last(stage.zhou).text
    assert stands(stage, stage.zhou) == [Step.ACTIVE]
    assert tuesday(stage) == [one]


def test_what_staff_put_off_or_let_lie_is_not_told_and_not_asked_again_for_long(stage: Stage) -> None:
    help_people(stage, stage.zhou, crowd(stage, 5))
    [one] = tuesday(stage)
    stage.press(stage.mo, one, "再等等")
    assert "TA 不会知道" in one.text
    help_people(stage, stage.he, crowd(stage, 5))
    other = tuesday(stage)[-1]
    for _ in range(3):
        tuesday(stage)
    assert "作罢" in other.text and any("何川（活跃期）" in plain(text) for text in stage.said(stage.staff))
    assert stands(stage, stage.zhou) == stands(stage, stage.he) == []
    assert len(tuesday(stage)) == 2


def test_by_hand_it_is_seen_and_moved_with_its_history_and_titles_go_by_source(stage: Stage) -> None:
    says(stage, f"/scout {stage.zhou.id} 小红书 {PAGE} 写得细")
    stage.advance(3 * DAY)
    seen = says(stage, f"/stage {stage.zhou.id}")
    assert "现在：苗子期" in seen.text and "走过的：苗子期 3 天" in seen.text
    stage.press(stage.mo, seen, "→ 成熟期")
    assert "走过的：苗子期 3 天 → 成熟期 不到一天" in seen.text
    stage.evening()
    assert "你的头衔是“荣誉大使”" in stage.last(stage.zhou).text
    zhou, lin, occasion = stage.member(stage.zhou), stage.member(stage.lin), stage.occasion()
    assert stage.do(lambda tx: card(tx, lin, zhou, occasion)).stage_title == "荣誉大使"
    rows = stage.do(lambda tx: list(sheets()["stages"].rows(tx, Programme(), date(2026, 11, 20))))
    assert [row[2] for row in rows] == ["sprout", "mature"]


def test_the_quiet_are_proposed_once_after_sixty_days_and_a_talk_comes_first(stage: Stage) -> None:
    put(stage, stage.zhou, Step.MATURE)
    zhou, home = stage.member(stage.zhou), stage.community()
    stage.do(lambda tx: talked(tx, home.id, zhou.id, 1, int(stage.clock.now())))
    for _ in range(3):
        stage.zhou.say(stage.world.private(stage.zhou), "签到")
        stage.play()
        stage.advance(DAY)
    stage.advance(61 * DAY)
    [one] = tuesday(stage)
    said = plain(one.text)
    assert "天没露面了" in said and "先找 TA 聊一次" in said and "终身荣誉会员" in said
    stage.press(stage.mo, one, "谈过了，TA 愿意")
    stage.evening()
    told = stage.last(stage.zhou).text
    assert "终身荣誉会员" in told and "连续签到停在 3 天等你" in told
    stage.advance(5 * DAY)
    stage.zhou.say(stage.world.private(stage.zhou), "签到")
    stage.play()
    zhou, occasion = stage.member(stage.zhou), stage.occasion()
    assert stage.do(lambda tx: checkin.streak_of(tx, zhou, occasion.seen_from(zhou.timezone))) == 4


def test_who_wants_to_go_on_is_left_in_peace_for_that_quiet_time(stage: Stage) -> None:
    put(stage, stage.zhou, Step.ACTIVE)
    stage.advance(61 * DAY)
    [one] = tuesday(stage)
    stage.press(stage.mo, one, "TA 还想接着来")
    for _ in range(10):
        tuesday(stage)
    assert tuesday(stage) == [one] and stands(stage, stage.zhou) == [Step.ACTIVE]


def test_somebody_who_was_here_just_now_is_not_asked_why_they_left(stage: Stage) -> None:
    put(stage, stage.zhou, Step.MATURE)
    stage.zhou.say(stage.group, "早上好")
    stage.play()
    stage.press(stage.mo, says(stage, f"/stage {stage.zhou.id}"), "→ 荣誉期（先谈一次）")
    script = stage.last(stage.staff).text
    assert "还常看到你" in script and "不想来了" not in script and "没露面" not in script


def test_alumni_are_reminded_of_nothing_and_are_asked_back_once_they_are_seen_again(stage: Stage) -> None:
    put(stage, stage.zhou, Step.MATURE)
    farewell = says(stage, f"/stage {stage.zhou.id}")
    stage.press(stage.mo, farewell, "→ 荣誉期（先谈一次）")
    stage.press(stage.mo, stage.last(stage.staff), "谈过了，TA 愿意")
    zhou, home = stage.member(stage.zhou), stage.community()
    stage.zhou.say(stage.group, "/ask 冬天续航掉多少")
    stage.play()
    stage.he.say(stage.group, "三成左右", reply_to=stage.messages(stage.group)[-1])
    stage.play()
    for day in range(6):
        stage.do(lambda tx, day=day: talked(tx, home.id, zhou.id, 1, int(stage.clock.now()) + day * DAY))  # type: ignore[misc]
    stage.advance(5 * DAY)
    waiting = stage.do(lambda tx: notes.waiting(tx, zhou.id, 50))
    assert not [one for one in waiting if one.matter in (Matter.REMINDER, Matter.HELPING)]
    back = tuesday(stage)[-1]
    assert "回来了" in back.text and "成熟期" in back.text
    stage.press(stage.mo, back, "✅ 就这么定")
    assert stands(stage, stage.zhou) == [Step.MATURE, Step.ALUMNI, Step.MATURE]


def test_the_honour_is_for_life_and_a_mistake_put_right_is_none(stage: Stage) -> None:
    def shown(person: Person) -> Card:
        lin, member, occasion = stage.member(stage.lin), stage.member(person), stage.occasion()
        return stage.do(lambda tx: card(tx, lin, member, occasion))

    for person in (stage.zhou, stage.he):
        put(stage, person, Step.ACTIVE)
        stage.press(stage.mo, says(stage, f"/stage {person.id}"), "→ 荣誉期（先谈一次）")
        stage.press(stage.mo, stage.last(stage.staff), "谈过了，TA 愿意")
    stage.press(stage.mo, says(stage, f"/stage {stage.he.id}"), "→ 活跃期")
    stage.advance(2 * DAY)
    stage.press(stage.mo, says(stage, f"/stage {stage.zhou.id}"), "→ 活跃期")
    stage.evening()
    assert "“终身荣誉会员”的头衔也一直是你的" in stage.last(stage.zhou).text
    assert shown(stage.zhou).stage_title == "终身荣誉会员" == shown(stage.zhou).title
    assert shown(stage.he).stage_title is None
    why = plain(private(stage, stage.zhou, "/why 终身荣誉会员"))
    assert "怎么来的" in why and "莫莫" in why and "为止" not in why
    stage.press(stage.mo, says(stage, f"/stage {stage.zhou.id}"), "→ 成熟期")
    grown = shown(stage.zhou)
    assert (grown.title, grown.stage_title, grown.lasting_title) == (
        "核心用户委员会",
        "核心用户委员会",
        "终身荣誉会员",
    )


def test_whoever_took_leave_a_few_days_ago_is_not_back(stage: Stage) -> None:
    zhou, home = stage.member(stage.zhou), stage.community()
    for day in range(8):
        stage.do(lambda tx, day=day: talked(tx, home.id, zhou.id, 1, int(stage.clock.now()) - day * DAY))  # type: ignore[misc]
    put(stage, stage.zhou, Step.MATURE)
    stage.press(stage.mo, says(stage, f"/stage {stage.zhou.id}"), "→ 荣誉期（先谈一次）")
    stage.press(stage.mo, stage.last(stage.staff), "谈过了，TA 愿意")
    assert not any("回来了" in one.text for one in tuesday(stage)), "those days were before the goodbye"


def test_nobody_decides_about_themselves_and_the_team_stands_beside(stage: Stage) -> None:
    seen = says(stage, f"/stage {stage.mo.id}")
    assert "自己的事不能自己经手" in stage.press(stage.mo, seen, "→ 成熟期")
    seen = says(stage, f"/stage {stage.rui.id}")
    assert "团队里的人" in stage.press(stage.mo, seen, "→ 成熟期")
    help_people(stage, stage.zhou, crowd(stage, 5))
    zhou = stage.member(stage.zhou)
    stage.do(lambda tx: members.give_role(tx, zhou.id, Role.REVIEWER, None, 0))
    assert tuesday(stage) == []


def test_offices_end_with_thanks_when_somebody_is_honoured_without_duties(stage: Stage) -> None:
    put(stage, stage.zhou, Step.MATURE)
    zhou, rui, lin = (stage.member(one) for one in (stage.zhou, stage.rui, stage.lin))
    given, occasion = easy(stage), stage.occasion()
    for role in (Role.MENTOR, Role.COUNCIL):
        stage.do(lambda tx, role=role: members.give_role(tx, zhou.id, role, rui.id, 0))  # type: ignore[misc]
    stage.do(lambda tx: topic_moderator.appoint(tx, rui, zhou, "充电", None, given))
    wish = stage.do(lambda tx: mentorings.wish(tx, lin.id, int(stage.clock.now())))
    stage.do(lambda tx: mentorings.move(tx, wish, MentoringState.MEETING, int(stage.clock.now()), zhou.id))
    stage.do(
        lambda tx: mentorings.begin(
            tx, known(tx, wish.id), int(stage.clock.now()), int(stage.clock.now()) + 30 * DAY, openly=True
        )
    )
    stage.press(stage.mo, says(stage, f"/stage {stage.zhou.id}"), "→ 荣誉期（先谈一次）")
    assert "上面的职责也到此为止，TA 陪着的新车友回到等导师的名单" in plain(stage.last(stage.staff).text)
    stage.press(stage.mo, stage.last(stage.staff), "谈过了，TA 愿意")
    assert not stage.do(lambda tx: members.roles(tx, zhou.id))
    left = plain(stage.last(stage.staff).text)
    assert "委员会空出一席" in left and "“充电”现在没人照看，想请人接着照看，用 /topicmod" in left
    stage.evening()
    told = plain("\n".join(stage.said(stage.zhou)))
    assert "你当过的话题版主、导师、顾问委员就到今天，谢谢你这一程" in told
    shown = stage.do(lambda tx: card(tx, lin, zhou, occasion))
    assert not shown.looks_after and not shown.council and shown.title == shown.stage_title == "终身荣誉会员"
    assert stage.do(lambda tx: known(tx, wish.id)).state is MentoringState.WAITING
    ended = stage.do(lambda tx: tx.value("SELECT ending FROM topic_moderator"))
    assert ended == "honoured"


def test_what_waited_for_an_answer_of_theirs_is_put_away_and_nobody_has_to_say_no() -> None:
    council, mentors = Council(needs=Needs()), Mentors(level="", trust=TrustStep.BASE, needs=Needs())
    stage = Stage(replace(Programme(), council=council, mentors=mentors, levels=NO_LEVEL_ASKED))
    put(stage, stage.zhou, Step.MATURE)
    stage.mo.say(stage.world.private(stage.mo), "/seat @zhou")
    stage.play()
    invitation = stage.last(stage.zhou)
    private(stage, stage.zhou, "/mentor")
    for label in ("我愿意当导师", "交给版主"):
        pressed(stage, stage.zhou, label)
    offer = next(one for one in stage.messages(stage.staff) if "愿意当导师" in one.text)
    stage.press(stage.mo, says(stage, f"/stage {stage.zhou.id}"), "→ 荣誉期（先谈一次）")
    stage.press(stage.mo, stage.last(stage.staff), "谈过了，TA 愿意")
    assert "报名一并收起来了（莫莫）" in plain(offer.text) and not offer.buttons
    stage.evening()
    assert "请你进顾问委员会的那份邀请，还有你报名当导师的事，先收起来了" in plain("\n".join(stage.said(stage.zhou)))
    assert "已经结束" in stage.press(stage.zhou, invitation, "我愿意")
    zhou = stage.member(stage.zhou)
    assert not stage.do(lambda tx: members.roles(tx, zhou.id))
    stage.advance(20 * DAY)
    assert not any("没等到答复" in said or "先作罢" in said for said in stage.said(stage.staff))


def test_the_card_names_a_seat_in_the_council_with_its_term(stage: Stage) -> None:
    zhou, lin, occasion = stage.member(stage.zhou), stage.member(stage.lin), stage.occasion()
    assert not stage.do(lambda tx: card(tx, lin, zhou, occasion)).council
    stage.do(lambda tx: members.give_role(tx, zhou.id, Role.COUNCIL, lin.id, 0))
    shown = stage.do(lambda tx: card(tx, lin, zhou, occasion))
    assert shown.council and shown.council_until is None
    assert shown.title == "顾问委员" and shown.level == "新晋车友"
    stage.do(lambda tx: council_seats.put(tx, CouncilSeat(zhou.id, occasion.now + DAY)))
    assert stage.do(lambda tx: card(tx, lin, zhou, occasion)).council_until == occasion.now + DAY


def test_a_card_that_is_decided_by_hand_or_on_another_card_says_so(stage: Stage) -> None:
    help_people(stage, stage.zhou, crowd(stage, 5))
    [one] = tuesday(stage)
    stage.press(stage.mo, says(stage, f"/stage {stage.zhou.id}"), "→ 成熟期")
    assert "莫莫 另外定了" in plain(one.text) and not one.buttons
    talks = []
    for _ in range(2):
        stage.press(stage.mo, says(stage, f"/stage {stage.zhou.id}"), "→ 荣誉期（先谈一次）")
        talks.append(stage.last(stage.staff))
    stage.press(stage.mo, talks[1], "TA 还想接着来")
    assert "已经定了" in stage.press(stage.owner, talks[0], "谈过了，TA 愿意")
    assert not talks[0].buttons and "莫莫" in plain(talks[0].text)
    assert stands(stage, stage.zhou) == [Step.MATURE]
