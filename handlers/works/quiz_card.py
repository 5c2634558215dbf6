"""A quiz as staff see it, with what can be done about it; and how it stands in the groups."""

from collections.abc import Mapping, Sequence

from actions.works.newquiz import QuizCard
from handlers import announcing
from handlers.effects import Button, Effect, Keyboard, Link
from rules.people import Group
from storage.engine.tx import Tx

LASTS_S = 90 * 86_400


def buttons(shown: QuizCard) -> Keyboard:
    """What can be done about the quiz; what ends it stands last, and asks first."""
    data = {"quiz": shown.id}
    rows: list[tuple[Button, ...]] = [
        (
            _button("questions", "quizbank.questions", {**data, "page": 1, "hardest": False}, shown),
            _button("add", "quizbank.add", data),
        )
    ]
    if shown.prepared and shown.enough:
        rows.append((_button("publish_ask", "newquiz.look", data, style="success"),))
    if shown.open or shown.prepared:
        rows.append((_button("change", "newquiz.change", data), _button("close_ask", "newquiz.close_ask", data)))
    if not shown.prepared:
        rows.append((Button("quizbank/same", "newquiz.same", data, lasts_s=LASTS_S),))  # pressed twice makes one
    return (*rows, (_button("every", "quizbank.every", {"page": 1}),))


def announced(told: Sequence[Group], shown: QuizCard) -> list[Effect]:
    """Into these groups; the way in leads to the private chat."""
    take = Link("quiz/take", start=f"quiz-{shown.id}")
    return announcing.announced("quiz", shown.id, told, shown, ((take,),))


def over(tx: Tx, shown: QuizCard) -> list[Effect]:
    """Where it was announced it says that it is over; no new message."""
    return announcing.announced_anew(tx, "quiz", shown.id, shown, template="over")


def _button(
    key: str, action: str, data: Mapping[str, object], outcome: object = None, style: str | None = None
) -> Button:
    return Button(f"quizbank/{key}", action, data, outcome, once=False, lasts_s=LASTS_S, style=style)
