"""Making a quiz: a form or the table of its questions begins it; it is published after a look, changed and closed."""

from msgspec import Struct

from actions import audience as audiences
from actions.works import newquiz as actions
from actions.works.newquiz import QuizCard
from actions.works.quiz_material import with_material
from handlers import audience
from handlers.call import Call
from handlers.effects import Ask, Button, Delete, Edit, Effects, Keyboard, Reply, Toast, flat
from handlers.kept import form_mistaken, kept
from handlers.routes import MODERATORS, TABLE, Command, Given, Press, Prompted, Shelf, Where
from handlers.works import quiz_card
from handlers.works.quiz_table import headings, looked_at, mistaken, table_of
from messages.vocabulary import vocabulary
from rules.audience import Meant, Reader
from rules.looked_at import mark_of
from rules.reading.amending import NothingTouched, Overtaken
from rules.reading.form_fields import Vocabulary
from rules.reading.forms import Filled
from rules.reading.visible import shortened
from rules.works import quiz_form
from rules.works.quiz import QuizTerms
from rules.works.quiz_material import MaterialTwice, MaterialUnknown
from rules.works.quiz_table import questions_in
from storage.engine.tx import Tx

TITLE_MOST = 40
USUALLY_ASKS = 10
PASSES_PERCENT = 80


class QuizChanged(Struct, frozen=True):
    """A quiz reads otherwise now; `overtaken` are lines that others had changed meanwhile."""

    card: QuizCard
    overtaken: tuple[Overtaken, ...]


class QuizPreview(Struct, frozen=True):
    """The quiz as it will be announced, and every group, with whether it is told."""

    card: QuizCard
    readers: tuple[Reader, ...]

    @property
    def mark(self) -> str:
        """By this it is known whether it has changed since, or is announced elsewhere."""
        return mark_of(self.card, [one.id for one in self.readers if one.reads])


def new(call: Call, tx: Tx) -> Effects:
    """`/newquiz`: with nothing, the form comes; a filled one, or a table of questions, begins a quiz."""
    if call.words.strip() or table_of(call) is not None:
        return _read(call, tx, "")
    return Ask("newquiz.form", "newquiz/form", data={"text": ""})


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, lines that correct it, or the questions themselves."""
    return _read(call, tx, call.data["text"])


def again(call: Call, tx: Tx) -> Effects:
    """Another one like it, with the questions of its bank, to be looked at and changed before anybody sees it."""
    done = actions.again(tx, call.data["quiz"], call.member, call.occasion)
    return Reply("newquiz/prepared", done, buttons=quiz_card.buttons(done))


def change(call: Call, tx: Tx) -> Effects:
    """The form filled in as the quiz stands."""
    quiz = actions.not_closed(tx, call.data["quiz"])
    text = quiz_form.text_of(quiz.terms, _words(call), call.by_the_clock_here)
    data = {"quiz": quiz.id, "text": text, "opened": text}
    return Ask("newquiz.change", "newquiz/form_again", Filled(text), data)


def changed(call: Call, tx: Tx) -> Effects:
    """Lines that were touched apply to the quiz as it stands."""
    data = call.data
    quiz = actions.not_closed(tx, data["quiz"])
    before = data["text"]
    found = quiz_form.amend(
        call.words or before, before, data["opened"], quiz.terms, _words(call), call.by_the_clock_here
    )
    if found.mistakes:
        return form_mistaken("newquiz.change", found.filled, {**data, "text": found.text})
    if not found.values:
        raise NothingTouched
    terms = quiz_form.amended(quiz.terms, found)
    if found.touches("material"):
        try:
            terms = _with_material(call, tx, terms, found.filled)
        except (MaterialUnknown, MaterialTwice) as wrong:
            return kept("newquiz.change", wrong, found.text, data)
    done = actions.change(tx, quiz.id, terms, call.member, call.occasion)
    return Reply("newquiz/changed", QuizChanged(done, found.overtaken), buttons=quiz_card.buttons(done))


def look(call: Call, tx: Tx) -> Effects:
    """How it will be announced, and where."""
    return _previewed(call, tx, actions.publishable(tx, call.data["quiz"], call.occasion), again=False)


def choose(call: Call, tx: Tx) -> Effects:
    """One group more or less is told, or those of one language, or all."""
    shown = actions.publishable(tx, call.data["quiz"], call.occasion)
    audiences.choose(tx, Meant.QUIZ, shown.id, audience.chosen(call.data))
    return _previewed(call, tx, shown, again=True)


def publish(call: Call, tx: Tx) -> Effects:
    """Members may take it, and the groups hear of it. What another of the team has changed since is shown first."""
    shown = actions.publishable(tx, call.data["quiz"], call.occasion)
    if _preview(tx, shown).mark != call.data.get("seen"):
        return [Toast("newquiz/otherwise"), *flat(_previewed(call, tx, shown, again=False))]
    told = audiences.addressed(tx, Meant.QUIZ, call.data["quiz"])
    done = actions.publish(tx, call.data["quiz"], call.member, call.occasion)
    return [Edit("newquiz/published", done), *quiz_card.announced(told, done)]


def keep(call: Call, tx: Tx) -> Effects:
    """Not now."""
    return Delete()


def ask_close(call: Call, tx: Tx) -> Effects:
    """Sure? Asked below, so that the answer does not lie under the finger."""
    actions.not_closed(tx, call.data["quiz"])
    surely = Button("quizbank/close", "newquiz.close", dict(call.data), style="danger")
    shown = actions.card(tx, call.data["quiz"], call.occasion)
    return Reply("newquiz/close_surely", shown, buttons=((surely,), (Button("quizbank/keep", "newquiz.keep"),)))


def close(call: Call, tx: Tx) -> Effects:
    """Nobody begins it any more."""
    done = actions.close(tx, call.data["quiz"], call.member, call.occasion)
    return [Edit("newquiz/closed", done), *quiz_card.over(tx, done)]


def _words(call: Call) -> Vocabulary:
    return vocabulary("newquiz", call.member.locale)


def _with_material(call: Call, tx: Tx, terms: QuizTerms, filled: Filled) -> QuizTerms:
    return with_material(tx, terms, quiz_form.material_in(filled, _words(call)), call.occasion)


def _read(call: Call, tx: Tx, before: str) -> Effects:
    if (table := table_of(call)) is not None:
        return _from_table(call, tx, table)
    filled = quiz_form.read(call.words, _words(call), call.by_the_clock_here, before)
    if filled.mistakes:
        return form_mistaken("newquiz.form", filled, {"text": filled.text})
    try:
        terms = _with_material(call, tx, quiz_form.terms_of(filled), filled)
    except (MaterialUnknown, MaterialTwice) as wrong:
        return kept("newquiz.form", wrong, filled.text, {})
    done = actions.prepare(tx, terms, call.member, call.occasion)
    return Reply("newquiz/prepared", done, buttons=quiz_card.buttons(done))


def _from_table(call: Call, tx: Tx, table: str) -> Effects:
    """The usual terms, as far as there are questions; its name is that of the file."""
    read = questions_in(table, headings(call))
    if read.mistakes or not read.questions:
        return Ask("newquiz.form", "quizbank/mistaken", mistaken(read), {"text": ""})
    asks = min(USUALLY_ASKS, len(read.questions))
    terms = QuizTerms(_title(call), asks, max(asks * PASSES_PERCENT // 100, 1))
    done = actions.prepare(tx, terms, call.member, call.occasion)
    return looked_at(call, tx, done.id, read)


def _title(call: Call) -> str:
    media = call.message.media if call.message else None
    name = (media.name or "" if media else "").rpartition(".")[0].strip()
    return shortened(name, TITLE_MOST) if len(name) > 1 else _words(call).names["untitled"][0]


def _preview(tx: Tx, shown: QuizCard) -> QuizPreview:
    return QuizPreview(shown, audiences.readers(tx, Meant.QUIZ, shown.id))


def _previewed(call: Call, tx: Tx, shown: QuizCard, *, again: bool) -> Effects:
    data, preview = {"quiz": shown.id}, _preview(tx, shown)
    seen = {**data, "seen": preview.mark}
    rows: Keyboard = (
        (Button("quizbank/publish", "newquiz.publish", seen, style="success"),),
        *audience.choices(preview.readers, "newquiz.audience", data),
        (Button("quizbank/keep", "newquiz.keep"),),
    )
    effect = Edit if again else Reply
    return effect("newquiz/preview", preview, buttons=rows)


ROUTES = (
    Command(
        "newquiz",
        new,
        fields="newquiz",
        shelf=Shelf.WORKS,
        place=60,
        who=MODERATORS,
        where=Where.PRIVATE,
        stays="a filled-in form",
        takes=TABLE,
        plain=True,
    ),
    Prompted("newquiz.form", filled_in, Given.PREVIEWED, who=MODERATORS, takes=TABLE, plain=True, fields="newquiz"),
    Press("newquiz.same", again, who=MODERATORS),
    Press("newquiz.change", change, who=MODERATORS),
    Prompted("newquiz.change", changed, Given.PREVIEWED, who=MODERATORS, plain=True, fields="newquiz"),
    Press("newquiz.look", look, who=MODERATORS),
    Press("newquiz.audience", choose, who=MODERATORS),
    Press("newquiz.publish", publish, who=MODERATORS, final=True),
    Press("newquiz.keep", keep, who=MODERATORS),
    Press("newquiz.close_ask", ask_close, who=MODERATORS),
    Press("newquiz.close", close, who=MODERATORS, final=True),
)
