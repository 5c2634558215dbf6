"""What the further pages of the guide speak about."""

from dataclasses import replace

from rules.honour.guide_page import (
    BadgeAsked,
    BadgesPage,
    GuidePage,
    OrderPage,
    ResourcesPage,
    TagsPage,
    TitleAsked,
    TitlesPage,
    shown,
)
from rules.programme.conditions import checklist
from rules.programme.covenant import Clause, Covenant
from rules.programme.programme import Programme
from rules.programme.track_titles import TITLES
from rules.programme.trust import TrustStep
from rules.programme.wording import Wording

USUAL = Programme()
OWN = Covenant(
    (
        Clause(Wording(zh="说真话", en="Be true"), Wording(zh="说自己用过的", en="Of your own use")),
        Clause(Wording(zh="不催人", en="Take time"), Wording(zh="慢慢答", en="Answer when you can")),
    )
)
BADGES = shown(USUAL, GuidePage.BADGES, "")
ORDER = shown(replace(USUAL, covenant=OWN), GuidePage.ORDER, "")
assert isinstance(BADGES, BadgesPage) and isinstance(ORDER, OrderPage)
IN_WORDS = BadgeAsked(
    "🏔️", Wording(zh="上过高原", en="High up"), Wording(zh="车到过四千米", en="Drove above 4,000 m"), ()
)

SAMPLES: dict[str, object] = {
    "guide/badges": BADGES,
    "guide/awards": shown(USUAL, GuidePage.AWARDS, ""),
    "guide/feedback": shown(USUAL, GuidePage.FEEDBACK, ""),
    "guide/order": shown(USUAL, GuidePage.ORDER, ""),
    "guide/core": shown(USUAL, GuidePage.CORE, "资深玩家"),
    "guide/tags": shown(USUAL, GuidePage.TAGS, ""),
    "guide/titles": shown(USUAL, GuidePage.TITLES, ""),
    "guide/mentors": shown(USUAL, GuidePage.MENTORS, ""),
    "guide/designs": shown(USUAL, GuidePage.DESIGNS, ""),
    "guide/resources": shown(USUAL, GuidePage.RESOURCES, ""),
}
MORE: dict[str, object] = {
    "guide/badges · many, in the brand's words": BadgesPage((IN_WORDS, BADGES.badges[-1]), 3),
    "guide/order · the brand's covenant, and two for each suspension": replace(
        ORDER, order=replace(USUAL.order, alone_days=0)
    ),
    "guide/mentors · a level and a step, without an end": shown(
        replace(USUAL, mentors=replace(USUAL.mentors, level="active", trust=TrustStep.FRAMEWORK, term_days=0)),
        GuidePage.MENTORS,
        "",
    ),
    "guide/titles · of one track, for other things": TitlesPage(
        (
            TitleAsked(TITLES[0].title, 0, 2, (), ("photo", "video")),
            TitleAsked(TITLES[1].title, 0, 0, checklist({"clean_days": 30}, {}), ()),
        )
    ),
    "guide/resources · reminded on its day": ResourcesPage(0),
    "guide/tags · none": TagsPage(None, ()),
}
