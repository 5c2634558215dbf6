"""What the answer to "why?" speaks about."""

from actions.fairness.why import Explained, Explanation, Today
from tests.messages.samples.moments import at

SAMPLES: dict[str, object] = {
    "why/explained": Explained(
        (
            Explanation(
                at(18, 19, 40),
                "checkin",
                0,
                outcome="refusals/already_checked_in",
                frees_at=at(19, 4),
                detail={"streak": 3},
            ),
            Explanation(
                at(18, 12, 26),
                "thanks",
                0,
                outcome="thanks/giver_budget",
                detail={
                    "outcome": "giver_budget",
                    "receiver": "周<b>舟",
                    "limit": 5,
                    "messages": 20,
                    "points": 0,
                    "days": 0,
                    "reason": None,
                },
                thanked="周<b>舟",
            ),
            Explanation(at(17, 10), "thanks", 4, reason="刹车片的照片 <很清楚>", by="何<b>川"),
            Explanation(at(16, 9), "checkin", 2, taken_back=True),
            Explanation(at(15, 23), "checkin", 2, read_at=at(16, 5)),
        ),
        Today(checked_in=True, given=2, given_most=5, received=1, received_most=20, ends_at=at(19, 4)),
    ),
}
MORE: dict[str, object] = {
    "why/explained · nothing yet": Explained((), Today(False, 0, 5, 0, 20, at(19, 4))),
    "why/explained · read late, given back, and a thank": Explained(
        (
            Explanation(at(17, 23), "submission", 0, outcome="refusals/forwarded_work", detail={}, read_at=at(18, 5)),
            Explanation(at(17, 20), "thanks", 0, outcome="thanks/already_thanked", detail={}, thanked="周<b>舟"),
            Explanation(at(16, 20), "thanks", 4, reason="↩ #123", by="何<b>川"),
        ),
        Today(False, 0, 5, 0, 20, at(19, 4)),
    ),
}
