"""A featured message whose points are taken back, or given again: it leaves the list, or stands there again."""

from actions.daily.feature import RULE, file
from actions.daily.feature import withdraw as leave
from actions.ledger.reversals import Unwinding, quietly
from rules.daily.feature import Feature, FeaturedMeanwhile
from rules.daily.share import FILES, TELLING, words_mark
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also
from rules.occasion import Occasion
from storage import members
from storage.daily import features
from storage.engine.tx import Tx


def withdraw(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """It is featured no more."""
    known = features.of_entry(tx, entry.id)
    if known is None or known.taken_back_at is not None:
        return ()
    leave(tx, known, occasion.now)
    return (Also(Aftermath.UNFEATURED, members.get(tx, known.member).name, number=known.id),)


def reinstate(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """It is featured again; where it has been meanwhile, for nothing, that was what it is paid for. Raises FeaturedMeanwhile."""
    known = features.of_entry(tx, entry.id) or _unpaid(tx, entry)
    if known is None:
        return ()
    if known.entry is None:
        features.pay(tx, known.id, entry.amount, entry.id)
    if known.taken_back_at is None:
        return ()
    if (of := _same(tx, known)) is not None:
        raise FeaturedMeanwhile(members.get(tx, of).name)
    features.take_back(tx, known.id, None)
    file(tx, known)
    return (Also(Aftermath.FEATURED_AGAIN, members.get(tx, known.member).name, number=known.id),)


def _unpaid(tx: Tx, entry: Entry) -> Feature | None:
    """What the entry had paid, featured anew since and for nothing: of one who is suspended, or has to agree anew."""
    known = features.get(tx, int(entry.subject)) if entry.subject.isdecimal() else None
    return known if known is not None and known.entry is None else None


def _same(tx: Tx, known: Feature) -> int | None:
    """Of whom the same content is featured, in place of what was taken back."""
    marks = {file.unique for file in features.files(tx, known.id) if file.kind in FILES}
    if marks:
        return next((member for mark in marks for member in features.by_files(tx, mark)), None)
    if len(known.text) < TELLING:
        return None
    mark = words_mark(known.text)
    return next((member for member, text in features.words(tx) if words_mark(text) == mark), None)


UNWINDING = {RULE: Unwinding(take=quietly(withdraw), restore=quietly(reinstate))}
