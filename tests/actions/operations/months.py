"""A community since September, and what happens there, row by row: for what is counted by month."""

from datetime import datetime
from zoneinfo import ZoneInfo

from actions.operations import monthly
from rules.ledger.ledger import Cause, Phase
from rules.occasion import Occasion
from rules.operations.monthly import MonthlyReport
from rules.people import Part
from rules.programme.monthlies import Monthlies
from rules.programme.programme import Programme
from rules.talk import Said
from storage import groups, members
from storage.engine.tx import Tx
from storage.ledger import ledger

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOUR, DAY = 3_600, 86_400
PRICED = Programme(monthly=Monthlies(hundred_points="5 CNY"))


def at(month: int, day: int, hour: int = 12, minute: int = 0) -> int:
    """A moment of 2026 by the brand's clock, in UTC seconds. Its months begin at four in the morning."""
    return int(datetime(2026, month, day, hour, minute, tzinfo=SHANGHAI).timestamp())


class Story:
    """A community since September, told on the second of December."""

    def __init__(self, tx: Tx, programme: Programme = PRICED) -> None:
        self.tx = tx
        self.occasion = Occasion(at(12, 2, 10, 30), programme)
        self.group = groups.activate(tx, -1001, "车友会", Part.COMMUNITY, "Asia/Shanghai", "zh", at(9, 1)).id
        self.messages = 0

    def member(self, name: str) -> int:
        """Somebody whom we know since September, in no group."""
        known = self.tx.value("SELECT id FROM member WHERE name = :name", name=name)
        return known or members.remember(self.tx, ord(name), name, None, "zh", at(9, 1)).id

    def message(self) -> int:
        """A number that no message has."""
        self.messages += 1
        return self.messages

    def asks(self, who: str, when: int, *replies: tuple[str, int], found: int | None = None) -> int:
        """A question, and by whom after how many seconds it has replies."""
        number = self.tx.add(
            "INSERT INTO question (chat_group, message, asker, registrar, text, asked_at, found_in, found_at)"
            " VALUES (:group, :message, :who, :who, '怎么办', :when, :found_in, :found)",
            group=self.group,
            message=self.message(),
            who=self.member(who),
            when=when,
            found=None if found is None else when + found,
            found_in=None,
        )
        for name, after in replies:
            self.tx.run(
                "INSERT INTO answer (chat_group, message, question, member, at) VALUES (:group, :message, :number, :who, :at)",
                group=self.group,
                message=self.message(),
                number=number,
                who=self.member(name),
                at=when + after,
            )
        return number

    def accepts(self, number: int, helper: str, asker: str, when: int, taken_back_at: int | None = None) -> None:
        """An answer to that question is accepted."""
        self.tx.run(
            "INSERT INTO acceptance (question, n, message, answerer, asker, accepted_by, at, taken_back_at)"
            " VALUES (:number, 1, :message, :helper, :asker, :asker, :when, :taken_back_at)",
            number=number,
            message=self.message(),
            helper=self.member(helper),
            asker=self.member(asker),
            when=when,
            taken_back_at=taken_back_at,
        )

    def thanks(self, helper: str, when: int, outcome: str = "credited", giver: str = "z") -> None:
        """Somebody is thanked."""
        self.tx.run(
            "INSERT INTO thanks (chat_group, message, giver, receiver, at, day, way, outcome, since, messages, known_since,"
            " known_messages, first_at) VALUES (:group, :message, :giver, :helper, :when, :day, 'word', :outcome, 0, 30, 0, 30, 0)",
            group=self.group,
            message=self.message(),
            giver=self.member(giver),
            helper=self.member(helper),
            when=when,
            day=self.occasion.day_at(when).isoformat(),
            outcome=outcome,
        )

    def comes(self, who: str, when: int, *days: int) -> None:
        """Somebody joins, and writes so many days later."""
        members.came_to(self.tx, self.group, self.member(who), when)
        for later in days:
            day = self.occasion.day_at(when + later * DAY)
            members.wrote_in(self.tx, self.group, self.member(who), Said(day), when + later * DAY)

    def cause(self, rule: str, when: int) -> Cause:
        """Why something moves in the books."""
        return Cause(f"{rule}:{self.message()}", rule, "v", when, self.occasion.day_at(when).isoformat())

    def paid(self, who: str, points: int, when: int, rule: str = "checkin") -> int:
        """Points are paid; the number of the entry."""
        return ledger.issue(self.tx, self.member(who), points, self.cause(rule, when), points).entry.id

    def undone(self, entry: int, when: int) -> int:
        """An entry is taken back; the number of the one that does."""
        return ledger.reverse(self.tx, entry, self.cause("undo", when)).id

    def spends(self, who: str, points: int, when: int) -> int:
        """Points are spent; the number of the hold."""
        held = ledger.hold(self.tx, self.member(who), points, self.cause("redeem", when)).id
        ledger.settle(self.tx, held, Phase.POST, self.cause("redeem", when))
        return held

    def reward(self, title: str, stock: int, made_at: int, *orders: tuple[int, str], wanted: int = 0) -> int:
        """A reward on the shelf, orders for it with when and their state, and how many wait for it."""
        number = self.tx.add(
            "INSERT INTO reward (title, about, layer, kind, price, per_member, level, pieces, stock, made_by, made_at)"
            " VALUES (:title, '', 'entry', 'goods', 10, 0, '', :stock, :stock, :by, :made_at)",
            title=title,
            stock=stock,
            by=self.member("o"),
            made_at=made_at,
        )
        for when, state in orders:
            self.paid("o", 10, at(9, 2))
            self.tx.run(
                "INSERT INTO shop_order (intent, member, reward, title, price, state, hold, placed_at, expires_at, ended_at,"
                " expired) VALUES (:intent, :who, :reward, :title, 10, :state, :hold, :when, :when, :ended, 1)",
                intent=f"i{self.message()}",
                who=self.member("o"),
                reward=number,
                title=title,
                state=state,
                hold=ledger.hold(self.tx, self.member("o"), 10, self.cause("redeem", when)).id,
                when=when,
                ended=None if state == "pending" else when,
            )
        for n in range(wanted):
            self.tx.run(
                "INSERT INTO want (reward, member, at) VALUES (:reward, :who, 0)",
                reward=number,
                who=self.member(chr(ord("A") + n)),
            )
        return number

    def work(self, when: int, reviewed_after: int | None, standing: str = "waiting") -> None:
        """A work handed in, and after how many seconds it was reviewed."""
        if not self.tx.value("SELECT count(*) FROM challenge"):
            self.tx.run(
                "INSERT INTO challenge (id, title, kind, track, points, deadline, each, trust, about, steps, dos, donts,"
                " examples, made_by, made_at) VALUES (1, 't', 'standard', 'photo', 1, 1, 1, 'base', '', '', '', '', '', :by, 0)",
                by=self.member("o"),
            )
        number = self.tx.add(
            "INSERT INTO submission (challenge, member, stage, standing, version, made_at, waiting_since)"
            " VALUES (1, :who, 'work', :standing, 1, :when, :when)",
            who=self.member("w"),
            standing=standing,
            when=when,
        )
        self.tx.run(
            "INSERT INTO submission_version (submission, version, at, text) VALUES (:number, 1, :when, '')",
            number=number,
            when=when,
        )
        if reviewed_after is not None:
            self.tx.run(
                "INSERT INTO review (submission, version, reviewer, decision, chips, words, at)"
                " VALUES (:number, 1, :by, 'approved', '', 'x', :at)",
                number=number,
                by=self.member("o"),
                at=when + reviewed_after,
            )

    def report(self, month: str = "2026-11") -> MonthlyReport:
        """What the team reads; the same from parts that were counted one by one."""
        told = monthly.report(self.tx, month, self.occasion)
        while monthly.prepare(self.tx, month, self.occasion):
            pass
        assert monthly.report(self.tx, month, self.occasion) == told
        monthly.unprepare(self.tx, month, self.occasion)
        assert not self.tx.value("SELECT count(*) FROM fact WHERE name LIKE 'monthly_part%'")
        return told
