"""What the messages about being forgotten speak about."""

from actions.operations.forgetting import Belongings, Forgotten
from rules.ledger.ledger import NotReversible
from rules.operations.forgetting import Hindrance, NotForgottenYet, Obstacle
from tests.messages.samples.moments import at

MUCH = Belongings(320, "夏<b>天", 4, 2, trusted=True)
LITTLE = Belongings(0, "夏天", 0, 0, trusted=False)

SAMPLES: dict[str, object] = {
    "forgetting/told": MUCH,
    "forgetting/sure": MUCH,
    "forgetting/kept": None,
    "forgetting/done": Forgotten(7, 320, (), (), (), None),
    "forgetting/noted": Forgotten(7, 320, (), (), (), None),
    "refusals/not_forgotten_yet": NotForgottenYet(
        (
            Obstacle(Hindrance.OFFICE, ("mentor", "topic_moderator")),
            Obstacle(Hindrance.ORDER, ("12", "15")),
            Obstacle(Hindrance.SEAT, ("夏<b>天", "夏至")),
            Obstacle(Hindrance.LENT, ("广角<镜头>", "三脚架")),
            Obstacle(Hindrance.MENTORING),
            Obstacle(Hindrance.AWARD, ("year",)),
            Obstacle(Hindrance.SANCTION, until=at(25, 20)),
            Obstacle(Hindrance.APPEAL),
        )
    ),
}
MORE: dict[str, object] = {
    "refusals/not_reversible · its member was forgotten": NotReversible(41, gone=True),
    "forgetting/told · who has little": LITTLE,
    "forgetting/sure · who has little": LITTLE,
    "forgetting/done · without points": Forgotten(7, 0, (), (), (), None),
    "forgetting/noted · without points": Forgotten(7, 0, (), (), (), None),
    "refusals/not_forgotten_yet · what time ends": NotForgottenYet(
        (
            Obstacle(Hindrance.OFFICE, ("council",)),
            Obstacle(Hindrance.HELD, ("20",)),
            Obstacle(Hindrance.RECORD, until=at(30, 9)),
            Obstacle(Hindrance.PENDING),
            Obstacle(Hindrance.LATELY, until=at(28, 9)),
        )
    ),
}
