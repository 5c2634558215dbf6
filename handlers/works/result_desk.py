"""Staff look at what authors report of their works outside: true, put right, or nothing to be seen there."""

from actions.works import result as actions
from actions.works.result import ResultNoted
from handlers.call import Call
from handlers.effects import Ask, Effect, Effects, Note, Reply
from handlers.routes import REVIEWERS, Given, Press, Prompted
from handlers.works.result_card import card_again
from messages.vocabulary import vocabulary
from rules.note import Matter
from rules.works.result import WORDS_MOST, ResultUnclear
from rules.works.result_reading import read
from storage.engine.tx import Tx


def confirm(call: Call, tx: Tx) -> Effects:
    """As reported; the author sees it with the work."""
    return card_again(actions.confirm(tx, call.data["report"], call.member, call.occasion))


def unseen(call: Call, tx: Tx) -> Effects:
    """The link leads nowhere: the author hears of it in the evening."""
    done = actions.unseen(tx, call.data["report"], call.member, call.occasion)
    return [card_again(done), _told(tx, done, call.data["report"])]


def ask_right(call: Call, tx: Tx) -> Effects:
    """What stands there? It is asked in private."""
    return _ask(call, actions.to_check(tx, call.data["report"], call.member))


def put_right(call: Call, tx: Tx) -> Effects:
    """These figures: the author hears of it in the evening."""
    if len(call.words) > WORDS_MOST:
        raise ResultUnclear
    written = read(call.words, vocabulary("result", call.member.locale), call.occasion)
    if not written.figures.any:
        raise ResultUnclear
    done = actions.correct(tx, call.data["report"], written, call.member, call.occasion)
    return [Reply("result/put_right", done), card_again(done), _told(tx, done, call.data["report"])]


def _ask(call: Call, found: ResultNoted) -> Ask:
    return Ask("result.correct", "result/ask_right", found, data={"report": call.data["report"]})


def _told(tx: Tx, done: ResultNoted, report: int) -> Effect:
    return Note(done.member, Matter.NEWS, f"result:{report}", "result/told", actions.checked(tx, report))


ROUTES = (
    Press("result.confirm", confirm, who=REVIEWERS, final=True),
    Press("result.unseen", unseen, who=REVIEWERS, final=True),
    Press("result.correct", ask_right, who=REVIEWERS),
    Prompted("result.correct", put_right, Given.OPEN, who=REVIEWERS),
)
