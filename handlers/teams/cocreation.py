"""Co-creation briefs: the list, answering for oneself in any form, all answers side by side afterwards, and the cases."""

from msgspec import Struct

from actions.teams import cocreation
from actions.teams.cocreation import AnswerSeen, CocreationSeen
from handlers.call import Call, ChatKind
from handlers.effects import DAY_S, Ask, Button, Edit, Effect, Effects, Keyboard, Link, Note, Post, Reply, Whisper
from handlers.pages import turning
from handlers.routes import FILES, Command, Given, Job, JobCall, Press, Prompted, Scope, Shelf, Start
from handlers.same_again import same_again
from handlers.teams.cocreation_told import announced_anew, answer_buttons, files_of
from handlers.works.drafted import packed, unpacked, work_of
from rules.note import Matter
from rules.pages import Page, page_of
from rules.reading.numbers import reference
from rules.teams.cocreation import CocreationNumberNeeded
from storage import groups
from storage.engine.tx import Tx
from storage.teams import cocreation_answers, cocreations

IN_LIST, CASES_IN_LIST = 6, 3
EVER_S = 10 * 365 * DAY_S


class CocreationList(Struct, frozen=True):
    """Briefs, the latest first."""

    briefs: tuple[CocreationSeen, ...]
    page: Page


class AnswerList(Struct, frozen=True):
    """All answers to a brief, in the order in which they came."""

    brief: CocreationSeen
    answers: tuple[AnswerSeen, ...]
    page: Page


class CaseList(Struct, frozen=True):
    """The cases, the latest first."""

    cases: tuple[AnswerSeen, ...]
    page: Page


def listed(call: Call, tx: Tx) -> Effects:
    """What the brand would like to hear about, for the one who asks."""
    shown = _list(call, tx, 1)
    return Whisper("cocreation/list", shown, buttons=_openings(shown))


def page(call: Call, tx: Tx) -> Effects:
    """From a brief to the list, or another page of it."""
    shown = _list(call, tx, call.data.get("page", 1))
    return Edit("cocreation/list", shown, buttons=_openings(shown))


def detail(call: Call, tx: Tx) -> Effects:
    """`/cocreation 3`."""
    seen = cocreation.see(tx, _number(call), call.member, call.occasion)
    return Whisper("cocreation/detail", seen, buttons=_buttons(call, seen))


def started(call: Call, tx: Tx) -> Effects:
    """The deep link under an announcement whose answers can be seen."""
    seen = cocreation.see(tx, _number(call), call.member, call.occasion)
    return Reply("cocreation/detail", seen, buttons=_buttons(call, seen))


def opened(call: Call, tx: Tx) -> Effects:
    """A brief chosen from the list."""
    seen = cocreation.see(tx, call.data["cocreation"], call.member, call.occasion)
    return Edit("cocreation/detail", seen, buttons=_buttons(call, seen))


def ask(call: Call, tx: Tx) -> Effects:
    """The deep link of a group: the answer is asked for."""
    return _ask(call, tx, _number(call))


def guided(call: Call, tx: Tx) -> Effects:
    """The button in private."""
    return _ask(call, tx, call.data["challenge"])


def written(call: Call, tx: Tx) -> Effects:
    """What the member sends, in whatever form: looked over by themselves first. A mere yes is no answer."""
    assert call.message is not None
    number = call.data["challenge"]
    if not call.words and call.message.media is None:
        return _ask(call, tx, number)
    work = work_of(call, tx, call.message)
    ahead = cocreation.ahead(tx, number, call.member, work, call.occasion)
    keep = Button("cocreation/keep", "cocreation.keep", packed(call, number, work), style="success")
    again = Button("cocreation/again", "cocreation.guided", {"challenge": number}, once=False)
    return Reply("cocreation/preview_answer", ahead, buttons=((keep, again),))


def kept(call: Call, tx: Tx) -> Effects:
    """That is the answer, an album with every piece that has come."""
    work = unpacked(tx, call.data["work"])
    done = cocreation.answer(tx, call.data["challenge"], call.member, work, call.data["said_at"], call.occasion)
    return [Edit("cocreation/answered", done), *(_joined(call, tx, done.id) if done.shown else [])]


def _joined(call: Call, tx: Tx, number: int) -> list[Effect]:
    """One that was sent in time and kept late: groups and staff read how many there are now."""
    seen, staff = cocreation.see(tx, number, None, call.occasion), groups.staff(tx)
    row = ((Link("cocreation/answers", start=f"cocreation-{seen.id}"),),)
    desk = [Post(staff.id, "cocreation/joined", seen, buttons=row)] if staff else []
    return [*announced_anew(tx, seen), *desk]


def answers(call: Call, tx: Tx) -> Effects:
    """All of them, side by side."""
    number = call.data["cocreation"]
    at = page_of(call.data.get("page", 1), cocreation_answers.count(tx, number), IN_LIST)
    found = cocreation.side_by_side(tx, number, call.occasion, IN_LIST, at.before)
    shown = AnswerList(cocreation.see(tx, number, call.member, call.occasion), found, at)
    opening = [(Button("cocreation/one", "cocreation.one", {"answer": one.id}, one, once=False),) for one in found]
    back = Button("cocreation/back_to", "cocreation.open", {"cocreation": number}, once=False)
    rows = (*opening, *turning(at, "cocreation.answers", {"cocreation": number}), (back,))
    return Edit("cocreation/answers", shown, buttons=rows)


def one(call: Call, tx: Tx) -> Effects:
    """One of them whole, in private, with what came with it."""
    seen = cocreation.opened(tx, call.data["answer"], call.occasion)
    files = files_of(call, seen) if call.chat.kind is ChatKind.PRIVATE else []
    return [*files, Edit("cocreation/one", seen, buttons=answer_buttons(call, seen))]


def cases(call: Call, tx: Tx) -> Effects:
    """`/cases`: what has become of briefs, and what was unexpected about it."""
    shown = _cases(tx, 1)
    return Whisper("cocreation/cases", shown, buttons=_case_buttons(shown))


def cases_page(call: Call, tx: Tx) -> Effects:
    """Another page of them."""
    shown = _cases(tx, call.data["page"])
    return Edit("cocreation/cases", shown, buttons=_case_buttons(shown))


def look_after(call: JobCall, tx: Tx) -> Effects:
    """What takes no more answers shows them: in the groups, to the staff, and in the evening to whoever answered."""
    found = cocreation.to_show(tx, call.occasion)
    return [effect for seen, authors in found for effect in _shown(tx, seen, authors)]


def _shown(tx: Tx, seen: CocreationSeen, authors: tuple[int, ...]) -> list[Effect]:
    staff = groups.staff(tx)
    row = ((Link("cocreation/answers", start=f"cocreation-{seen.id}"),),)
    desk = [Post(staff.id, "cocreation/desk", seen, buttons=row)] if staff else []
    about = cocreation.about(seen.id)
    notes = [Note(member, Matter.NEWS, about, "cocreation/shown", seen, buttons=row) for member in authors]
    return [*announced_anew(tx, seen), *desk, *notes]


def _ask(call: Call, tx: Tx, number: int) -> Ask:
    cocreation.require(tx, number, call.member, call.occasion)
    seen = cocreation.see(tx, number, call.member, call.occasion)
    return Ask("cocreation.answer", "cocreation/ask", seen, data={"challenge": number})


def _number(call: Call) -> int:
    number = reference(call.words)
    if number is None:
        raise CocreationNumberNeeded
    return number


def _list(call: Call, tx: Tx, number: int) -> CocreationList:
    at = page_of(number, cocreations.count(tx), IN_LIST)
    found = cocreations.latest(tx, IN_LIST, at.before)
    return CocreationList(tuple(cocreation.seen(tx, one_, call.member, call.occasion) for one_ in found), at)


def _openings(shown: CocreationList) -> Keyboard:
    opening = [
        (Button("cocreation/open", "cocreation.open", {"cocreation": brief.id}, outcome=brief, once=False),)
        for brief in shown.briefs
    ]
    return [*opening, *turning(shown.page, "cocreation.list")]


def _buttons(call: Call, seen: CocreationSeen) -> Keyboard:
    back = Button("cocreation/back", "cocreation.list", once=False)
    return (*_answering(call, seen), *same_again(call, "cocreation", seen.id), (back,))


def _answering(call: Call, seen: CocreationSeen) -> Keyboard:
    if not seen.open:
        every = Button("cocreation/answers", "cocreation.answers", {"cocreation": seen.id}, once=False)
        return ((every,),) if seen.answers else ()
    if call.chat.kind is not ChatKind.PRIVATE:
        return ((Link("cocreation/answer", start=f"cocreate-{seen.id}"),),)
    label = "cocreation/again" if seen.answered else "cocreation/answer"
    answering = Button(label, "cocreation.guided", {"challenge": seen.id}, once=False, style="primary")
    return ((answering,),) if seen.trusted else ()


def _cases(tx: Tx, number: int) -> CaseList:
    at = page_of(number, cocreation_answers.count_cases(tx), CASES_IN_LIST)
    return CaseList(cocreation.cases(tx, CASES_IN_LIST, at.before), at)


def _case_buttons(shown: CaseList) -> Keyboard:
    opening = [
        (Button("cocreation/one", "cocreation.one", {"answer": case.id}, case, once=False),) for case in shown.cases
    ]
    return [*opening, *turning(shown.page, "cocreation.cases")]


ROUTES: tuple[Command | Start | Press | Prompted, ...] = (
    Command("cocreations", listed, shelf=Shelf.CHALLENGES, place=57, fades=True),
    Command("cocreation", detail, menu=False, fades=True),
    Command("cases", cases, shelf=Shelf.CHALLENGES, place=58, fades=True),
    Start("cocreation", started),
    Start("cocreate", ask, covenant=True),
    Press("cocreation.open", opened),
    Press("cocreation.list", page),
    Press("cocreation.guided", guided, covenant=True),
    Prompted("cocreation.answer", written, Given.PREVIEWED, covenant=True, takes=FILES, plain=True),
    Press("cocreation.keep", kept, covenant=True),
    Press("cocreation.answers", answers),
    Press("cocreation.one", one),
    Press("cocreation.cases", cases_page),
)
JOBS = (Job("cocreations", look_after, Scope.BRAND, cron="*/10 * * * *", late_s=EVER_S),)
