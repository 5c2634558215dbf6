"""Who is paid for an accepted answer, and how long accepting can be taken back."""

import pytest

from rules.daily.acceptance import Acceptance, Shares, TooLateToTakeBack, Unpaid, require_in_time, shares
from rules.people import Member
from rules.programme.programme import Programme
from rules.programme.questions import Questions
from rules.values import replace

NOW = 1_794_790_800
HOUR_S = 3600
PROGRAMME = Programme(questions=Questions(accepted_from_one_asker_day=3))
ASKER, ANSWERER, MODERATOR = (
    Member(n, 100 + n, name, None, "zh", 0, home=1, covenant_version=PROGRAMME.brand.covenant_version)
    for n, name in enumerate(("林晓", "周舟", "莫莫"), 1)
)


def shared(
    asker: Member = ASKER, answerer: Member = ANSWERER, registrar: int = ASKER.id, paid_today: int = 0
) -> Shares:
    return shares(asker, answerer, registrar, paid_today, PROGRAMME, NOW)


def test_both_are_paid_when_nothing_speaks_against_it() -> None:
    assert shared() == shared(registrar=MODERATOR.id) == Shares(None, None)


def test_nobody_is_paid_for_answering_themselves_or_a_question_they_registered() -> None:
    assert shared(answerer=ASKER) == Shares(Unpaid.SAME_PERSON, Unpaid.SAME_PERSON)
    assert shared(registrar=ANSWERER.id) == Shares(Unpaid.PLANTED, Unpaid.PLANTED)


def test_the_third_of_an_asker_on_a_day_still_pays_and_the_fourth_pays_nobody() -> None:
    assert shared(paid_today=2) == Shares(None, None)
    assert shared(paid_today=3) == shared(paid_today=4) == Shares(Unpaid.ASKER_CAP, Unpaid.ASKER_CAP)


def test_a_sanction_bars_only_whom_it_concerns_and_only_until_it_ends() -> None:
    barred = {"suspended_until": NOW + 1}
    assert shared(answerer=replace(ANSWERER, **barred)) == Shares(Unpaid.SUSPENDED, None)
    assert shared(asker=replace(ASKER, **barred)) == Shares(None, Unpaid.SUSPENDED)
    assert shared(answerer=replace(ANSWERER, suspended_until=NOW)) == Shares(None, None)


def test_who_is_in_no_group_of_ours_any_more_is_not_paid_and_the_other_is() -> None:
    assert shared(answerer=replace(ANSWERER, home=None)) == Shares(Unpaid.LEFT, None)
    assert shared(asker=replace(ASKER, home=None)) == Shares(None, Unpaid.LEFT)


def test_without_the_covenant_in_force_one_is_not_paid_and_the_other_is() -> None:
    before = {"covenant_version": PROGRAMME.brand.covenant_version - 1}
    assert shared(answerer=replace(ANSWERER, **before)) == Shares(Unpaid.COVENANT, None)
    assert shared(asker=replace(ASKER, **before)) == Shares(None, Unpaid.COVENANT)


def test_accepting_can_be_taken_back_until_the_last_second_of_its_hours() -> None:
    made = Acceptance(7, 1, 11, None, ANSWERER.id, ASKER.id, NOW, 1, 2, None)
    require_in_time(made, 24, NOW + 24 * HOUR_S)
    with pytest.raises(TooLateToTakeBack) as told:
        require_in_time(made, 24, NOW + 24 * HOUR_S + 1)
    assert (told.value.number, told.value.hours) == (7, 24)
