"""What the messages about works that live outside speak about."""

from datetime import date

from actions.works.result import ResultChecked, ResultNoted, ResultWork
from handlers.works.result import ResultChoice
from rules.reading.unreal import Slip, Unreal
from rules.values import replace
from rules.works.result import (
    Figures,
    LinkOfAnother,
    PlacesUsed,
    ResultLinkNeeded,
    ResultSeen,
    ResultSettled,
    ResultState,
    ResultUnclear,
    WorkNotPassed,
    WorkUnknown,
)

FORMER = Figures(reads=8_000, likes=1)
PLACE = ResultSeen(
    3, "https://www.example.com/n/1?a=1", "example.com", Figures(12_000, 300, 45), date(2026, 11, 18), checked=False
)
GROWN = replace(PLACE, former=FORMER, former_day=date(2026, 11, 10))
CHECKED = replace(
    PLACE,
    id=4,
    link="https://video.example.org/v/2",
    site="video.example.org",
    figures=Figures(1, None, 1),
    checked=True,
)
BARE = replace(PLACE, id=5, figures=Figures())
PLACES = (GROWN, CHECKED, BARE)
WORK = ResultWork(41, "转场练习 <一>", "林<b>晓", PLACES)
NOTED = ResultNoted(
    id=41,
    title="转场练习 <一>",
    member=5,
    author="林<b>晓",
    by="瑞秋",
    report=7,
    place=GROWN,
    fresh=True,
    waits=True,
    waited=False,
    state=ResultState.REPORTED,
)
KNOWN = replace(NOTED, place=CHECKED, fresh=False, waits=False, state=ResultState.CONFIRMED)
TOLD = ResultChecked(41, "转场练习 <一>", "瑞秋", replace(PLACE, figures=FORMER), PLACE, ResultState.CORRECTED)

SAMPLES: dict[str, object] = {
    "result/choose": ResultChoice((WORK,)),
    "result/ask": WORK,
    "result/work": WORK,
    "result/noted": NOTED,
    "result/card": NOTED,
    "result/ask_right": NOTED,
    "result/put_right": KNOWN,
    "result/told": TOLD,
    "refusals/link_of_another": LinkOfAnother(),
    "refusals/places_used": PlacesUsed(5),
    "refusals/result_link_needed": ResultLinkNeeded(),
    "refusals/result_settled": ResultSettled(),
    "refusals/result_unclear": ResultUnclear(),
    "refusals/work_not_passed": WorkNotPassed("转场练习 <一>"),
    "refusals/work_unknown": WorkUnknown(99),
}
LABELS: dict[str, object] = {"result/choose": WORK}
MORE: dict[str, object] = {
    "result/choose · none has passed": ResultChoice(()),
    "result/ask · not noted yet": replace(WORK, results=()),
    "result/work · not noted yet": replace(WORK, results=()),
    "result/noted · known already": KNOWN,
    "result/card · looked at": KNOWN,
    "result/card · the link does not open": replace(NOTED, place=PLACE, waits=False, state=ResultState.UNSEEN),
    "result/told · the link does not open": replace(TOLD, state=ResultState.UNSEEN),
    "result/told · noted by staff": replace(TOLD, place=CHECKED, state=ResultState.CONFIRMED),
    "refusals/result_unclear · a link": ResultUnclear("link", "https://<nowhere>"),
    "refusals/result_unclear · a day": ResultUnclear("day", "下个 <礼拜>"),
    "refusals/result_unclear · there is no such day": ResultUnclear(
        "day", "2月30日", Unreal(Slip.DAY, 30, date(2027, 2, 28))
    ),
    "refusals/result_unclear · no day": ResultUnclear("day"),
    "refusals/result_unclear · a figure": ResultUnclear("reads", "1.234"),
}
