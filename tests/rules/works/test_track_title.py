"""Titles of the tracks: the highest that is earned, doubted only by what it was earned by, kept by its key."""

import pytest

from rules.programme.conditions import Needs
from rules.programme.faults import Faulty
from rules.programme.track_titles import TITLES, TRACKS, TrackTitle, TrackTitles
from rules.programme.wording import Wording
from rules.values import replace
from rules.works.challenge import SkillTrack
from rules.works.track_title import HeldTitle, TitleQuestion, free_at, holds, standing, to_ask

PHOTO = SkillTrack.PHOTO
LADDER = TrackTitles()
DAY_S = 86_400


def held(key: str, **needs: int) -> HeldTitle:
    """In photography."""
    return HeldTitle(1, PHOTO, key, needs)


def figures(works: int, featured: int = 0) -> dict[str, int]:
    """What somebody has there."""
    return {"photo_works": works, "photo_featured": featured, "clean_days": 90, "video_works": 50}


def test_tracks_are_those_of_challenges() -> None:
    assert tuple(track.value for track in SkillTrack) == TRACKS


def test_the_highest_that_is_earned_is_asked_for_at_once_and_works_of_other_tracks_count_for_nothing() -> None:
    assert to_ask(PHOTO, [], figures(2), LADDER) is None
    question = to_ask(PHOTO, [], figures(9, 2), LADDER)
    assert question == TitleQuestion(PHOTO, "", "senior", {"photo_works": 8, "photo_featured": 2}, rises=True)
    assert to_ask(PHOTO, [held("senior", photo_works=8)], figures(9, 2), LADDER) is None
    assert holds(question, [], figures(9, 2), LADDER)
    assert not holds(question, [held("rising")], figures(9, 2), LADDER)
    assert not holds(question, [], figures(7, 2), LADDER)


def test_only_what_it_was_earned_by_brings_it_into_doubt_and_never_what_was_given_by_hand() -> None:
    theirs = [held("rising", photo_works=3), held("senior", photo_works=8)]
    question = to_ask(PHOTO, theirs, figures(5), LADDER)
    assert question == TitleQuestion(PHOTO, "senior", "rising", {"photo_works": 8}, rises=False)
    assert holds(question, theirs, figures(5), LADDER) and not holds(question, theirs, figures(8), LADDER)
    none_left = to_ask(PHOTO, theirs, figures(1), LADDER)
    assert none_left is not None and none_left.title == ""
    assert to_ask(PHOTO, [held("senior")], figures(0), LADDER) is None
    raised = replace(LADDER, titles=(replace(TITLES[0], works=50), *TITLES[1:]))
    assert to_ask(PHOTO, [held("rising", photo_works=3)], figures(3), raised) is None


def test_a_title_is_known_by_its_key_whatever_is_renamed_put_in_between_or_removed() -> None:
    theirs = [held("rising"), held("senior")]
    between = TrackTitle("middle", Wording("中坚创作者"), works=5)
    renamed = replace(LADDER, titles=(TITLES[0], between, replace(TITLES[1], title=Wording("老手")), TITLES[2]))
    now = standing(theirs, renamed)
    assert now is not None and renamed.called(now.title) == "老手"
    without = replace(LADDER, titles=(TITLES[0], TITLES[2]))
    left = standing(theirs, without)
    assert left is not None and left.title == "rising"
    assert standing([held("gone")], LADDER) is None and LADDER.called("gone") == "gone"


def test_the_same_is_asked_again_only_after_its_time() -> None:
    assert free_at(None, None, LADDER) == 0
    assert free_at(None, 100, LADDER) == 100 + 30 * DAY_S


def test_what_a_brand_writes_is_held_against_what_can_be() -> None:
    bad = TrackTitle("rising", Wording("🎨"), needs=Needs({"founding_days": 3, "photo_works": 2}), tracks=("sound",))
    with pytest.raises(Faulty) as wrong:
        TrackTitles((TITLES[0], bad, TrackTitle("Empty", Wording("空"))), answer_days=0)
    said = {key for key, _ in wrong.value.faults}
    assert said == {
        "titles.1.key",
        "titles.1.title",
        "titles.1.needs.photo_works",
        "titles.1.needs.founding_days",
        "titles.1.tracks",
        "titles.2.key",
        "titles.2.works",
        "answer_days",
    }


def test_a_title_of_some_tracks_is_asked_for_in_those_alone() -> None:
    one = replace(LADDER, titles=(replace(TITLES[0], tracks=("video",)),))
    assert to_ask(PHOTO, [], figures(9), one) is None
    assert one.of("video") and not one.of("photo") and "photo_works" not in one.names
