"""What the guide speaks about."""

from actions.honour.guide import Changed
from rules.honour.guide import SECTIONS, Change, guide, section
from rules.programme.conditions import Needs
from rules.programme.programme import Programme
from rules.values import replace
from tests.messages.samples.moments import at

SAMPLES: dict[str, object] = {
    "guide/guide": replace(guide(Programme(), "资深玩家"), version="a1b2c3d4"),
    "guide/changed": Changed(
        at(18, 20),
        (
            Change("points", "thanks", 4, 5),
            Change("bonus", "14", None, 2),
            Change("milestones", "100", 200, None),
            Change("streak", "shields_most", 3, 2),
            Change("divisors", "3", 4, 5),
            Change("thanks", "per_giver_day", 5, 6),
            Change("announcements", "best_assist_people", 3, 4),
        ),
    ),
}


def _programme() -> Programme:
    """One that does without streaks, gives nothing for a check-in, and has steps of trust given by hand."""
    usual = Programme()
    plain = replace(usual.streak, bonus={}, milestones={}, make_up_days=0)
    by_hand = replace(usual.trust, framework=Needs(), open=Needs())
    return replace(
        usual, trust=by_hand, streak=plain, thanks=replace(usual.thanks, cooldown_s=300, divisors=(1, 2, 4, 5, 6))
    )


UNPAID = guide(_programme())
NUMBERS = tuple(
    Change(table, row, before, after)
    for table, row, before, after in (
        ("thanks", "probation_days", 7, 3),
        ("thanks", "probation_messages", 20, 10),
        ("thanks", "window_days", 30, 60),
        ("thanks", "cooldown_s", 30, 60),
        ("thanks", "per_receiver_day", 20, 30),
        ("questions", "accepted_from_one_asker_day", 3, 5),
        ("questions", "unaccept_hours", 24, 48),
        ("sharing", "words_least", 30, 20),
        ("sharing", "per_day", 1, 2),
        ("sharing", "per_week", 3, 5),
        ("discoveries", "words_least", 6, 8),
        ("discoveries", "per_day", 3, 5),
        ("grants", "alone_member_day", 200, 100),
        ("grants", "alone_staff_day", 1000, 500),
        ("boards", "newcomer_days", 30, 60),
        ("orders", "expire_hours", 72, 48),
        ("streak", "make_up_days", 3, 5),
        ("streak", "helps_per_shield", 3, 2),
        ("framework", "tenure_days", 30, 20),
        ("open", "people_helped", None, 10),
        ("open", "framework_featured", 1, None),
    )
)
MORE: dict[str, object] = {
    **{f"guide/guide · of {wanted}": section(guide(Programme()), wanted) for wanted in SECTIONS},
    "guide/guide · without streaks, and a rule that pays nothing": replace(
        UNPAID, version="a1b2c3d4", rules=(replace(UNPAID.rules[0], points=0), *UNPAID.rules[1:])
    ),
    "guide/changed · numbers": Changed(at(18, 20), NUMBERS),
}
