"""What stories about the trust ladder have in common: little is asked for, and time looks at deeds."""

from rules.people import Role
from rules.programme.conditions import Needs
from rules.programme.programme import Programme
from rules.programme.trust import TrustLadder, TrustStep
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members
from storage.engine.tx import Tx
from storage.works import trust
from tests.handlers.honour.announcing import plain
from tests.handlers.works.desk import handed_in, published, reviewed
from tests.stage import Stage

DAY_S = 86_400
ASKS = TrustLadder(
    framework=Needs({"tenure_days": 30, "works_approved": 1, "clean_days": 30}),
    open=Needs({"step_days": 20, "works_approved": 2}),
)


def ladder_stage(ladder: TrustLadder = ASKS) -> Stage:
    """A stage on which one work is enough for the first step; rui may decide as well."""
    stage = Stage(replace(Programme(), trust=ladder))
    rui = stage.member(stage.rui).id
    stage.do(lambda tx: members.give_role(tx, rui, Role.MODERATOR, None, 0))
    return stage


def passed(stage: Stage, person: Person) -> None:
    """A work of theirs is approved, and the minutes in which that is noticed go by."""
    works = stage.do(lambda tx: tx.value("SELECT count(*) FROM submission"))
    handed_in(stage, person, published(stage), photo=f"work {works}")
    reviewed(stage, "通过", "开头抓人")
    noticed(stage)


def noticed(stage: Stage) -> None:
    """The minute looks at deeds, and staff are asked once nothing more comes."""
    for _ in range(3):
        stage.advance(60)


def step(stage: Stage, person: Person) -> TrustStep:
    """Where the person stands."""
    member = stage.member(person).id
    found: TrustStep = stage.do(lambda tx: trust.of_member(tx, member).step)
    return found


def cards(stage: Stage) -> list[Message]:
    """What stands in the staff group about steps, oldest first."""
    return [message for message in stage.messages(stage.staff) if "🧭" in message.text]


def checklist(stage: Stage, person: Person, words: str = "/trust") -> str:
    """What the person is shown in private."""
    person.say(stage.world.private(person), words)
    stage.play()
    return plain(stage.last(person).text)


def proposals(tx: Tx) -> int:
    """How many there ever were."""
    found: int = tx.value("SELECT count(*) FROM trust_proposal")
    return found
