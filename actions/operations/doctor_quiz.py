"""What is wrong with quizzes: banks that have run short, and certificates that are asked for and nobody can get."""

from collections.abc import Iterator

from rules.occasion import Occasion
from rules.operations.doctor import Ailment, Finding
from rules.programme.conditions import Needs
from rules.programme.programme import Programme
from rules.programme.trust import TrustStep
from storage.engine.tx import Tx
from storage.works import quiz_questions, quizzes

BY_QUIZ = ("certified", "quizzes_passed")


def quiz(tx: Tx, occasion: Occasion) -> Iterator[Finding]:
    """Quizzes that nobody can begin for want of questions; steps of trust and offices that need more quizzes than there are."""
    open_ones = quizzes.open_ones(tx, occasion.now)
    for one in open_ones:
        if (has := quiz_questions.count(tx, one.id)) < one.terms.asks:
            yield Finding(Ailment.QUIZ_SHORT, one.terms.title, one.id, names=(str(has), str(one.terms.asks)))
    there = {"certified": sum(one.terms.certifies for one in open_ones), "quizzes_passed": len(open_ones)}
    for where, needs in _asking(occasion.programme):
        for name in BY_QUIZ:
            if there[name] < needs.get(name, 0):
                yield Finding(Ailment.QUIZ_WANTED, count=needs[name], names=(where, name, str(there[name])))


def _asking(programme: Programme) -> Iterator[tuple[str, Needs]]:
    """What asks for conditions by which somebody comes further, and where it stands in the configuration."""
    yield from ((f"[trust] {step.value}", programme.trust.asks(step)) for step in TrustStep)
    yield "[mentors] needs", programme.mentors.needs
    yield "[topic_moderators] needs", programme.topic_moderators.needs
    yield "[council] needs", programme.council.needs
