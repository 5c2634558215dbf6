"""What the messages about criticism speak about."""

from actions.fairness.feedback import FeedbackLine, FeedbackSaid, Ticket
from actions.fairness.feedback_decided import FeedbackNaming, FeedbackNews, FeedbackTold
from actions.fairness.feedback_sealed import FeedbackSealed, FeedbackSeen
from actions.fairness.feedback_seen import AdoptedFeedback, AdoptedPage, OpenFeedback
from handlers.fairness.feedback_adopted import FeedbackInWords
from handlers.fairness.feedback_cards import FeedbackAsked, FeedbackAsking
from handlers.fairness.feedback_sealed import FeedbackGuide, FeedbackWay
from rules.fairness.feedback import (
    CodeIncomplete,
    FeedbackEnough,
    FeedbackForMembers,
    FeedbackFull,
    FeedbackKind,
    FeedbackKindFirst,
    FeedbackMoved,
    FeedbackSaysNothing,
    FeedbackState,
    FeedbackTooLong,
    MergeIntoWhich,
    NobodyHears,
    NoSuchCode,
    NoSuchFeedback,
)
from rules.values import replace
from tests.messages.samples.sanction import AT

WORDS = "后排出风口 <单独> 关不了"
NOTE = "后排出风口可以 <单独> 关闭"
CODE = "K7QF-2M9X-4TRD-HB8N"
LINES = (FeedbackLine(True, "第二排还是 <第三排>？", AT), FeedbackLine(False, "第二排", AT))
IDEA, RECEIVED = FeedbackKind.IDEA, FeedbackState.RECEIVED
TICKET = Ticket(
    7, 2, IDEA, RECEIVED, False, "林晓", WORDS, AT, "", "", LINES, (5, 6), None, AT + 172_800, overdue=False, files=1
)
ADOPTED = replace(TICKET, state=FeedbackState.ADOPTED, note=NOTE, due_at=None)
SHIPPED = replace(ADOPTED, state=FeedbackState.SHIPPED, version="2.8")
DECLINED = replace(TICKET, state=FeedbackState.DECLINED, note="下一代 <硬件> 才做得到", due_at=None)
NOBODYS = replace(TICKET, anonymous=True, name=None, lines=(), merged=(), files=0)
SAID = FeedbackSaid(7, 2, 1, 3, "林晓", "第二排", 1)
TOLD = FeedbackTold(7, 3, FeedbackState.ADOPTED, WORDS, NOTE, "", None, asks=True)
NEWS = FeedbackNews(7, ("林晓", "周舟"), 2, NOTE, "2.8", (1,))
ITEM = AdoptedFeedback(7, NOTE, "2.8", AT, ("林晓", "周舟"), 2)
ITEMS = (ITEM, replace(ITEM, version="", names=("林晓",), others=0), replace(ITEM, names=(), others=1))

SAMPLES: dict[str, object] = {
    "feedback/guide": FeedbackGuide(48, 14, early=True),
    "feedback/kind": FeedbackWay(anonymous=True),
    "feedback/ask": FeedbackAsked(IDEA),
    "feedback/ask_anonymous": FeedbackAsked(IDEA),
    "feedback/ask_anonymous_more": None,
    "feedback/ask_more": TICKET,
    "feedback/received": TICKET,
    "feedback/passed_on": SAID,
    "feedback/sealed": FeedbackSealed(CODE),
    "feedback/unsaid": None,
    "feedback/followed": FeedbackSealed(CODE),
    "feedback/seen": FeedbackSeen(CODE, ADOPTED, claimable=True),
    "feedback/sure": FeedbackSeen(CODE, NOBODYS, claimable=True),
    "feedback/card": TICKET,
    "feedback/card_below": None,
    "feedback/added": SAID,
    "feedback/answered": replace(SAID, words="第二排还是 <第三排>？"),
    "feedback/told": TOLD,
    "feedback/named": FeedbackNaming(7, 3),
    "feedback/unnamed": FeedbackNaming(7, 2),
    "feedback/talk": TICKET,
    "feedback/talk_noted": TICKET,
    "feedback/thanks": replace(NEWS, version=""),
    "feedback/shipped": NEWS,
    "feedback/open": OpenFeedback((TICKET, replace(NOBODYS, number=8, overdue=True)), None),
    "feedback/overdue": TICKET,
    "feedback/adopted": AdoptedPage(ITEMS, None),
    "feedback/moved": ADOPTED,
    "feedback/ask_adopted": FeedbackAsking(7, 200),
    "feedback/ask_in_words": FeedbackInWords(7, 200, NOTE, "en", ("Star Drivers",)),
    "feedback/ask_word": FeedbackInWords(7, 200, NOTE, "en", ("Star Drivers", "Star Drivers LA")),
    "feedback/ask_declined": FeedbackAsking(7, 500),
    "feedback/ask_shipped": FeedbackAsking(7, 40),
    "feedback/ask_merge": FeedbackAsking(7, 12),
    "refusals/feedback_too_long": FeedbackTooLong(2018, 2000),
    "refusals/feedback_says_nothing": FeedbackSaysNothing(),
    "refusals/feedback_kind_first": FeedbackKindFirst(),
    "refusals/feedback_enough": FeedbackEnough(5),
    "refusals/feedback_full": FeedbackFull(),
    "refusals/feedback_moved": FeedbackMoved(7, FeedbackState.SHIPPED),
    "refusals/no_such_feedback": NoSuchFeedback(),
    "refusals/merge_into_which": MergeIntoWhich(12),
    "refusals/nobody_hears": NobodyHears(12),
    "refusals/no_such_code": NoSuchCode(),
    "refusals/code_incomplete": CodeIncomplete(11),
    "refusals/feedback_for_members": FeedbackForMembers(),
}
MORE: dict[str, object] = {
    "feedback/ask_word · in Chinese": FeedbackInWords(7, 200, "The rear vents", "zh", ("星途车友会",)),
    "feedback/ask · a word was said": FeedbackAsked(IDEA, "哦"),
    "feedback/ask_anonymous · a word was said": FeedbackAsked(IDEA, "哦"),
    "feedback/named · the first": FeedbackNaming(7, 1),
    "feedback/guide · nothing said yet": FeedbackGuide(48, 14, early=False),
    "feedback/kind · named": FeedbackWay(anonymous=False),
    "feedback/seen · not passed on": FeedbackSeen(CODE, None, claimable=False),
    "feedback/seen · shipped": FeedbackSeen(CODE, SHIPPED, claimable=False),
    "feedback/seen · declined": FeedbackSeen(CODE, DECLINED, claimable=False),
    "feedback/seen · merged": FeedbackSeen(CODE, replace(NOBODYS, merged_into=5), claimable=False),
    "feedback/card · anonymous, overdue": replace(NOBODYS, overdue=True),
    "feedback/card · adopted": ADOPTED,
    "feedback/ask_in_words · in Chinese": FeedbackInWords(7, 200, NOTE, "zh", ("星途车友会", "星途成都")),
    "feedback/card · adopted, not told everywhere": replace(ADOPTED, untold=("Star Drivers", "Star Drivers LA")),
    "feedback/card · shipped": SHIPPED,
    "feedback/card · declined": DECLINED,
    "feedback/card · merged": replace(TICKET, merged_into=5, merged=(), due_at=None),
    "feedback/card · a picture alone": replace(TICKET, words="", merged=(), lines=()),
    "feedback/added · anonymous, words alone": replace(SAID, name=None, files=0),
    "feedback/added · a picture alone": replace(SAID, words=""),
    "feedback/told · discussing": replace(TOLD, state=FeedbackState.DISCUSSING, note="", asks=False),
    "feedback/told · declined": replace(TOLD, state=FeedbackState.DECLINED, note=DECLINED.note, asks=False),
    "feedback/told · dropped after it was adopted": replace(
        TOLD, state=FeedbackState.DECLINED, note=DECLINED.note, asks=False, dropped=True
    ),
    "feedback/told · shipped": replace(TOLD, state=FeedbackState.SHIPPED, version="2.8", asks=False),
    "feedback/told · merged": replace(TOLD, state=RECEIVED, note="", merged_into=5, asks=False),
    "feedback/told · merged into one that is adopted": replace(TOLD, merged_into=5),
    "feedback/told · merged into one that is adopted, asked before": replace(TOLD, merged_into=5, asks=False),
    "feedback/told · merged into one that is declined": replace(
        TOLD, state=FeedbackState.DECLINED, note=DECLINED.note, merged_into=5, asks=False
    ),
    "feedback/told · adopted, asked before": replace(TOLD, asks=False),
    "feedback/thanks · nobody named": replace(NEWS, names=(), others=1),
    "feedback/thanks · several, not named": replace(NEWS, names=(), others=3),
    "feedback/thanks · all named": replace(NEWS, others=0),
    "feedback/shipped · two, both named": replace(NEWS, names=NEWS.names[:2], others=0),
    "feedback/shipped · nobody named": replace(NEWS, names=(), others=1),
    "feedback/shipped · several, not named": replace(NEWS, names=(), others=3),
    "feedback/open · nothing": OpenFeedback((), None),
    "feedback/adopted · nothing": AdoptedPage((), None),
    "feedback/adopted · several, not named": AdoptedPage((replace(ITEM, names=(), others=3),), None),
    "feedback/moved · merged": replace(TICKET, merged_into=5),
    "feedback/moved · anonymous": replace(NOBODYS, state=FeedbackState.ADOPTED),
    "refusals/feedback_moved · merged": FeedbackMoved(7, RECEIVED, 5),
}
LABELS: dict[str, object] = {
    "feedback/as_it_is": FeedbackInWords(7, 200, NOTE, "en", ("Star Drivers",)),
    "feedback/number": TICKET,
}
