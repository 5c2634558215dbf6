"""Simulated communities: people who swap thanks gain little by it, people who help keep nearly all."""

from collections import Counter, defaultdict
from random import Random

import pytest

from rules.daily.thanks import DAY_S, Facts, Party, ThanksOutcome, judge
from rules.people import Seniority
from rules.programme.thanks import Thanks

RULES = Thanks()
BASE = 4
DAYS = 30
HONEST = 120
RINGS = (range(200, 202), range(300, 304), range(400, 408))
OLD = Party(seniority=Seniority(-365 * DAY_S, 1000))


class Community:
    """Members by number; `paid` by the rules, `naive` what every thank at its full worth would have paid."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.helpfulness = [self.chance.lognormvariate(0, 0.5) for _ in range(HONEST)]
        self.now = 0
        self.paid: Counter[int] = Counter()
        self.naive: Counter[int] = Counter()
        self.times: dict[tuple[int, int], list[int]] = defaultdict(list)
        self.given: Counter[tuple[int, int]] = Counter()
        self.received: Counter[tuple[int, int]] = Counter()

    def live(self) -> None:
        """Every day some are helped and say so; the rings thank among themselves as often as it may be paid."""
        for day in range(DAYS):
            self.now = day * DAY_S
            for giver in range(HONEST):
                if self.chance.random() < 0.2:
                    self.thank(giver, self.chance.choices(range(HONEST), self.helpfulness)[0], day)
            for ring in RINGS:
                for giver in ring:
                    for _ in range(RULES.per_giver_day):
                        self.thank(giver, self.chance.choice([other for other in ring if other != giver]), day)

    def thank(self, giver: int, receiver: int, day: int) -> None:
        """One thank, a minute after the one before."""
        if giver == receiver:
            return
        self.now += 60
        facts = Facts(
            now=self.now,
            day_ends_at=(day + 1) * DAY_S,
            base=BASE,
            giver=OLD,
            receiver=OLD,
            given=tuple(self.times[giver, receiver]),
            returned=tuple(self.times[receiver, giver]),
            given_today=self.given[giver, day],
            received_today=self.received[receiver, day],
        )
        verdict = judge(facts, RULES)
        self.naive[receiver] += BASE
        self.paid[receiver] += verdict.points
        if verdict.outcome is ThanksOutcome.CREDITED:
            self.times[giver, receiver].append(self.now)
            self.given[giver, day] += 1
            self.received[receiver, day] += 1


def mean(points: Counter[int]) -> float:
    """What an honest member earned on the average."""
    return sum(points[member] for member in range(HONEST)) / HONEST


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_ring_gains_little_and_honest_people_keep_nearly_all(seed: int) -> None:
    community = Community(seed)
    community.live()
    kept = mean(community.paid) / mean(community.naive)
    for ring in RINGS:
        naive = max(community.naive[member] for member in ring) / mean(community.naive)
        paid = max(community.paid[member] for member in ring) / mean(community.paid)
        assert naive > 2.8, (seed, len(ring))
        assert paid <= 2.0, (seed, len(ring))
    assert kept >= 0.93
