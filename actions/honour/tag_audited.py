"""Whether what Telegram was last told to show beside a name is what is to be shown there, where nobody looks any more."""

from actions.honour.tag import may, title_of, titles_settled
from actions.ledger.audit_books import Books
from rules.honour.tag import wanted
from rules.people import PLAYING, Group
from rules.programme.programme import Programme
from storage import groups, members, tags
from storage.engine.tx import Tx


def _tags(tx: Tx, books: Books, programme: Programme) -> None:
    """What nobody knows, what is to be looked at and what others have set is left to the night."""
    if not titles_settled(tx, programme):
        return
    for group in groups.active(tx):
        if group.part in PLAYING and may(tx, group.id):
            _in(tx, group, books, programme)


def _in(tx: Tx, group: Group, books: Books, programme: Programme) -> None:
    for one in tags.settled_in(tx, group.id):
        title = title_of(tx, members.get(tx, one.member), programme, group.locale)
        tag = wanted(title, one.known, one.ours, off=one.off)
        books.differ("tag", f"{group.id}:{one.member}", "shown", tag, one.known or "")


AUDIT = (_tags,)
