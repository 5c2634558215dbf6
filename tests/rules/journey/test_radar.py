"""Whom the radar ranks how, by what was seen."""

from rules.journey.radar import Seen, SproutKind, WhyNow, chosen, ranked
from rules.programme.radar import Radar
from rules.values import replace

RADAR = Radar()


def seen(times: int, recent: int = 0) -> Seen:
    """So often, so often of late."""
    return Seen(times, recent, -1001, 5)


def test_only_who_meets_a_sign_is_named_the_strongest_first() -> None:
    found = ranked({1: {"thanked_by": seen(2)}, 2: {"thanked_by": seen(3)}, 3: {"thanked_by": seen(6)}}, RADAR)
    assert [one.member for one in found] == [3, 2]


def test_a_flood_of_one_sign_is_no_second_one() -> None:
    flood, two = {"thanked_by": seen(1000)}, {"thanked_by": seen(9), "answers_accepted": seen(3)}
    assert [one.member for one in ranked({1: flood, 2: two}, RADAR)] == [2, 1]
    assert ranked({1: flood}, RADAR)[0].score == ranked({1: {"thanked_by": seen(9)}}, RADAR)[0].score


def test_a_sign_that_asks_for_nothing_is_not_looked_at() -> None:
    assert not ranked({1: {"first_reports": seen(4)}}, replace(RADAR, first_reports=0))


def test_why_now_says_how_much_of_it_is_recent() -> None:
    whys = [ranked({1: {"thanked_by": seen(4, recent)}}, RADAR)[0].why for recent in (4, 2, 1)]
    assert whys == [WhyNow.NEW, WhyNow.RISING, WhyNow.STEADY]


def test_each_kind_has_its_share_and_what_one_lacks_is_the_others() -> None:
    helpers: dict[int, dict[str, Seen]] = {
        n: {"thanked_by": seen(9), "answers_accepted": seen(9)} for n in range(1, 21)
    }
    others = {30: {"first_reports": seen(1)}, 31: {"deep_valued_by": seen(3)}}
    kinds = [one.kind for one in chosen(ranked({**helpers, **others}, RADAR), 10)]
    assert len(kinds) == 10 and {SproutKind.TESTER, SproutKind.WRITER} < set(kinds)
    assert len(chosen(ranked(others, RADAR), 10)) == 2
