"""What /me speaks about."""

from actions.honour.card import CardBadge
from actions.honour.me import Me, OwnEntry
from rules.ledger.ledger import Phase
from rules.programme.levels import Levels
from rules.programme.wording import Wording
from rules.values import replace
from tests.messages.samples.moments import at

SAMPLES: dict[str, object] = {
    "me/overview": Me(
        name="林晓",
        free=86,
        held=120,
        contribution=214,
        progress=Levels().progress(214),
        streak=6,
        rank=3,
        beyond=False,
        group="星途车友会",
        certificates=("冬季用车 <一>", "新车入门"),
        badges=(
            CardBadge("🔟", Wording(zh="十人之助", en="Helped ten")),
            CardBadge("🔥", Wording(zh="七日 <连签>", en="Seven <days>")),
            CardBadge("💡", Wording(zh="初次解惑", en="First answer")),
        ),
        more_badges=4,
        lines=(
            OwnEntry("2026-11-16", "checkin", 4, Phase.SINGLE, False, None),
            OwnEntry("2026-11-15", "shop", -120, Phase.HOLD, False, None),
            OwnEntry("2026-11-15", "thanks", -4, Phase.SINGLE, True, "误点"),
            OwnEntry("2026-11-14", "grant", 20, Phase.SINGLE, False, "整理了新车提车清单"),
            OwnEntry("2026-11-12", "shop", 60, Phase.VOID, False, None),
            OwnEntry("2026-11-12", "event_seat", 30, Phase.VOID, False, "夜拍工作坊"),
            OwnEntry("2026-11-11", "event_seat", -30, Phase.HOLD, False, "夜拍工作坊"),
        ),
    ),
}
USUAL = SAMPLES["me/overview"]
assert isinstance(USUAL, Me)
MORE: dict[str, object] = {
    "me/overview · of the team": replace(USUAL, staff=True, rank=None),
    "me/overview · paused, of all groups": replace(USUAL, group=None, paused_until=at(25, 20)),
    "me/overview · a newcomer": replace(
        USUAL,
        free=0,
        held=0,
        contribution=0,
        progress=Levels().progress(0),
        streak=0,
        rank=None,
        group=None,
        lines=(),
        badges=(),
        more_badges=0,
    ),
    "me/overview · the top, far down the board": replace(
        USUAL,
        contribution=1300,
        progress=Levels().progress(1300),
        streak=1,
        rank=10_001,
        badges=USUAL.badges[:1],
        more_badges=0,
        beyond=True,
        lines=(OwnEntry("2026-11-17", "shop", 60, Phase.EXPIRE, False, None),),
    ),
}
