"""What goes with an entry of each rule when its points are taken back, and comes again when that is taken back."""

from collections.abc import Callable
from dataclasses import dataclass

from actions.daily import acceptance_undone as acceptance
from actions.daily import checkin_undone as checkin
from actions.daily import thanks_undone as thanks
from actions.ledger.lineage import latest, original, standing
from actions.ledger.reversals import owner_of
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also, EarnedAgain, GivenBack
from rules.occasion import Occasion
from rules.people import Member
from storage import members
from storage.engine.tx import Tx
from storage.fairness import bonuses
from storage.honour import best_assists
from storage.ledger import ledger

Step = Callable[[Tx, Entry, Occasion, Member], tuple[Also, ...]]


def _nothing(tx: Tx, entry: Entry, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
    return ()


def _quietly(step: Callable[[Tx, Entry, Occasion], tuple[Also, ...]]) -> Step:
    """A step that leaves no name of who took it."""
    return lambda tx, entry, occasion, actor: step(tx, entry, occasion)


def _told(kind: Aftermath) -> Step:
    """A step that changes nothing but has something to say about a submission."""

    def step(tx: Tx, entry: Entry, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
        number = entry.subject
        name = members.get(tx, owner_of(tx, entry)).name
        return (Also(kind, name, number=int(number)),) if number.isdecimal() else ()

    return step


def _award(tx: Tx, entry: Entry, occasion: Occasion, *, back: bool) -> tuple[Also, ...]:
    group, _, week = entry.subject.partition(":")
    member = members.get(tx, owner_of(tx, entry))
    taken_at = None if back else occasion.now
    if not group.isdecimal() or not best_assists.take_back(tx, int(group), week, member.id, taken_at):
        return ()
    return (Also(Aftermath.AWARD_AGAIN if back else Aftermath.AWARD_GONE, member.name, day=week),)


def _bonus(tx: Tx, entry: Entry, occasion: Occasion, *, back: bool) -> tuple[Also, ...]:
    """It leaves the limits of what one person may give in a day, or counts to them again."""
    if entry.subject.isdecimal():
        bonuses.undo(tx, int(entry.subject), None if back else occasion.now)
    return ()


@dataclass(frozen=True, slots=True)
class Unwinding:
    """What a rule's entry takes with it: other entries (`along`), rows of its feature (`take`), limits it had used (`frees`).

    `restore` and `along_again` are for taking a taking back back.
    """

    take: Step = _nothing
    restore: Step = _nothing
    along: Callable[[Tx, Entry], tuple[int, ...]] = lambda tx, entry: ()
    along_again: Callable[[Tx, Entry, Entry], tuple[int, ...]] = lambda tx, entry, reversal: ()
    frees: Callable[[Tx, Entry, Occasion], tuple[GivenBack, ...]] = lambda tx, entry, occasion: ()


_BONUS = Unwinding(
    take=_quietly(lambda tx, entry, occasion: _bonus(tx, entry, occasion, back=False)),
    restore=_quietly(lambda tx, entry, occasion: _bonus(tx, entry, occasion, back=True)),
)

UNWINDINGS: dict[str, Unwinding] = {
    "checkin": Unwinding(
        take=_quietly(checkin.withdraw),
        restore=_quietly(checkin.reinstate),
        along=checkin.milestones,
        along_again=checkin.milestones_again,
    ),
    "checkin_milestone": Unwinding(take=_quietly(checkin.keep_milestone), restore=_quietly(checkin.note_milestone)),
    "answer_accepted": Unwinding(
        take=acceptance.withdraw,
        restore=acceptance.reinstate,
        along=acceptance.shared,
        along_again=acceptance.shared_again,
        frees=acceptance.freed,
    ),
    "question_solved": Unwinding(
        take=acceptance.keep_answer, restore=acceptance.require_answer, along_again=acceptance.shared_again
    ),
    "thanks": Unwinding(take=_quietly(thanks.withdraw), restore=_quietly(thanks.reinstate), frees=thanks.freed),
    "submission": Unwinding(take=_told(Aftermath.VERDICT_STAYS)),
    "featured": Unwinding(take=_told(Aftermath.POST_STAYS)),
    "best_assist": Unwinding(
        take=_quietly(lambda tx, entry, occasion: _award(tx, entry, occasion, back=False)),
        restore=_quietly(lambda tx, entry, occasion: _award(tx, entry, occasion, back=True)),
    ),
    "grant": _BONUS,
    "deduction": _BONUS,
}
PLAIN = Unwinding()


def together(tx: Tx, entries: tuple[int, ...]) -> tuple[int, ...]:
    """These entries with all that goes along with them, each once. Raises NoSuchEntry."""
    whole: dict[int, None] = {}
    for number in entries:
        root, takes = original(tx, number)
        rule = UNWINDINGS.get(root.rule, PLAIN)
        entry = ledger.get(tx, number)
        assert entry is not None, number
        along = rule.along(tx, root) if takes else rule.along_again(tx, root, entry)
        whole.update(dict.fromkeys((number, *(latest(tx, one) for one in along))))
    return tuple(whole)


def require_unpaid(tx: Tx, entry: int) -> None:
    """Raise EarnedAgain when giving again would pay for what has been earned anew since."""
    root, takes = original(tx, entry)
    if not takes and standing(tx, root.key) is not None:
        raise EarnedAgain(entry)


def follow(tx: Tx, entry: int, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
    """Take along what goes with the entry, which has just been taken back, in the rows of its feature."""
    root, takes = original(tx, entry)
    rule = UNWINDINGS.get(root.rule, PLAIN)
    return (rule.take if takes else rule.restore)(tx, root, occasion, actor)


def give_back(tx: Tx, entries: tuple[int, ...], occasion: Occasion) -> tuple[GivenBack, ...]:
    """Pay what limits had refused because of these entries, all of which have been taken back."""
    given: list[GivenBack] = []
    for number in sorted(entries):
        root, takes = original(tx, number)
        if takes:
            given += UNWINDINGS.get(root.rule, PLAIN).frees(tx, root, occasion)
    return tuple(given)
