"""What the further pages of the guide speak about."""

from rules.honour.guide_further import (
    CouncilPage,
    EventsPage,
    LadderPage,
    LetterPage,
    ProjectsPage,
    QuizPage,
    StagesPage,
)
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
from rules.programme.projects import Undelivered
from rules.programme.track_titles import TITLES
from rules.programme.trust import TrustStep
from rules.programme.wording import Wording
from rules.values import replace

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
    "guide/trust": shown(USUAL, GuidePage.TRUST, ""),
    "guide/card": shown(USUAL, GuidePage.CARD, ""),
    "guide/events": shown(USUAL, GuidePage.EVENTS, ""),
    "guide/quiz": shown(USUAL, GuidePage.QUIZ, ""),
    "guide/projects": shown(USUAL, GuidePage.PROJECTS, ""),
    "guide/council": shown(USUAL, GuidePage.COUNCIL, ""),
    "guide/stages": shown(USUAL, GuidePage.STAGES, ""),
    "guide/letter": shown(USUAL, GuidePage.LETTER, ""),
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
    "guide/trust · opened by people alone": LadderPage((), (), 30),
    "guide/trust · one of them by people alone": LadderPage(checklist({"works_approved": 3}, {}), (), 30),
    "guide/events · nobody first, without points": EventsPage(None, 0, 12, 0),
    "guide/events · some of them first": EventsPage(Wording(zh="资深玩家", en="Expert"), 24, 24, 5),
    "guide/quiz · two badges for it": QuizPage(
        (Wording(zh="百事通", en="Well read"), Wording(zh="持证", en="Certified"))
    ),
    "guide/projects · split evenly": ProjectsPage(3, 0, Undelivered.EVENLY),
    "guide/projects · paid to nobody": ProjectsPage(2, 24, Undelivered.UNPAID),
    "guide/council · for everybody, without an end": CouncilPage(None, (), 9, 0, 0, 72, 14, veto=True),
    "guide/council · of a level": CouncilPage(
        Wording(zh="领航顾问", en="Navigator"), (), 9, 180, 48, 72, 14, veto=False
    ),
    "guide/council · of a level, on conditions": CouncilPage(
        Wording(zh="领航顾问", en="Navigator"), checklist({"clean_days": 30}, {}), 9, 180, 48, 72, 14, veto=True
    ),
    "guide/stages · decided by people alone, with one title each": StagesPage(
        (), (), (Wording(zh="荣誉大使", en="Ambassador"),), (Wording(zh="品牌挚友", en="Friend for life"),)
    ),
    "guide/letter · none of a quiet month": LetterPage(short=False),
}
