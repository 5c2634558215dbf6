"""Whoever follows up an anonymous ticket by its code tells no more of themselves than by writing it."""

from sandbox.world.people import Person
from tests.handlers.fairness.test_feedback_sealed import look, release, seal
from tests.handlers.fairness.test_feedback_untraceable import logged
from tests.stage import Stage
from tests.untouched import Held, changed, held

HOUR = 3_600
# Another one each time: codes, tokens, and the order in which a batch is passed on.
CHANCE = ("feedback.code_hash", "button.token", "label.tokens", "feedback_line.n")


def followed(author: str) -> tuple[Held, list[tuple[str, int]], str]:
    """A ticket's whole life, asked about by its author at each step: all rows, what staff read and when, our log."""
    with logged() as log:
        stage = Stage()
        person: Person = getattr(stage, author)
        code = seal(stage, person, "售后排期太久")
        release(stage)
        card = stage.last(stage.staff)
        stage.mo.say(stage.staff, "哪家店？", reply_to=card)
        stage.play()
        for label, words in (("讨论中", None), ("采纳", "排期改成看得到"), ("已上线", "3.4")):
            stage.advance(HOUR)
            assert "售后排期太久" not in look(stage, person, code)
            stage.press(person, stage.last(person), "补充一句")
            person.say(stage.world.private(person), f"城东店，{label}之前")
            stage.play()
            stage.press(stage.mo, card, label)
            if words:
                stage.mo.say(stage.world.private(stage.mo), words)
                stage.play()
                stage.sends(stage.mo)
        release(stage)
        assert "3.4" in look(stage, person, code) and f"城东店，{label}之前" in look(stage, person, code)
        stage.press(person, stage.last(person), "可以写我的名字")
        assert "不再匿名" in stage.last(person).text
        read = [(message.text, message.date) for message in stage.messages(stage.staff)]
        return stage.do(lambda tx: held(tx, CHANCE)), read, log.getvalue()


def test_every_step_that_its_author_asks_about_leaves_the_same_of_anybody() -> None:
    (mine, read, log), (theirs, read_of_theirs, _) = followed("lin"), followed("zhou")
    assert changed(mine, theirs) == {}
    assert sorted(read) == sorted(read_of_theirs)
    assert "售后" not in log and "城东店" not in log and not [line for line in log.splitlines() if '"update"' in line]
