"""What the messages about tags speak about."""

from actions.honour.tag import OwnTag, TagThere
from rules.honour.tag import TagIsEarned

HERE, THERE = TagThere("星途车友会", True), TagThere("星途上海", False)

SAMPLES: dict[str, object] = {
    "tag/own": OwnTag("资深玩家", False, "活跃车友", (HERE,)),
    "refusals/tag_is_earned": TagIsEarned(),
}
MORE: dict[str, object] = {
    "tag/own · off": OwnTag("资深玩家", True, "活跃车友", (HERE,)),
    "tag/own · off before there was one": OwnTag("", True, "活跃车友", (HERE,)),
    "tag/own · no right in one group": OwnTag("导师", False, "活跃车友", (HERE, THERE)),
    "tag/own · in no group": OwnTag("资深玩家", False, "活跃车友", ()),
    "tag/own · not yet": OwnTag("", False, "活跃车友", (HERE,)),
    "tag/own · never": OwnTag("", False, None, (HERE,)),
}
