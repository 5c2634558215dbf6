"""A life in which more happens than people do: backups are put back, days begin otherwise, staff come and go, and many press
in the same second.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from actions.daily.checkin import streak_of
from actions.operations.forgetting import play_again
from actions.shop import order, reward
from bot.flow.doubt import doubt
from bot.start.app import identity_of
from bot.upkeep.forgetting import known_to
from rules.operations.forgetting import Forgetting
from rules.shop.reward import Terms
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members
from storage.daily import checkins, shields
from storage.engine.engine import Connection
from storage.engine.tx import Tx
from storage.ledger import ledger
from tests.actions.fairness.accounts import Accounts
from tests.actions.fairness.lives import DAY_S, Life
from tests.databases import Kept, copied, kept, rows
from tests.handlers.offers.eventing import remembered
from tests.handlers.works.desk import labels
from tests.shopping import KEYRING, act, put_up, tell

LAST = replace(KEYRING, title="末班徽章", price=10, per_member=0)
BEGINNINGS = ("00:00", "04:00", "05:30")
OFFSETS_D = (0, 13, 44)  # the second passes the end of a month, the third that of a year, with its season
TAKES_TOO = {"put_back", "the_last_piece", "twice_at_once", "dismiss"}


class Upheaval(Life):
    """One life, with what turns it over."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.copy: tuple[Kept, Accounts, int] | None = None
        self.forgotten: tuple[Forgetting, ...] = ()
        self.rare = put_up(self.stage, LAST, 1)
        self.ways = (
            *self.ways,
            (1, self.back_up),
            (1, self.put_back),
            (1, self.day_begins_otherwise),
            (1, self.dismiss),
            (2, self.the_last_piece),
            (2, self.twice_at_once),
        )
        self.stage.advance(OFFSETS_D[seed % len(OFFSETS_D)] * DAY_S)

    def takes(self, what: str) -> bool:
        """Whether it may take points from somebody."""
        return super().takes(what) or what in TAKES_TOO

    def back_up(self) -> None:
        """A copy of all there is."""
        self.copy = kept(self.stage.connection), deepcopy(self.accounts), len(self.events)

    def put_back(self) -> None:
        """The copy takes the place of all there is, as after `kocbot restore`; who was forgotten since is so again."""
        if self.copy is None:
            return
        database, accounts, events = self.copy
        self.forgotten = tuple(dict.fromkeys((*self.forgotten, *self.stage.do(known_to))))
        self.goes_on_with(copied(database))
        self.accounts, self.events = deepcopy(accounts), self.events[:events]
        identity, occasion = identity_of(self.stage.programme, "kocbot"), self.stage.occasion()
        self.stage.do(lambda tx: doubt(tx, identity, occasion.now))
        self.stage.do(lambda tx: play_again(tx, self.forgotten, occasion))
        for person in self.people:
            if self.stage.do(lambda tx, who=person: members.by_telegram_id(tx, who.id)) is None:  # type: ignore[misc]
                remembered(self.stage, person)
        self.stage.play()

    def goes_on_with(self, connection: Connection) -> None:
        """Another database, under the same rules."""
        before, self.stage.connection = self.stage.connection, connection
        before.close()
        self.stage.restart(self.stage.programme)

    def day_begins_otherwise(self) -> None:
        """The bot starts anew with another hour at which days begin."""
        programme = self.stage.programme
        brand = replace(programme.brand, day_starts_at=self.dice.choice(BEGINNINGS))
        self.stage.restart(replace(programme, brand=brand))

    def dismiss(self) -> None:
        """Who has something in hand loses their office and gets it again later."""
        name, role = self.dice.choice((("mo", "版主"), ("rui", "审核员")))
        open_ = self.numbers("SELECT id FROM shop_order WHERE state = 'pending' ORDER BY id")
        if open_ and name == "mo":
            self.attempt(order.claim, self.dice.choice(open_), self.stage.member(self.stage.mo))
        waiting = [one for one in self.stage.messages(self.stage.staff) if "我来看" in labels(one)]
        if waiting and name == "rui":
            self.stage.press(self.stage.rui, waiting[0], "我来看")
        for words in (f"/dismiss @{name} {role}", f"/appoint @{name} {role}"):
            self.say_to_staff(words)

    def say_to_staff(self, words: str) -> None:
        self.stage.owner.say(self.stage.staff, words)
        self.stage.play()

    def the_last_piece(self) -> None:
        """One piece is left, and all who can afford it confirm in the same second; none is handled before all have pressed."""
        act(self.stage, reward.edit, self.rare.id, LAST, 1, self.stage.member(self.stage.owner))
        pages = [(person, page) for person in self.people if (page := self.at_the_counter(person, LAST))]
        before = len(self.numbers("SELECT id FROM shop_order"))
        for person, page in pages:
            for _ in range(self.dice.choice((1, 2))):
                person.press(page, "确认兑换")
        self.stage.play()
        assert len(self.numbers("SELECT id FROM shop_order")) - before == bool(pages), (pages, self.done)

    def at_the_counter(self, person: Person, terms: Terms) -> Message | None:
        """The page on which one confirms, or None if one can't have it."""
        tell(self.stage, person, "商城")
        self.stage.play()
        page = self.stage.last(person)
        if not (one := _first(labels(page), terms.title)):
            return None
        self.stage.press(person, page, one)
        if not (buy := _first(labels(page), "兑换 ·")):
            return None
        self.stage.press(person, page, buy)
        return page if "确认兑换" in labels(page) else None

    def twice_at_once(self) -> None:
        """Two do the same to the same, or one does it twice, and all of it is handled in one go."""
        one, other = self.two()
        group, reply = self.stage.group, self.dice.choice(self.replies) if self.replies else None
        match self.dice.randrange(4):
            case 0:
                one.say(group, "签到")
                one.say(group, "签到")
                other.say(group, "签到")
            case 1 if reply:
                self.stage.mo.say(group, "采纳", reply_to=reply)
                self.stage.owner.say(group, "采纳", reply_to=reply)
            case 2:
                said = one.say(group, "充电桩在三楼")
                other.say(group, "谢谢", reply_to=said)
                other.say(group, "谢谢！", reply_to=said)
                self.stage.rui.say(group, "谢谢", reply_to=said)
            case _:
                self.undone_by_two()
        self.stage.play()

    def undone_by_two(self) -> None:
        """Both had the preview before them; one of them is first."""
        entries = self.numbers("SELECT id FROM transfer ORDER BY id DESC LIMIT 10")
        if not entries:
            return
        entry, previews = self.dice.choice(entries), []
        for actor in (self.stage.mo, self.stage.owner):
            tell(self.stage, actor, f"/undo {entry} 记错了")
            self.stage.play()
            previews.append((actor, self.stage.last(actor)))
        for actor, shown in previews:
            if "确认撤回" in labels(shown):
                actor.press(shown, "确认撤回")


def _first(texts: Iterable[str], word: str) -> str | None:
    return next((text for text in texts if word in text), None)


def outcome(life: Life) -> dict[str, Any]:
    """What came of a life, in words that name nothing by its number: the same on either engine."""
    stage, occasion = life.stage, life.stage.occasion()

    def of(tx: Tx, person: Person) -> Any:
        member = members.by_telegram_id(tx, person.id)
        if member is None:
            return None
        balance, shield = ledger.balance(tx, member.id), shields.get(tx, member.id)
        streaks = streak_of(tx, member, occasion), checkins.longest(tx, member.id)
        return (balance.posted, balance.held, member.contribution, member.level, *streaks, shield.have, shield.helps)

    people = {person.name: stage.do(lambda tx, who=person: of(tx, who)) for person in stage.everyone}  # type: ignore[misc]
    moved = "SELECT rule, phase, amount, reverses IS NULL AS first FROM transfer ORDER BY id"
    board = "SELECT scope, period, points, checkin, assist, creator, newcomer FROM tally ORDER BY 1, 2, 3, 4, 5, 6, 7"
    return {
        "people": people,
        "moved": [tuple(row) for row in rows(stage.connection, moved)],
        "boards": [tuple(row) for row in rows(stage.connection, board)],
        "said": {chat.title: len(stage.said(chat)) for chat in (stage.group, stage.staff, stage.channel)},
        "done": life.done,
    }
