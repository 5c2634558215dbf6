"""Thanks on the real database: whatever people do, the book agrees with the formula."""

from collections import Counter, defaultdict

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.daily.thanks import Target, thank
from rules.daily.thanks import DAY_S, Author, ThanksOutcome, Way, credit
from rules.values import replace
from storage.daily import thanks
from storage.daily.thanks import Thank
from storage.engine.tx import Tx
from storage.ledger import ledger
from tests.stage import Stage

EVENTS = st.lists(
    st.tuples(
        st.integers(0, 3),  # who thanks
        st.integers(0, 3),  # who is thanked
        st.integers(1, 30),  # for which of their messages
        st.sampled_from([0, 5, 40, 3600, 7 * 3600, 3 * DAY_S]),  # how much later
    ),
    max_size=60,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(EVENTS)
def test_every_credited_thank_is_worth_what_the_formula_says_and_stands_in_the_ledger(
    events: list[tuple[int, int, int, int]],
) -> None:
    stage = Stage()
    people = [stage.member(person) for person in (stage.lin, stage.zhou, stage.he, stage.mo)]
    occasion = stage.occasion()
    made: list[Thank] = []

    def live(tx: Tx) -> None:
        now = occasion.now
        for giver, receiver, number, later in events:
            now += later
            message = 1000 * receiver + number
            target = Target(message, Author.PERSON, people[receiver].id)
            before = thanks.get(tx, occasion.group or 0, message, people[giver].id)
            thank(tx, people[giver], target, Way.WORD, "", replace(occasion, now=now))
            after = thanks.get(tx, occasion.group or 0, message, people[giver].id)
            assert after is not None
            fresh = before is None or before.outcome is not ThanksOutcome.CREDITED
            if after.outcome is ThanksOutcome.CREDITED and fresh:
                made.append(after)

    stage.do(live)
    _by_the_formula(made, stage)
    for person in people:
        received = [one for one in made if one.receiver == person.id]
        entries = [e for e in stage.do(lambda tx, id=person.id: ledger.of_member(tx, id, 500)) if e.rule == "thanks"]
        assert sorted(e.id for e in entries) == sorted(one.entry or 0 for one in received)
        assert sum(e.amount for e in entries) == sum(one.points for one in received)


def _by_the_formula(made: list[Thank], stage: Stage) -> None:
    rules = stage.programme.thanks
    times: dict[tuple[int, int | None], list[int]] = defaultdict(list)
    for one in made:
        opens = one.at - rules.window_days * DAY_S
        there = [at for at in times[one.giver, one.receiver] if at > opens]
        back = [at for at in times[one.receiver or 0, one.giver] if at > opens]
        assert one.giver != one.receiver
        assert one.points == credit(4, len(there), len(back), rules.divisors) > 0
        assert not there or one.at - there[-1] >= rules.cooldown_s
        times[one.giver, one.receiver].append(one.at)
    assert max(Counter((one.giver, one.day) for one in made).values(), default=0) <= rules.per_giver_day
    assert max(Counter((one.giver, one.message) for one in made).values(), default=0) <= 1
