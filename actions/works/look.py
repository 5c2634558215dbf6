"""A first look: asking for it, what readers compose, the answer, and what nobody needs to answer any more."""

from msgspec import Struct

from actions.presence import is_here, serves
from actions.works import trust
from actions.works.challenge import known, require_place
from actions.works.claim import fresh_since
from actions.works.remark import Now, where
from rules.files import File
from rules.lengths import within
from rules.note import WaitingNote
from rules.occasion import DAY_S, Occasion
from rules.people import Member, Role
from rules.refusals import ButtonGone, NotForYourself, Suspended
from rules.values import replace
from rules.works.challenge import Challenge, ChallengeKind
from rules.works.look import Look, LookOver, LookStanding, NoFirstLook, require_look
from rules.works.review import WORDS_MOST, Chip, InOtherHands, RemarkNeeded, ReviewedAlready, chips_for, toggled
from rules.works.submission import SameFile, Stage, Work, require_content
from storage import groups, members, originals
from storage.engine.tx import Tx
from storage.post.said import SaidIn
from storage.works import looks
from storage.works.looks import LookWaiting

# What the note is about by which mentors hear that drafts wait.
WAITING = "looks:waiting"


class LookAhead(Struct, frozen=True):
    """A draft before it is shown to anybody: `left` looks remain, this one among them."""

    challenge: int
    title: str
    text: str
    files: int
    album: bool
    left: int


class LookAsked(Struct, frozen=True):
    """A draft waits for its look; `hours` within which it is usually answered."""

    id: int
    challenge: int
    title: str
    hours: int


class LookCard(Struct, frozen=True):
    """A first look as its readers see it, and its author once it is answered; `left` looks remain to the author.

    `theme`, `dos` and `donts` are the challenge's own.
    """

    id: int
    challenge: int
    title: str
    member: int
    author: str
    theme: str
    dos: tuple[str, ...]
    donts: tuple[str, ...]
    text: str
    files: tuple[File, ...]
    standing: LookStanding
    reader: str | None
    chips: tuple[str, ...]
    words: str
    allowed: tuple[Chip, ...]
    left: int


def left(tx: Tx, challenge: Challenge, member: Member, occasion: Occasion) -> int:
    """How many looks the member may still ask for; none while one waits, or where the challenge has none."""
    if looks.waits(tx, challenge.id, member.id) or not has_looks(challenge, occasion) or groups.staff(tx) is None:
        return 0
    return max(occasion.programme.reviews.looks_each - looks.asked(tx, challenge.id, member.id), 0)


def has_looks(challenge: Challenge, occasion: Occasion) -> bool:
    """Whether drafts of the challenge are looked at now."""
    themed = challenge.brief.kind is ChallengeKind.FRAMEWORK
    return themed and occasion.programme.reviews.looks_each > 0 and challenge.is_open(occasion.now)


def ahead(tx: Tx, number: int, member: Member, work: Work, occasion: Occasion) -> LookAhead:
    """What would be shown. Raises what `require` raises, NothingToSubmit, WorkTooLong, SameFile."""
    challenge = require(tx, number, member, occasion)
    require_content(work, number)
    if any(originals.of_another(tx, member.id, file.unique, number) for file in work.files):
        raise SameFile(mine=False)
    remaining = occasion.programme.reviews.looks_each - looks.asked(tx, number, member.id)
    return LookAhead(number, challenge.brief.title, work.text, len(work.files), work.album is not None, remaining)


def require(tx: Tx, number: int, member: Member, occasion: Occasion) -> Challenge:
    """The challenge, if the member may show a draft of it.

    Raises ChallengeUnknown, NoFirstLook, ChallengeOver, LookWaits, LooksUsed, TeamsOnly, TrustTooLow.
    """
    challenge = known(tx, number)
    require_place(tx, challenge, member)
    most, asked = occasion.programme.reviews.looks_each, looks.asked(tx, number, member.id)
    require_look(challenge, asked, most, occasion.now, waits=looks.waits(tx, number, member.id))
    if groups.staff(tx) is None:
        raise NoFirstLook(challenge.brief.title)
    trust.require(tx, member, challenge.brief.trust, occasion)
    return challenge


def ask(tx: Tx, number: int, member: Member, work: Work, occasion: Occasion) -> LookAsked:
    """Show the draft to those who look. Raises what `ahead` raises."""
    shown = ahead(tx, number, member, work, occasion)
    files = work.files[: occasion.programme.submissions.files_most]
    look = looks.add(tx, number, member.id, replace(work, files=files), occasion.now)
    return LookAsked(look, number, shown.title, occasion.programme.reviews.within_hours)


def card(tx: Tx, number: int, occasion: Occasion) -> LookCard:
    """The look as it is now. Raises ButtonGone."""
    look = known_look(tx, number)
    challenge = known(tx, look.challenge)
    author = members.get(tx, look.member)
    return LookCard(
        id=number,
        challenge=challenge.id,
        title=challenge.brief.title,
        member=look.member,
        author=author.name,
        theme=challenge.brief.about,
        dos=challenge.brief.dos,
        donts=challenge.brief.donts,
        text=look.text,
        files=look.files,
        standing=look.standing,
        reader=members.get(tx, look.reader).name if look.reader else None,
        chips=look.chips,
        words=look.words,
        allowed=chips_for(challenge.brief, Stage.WORK),
        left=left(tx, challenge, author, occasion),
    )


def known_look(tx: Tx, number: int) -> Look:
    """The look of that number. Raises ButtonGone."""
    look = looks.get(tx, number)
    if look is None:
        raise ButtonGone
    return look


def take(tx: Tx, number: int, reader: Member, occasion: Occasion) -> None:
    """Take it in hand. Raises InOtherHands, ReviewedAlready, LookOver, NotForYourself, ButtonGone."""
    looks.hold(tx, _in_hand(tx, number, reader, occasion))


def toggle(tx: Tx, number: int, key: str, reader: Member, occasion: Occasion) -> None:
    """Choose a remark, or drop it. Raises what `take` raises."""
    mine = _in_hand(tx, number, reader, occasion)
    looks.hold(tx, replace(mine, chips=toggled(mine.chips, key)))


def say(tx: Tx, number: int, words: str, reader: Member, occasion: Occasion) -> None:
    """Put one's own words to the answer. Raises WordsTooLong, and what `take` raises."""
    mine = _in_hand(tx, number, reader, occasion)
    looks.hold(tx, replace(mine, words=within(words, WORDS_MOST, mine.words)))


def reword(tx: Tx, number: int, before: SaidIn, words: str, reader: Member, occasion: Occasion) -> Now:
    """One's own words instead of those that were put there before, while they wait. Raises WordsTooLong."""
    found = known_look(tx, number)
    mine = found.words if found.reader == reader.id else ""
    waits = mine if found.standing is LookStanding.WAITING else None
    now, text = where(waits, mine if found.standing is LookStanding.ANSWERED else "", before, words)
    if now is Now.WAITING:
        looks.hold(tx, replace(found, words=within(text, WORDS_MOST), held_at=occasion.now))
    return now


def release(tx: Tx, number: int, reader: Member, occasion: Occasion) -> None:
    """Leave it to others; what was composed goes. Raises what `take` raises."""
    _free(tx, _in_hand(tx, number, reader, occasion))


def answer(tx: Tx, number: int, reader: Member, occasion: Occasion) -> LookCard:
    """The author hears what was composed. Raises RemarkNeeded, and what `take` raises."""
    mine = _in_hand(tx, number, reader, occasion)
    if not mine.chips and not mine.words:
        raise RemarkNeeded(returning=False)
    looks.hold(tx, mine)
    looks.settle(tx, number, LookStanding.ANSWERED, occasion.now)
    return card(tx, number, occasion)


def freed(tx: Tx, occasion: Occasion, leaver: int | None = None) -> list[int]:
    """Put back what was not touched for too long, and what is in the hands of one who no longer looks; which ones.

    What is in the hands of `leaver`, who has just left the staff, goes back as well.
    """
    held = [look for look in looks.waiting(tx) if look.held_at is not None]
    over = [look for look in held if look.reader == leaver or not _is_held(tx, look, occasion)]
    for look in over:
        _free(tx, look)
    return [look.id for look in over]


def put_away(tx: Tx, occasion: Occasion) -> list[LookCard]:
    """What nobody needs to answer any more: the work was handed in, its author has left, or the challenge is over."""
    ended = [(look, standing) for look in looks.waiting(tx) if (standing := _ended(tx, look, occasion))]
    for look, standing in ended:
        looks.settle(tx, look.id, standing, occasion.now)
    return [card(tx, look.id, occasion) for look, _ in ended]


def overdue(tx: Tx, occasion: Occasion) -> list[LookWaiting]:
    """What has waited longer than promised and was not listed since a day ago; it counts as listed now."""
    found = looks.listed(tx, occasion.now - occasion.programme.reviews.within_hours * 3600, occasion.now - DAY_S)
    looks.nagged(tx, [one.id for one in found], occasion.now)
    return found


def to_read(tx: Tx, reader: Member, occasion: Occasion) -> list[LookWaiting]:
    """What waits and is not the reader's own, longest first."""
    return looks.listed(tx, occasion.now, occasion.now, but=reader.id)


def all_waiting(tx: Tx, occasion: Occasion) -> list[LookWaiting]:
    """Every draft that waits, longest first."""
    return looks.listed(tx, occasion.now, occasion.now)


def mentors(tx: Tx, author: Member, occasion: Occasion) -> list[int]:
    """Who may look besides the staff, and is there, but the author."""
    return [one.id for one in members.with_role(tx, Role.MENTOR) if one.id != author.id and is_here(one, occasion)]


def is_waiting(tx: Tx, number: int) -> bool:
    """Whether a look of that number waits for its answer."""
    look = looks.get(tx, number)
    return look is not None and look.standing is LookStanding.WAITING


def about(number: int) -> str:
    """What the note is about that tells of a look that nobody came to."""
    return f"look:{number}"


def _in_hand(tx: Tx, number: int, reader: Member, occasion: Occasion) -> Look:
    look = known_look(tx, number)
    _require_waiting(tx, look)
    if look.member == reader.id:
        raise NotForYourself
    if until := reader.suspended(occasion.now):
        raise Suspended(until)
    if look.reader in (None, reader.id):
        return replace(look, reader=reader.id, held_at=occasion.now)
    if _is_held(tx, look, occasion):
        raise InOtherHands(members.get(tx, look.reader).name)
    return replace(look, reader=reader.id, held_at=occasion.now, chips=(), words="")


def _is_held(tx: Tx, look: Look, occasion: Occasion) -> bool:
    """Whether somebody who may still look has it in hand."""
    if look.reader is None or look.held_at is None or look.held_at < fresh_since(occasion):
        return False
    return serves(tx, members.get(tx, look.reader), Role.MENTOR, occasion)


def _require_waiting(tx: Tx, look: Look) -> None:
    if look.standing is LookStanding.ANSWERED and look.reader is not None:
        raise ReviewedAlready(members.get(tx, look.reader).name)
    if look.standing is not LookStanding.WAITING:
        raise LookOver


def _free(tx: Tx, look: Look) -> None:
    looks.hold(tx, replace(look, reader=None, held_at=None, chips=(), words=""))


def _ended(tx: Tx, look: Look, occasion: Occasion) -> LookStanding | None:
    if looks.handed_in(tx, look) or members.get(tx, look.member).home is None:
        return LookStanding.MOOT
    return None if known(tx, look.challenge).is_open(occasion.now) else LookStanding.LAPSED


def _still_lapsed(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """As long as the challenge was not extended: then a draft can be shown again."""
    look = looks.get(tx, int(note.subject))
    return look is not None and not known(tx, look.challenge).is_open(occasion.now)


def _still_waiting(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    mentor = members.get(tx, note.member)
    mentors_still = is_here(mentor, occasion) and Role.MENTOR in members.roles(tx, mentor.id)
    return mentors_still and bool(to_read(tx, mentor, occasion))


STILL_TRUE = {"look": _still_lapsed, "looks": _still_waiting}
