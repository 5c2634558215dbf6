"""Stages, offices and votes are what decided them says: a sound community passes, and each planted fault is named."""

import pytest

from actions.journey import stage as moves
from actions.operations import audit
from rules.journey.council_seat import CouncilInvitationState
from rules.source import Domain
from rules.stage import Stage as Step
from sandbox.world.people import Person
from storage import topic_moderators
from storage.journey import checklists, council_seats
from tests.databases import change
from tests.handlers.journey.counselling import core_with, council_stage, proposed, seated, votes
from tests.handlers.journey.preferring import ROUND_S, chooses, published
from tests.handlers.journey.test_council_vote import TALK_S, VOTE_S
from tests.stage import Stage


def faults(stage: Stage) -> list[str]:
    """What the audit finds."""
    return [str(problem) for problem in stage.do(lambda tx: audit.verify(tx, stage.programme)).problems]


@pytest.fixture
def stage() -> Stage:
    return council_stage()


def planted(stage: Stage, statement: str, named: str) -> None:
    """Before it everything is sound, after it this is named."""
    assert faults(stage) == []
    change(stage.connection, statement)
    assert [fault for fault in faults(stage) if named in fault], faults(stage)


def moved(stage: Stage, person: Person, where: Step) -> None:
    """The owner decides."""
    member, by, now = stage.member(person).id, stage.member(stage.owner), stage.occasion()
    stage.do(lambda tx: moves.move(tx, member, where, by, now))


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE audit SET act = 'stage.declined' WHERE act = 'stage.set'", "was decided by somebody: True expected"),
        ("UPDATE stage SET put_by = member WHERE until IS NULL", "was decided by somebody: True expected"),
        ("UPDATE stage SET until = until + 60 WHERE until IS NOT NULL", "begins after the one before has ended"),
        ("UPDATE stage SET until = since - 1 WHERE until IS NOT NULL", "ends after it begins"),
    ],
)
def test_stages_that_nobody_decided_or_that_overlap_are_found(stage: Stage, statement: str, named: str) -> None:
    moved(stage, stage.zhou, Step.ACTIVE)
    stage.advance(86_400)
    moved(stage, stage.zhou, Step.MATURE)
    planted(stage, statement, named)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM role WHERE role = 'topic_moderator'",
        "UPDATE topic_moderator SET name = '续航'",
    ],
)
def test_a_field_without_its_office_or_looked_after_twice_is_found(stage: Stage, statement: str) -> None:
    who, by = stage.member(stage.zhou).id, stage.member(stage.owner).id
    for name in ("续航", "钥匙"):
        stage.do(lambda tx, name=name: topic_moderators.add(tx, who, None, name, by, 0, None))
    change(stage.connection, f"INSERT INTO role (member, role, given_at) VALUES ({who}, 'topic_moderator', 0)")
    planted(stage, statement, "is looked after once, by a topic moderator")


def test_a_seat_that_was_given_twice_or_is_offered_to_who_has_it_is_found(stage: Stage) -> None:
    who, by = stage.member(stage.zhou).id, stage.member(stage.owner).id
    accepted = CouncilInvitationState.ACCEPTED
    for at in (10, 30):
        number = stage.do(lambda tx, at=at: council_seats.invite(tx, who, by, at, 100))
        stage.do(lambda tx, number=number, at=at: council_seats.settle(tx, number, accepted, at + 10))
    planted(stage, "UPDATE council_invitation SET settled_at = 35 WHERE at = 10", "council seat 2: is given once")
    change(stage.connection, "UPDATE council_invitation SET settled_at = 20 WHERE at = 10")
    stage.do(lambda tx: council_seats.invite(tx, who, by, 50, 100))
    seated_now = f"INSERT INTO role (member, role, given_at) VALUES ({who}, 'council', 0)"
    planted(stage, seated_now, "council seat 3: is given once")


def test_first_steps_that_run_although_all_are_done_are_found(stage: Stage) -> None:
    who, by = stage.member(stage.zhou), stage.member(stage.owner).id
    today = stage.occasion().day
    steps = stage.programme.checklists.steps(Domain.PRIVATE)
    stage.do(lambda tx: checklists.begin(tx, who.id, Domain.PRIVATE, by, steps, 0, today))
    planted(stage, f"UPDATE checklist_step SET done_at = 1, done_by = {by}", "checklist 1: has a step left")


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE council_vote SET counts = '0 2 0'", "council vote 1: outcome of the frozen numbers: fallen expected"),
        ("UPDATE council_vote SET electors = 1", "council vote 1: votes: at most 1 expected"),
        (
            "UPDATE council_proposal SET state = 'fallen', promised_at = NULL, ticket = NULL",
            "council vote 1: what the proposal has come to: carried expected, fallen found",
        ),
    ],
)
def test_a_vote_of_the_council_against_its_frozen_numbers_is_found(stage: Stage, statement: str, named: str) -> None:
    core = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    proposed(stage, stage.lin)
    stage.advance(TALK_S)
    votes(stage, core, (stage.lin, 0), (stage.zhou, 0))
    stage.advance(VOTE_S)
    planted(stage, statement, named)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE ballot SET eligible = 1", "round of designs 1: votes: at most 1 expected, 2 found"),
        ("DELETE FROM preference_ballot WHERE nth = 2", "round of designs 1: criteria that were counted: 2 expected"),
        ("DELETE FROM preference_design WHERE nth = 3", "round of designs 1: designs: 2 expected, 3 found"),
        ("UPDATE preference SET state = 'voting'", "preference vote 1: has an open round while it is voted on"),
    ],
)
def test_a_preference_vote_against_its_frozen_numbers_is_found(stage: Stage, statement: str, named: str) -> None:
    core = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    published(stage)
    chooses(stage, core, stage.lin, 1, 2)
    chooses(stage, core, stage.zhou, 1, 3)
    stage.advance(ROUND_S)
    planted(stage, statement, named)
