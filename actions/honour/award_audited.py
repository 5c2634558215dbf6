"""Whether every award was decided as awards are: by a person, for whom the vote allowed; and whether votes were one each."""

from actions.honour.badge_settled import STANDING
from actions.honour.ceremony import open_to
from actions.ledger.audit_books import Books
from rules.ballot import counted
from rules.honour.award import RoundState
from rules.programme.programme import Programme
from storage import ballots
from storage.engine.tx import Tx
from storage.honour import awards, honours


def _awards(tx: Tx, books: Books, programme: Programme) -> None:
    """A person gave it, which stands in the log; nobody is honoured by a round that has honoured nobody, nor against its vote."""
    for one in honours.given(tx):
        found = awards.get(tx, one.round)
        books.differ("award", one.honour, "round", RoundState.GIVEN.value, found.state.value)
        books.differ("award", one.honour, "decided by a person", True, one.logged)
        if found.ballot is not None:
            books.differ("award", one.honour, "goes with the vote", True, one.member in open_to(tx, found))


def _badges(tx: Tx, books: Books, programme: Programme) -> None:
    """With an honour its badge has come; with the last one that stands for it, it has gone."""
    for one in honours.with_badges(tx):
        if one.stands:
            books.differ("award", one.honour, "badge that goes with it", True, one.state is not None)
        else:
            left = one.brought and one.state in STANDING
            books.differ("award", one.honour, "badge that went with it", False, left)


def _votes(tx: Tx, books: Books, programme: Programme) -> None:
    """One elector has one vote, of the choices there are; what was counted is what was cast, while that is kept."""
    for one in ballots.everything(tx):
        books.differ("vote", one.ballot, "votes of one elector", min(one.electors, 1), one.most)
        if one.counts and one.cast:
            expected = {count.choice: count.votes for count in counted(one.choices, one.cast)}
            books.differ("vote", one.ballot, "counted", expected, one.counts)


AUDIT = (_awards, _badges, _votes)
