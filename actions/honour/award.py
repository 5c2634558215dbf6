"""Awards as members see them, and a round from its opening until somebody calls it off."""

from msgspec import Struct

from rules.ends import over_at
from rules.honour.award import Honour, NoSuchAward, Round, RoundGone, RoundMovedOn, RoundRunning, RoundState, evening
from rules.occasion import Occasion
from rules.people import PLAYING, Member
from rules.programme.awards import Award
from rules.refusals import NoCommunity
from storage import audits, ballots, groups, members
from storage.engine.tx import Tx
from storage.honour import awards, honours


class AwardSeen(Struct, frozen=True):
    """An award in the list: what for, how far its round has come (None: none is running), until when that lasts.

    `last` is who was honoured with it last, "" for one who is hidden or forgotten, and in which `year`; `again`: that is the
    present one.
    """

    key: str
    title: str
    given_for: str
    vote: bool
    state: RoundState | None
    until: int | None
    last: str | None
    year: int | None
    again: bool = False


class AwardList(Struct, frozen=True):
    """Every award the brand gives; `opens` says that the reader may begin rounds."""

    awards: tuple[AwardSeen, ...]
    opens: bool


class AwardRound(Struct, frozen=True):
    """A round: of which award, in which year, begun by whom, and until when (UTC seconds) nominations are taken."""

    round: int
    key: str
    title: str
    given_for: str
    vote: bool
    year: int
    until: int
    by: str
    each: int


class AwardPlan(Struct, frozen=True):
    """A round before it begins: what the `groups` will read; `given` is who was honoured with it this year already."""

    round: AwardRound
    groups: tuple[str, ...]
    given: str | None


def shown(tx: Tx, occasion: Occasion, *, opens: bool) -> AwardList:
    """The awards, as they stand."""
    return AwardList(tuple(_seen(tx, award, occasion) for award in occasion.programme.awards), opens)


def plan(tx: Tx, by: Member, key: str, occasion: Occasion) -> AwardPlan:
    """What will be read, and where, once nominations begin; writes nothing. Raises NoSuchAward, NoCommunity, RoundRunning."""
    award, read_in = named(key, occasion), _read_in(tx)
    if awards.running(tx, key):
        raise RoundRunning(award.title)
    until = evening(occasion.seen_from(None), occasion.programme.voting.nominate_days)
    last, year = honours.last(tx, key), _year(occasion)
    given = members.get(tx, last.member).name if last and last.year == year else None
    round_ = Round(0, key, year, RoundState.NOMINATING, until, None)
    return AwardPlan(_told(round_, award, by, occasion), read_in, given)


def open_round(tx: Tx, by: Member, key: str, occasion: Occasion) -> AwardRound:
    """Nominations begin, where somebody reads of them. Raises NoSuchAward, NoCommunity, RoundRunning."""
    award, _ = named(key, occasion), _read_in(tx)
    until = evening(occasion.seen_from(None), occasion.programme.voting.nominate_days)
    made = awards.add(tx, key, _year(occasion), by.id, occasion.handled_at, until)
    if made is None:
        raise RoundRunning(award.title)
    audits.record(tx, occasion.now, by.id, "award.open", None, None, round=made.id, award=key)
    return _told(made, award, by, occasion)


def call_off(tx: Tx, by: Member, number: int, occasion: Occasion) -> AwardRound | RoundGone:
    """Nothing comes of it this time. Raises RoundMovedOn."""
    one = awards.get(tx, number)
    award = occasion.programme.awards.named(one.award)
    if one.state in (RoundState.GIVEN, RoundState.CALLED_OFF) or not awards.move(tx, one, RoundState.CALLED_OFF):
        raise RoundMovedOn
    audits.record(tx, occasion.now, by.id, "award.call_off", None, None, round=one.id, award=one.award)
    return _told(one, award, by, occasion) if award else RoundGone(one.id, one.award, one.year)


def gone(tx: Tx, state: RoundState, occasion: Occasion) -> list[RoundGone]:
    """Rounds in that state whose time is over and whose award the brand gives no more: called off with this.

    Until then an award that was left out by a slip of the pen may come back, and the round goes on.
    """
    over = [one for one in awards.in_state(tx, state) if over_at(_until(tx, one) or 0) <= occasion.now]
    lost = [one for one in over if occasion.programme.awards.named(one.award) is None]
    for one in lost:
        awards.move(tx, one, RoundState.CALLED_OFF)
    return [RoundGone(one.id, one.award, one.year) for one in lost]


def named(key: str, occasion: Occasion) -> Award:
    """The award of that key. Raises NoSuchAward."""
    award = occasion.programme.awards.named(key)
    if award is None:
        raise NoSuchAward
    return award


def _read_in(tx: Tx) -> tuple[str, ...]:
    """The groups that read of awards, by name. Raises NoCommunity."""
    found = tuple(group.title for group in groups.active(tx) if group.part in PLAYING)
    if not found:
        raise NoCommunity
    return found


def _told(one: Round, award: Award, by: Member, occasion: Occasion) -> AwardRound:
    each = occasion.programme.voting.nominations_each
    return AwardRound(one.id, award.key, award.title, award.given_for, award.vote, one.year, one.until, by.name, each)


def _seen(tx: Tx, award: Award, occasion: Occasion) -> AwardSeen:
    one, last = awards.running(tx, award.key), honours.last(tx, award.key)
    return AwardSeen(
        award.key,
        award.title,
        award.given_for,
        award.vote,
        one.state if one else None,
        _until(tx, one) if one else None,
        _name(tx, last) if last else None,
        last.year if last else None,
        last is not None and last.year == _year(occasion),
    )


def _year(occasion: Occasion) -> int:
    """The brand's year, wherever whoever asks is at home."""
    return occasion.seen_from(None).day.year


def _name(tx: Tx, one: Honour) -> str:
    member = members.get(tx, one.member)
    return "" if member.hidden else member.name


def _until(tx: Tx, one: Round) -> int | None:
    if one.state is RoundState.NOMINATING:
        return one.until
    return ballots.get(tx, one.ballot).closes_at if one.state is RoundState.VOTING and one.ballot else None
