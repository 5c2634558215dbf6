"""Any thanks in any order, any of them taken back: nothing honest is lost, and what the limits had refused is paid."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.daily import thanks_undone
from actions.daily.thanks import Target, thank
from actions.fairness.undo import undo
from actions.ledger.programme import keep
from actions.operations import audit
from bot.database import transact
from rules.daily.thanks import Author, ThanksOutcome, Way
from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.programme.thanks import Thanks
from storage import members
from storage.daily import thanks
from storage.engine.tx import Tx
from tests.databases import copied, kept, rows
from tests.stage import MONDAY_9_00, Stage

TIGHT = Thanks(per_giver_day=2, per_receiver_day=2, cooldown_s=90)
GIVERS_ALONE = Thanks(per_giver_day=2, per_receiver_day=9, cooldown_s=0)
LIMITED = ("giver_budget", "receiver_limit", "pair_limit", "cool_down")


@dataclass(frozen=True)
class Given:
    """Somebody thanks somebody (numbers of people), some minutes after the one before."""

    giver: int
    receiver: int
    minutes: int


GIVEN = st.builds(Given, st.integers(0, 5), st.integers(0, 5), st.sampled_from((1, 30, 700)))


@pytest.fixture(scope="module")
def community() -> bytes:
    """A database with people who know each other, as bytes to start from."""
    return kept(Stage().connection)


class Life:
    """A copy of the community in which people thank each other, each for a message of its own."""

    def __init__(self, community: bytes, rules: Thanks) -> None:
        self.connection = copied(community)
        self.programme = Programme(thanks=rules)
        self.now = MONDAY_9_00
        transact(self.connection, lambda tx: keep(tx, self.programme, self.now))
        named = "SELECT id FROM member WHERE username <> 'xin' ORDER BY id"
        self.people = [row[0] for row in rows(self.connection, named)]
        [(self.staff,)] = rows(self.connection, "SELECT id FROM member WHERE username = 'xin'")
        [(self.group,)] = rows(self.connection, "SELECT id FROM chat_group WHERE part = 'community'")

    def lived(self, sequence: list[Given], without: int | None = None) -> "Life":
        """They thank each other in this order, but for one."""
        for n, one in enumerate(sequence):
            self.now += 60 * one.minutes
            if n != without:
                transact(self.connection, lambda tx, n=n, one=one: self._thank(tx, n, one))  # type: ignore[misc]
        return self

    def _thank(self, tx: Tx, n: int, one: Given) -> None:
        giver, receiver = members.get(tx, self.people[one.giver]), self.people[one.receiver]
        thank(tx, giver, Target(1000 + n, Author.PERSON, receiver), Way.WORD, "", self.occasion())

    def occasion(self) -> Occasion:
        return Occasion(self.now, self.programme, group=self.group, timezone="Asia/Shanghai")

    def undo(self, nth: int) -> int | None:
        """Take back the nth thank that was paid and stands; its message."""
        query = "SELECT message, entry FROM thanks WHERE outcome = 'credited' AND entry > 0 ORDER BY at, message"
        paid = rows(self.connection, query)
        if not paid:
            return None
        message, entry = paid[nth % len(paid)]
        transact(self.connection, lambda tx: self._undo(tx, entry))
        return int(message)

    def _undo(self, tx: Tx, entry: int) -> None:
        undo(tx, members.get(tx, self.staff), [entry], "对刷", self.occasion(), forced=True)

    def outcomes(self) -> dict[int, tuple[str, int]]:
        """Outcome and points of each thank, by message."""
        found = rows(self.connection, "SELECT message, outcome, points FROM thanks")
        return {message: (outcome, points) for message, outcome, points in found}

    def most(self, column: str) -> int:
        """The most credited thanks of anybody in a day."""
        query = {
            "giver": "SELECT count(*) FROM thanks WHERE outcome = 'credited' GROUP BY giver, day",
            "receiver": "SELECT count(*) FROM thanks WHERE outcome = 'credited' GROUP BY receiver, day",
        }[column]
        return max((row[0] for row in rows(self.connection, query)), default=0)

    def left_out(self) -> list[int]:
        """Messages whose thanks a limit refused, and that would be credited judged anew, each at its own time."""

        def work(tx: Tx) -> list[int]:
            keys = tx.all("SELECT chat_group, message, giver FROM thanks LIMIT 100")
            found = [thanks.get(tx, *key) for key in keys]
            refused = [one for one in found if one and one.outcome in LIMITED]
            return [one.message for one in refused if thanks_undone._pay_refused(tx, one, 1, self.occasion())]

        return transact(self.connection, work)

    def audited(self) -> audit.AuditReport:
        return transact(self.connection, lambda tx: audit.verify(tx, self.programme))


@settings(max_examples=60)
@given(sequence=st.lists(GIVEN, min_size=2, max_size=14), taken=st.lists(st.integers(0, 13), min_size=1, max_size=3))
def test_nothing_honest_is_lost_no_limit_is_passed_and_nothing_that_fits_is_left_out(
    community: bytes, sequence: list[Given], taken: list[int]
) -> None:
    life = Life(community, TIGHT).lived(sequence)
    for nth in taken:
        before = life.outcomes()
        gone = life.undo(nth)
        after = life.outcomes()
        kept = {message: row for message, row in before.items() if row[0] == "credited" and message != gone}
        assert kept.items() <= after.items()
    assert life.most("giver") <= TIGHT.per_giver_day
    assert life.most("receiver") <= TIGHT.per_receiver_day
    report = life.audited()
    assert report.ok, report.problems
    assert life.left_out() == []


@settings(max_examples=30)
@given(
    pairs=st.permutations([(giver, receiver) for giver in range(3) for receiver in range(3, 6)]), nth=st.integers(0, 8)
)
def test_where_everybody_thanks_others_once_it_is_as_if_the_undone_thank_had_never_been(
    community: bytes, pairs: list[tuple[int, int]], nth: int
) -> None:
    sequence = [Given(giver, receiver, 1) for giver, receiver in pairs]
    life = Life(community, GIVERS_ALONE).lived(sequence)
    gone = life.undo(nth)
    assert gone is not None
    never = Life(community, GIVERS_ALONE).lived(sequence, without=gone - 1000)
    assert {message: row for message, row in life.outcomes().items() if message != gone} == never.outcomes()


def test_two_limits_at_once_are_both_remembered(community: bytes) -> None:
    """One that still does not fit is remembered under what stands against it now, and counts once that is gone too."""
    sequence = [Given(0, 3, 1), Given(0, 4, 1), Given(0, 5, 1), Given(1, 5, 1), Given(2, 5, 1)]
    life = Life(community, TIGHT).lived(sequence)
    assert life.outcomes()[1002] == ("giver_budget", 0)
    life.undo(0)
    assert life.outcomes()[1002] == ("receiver_limit", 0)
    life.undo(1)
    assert life.outcomes()[1002] == ("credited", 4)
    assert ThanksOutcome.TAKEN_BACK in {row[0] for row in life.outcomes().values()}
