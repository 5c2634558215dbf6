"""What keeps a member from redeeming a reward, and in which order they are told."""

import pytest

from rules.ledger.ledger import NotEnoughPoints
from rules.programme.levels import Levels
from rules.programme.shop import Shop
from rules.refusals import Refusal
from rules.shop.reward import (
    LevelTooLow,
    MemberLimit,
    NoLongerOnSale,
    NotYetOnSale,
    Reward,
    RewardKind,
    Shopper,
    SoldOut,
    Terms,
    in_terms_of,
    least_level,
    obstacle,
)
from rules.values import replace

NOW = 1_794_790_800
SHOP, LEVELS = Shop(), Levels()
TERMS = Terms("限量钥匙扣", "entry", RewardKind.GOODS, 80, per_member=2)
REWARD = Reward(1, TERMS, stock=1, held=0, sold=0, version=1, closed=False)
SHOPPER = Shopper(free=80, level="", taken=1)


def in_the_way(shopper: Shopper = SHOPPER, reward: Reward = REWARD, **terms: object) -> Refusal | None:
    changed = replace(reward, terms=replace(reward.terms, **terms))  # type: ignore[arg-type]
    return obstacle(changed, shopper, NOW, SHOP, LEVELS)


def test_with_just_enough_points_the_last_piece_and_the_last_of_ones_own_may_be_redeemed() -> None:
    assert in_the_way() is None


def test_one_point_too_few_says_how_many_are_missing() -> None:
    refusal = in_the_way(replace(SHOPPER, free=79))
    assert isinstance(refusal, NotEnoughPoints)
    assert (refusal.price, refusal.free, refusal.missing) == (80, 79, 1)


def test_a_sale_begins_at_its_first_second_and_ends_with_the_last_minute_that_is_shown() -> None:
    assert in_the_way(opens_at=NOW) is None
    assert isinstance(in_the_way(opens_at=NOW + 1), NotYetOnSale)
    assert in_the_way(closes_at=NOW) is None
    assert isinstance(in_the_way(closes_at=NOW - 60), NoLongerOnSale)
    assert isinstance(in_the_way(reward=replace(REWARD, closed=True)), NoLongerOnSale)


def test_one_may_have_as_many_as_the_reward_says_and_zero_says_any() -> None:
    refusal = in_the_way(replace(SHOPPER, taken=2))
    assert isinstance(refusal, MemberLimit)
    assert refusal.limit == 2
    assert in_the_way(replace(SHOPPER, taken=100), per_member=0) is None


def test_what_has_no_piece_left_is_sold_out() -> None:
    assert isinstance(in_the_way(reward=replace(REWARD, stock=0)), SoldOut)


@pytest.mark.parametrize(
    ("layer", "level", "least"),
    [
        ("entry", "senior", "senior"),
        ("middle", "", "active"),
        ("middle", "newcomer", "active"),
        ("ultimate", "active", "senior"),
        ("ultimate", "advisor", "advisor"),
    ],
)
def test_the_higher_of_the_rewards_level_and_its_layers_counts(layer: str, level: str, least: str) -> None:
    asked = least_level(replace(TERMS, layer=layer, level=level), SHOP, LEVELS)
    assert asked == LEVELS.named(least)
    below = LEVELS[LEVELS.place(least) - 1].key
    refused, there = (in_the_way(replace(SHOPPER, level=one), layer=layer, level=level) for one in (below, least))
    assert there is None
    assert isinstance(refused, LevelTooLow)
    assert refused.level == LEVELS.named(least).title


@pytest.mark.parametrize("level", ["", "newcomer"])
def test_the_first_level_keeps_nobody_out(level: str) -> None:
    assert least_level(replace(TERMS, level=level), SHOP, LEVELS) is None
    assert in_the_way(level=level) is None


def test_terms_in_a_layer_or_of_a_level_that_is_gone_take_the_nearest_that_is_no_easier() -> None:
    gone = replace(TERMS, layer="secret", level="expert")
    assert in_terms_of(gone, SHOP, LEVELS, {"expert": 250}) == replace(TERMS, layer="ultimate", level="senior")
    assert in_terms_of(TERMS, SHOP, LEVELS, {}) == TERMS


def test_of_several_obstacles_the_one_that_lasts_longest_is_told_first() -> None:
    poor = Shopper(free=0, level="", taken=2)
    gone = replace(REWARD, stock=0, closed=True)
    told = [in_the_way(poor, gone, opens_at=NOW + 1, level="active")]
    told.append(in_the_way(poor, replace(gone, closed=False), opens_at=NOW + 1, level="active"))
    told.append(in_the_way(poor, replace(gone, closed=False), level="active"))
    told.append(in_the_way(poor, replace(gone, closed=False)))
    told.append(in_the_way(replace(poor, taken=0), replace(gone, closed=False)))
    told.append(in_the_way(replace(poor, taken=0)))
    kinds = [NoLongerOnSale, NotYetOnSale, LevelTooLow, MemberLimit, SoldOut, NotEnoughPoints]
    assert [type(one) for one in told] == kinds
