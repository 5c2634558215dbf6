"""Staff make again what was made once: the form comes filled in, its days are open, and nothing is out before they say so."""

import pytest

from sandbox.world.messages import Message
from tests.handlers.offers.eventing import announced
from tests.handlers.offers.resourcing import offered
from tests.handlers.teams.projecting import project
from tests.handlers.teams.test_cocreation import brief
from tests.handlers.works.desk import STANDARD, labels, published
from tests.handlers.works.quizzing import prepared, say
from tests.handlers.works.quizzing import published as quiz
from tests.stage import Stage

NOUNS = ("event", "challenge", "resource", "project", "cocreation")


def made(stage: Stage, noun: str) -> None:
    """The first of each."""
    first = {"event": announced, "challenge": published, "resource": offered, "project": project, "cocreation": brief}
    first[noun](stage)


def pressed(stage: Stage, noun: str) -> Message:
    """The moderator opens it in private and wants it again; what is answered."""
    card = say(stage, stage.mo, f"/{noun} 1")
    stage.press(stage.mo, card, next(label for label in labels(card) if label.startswith("照着再")))
    return stage.last(stage.mo)


def count(stage: Stage, noun: str) -> int:
    """How many there are."""
    found: int = stage.do(lambda tx: tx.value(f"SELECT count(*) FROM {noun}"))
    return found


def test_an_event_is_held_again_with_its_day_alone(stage: Stage) -> None:
    announced(stage, "报名截止：11-20 20:00")
    stage.advance(86_400 * 30)
    shown = pressed(stage, "event")
    assert "开始、报名截止空着" in shown.text and "标题：夜拍工作坊" in shown.text and "2026" not in shown.text
    assert "“开始：01-02 20:00”" in shown.text, "an example that is still to come"
    assert "留给" not in shown.text, "nothing was reserved"
    assert count(stage, "event") == 1
    preview = say(stage, stage.mo, "开始：下周六 20:00\n报名截止：下周五 20:00")
    assert "夜拍工作坊" in preview.text and "主讲" not in preview.text.split("🎤")[0]
    stage.press(stage.mo, preview, "发布")
    assert stage.do(lambda tx: [row.place for row in tx.all("SELECT place FROM event")]) == ["星光路 8 号 2 楼"] * 2
    say(stage, stage.mo, "/event 2")
    assert "何川" in stage.last(stage.mo).text


def test_a_challenge_takes_its_files_along(stage: Stage) -> None:
    private = stage.world.private(stage.mo)
    stage.mo.say(private, f"/newchallenge {STANDARD}\n官方文案：一路向北\n话题：#星途转场")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "放图片、视频、文件")
    stage.mo.send(private, photo=b"logo")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "就这些")
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    assert "截止空着" in pressed(stage, "challenge").text
    stage.press(stage.mo, say(stage, stage.mo, "截止：7天"), "发布")
    files = stage.do(lambda tx: tx.all("SELECT challenge, unique_id FROM media_kit_file WHERE challenge IS NOT NULL"))
    assert sorted(row.challenge for row in files) == [1, 2] and len({row.unique_id for row in files}) == 1


def test_what_has_no_day_is_previewed_at_once(stage: Stage) -> None:
    offered(stage)
    preview = pressed(stage, "resource")
    assert "微单相机" in preview.text and "发布" in labels(preview)
    assert count(stage, "resource") == 1
    stage.press(stage.mo, preview, "发布")
    assert count(stage, "resource") == 2


def test_of_a_project_the_milestones_are_named_and_the_team_s_place_stays_theirs(stage: Stage) -> None:
    project(stage)
    shown = pressed(stage, "project")
    assert "组队截止、截止空着" in shown.text and "分镜定稿" in shown.text and "t.me" not in shown.text
    preview = say(stage, stage.mo, "组队截止：12-01 20:00\n截止：12-20 20:00")
    stage.press(stage.mo, preview, "发布")
    roles = stage.do(lambda tx: tx.all("SELECT name, places, share FROM project_role WHERE project = 2 ORDER BY nth"))
    assert [tuple(row) for row in roles] == [("导演", 1, 40), ("拍摄", 2, 60)]
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM project_milestone WHERE project = 2")) == 0


def test_a_brief_is_put_again(stage: Stage) -> None:
    brief(stage)
    stage.advance(86_400 * 8)
    assert "截止空着" in pressed(stage, "cocreation").text
    stage.press(stage.mo, say(stage, stage.mo, "截止：7天"), "发布")
    assert count(stage, "cocreation") == 2


def test_a_quiz_comes_again_with_its_bank_and_nobody_sees_it_yet(stage: Stage) -> None:
    quiz(stage)
    card = say(stage, stage.mo, "/quizbank 1")
    stage.press(stage.mo, card, "照着再出一份")
    shown = stage.last(stage.mo)
    stage.press(stage.mo, card, "照着再出一份")
    assert count(stage, "quiz") == 2, "pressed twice it makes one"
    assert "问答 2“冬季用车”" in shown.text and "题库有 5 题" in shown.text and "准备中" in shown.text
    assert "发布…" in labels(shown) and "照着再出一份" not in labels(shown)
    assert "2. 冬季用车" not in say(stage, stage.lin, "/quiz").text


def test_one_that_is_being_prepared_is_no_pattern_yet(stage: Stage) -> None:
    assert "照着再出一份" not in labels(prepared(stage))


@pytest.mark.parametrize("noun", NOUNS)
def test_members_are_shown_no_such_button_and_are_led_nowhere_by_its_link(stage: Stage, noun: str) -> None:
    made(stage, noun)
    assert not any(label.startswith("照着再") for label in labels(say(stage, stage.lin, f"/{noun} 1")))
    before = stage.do(lambda tx: tx.value("SELECT count(*) FROM draft"))
    stage.lin.start(f"new{noun}-1")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM draft")) == before


@pytest.mark.parametrize("noun", NOUNS)
def test_in_the_staff_group_it_leads_into_the_private_chat(stage: Stage, noun: str) -> None:
    made(stage, noun)
    stage.mo.say(stage.staff, f"/{noun} 1")
    stage.play()
    card = list(stage.staff.ephemeral.values())[-1]
    [link] = [button for row in card.buttons for button in row if button.text.startswith("照着再")]
    assert link.url.endswith(f"start=new{noun}-1")
    stage.mo.start(f"new{noun}-1")
    stage.play()
    assert "照上次那份填好了" in stage.last(stage.mo).text or "发布" in labels(stage.last(stage.mo))


def test_one_that_is_not_there_is_said_so(stage: Stage) -> None:
    stage.mo.start("newevent-9")
    stage.play()
    assert "9" in stage.last(stage.mo).text and count(stage, "draft") == 0
