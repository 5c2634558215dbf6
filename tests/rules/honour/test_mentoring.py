"""Mentoring by the rules: who fits best, which state follows which, and what is asked of a mentor."""

from datetime import date, timedelta

import pytest

from rules.honour.first_step import FirstStep, listed, missing
from rules.honour.mentor import MentorOffer, OfferState, Ways, again_at, held_against
from rules.honour.mentoring import (
    MOVES,
    Ending,
    MentorCandidate,
    Mentoring,
    MentoringMoved,
    MentoringState,
    ended_by,
    is_quiet,
    ranked,
    require_move,
    same_car,
    shared,
)
from rules.people import Member
from rules.programme.conditions import Needs
from rules.programme.faults import Faulty
from rules.programme.mentors import Mentors
from rules.programme.programme import Programme
from rules.programme.trust import TrustStep
from rules.works.challenge import SkillTrack

PHOTO, VIDEO = SkillTrack.PHOTO, SkillTrack.VIDEO
DAY_S = 86_400


def test_language_comes_before_what_is_shared_and_that_before_who_has_fewest() -> None:
    foreign = MentorCandidate(1, "a", (PHOTO, VIDEO), True, False, 0)
    busy = MentorCandidate(2, "b", (PHOTO,), False, True, 1)
    free = MentorCandidate(3, "c", (PHOTO,), False, True, 0)
    driver = MentorCandidate(4, "d", (), True, True, 1)
    assert [one.member for one in ranked((foreign, busy, free, driver))] == [4, 3, 2, 1]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("星途 S7", "星途s7 Pro", True), ("S7", "", False), ("S", "S7", False), ("星途 S7", "星途 X9", False)],
)
def test_a_car_is_the_same_however_much_of_it_is_written_out(one: str, other: str, *, same: bool) -> None:
    assert same_car(one, other) is same


def test_tracks_are_turned_and_shared_in_their_order() -> None:
    assert Ways((VIDEO,)).turned(PHOTO) == (PHOTO, VIDEO)
    assert Ways((PHOTO, VIDEO)).turned(PHOTO) == (VIDEO,)
    assert shared(Ways((VIDEO, PHOTO)), Ways((PHOTO,))) == (PHOTO,)


def test_what_is_over_stays_so_and_nobody_runs_who_did_not_meet() -> None:
    over = Mentoring(1, 2, Ways(), MentoringState.OVER, 0, 0)
    assert all(MentoringState.OVER not in before for before in MOVES.values())
    for state in MOVES:
        with pytest.raises(MentoringMoved):
            require_move(over, state)
    assert MOVES[MentoringState.RUNNING] == {MentoringState.MEETING}


def test_only_missing_steps_are_looked_for() -> None:
    taken = {FirstStep.AGREE, FirstStep.THANK}
    assert FirstStep.AGREE not in missing(taken) and len(missing(taken)) == len(FirstStep) - 2
    assert [one.step for one in listed(taken) if one.taken] == [FirstStep.AGREE, FirstStep.THANK]


def test_level_trust_and_conditions_are_all_asked_for() -> None:
    programme = Programme(mentors=Mentors("active", TrustStep.FRAMEWORK, Needs({"people_helped": 2})))
    newcomer = Member(1, 1, "a", None, "zh", 0, level="newcomer")
    regular = Member(1, 1, "a", None, "zh", 0, level="senior")
    assert not held_against(newcomer, TrustStep.OPEN, {"people_helped": 2}, programme).met
    assert not held_against(regular, TrustStep.BASE, {"people_helped": 2}, programme).met
    assert not held_against(regular, TrustStep.OPEN, {"people_helped": 1}, programme).met
    assert held_against(regular, TrustStep.OPEN, {"people_helped": 2}, programme).met


def test_a_level_that_there_is_not_is_named_where_it_stands() -> None:
    with pytest.raises(Faulty) as found:
        Programme(mentors=Mentors(level="wizard"))
    assert "mentors.level" in repr(found.value.faults)
    with pytest.raises(Faulty):
        Mentors(at_once=0)


def test_another_offer_waits_only_after_an_answer() -> None:
    declined = MentorOffer(1, 2, 0, 5, OfferState.DECLINED, 3, 100, "later")
    lapsed = MentorOffer(1, 2, 0, 5, OfferState.LAPSED, None, 100, None)
    assert again_at(declined, 30, "UTC") == 30 * DAY_S
    assert again_at(lapsed, 30, "UTC") == again_at(None, 30, "UTC") == 0


def test_it_ends_by_time_or_with_all_steps_once_they_have_had_a_week() -> None:
    running = Mentoring(1, 2, Ways(), MentoringState.RUNNING, 0, 0, 3, begun_at=0, ends_at=30 * DAY_S)
    assert ended_by(running, (), 30 * DAY_S) is Ending.TIME
    assert ended_by(running, tuple(FirstStep), 7 * DAY_S) is Ending.STEPS
    assert ended_by(running, tuple(FirstStep), 7 * DAY_S - 1) is None
    assert ended_by(running, tuple(FirstStep)[1:], 8 * DAY_S) is None


def test_of_one_quiet_time_a_mentor_hears_once() -> None:
    monday = date(2026, 11, 16)
    assert is_quiet(monday, None, monday + timedelta(days=5), 5)
    assert not is_quiet(monday, None, monday + timedelta(days=4), 5)
    assert not is_quiet(monday, monday + timedelta(days=5), monday + timedelta(days=9), 5)
    assert is_quiet(monday + timedelta(days=6), monday + timedelta(days=5), monday + timedelta(days=11), 5)
