"""The pool of a reward's codes: shown before they are taken in, listed, and withdrawn while nobody has them."""

from msgspec import Struct

from actions.shop.reward import get
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member
from rules.shop.code import CodesRead, ImportGone, NoCodes, NothingUnused
from rules.shop.reward import Reward, RewardKind
from storage import audits
from storage.engine.tx import Tx
from storage.shop import codes, rewards
from storage.shop.codes import Unused

A_PAGE = 10


class CodesShown(Struct, frozen=True):
    """A batch before it is taken in: how many are new, the first and the last of what was sent, and what is left out.

    `unlikely` of them do not look like codes, such as `example`; `mangled` no longer are any, such as `broken`;
    `known` the reward has already, `elsewhere` another one has.
    """

    batch: int
    title: str
    new: int
    first: str
    last: str
    known: int
    doubles: int
    headings: int
    beside: str
    refused: int
    unlikely: int
    example: str
    mangled: int = 0
    broken: str = ""
    elsewhere: int = 0


class CodesTaken(Struct, frozen=True):
    """So many codes were taken in; what is in stock now."""

    reward: int
    batch: int
    title: str
    added: int
    stock: int


class CodesWithdrawn(Struct, frozen=True):
    """So many codes were withdrawn; what is in stock now."""

    title: str
    withdrawn: int
    stock: int


class UnusedCodes(Struct, frozen=True):
    """One page of the codes that nobody has."""

    reward: int
    title: str
    codes: tuple[Unused, ...]
    page: Page


def coded(tx: Tx, reward_id: int) -> Reward:
    """The reward with that number, which hands out codes. Raises NoSuchReward, NoCodes."""
    reward = get(tx, reward_id)
    if reward.terms.kind is not RewardKind.CODE:
        raise NoCodes(reward.id, reward.terms.kind)
    return reward


def show(tx: Tx, reward_id: int, given: CodesRead, staff: Member, occasion: Occasion) -> CodesShown:
    """Keep what was sent as a batch that waits to be taken in, in place of an earlier one. Raises NoSuchReward, NoCodes."""
    reward = coded(tx, reward_id)
    batch = codes.begin(tx, reward_id, staff.id, occasion.now)
    put = codes.put(tx, reward_id, batch, given.codes)
    elsewhere = codes.leave_elsewhere(tx, batch)
    first, last = (given.codes[0], given.codes[-1]) if given.codes else ("", "")
    return CodesShown(
        batch=batch,
        title=reward.terms.title,
        new=put - elsewhere,
        first=first,
        last=last,
        known=len(given.codes) - put,
        doubles=given.doubles,
        headings=given.headings,
        beside=given.beside,
        refused=given.refused,
        unlikely=len(given.unlikely),
        example=given.unlikely[0] if given.unlikely else "",
        mangled=given.mangled,
        broken=given.broken,
        elsewhere=elsewhere,
    )


def take_in(tx: Tx, reward_id: int, batch: int, staff: Member, occasion: Occasion) -> CodesTaken:
    """Yes, these are codes. Raises NoCodes, ImportGone."""
    coded(tx, reward_id)
    added = codes.take_in(tx, batch)
    if added is None:
        raise ImportGone
    rewards.restock(tx, reward_id, added, occasion.programme.shop.low_stock)
    audits.record(tx, occasion.now, staff.id, "reward.codes", reward=reward_id, added=added)
    reward = get(tx, reward_id)
    return CodesTaken(reward_id, batch, reward.terms.title, added, reward.stock)


def drop(tx: Tx, batch: int) -> None:
    """No, they are not. Raises ImportGone."""
    if not codes.drop(tx, batch):
        raise ImportGone


def unused(tx: Tx, reward_id: int, page: int) -> UnusedCodes:
    """That page of the codes that nobody has. Raises NoSuchReward, NoCodes."""
    reward = coded(tx, reward_id)
    here = page_of(page, codes.free(tx, reward_id), A_PAGE)
    return UnusedCodes(reward_id, reward.terms.title, tuple(codes.unused(tx, reward_id, A_PAGE, here.before)), here)


def withdraw(
    tx: Tx, reward_id: int, staff: Member, occasion: Occasion, *, code: int | None = None, batch: int | None = None
) -> CodesWithdrawn:
    """One code, those of one batch, or all of them, as far as nobody has them. Raises NoCodes, NothingUnused."""
    coded(tx, reward_id)
    withdrawn = codes.withdraw(tx, reward_id, code, batch)
    if not withdrawn:
        raise NothingUnused
    rewards.restock(tx, reward_id, -withdrawn, occasion.programme.shop.low_stock)
    audits.record(tx, occasion.now, staff.id, "reward.codes_withdrawn", reward=reward_id, withdrawn=withdrawn)
    reward = get(tx, reward_id)
    return CodesWithdrawn(reward.terms.title, withdrawn, reward.stock)
