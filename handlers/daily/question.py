"""Questions: asked, answered by reply, listed, closed; askers reminded once, mentors told daily."""

from actions.daily import question as questions
from actions.daily import waiting
from actions.daily.question import OpenPage, QuestionPlace, StillOpen
from handlers import moderating
from handlers.call import Call, ChatKind, Message, Person, Sender
from handlers.daily import asked as shown
from handlers.daily.looked_up import for_the_group
from handlers.effects import Delete, Edit, Effect, Effects, Note, Post, React, Reply, Toast, Whisper
from handlers.pages import turning
from handlers.persons import met
from handlers.routes import Command, Job, JobCall, Observe, On, Press, Scope, Shelf
from messages.vocabulary import opening, tagged
from rules.daily.question import EmptyQuestion, NobodyAsked, asked_text, asks_plainly
from rules.note import Matter
from rules.people import PLAYING, Purpose
from rules.refusals import OnlyInGroup
from storage import groups
from storage.engine.tx import Tx

HOUR_S, DAY_S = 3600, 86_400


def ask(call: Call, tx: Tx) -> Effects:
    """A question of the caller's own; or, replying without words, a message that its author or a moderator makes one.

    In private nobody else reads it: there it is looked up, or given along for the group.
    """
    assert call.message is not None
    if call.chat.kind is ChatKind.PRIVATE:
        return for_the_group(call, tx)
    if call.group.part not in PLAYING:
        raise OnlyInGroup("ask")
    text = _asked(call.message.said)
    if text or call.reply_to is None:
        return _register(call, tx, call.message, None, text)
    author = call.reply_to.author
    if author is None or call.reply_to.sender is not Sender.PERSON or call.reply_to.forwarded:
        raise NobodyAsked
    own = author.telegram_id == call.member.telegram_id
    if not own and not moderating.there(call, tx, call.message.topic, call.reply_to.said):
        raise EmptyQuestion
    return _register(call, tx, call.reply_to, author, _asked(call.reply_to.said))


def _register(call: Call, tx: Tx, message: Message, author: Person | None, text: str) -> list[Effect]:
    asker = met(call, author, tx) if author else call.member
    topic = call.message.topic if call.message else None
    place = QuestionPlace(call.group.id, message.id, topic)
    new = questions.ask(tx, asker, call.member, text, place, call.occasion)
    card = shown.card(tx, new, place)
    if card.reply_to is not None:
        return [card]
    noted = Reply("question/noted", new, fade_s=HOUR_S)
    return [React("✍", message=message.id, otherwise=noted), card]


def heard(call: Call, tx: Tx) -> Effects:
    """A reply to a question, or to our confirmation of it, is an answer; it is noted without a word."""
    said = call.message
    if said is None or said.forwarded:
        return None
    if said.further:
        return completed(call, said, tx)
    question = questions.meant(tx, call.group, call.reply_to.id) if call.reply_to else None
    if question is not None:
        questions.answered(tx, question, call.member, said.id, said.topic, said.said, call.occasion.now)
    return None


def completed(call: Call, piece: Message, tx: Tx) -> Effects:
    """A further picture of an album brings words: they belong to the question or the answer that the album is."""
    if piece.text:
        questions.complete(tx, call.group, piece.id, _asked(piece.said), piece.said, call.occasion.programme)
    return None


def plainly(call: Call, tx: Tx) -> Effects:
    """A question in the topic for questions needs no hashtag; of what else is said there nothing is made."""
    message, group = call.message, call.chat.group
    if (
        message is None
        or group is None
        or group.part not in PLAYING
        or call.reply_to
        or message.forwarded
        or (message.further and questions.is_one(tx, group, message.id))
    ):
        return None
    if not _in_its_topic(call, message, tx) or not asks_plainly(message.text):
        return None
    return ask(call, tx)


def _in_its_topic(call: Call, message: Message, tx: Tx) -> bool:
    """Whether it stands where no hashtag is needed."""
    bound = groups.topic(tx, call.group.id, Purpose.QUESTIONS)
    return bound is not None and bound == message.topic


def _is_new(call: Call, tx: Tx) -> bool:
    """Whether no question was made of the message before; what is said to somebody's question or tip is none."""
    return call.message is not None and call.reply_to is None and not questions.is_one(tx, call.group, call.message.id)


def _asked(text: str) -> str:
    return asked_text(text, tagged()["ask"], opening()["ask"])


def reworded(call: Call, tx: Tx) -> Effects:
    """The asker has edited the question; what it is found by follows as long as it is open.

    Whoever takes the hashtag out hears that it still waits, and how to end it.
    """
    message = call.message
    assert message is not None
    text = _asked(message.said)
    question = questions.reword(tx, call.group, message.id, text, call.occasion.programme)
    if question is None or question.asker != call.member.id or text != message.said or _in_its_topic(call, message, tx):
        return None
    still = StillOpen(question.id, kept=not text)
    return Whisper("question/still_open", still, buttons=shown.closing(question.id))


def close(call: Call, tx: Tx) -> Effects:
    """The asker (or a moderator) needs no answer any more."""
    number = call.data["question"]
    may = moderating.question(call, tx, number)
    closed = questions.close(tx, number, call.member, call.occasion.now, moderating=may, found=call.data.get("found"))
    return (
        Toast("question/closed_thanks", closed),
        Edit("question/closed", closed, keep=shown.confirmation(closed.number)),
    )


def insist(call: Call, tx: Tx) -> Effects:
    """What was found is something else: the question stays open as any other."""
    number = call.data["question"]
    asked = questions.insist(tx, number, call.member, moderating=moderating.question(call, tx, number))
    return (Toast("question/stays_open", asked), shown.reopened(tx, asked))


def listed(call: Call, tx: Tx) -> Effects:
    """Open questions, for the caller alone."""
    page = _page(call, tx, 1)
    return Whisper("question/open", page, buttons=turning(page.page, "question.page"))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    page = _page(call, tx, call.data["page"])
    return Edit("question/open", page, buttons=turning(page.page, "question.page"))


def _page(call: Call, tx: Tx, number: int) -> OpenPage:
    now, programme = call.occasion.now, call.occasion.programme
    return questions.open_page(tx, call.member, call.chat.group, number, now, programme)


def remind(call: JobCall, tx: Tx) -> Effects:
    """In private with what else the day brings; in the group, once, for those who can't be written to."""
    return [_reminder(reminder) for reminder in waiting.remind(tx, call.occasion)]


def _reminder(reminder: waiting.QuestionReminder) -> Note:
    question, line = reminder.question, reminder.line
    nudge = Post(
        question.group, "question/nudge", line, topic=question.topic, reply_to=question.message, fade_s=DAY_S,
        buttons=shown.choices(question.id, anyone=True),
    )  # fmt: skip
    return Note(
        reminder.asker, Matter.REMINDER, questions.reminder(question.id), "question/reminder", line,
        buttons=shown.choices(question.id, named=True), unless_reachable=nudge if reminder.first else None,
    )  # fmt: skip


def digest(call: JobCall, tx: Tx) -> Effects:
    """Mentors are told in private what nobody has answered yet."""
    return [
        Note(mentor.id, Matter.HELPING, "question_digest", "question/digest", told, lasts_s=DAY_S)
        for mentor, told in waiting.digests(tx, call.occasion)
    ]


def put_away(call: JobCall, tx: Tx) -> Effects:
    """What we said of yesterday's solved questions goes from the group; question and answer stay, with our reaction."""
    return [Delete(keep=name) for name in waiting.put_away(tx, call.occasion)]


def forget(call: JobCall, tx: Tx) -> Effects:
    """Words of answers are not kept longer than needed."""
    waiting.forget_old_words(tx, call.occasion)
    return None


ROUTES = (
    Command("ask", ask, shelf=Shelf.QUESTIONS, place=10, stays="a question", afterwards=_is_new),
    Command("questions", listed, shelf=Shelf.QUESTIONS, place=20, fades=True),
    Press("question.close", close, final=True),
    Press("question.insist", insist),
    Press("question.page", turned),
    Observe(On.TALK, "answers", heard, turn=10),
    Observe(On.TALK, "asked_plainly", plainly, turn=15),
    Observe(On.EDIT, "question", reworded, turn=10),
)

JOBS = (
    Job("question_reminders", remind, cron="10 9-21 * * *", scope=Scope.BRAND),
    Job("question_digest", digest, cron="20 20 * * *", scope=Scope.ZONE, late_s=6 * HOUR_S),
    Job("solved_questions", put_away, cron="40 4 * * *", scope=Scope.BRAND),
    Job("forget_answers", forget, cron="50 4 * * *", scope=Scope.BRAND),
)
