"""The review desk: one reviewer at a time, no decision without a remark, approved work is paid once."""

import pytest

from actions.works import review
from actions.works.review import Reviewed
from rules.refusals import ButtonGone, NotForYourself
from rules.works.review import WORDS_MOST, Decision, InOtherHands, NewerVersion, RemarkNeeded, ReviewedAlready
from sandbox.world.people import Person
from tests.databases import rows
from tests.handlers.daily.asking import points
from tests.handlers.works.desk import OPEN, handed_in, published
from tests.shopping import act
from tests.stage import Stage

GOOD, BETTER = "good_rhythm", "too_long"
MINUTE_S, HOUR_S = 60, 3600


def submitted(stage: Stage, photo: bytes = b"work") -> int:
    """A work of Lin's that waits; its number."""
    if not rows(stage.connection, "SELECT 1 FROM challenge"):
        published(stage)
    handed_in(stage, stage.lin, 1, photo)
    number: int = stage.do(lambda tx: tx.value("SELECT max(id) FROM submission"))
    return number


def claimed(stage: Stage, number: int, by: Person, version: int = 1) -> None:
    act(stage, review.claim, number, version, stage.member(by))


def decided(
    stage: Stage, number: int, decision: Decision, *chips: str, version: int = 1, by: Person | None = None
) -> Reviewed:
    reviewer = stage.member(by or stage.rui)
    for chip in chips:
        act(stage, review.toggle, number, version, chip, reviewer)
    return act(stage, review.decide, number, version, decision, reviewer)


def test_who_has_a_work_in_hand_keeps_it_for_an_hour_and_each_remark_begins_the_hour_anew(stage: Stage) -> None:
    number = submitted(stage)
    claimed(stage, number, stage.rui)
    stage.clock.advance(59 * MINUTE_S)
    act(stage, review.toggle, number, 1, GOOD, stage.member(stage.rui))
    stage.clock.advance(59 * MINUTE_S)
    with pytest.raises(InOtherHands) as told:
        claimed(stage, number, stage.mo)
    assert told.value.name == stage.member(stage.rui).name
    stage.clock.advance(2 * MINUTE_S)
    claimed(stage, number, stage.mo)
    with pytest.raises(InOtherHands):
        act(stage, review.toggle, number, 1, GOOD, stage.member(stage.rui))


def test_what_is_put_back_is_free_for_others_without_what_was_said(stage: Stage) -> None:
    number = submitted(stage)
    act(stage, review.toggle, number, 1, GOOD, stage.member(stage.rui))
    with pytest.raises(InOtherHands):
        act(stage, review.release, number, 1, stage.member(stage.mo))
    act(stage, review.release, number, 1, stage.member(stage.rui))
    claimed(stage, number, stage.mo)
    shown = act(stage, review.card, number)
    assert (shown.reviewer, shown.chips) == (stage.member(stage.mo).name, ())


def test_nobody_reviews_their_own_work_an_older_version_or_what_is_gone(stage: Stage) -> None:
    number = submitted(stage)
    with pytest.raises(NotForYourself):
        claimed(stage, number, stage.lin)
    with pytest.raises(NewerVersion) as newer:
        claimed(stage, number, stage.rui, version=2)
    assert newer.value.version == 1
    with pytest.raises(ButtonGone):
        claimed(stage, 99, stage.rui)


@pytest.mark.parametrize(("decision", "chips"), [(Decision.APPROVED, ()), (Decision.RETURNED, (GOOD,))])
def test_a_decision_without_a_remark_changes_nothing(stage: Stage, decision: Decision, chips: tuple[str, ...]) -> None:
    number = submitted(stage)
    with pytest.raises(RemarkNeeded):
        decided(stage, number, decision, *chips)
    assert stage.do(lambda tx: review.is_waiting(tx, number))
    assert points(stage, stage.lin) == 0


def test_approved_work_is_paid_once_and_what_was_decided_stays_decided(stage: Stage) -> None:
    number = submitted(stage)
    done = decided(stage, number, Decision.APPROVED, GOOD, BETTER)
    assert (done.points, done.extra, done.newly_featured) == (30, 0, False)
    assert (done.chips, done.praise) == ((GOOD, BETTER), (GOOD,))
    assert points(stage, stage.lin) == 30
    with pytest.raises(ReviewedAlready) as told:
        decided(stage, number, Decision.FEATURED, by=stage.mo)
    assert told.value.name == stage.member(stage.rui).name
    assert points(stage, stage.lin) == 30


def test_featured_work_is_paid_more_and_goes_to_the_channel_once(stage: Stage) -> None:
    number = submitted(stage)
    done = decided(stage, number, Decision.FEATURED, GOOD)
    assert (done.points, done.extra, done.newly_featured) == (30, stage.programme.points["featured"], True)
    assert points(stage, stage.lin) == done.points + done.extra


def test_returned_work_is_paid_when_its_next_version_is_approved(stage: Stage) -> None:
    number = submitted(stage)
    assert decided(stage, number, Decision.RETURNED, BETTER).points == 0
    shown = act(stage, review.card, number)
    assert (shown.reviewer, shown.chips) == (None, ()), "what was decided is in nobody's hands"
    acts = rows(stage.connection, "SELECT act, actor, subject FROM audit WHERE act LIKE 'review.%'")
    assert [tuple(row) for row in acts] == [("review.returned", stage.member(stage.rui).id, stage.member(stage.lin).id)]
    assert submitted(stage, b"better") == number
    with pytest.raises(NewerVersion):
        decided(stage, number, Decision.APPROVED, GOOD)
    assert decided(stage, number, Decision.APPROVED, GOOD, version=2).points == 30
    former = act(stage, review.card, number).former
    assert former
    assert (former.version, former.decision) == (2, Decision.APPROVED)


def test_a_plan_that_is_agreed_on_pays_nothing_yet(stage: Stage) -> None:
    published(stage, OPEN)
    lin = stage.member(stage.lin)
    stage.do(lambda tx: tx.run("INSERT INTO trust VALUES (:id, 'open', :id, 0)", id=lin.id))
    number = submitted(stage)
    assert act(stage, review.card, number).points == 0
    assert decided(stage, number, Decision.APPROVED, "doable").points == 0
    assert points(stage, stage.lin) == 0


def test_words_are_added_to_words_and_cut_where_they_end(stage: Stage) -> None:
    number, rui = submitted(stage), stage.member(stage.rui)
    for words in (" 开头很好 ", "结尾再短一点", "长" * WORDS_MOST):
        act(stage, review.say, number, words, rui)
    said = act(stage, review.card, number).words
    assert said.startswith("开头很好\n结尾再短一点\n长")
    assert len(said) == WORDS_MOST


def test_the_author_alone_reads_what_was_said_about_their_work(stage: Stage) -> None:
    number = submitted(stage)
    lin, zhou = stage.member(stage.lin), stage.member(stage.zhou)
    assert stage.do(lambda tx: review.told(tx, number, lin)) is None
    decided(stage, number, Decision.APPROVED, GOOD)
    told = stage.do(lambda tx: review.told(tx, number, lin))
    assert told
    assert (told.points, told.decision, told.newly_featured) == (30, Decision.APPROVED, False)
    assert stage.do(lambda tx: review.told(tx, number, zhou)) is None


def test_what_waits_longer_than_promised_is_listed_once_a_day(stage: Stage) -> None:
    number = submitted(stage)
    waits = stage.programme.reviews.within_hours * HOUR_S
    assert [one.id for one in act(stage, review.waiting)] == [number]
    stage.clock.advance(waits - 1)
    assert act(stage, review.overdue) == []
    stage.clock.advance(1)
    assert [one.id for one in act(stage, review.overdue)] == [number]
    assert act(stage, review.overdue) == []
    stage.clock.advance(24 * HOUR_S)
    assert [one.id for one in act(stage, review.overdue)] == [number]
