"""What the answer to "why?" speaks about."""

from actions.fairness.why import Explained, Explanation, Today

SAMPLES: dict[str, object] = {
    "why/explained": Explained(
        (
            Explanation(
                1_794_798_000,
                "checkin",
                0,
                outcome="refusals/already_checked_in",
                frees_at=1_794_859_200,
                detail={"streak": 3},
            ),
            Explanation(
                1_794_796_000,
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
            Explanation(1_794_794_400, "thanks", 4, reason="刹车片的照片 <很清楚>", by="何<b>川"),
            Explanation(1_794_790_800, "checkin", 2, taken_back=True),
            Explanation(1_794_754_800, "checkin", 2, read_at=1_794_776_400),
        ),
        Today(checked_in=True, given=2, given_most=5, received=1, received_most=20, ends_at=1_794_859_200),
    ),
}
