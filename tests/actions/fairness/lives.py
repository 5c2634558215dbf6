"""People doing this and that, and staff taking back this and that: a life that is the same on either engine."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from actions.fairness.undo import preview, undo
from actions.offers import attendance, editevent, seat
from actions.operations import forgetting
from actions.shop import order, redemption
from rules.ledger.ledger import NotEnoughPoints
from rules.programme.grants import Grants
from rules.programme.limits import Limits
from rules.programme.programme import Programme
from rules.programme.questions import Questions
from rules.programme.streak import Streak
from rules.programme.thanks import Thanks
from rules.refusals import Refusal
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members
from storage.shop import orders
from tests.actions.fairness.accounts import HOUSE, Accounts
from tests.databases import rows
from tests.handlers.daily.asking import accept, answer, ask
from tests.handlers.daily.test_topic import opened
from tests.handlers.fairness.undoing import everything
from tests.handlers.offers.eventing import announced, remembered
from tests.handlers.works.desk import handed_in, labels, published
from tests.shopping import KEYRING, act, put_up
from tests.stage import Stage

DAY_S = 86_400
SUBJECTS = ("雨刮", "轮胎", "音响", "座椅", "车窗", "钥匙", "灯光", "空调", "导航", "雷达")
CLOSE = Programme(
    limits=Limits(flood_per_minute=10_000),
    thanks=Thanks(per_giver_day=2, per_receiver_day=2, cooldown_s=90),
    questions=Questions(accepted_from_one_asker_day=1),
    grants=Grants(alone_member_day=100_000, alone_staff_day=100_000),
    streak=Streak(milestones={2: 5, 3: 10}, helps_per_shield=2),
)


# What takes points from somebody by itself; nobody loses any by anything else that people do.
TAKES = {
    "undo",
    "accept",
    "unaccept",
    "unfeature",
    "grant",
    "redeem",
    "order",
    "seat",
    "seat_off",
    "forget",
    "time_passes",
}


class Life:
    """People doing this and that, and staff taking back this and that, with accounts kept beside the ledger."""

    def __init__(self, seed: int, stage: Stage | None = None) -> None:
        self.stage = stage or Stage(CLOSE)
        self.dice = random.Random(seed)
        self.people = [self.stage.lin, self.stage.zhou, self.stage.he]
        self.replies: list[Message] = []
        self.said: list[Message] = []
        self.events: list[int] = []
        self.done: list[str] = []
        self.accounts = Accounts()
        self.shelf = [put_up(self.stage, replace(KEYRING, price=price, per_member=0), 99) for price in (5, 20, 60)]
        self.topic = opened(self.stage)
        self.challenge = published(self.stage)
        self.ways: tuple[tuple[int, Callable[[], object]], ...] = (
            (2, self.check_in),
            (3, self.thank),
            (1, self.ask),
            (2, self.accept),
            (1, self.unaccept),
            (1, self.share),
            (1, self.idea),
            (1, self.feature),
            (1, self.unfeature),
            (1, self.work),
            (1, self.review),
            (2, self.grant),
            (2, self.redeem),
            (3, self.order),
            (2, self.seat),
            (1, self.seat_off),
            (6, self.undo),
            (1, self.forget),
            (1, self.time_passes),
        )

    def step(self) -> None:
        """One thing happens; nobody has more than earned less spent, nobody was paid twice, nobody lost what is theirs."""
        self.stage.clock.advance(self.dice.choice((20, 100, 100, 1000, 1000, 30_000)))
        [what] = self.dice.choices([way for _, way in self.ways], [weight for weight, _ in self.ways])
        self.done.append(what.__name__)
        what()
        for row in self.accounts.read(self.stage):
            assert row.credit > HOUSE or self.takes(what.__name__), (what.__name__, row)
        self.accounts.agree(self.stage)

    def takes(self, what: str) -> bool:
        """Whether it may take points from somebody."""
        return what in TAKES

    def two(self) -> list[Person]:
        """Two different people."""
        return self.dice.sample([*self.people, self.stage.rui], 2)

    def numbers(self, sql: str) -> list[int]:
        """Numbers to choose among by their place: on a server they have gaps."""
        return [row[0] for row in rows(self.stage.connection, sql)]

    def attempt(self, action: Callable[..., object], *given: object) -> None:
        """Do it, or be refused."""
        with suppress(Refusal, NotEnoughPoints):
            act(self.stage, action, *given)

    def say(self, person: Person, words: str, to: Message | None = None) -> Message:
        message = person.say(self.stage.group, words, reply_to=to)
        self.stage.play()
        return message

    def check_in(self) -> None:
        self.say(self.two()[0], self.dice.choice(("签到", "签到", "补签")))

    def grant(self) -> None:
        points = self.dice.choice((10, 40, 100, -3, -30))
        self.stage.owner.say(self.stage.staff, f"/grant @{self.dice.choice(('lin', 'zhou', 'he'))} {points} 试试")
        self.stage.play()

    def thank(self) -> None:
        receiver, giver = self.two()
        self.say(giver, "谢谢", self.say(receiver, "充电桩在二楼"))

    def ask(self) -> None:
        asker, helper = self.two()
        subject = SUBJECTS[len(self.replies) % len(SUBJECTS)]
        self.replies.append(answer(self.stage, helper, ask(self.stage, asker, f"{subject}坏了"), "去店里看看"))

    def accept(self) -> None:
        if self.replies:
            accept(self.stage, self.stage.mo, self.dice.choice(self.replies))

    def unaccept(self) -> None:
        numbers = [*self.numbers("SELECT id FROM question ORDER BY id"), 99_999]
        self.say(self.stage.mo, f"/unaccept {self.dice.choice(numbers)}")

    def share(self) -> None:
        picture = f"car{self.dice.randrange(30)}".encode()
        self.said.append(self.two()[0].send(self.stage.group, photo=picture, caption="#晒车 洗完"))
        self.stage.play()

    def idea(self) -> None:
        self.said.append(self.say(self.two()[0], f"后备箱放电，给第 {len(self.said)} 盏灯串供电", self.topic))

    def feature(self) -> None:
        if self.said:
            self.say(self.stage.mo, "/feature 一晚只用半度电", self.dice.choice(self.said))

    def unfeature(self) -> None:
        if self.said:
            self.say(self.stage.mo, "/unfeature 点错了", self.dice.choice(self.said))

    def work(self) -> None:
        handed_in(self.stage, self.dice.choice(self.people), self.challenge, f"work{self.dice.randrange(30)}".encode())

    def review(self) -> None:
        waiting = [one for one in self.stage.messages(self.stage.staff) if "我来看" in labels(one)]
        for label in ("我来看", "开头抓人", "通过"):
            if waiting and label in labels(waiting[0]):
                self.stage.press(self.stage.rui, waiting[0], label)

    def redeem(self) -> None:
        member, shown = self.stage.member(self.dice.choice(self.people)), self.dice.choice(self.shelf)
        nth = self.stage.do(lambda tx: orders.placed(tx, member.id, shown.id))
        for _ in range(2):
            self.attempt(redemption.redeem, member, redemption.Wish(shown.id, nth, shown.version, shown.terms.price))

    def order(self) -> None:
        """Two steps, fresh or stale, of somebody's order."""
        found = rows(self.stage.connection, "SELECT id, member FROM shop_order ORDER BY id")
        if not found:
            return
        number, owner = self.dice.choice(found)
        mo, own = self.stage.member(self.stage.mo), self.stage.do(lambda tx: members.get(tx, owner))
        steps: tuple[tuple[Callable[..., object], tuple[object, ...]], ...] = (
            (order.claim, (mo,)),
            (order.fulfil, (mo, None)),
            (order.reject, (mo, "缺货")),
            (order.take_back, (mo, "点错了")),
            (order.cancel, (own,)),
            (order.receive, (own,)),
        )
        for step, given in self.dice.sample(steps, 2):
            self.attempt(step, number, *given)

    def seat(self) -> None:
        if not self.events or self.dice.random() < 0.2:
            day = self.stage.occasion().day + timedelta(days=self.dice.choice((2, 5)))
            price = self.dice.choice((5, 30))
            self.events.append(
                announced(self.stage, f"开始：{day:%m-%d} 20:00", f"积分：{price}", "名额：2", "主讲：@rui")
            )
        step = self.dice.choice((seat.register, seat.register, seat.leave, seat.confirm))
        self.attempt(step, self.dice.choice(self.events), self.stage.member(self.dice.choice(self.people)))

    def seat_off(self) -> None:
        if self.events and self.dice.random() < 0.4:
            self.attempt(
                editevent.call_off, self.dice.choice(self.events), "讲师病了", self.stage.member(self.stage.mo)
            )
        for taken in rows(self.stage.connection, "SELECT id FROM event_seat ORDER BY id DESC LIMIT 1"):
            self.attempt(attendance.tick, taken.id, self.stage.member(self.stage.mo))

    def forget(self) -> None:
        """Somebody asks to be forgotten, and begins anew under the same account."""
        if self.dice.random() < 0.3:
            person = self.dice.choice(self.people)
            member, occasion = self.stage.member(person), self.stage.occasion()
            self.stage.do(lambda tx: forgetting.forget_anyway(tx, member, occasion, "chance"))
            remembered(self.stage, person)

    def time_passes(self) -> None:
        """Orders expire, events begin, boards are told."""
        self.stage.advance(self.dice.choice((3_600, DAY_S, 2 * DAY_S)))

    def undo(self) -> None:
        """Some entry, whatever it is; what is refused changes nothing."""
        entries = self.numbers("SELECT id FROM transfer ORDER BY id DESC LIMIT 26")
        if not entries:
            return
        entry, forced = self.dice.choice(entries), self.dice.random() < 0.7
        before = everything(self.stage)
        try:
            act(self.stage, preview, self.stage.member(self.stage.mo), [entry], "看错了")
            assert everything(self.stage) == before
            act(self.stage, undo, self.stage.member(self.stage.mo), [entry], "看错了", forced=forced)
        except (Refusal, NotEnoughPoints):
            assert everything(self.stage) == before
