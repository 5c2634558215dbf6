"""The card by which staff decide about steps of trust, and what the member hears."""

from actions.works.trust import Trusted, known_before
from actions.works.trust_proposal import TrustCard, TrustProposed
from handlers.effects import DAY_S, Button, Edit, Keyboard, Note, Post
from rules.note import Matter
from rules.works.trust_proposal import ProposalState
from storage.engine.tx import Tx

WAITS_S = 370 * DAY_S


def told(tx: Tx, done: Trusted) -> Note:
    """They read it in the evening, in one piece with what changed earlier that day."""
    before = known_before(tx, done)
    return Note(done.member, Matter.ACCOUNT, f"trust:{before.value}", "trust/told", done)


def edited(card: TrustCard) -> Edit:
    """The card says how things stand."""
    return Edit(template(card), card, buttons=buttons(card), keep=f"trust:{card.card}")


def posted(desk: int, card: TrustCard) -> Post:
    """The card is put before the staff."""
    return Post(desk, template(card), card, buttons=buttons(card), keep=f"trust:{card.card}")


def template(card: TrustCard) -> str:
    """One with its evidence, or a list."""
    return "trust/card" if len(card.proposals) == 1 else "trust/list"


def buttons(card: TrustCard) -> Keyboard:
    """A list keeps its places: each in its own, then all and one after the other."""
    waiting = sum(one.state is ProposalState.WAITING for one in card.proposals)
    if not waiting:
        return ()
    if len(card.proposals) == 1:
        return (_choices(card, card.proposals[0]),)
    lines = [_line(card, one) for one in card.proposals]
    return (*(lines[n : n + 2] for n in range(0, len(lines), 2)), _whole(card, several=waiting > 1))


def _whole(card: TrustCard, *, several: bool) -> tuple[Button, ...]:
    """All in one press, where there are several; or one after the other."""
    data = {"card": card.card}
    every = (_button("trust/all", "trust.confirm_all", data),) if several else ()
    return (*every, _button("trust/deal", "trust.deal", data))


def _choices(card: TrustCard, one: TrustProposed) -> tuple[Button, ...]:
    data = {"card": card.card, "proposal": one.proposal}
    if one.rises:
        return (_button("trust/confirm", "trust.confirm", data, one), _button("trust/decline", "trust.decline", data))
    return (_button("trust/lower", "trust.confirm", data, one), _button("trust/keep", "trust.keep", data))


def _line(card: TrustCard, one: TrustProposed) -> Button:
    data = {"card": card.card, "proposal": one.proposal}
    if one.state is ProposalState.WAITING:
        return _button("trust/one", "trust.confirm", data, one)
    return _button("trust/one_settled", "trust.settled", data, one)


def _button(label: str, action: str, data: dict[str, int], one: TrustProposed | None = None) -> Button:
    return Button(label, action, data, one, anyone=True, once=False, lasts_s=WAITS_S)
