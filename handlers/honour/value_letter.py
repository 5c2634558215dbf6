"""`/letter`: the monthly value letter; the staff's queue of those for whom the brand writes a sentence itself."""

from actions.honour import value_letter as actions
from actions.honour import value_letter_shown as evidence
from actions.honour.value_letter import Case, Come, Queue
from handlers.call import Call
from handlers.effects import DAY_S, Ask, Button, Edit, Effects, Keyboard, Link, Note, Post, Reply, Whisper
from handlers.pages import turning
from handlers.parts import More
from handlers.routes import OPERATORS, Command, Given, Job, JobCall, Press, Prompted, Scope, Shelf
from rules.honour.value_letter import WORDS_LEAST, ValueLetter, about
from rules.honour.value_letter_shown import Figure, FigureHad, FigureShown, figures
from rules.note import Matter
from storage import groups
from storage.engine.tx import Tx

# Letters come with the first evening of the month; in a week without the bot they are not forgotten.
LATE_S = 7 * DAY_S
QUEUE_LATE_S = 8 * 3_600
LASTS_S = 20 * DAY_S


def show(call: Call, tx: Tx) -> Effects:
    """The latest letter; in a group nobody else sees it."""
    letter = actions.read(tx, call.member, call.occasion)
    buttons = _months(letter)
    if call.chat.group:
        return Whisper("value_letter/letter", letter, buttons=buttons)
    return Reply("value_letter/letter", letter, buttons=buttons)


def open_one(call: Call, tx: Tx) -> Effects:
    """From the evening's message: the letter stands below it."""
    letter = actions.read(tx, call.member, call.occasion, call.data["month"])
    return Reply("value_letter/letter", letter, buttons=_months(letter))


def turn(call: Call, tx: Tx) -> Effects:
    """Another month, in place."""
    letter = actions.read(tx, call.member, call.occasion, call.data["month"])
    return Edit("value_letter/letter", letter, buttons=_months(letter))


def show_figure(call: Call, tx: Tx) -> Effects:
    """What stands behind a figure, in place of the letter, from where it is a press away."""
    what, page = Figure(call.data["what"]), call.data.get("page", 1)
    seen = evidence.opened(tx, call.member, call.data["month"], what, page, call.occasion)
    return Edit("value_letter/shown", seen, buttons=_behind(seen))


def write(call: JobCall, tx: Tx) -> Effects:
    """A few letters at a time, each waiting for its reader's evening."""
    done = actions.write(tx, call.occasion)
    notes = [_note(done.month, come) for come in done.come]
    return [*notes, More()] if done.more else notes


def ask_staff(call: JobCall, tx: Tx) -> Effects:
    """In the morning, before the letters go."""
    desk, found = groups.staff(tx), actions.queue(tx, call.occasion)
    if desk is None or found is None:
        return None
    return Post(desk.id, "value_letter/queue", found, buttons=_to_write(found))


def ask_words(call: Call, tx: Tx) -> Effects:
    """What the brand says to one of them."""
    return _asked(actions.case(tx, call.data["member"], call.data["month"], call.occasion))


def said(call: Call, tx: Tx) -> Effects:
    """It stands in the letter; said again it takes the place of what stood there."""
    member, month = call.data["member"], call.data["month"]
    if len(call.words.strip()) < WORDS_LEAST:
        return _asked(actions.case(tx, member, month, call.occasion))
    return Reply("value_letter/kept", actions.say(tx, call.member, member, month, call.words, call.occasion))


def _note(month: str, come: Come) -> Note:
    read = Button("value_letter/read", "value_letter.read", {"month": month}, once=False, lasts_s=LASTS_S)
    return Note(
        come.member, Matter.NEWS, about(month), "value_letter/come", come.letter, buttons=((read,),), lasts_s=LASTS_S
    )


def _months(letter: ValueLetter) -> Keyboard:
    row = [
        Button(f"value_letter/{label}", "value_letter.turn", {"month": month}, once=False)
        for label, month in (("older", letter.older), ("newer", letter.newer))
        if month
    ]
    opened = [(_to_open(letter, one),) for one in figures(letter.month)]
    return (*opened, tuple(row)) if row else tuple(opened)


def _to_open(letter: ValueLetter, figure: FigureHad) -> Button:
    data = {"month": letter.month.name, "what": figure.what.value}
    return Button(f"value_letter/{figure.what}", "value_letter.shown", data, outcome=figure, once=False)


def _behind(seen: FigureShown) -> Keyboard:
    """What has no message opens in private; pages; the way back."""
    opened = [
        (Link("value_letter/open", start=one.start, outcome=one),) for one in seen.proofs if not one.link and one.start
    ]
    pages = turning(seen.page, "value_letter.shown", {"month": seen.month, "what": seen.what.value})
    return (*opened, *pages, (Button("value_letter/back", "value_letter.turn", {"month": seen.month}, once=False),))


def _to_write(found: Queue) -> Keyboard:
    return tuple((_for(case),) for case in found.cases)


def _for(case: Case) -> Button:
    data = {"member": case.member, "month": case.month.name}
    return Button("value_letter/write", "value_letter.write", data, outcome=case, anyone=True, once=False)


def _asked(case: Case) -> Ask:
    return Ask("value_letter.words", "value_letter/ask", case, data={"member": case.member, "month": case.month.name})


ROUTES = (
    Command("letter", show, shelf=Shelf.STANDING, place=47, fades=True),
    Press("value_letter.read", open_one),
    Press("value_letter.turn", turn),
    Press("value_letter.shown", show_figure),
    Press("value_letter.write", ask_words, who=OPERATORS),
    Prompted("value_letter.words", said, Given.OPEN, who=OPERATORS, plain=True, even_empty=True),
)
JOBS = (
    Job("value_letter_words", ask_staff, cron="0 10 1 * *", scope=Scope.BRAND, late_s=QUEUE_LATE_S, recalled=True),
    Job("value_letter", write, cron="0 19 1 * *", scope=Scope.ZONE, late_s=LATE_S, daytime=True),
)
