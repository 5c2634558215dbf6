"""What the messages about media kits speak about, and those of challenges that have one."""

from actions.works.editchallenge import ChallengeEdited
from actions.works.media_kit import KitDrafted
from handlers.works.announced import Announcement
from handlers.works.editchallenge import EditPreview
from handlers.works.newchallenge import ChallengePreview
from rules.audience import Reader
from rules.files import File
from rules.reading.amending import Overtaken
from rules.values import replace
from rules.works.challenge import WorkKind
from rules.works.media_kit import JoinForKit, KitCheck, KitFull, KitIncomplete, MediaKit, NoKit
from tests.messages.samples.challenge import AUTUMN, CUTS, SEEN
from tests.messages.samples.challenge import SAMPLES as CHALLENGES
from tests.messages.samples.review import CARD

WORDING = "这个冬天，<星途> 带你去看雪。\n后备厢里装得下整个周末。"
LONG = WORDING * 10
BOTH = replace(CUTS, tag="星途露营", wording=WORDING, check=KitCheck.BOTH, work=WorkKind.POST)
TAG = replace(BOTH, wording="", check=KitCheck.TAG)
WORDS = replace(BOTH, tag="", check=KitCheck.WORDING)
GIVEN = replace(BOTH, check=None)
FILES = (File("photo", "f1", "u1"), File("video", "f2", "u2"))
KIT = MediaKit(12, "转场练习", WORDING, "星途露营", KitCheck.BOTH, FILES, by_button=True)
READERS = (Reader(1, "星途车友会", "zh", reads=True),)
CHANGED = ("tag", "wording", "check", "files")

SAMPLES: dict[str, object] = {
    "media_kit/ask": KitDrafted(0, 10),
    "media_kit/kept": KitDrafted(3, 10),
    "media_kit/in_private": None,
    "media_kit/handed": KIT,
    "refusals/kit_incomplete": KitIncomplete(12, "星途露营", ("后备厢里装得下整个周末。",)),
    "refusals/kit_full": KitFull(10),
    "refusals/no_kit": NoKit("转场练习"),
    "refusals/join_for_kit": JoinForKit(12, "转场练习"),
}


def _changed(after: object, before: object, *changed: str) -> ChallengeEdited:
    return ChallengeEdited(12, before, after, changed or CHANGED, (4,))  # type: ignore[arg-type]  # briefs, both


MORE: dict[str, object] = {
    "media_kit/ask · one there": KitDrafted(1, 10),
    "media_kit/ask · some there": KitDrafted(2, 10),
    "media_kit/handed · long words, the words looked for": replace(
        KIT, wording=LONG, tag="", check=KitCheck.WORDING, files=(), by_button=False
    ),
    "media_kit/handed · a tag that is looked for": replace(KIT, wording="", check=KitCheck.TAG, files=FILES[:1]),
    "refusals/kit_incomplete · the tag": KitIncomplete(12, "星途露营", ()),
    "challenge/announced · both looked for": Announcement(12, BOTH),
    "challenge/announced · the tag looked for": Announcement(12, TAG),
    "challenge/announced · the words looked for": Announcement(12, WORDS),
    "challenge/announced · given and not looked for": Announcement(12, GIVEN),
    "challenge/preview · with material": ChallengePreview(BOTH, READERS, 3),
    "challenge/preview · with examples": ChallengePreview(AUTUMN, READERS, 1),
    "challenge/edit_preview · with material": EditPreview(12, BOTH, 7, (Overtaken("积分", "40", "45", "50"),), 3),
    "challenge/edit_preview · no examples any more": EditPreview(13, AUTUMN, 7, (), 0),
    "challenge/edited · a kit": _changed(BOTH, CUTS),
    "challenge/edited · no kit any more": _changed(CUTS, BOTH),
    "challenge/edited · other examples": _changed(AUTUMN, AUTUMN, "files"),
    "challenge/joined · with a kit": replace(CHALLENGES["challenge/joined"], kit=KIT),  # type: ignore[type-var]
    "challenge/joined · with a kit that waits": replace(
        CHALLENGES["challenge/joined"],
        kit=KIT,
        reachable=False,  # type: ignore[type-var]
    ),
    "submission/ask · the post itself, with tag and words": replace(SEEN, brief=BOTH),
    "submission/ask · with the tag": replace(SEEN, brief=TAG),
    "submission/ask · with the words": replace(SEEN, brief=WORDS),
    "review/card · what the bot can't read": replace(CARD, tag="星途露营", wording=WORDING),
    "review/card · the tag alone": replace(CARD, tag="星途露营"),
    "review/card · the words alone": replace(CARD, wording=WORDING),
}
