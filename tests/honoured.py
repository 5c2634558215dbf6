"""People in the hall of honour, for tests of what is shown of it."""

from rules.honour.award import RoundState
from rules.programme.wording import Wording
from sandbox.world.portraits import portrait
from storage import members
from storage.engine.tx import Tx
from storage.honour import awards, honours, portraits
from tests.stage import Stage

HELPER = Wording(zh="年度热心用户", en="Top Helper")
AMBASSADOR = Wording(zh="荣誉大使", en="Ambassador")


def hall(stage: Stage) -> None:
    """One whose name is a tag, and another one who does not want to be shown; both have given a photo."""
    stage.lin.rename("<b>林晓")
    stage.lin.say(stage.group, "在")
    stage.play()
    lin, he, owner = (stage.member(person).id for person in (stage.lin, stage.he, stage.owner))
    now = int(stage.clock.now())
    stage.do(lambda tx: _honour(tx, "helper", HELPER, lin, "总在 <i>", owner, now))
    stage.do(lambda tx: _honour(tx, "ambassador", AMBASSADOR, he, "走到哪说到哪", owner, now))
    stage.do(lambda tx: members.set_hidden(tx, he, True))
    stage.do(lambda tx: [portrayed(tx, member) for member in (lin, he)])


def _honour(tx: Tx, award: str, title: Wording, member: int, words: str, by: int, now: int) -> None:
    made = awards.add(tx, award, 2026, by, 0, 0)
    assert made
    awards.move(tx, made, RoundState.GIVEN)
    honours.add(tx, made.id, award, title, 2026, member, words, by, now)


def portrayed(tx: Tx, member: int) -> None:
    """The member agreed, and the photo has come."""
    portraits.agree(tx, member, 0)
    [one] = portraits.wanted(tx)
    portraits.keep(tx, one, portrait(200, 160))
