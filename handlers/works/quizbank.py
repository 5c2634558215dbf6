"""The banks of quizzes, for moderators: listed, filled by tables or one by one, looked through for bad questions."""

from actions.works import newquiz
from actions.works import quizbank as actions
from actions.works.quizbank import AllQuizzes, BankPage, QuestionSeen, QuizLine
from handlers.call import Call
from handlers.effects import Ask, Button, Delete, Edit, Effects, Keyboard, Reply
from handlers.kept import form_mistaken
from handlers.pages import turning
from handlers.routes import MODERATORS, TABLE, Command, Given, Press, Prompted, Shelf, Where
from handlers.works import quiz_card
from handlers.works.quiz_table import headings, looked_at, mistaken, table_of
from messages.vocabulary import vocabulary
from rules.reading.form_fields import Vocabulary
from rules.reading.forms import Filled
from rules.reading.numbers import reference
from rules.works import quiz_form
from rules.works.quiz_table import questions_in
from storage.engine.tx import Tx


def bank(call: Call, tx: Tx) -> Effects:
    """`/quizbank`: every quiz; with a number, that one."""
    number = reference(call.words)
    if number is None:
        shown = actions.every(tx, 1, call.occasion)
        return Reply("quizbank/every", shown, buttons=_quizzes(shown))
    one = newquiz.card(tx, number, call.occasion)
    return Reply("quizbank/card", one, buttons=quiz_card.buttons(one))


def every(call: Call, tx: Tx) -> Effects:
    """A page of the list."""
    shown = actions.every(tx, call.data["page"], call.occasion)
    return Edit("quizbank/every", shown, buttons=_quizzes(shown))


def card(call: Call, tx: Tx) -> Effects:
    """One quiz."""
    one = newquiz.card(tx, call.data["quiz"], call.occasion)
    return Edit("quizbank/card", one, buttons=quiz_card.buttons(one))


def add(call: Call, tx: Tx) -> Effects:
    """Send a table, or one question."""
    newquiz.not_closed(tx, call.data["quiz"])
    shown = newquiz.card(tx, call.data["quiz"], call.occasion)
    return Ask("quizbank.questions", "quizbank/ask", shown, {"quiz": shown.id, "text": ""})


def given(call: Call, tx: Tx) -> Effects:
    """What was sent: a table is looked at first, a single question is seen where it stands."""
    quiz = call.data["quiz"]
    if (table := table_of(call)) is not None:
        read = questions_in(table, headings(call))
        if read.mistakes or not read.questions:
            return Ask("quizbank.questions", "quizbank/mistaken", mistaken(read), {"quiz": quiz, "text": ""})
        return looked_at(call, tx, quiz, read)
    filled = quiz_form.read_question(call.words, _words(call), call.occasion, call.data["text"])
    if filled.mistakes:
        return form_mistaken("quizbank.questions", filled, {"quiz": quiz, "text": filled.text})
    added = actions.add(tx, quiz, quiz_form.wording_of(filled), call.member, call.occasion)
    return Reply("quizbank/added", added, buttons=_question(added))


def take_in(call: Call, tx: Tx) -> Effects:
    """They are what they should be."""
    done = actions.take_in(tx, call.data["batch"], call.data["quiz"], call.member, call.occasion)
    return Edit("quizbank/taken", done, buttons=((_card(done.quiz),),))


def drop(call: Call, tx: Tx) -> Effects:
    """They are not."""
    actions.drop(tx, call.data["batch"])
    return Edit("quizbank/dropped", buttons=((_card(call.data["quiz"]),),))


def questions(call: Call, tx: Tx) -> Effects:
    """A page of the bank, with how often each is answered rightly."""
    page = actions.page(tx, call.data["quiz"], call.data["page"], hardest=call.data["hardest"])
    return Edit("quizbank/questions", page, buttons=_page(page))


def question(call: Call, tx: Tx) -> Effects:
    """One question: which option is right, and how often each was chosen."""
    seen = actions.see(tx, call.data["question"])
    return Edit("quizbank/question", seen, buttons=_question(seen))


def reword(call: Call, tx: Tx) -> Effects:
    """The form filled in as the question stands."""
    found = actions.standing(tx, call.data["question"])
    text = quiz_form.text_of_question(found.wording, _words(call))
    return Ask("quizbank.reword", "newquiz/form_again", Filled(text), {"question": found.id, "text": text})


def reworded(call: Call, tx: Tx) -> Effects:
    """Another question takes its place."""
    data = call.data
    filled = quiz_form.read_question(call.words, _words(call), call.occasion, data["text"])
    if filled.mistakes:
        return form_mistaken("quizbank.reword", filled, {**data, "text": filled.text})
    wording = quiz_form.wording_of(filled)
    seen = actions.reword(tx, data["question"], wording, call.member, call.occasion)
    return Reply("quizbank/reworded", seen, buttons=_question(seen))


def ask_withdraw(call: Call, tx: Tx) -> Effects:
    """Sure? Asked below, so that the answer does not lie under the finger."""
    seen = actions.see(tx, call.data["question"])
    surely = Button("quizbank/withdraw", "quizbank.withdraw", {"question": seen.id}, style="danger")
    return Reply("quizbank/withdraw_surely", seen, buttons=((surely,), (Button("quizbank/keep", "quizbank.keep"),)))


def withdraw(call: Call, tx: Tx) -> Effects:
    """It is drawn no more."""
    shown = actions.withdraw(tx, call.data["question"], call.member, call.occasion)
    return Edit("quizbank/withdrawn", shown, buttons=((_card(shown.id),),))


def keep(call: Call, tx: Tx) -> Effects:
    """It stays; the question goes."""
    return Delete()


def _words(call: Call) -> Vocabulary:
    return vocabulary("quizbank", call.member.locale)


def _card(quiz: int) -> Button:
    return Button("quizbank/card", "quizbank.card", {"quiz": quiz}, once=False, lasts_s=quiz_card.LASTS_S)


def _quizzes(shown: AllQuizzes) -> Keyboard:
    rows = [(_named(one),) for one in shown.quizzes]
    return (*rows, *turning(shown.page, "quizbank.every"))


def _named(one: QuizLine) -> Button:
    return Button("quizbank/one", "quizbank.card", {"quiz": one.id}, one, once=False)


def _page(page: BankPage) -> Keyboard:
    data = {"quiz": page.quiz, "hardest": page.hardest}
    rows = [
        (Button("quizbank/question", "quizbank.question", {"question": one.id}, one, once=False),)
        for one in page.questions
    ]
    other = {"quiz": page.quiz, "page": 1, "hardest": not page.hardest}
    order = Button("quizbank/in_order" if page.hardest else "quizbank/hardest", "quizbank.questions", other, once=False)
    return (*rows, *turning(page.page, "quizbank.questions", data), (order, _card(page.quiz)))


def _question(seen: QuestionSeen) -> Keyboard:
    data = {"question": seen.id}
    back = {"quiz": seen.quiz, "page": 1, "hardest": False}
    standing = (
        Button("quizbank/reword", "quizbank.reword", data, once=False),
        Button("quizbank/withdraw_ask", "quizbank.withdraw_ask", data, once=False),
    )
    more = Button("quizbank/add", "quizbank.add", {"quiz": seen.quiz}, once=False)
    last = (Button("quizbank/back", "quizbank.questions", back, once=False), more)
    return (last,) if seen.withdrawn else (standing, last)


ROUTES = (
    Command("quizbank", bank, shelf=Shelf.WORKS, place=62, who=MODERATORS, where=Where.PRIVATE, fades=True),
    Press("quizbank.every", every, who=MODERATORS),
    Press("quizbank.card", card, who=MODERATORS),
    Press("quizbank.add", add, who=MODERATORS),
    Prompted("quizbank.questions", given, Given.PREVIEWED, who=MODERATORS, takes=TABLE, plain=True, fields="quizbank"),
    Press("quizbank.take_in", take_in, who=MODERATORS),
    Press("quizbank.drop", drop, who=MODERATORS),
    Press("quizbank.questions", questions, who=MODERATORS),
    Press("quizbank.question", question, who=MODERATORS),
    Press("quizbank.reword", reword, who=MODERATORS),
    Prompted("quizbank.reword", reworded, Given.PREVIEWED, who=MODERATORS, plain=True, fields="quizbank"),
    Press("quizbank.withdraw_ask", ask_withdraw, who=MODERATORS),
    Press("quizbank.withdraw", withdraw, who=MODERATORS, final=True),
    Press("quizbank.keep", keep, who=MODERATORS),
)
