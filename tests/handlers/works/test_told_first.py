"""Those on a stage read by name, in their evening, of what is new: what they may take on, as it stands then."""

from rules.stage import Stage as Step
from sandbox.world.people import Person
from tests.handlers.journey.counselling import council_stage, pressed, says, seated
from tests.handlers.journey.test_stage import put
from tests.handlers.offers import eventing
from tests.handlers.teams.test_cocreation import FORM, brief
from tests.handlers.works.desk import labels, published
from tests.stage import Stage


def evening(stage: Stage, person: Person) -> str:
    """What they read that evening; nothing if nothing came."""
    before = len(stage.said(person))
    stage.evening()
    return "\n".join(stage.said(person)[before:])


def test_whoever_is_on_a_stage_is_told_of_a_challenge_with_a_way_to_it_and_others_are_not(stage: Stage) -> None:
    put(stage, stage.zhou, Step.ACTIVE)
    put(stage, stage.he, Step.ALUMNI)
    published(stage)
    assert "🎯 新挑战“" in evening(stage, stage.zhou) and "看看" in labels(stage.last(stage.zhou))
    assert not any("新挑战“" in said for person in (stage.lin, stage.he) for said in stage.said(person))


def test_questions_to_think_about_together_are_for_the_mature(stage: Stage) -> None:
    put(stage, stage.zhou, Step.MATURE)
    put(stage, stage.he, Step.ACTIVE)
    brief(stage)
    assert "请你一起想：“冬天上车那一下”" in evening(stage, stage.zhou)
    assert not any("请你一起想" in said for said in stage.said(stage.he))


def test_what_somebody_may_not_take_on_they_are_not_told_of(stage: Stage) -> None:
    put(stage, stage.zhou, Step.MATURE)
    brief(stage, f"{FORM}\n资格：自由发挥")
    assert "请你一起想" not in evening(stage, stage.zhou)


def test_the_speaker_of_an_event_hears_that_and_what_is_over_by_then_is_not_told(stage: Stage) -> None:
    for person in (stage.zhou, stage.he):
        put(stage, person, Step.MATURE)
    eventing.announced(stage)
    told = evening(stage, stage.zhou)
    assert "🎟 新活动“夜拍工作坊”" in told
    assert not any("新活动“" in said for said in stage.said(stage.he))
    number = published(stage)
    says(stage, stage.mo, f"/closechallenge {number}")
    pressed(stage, stage.mo, "确认结束")
    assert "新挑战“" not in evening(stage, stage.zhou)


def test_while_a_seat_of_the_council_is_free_staff_read_which_of_the_mature_could_be_invited() -> None:
    stage = council_stage(seats=1)
    put(stage, stage.zhou, Step.MATURE)
    put(stage, stage.he, Step.ACTIVE)
    read = says(stage, stage.mo, "/council")
    assert "够条件、还不是委员的\n周舟。" in read and "/seat @谁" in read
    assert "还不是委员的" not in says(stage, stage.lin, "/council")
    seated(stage, stage.lin)
    assert "还不是委员的" not in says(stage, stage.mo, "/council")
