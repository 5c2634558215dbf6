"""What keepsakes speak about."""

from actions.honour.keepsake import Kept
from rules.honour.keepsake import Keepsake
from rules.values import replace

WORDS = {
    Keepsake.FIRST_THANKS: Kept(Keepsake.FIRST_THANKS, 4, "何<b>川", "讲得清楚 <赞>", "", 0, 1),
    Keepsake.FIRST_WORK: Kept(Keepsake.FIRST_WORK, 4, "", "", "转场练习", 41, 0),
    Keepsake.FIRST_RETURN: Kept(Keepsake.FIRST_RETURN, 4, "瑞秋", "15 秒处听不清。", "转场练习", 41, 0),
    Keepsake.PASSED_AFTER_RETURN: Kept(Keepsake.PASSED_AFTER_RETURN, 4, "", "", "转场练习", 41, 2),
    Keepsake.FIRST_FEATURED: Kept(Keepsake.FIRST_FEATURED, 4, "瑞秋", "第二个转场接得真好 <赞>", "转场练习", 41, 0),
    Keepsake.FIRST_REDEMPTION: Kept(Keepsake.FIRST_REDEMPTION, 4, "", "", "限量钥匙扣", 80, 41),
    Keepsake.BACK_AGAIN: Kept(Keepsake.BACK_AGAIN, 4, "", "", "", 0, 23),
    Keepsake.STREAK_ENDED: Kept(Keepsake.STREAK_ENDED, 4, "", "", "2026-11-14", 0, 64),
    Keepsake.HELPED_MANY: Kept(Keepsake.HELPED_MANY, 4, "林<b>晓", "", "", 100, 101),
    Keepsake.SHIELD_EARNED: Kept(Keepsake.SHIELD_EARNED, 4, "", "", "", 3, 2),
    Keepsake.THIRTIETH_DAY: Kept(Keepsake.THIRTIETH_DAY, 4, "", "", "", 30, 2),
    Keepsake.ANNIVERSARY: Kept(Keepsake.ANNIVERSARY, 4, "", "", "", 1, 23),
}

TOLD = {what: WORDS.get(what, Kept(what, 4, "何<b>川", "", "蓝牙钥匙连不上", 12, 2)) for what in Keepsake}
SAMPLES: dict[str, object] = {f"keepsake/{what.value}": kept for what, kept in TOLD.items()}
SAMPLES["keepsake/helped_hundred"] = WORDS[Keepsake.HELPED_MANY]


def _kept(what: Keepsake, n: int, words: str = "", number: int = 12) -> Kept:
    """What is told of that happening with another number, or without words."""
    return replace(TOLD[what], n=n, words=words, number=number)


MORE: dict[str, object] = {
    "keepsake/first_question · solved": _kept(Keepsake.FIRST_QUESTION, 2, "solved"),
    "keepsake/first_question · no answer yet": _kept(Keepsake.FIRST_QUESTION, 0),
    "keepsake/first_question · one answer": _kept(Keepsake.FIRST_QUESTION, 1),
    "keepsake/first_thanks · with no word": _kept(Keepsake.FIRST_THANKS, 1),
    "keepsake/first_return · with no word": _kept(Keepsake.FIRST_RETURN, 1),
    "keepsake/first_featured · with no word": _kept(Keepsake.FIRST_FEATURED, 1),
    "keepsake/first_redemption · on the first day": _kept(Keepsake.FIRST_REDEMPTION, 1, number=80),
    "keepsake/helped_many · 10": _kept(Keepsake.HELPED_MANY, 11, number=10),
    "keepsake/helped_many · a step of the brand's": _kept(Keepsake.HELPED_MANY, 25, number=25),
    "keepsake/thirtieth_day · another day": _kept(Keepsake.THIRTIETH_DAY, 3, number=45),
    "keepsake/helped_many · 50": _kept(Keepsake.HELPED_MANY, 50, number=50),
    "keepsake/thirtieth_day · nobody helped yet": _kept(Keepsake.THIRTIETH_DAY, 0, number=30),
    "keepsake/anniversary · nobody helped yet": _kept(Keepsake.ANNIVERSARY, 0, number=2),
}
