"""Paying a team: one sum in one go, on everybody's card for good, and taken back as a whole."""

from rules.works.challenge import SkillTrack
from sandbox.world.people import Person
from storage import figures
from storage.works import work_evidence
from tests.handlers.fairness.story import Story
from tests.handlers.fairness.undoing import clean, newest, undo
from tests.handlers.teams.projecting import formed, hand_in, state
from tests.handlers.works.desk import card as desk_card
from tests.handlers.works.desk import labels, reviewed
from tests.stage import Stage


def made(stage: Stage, *, zhou_too: bool = False) -> int:
    """A project whose whole, and lin's part, are approved; zhou's only if said so."""
    number = formed(stage)
    for person in (stage.lin, *([stage.zhou] if zhou_too else [])):
        hand_in(stage, person, number, f"{person.name}拍的夜景，三分钟。")
        reviewed(stage, "通过", "开头抓人")
    hand_in(stage, stage.he, number, "三段夜景合成的成片。", "交成品")
    reviewed(stage, "通过", "开头抓人")
    stage.advance(660)
    return number


def paid(stage: Stage) -> Person:
    """The moderator looks how it is split, and pays."""
    made(stage)
    desk = desk_card(stage)
    stage.press(stage.mo, desk, "看看怎么分")
    stage.press(stage.mo, desk, "就这样发")
    return stage.lin


def points(stage: Stage) -> dict[str, int]:
    """What stands in the ledger for each."""
    rows = stage.do(
        lambda tx: tx.all(
            "SELECT member.name, points FROM teammate JOIN member ON member.id = teammate.member"
            " WHERE shared_at IS NOT NULL AND taken_back_at IS NULL"
        )
    )
    return {row.name: row.points for row in rows}


def test_the_team_is_paid_one_sum_and_whoever_delivered_nothing_does_not_share(stage: Stage) -> None:
    paid(stage)
    assert points(stage) == {"何川": 57, "林晓": 43}
    assert state(stage, 1) == "done"
    assert "+43 分" in stage.last(stage.lin).text
    assert "做成了" in stage.last(stage.group).text and "周舟" not in stage.last(stage.group).text
    stage.lin.say(stage.world.private(stage.lin), "/card")
    stage.play()
    assert "夏夜长途" in stage.last(stage.lin).text
    stage.evening()
    assert "这次没赶上" in stage.last(stage.zhou).text
    clean(stage)


def test_all_who_delivered_share_by_the_shares_of_the_start(stage: Stage) -> None:
    made(stage, zhou_too=True)
    desk = desk_card(stage)
    stage.press(stage.mo, desk, "看看怎么分")
    stage.mo.press(desk, "就这样发")
    stage.mo.press(desk, "就这样发")
    stage.play()
    assert points(stage) == {"何川": 40, "林晓": 30, "周舟": 30}
    clean(stage)


def test_nothing_is_paid_while_a_part_waits_for_its_review(stage: Stage) -> None:
    number = made(stage)
    hand_in(stage, stage.zhou, number, "周舟拍的夜景。")
    desk = next(one for one in reversed(stage.messages(stage.staff)) if "看看怎么分" in labels(one))
    stage.press(stage.mo, desk, "看看怎么分")
    assert "还有 1 份在等审核" in desk.text
    assert "就这样发" not in labels(desk)


def test_one_entry_taken_back_takes_back_all_and_comes_again_with_all(stage: Stage) -> None:
    paid(stage)
    undo(stage, newest(stage, stage.lin, "project").id)
    assert points(stage) == {}
    assert [stage.member(person).contribution for person in (stage.he, stage.lin)] == [0, 0]
    stage.lin.say(stage.world.private(stage.lin), "/card")
    stage.play()
    assert "夏夜长途" not in stage.last(stage.lin).text
    undo(stage, newest(stage, stage.he, "project").id)
    assert points(stage) == {"何川": 57, "林晓": 43}
    clean(stage)


def taken_back(stage: Stage) -> None:
    """Nobody of the team keeps anything."""
    assert points(stage) == {}


UNDO_STORIES = {"project": Story(paid, taken_back)}


def test_what_is_not_as_the_card_said_is_shown_anew_and_nobody_is_paid(stage: Stage) -> None:
    made(stage)
    desk = desk_card(stage)
    stage.press(stage.mo, desk, "看看怎么分")
    assert "43 分" in desk.text
    assert "点“就这样发”" in desk.text and "点“看看怎么分”" not in desk.text
    stage.do(lambda tx: tx.run("UPDATE project SET reward = 200"))
    assert "还没发" in stage.press(stage.mo, desk, "就这样发")
    assert points(stage) == {} and state(stage, 1) != "done"
    assert "一共 200 分" in desk.text and "就这样发" not in labels(desk)
    stage.press(stage.mo, desk, "看看怎么分")
    stage.press(stage.mo, desk, "就这样发")
    assert sum(points(stage).values()) == 200


def test_a_lead_who_also_hands_in_a_part_has_one_work_of_it(stage: Stage) -> None:
    number, he = formed(stage), stage.member(stage.he).id
    names = ("works_approved", "video_works", "works_featured", "video_featured", "tracks_tried")

    def have() -> dict[str, int]:
        found: dict[str, int] = stage.do(lambda tx: figures.of_member(tx, names, he, 0))
        return found

    one_of_each = dict.fromkeys(names, 1)
    hand_in(stage, stage.he, number, "我写的分镜。")
    reviewed(stage, "通过并精选", "开头抓人")
    assert have() == one_of_each
    hand_in(stage, stage.he, number, "三段夜景合成的成片。", "交成品")
    reviewed(stage, "通过", "开头抓人")
    assert have() == one_of_each
    assert [title for title, _, _ in stage.do(lambda tx: work_evidence.latest(tx, he, 5))] == ["夏夜长途"]
    assert len(stage.do(lambda tx: work_evidence.of_track(tx, he, SkillTrack.VIDEO, 5))) == 1


def test_badges_of_a_whole_team_that_an_undo_makes_untrue_stand_on_one_card(stage: Stage) -> None:
    made(stage, zhou_too=True)
    desk = desk_card(stage)
    stage.press(stage.mo, desk, "看看怎么分")
    stage.press(stage.mo, desk, "就这样发")
    stage.advance(86_400)
    undo(stage, newest(stage, stage.lin, "project").id)
    before = len(stage.messages(stage.staff))
    for _ in range(30):
        stage.advance(60)
    [card] = [one for one in stage.messages(stage.staff)[before:] if "🎖" in one.text]
    assert all(name in card.text for name in ("何川", "林晓", "周舟"))
