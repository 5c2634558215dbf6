"""Staff and titles of the tracks: what is proposed stands on a card until somebody decides or its time is over."""

from actions.works import title_decided
from actions.works.title_proposal import DESK
from actions.works.track_title import TitleChanged, known_before
from handlers.effects import Note
from handlers.works.desk_proposal import Deciding
from handlers.works.title_told import told
from rules.note import Matter
from rules.occasion import Occasion
from rules.people import Member
from rules.works.track_title import TitleProposal
from storage.engine.tx import Tx


def _told(tx: Tx, done: TitleChanged, put: TitleProposal) -> Note:
    return told(done, known_before(tx, done.member, done.track, put.question.stood_on))


def _answer(tx: Tx, staff: Member, put: TitleProposal, reason: str, occasion: Occasion) -> Note:
    """Not yet; or back, where it goes down."""
    if not put.question.rises:
        return _told(tx, title_decided.take(tx, staff, put.id, reason, occasion), put)
    one = DESK.decline(tx, staff, put.id, reason, occasion)
    about, answer = f"title_declined:{one.id}", title_decided.answered(one, occasion)
    return Note(one.member, Matter.ACCOUNT, about, "track_title/told_declined", answer)


DECIDING = Deciding(
    desk=DESK,
    noun="track_title",
    name="title",
    job="track_titles",
    confirm=title_decided.confirm,
    told=_told,
    answer=_answer,
    answered="answered",
    lower="take",
    lower_why=True,
)
ROUTES = DECIDING.routes()
JOBS = DECIDING.jobs()
