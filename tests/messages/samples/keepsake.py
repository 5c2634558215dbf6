"""What keepsakes speak about."""

from actions.honour.keepsake import Kept
from rules.honour.keepsake import Keepsake

WORDS = {
    Keepsake.STREAK_ENDED: Kept(Keepsake.STREAK_ENDED, 4, "", "", "2026-11-14", 0, 64),
    Keepsake.HELPED_MANY: Kept(Keepsake.HELPED_MANY, 4, "林<b>晓", "", "", 100, 101),
    Keepsake.SHIELD_EARNED: Kept(Keepsake.SHIELD_EARNED, 4, "", "", "", 3, 2),
    Keepsake.ANNIVERSARY: Kept(Keepsake.ANNIVERSARY, 4, "", "", "", 1, 23),
}

SAMPLES: dict[str, object] = {
    f"keepsake/{what.value}": WORDS.get(
        what, Kept(what, 4, "何<b>川", "第二个转场接得真好 <赞>", "蓝牙钥匙连不上", 12, 2)
    )
    for what in Keepsake
}
SAMPLES["keepsake/helped_hundred"] = WORDS[Keepsake.HELPED_MANY]
