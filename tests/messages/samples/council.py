"""What the messages about the council and its seats speak about."""

from dataclasses import replace

from actions.journey.council import CouncilSeen
from actions.journey.council_seat import SeatEnded, SeatInvited, SeatTaken
from rules.journey.council_seat import (
    CouncilFull,
    CouncilInvitationState,
    SeatChecked,
    SeatEnd,
    SeatHeldAlready,
    SeatNotForNow,
    SeatOfferedAlready,
    SeatTooEarly,
)
from rules.programme.conditions import checklist
from rules.programme.councils import Council
from rules.programme.wording import Wording
from tests.messages.samples.moments import at

NOW, DAY_S = at(18, 20, 30), 86_400
USUAL = Council()
NAME = "周<b>舟"
LATER = NOW + 180 * DAY_S
INVITED = SeatInvited(3, 4, NAME, "莫莫", 2, 180, NOW + 14 * DAY_S, CouncilInvitationState.OPEN)
TAKEN = SeatTaken(4, NAME, LATER, outside=True)
ENDED = SeatEnded(4, NAME, SeatEnd.TERM, renewable=True)
SEEN = CouncilSeen((NAME, "林晓"), 9, True, LATER, ())
SHORT = SeatChecked(
    Wording(zh="领航顾问", en="Navigator"), False, checklist(USUAL.needs, {"tenure_days": 40, "clean_days": 40})
)
SAMPLES: dict[str, object] = {
    "council/council": SEEN,
    "council/invite_sent": INVITED,
    "council/invited": INVITED,
    "council/seated": TAKEN,
    "council/declined": replace(INVITED, state=CouncilInvitationState.DECLINED),
    "council/not_taken": replace(INVITED, state=CouncilInvitationState.DECLINED),
    "council/withdrawn": replace(INVITED, state=CouncilInvitationState.WITHDRAWN),
    "council/ask_resign": None,
    "council/ended": ENDED,
    "council/seat_free": ENDED,
    "council/joined": TAKEN,
    "refusals/seat_too_early": SeatTooEarly(NAME, SHORT),
    "refusals/seat_held_already": SeatHeldAlready(NAME),
    "refusals/seat_offered_already": SeatOfferedAlready(NAME, NOW + 14 * DAY_S),
    "refusals/seat_not_for_now": SeatNotForNow(NAME),
    "refusals/council_full": CouncilFull(9, 2),
}
LABELS: dict[str, object] = {"council/withdraw": INVITED}
MORE: dict[str, object] = {
    "council/council · nobody yet": replace(SEEN, names=(), sits=False, until=None),
    "council/council · staff": replace(SEEN, sits=False, until=None, invited=(INVITED,)),
    "council/council · a seat without an end": replace(SEEN, until=None),
    "council/invited · without an end": replace(INVITED, term_days=0),
    "council/seated · again": replace(TAKEN, again=True),
    "council/seated · without an end": replace(TAKEN, until=None, outside=False),
    "council/seated · again, without an end": replace(TAKEN, again=True, until=None),
    "council/not_taken · in time": replace(INVITED, state=CouncilInvitationState.LAPSED),
    "council/joined · again": replace(TAKEN, again=True),
    "council/joined · without an end": replace(TAKEN, until=None),
    **{
        f"council/{message} · {end.value}": SeatEnded(4, NAME, end)
        for message in ("ended", "seat_free")
        for end in SeatEnd
    },
    "refusals/seat_too_early · any level": SeatTooEarly(NAME, replace(SHORT, level=None, level_met=True)),
    "refusals/seat_too_early · a level alone": SeatTooEarly(NAME, replace(SHORT, level_met=True, asks=())),
    "refusals/council_full · nobody invited": CouncilFull(9, 0),
}
