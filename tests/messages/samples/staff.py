"""What the messages of undo, log and member speak about."""

from datetime import date

from actions.fairness.log import Deed, Deeds, Log, Movement
from actions.fairness.member import Listed, MemberCard, Members
from actions.fairness.undo import Fall, Told, Undone, UndoneEntry, UndoPreview
from actions.fairness.undo_told import GivenInAll
from actions.honour.core import CoreRoom, OwnCore
from handlers.fairness.undo import Left
from handlers.given_back import Given
from rules.draft import FormUnclear
from rules.fairness.sanction import Tally
from rules.honour.core import Door, Entrance
from rules.ledger.reversals import Aftermath, Also, GivenBack
from rules.pages import page_of
from rules.people import Role
from rules.programme.levels import Progress
from rules.programme.trust import TrustStep
from rules.refusals import Candidate, OneAtATime, OwnAlone, PassedOn, SeveralNamed, WhichPerson
from tests.messages.samples.moments import at
from tests.messages.samples.scouts import FOUND

AT = at(16, 9)
LINES = (
    UndoneEntry(123, "林晓", -20, "grant", "夜里帮新车友拖车 <b>", AT, 5),
    UndoneEntry(124, "林晓", -4, "thanks", None, AT, 0, along=True),
)
ALSO = tuple(
    Also(kind, "林晓", 12, "2026-W47" if kind.startswith("award") else "2026-11-16", 7, 3) for kind in Aftermath
)
GIVEN = (
    GivenBack(126, 124, 3, "何<b>川", 4, "thanks", "周舟", date(2026, 11, 16)),
    GivenBack(127, 123, 4, "周舟", 15, "answer_accepted", "", date(2026, 11, 16), 13),
    GivenBack(128, 123, 4, "林晓", 3, "question_solved", "", date(2026, 11, 16), 13),
)
FALLS = (Fall("林晓", "活跃车友", "新晋车友"),)
SUMMER = Listed(4, "夏<b>天", "summer", "活跃车友", 86)
TOLD = Told(3, -24, (123, 124), "重复计分", "新晋车友", date(2026, 11, 16), mends=True)

ROOM = CoreRoom(6, "核心圈")
SAMPLES: dict[str, object] = {
    "undo/preview": UndoPreview(LINES, FALLS, ALSO, GIVEN, 5, "重复计分"),
    "undo/done": Undone(LINES, FALLS, ALSO[3:6], GIVEN[:1], 5, "重复计分", "莫莫", (TOLD,)),
    "undo/left": Left(),
    "undo/told": TOLD,
    "undo/given_back": Given(22, GIVEN),
    "undo/given_in_all": GivenInAll(22),
    **{f"undo/also_{also.kind}": also for also in ALSO},
    "log/page": Log(
        3,
        "林晓",
        (
            Movement(126, AT, -20, 0, "grant", "重复计分", "莫莫", None, 123, False),
            Movement(125, AT, 0, 100, "grant", None, None, None, None, False),
            Movement(124, AT, 0, -100, "grant", None, None, None, None, False),
            Movement(123, AT, 20, 0, "grant", "夜里帮新车友拖车 <b>", "莫莫", "星途车友会", None, True),
        ),
        (Deed(AT, "points.undo", "莫莫", "重复计分"), Deed(AT, "role.give", "品牌主理人", None)),
        123,
    ),
    "log/deeds": Deeds(
        (
            Deed(AT, "points.grant", "莫莫", "夜里帮新车友拖车 <b>", "林晓", 60),
            Deed(AT, "group.activate", "品牌主理人", None),
        ),
        12,
    ),
    "member/list": Members("夏<b>", page_of(2, 17, 8), (SUMMER, Listed(5, "夏至", None, "新晋车友", 0))),
    "member/nobody": Members("夏<b>", page_of(1, 0, 8), ()),
    "refusals/form_unclear": FormUnclear("150", ("reward.form", "challenge.form")),
    "refusals/one_at_a_time": OneAtATime("cancelevent", 1, 2),
    "refusals/own_alone": OwnAlone("me", staff=True),
    "refusals/several_named": SeveralNamed("grant"),
    "refusals/passed_on": PassedOn(
        "grant",
        "林<b>晓",
        exact=True,
        people=(Candidate(880_001, "周舟", None, "20 好图"), Candidate(880_002, "林<b>晓", None, "20 好图")),
        message=7,
    ),
    "refusals/which_person": WhichPerson("grant", "夏<b>", exact=True, people=(), message=7),
    "member/card": MemberCard(
        3,
        880_001,
        "林晓",
        "lin",
        AT,
        321,
        (Role.MENTOR, Role.COUNCIL),
        86,
        30,
        116,
        Progress(1, "活跃车友", 60, "资深玩家", 300, 184, 23),
        6,
        "2026-11-15",
        False,
        False,
        at(25, 20),
        at(25, 22),
        Tally(0, 1),
        TrustStep.FRAMEWORK,
        OwnCore(Entrance(Door.SUSPENDED, until=at(25, 20)), (), (ROOM,), 7),
        False,
        FOUND,
    ),
}

LABELS: dict[str, object] = {"member/open": SUMMER, "persons/one": Candidate(880_001, "夏<b>天", None)}
