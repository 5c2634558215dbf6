"""What can be handed in, which submission new work belongs to, and how files go together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.files import MOST_IN_ALBUM, batches
from rules.values import replace
from rules.works.submission import (
    TEXT_MOST,
    File,
    NothingToSubmit,
    Stage,
    Submission,
    SubmissionStanding,
    SubmissionsUsed,
    Work,
    WorkTooLong,
    continued,
    require_content,
    without_tag,
)

PHOTO = File("photo", "id", "unique")
LATEST = Submission(1, 5, 7, Stage.WORK, SubmissionStanding.WAITING, 1, 0, None, None, True, False)


def handed(number: int, standing: SubmissionStanding, stage: Stage = Stage.WORK) -> Submission:
    return replace(LATEST, id=number, standing=standing, stage=stage)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("#挑战12 我的夜景", "我的夜景"),
        ("＃Challenge 3\n夜景", "夜景"),
        ("/submit@kocbot 12 夜景", "夜景"),
        ("/submit 夜景 #挑战12", "夜景 #挑战12"),
        ("夜景 #挑战12", "夜景"),
        ("夜景", "夜景"),
    ],
)
def test_the_tag_that_hands_a_work_in_is_not_part_of_it(text: str, words: str) -> None:
    assert without_tag(text, ("挑战", "challenge", "Challenge")) == words


def test_a_work_is_words_or_files_and_no_longer_than_can_be_shown() -> None:
    require_content(Work("", (PHOTO,)), 12)
    require_content(Work("字" * TEXT_MOST), 12)
    with pytest.raises(NothingToSubmit) as nothing:
        require_content(Work(""), 12)
    assert nothing.value.challenge == 12
    with pytest.raises(WorkTooLong) as long:
        require_content(Work("字" * (TEXT_MOST + 1), (PHOTO,)), 12)
    assert (long.value.length, long.value.most) == (TEXT_MOST + 1, TEXT_MOST)


def test_returned_work_is_improved_first_then_places_are_used_then_what_waits_is_replaced() -> None:
    returned, waiting = handed(1, SubmissionStanding.RETURNED), handed(2, SubmissionStanding.WAITING)
    approved = handed(3, SubmissionStanding.APPROVED)
    assert continued([waiting, returned], Stage.WORK, 5) == returned
    assert continued([waiting, approved], Stage.WORK, 3) is None
    assert continued([approved, waiting], Stage.WORK, 2) == waiting
    assert continued([], Stage.WORK, 1) is None


@pytest.mark.parametrize("standing", [SubmissionStanding.APPROVED, SubmissionStanding.FEATURED])
def test_what_has_been_approved_is_not_replaced_when_every_place_is_used(standing: SubmissionStanding) -> None:
    with pytest.raises(SubmissionsUsed) as used:
        continued([handed(1, standing), handed(2, standing)], Stage.WORK, 2)
    assert used.value.each == 2


def test_there_is_one_plan_however_many_works_there_may_be_and_they_are_counted_apart() -> None:
    plan = handed(1, SubmissionStanding.WAITING, Stage.PLAN)
    assert continued([plan], Stage.PLAN, 5) == plan
    assert continued([plan], Stage.WORK, 1) is None
    with pytest.raises(SubmissionsUsed):
        continued([handed(1, SubmissionStanding.APPROVED, Stage.PLAN)], Stage.PLAN, 5)


def test_an_edited_message_belongs_to_the_submission_it_was() -> None:
    edited = handed(2, SubmissionStanding.APPROVED)
    assert continued([handed(1, SubmissionStanding.RETURNED)], Stage.WORK, 1, edited=edited) == edited


@given(st.lists(st.sampled_from(["photo", "video", "document", "animation"]), max_size=25))
def test_every_file_goes_out_once_in_its_order_with_those_that_telegram_takes_together(kinds: list[str]) -> None:
    files = [File(kind, f"f{n}", f"u{n}") for n, kind in enumerate(kinds)]
    sent = batches(files)
    together = [{"photo": "seen", "video": "seen"}.get(file.kind, file.kind) for some in sent for file in some[:1]]
    assert sorted(file.unique for some in sent for file in some) == sorted(file.unique for file in files)
    for some, kind in zip(sent, together, strict=True):
        assert {{"photo": "seen", "video": "seen"}.get(file.kind, file.kind) for file in some} == {kind}
        assert 1 <= len(some) <= (1 if kind == "animation" else MOST_IN_ALBUM)
    for kind in ("seen", "document", "animation"):
        mine = [files.index(file) for some, each in zip(sent, together, strict=True) if each == kind for file in some]
        assert mine == sorted(mine)
    assert len(sent) == sum(-(-sum(k in ks for k in kinds) // most) for ks, most in BY_KIND)


BY_KIND = ((("photo", "video"), MOST_IN_ALBUM), (("document",), MOST_IN_ALBUM), (("animation",), 1))
