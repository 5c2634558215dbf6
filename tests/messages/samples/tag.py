"""What the messages about tags speak about."""

from actions.honour.tag import OwnTag, TagThere, TagTitle
from rules.honour.tag import TagIsEarned
from rules.works.challenge import SkillTrack
from tests.messages.samples.track_title import INVITED, RISING

HERE, THERE = TagThere("星途车友会", True), TagThere("星途上海", False)
TITLES = (TagTitle(SkillTrack.PHOTO, RISING, True), TagTitle(SkillTrack.VIDEO, INVITED, False))

SAMPLES: dict[str, object] = {
    "tag/own": OwnTag("资深玩家", False, "活跃车友", (HERE,)),
    "refusals/tag_is_earned": TagIsEarned(),
}
MORE: dict[str, object] = {
    "tag/own · titles to choose from": OwnTag("资深玩家", False, "活跃车友", (HERE,), TITLES),
    "tag/own · something goes before it": OwnTag("导师", False, "活跃车友", (HERE,), TITLES, RISING),
    "tag/own · off": OwnTag("资深玩家", True, "活跃车友", (HERE,)),
    "tag/own · off before there was one": OwnTag("", True, "活跃车友", (HERE,)),
    "tag/own · no right in one group": OwnTag("导师", False, "活跃车友", (HERE, THERE)),
    "tag/own · no right in the only group": OwnTag("导师", False, "活跃车友", (THERE,)),
    "tag/own · in no group": OwnTag("资深玩家", False, "活跃车友", ()),
    "tag/own · not yet": OwnTag("", False, "活跃车友", (HERE,)),
    "tag/own · never": OwnTag("", False, None, (HERE,)),
}
LABELS: dict[str, object] = {"tag/track": TITLES[0]}
