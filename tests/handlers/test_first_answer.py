"""Words behind a command that asks for something are the first answer to it; what does not fit is kept, and said."""

from handlers import routes
from handlers.routes import Command
from rules.people import Role
from storage import members
from storage.engine.tx import Tx
from storage.post import dialogues
from storage.post.dialogues import Pending
from tests.handlers.journey.counselling import core_with, council_stage, says, seated
from tests.handlers.works.desk import labels, published
from tests.handlers.works.test_look import THEME
from tests.stage import Stage

WORDS = "雨天自动升窗 锁车后忘关的窗自己升上去"
# What asks for a number alone: words are no part of it, and it is asked for once more.
NUMBERS = {"attendance.code"}


def _open(stage: Stage) -> list[Pending]:
    member, now = stage.member(stage.owner).id, int(stage.clock.now())
    return stage.do(lambda tx: [*dialogues.waiting(tx, member, now), *dialogues.previews(tx, member, now)])


def _all_roles(stage: Stage) -> None:
    member = stage.member(stage.owner).id

    def give(tx: Tx) -> None:
        for role in Role:
            members.give_role(tx, member, role, None, 0)

    stage.do(give)


def test_no_command_asks_for_what_was_said_behind_it() -> None:
    stage = council_stage()
    core_with(stage, stage.owner)
    _all_roles(stage)
    opened = 0
    for name in (route.name for route in routes() if isinstance(route, Command)):
        stage.world.advance(61)
        says(stage, stage.owner, f"/{name} {WORDS}")
        for asked in _open(stage):
            opened += 1
            assert asked.prompt in NUMBERS or "锁车后" in str(asked.data), f"/{name} drops what was said behind it"
        for asked in _open(stage):
            stage.do(lambda tx, id=asked.id: dialogues.close(tx, id))  # type: ignore[misc]
    assert opened > 8


def test_a_proposal_behind_the_command_is_the_form() -> None:
    stage = council_stage()
    core_with(stage, stage.lin)
    seated(stage, stage.lin)
    says(stage, stage.lin, "/propose 标题：雨天自动升窗\n理由：下雨停车常忘关窗，希望锁车后能自己升上去。")
    assert "发到核心群" in labels(stage.last(stage.lin))


def test_a_draft_behind_the_number_is_looked_over(stage: Stage) -> None:
    number = published(stage, THEME)
    shown = says(stage, stage.lin, f"/look {number} 先拍路面，再拍车窗里的灯")
    assert "先拍路面" in shown
