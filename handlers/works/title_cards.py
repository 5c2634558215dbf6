"""The card by which staff decide about titles of the tracks, and what the member hears."""

from actions.works.title_proposal import TitleCard, TitleProposed
from actions.works.track_title import TitleChanged
from handlers.effects import DAY_S, Button, Edit, Keyboard, Note, Post
from rules.note import Matter
from rules.works.trust_proposal import ProposalState

WAITS_S = 370 * DAY_S


def told(done: TitleChanged, before: str) -> Note:
    """They read it in the evening, in one piece with what changed earlier that day; `before` is the key they knew."""
    return Note(done.member, Matter.ACCOUNT, f"track_title:{done.track.value}:{before}", "track_title/told", done)


def edited(card: TitleCard) -> Edit:
    """The card says how things stand."""
    return Edit(template(card), card, buttons=buttons(card), keep=f"title:{card.card}")


def posted(desk: int, card: TitleCard) -> Post:
    """The card is put before the staff."""
    return Post(desk, template(card), card, buttons=buttons(card), keep=f"title:{card.card}")


def template(card: TitleCard) -> str:
    """One with its evidence, or a list."""
    return "track_title/card" if len(card.proposals) == 1 else "track_title/list"


def buttons(card: TitleCard) -> Keyboard:
    """A list keeps its places: each in its own, then all and one after the other."""
    waiting = [one for one in card.proposals if one.state is ProposalState.WAITING]
    if not waiting:
        return ()
    if len(card.proposals) == 1:
        return (_choices(card, card.proposals[0]),)
    lines = [_line(card, one) for one in card.proposals]
    several = sum(one.rises for one in waiting) > 1
    return (*(lines[n : n + 2] for n in range(0, len(lines), 2)), _whole(card, several=several))


def _whole(card: TitleCard, *, several: bool) -> tuple[Button, ...]:
    """All in one press, where there are several; or one after the other."""
    data = {"card": card.card}
    every = (_button("all", "title.confirm_all", data),) if several else ()
    return (*every, _button("deal", "title.deal", data))


def _choices(card: TitleCard, one: TitleProposed) -> tuple[Button, ...]:
    data = {"card": card.card, "proposal": one.proposal}
    if one.rises:
        return (_button("confirm", "title.confirm", data, one), _button("decline", "title.decline", data))
    return (_button("take", "title.take", data, one), _button("keep", "title.keep", data))


def _line(card: TitleCard, one: TitleProposed) -> Button:
    """What is to be asked back takes a reason, on a card of its own."""
    data = {"card": card.card, "proposal": one.proposal}
    if one.state is not ProposalState.WAITING:
        return _button("one_settled", "title.settled", data, one)
    return _button("one", "title.confirm", data, one) if one.rises else _button("one_back", "title.take", data, one)


def _button(label: str, action: str, data: dict[str, int], one: TitleProposed | None = None) -> Button:
    return Button(f"track_title/{label}", action, data, one, anyone=True, once=False, lasts_s=WAITS_S)
