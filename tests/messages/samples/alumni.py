"""What the messages about alumni speak about."""

from actions.journey.alumni import Advice, AdviceAsked, AdviceWanted, AlumniInvited, AlumniPage, Alumnus, Celebration
from rules.pages import page_of
from rules.programme.stages import FRIEND, HONORARY
from tests.messages.samples.moments import at

PARTY = Celebration(3, "雪地续航", at(28, 20))
PEOPLE = (Alumnus("周<b>舟", HONORARY, at(9, 10)), Alumnus("林晓", FRIEND, at(2, 10)))

SAMPLES: dict[str, object] = {
    "alumni/list": AlumniPage(PEOPLE, page_of(2, 14, 10), (PARTY,)),
    "alumni/invited": AlumniInvited(PARTY, 14),
    "alumni/celebration": PARTY,
    "alumni/newcomers": AdviceAsked(23),
    "alumni/ask": AdviceWanted(500),
    "alumni/thanked": Advice("周<b>舟", "想写 <b>冬季续航</b>"),
    "alumni/advice": Advice("周<b>舟", "想写 <b>冬季续航</b>"),
}
MORE: dict[str, object] = {"alumni/list · no event, a single page": AlumniPage(PEOPLE, page_of(1, 2, 10), ())}
LABELS: dict[str, object] = {"alumni/invite": PARTY}
