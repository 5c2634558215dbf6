"""Whatever people live through and staff take back, in whatever order: the books and the features agree."""

import random

import pytest

from actions.fairness.undo import preview, undo
from actions.operations import audit
from bot.database import transact
from rules.ledger.ledger import NotEnoughPoints
from rules.programme.limits import Limits
from rules.programme.programme import Programme
from rules.programme.questions import Questions
from rules.programme.streak import Streak
from rules.programme.thanks import Thanks
from rules.refusals import Refusal
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.ledger import ledger
from tests.actions.shop.test_order_life import Crash, Dying
from tests.databases import rows
from tests.handlers.daily.asking import accept, answer, ask, solved
from tests.handlers.fairness.undoing import everything, newest
from tests.shopping import act
from tests.stage import Stage

DAY_S = 86_400
SUBJECTS = ("雨刮", "轮胎", "音响", "座椅", "车窗", "钥匙", "灯光", "空调", "导航", "雷达")
CLOSE = Programme(
    limits=Limits(flood_per_minute=10_000),
    thanks=Thanks(per_giver_day=2, per_receiver_day=2, cooldown_s=90),
    questions=Questions(accepted_from_one_asker_day=1),
    streak=Streak(milestones={2: 5, 3: 10}, helps_per_shield=2),
)


class Life:
    """People doing this and that, and a moderator taking back this and that."""

    def __init__(self, seed: int) -> None:
        self.stage = Stage(CLOSE)
        self.dice = random.Random(seed)
        self.replies: list[Message] = []
        self.done: list[str] = []

    def step(self) -> None:
        """One thing happens."""
        self.stage.clock.advance(self.dice.choice((20, 100, 100, 1000, 1000, 30_000)))
        what = self.dice.choice(
            (
                self.check_in,
                self.thank,
                self.thank,
                self.thank,
                self.ask,
                self.accept,
                self.accept,
                self.grant,
                self.undo,
                self.undo,
            )
        )
        self.done.append(what.__name__)
        what()

    def two(self) -> list[Person]:
        """Two different people."""
        return self.dice.sample([self.stage.lin, self.stage.zhou, self.stage.he, self.stage.rui], 2)

    def check_in(self) -> None:
        self.two()[0].say(self.stage.group, self.dice.choice(("签到", "签到", "补签")))
        self.stage.play()

    def grant(self) -> None:
        points = self.dice.choice((10, 20, -3, -8))
        self.stage.owner.say(self.stage.staff, f"/grant @{self.dice.choice(('lin', 'zhou', 'he'))} {points} 试试")
        self.stage.play()

    def thank(self) -> None:
        receiver, giver = self.two()
        message = receiver.say(self.stage.group, "充电桩在二楼")
        giver.say(self.stage.group, "谢谢", reply_to=message)
        self.stage.play()

    def ask(self) -> None:
        asker, helper = self.two()
        subject = SUBJECTS[len(self.replies) % len(SUBJECTS)]
        self.replies.append(answer(self.stage, helper, ask(self.stage, asker, f"{subject}坏了"), "去店里看看"))

    def accept(self) -> None:
        if self.replies:
            number = self.dice.randrange(len(self.replies))
            if self.dice.random() < 0.3:
                self.stage.mo.say(self.stage.group, f"/unaccept {number + 1}")
                self.stage.play()
            else:
                accept(self.stage, self.stage.mo, self.replies[number])

    def undo(self) -> None:
        """Some entry, whatever it is; what is refused changes nothing."""
        most = rows(self.stage.connection, "SELECT max(id) FROM transfer")[0][0]
        if most is None:
            return
        entry, forced = self.dice.randrange(max(most - 15, 1), most + 1), self.dice.random() < 0.7
        before = everything(self.stage)
        try:
            act(self.stage, preview, self.stage.member(self.stage.mo), [entry], "看错了")
            assert everything(self.stage) == before
            act(self.stage, undo, self.stage.member(self.stage.mo), [entry], "看错了", forced=forced)
        except (Refusal, NotEnoughPoints):
            assert everything(self.stage) == before


@pytest.mark.parametrize("seed", range(4))
def test_the_books_and_the_features_agree_after_each_step(seed: int) -> None:
    life = Life(seed)
    for _ in range(45):
        life.step()
        report = life.stage.do(lambda tx: audit.verify(tx, CLOSE))
        assert report.ok, (seed, life.done, report.problems)


def test_a_crash_at_any_statement_leaves_everything_as_it_was() -> None:
    stage = Stage()
    for n, helper in enumerate((stage.zhou, stage.he, stage.rui, stage.owner)):
        solved(stage, stage.lin, helper, f"{SUBJECTS[n]}坏了", "去店里看看")
    entry, mo, occasion = newest(stage, stage.zhou, "answer_accepted").id, stage.member(stage.mo), stage.occasion()
    before = everything(stage)
    for nth in range(400):
        try:
            transact(
                stage.connection,
                lambda tx, nth=nth: undo(Dying(tx, nth), mo, [entry], "抄的", occasion, forced=True),  # type: ignore[misc]
            )
            break
        except Crash:
            assert everything(stage) == before, f"died at statement {nth}"
    assert nth > 40
    assert stage.do(lambda tx: ledger.reversal_of(tx, entry)) is not None
    assert stage.do(lambda tx: audit.verify(tx, stage.programme)).problems == ()
