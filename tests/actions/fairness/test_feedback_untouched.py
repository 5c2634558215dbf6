"""No criticism, on whatever path, named or not, changes anything that is its author's, or anybody else's."""

from hypothesis import given, settings
from hypothesis import strategies as st

from actions.fairness import feedback, feedback_decided, feedback_sealed
from actions.fairness.feedback_sealed import FeedbackSecret
from rules.fairness.feedback import FeedbackKind
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.wording import Wording
from rules.refusals import Refusal
from storage.engine.tx import Tx
from tests.actions.fairness.test_sanction_untouched import earned
from tests.stage import Stage
from tests.untouched import changed, held

KINDS = ("write", "seal", "release", "add", "answer", "discuss", "adopt", "decline", "ship", "merge", "name", "claim")
CODE = "ABCDEFGHJKLMNPQR"
# The tickets themselves, who of the staff did what with them, and whose suggestions are to be counted anew.
OF_CRITICISM = ("feedback", "feedback_line", "feedback_sealed", "audit", "touched")


def act(tx: Tx, step: str, number: int, zhou: Member, mo: Member, occasion: Occasion) -> None:
    """One step, if it is open just then."""
    try:
        with tx.savepoint():
            if step == "write":
                feedback.write(tx, zhou, FeedbackKind.IDEA, "出风口", 0, None, occasion)
            elif step == "seal":
                secret = FeedbackSecret(f"key{number}", CODE)
                feedback_sealed.seal(tx, secret, FeedbackKind.PROBLEM, "座椅", (), None, occasion)
            elif step == "release":
                feedback_sealed.release(tx, occasion)
            elif step == "claim":
                feedback_sealed.claim(tx, zhou, CODE, occasion)
            elif step == "add":
                feedback.add(tx, zhou, number, "还有", occasion)
            elif step == "answer":
                feedback.answer(tx, mo, number, "看到了", occasion)
            elif step == "discuss":
                feedback_decided.discuss(tx, mo, number, occasion)
            elif step == "name":
                feedback_decided.name(tx, zhou, number, named=True)
            elif step == "adopt":
                feedback_decided.adopt(tx, mo, number, Wording(zh="出风口改大"), occasion)
            elif step == "merge":
                feedback_decided.merge(tx, mo, number, number % 3 + 1, occasion)
            else:
                getattr(feedback_decided, step)(tx, mo, number, "2.8", occasion)
    except Refusal:
        pass


@settings(max_examples=8)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(1, 3)), min_size=4, max_size=20))
def test_whatever_becomes_of_it_nothing_changes_but_the_ticket(path: list[tuple[str, int]]) -> None:
    stage = Stage()
    earned(stage)
    before, occasion = stage.do(lambda tx: held(tx, OF_CRITICISM)), stage.occasion()
    zhou, mo = stage.member(stage.zhou), stage.member(stage.mo)
    sealed = False
    for step, number in path:
        if step == "seal" and sealed:
            continue
        sealed = sealed or step == "seal"
        stage.do(lambda tx, step=step, number=number: act(tx, step, number, zhou, mo, occasion))  # type: ignore[misc]
    assert changed(before, stage.do(lambda tx: held(tx, OF_CRITICISM))) == {}
    assert stage.member(stage.zhou) == zhou
