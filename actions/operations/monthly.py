"""The operators' monthly report: one query for all figures of a month, and what the team was told is kept."""

from datetime import date

from msgspec import Struct

from actions.operations.monthly_parts import Helped, Parts
from rules.occasion import Occasion
from rules.operations.monthly import (
    DAY_S,
    Figures,
    MonthBeforeUs,
    MonthlyReport,
    MonthNotOver,
    Paid,
    Scarce,
    Sought,
    ToDo,
    Wished,
    median,
    shares,
    worth,
)
from rules.periods import ONE_DAY, Span, before, first_day, last_day, month_of
from rules.snippets import snippet
from rules.stage_counts import counted
from rules.values import replace
from storage import members, stage_spells
from storage.daily import sought
from storage.engine.tx import Tx
from storage.ledger.month_sums import Moved
from storage.operations import month_facts, monthlies

SHOWN, TEXT_SHOWN, HOUR_S = 3, 40, 3_600


class _Month(Struct, frozen=True):
    """A month as the brand's clock counts it: its days, up to before `following`, and when it begins and ends (UTC seconds).

    One that still goes on ends now.
    """

    name: str
    first: date
    following: date
    since: int
    until: int
    occasion: Occasion

    @classmethod
    def of(cls, name: str, occasion: Occasion) -> "_Month":
        first, following = first_day(name), min(last_day(name), max(occasion.day, first_day(name))) + ONE_DAY
        until = min(occasion.begins(following), max(occasion.now + 1, occasion.begins(first)))
        return cls(name, first, following, occasion.begins(first), until, occasion)

    @property
    def end(self) -> int:
        """When its last question had its day to be answered (UTC seconds); later answers change nothing of the month."""
        return self.until + DAY_S

    @property
    def before(self) -> "_Month":
        return _Month.of(before(Span.MONTH, self.first), self.occasion)

    @property
    def parts(self) -> Parts:
        earlier = self.before
        return Parts(self.first, self.following, (earlier.first, earlier.following), self.occasion, last=self.recent)

    @property
    def last(self) -> bool:
        """Whether it is the one that was over last."""
        return self.name == before(Span.MONTH, self.occasion.day)

    @property
    def goes_on(self) -> bool:
        """Whether it is the one that is not over yet."""
        return self.name == month_of(self.occasion.day)

    @property
    def recent(self) -> bool:
        """Whether what can't be counted any more once it is long over can be counted for it."""
        return self.last or self.goes_on


class _Read(Struct, frozen=True):
    """What was read of a month: by question after how many seconds it was answered, who helped how often, how the books
    moved, and of the month that was over last what is scarce and wished for.
    """

    times: list[int | None]
    helped: Helped
    moved: Moved
    scarce: list[Scarce] | None
    wishes: list[Wished] | None


def report(tx: Tx, month: str, occasion: Occasion) -> MonthlyReport:
    """All of a month (`2026-11`) that is over, beside the one before, or of the present one so far.

    Raises MonthNotOver, MonthBeforeUs.
    """
    this = _Month.of(month, occasion.seen_from(None))
    begun = _require_ours(tx, this)
    section, read = occasion.programme.monthly, _read(tx, this)
    figures = _figures(tx, this, read)
    compared = begun < this.since and not this.goes_on
    earlier = _figures(tx, this.before, _read(tx, this.before)) if compared else None
    return MonthlyReport(
        year=this.first.year,
        number=this.first.month,
        month_before=this.before.first.month,
        this=figures,
        before=earlier,
        shares=shares(figures),
        shares_before=shares(earlier) if earlier else None,
        helped_most=_names(tx, read.helped.most),
        paid=_paid(read.moved),
        hundred=section.worth,
        worth=worth(figures.outstanding, section.worth),
        worth_before=worth(earlier.outstanding, section.worth) if earlier else None,
        stay_days=section.stay_days,
        stock_days=section.stock_days,
        to_do=_to_do(tx, this, read) if this.recent else None,
        so_far=this.goes_on,
    )


def tell(tx: Tx, month: str, occasion: Occasion) -> MonthlyReport:
    """The report, whose figures are kept the first time that all of them are final. Raises MonthNotOver, MonthBeforeUs."""
    told = report(tx, month, occasion)
    this = _Month.of(month, occasion.seen_from(None))
    if this.last and this.end <= occasion.now:
        monthlies.keep(tx, month, told.this, occasion.now)
    return told


def prepare(tx: Tx, month: str, occasion: Occasion) -> bool:
    """Count a part of what the report needs; whether there was one left. Raises MonthNotOver, MonthBeforeUs."""
    return any(parts.next(tx) for parts in _parts(tx, month, occasion))


def at_hand(tx: Tx, month: str, occasion: Occasion) -> bool:
    """Whether it is told without holding anybody up: the house is small, or all parts are known. Raises as `report`."""
    return month_facts.small(tx) or all(parts.known(tx) for parts in _parts(tx, month, occasion))


def unprepare(tx: Tx, month: str, occasion: Occasion) -> None:
    """The report is told: what comes later counts anew."""
    for parts in _parts(tx, month, occasion):
        parts.forget(tx)


def _parts(tx: Tx, month: str, occasion: Occasion) -> list[Parts]:
    this = _Month.of(month, occasion.seen_from(None))
    begun = _require_ours(tx, this)
    return [one.parts for one in ((this, this.before) if begun < this.since and not this.goes_on else (this,))]


def _require_ours(tx: Tx, month: _Month) -> int:
    """Since when there is a community (UTC seconds): from before the month's end."""
    if month.following > month.occasion.day and not month.goes_on:
        raise MonthNotOver(month.first.year, month.first.month)
    begun = monthlies.begun_at(tx)
    if begun is None or begun >= month.occasion.begins(month.following):
        raise MonthBeforeUs(month.first.year, month.first.month)
    return begun


def _read(tx: Tx, month: _Month) -> _Read:
    span, now, stock_days = (month.since, month.until), month.occasion.now, month.occasion.programme.monthly.stock_days
    return _Read(
        times=month_facts.answer_times(tx, *span, month.end),
        helped=month.parts.helped(tx),
        moved=month.parts.moved(tx),
        scarce=month_facts.scarce(tx, *span, now, stock_days) if month.recent else None,
        wishes=month_facts.wishes(tx, now) if month.recent else None,
    )


def _figures(tx: Tx, month: _Month, read: _Read) -> Figures:
    known = [time for time in read.times if time is not None]
    came, stayed = month.parts.stayed(tx)
    within_s = month.occasion.programme.reviews.within_hours * HOUR_S
    due, in_time = month_facts.reviewed(tx, month.since, month.until, within_s)
    figures = Figures(
        asked=len(read.times),
        replied=len(known),
        in_a_day=sum(time <= DAY_S for time in known),
        first_answer_s=median(known),
        helpers=read.helped.helpers,
        helps=read.helped.helps,
        top_helps=read.helped.top_helps,
        carriers=read.helped.carriers,
        came=came,
        stayed=stayed,
        works_due=due,
        in_time=in_time,
        **_standing(tx, month),
        issued=sum(read.moved.paid.values()),
        redeemed=read.moved.spent,
        outstanding=None,
        scarce=None,
        wishes=None,
        sought=None,
    )
    return _at_its_end(tx, month, read, figures)


def _at_its_end(tx: Tx, month: _Month, read: _Read, figures: Figures) -> Figures:
    """With what can't be counted any more once it is long over: as it is now, or as the team was told it."""
    if read.scarce is None or read.wishes is None:
        kept = monthlies.kept(tx, month.name)
        told = {name: getattr(kept, name) for name in ("outstanding", "scarce", "wishes", "sought")} if kept else {}
        return replace(figures, **told)
    return replace(
        figures,
        outstanding=month.parts.outstanding(tx),
        scarce=len(read.scarce),
        wishes=sum(one.people for one in read.wishes),
        sought=sought.times(tx, month.first, month.following),
    )


def _standing(tx: Tx, month: _Month) -> dict[str, int]:
    """How many stand on each stage at the month's end, as the pipeline counts them."""
    counts = counted(stage_spells.spells(tx, month.since, month.until), month.since, month.until)
    return {f"on_{one.stage.value}": one.standing for one in counts}


def _names(tx: Tx, people: tuple[int, ...]) -> tuple[str, ...]:
    """Whoever was forgotten has none."""
    return tuple(members.get(tx, member).name for member in people)


def _paid(moved: Moved) -> tuple[Paid, ...]:
    ranked = sorted(moved.paid.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Paid(rule, points) for rule, points in ranked[:SHOWN])


def _to_do(tx: Tx, month: _Month, read: _Read) -> ToDo:
    waiting = month_facts.unanswered(tx, month.since, month.until, SHOWN)
    missing = sought.most(tx, month.first, month.following, SHOWN)
    return ToDo(
        tuple(replace(one, text=snippet(one.text, TEXT_SHOWN)) for one in waiting),
        tuple((read.scarce or [])[:SHOWN]),
        tuple((read.wishes or [])[:SHOWN]),
        tuple(Sought(words, times) for words, times in missing),
    )
