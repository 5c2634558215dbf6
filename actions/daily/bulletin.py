"""Publishing product notes: those who help hear of them first, everybody finds them later, answers are compared with them."""

from collections import Counter

from msgspec import Struct

from actions.daily import recheck
from rules.daily.bulletin import Bulletin, BulletinWording, NoSuchBulletin
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member
from storage import audits, notes
from storage.daily import bulletins, knowledge
from storage.engine.tx import Tx
from storage.works import quiz_materials
from storage.works.quiz_materials import NoteQuiz

HELPERS_MOST = 200
PER_PAGE = 5
HOUR_S = 3600


class BulletinPlan(Struct, frozen=True):
    """What publishing a note would do: who hears of it first, from when on everybody finds it, how many answers are marked.

    `open_at` is UTC seconds; None when everybody finds it at once.
    """

    wording: BulletinWording
    helpers: int
    open_at: int | None
    doubted: int


class Announced(Struct, frozen=True):
    """A note is out, or reads otherwise: who hears of it (`members`), and how many answers were marked for a look.

    `open_at` is from when on everybody finds it (UTC seconds), None when they do. `quizzes` ask what it says.
    """

    id: int
    wording: BulletinWording
    members: tuple[int, ...]
    open_at: int | None
    doubted: int
    changed: bool = False
    quizzes: tuple[NoteQuiz, ...] = ()


class BulletinGone(Struct, frozen=True):
    """A note was withdrawn; `members` had heard of it first."""

    id: int
    title: str
    members: tuple[int, ...]


class BulletinPage(Struct, frozen=True):
    """A page of the notes, the newest first; `now` tells which are out of date, `doubted` answers wait for a look,
    and the `quizzes` of each ask what it says.
    """

    bulletins: tuple[Bulletin, ...]
    page: Page
    now: int
    doubted: int
    quizzes: tuple[tuple[NoteQuiz, ...], ...] = ()


def plan(tx: Tx, said: BulletinWording, occasion: Occasion, number: int | None = None) -> BulletinPlan:
    """What publishing it, or rewording the one of that `number`, would do."""
    known = bulletins.get(tx, number) if number is not None else None
    chosen = helpers(tx, said, occasion)
    open_at = known.open_at if known else _open_at(bool(chosen), occasion)
    doubted = recheck.doubted(tx, said, known)
    return BulletinPlan(said, len(chosen), open_at if open_at > occasion.now else None, len(doubted))


def helpers(tx: Tx, said: BulletinWording, occasion: Occasion) -> list[int]:
    """Who hears of it first: those whom the brand asked to help, and who had so many answers on its theme accepted."""
    given = Counter(one.answerer for one in recheck.spoken(tx, said))
    least = occasion.programme.bulletins.answers_on_theme
    knowing = [member for member, answers in given.most_common() if answers >= least]
    return list(dict.fromkeys([*bulletins.named_helpers(tx), *knowing]))[:HELPERS_MOST]


def publish(tx: Tx, said: BulletinWording, by: Member, occasion: Occasion) -> Announced:
    """It is out: filed for `/find`, told to those who help, compared with what was answered."""
    chosen = helpers(tx, said, occasion)
    open_at = _open_at(bool(chosen), occasion)
    number = bulletins.add(tx, said, by.id, occasion.now, open_at)
    audits.record(tx, occasion.now, by.id, "bulletin.publish", None, said.title, bulletin=number)
    return _announced(tx, number, None, chosen, occasion)


def edit(tx: Tx, number: int, said: BulletinWording, by: Member, occasion: Occasion) -> Announced:
    """It reads otherwise; who heard of it hears so. Raises NoSuchBulletin."""
    former = named(tx, number)
    bulletins.reword(tx, number, said)
    audits.record(tx, occasion.now, by.id, "bulletin.edit", None, said.title, bulletin=number)
    chosen = [*bulletins.heard_first(tx, number), *helpers(tx, said, occasion)]
    return _announced(tx, number, former, list(dict.fromkeys(chosen)), occasion)


def withdraw(tx: Tx, number: int, by: Member, occasion: Occasion) -> BulletinGone:
    """It is said no more, and nobody need compare answers with it. Raises NoSuchBulletin."""
    found = named(tx, number)
    heard = [member for member in bulletins.heard_first(tx, number) if str(number) not in _waits(tx, member)]
    bulletins.withdraw(tx, number, occasion.now)
    knowledge.remove_bulletin(tx, number)
    notes.withdraw(tx, about(number))
    recheck.unmark(tx, number)
    audits.record(tx, occasion.now, by.id, "bulletin.withdraw", None, found.wording.title, bulletin=number)
    return BulletinGone(number, found.wording.title, tuple(heard))


def named(tx: Tx, number: int) -> Bulletin:
    """The note of that number. Raises NoSuchBulletin."""
    found = bulletins.get(tx, number)
    if found is None or found.withdrawn_at is not None:
        raise NoSuchBulletin(number)
    return found


def listed(tx: Tx, number: int, now: int) -> BulletinPage:
    """That page of the notes."""
    page = page_of(number, bulletins.count(tx), PER_PAGE)
    found = tuple(bulletins.listed(tx, PER_PAGE, page.before))
    quizzes = tuple(quiz_materials.quizzes_of(tx, one.id, now) for one in found)
    return BulletinPage(found, page, now, recheck.waiting(tx, now), quizzes)


def about(number: int) -> str:
    """What the evening's note about it is about."""
    return f"bulletin:{number}"


def _announced(tx: Tx, number: int, former: Bulletin | None, chosen: list[int], occasion: Occasion) -> Announced:
    found = named(tx, number)
    said = found.wording
    knowledge.add_bulletin(tx, number, said.title, said.theme, said.text, occasion.now)
    told = tuple(member for member in chosen if bulletins.hears_first(tx, number, member))
    if not told and found.open_at > occasion.now:
        bulletins.open_now(tx, number, occasion.now)
        found = named(tx, number)
    marked = recheck.mark(tx, found, former, occasion.now)
    later = found.open_at if found.open_at > occasion.now else None
    quizzes = quiz_materials.quizzes_of(tx, number, occasion.now)
    return Announced(number, found.wording, told, later, marked, changed=former is not None, quizzes=quizzes)


def _open_at(helped: bool, occasion: Occasion) -> int:
    return occasion.now + (occasion.programme.bulletins.helpers_first_hours * HOUR_S if helped else 0)


def _waits(tx: Tx, member: int) -> list[str]:
    return notes.subjects(tx, member, "bulletin")


def _still_valid(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    found = bulletins.get(tx, int(note.subject))
    return found is not None and found.stands(occasion.now)


def _still_withdrawn(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    found = bulletins.get(tx, int(note.subject))
    return found is None or found.withdrawn_at is not None


STILL_TRUE = {"bulletin": _still_valid, "bulletin_withdrawn": _still_withdrawn}
