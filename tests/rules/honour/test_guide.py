"""The guide names every number that pays, and what differs between two versions of the rules."""

from rules.honour.guide import NUMBERS, Change, Step, changes, guide, numbers
from rules.programme.points import POINTS
from rules.programme.programme import Programme
from rules.programme.streak import Streak
from rules.programme.thanks import Thanks

PROGRAMME = Programme(streak=Streak(bonus={7: 2, 3: 1}, milestones={30: 50, 7: 10}))


def test_every_published_rule_stands_in_the_guide_with_what_it_pays() -> None:
    shown = {worth.rule: worth.points for worth in guide(PROGRAMME).rules}
    assert shown == {rule.name: PROGRAMME.points[rule.name] for rule in POINTS if rule.published}
    assert set(shown) < {rule.name for rule in POINTS}


def test_days_in_a_row_are_told_from_the_first_to_the_last() -> None:
    assert guide(PROGRAMME).bonus == (Step(3, 1), Step(7, 2))
    assert guide(PROGRAMME).milestones == (Step(7, 10), Step(30, 50))


def test_every_number_has_its_table_and_row() -> None:
    told = numbers(PROGRAMME)
    assert told["points.checkin"] == PROGRAMME.points["checkin"]
    assert (told["bonus.3"], told["milestones.30"]) == (1, 50)
    assert told["divisors.1"] == PROGRAMME.thanks.divisors[0]
    for part, names in NUMBERS.items():
        for name in names:
            assert told[f"{part}.{name}"] == getattr(getattr(PROGRAMME, part), name)
    assert not [
        row
        for row in told
        if row.startswith("points.") and row not in {f"points.{r.name}" for r in POINTS if r.published}
    ]


def test_the_same_rules_differ_in_nothing() -> None:
    assert changes(numbers(PROGRAMME), numbers(PROGRAMME)) == ()


def test_what_changed_came_and_went_is_told_in_the_order_of_the_guide() -> None:
    after = Programme(streak=Streak(bonus={3: 5, 9: 9}, milestones={30: 50, 7: 10}), thanks=Thanks(per_giver_day=9))
    assert changes(numbers(PROGRAMME), numbers(after)) == (
        Change("bonus", "3", 1, 5),
        Change("bonus", "9", None, 9),
        Change("thanks", "per_giver_day", 5, 9),
        Change("bonus", "7", 2, None),
    )
