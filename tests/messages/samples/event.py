"""What the messages about events speak about."""

from actions.offers.editevent import CalledOff, EventEdited
from actions.offers.event import EventSeen
from actions.offers.event_speaking import SpeakerAway, Speaking
from actions.offers.seat import SeatEnded, SeatOffered
from handlers.kept import FormMistaken
from handlers.offers.editevent import CallingOff, EventEditPreview, ToldOff
from handlers.offers.event import EventList
from handlers.offers.event_told import EventAnnounced
from handlers.offers.newevent import EventPreview
from handlers.ways_out import ShownToAll
from rules.audience import Reader
from rules.draft import AlreadyPublished
from rules.offers.event import (
    EventBegun,
    EventCalledOff,
    EventKind,
    EventMode,
    EventNumberNeeded,
    EventPhase,
    EventPlan,
    EventRoom,
    EventUnknown,
    Preferred,
    SeatsClosed,
    SeatsGiven,
    SeatsNotYet,
    SeveralSpeakers,
    SpeakerUnknown,
)
from rules.offers.seat import AlreadySeated, MovesWithSeat, NoSeat, SeatNotKept, SeatState, SpeaksThere
from rules.pages import Page
from rules.reading.amending import Overtaken
from rules.reading.flaws import Flaw, Mistake
from rules.reading.forms import Filled
from rules.values import names, replace
from tests.messages.samples.moments import at

BEGINS = at(21, 20)
NIGHT = EventPlan(
    "夜拍工作坊 <一>",
    EventKind.WORKSHOP,
    EventMode.OFFLINE,
    BEGINS,
    90,
    20,
    "带上三脚架，教你拍车流。",
    reserved=5,
    opens_at=at(19, 12),
    closes_at=at(21, 12),
    price=30,
    place="星光路 8 号 2 楼",
    speaker="何<b>川",
)
TALK = EventPlan("冬天怎么用车", EventKind.TALK, EventMode.ONLINE, at(25, 20), 60, 200, "聊聊电池和空调。")
HIDDEN = replace(NIGHT, place="")
SEEN = EventSeen(
    3, HIDDEN, "何<b>川", EventPhase.OPEN, at(19, 12), at(21, 12), 4, 0, first=False, placed=True, reason=None
)
TALK_SEEN = replace(SEEN, id=4, plan=TALK, speaker="", phase=EventPhase.AHEAD, opens_at=at(20, 12), placed=False)
OFFERED = SeatOffered(7, 3, "夜拍工作坊 <一>", BEGINS, at(19, 20), 30)
READERS = (Reader(1, "星途车友会", "zh", reads=True), Reader(2, "星途上海", "zh", reads=False))
FULL = replace(SEEN, free=0)
SEATED = replace(SEEN, plan=NIGHT, standing=SeatState.SEATED)
KEPT = replace(SEEN, standing=SeatState.OFFERED, until=at(19, 20))
WAITS = replace(FULL, standing=SeatState.WAITING, ahead=2, waiting=3)
NEXT = replace(FULL, standing=SeatState.WAITING, waiting=1)
OTHERWISE = EventPlan(
    "夜拍分享会", EventKind.TALK, EventMode.ONLINE, at(22, 20), 60, 30, "带上手机就行。", 6, Preferred.OPEN, None, None, 40,
    "https://example.com/live", "周<b>舟",
)  # fmt: skip
EDITED = EventEdited(3, NIGHT, OTHERWISE, names(EventPlan), (7, 8), (9,), (OFFERED,))
LAUNCHED = EventAnnounced(
    3, replace(HIDDEN, kind=EventKind.LAUNCH), "何<b>川", at(19, 12), ahead=False, first_hours=24, guests="活跃车友"
)
CALLING_OFF = CallingOff(3, "夜拍工作坊 <一>", BEGINS, 4, 30, "讲师病了")

SAMPLES: dict[str, object] = {
    "event/speaker_away": SpeakerAway(3, NIGHT.title, BEGINS, "何<b>川", suspended=False),
    "event/several": ShownToAll(("林晓", "周舟"), EventList((TALK_SEEN,), Page(1, 1, 1, 0))),
    "event/several · very many": ShownToAll(
        tuple(f"车友{nth}" for nth in range(1, 91)), EventList((TALK_SEEN,), Page(1, 1, 1, 0))
    ),
    "event/list": EventList((SEEN, TALK_SEEN), Page(1, 1, 2, 0)),
    "event/detail": SEEN,
    "event/registered": SEATED,
    "event/another_price": SEEN,
    "event/full_meanwhile": SEEN,
    "event/speaks": Speaking(3, "夜拍工作坊 <一>", BEGINS, "星光路 8 号 2 楼"),
    "event/speaker_changed": EDITED,
    "event/left": SeatEnded(7, 3, "夜拍工作坊 <一>", SeatState.LEFT, 30),
    "event/leave_surely": SEATED,
    "event/offered": OFFERED,
    "event/offer_over": SeatEnded(7, 3, "夜拍工作坊 <一>", SeatState.LAPSED, 0),
    "event/ended": SeatEnded(7, 3, "夜拍工作坊 <一>", SeatState.LAPSED, 0),
    "event/form": None,
    "event/form_again": Filled("标题：夜拍工作坊\n形式：线下"),
    "event/form_sent": None,
    "event/form_waits": None,
    "event/preview": EventPreview(NIGHT, "何<b>川", READERS),
    "event/published": EventAnnounced(3, HIDDEN, "何<b>川", at(19, 12), ahead=True, first_hours=24),
    "event/announced": EventAnnounced(3, HIDDEN, "何<b>川", at(19, 12), ahead=True, first_hours=24),
    "event/announced_off": CalledOff(3, "夜拍工作坊 <一>", BEGINS, "讲师病了", ((7, 30),)),
    "event/dropped": None,
    "event/edit_preview": EventEditPreview(3, NIGHT, "何<b>川", 4, (Overtaken("名额", "20", "25", "30"),)),
    "event/edited": EDITED,
    "event/changed": EDITED,
    "event/ask_reason": CALLING_OFF,
    "event/cancel_surely": CALLING_OFF,
    "event/kept": CALLING_OFF,
    "event/called_off": CalledOff(3, "夜拍工作坊 <一>", BEGINS, "讲师病了", ((7, 30), (8, 0))),
    "event/told_off": ToldOff("夜拍工作坊 <一>", BEGINS, "讲师病了", 30),
    "refusals/event_unknown": EventUnknown(99),
    "refusals/event_number_needed": EventNumberNeeded("event"),
    "refusals/event_called_off": EventCalledOff("夜拍工作坊 <一>"),
    "refusals/event_begun": EventBegun("夜拍工作坊 <一>"),
    "refusals/seats_not_yet": SeatsNotYet("夜拍工作坊 <一>", at(19, 12)),
    "refusals/seats_closed": SeatsClosed("夜拍工作坊 <一>"),
    "refusals/seats_given": SeatsGiven(4),
    "refusals/several_speakers": SeveralSpeakers("@xiaohe，he<b>"),
    "refusals/speaker_unknown": SpeakerUnknown("@nobody<b>"),
    "refusals/already_seated": AlreadySeated("夜拍工作坊 <一>", waiting=False),
    "refusals/speaks_there": SpeaksThere("夜拍工作坊 <一>"),
    "refusals/no_seat": NoSeat("夜拍工作坊 <一>"),
    "refusals/seat_not_kept": SeatNotKept("夜拍工作坊 <一>"),
    "refusals/moves_with_seat": MovesWithSeat(120, 3),
}
_DETAILS = {
    "ahead": TALK_SEEN,
    "ahead, earlier": replace(TALK_SEEN, first=True),
    "nobody waits yet": FULL,
    "some wait": replace(FULL, waiting=3),
    "closed": replace(FULL, phase=EventPhase.CLOSED),
    "running": replace(SEATED, phase=EventPhase.RUNNING),
    "over": replace(FULL, phase=EventPhase.OVER),
    "called off": replace(FULL, phase=EventPhase.CALLED_OFF, reason="讲师病了"),
    "a seat": SEATED,
    "the speaker": replace(SEEN, plan=NIGHT, speaks=True),
    "a seat, no place yet": replace(SEATED, plan=HIDDEN, placed=False),
    "a seat, no link yet": replace(SEATED, plan=TALK, placed=False),
    "a seat is kept": KEPT,
    "in line": WAITS,
    "next in line": NEXT,
}
MORE: dict[str, object] = {
    "event/speaker_away · suspended": SpeakerAway(3, NIGHT.title, BEGINS, "何<b>川", suspended=True),
    "event/speaker_away · forgotten": SpeakerAway(3, NIGHT.title, BEGINS, "", suspended=False),
    **{f"event/detail · {how}": seen for how, seen in _DETAILS.items()},
    "event/list · nothing": EventList((), Page(1, 1, 0, 0)),
    "event/list · as they stand": EventList(
        (
            SEATED,
            WAITS,
            KEPT,
            replace(SEEN, speaks=True),
            replace(FULL, phase=EventPhase.RUNNING),
            replace(FULL, phase=EventPhase.CLOSED),
        ),
        Page(1, 1, 6, 0),
    ),
    "event/registered · in line": WAITS,
    "event/registered · no place yet": replace(SEATED, plan=HIDDEN, placed=False),
    "event/registered · online": replace(SEATED, plan=TALK),
    "event/registered · no link yet": replace(SEATED, plan=TALK, placed=False),
    "event/registered · next in line": NEXT,
    "event/another_price · free": TALK_SEEN,
    "event/speaks · no place yet": Speaking(4, "冬天怎么用车", at(25, 20), ""),
    "event/left · no points": SeatEnded(7, 3, "夜拍工作坊 <一>", SeatState.LEFT, 0),
    "event/leave_surely · others wait": replace(SEATED, waiting=2),
    "event/leave_surely · kept": KEPT,
    "event/leave_surely · in line": WAITS,
    "event/offered · free": replace(OFFERED, price=0),
    "event/announced · full": replace(LAUNCHED, room=EventRoom.FULL),
    "event/announced · reserved seats are left": EventAnnounced(
        3, HIDDEN, "何<b>川", at(19, 12), ahead=False, first_hours=24, room=EventRoom.RESERVED
    ),
    "event/offer_over · begun": SeatEnded(7, 3, "夜拍工作坊 <一>", SeatState.UNPLACED, 0),
    "event/ended · left": SeatEnded(7, 3, "夜拍工作坊 <一>", SeatState.GONE, 30),
    "event/ended · suspended": SeatEnded(7, 3, "夜拍工作坊 <一>", SeatState.GONE, 30, suspended=True),
    "event/offer_over · left": SeatEnded(7, 3, "夜拍工作坊 <一>", SeatState.GONE, 0),
    "event/ended · begun": SeatEnded(7, 3, "夜拍工作坊 <一>", SeatState.UNPLACED, 0),
    "event/preview · plain": EventPreview(TALK, "", READERS),
    "event/preview · on site, no place yet": EventPreview(HIDDEN, "", READERS),
    "event/announced · a launch with guests": replace(LAUNCHED, ahead=True),
    "event/announced · a launch that is open": LAUNCHED,
    "event/announced · a launch without reserved seats": replace(
        LAUNCHED, plan=replace(HIDDEN, reserved=0), ahead=True
    ),
    "event/detail · a guest of a launch": replace(SEEN, guest=True, first=True),
    "event/detail · a guest, nothing reserved": replace(SEEN, plan=replace(HIDDEN, reserved=0), guest=True, first=True),
    "event/announced · at once": EventAnnounced(4, TALK, "", at(18, 12), ahead=False, first_hours=24),
    "event/edited · nobody concerned": replace(EDITED, offered=()),
    "event/changed · of a place": replace(
        EDITED, plan=replace(NIGHT, place="星光路 9 号", speaker=""), changed=("place", "speaker")
    ),
    "event/edit_preview · nobody yet": EventEditPreview(4, TALK, "", 0, ()),
    "event/changed · a speaker at last": replace(EDITED, before=replace(NIGHT, speaker=""), changed=("speaker",)),
    "event/cancel_surely · nobody yet": replace(CALLING_OFF, taken=0),
    "event/called_off · nobody": CalledOff(4, "冬天怎么用车", at(25, 20), "场地没定", ()),
    "event/told_off · free": ToldOff("冬天怎么用车", at(25, 20), "场地没定", 0),
    "refusals/already_published · an event": AlreadyPublished("event", 3),
    "refusals/already_seated · in line": AlreadySeated("夜拍工作坊 <一>", waiting=True),
    "forms/wrong · an order": FormMistaken(
        "event.form", (Mistake(0, "报名截止", Flaw.ORDER, allowed=("开始",)),), (), "报名截止：11-22 20:00"
    ),
}
LABELS: dict[str, object] = {"event/open": SEEN, "event/register": NIGHT, "event/confirm": OFFERED}
