"""What the messages about people noted by hand speak about."""

from actions.journey.scout import ScoutCame, ScoutCard, ScoutGone, ScoutLinkShown, ScoutPage, ScoutRoom
from rules.honour.core import InvitationState
from rules.journey.scout import AlreadyScouted, ScoutTooLong
from rules.pages import page_of
from rules.source import Domain, Source
from rules.values import replace
from tests.messages.samples.moments import at

FOUND = Source(Domain.PUBLIC, "小红书", "https://example.com/u/7?a=1&b=2", "每篇都测续航 <b>")
HERE = Source(Domain.PRIVATE, "", "", "总在帮新人")
ROOM = ScoutRoom(3, "星途车友会")
LINK = ScoutLinkShown("星途车友会", "https://t.me/+abc", at(30, 20), InvitationState.OPEN)
CARD = ScoutCard(5, "夏<b>天", FOUND, "莫莫", at(16, 10), 0, at(30, 10), LINK, (ROOM,))
PERSON = ScoutCame(5, 9, "夏<b>天", "summer", "夏天同学", "莫莫", FOUND, False)

SAMPLES: dict[str, object] = {
    "scout/card": CARD,
    "scout/list": ScoutPage((CARD, replace(CARD, link=None)), page_of(2, 8, 6)),
    "scout/came": PERSON,
    "scout/gone": ScoutGone("夏<b>天", None),
    "refusals/scout_too_long": ScoutTooLong(200),
    "refusals/already_scouted": AlreadyScouted("夏<b>天", "莫莫"),
}
MORE: dict[str, object] = {
    "scout/card · is here": replace(CARD, source=HERE, member=9, link=None, rooms=()),
    "scout/card · without a link": replace(CARD, link=None),
    "scout/card · nowhere to invite them": replace(CARD, link=None, rooms=()),
    "scout/card · a link is asked for": replace(CARD, link=replace(LINK, link="", state=InvitationState.ASKED)),
    "scout/card · no link could be made": replace(CARD, link=replace(LINK, link="", state=InvitationState.REFUSED)),
    "scout/list · a single page": ScoutPage((CARD,), page_of(1, 1, 6)),
    "scout/came · the source was known": replace(PERSON, username=None, known=True),
}
LABELS: dict[str, object] = {"scout/link": ROOM, "scout/open": CARD}
