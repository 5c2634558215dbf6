"""A life in which all is done by words and presses, so that nothing of it can pass the bot by."""

from datetime import timedelta

from rules.shop.reward import RewardKind
from rules.values import replace
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.actions.fairness.lives import Life
from tests.handlers.offers.eventing import announced
from tests.handlers.works.desk import labels
from tests.shopping import KEYRING, put_up, tell
from tests.stage import Stage

CODES = tuple(f"XT-{n}" for n in range(40))
RECENT = 6
BATCH = "@lin 15\n@zhou 25\n@he 10"


class Pressing(Life):
    """The same people, and whatever buttons lie before them."""

    def __init__(self, seed: int, stage: Stage) -> None:
        super().__init__(seed, stage)
        voucher = replace(KEYRING, title="充电券", kind=RewardKind.CODE, price=10, per_member=0)
        self.shelf.append(put_up(self.stage, voucher, given=CODES))
        past_by = (self.redeem, self.order, self.seat, self.seat_off, self.undo)
        self.ways = (
            *((weight, way) for weight, way in self.ways if way not in past_by),
            (4, self.press_something),
            (3, self.buy),
            (1, self.event),
            (3, self.undo_by_words),
            (1, self.batch),
            (2, self.time_passes),
        )

    def takes(self, what: str) -> bool:
        """A press may do anything."""
        return super().takes(what) or what in ("press_something", "buy", "undo_by_words", "batch")

    def press_something(self) -> None:
        """Somebody presses a button of one of the latest messages before them, whatever it does."""
        person = self.dice.choice([*self.people, self.stage.mo, self.stage.rui, self.stage.owner])
        team = person in (self.stage.mo, self.stage.rui, self.stage.owner)
        places: list[Chat | Person] = [person, self.stage.group, *([self.stage.staff] if team else [])]
        shown = [one for one in self.stage.messages(self.dice.choice(places))[-RECENT:] if _pressed(one)]
        if shown:
            message = self.dice.choice(shown)
            person.press(message, self.dice.choice(_pressed(message)))
            self.stage.play()

    def buy(self) -> None:
        """Somebody goes through the shop up to the last press, which comes once or twice."""
        person, shown = self.dice.choice(self.people), self.dice.choice(self.shelf)
        tell(self.stage, person, "商城")
        self.stage.play()
        for wanted in (f"{shown.terms.title} · {shown.terms.price} 分", "兑换 ·", "确认兑换"):
            page = self.stage.last(person)
            label = next((one for one in labels(page) if wanted in one), None)
            if label is None:
                return
            for _ in range(self.dice.choice((1, 2)) if wanted == "确认兑换" else 1):
                person.press(page, label)
            self.stage.play()

    def event(self) -> None:
        """Seats are to be had, for points."""
        day = self.stage.occasion().day + timedelta(days=3)
        self.events.append(announced(self.stage, f"开始：{day:%m-%d} 20:00", "积分：5", "名额：2", "主讲：@rui"))

    def undo_by_words(self) -> None:
        """Some entry is taken back by a moderator."""
        entries = self.numbers("SELECT id FROM transfer ORDER BY id DESC LIMIT 12")
        if entries:
            tell(self.stage, self.stage.mo, f"/undo {self.dice.choice(entries)} 看错了")
            self.stage.play()
            if "确认撤回" in labels(self.stage.last(self.stage.mo)):
                self.stage.press(self.stage.mo, self.stage.last(self.stage.mo), "确认撤回")

    def batch(self) -> None:
        """Points for several at once."""
        tell(self.stage, self.stage.mo, f"/grants 到场帮忙\n{BATCH}")
        self.stage.play()
        shown = self.stage.last(self.stage.mo)
        if "就这样加" in labels(shown):
            self.stage.press(self.stage.mo, shown, "就这样加")


def _pressed(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row if button.data]
