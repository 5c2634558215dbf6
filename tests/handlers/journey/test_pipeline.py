"""The pipeline of a month, as the team reads it."""

from actions.journey import pipeline
from rules.journey.pipeline import Leak
from rules.programme.conditions import Needs
from rules.programme.programme import Programme
from rules.programme.stages import Stages
from rules.stage import Stage as Step
from rules.stage_counts import StageCount
from sandbox.world.people import Person
from storage import stages
from tests.handlers.honour.announcing import crowd, help_people, plain
from tests.handlers.journey.test_scout import PAGE, hears, says
from tests.stage import Stage

DAY = 86_400


def put(stage: Stage, person: Person, where: Step, days: float) -> None:
    """They stand there since so many days after the story's beginning."""
    member, by = stage.member(person).id, stage.member(stage.owner).id
    stage.do(lambda tx: stages.put(tx, member, where, by, int(stage.clock.now() + days * DAY)))


def to_december(stage: Stage) -> None:
    """Until the second of December, just after ten."""
    now = stage.occasion().moment
    stage.advance((now.replace(month=12, day=2, hour=10, minute=0, second=30) - now).total_seconds())


def walked(stage: Stage) -> None:
    """zhou came from outside and went up, he was honoured, lin is a sprout."""
    says(stage, f"/scout {stage.zhou.id} 小红书 {PAGE} 写得细")
    put(stage, stage.he, Step.ACTIVE, -40)
    put(stage, stage.zhou, Step.ACTIVE, 2)
    put(stage, stage.he, Step.ALUMNI, 3)
    put(stage, stage.lin, Step.SPROUT, 4)


def test_on_the_second_the_team_reads_it_once_and_again_by_command(stage: Stage) -> None:
    walked(stage)
    help_people(stage, stage.lin, crowd(stage, 3))
    to_december(stage)
    told = [plain(text) for text in stage.said(stage.staff) if "11 月，各阶段" in text]
    assert len(told) == 1
    assert "苗子期 1 位（公域 0、私域 1），来了 2 位，离开 1 位，待了 10 天（中位数）" in told[0]
    assert "活跃期 1 位（公域 1、私域 0），来了 1 位，离开 1 位，待了 12 天（中位数）" in told[0]
    assert "苗子期 50%（想要 50%）、活跃期 50%（想要 35%）、成熟期 0%（想要 15%）" in told[0]
    assert "给 林晓 一次机会，离活跃期不远了：帮到 5 位不同的车友，还差 2 位" in told[0]
    assert "最漏的是活跃期：没往上走就离开的 1 位，30 天没露面的 1 位" in told[0]
    assert plain(says(stage, "/pipeline").text) == told[0]


def test_whoever_has_only_to_wait_is_nobody_to_do_something_for() -> None:
    stage = Stage(Programme(stages=Stages(active=Needs({"tenure_days": 300, "people_helped": 1}))))
    walked(stage)
    help_people(stage, stage.lin, crowd(stage, 3))
    to_december(stage)
    told = says(stage, "/pipeline").text
    assert "11 月，各阶段" in told and "一次机会" not in told


def test_a_brand_says_who_counts_as_lost() -> None:
    stage = Stage(Programme(stages=Stages(leak_days=90)))
    walked(stage)
    to_december(stage)
    assert "90 天没露面的 0 位" in says(stage, "/pipeline").text


def test_its_figures_are_those_counted_by_hand(stage: Stage) -> None:
    walked(stage)
    stage.advance(20 * DAY)
    occasion = stage.occasion()
    found = stage.do(lambda tx: pipeline.pipeline(tx, occasion))
    assert found.counts[:3] == (
        StageCount(Step.SPROUT, 0, 1, 2, 1, 10),
        StageCount(Step.ACTIVE, 1, 0, 1, 1, 12),
        StageCount(Step.MATURE, 0, 0, 0, 0, 0),
    )
    assert found.leak == Leak(Step.ACTIVE, 1, 1)


def test_where_nobody_stands_anywhere_there_is_none(stage: Stage) -> None:
    assert "现在还没有人在任何阶段" in hears(stage, "/pipeline")
    to_december(stage)
    assert not any("各阶段" in text for text in stage.said(stage.staff))
