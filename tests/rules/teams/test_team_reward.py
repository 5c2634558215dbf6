"""Splitting a reward: exactly, by shares, and without whoever did not deliver."""

import random
from fractions import Fraction

import pytest

from rules.programme.projects import Undelivered
from rules.teams.team_reward import Stake, fractions, split


def stakes(chance: random.Random) -> list[Stake]:
    """A team whose roles' shares are the whole, of whom some deliver, one at least."""
    cuts = sorted(chance.sample(range(1, 100), chance.randint(1, 7)))
    shares = [after - before for before, after in zip([0, *cuts], [*cuts, 100], strict=True)]
    found = []
    for share in shares:
        among = chance.randint(1, 5)
        found += [Stake(share, among, chance.random() < 0.7) for _ in range(among)]
    return [*found[:-1], Stake(found[-1].share, found[-1].among, delivered=True)]


@pytest.mark.parametrize("seed", range(200))
def test_every_reward_is_split_to_the_last_point(seed: int) -> None:
    chance = random.Random(seed)
    team, reward = stakes(chance), chance.randint(0, 10_000)
    for rule in (Undelivered.SHARES, Undelivered.EVENLY):
        points = split(reward, fractions(team, rule))
        assert sum(points) == reward
        assert all(much == 0 for much, one in zip(points, team, strict=True) if not one.delivered)
        exact = [reward * part for part in fractions(team, rule)]
        assert all(abs(much - one) < 1 for much, one in zip(points, exact, strict=True))
    assert sum(split(reward, fractions(team, Undelivered.UNPAID))) <= reward


def test_what_is_left_over_goes_to_the_largest_remainders_and_of_equals_to_the_first() -> None:
    assert split(100, [Fraction(1, 3)] * 3) == (34, 33, 33)
    assert split(10, [Fraction(5, 8), Fraction(3, 8)]) == (6, 4)


def test_the_share_of_an_undelivered_part_goes_where_the_brand_says() -> None:
    team = [Stake(50, 1, True), Stake(20, 1, True), Stake(30, 1, False)]
    assert split(100, fractions(team, Undelivered.SHARES)) == (71, 29, 0)
    assert split(100, fractions(team, Undelivered.EVENLY)) == (65, 35, 0)
    assert split(100, fractions(team, Undelivered.UNPAID)) == (50, 20, 0)


def test_where_nobody_delivered_nobody_is_paid() -> None:
    assert split(100, fractions([Stake(100, 2, False), Stake(100, 2, False)], Undelivered.EVENLY)) == (0, 0)
