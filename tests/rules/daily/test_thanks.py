"""What a thank is worth: the formula, and the order in which rules speak against it."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.daily.thanks import DAY_S, Author, Facts, Party, ThanksOutcome, credit, judge, unaddressed
from rules.people import Seniority
from rules.programme.faults import Faulty
from rules.programme.thanks import Thanks
from rules.values import replace

RULES = Thanks()
NOW = 100 * DAY_S
OLD = Party(seniority=Seniority(NOW - 60 * DAY_S, 100))
PLAIN = Facts(now=NOW, day_ends_at=NOW + 3600, base=4, giver=OLD, receiver=OLD)
LAST_WEEK = NOW - 7 * DAY_S


def test_the_first_thank_pays_in_full_and_each_further_one_half_of_it() -> None:
    assert [credit(100, given, 0, RULES.divisors) for given in range(4)] == [100, 50, 25, 0]


def test_a_thank_that_was_returned_is_worth_less() -> None:
    assert [credit(100, 0, returned, RULES.divisors) for returned in range(4)] == [100, 50, 33, 25]


def test_halves_are_rounded_up_to_whole_points() -> None:
    assert [credit(4, 1, returned, RULES.divisors) for returned in range(4)] == [2, 1, 1, 1]
    assert credit(4, 2, 2, RULES.divisors) == 0


@given(st.integers(0, 10_000), st.integers(0, 6), st.integers(0, 20))
def test_credit_is_the_formula_to_the_nearest_whole_point(base: int, before: int, returned: int) -> None:
    share = {0: Fraction(1), 1: Fraction(1, 2), 2: Fraction(1, 4)}.get(before, Fraction(0))
    exact = base * share / (1 + returned)
    assert abs(credit(base, before, returned, RULES.divisors) - exact) <= Fraction(1, 2)
    assert credit(base, before, returned, RULES.divisors) >= credit(base, before + 1, returned, RULES.divisors)
    assert credit(base, before, returned, RULES.divisors) >= credit(base, before, returned + 1, RULES.divisors)


@given(st.lists(st.booleans(), max_size=40), st.integers(1, 100))
def test_two_who_swap_thanks_earn_little_more_than_one_who_is_thanked(swaps: list[bool], base: int) -> None:
    times: tuple[list[int], list[int]] = ([], [])
    total = 0
    for at, back in enumerate(swaps):
        here, there = times[back], times[not back]
        points = credit(base, len(here), len(there), RULES.divisors)
        total += points
        here += [at] * (points > 0)
    assert total <= 2.2 * base + 3


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        (PLAIN, "credited"),
        (replace(PLAIN, author=Author.BOT), "bot"),
        (replace(PLAIN, author=Author.CHANNEL), "channel"),
        (replace(PLAIN, author=Author.ANONYMOUS), "anonymous"),
        (replace(PLAIN, author=Author.FORWARDED, to_self=True), "forwarded"),
        (replace(PLAIN, author=Author.UNKNOWN), "unknown_author"),
        (replace(PLAIN, to_self=True, giver=replace(OLD, agreed=False)), "self"),
        (replace(PLAIN, giver=replace(OLD, suspended_until=NOW + 1)), "sanctioned"),
        (replace(PLAIN, giver=replace(OLD, agreed=False)), "no_covenant"),
        (replace(PLAIN, giver=replace(OLD, present=False)), "not_a_member"),
        (replace(PLAIN, giver=Party(seniority=Seniority(LAST_WEEK, 19))), "probation"),
        (replace(PLAIN, giver=Party(seniority=Seniority(LAST_WEEK + 1, 100))), "probation"),
        (replace(PLAIN, giver=Party(seniority=Seniority(LAST_WEEK, 20))), "credited"),
        (replace(PLAIN, receiver=replace(OLD, present=False)), "receiver_left"),
        (replace(PLAIN, receiver=replace(OLD, agreed=False)), "receiver_no_covenant"),
        (replace(PLAIN, receiver=replace(OLD, suspended_until=NOW + 1)), "receiver_paused"),
        (replace(PLAIN, receiver=Party(seniority=Seniority(NOW, 0))), "credited"),
        (replace(PLAIN, given=(NOW - 29,)), "cool_down"),
        (replace(PLAIN, given=(NOW - 30,)), "credited"),
        (replace(PLAIN, given=(LAST_WEEK,) * 3), "pair_limit"),
        (replace(PLAIN, given=(LAST_WEEK,) * 3, base=0), "credited"),
        (replace(PLAIN, given_today=5), "giver_budget"),
        (replace(PLAIN, given_today=4), "credited"),
        (replace(PLAIN, received_today=20), "receiver_limit"),
    ],
)
def test_every_outcome_has_its_name(facts: Facts, outcome: str) -> None:
    assert judge(facts, RULES).outcome == outcome


def test_a_refusal_says_when_it_ends() -> None:
    assert judge(replace(PLAIN, given_today=5), RULES).frees_at == NOW + 3600
    assert judge(replace(PLAIN, given=(NOW - 10,)), RULES).frees_at == NOW + 20
    newcomer = Party(seniority=Seniority(NOW - DAY_S, 100))
    assert judge(replace(PLAIN, giver=newcomer), RULES).frees_at == NOW + 6 * DAY_S
    assert judge(replace(PLAIN, giver=Party(seniority=Seniority(LAST_WEEK, 3))), RULES).frees_at is None


def test_thanks_of_more_than_thirty_days_ago_are_forgotten() -> None:
    old = (NOW - 30 * DAY_S,) * 3
    assert judge(replace(PLAIN, given=old, returned=old), RULES).points == 4


@settings(max_examples=80)
@given(st.lists(st.integers(0, 40), max_size=3), st.lists(st.integers(0, 40), max_size=3))
def test_a_worn_pair_is_paid_again_from_the_moment_it_is_told_and_not_before(
    given_days: list[int], back_days: list[int]
) -> None:
    facts = replace(
        PLAIN,
        given=tuple(sorted(NOW - 60 - day * DAY_S for day in given_days)),
        returned=tuple(sorted(NOW - 60 - day * DAY_S for day in back_days)),
    )
    verdict = judge(facts, RULES)
    if verdict.outcome is not ThanksOutcome.PAIR_LIMIT:
        return
    assert verdict.frees_at is not None
    assert judge(replace(facts, now=verdict.frees_at - 1), RULES).outcome is ThanksOutcome.PAIR_LIMIT
    assert judge(replace(facts, now=verdict.frees_at), RULES).points > 0


def test_reactions_are_told_apart_whatever_their_presentation() -> None:
    assert Thanks().meant_by(("❤️",))
    assert not Thanks().meant_by(("👍", "😁"))
    assert not Thanks(emoji=()).meant_by(("❤",))


@pytest.mark.parametrize(
    ("words", "name", "quoted"),
    [
        ("陈默，脚本跑通了", "陈默", "脚本跑通了"),
        ("晓满，机位讲得真细", "林晓满", "机位讲得真细"),
        ("Tom, four years and I never knew", "Tom Becker", "four years and I never knew"),
        ("陈默的脚本跑通了", "陈默", "陈默的脚本跑通了"),
        ("陈默！", "陈默", "陈默！"),
        ("脚本跑通了", "陈默", "脚本跑通了"),
    ],
)
def test_a_quote_need_not_call_the_name_beside_it(words: str, name: str, quoted: str) -> None:
    assert unaddressed(words, name) == quoted


def test_an_endless_reason_is_refused_by_the_configuration() -> None:
    with pytest.raises(Faulty):
        Thanks(reason_limit=10_000)
