"""Two hundred people want the last seat."""

from actions.offers import event, seat
from actions.operations import audit
from rules.offers.event import EventKind, EventMode, EventPlan
from rules.offers.seat import SeatState
from storage.offers import events, seats
from tests.handlers.offers.eventing import remembered
from tests.shopping import balance, pay
from tests.stage import MONDAY_9_00, Stage

CROWD = 200
PLAN = EventPlan(
    "夜拍工作坊", EventKind.WORKSHOP, EventMode.OFFLINE, MONDAY_9_00 + 5 * 86_400, 90, 1, "带上三脚架。", price=30
)


def test_two_hundred_at_once_for_the_last_seat_are_one_with_it_and_the_others_in_line(stage: Stage) -> None:
    crowd = [stage.world.person(f"车友{nth}") for nth in range(CROWD)]
    for person in crowd:
        remembered(stage, person)
        pay(stage, person, 100)
    mo, people, occasion = stage.member(stage.mo), [stage.member(person) for person in crowd], stage.occasion()
    number = stage.do(lambda tx: event.publish(tx, mo, PLAN, occasion)).id
    taken = [stage.do(lambda tx, who=who: seat.register(tx, number, who, occasion)) for who in people]
    assert [one.state for one in taken] == [SeatState.SEATED, *[SeatState.WAITING] * (CROWD - 1)]
    assert [balance(stage, who).held for who in people] == [30, *[0] * (CROWD - 1)]
    ended = stage.do(lambda tx: seat.leave(tx, number, people[0], occasion))
    assert [one.member for one in ended.offered] == [people[1].id]
    for _ in range(3):
        assert stage.do(lambda tx: seat.move_up(tx, number, occasion)) == ()
    assert stage.do(lambda tx: seats.count(tx, number, SeatState.OFFERED)) == 1
    assert stage.do(events.everything)[0].taken == 1
    assert stage.do(lambda tx: audit.verify(tx, stage.programme)).ok
