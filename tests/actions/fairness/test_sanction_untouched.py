"""No sanction, on whatever path, changes anything but the record of it: no balance, level, contribution, step or honour."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from actions.fairness import appeal, sanction, sanction_decided, sanction_ended
from actions.fairness.sanction import About
from actions.operations.audit import verify
from rules.fairness.sanction import Grade
from rules.fairness.sanction_asked import Asked
from rules.honour.award import RoundState
from rules.occasion import Occasion
from rules.people import Member, Role
from rules.refusals import Refusal
from rules.works.trust import TrustStep
from sandbox.world.people import Person
from storage import audits, members
from storage.engine.tx import Tx
from storage.fairness import appeals, sanctions
from storage.honour import awards, badges, honours
from storage.works import trust
from tests.stage import Stage
from tests.untouched import Held, changed, held

# What a sanction may change: what is kept of it, and until when somebody is suspended.
OF_ORDER = ("sanction", "appeal", "audit", "touched", "member.suspended_until")
# What changes by leaving, by coming back and by time passing, sanction or not. A seat in the council does not outlast leaving.
BY_GOING = ("membership", "bystander", "member.home", "tally.competes", "council_seat", "role")
BY_TIME = (
    *("inbox", "outbox", "posted", "button", "note", "job_run", "job_next", "announcement", "seal"),
    *("promotion.told_at", "badge"),
)
STAYING = "SELECT * FROM role WHERE role <> 'council' ORDER BY member, role"
BADGES = "SELECT member, badge, state, needs, at, given_by FROM badge ORDER BY member, badge"
LOOKS = ("uphold", "shorten", "take_back")
STEPS = st.tuples(
    st.sampled_from(["give", "confirm", "decline", "lift", "wait", "leave", "come", "appeal", *LOOKS]),
    st.sampled_from(list(Grade)),
    st.sampled_from([None, 3_600, 2 * 86_400, 20 * 86_400]),
    st.sampled_from([60, 3_600, 90_000, 50 * 3_600]),
)


def others(tx: Tx) -> Held:
    """All that is there, but for what may change."""
    rest = held(tx, (*OF_ORDER, *BY_GOING, *BY_TIME))
    return {**rest, "roles that outlast leaving": [tuple(row) for row in tx.all(STAYING)]}


def earned(stage: Stage) -> None:
    """A few days of check-ins, a grant and a reward's worth of points; a badge, a seat, a step of trust, an award."""
    for _ in range(3):
        stage.zhou.say(stage.group, "签到")
        stage.play()
        stage.advance(86_400)
    stage.mo.say(stage.group, "/grant @zhou 60 夜里帮人拖车")
    stage.play()
    zhou, owner, now = stage.member(stage.zhou).id, stage.member(stage.owner).id, int(stage.clock.now())
    stage.do(lambda tx: _honoured(tx, zhou, owner, now))


def _honoured(tx: Tx, zhou: int, owner: int, now: int) -> None:
    badges.give(tx, zhou, "special_thanks", owner, "一起开的群", now)
    members.give_role(tx, zhou, Role.COUNCIL, owner, now)
    trust.put(tx, zhou, TrustStep.FRAMEWORK, owner, now, "一直很稳")
    audits.record(tx, now, owner, trust.GIVEN, zhou, "一直很稳", step=TrustStep.FRAMEWORK.value)
    found = awards.add(tx, "ambassador", 2026, owner, now, now)
    assert found
    awards.move(tx, found, RoundState.GIVEN)
    honours.add(tx, found.id, "ambassador", "荣誉大使", 2026, zhou, "总有他", owner, now)
    audits.record(tx, now, owner, "award.give", zhou)


def kept(tx: Tx) -> set[Any]:
    """The badges that are there."""
    return {tuple(row) for row in tx.all(BADGES)}


class Steps:
    """One path: each step is taken if it is open just then."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.asked = stage, 0

    def take(self, kind: str, grade: Grade, length_s: int | None, wait_s: int) -> None:
        if kind == "wait":
            self.stage.advance(wait_s)
        elif kind in ("leave", "come"):
            getattr(self.stage.zhou, "leave" if kind == "leave" else "join")(self.stage.group)
            self.stage.play()
        else:
            people = [self.stage.member(one) for one in self._sides()]
            occasion = self.stage.occasion()
            self.stage.do(lambda tx: self._act(tx, kind, Asked(grade, length_s, 2, "骂人"), people, occasion))

    def _sides(self) -> tuple[Person, ...]:
        return self.stage.mo, self.stage.owner, self.stage.zhou, self.stage.rui

    def _act(self, tx: Tx, kind: str, wanted: Asked, people: list[Member], occasion: Occasion) -> None:
        mo, owner, zhou, rui = people
        rows = tx.all("SELECT id, state FROM sanction ORDER BY id")
        try:
            with tx.savepoint():
                if kind == "give":
                    self.asked += 1
                    sanction.impose(tx, mo, zhou, wanted, About(None, None), (1, self.asked), occasion)
                for row in rows[-1:]:
                    if kind == "lift":
                        sanction_ended.lift(tx, owner, row.id, "看错了", occasion)
                    elif kind in ("confirm", "decline") and row.state == "proposed":
                        getattr(sanction_decided, kind)(tx, owner, row.id, occasion)
                    elif kind == "appeal":
                        appeal.appeal(tx, zhou, row.id, occasion)
                    elif kind in LOOKS and (found := appeals.against(tx, row.id)):
                        _look(tx, kind, rui, found.id, occasion)
        except Refusal:
            pass


def _look(tx: Tx, kind: str, by: Member, number: int, occasion: Occasion) -> None:
    if kind == "uphold":
        appeal.uphold(tx, by, number, "对着原消息又看了一遍", occasion)
    else:
        {"shorten": appeal.shorten, "take_back": appeal.lift}[kind](tx, by, number, occasion)


Path = list[tuple[str, Grade, int | None, int]]
GOING = ("leave", "come")


def lived(path: Path, *, orderly: bool) -> Stage:
    """A stage after that path; `orderly`: only with what there is without any sanction, going and time."""
    stage = Stage()
    earned(stage)
    steps = Steps(stage)
    for kind, *rest in path:
        if kind in GOING and (kind == "leave") != _there(stage):
            continue
        if not orderly or kind in ("wait", *GOING):
            steps.take(kind, *rest)
    return stage


@settings(max_examples=20)
@given(st.lists(STEPS, min_size=1, max_size=8))
def test_whatever_is_given_decided_lifted_or_over_what_is_theirs_stays(path: Path) -> None:
    stage, without = lived(path, orderly=False), lived(path, orderly=True)
    assert changed(without.do(others), stage.do(others)) == {}
    assert stage.do(kept) >= without.do(kept)
    assert not stage.do(lambda tx: verify(tx, stage.programme)).problems
    zhou = stage.member(stage.zhou)
    assert stage.do(lambda tx: sanctions.tally(tx, zhou.id).given) <= len(path)


def _there(stage: Stage) -> bool:
    standing = stage.group.current(stage.zhou.id, stage.clock.now())
    return standing is not None and standing.present
