"""What the messages about topics and ideas speak about."""

from actions.daily.idea import IdeaUnpaid
from actions.daily.idea_reworded import IdeaKept, IdeaReworded, Kept
from actions.daily.idea_struck import IdeaStruck
from actions.daily.topic import IdeaLine, TopicBoard, TopicClosed, TopicOpened, TopicPage
from handlers.daily.idea import IdeaNoted
from handlers.daily.topic import TopicList
from rules.pages import page_of
from rules.values import replace
from storage.daily.topics import Contributor

LINES = (
    IdeaLine("周<b>舟", "钥匙没电了怎么开门", "https://t.me/c/1234567890/90"),
    IdeaLine("林晓", "", None),
)
BOARD = TopicBoard(3, 1, "我的汽车还能用来做什么？", LINES, 12, 7, closed=False)
EMPTY = replace(BOARD, lines=(), ideas=0, people=0)
CLOSED = replace(BOARD, ideas=2, people=2, closed=True)
THANKS = (Contributor("周<b>舟", 5), Contributor("林晓", 2))

STRUCK = IdeaStruck(7, 3, 1, 40, "周<b>舟", "后备箱改书桌", "我的汽车还能用来做什么？", "和 <上周> 那条一样", 2)
KEPT = IdeaKept(Kept.CHOSEN, "我的汽车还能用来做什么？", 8)
REWORDED = IdeaReworded("周<b>舟", "我的汽车还能用来做什么？", "前备箱当 <行李秤>", "https://t.me/c/1234567890/90")
SAMPLES: dict[str, object] = {
    "topic/board": BOARD,
    "topic/page": TopicPage(3, BOARD.title, LINES, page_of(1, 12, 8)),
    "topic/opened": TopicOpened(BOARD, pinned=True),
    "topic/not_pinned": TopicOpened(BOARD, pinned=False),
    "topic/reworded": BOARD,
    "topic/list": TopicList((BOARD, EMPTY)),
    "topic/ask_close": BOARD,
    "topic/closed": CLOSED,
    "topic/thanked": TopicClosed(BOARD, THANKS),
    "idea/line": IdeaNoted("周<b>舟"),
    "idea/gathered": None,
    "idea/struck": STRUCK,
    "idea/told_struck": STRUCK,
    "idea/put_back": STRUCK,
    "idea/listed_only": IdeaUnpaid(3),
    "idea/kept": KEPT,
    "idea/reworded": REWORDED,
}
LABELS: dict[str, object] = {"topic/close_named": BOARD}
MORE: dict[str, object] = {
    "topic/board · nothing yet": EMPTY,
    "topic/board · closed": CLOSED,
    "topic/page · all on one page": TopicPage(3, BOARD.title, LINES, page_of(1, 2, 8)),
    "topic/opened · without the right to pin": TopicOpened(BOARD, pinned=False),
    "topic/list · none": TopicList(()),
    "topic/ask_close · nothing yet": EMPTY,
    "topic/closed · nothing came": EMPTY,
    "topic/thanked · everybody is named": TopicClosed(CLOSED, THANKS),
    "idea/listed_only · ideas pay nothing": IdeaUnpaid(0),
    "idea/kept · the topic is closed": replace(KEPT, why=Kept.OVER),
    "idea/kept · too little is said": replace(KEPT, why=Kept.TOO_SHORT),
    "idea/kept · too little, of no topic": replace(KEPT, why=Kept.TOO_SHORT, title=""),
    "idea/reworded · a picture, in a group without links": replace(REWORDED, text="", link=None),
    "idea/struck · a picture of no topic": replace(STRUCK, text="", topic="", points=0),
    "idea/told_struck · a picture of no topic": replace(STRUCK, text="", topic="", points=0),
}
