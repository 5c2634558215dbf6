"""What somebody who is honoured did in the year before it, in words, with links to where it can be seen."""

from actions import showcase
from rules.honour.award import Honour
from rules.honour.card import CardPart
from rules.honour.deed import ANSWERS_LINKED, DEED_S, EACH_SHOWN, WORDS_SHOWN, Deed, DeedKind, Trace
from rules.links import message_link, public_link
from rules.people import Member
from rules.showcase import Exhibited
from rules.snippets import snippet
from storage import groups
from storage.engine.tx import Tx
from storage.honour import cards, deeds

_EXHIBITED = {
    DeedKind.WORK: Exhibited.WORK,
    DeedKind.DISCOVERY: Exhibited.DISCOVERY,
    DeedKind.SHARE: Exhibited.DISCOVERY,
}


def of_honour(tx: Tx, member: Member, honour: Honour, *, outside: bool) -> tuple[Deed, ...]:
    """Their deeds, without what they hide on their card; none of whoever wants to be shown nowhere.

    Who reads it `outside` of the groups is only led to where everybody may read.
    """
    if member.hidden or member.forgotten:
        return ()
    hides, span = cards.hidden(tx, member.id), (honour.given_at - DEED_S, honour.given_at + 1)
    told: list[Deed] = []
    if CardPart.IDEAS not in hides:
        told += [_told(tx, one, outside) for one in deeds.ideas(tx, member.id, *span)[:EACH_SHOWN]]
    if CardPart.WORKS not in hides:
        for kind in (deeds.posts, deeds.works):
            told += [_told(tx, one, outside) for one in kind(tx, member.id, *span)[:EACH_SHOWN]]
    if CardPart.HELPED not in hides:
        told += _answers(tx, deeds.answers(tx, member.id, *span), outside)
    return tuple(told)


def _told(tx: Tx, one: Trace, outside: bool) -> Deed:
    return Deed(one.kind, snippet(one.words, WORDS_SHOWN), one.version, links=_links(tx, [one], outside))


def _answers(tx: Tx, found: list[Trace], outside: bool) -> list[Deed]:
    if not found:
        return []
    return [Deed(DeedKind.ANSWERS, "", many=len(found), links=_links(tx, found, outside)[:ANSWERS_LINKED])]


def _links(tx: Tx, found: list[Trace], outside: bool) -> tuple[str, ...]:
    return tuple(link for one in found if (link := _open_link(tx, one) if outside else _link(tx, one)))


def _link(tx: Tx, one: Trace) -> str | None:
    if one.group is None or one.message is None:
        return None
    return message_link(groups.get(tx, one.group).chat_id, one.message)


def _open_link(tx: Tx, one: Trace) -> str | None:
    """In a channel that is public, else in a group that is."""
    shown = _EXHIBITED.get(one.kind)
    post = showcase.open_to_all(tx, shown, one.number) if shown else None
    if post or one.group is None or one.message is None:
        return post
    return public_link(groups.get(tx, one.group).username, one.message)
