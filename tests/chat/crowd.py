"""A crowd that does all kinds of things, by the dice, and remembers what it did."""

import random
from collections import Counter
from dataclasses import dataclass, field

from rules.shop.reward import RewardKind, Terms
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import groups, members
from storage.engine.tx import Tx
from tests.shopping import KEYRING, pay, tell
from tests.stage import Stage
from tests.talking import talked

PEOPLE, BUYERS = 300, 60


PIECES, CODES = 20, 40


DAY_S = 86_400


LONG_AGO_S = 60 * DAY_S


CODED = Terms("洗车券", "entry", RewardKind.CODE, 30)


@dataclass
class Said:
    """What people did, to be compared with what became of it."""

    checked_in: set[int] = field(default_factory=set)
    greeted: Counter[int] = field(default_factory=Counter)
    pressed: dict[str, set[int]] = field(default_factory=lambda: {KEYRING.title: set(), CODED.title: set()})
    thanked: set[tuple[int, int]] = field(default_factory=set)
    accepted: list[Message] = field(default_factory=list)


class Crowd:
    """Members who do all kinds of things, by the dice."""

    def __init__(self, stage: Stage, dice: random.Random) -> None:
        self.stage, self.dice, self.said = stage, dice, Said()
        self.folk = [stage.world.person(f"车友{n}") for n in range(PEOPLE)]
        for person in self.folk:
            person.join(stage.group)
            person.start()
        stage.world.updates.clear()
        stage.do(self._settle)
        self.fresh = list(self.folk)
        self.shopping = [(title, person) for title in self.said.pressed for person in self.folk[:BUYERS]]
        self.pages = {(title, person.id): self._page(person, title) for title, person in self.shopping}
        dice.shuffle(self.shopping)

    def _settle(self, tx: Tx) -> None:
        """They have been here for long, and have agreed to the covenant."""
        group, long_ago = groups.by_chat(tx, self.stage.group.id), int(self.stage.clock.now()) - LONG_AGO_S
        assert group
        for person in self.folk:
            member = members.remember(tx, person.id, person.name, None, "zh", long_ago)
            talked(tx, group.id, member.id, 100, long_ago)
            members.set_reachable(tx, member.id, True)
            members.agree(tx, member.id, 1, long_ago)

    def _page(self, person: Person, title: str) -> Message:
        """The page of the shop on which only the last press is missing."""
        terms = next(terms for terms in (KEYRING, CODED) if terms.title == title)
        pay(self.stage, person, terms.price)
        tell(self.stage, person, "商城")
        self.stage.play()
        page = self.stage.last(person)
        for label in (f"{title} · {terms.price} 分", f"兑换 · {terms.price} 分"):
            self.stage.press(person, page, label)
        return page

    def act(self) -> None:
        """A few of them do something."""
        for what in self.dice.choices((self._check_in, self._greet, self._shop, self._thank, self._solve), k=6):
            what()
        updates = self.stage.world.updates
        if self.dice.random() < 0.1:
            updates.add_raw({"message": {"message_id": "broken"}})
        if updates._queue and self.dice.random() < 0.5:
            updates._queue.append(self.dice.choice(updates._queue))

    def _check_in(self) -> None:
        for _ in range(min(3, len(self.fresh))):
            person = self.fresh.pop(self.dice.randrange(len(self.fresh)))
            person.say(self.stage.group, "签到")
            self.said.checked_in.add(person.id)

    def _greet(self) -> None:
        person = self.dice.choice(self.folk)
        person.say(self.stage.world.private(person), "/start")
        self.said.greeted[person.id] += 1

    def _shop(self) -> None:
        """The last press, sometimes by a finger that trembles."""
        if self.shopping:
            title, person = self.shopping.pop()
            for _ in range(self.dice.choice((1, 1, 2))):
                person.press(self.pages[title, person.id], "确认兑换")
            self.said.pressed[title].add(person.id)

    def _thank(self) -> None:
        helper, *thankful = self.dice.sample(self.folk, 3)
        answer = helper.say(self.stage.group, "先看胎压，再看轮毂")
        for giver in thankful:
            giver.say(self.stage.group, "谢谢，讲得特别清楚", reply_to=answer)
            self.said.thanked.add((answer.id, giver.id))

    def _solve(self) -> None:
        asker, helper = self.dice.sample(self.folk, 2)
        question = asker.say(self.stage.group, f"/ask {self.dice.getrandbits(64):x} 怎么办？")
        answer = helper.say(self.stage.group, f"试试 {self.dice.getrandbits(64):x}", reply_to=question)
        asker.say(self.stage.group, "采纳", reply_to=answer)
        self.said.accepted.append(question)
