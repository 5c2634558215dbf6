"""What the refusals speak about that any feature may raise, and those of running the programme."""

from actions.operations.setup import OnlyOneStaffGroup, UnknownZone
from rules.audience import NobodyReads
from rules.fairness.report import ReportsEnough
from rules.honour.announcements import AlreadyAnnounced, NoSuchAnnouncement
from rules.honour.boards import NoSuchBoard
from rules.lengths import WordsTooLong
from rules.operations.broadcast import BroadcastTooLong
from rules.refusals import (
    BotReplied,
    CardInWords,
    CovenantFirst,
    FacelessReplied,
    Meeting,
    MembersOnly,
    NobodyNamed,
    NotAllowed,
    NotHereNow,
    NotTaken,
    OnlyInGroup,
    OnlyInPrivate,
    ReplyNeeded,
    Suspended,
    TooFast,
    UnknownPerson,
)
from tests.messages.samples.moments import at

WAY_IN = "https://t.me/startrail"

SAMPLES: dict[str, object] = {
    "refusals/already_announced": AlreadyAnnounced(at(15, 20), posted=True),
    "refusals/broadcast_too_long": BroadcastTooLong(9412, 8000),
    "refusals/covenant_first": CovenantFirst(1, renewed=False),
    "refusals/no_such_announcement": NoSuchAnnouncement("year <榜>"),
    "refusals/no_such_board": NoSuchBoard("本周 <人气>"),
    "refusals/nobody_named": NobodyNamed("grant"),
    "refusals/bot_replied": BotReplied("nominate"),
    "refusals/faceless_replied": FacelessReplied("grant"),
    "refusals/reports_enough": ReportsEnough(5),
    "refusals/nobody_reads": NobodyReads(),
    "refusals/card_in_words": CardInWords("voice"),
    "refusals/not_taken": NotTaken("sticker", ("audio", "document", "photo", "video", "voice")),
    "refusals/not_allowed": NotAllowed(staff=False),
    "refusals/only_in_group": OnlyInGroup("ask"),
    "refusals/only_in_private": OnlyInPrivate("orders"),
    "refusals/only_one_staff_group": OnlyOneStaffGroup("星途运营小组"),
    "refusals/reply_needed": ReplyNeeded("ask"),
    "refusals/suspended": Suspended(at(25, 20)),
    "refusals/not_here_now": NotHereNow("林晓", suspended=False),
    "refusals/not_here_now · suspended": NotHereNow("林晓", suspended=True),
    "refusals/too_fast": TooFast(12),
    "refusals/unknown_person": UnknownPerson("@lin<b>xiao"),
    "refusals/unknown_person · of the staff": UnknownPerson("@lin<b>xiao", searches=True),
    "refusals/words_too_long": WordsTooLong(212, 200, "在高速上帮新车友换了备胎，又 <一路> 送到服务区……"),
    "refusals/unknown_zone": UnknownZone("北京 <时间>"),
}
MORE: dict[str, object] = {
    "refusals/only_in_group · to set it up": OnlyInGroup("setup"),
    "refusals/only_in_group · to report": OnlyInGroup("report"),
    "refusals/only_in_group · below a message": OnlyInGroup("feature"),
    "refusals/reply_needed · to report": ReplyNeeded("report"),
    "refusals/words_too_long · with what stood there": WordsTooLong(812, 800, "光线很好", before=807),
    "refusals/already_announced · it was decided not to": AlreadyAnnounced(at(15, 20), posted=False),
    "refusals/covenant_first · the covenant has changed": CovenantFirst(2, renewed=True),
    "refusals/members_only · by invitation": MembersOnly(
        (Meeting("星途车友会", ""), Meeting("星途上海", ""), Meeting("星途成都", ""))
    ),
    "refusals/members_only · there is no group yet": MembersOnly(()),
    "refusals/not_taken · only words": NotTaken("poll", ()),
    "refusals/not_taken · a table": NotTaken("photo", ("document",)),
    "refusals/not_taken · what we know no name for": NotTaken("gift", ("photo",)),
    "refusals/members_only · there are three": MembersOnly(
        (Meeting("星途车友会", WAY_IN), Meeting("星途上海", WAY_IN), Meeting("星途成都", WAY_IN))
    ),
    "refusals/not_allowed · who may": NotAllowed(staff=True, who=("owner", "operator", "moderator")),
    "refusals/not_allowed · staff of another role": NotAllowed(staff=True),
    "refusals/suspended · without an end": Suspended(None),
}
