"""Words of the brand: each reader's language, else the ones there are."""

from rules.programme.wording import Wording, as_kept, each_of, kept, spoken

BOTH = Wording(en="Newcomer", zh="新朋友")


def test_everybody_reads_their_own_language_and_who_has_none_the_first() -> None:
    assert (BOTH.spoken("zh"), BOTH.spoken("en"), str(BOTH)) == ("新朋友", "Newcomer", "新朋友")
    assert Wording(en="Newcomer").spoken("zh") == "Newcomer"
    assert Wording("星途").spoken("en") == "星途"
    assert spoken("typed by somebody", "en") == "typed by somebody"


def test_the_order_in_which_languages_are_written_makes_no_difference() -> None:
    assert Wording(zh="新朋友", en="Newcomer") == BOTH
    assert Wording(zh="新朋友", en="Beginner") != BOTH
    assert each_of(BOTH) == ("新朋友", "新朋友", "Newcomer")
    assert each_of("星途") == ("星途",)


def test_a_row_keeps_every_language() -> None:
    assert as_kept(kept(BOTH)) == BOTH
    assert as_kept(kept("友善")) == "友善"
