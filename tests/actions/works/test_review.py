"""Reviewing: no decision without a remark, approved work is paid once."""

import pytest

from actions.works import review, review_card
from actions.works.review import Reviewed
from rules.people import Member
from rules.works.review import Decision, NewerVersion, RemarkNeeded, ReviewedAlready
from tests.actions.works.reviewing import BETTER, GOOD, HOUR_S, decided, submitted
from tests.databases import rows
from tests.handlers.daily.asking import points
from tests.handlers.works.desk import OPEN, published
from tests.shopping import act
from tests.stage import Stage


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
    assert not stage.do(lambda tx: review.is_waiting(tx, number))
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
    shown = act(stage, review_card.card, number)
    assert (shown.reviewer, shown.chips) == (None, ()), "what was decided is in nobody's hands"
    acts = rows(stage.connection, "SELECT act, actor, subject FROM audit WHERE act LIKE 'review.%'")
    assert [tuple(row) for row in acts] == [("review.returned", stage.member(stage.rui).id, stage.member(stage.lin).id)]
    assert submitted(stage, b"better") == number
    with pytest.raises(NewerVersion):
        decided(stage, number, Decision.APPROVED, GOOD)
    assert decided(stage, number, Decision.APPROVED, GOOD, version=2).points == 30
    former = act(stage, review_card.card, number).former
    assert former
    assert (former.version, former.decision) == (2, Decision.APPROVED)


def test_a_plan_that_is_agreed_on_pays_nothing_yet(stage: Stage) -> None:
    published(stage, OPEN)
    number = submitted(stage)
    assert act(stage, review_card.card, number).points == 0
    assert decided(stage, number, Decision.APPROVED, "doable").points == 0
    assert points(stage, stage.lin) == 0


def _told(stage: Stage, number: int, member: Member) -> Reviewed | None:
    now = stage.occasion()
    return stage.do(lambda tx: review.told(tx, number, member, now))


def test_the_author_alone_reads_what_was_said_about_their_work(stage: Stage) -> None:
    number = submitted(stage)
    lin, zhou = stage.member(stage.lin), stage.member(stage.zhou)
    assert _told(stage, number, lin) is None
    decided(stage, number, Decision.APPROVED, GOOD)
    told = _told(stage, number, lin)
    assert told
    assert (told.points, told.decision, told.newly_featured) == (30, Decision.APPROVED, False)
    assert _told(stage, number, zhou) is None


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


def test_an_album_goes_to_the_desk_five_seconds_after_it_came_and_once(stage: Stage) -> None:
    published(stage)
    stage.lin.album(stage.group, [b"one", b"two"], caption="#挑战1 两张")
    stage.play()
    came = stage.occasion().now
    assert stage.do(lambda tx: review.not_on_desk(tx, came + 4)) == []
    assert stage.do(lambda tx: review.not_on_desk(tx, came + 5)) == [1]
    assert act(stage, review_card.put_on_desk, 1).files == 2
    assert stage.do(lambda tx: review.not_on_desk(tx, came + 5)) == []


@pytest.mark.parametrize(
    ("decision", "chip", "points_told"),
    [(Decision.RETURNED, BETTER, 0), (Decision.APPROVED, GOOD, 30), (Decision.FEATURED, GOOD, 30)],
)
def test_the_author_reads_what_the_work_has_earned(
    stage: Stage, decision: Decision, chip: str, points_told: int
) -> None:
    number = submitted(stage)
    decided(stage, number, decision, chip)
    lin = stage.member(stage.lin)
    told = _told(stage, number, lin)
    assert told
    assert (told.points, told.extra, told.decision) == (points_told, 0, decision)


def test_a_plan_is_told_without_points(stage: Stage) -> None:
    published(stage, OPEN)
    number = submitted(stage)
    decided(stage, number, Decision.APPROVED, "doable")
    lin = stage.member(stage.lin)
    told = _told(stage, number, lin)
    assert told
    assert told.points == 0
