"""What the tests of the review desk have in common."""

from actions.works import claim, review
from actions.works.review import Reviewed
from rules.works.review import Decision
from sandbox.world.people import Person
from tests.databases import rows
from tests.handlers.works.desk import handed_in, published
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
    """That person takes the work in hand."""
    act(stage, claim.claim, number, version, stage.member(by))


def decided(
    stage: Stage, number: int, decision: Decision, *chips: str, version: int = 1, by: Person | None = None
) -> Reviewed:
    """The reviewer chooses remarks and decides."""
    reviewer = stage.member(by or stage.rui)
    for chip in chips:
        act(stage, claim.toggle, number, version, chip, reviewer)
    return act(stage, review.decide, number, version, decision, reviewer)
