"""Redeeming: nothing is sold twice, taken twice or lost, whatever happens in between."""

import pytest

from actions.ledger import paying, reversals
from actions.shop import address, code, order, redemption, reward
from actions.shop.redemption import Redeemed, Wish
from rules.ledger.ledger import Balance, NotEnoughPoints
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import NotForYourself, NotStarted
from rules.shop.code import CodesRead
from rules.shop.order import ClaimedByOther, OrderMoved, OrderState
from rules.shop.reward import (
    LevelTooLow,
    MemberLimit,
    NoLongerOnSale,
    NotYetOnSale,
    Reward,
    RewardChanged,
    RewardKind,
    SoldOut,
    Terms,
)
from rules.values import replace
from storage import members
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.shop import addresses, codes, orders
from tests.databases import rows
from tests.shopping import KEYRING, act, balance, pay, pieces, put_up
from tests.stage import Stage


def wish(stage: Stage, who: Member, shown: Reward) -> Wish:
    """What the confirmation that `who` is shown now carries."""
    nth = stage.do(lambda tx: orders.placed(tx, who.id, shown.id))
    return Wish(shown.id, nth, shown.version, shown.terms.price)


def redeem(stage: Stage, who: Member, shown: Reward, confirmed: Wish | None = None) -> Redeemed:
    """Press the button of the confirmation."""
    confirmed = confirmed or wish(stage, who, shown)
    return act(stage, redemption.redeem, who, confirmed)


def ended_by(stage: Stage) -> str:
    """How the last hold on points came to its end."""
    return str(rows(stage.connection, "SELECT phase FROM transfer ORDER BY id DESC LIMIT 1")[0][0])


def test_redeeming_holds_points_and_a_piece_until_it_is_handed_out(stage: Stage) -> None:
    lin, mo, keyring = pay(stage, stage.lin, 100), stage.member(stage.mo), put_up(stage)
    placed = redeem(stage, lin, keyring)
    assert (placed.order.state, placed.free) == (OrderState.PENDING, 20)
    assert balance(stage, lin) == Balance(posted=100, held=80)
    assert pieces(stage, keyring) == (0, 1, 0)
    act(stage, order.claim, placed.order.id, mo)
    sent = act(stage, order.fulfil, placed.order.id, mo, "顺丰 123")
    assert (sent.state, sent.note) == (OrderState.SENT, "顺丰 123")
    assert balance(stage, lin) == Balance(posted=20, held=0)
    assert pieces(stage, keyring) == (0, 0, 1)
    assert stage.member(stage.lin).contribution == 100, "spending costs no contribution"


def test_two_hundred_presses_for_the_last_piece_make_one_order(stage: Stage) -> None:
    keyring = put_up(stage)

    def arrive(tx: Tx, nth: int, occasion: Occasion) -> Member:
        who = members.remember(tx, 900_000 + nth, f"车友{nth}", None, "zh", occasion.now)
        members.set_reachable(tx, who.id, True)
        paying.give(tx, who, "grant", "gift", occasion, points=100)
        return who

    crowd = [act(stage, arrive, nth) for nth in range(200)]
    refused = 0
    for who in crowd:
        try:
            redeem(stage, who, keyring, Wish(keyring.id, 0, keyring.version, 80))
        except SoldOut:
            refused += 1
    assert refused == 199
    assert len(stage.do(lambda tx: orders.waiting(tx, 500))) == 1
    assert pieces(stage, keyring) == (0, 1, 0)
    assert sum(balance(stage, who).held for who in crowd) == 80


def test_pressing_twice_answers_with_the_same_order_and_takes_points_once(stage: Stage) -> None:
    lin, keyring = pay(stage, stage.lin, 500), put_up(stage, replace(KEYRING, per_member=0), stock=5)
    confirmed = wish(stage, lin, keyring)
    first, second = (redeem(stage, lin, keyring, confirmed) for _ in range(2))
    assert (first.order.id, first.again) == (second.order.id, False)
    assert second.again
    assert balance(stage, lin) == Balance(posted=500, held=80)
    assert pieces(stage, keyring) == (4, 1, 0)
    assert redeem(stage, lin, keyring).order.id != first.order.id, "a wish of its own is an order of its own"


def test_a_reward_edited_between_showing_and_confirming_is_not_taken(stage: Stage) -> None:
    lin, owner, keyring = pay(stage, stage.lin, 500), stage.member(stage.owner), put_up(stage)
    confirmed = wish(stage, lin, keyring)
    dearer = replace(KEYRING, price=120)
    act(stage, reward.edit, keyring.id, dearer, 1, owner)
    with pytest.raises(RewardChanged) as told:
        redeem(stage, lin, keyring, confirmed)
    assert (told.value.price_before, told.value.price) == (80, 120)
    assert balance(stage, lin) == Balance(posted=500, held=0)
    assert pieces(stage, keyring) == (1, 0, 0)


@pytest.mark.parametrize(
    ("terms", "refusal"),
    [
        (replace(KEYRING, price=101), NotEnoughPoints),
        (replace(KEYRING, level="advisor"), LevelTooLow),
        (replace(KEYRING, layer="ultimate"), LevelTooLow),
        (replace(KEYRING, opens_at=2_000_000_000), NotYetOnSale),
        (replace(KEYRING, closes_at=1_000_000_000), NoLongerOnSale),
    ],
)
def test_what_stands_in_the_way_takes_nothing(stage: Stage, terms: Terms, refusal: type[Exception]) -> None:
    lin, shown = pay(stage, stage.lin, 100), put_up(stage, terms)
    with pytest.raises(refusal):
        redeem(stage, lin, shown)
    assert balance(stage, lin) == Balance(posted=100, held=0)
    assert pieces(stage, shown) == (1, 0, 0)


def test_one_piece_each_counts_open_and_handed_out_orders_but_not_those_that_went_back(stage: Stage) -> None:
    lin, keyring = pay(stage, stage.lin, 500), put_up(stage, stock=3)
    placed = redeem(stage, lin, keyring)
    with pytest.raises(MemberLimit):
        redeem(stage, lin, keyring)
    act(stage, order.cancel, placed.order.id, lin)
    assert redeem(stage, lin, keyring).order.state is OrderState.PENDING


def test_one_who_never_started_the_bot_loses_nothing(stage: Stage) -> None:
    xin, keyring = pay(stage, stage.xin, 100), put_up(stage)
    with pytest.raises(NotStarted):
        redeem(stage, xin, keyring)
    assert balance(stage, xin) == Balance(posted=100, held=0)


def test_a_cancelled_order_gives_everything_back_and_forgets_the_address(stage: Stage) -> None:
    lin, keyring = pay(stage, stage.lin, 100), put_up(stage)
    placed = redeem(stage, lin, keyring).order
    assert not stage.do(lambda tx: order.card(tx, placed.id)).has_address
    act(stage, address.write, placed.id, lin, "林晓 13800001111 上海")
    assert stage.do(lambda tx: order.card(tx, placed.id)).has_address
    ended = act(stage, order.cancel, placed.id, lin)
    assert ended_by(stage) == "void"
    assert ended.state is OrderState.CANCELLED
    assert balance(stage, lin) == Balance(posted=100, held=0)
    assert pieces(stage, keyring) == (1, 0, 0)
    assert stage.do(lambda tx: addresses.get(tx, placed.id)) is None


def test_what_is_being_prepared_can_not_be_cancelled(stage: Stage) -> None:
    lin, mo, keyring = pay(stage, stage.lin, 100), stage.member(stage.mo), put_up(stage)
    placed = redeem(stage, lin, keyring).order
    act(stage, order.claim, placed.id, mo)
    with pytest.raises(OrderMoved):
        act(stage, order.cancel, placed.id, lin)


def test_a_rejected_order_gives_everything_back_with_the_reason(stage: Stage) -> None:
    lin, mo, keyring = pay(stage, stage.lin, 100), stage.member(stage.mo), put_up(stage)
    placed = redeem(stage, lin, keyring).order
    ended = act(stage, order.reject, placed.id, mo, "暂时缺货")
    assert (ended.state, ended.reason, ended.expired) == (OrderState.RETURNED, "暂时缺货", False)
    assert balance(stage, lin) == Balance(posted=100, held=0)
    with pytest.raises(OrderMoved):
        act(stage, order.reject, placed.id, mo, "再退一次")


def test_an_order_nobody_sees_to_goes_back_after_three_days_when_the_minute_that_was_shown_is_over(
    stage: Stage,
) -> None:
    lin, keyring = pay(stage, stage.lin, 100), put_up(stage)
    stage.clock.advance(30)
    redeem(stage, lin, keyring)
    stage.clock.advance(72 * 3600 + 29)
    assert act(stage, order.expire) == []
    stage.clock.advance(1)
    [ended] = act(stage, order.expire)
    assert (ended.state, ended.expired) == (OrderState.RETURNED, True)
    assert ended_by(stage) == "expire"
    assert balance(stage, lin) == Balance(posted=100, held=0)
    assert pieces(stage, keyring) == (1, 0, 0)
    assert act(stage, order.expire) == []


def test_only_the_one_who_claimed_an_order_hands_it_out_and_nobody_their_own(stage: Stage) -> None:
    lin, mo, owner = pay(stage, stage.lin, 100), pay(stage, stage.mo, 100), stage.member(stage.owner)
    keyring = put_up(stage, stock=2)
    placed, own = redeem(stage, lin, keyring).order, redeem(stage, mo, keyring).order
    act(stage, order.claim, placed.id, mo)
    with pytest.raises(ClaimedByOther):
        act(stage, order.claim, placed.id, owner)
    with pytest.raises(ClaimedByOther):
        act(stage, order.fulfil, placed.id, owner, None)
    with pytest.raises(NotForYourself):
        act(stage, order.claim, own.id, mo)


def test_whoever_claims_an_order_has_the_whole_time_for_it(stage: Stage) -> None:
    placed = redeem(stage, pay(stage, stage.lin, 100), put_up(stage))
    stage.clock.advance(3_600)
    act(stage, order.claim, placed.order.id, stage.member(stage.mo))
    claimed = stage.do(lambda tx: orders.get(tx, placed.order.id))
    assert claimed
    assert claimed.expires_at == stage.occasion().now + stage.programme.orders.expire_hours * 3_600


def test_points_that_the_brand_had_made_up_do_not_come_back_with_an_order(stage: Stage) -> None:
    lin, mo = pay(stage, stage.lin, 100), stage.member(stage.mo)
    placed = redeem(stage, lin, put_up(stage))
    act(stage, order.claim, placed.order.id, mo)
    act(stage, order.fulfil, placed.order.id, mo, None)
    grant = stage.do(lambda tx: ledger.by_key(tx, f"grant:{lin.id}:gift100"))
    assert grant
    act(stage, lambda tx, occasion: reversals.take_back(tx, grant.id, occasion, mo, "记错了", forced=True))
    act(stage, order.take_back, placed.order.id, mo, "寄丢了")
    assert balance(stage, lin) == Balance(posted=0, held=0)


def test_a_code_is_delivered_at_once_and_stays_with_its_order(stage: Stage) -> None:
    lin, zhou = pay(stage, stage.lin, 100), pay(stage, stage.zhou, 100)
    voucher = put_up(stage, replace(KEYRING, kind=RewardKind.CODE), stock=99, given=("XT-001",))
    assert pieces(stage, voucher) == (1, 0, 0), "a reward of codes has as many pieces as codes"
    confirmed = wish(stage, lin, voucher)
    placed = redeem(stage, lin, voucher, confirmed)
    assert (placed.code, placed.order.state) == ("XT-001", OrderState.SENT)
    assert redeem(stage, lin, voucher, confirmed).code == "XT-001", "pressed again, the same code is shown"
    assert balance(stage, lin) == Balance(posted=20, held=0)
    with pytest.raises(SoldOut):
        redeem(stage, zhou, voucher)
    assert stage.do(lambda tx: codes.of_order(tx, placed.order.id)) == "XT-001"


def test_codes_given_twice_count_once(stage: Stage) -> None:
    owner = stage.member(stage.owner)
    voucher = put_up(stage, replace(KEYRING, kind=RewardKind.CODE), given=("A", "B"))
    shown = act(stage, code.show, voucher.id, CodesRead(("B", "C")), owner)
    assert (shown.new, shown.known) == (1, 1)
    assert pieces(stage, voucher) == (2, 0, 0), "nothing counts before it is taken in"
    added = act(stage, code.take_in, voucher.id, shown.batch, owner)
    assert (added.added, added.stock) == (1, 3)
    assert pieces(stage, voucher) == (3, 0, 0)


def test_what_was_sent_counts_as_received_after_a_while(stage: Stage) -> None:
    lin, mo, keyring = pay(stage, stage.lin, 100), stage.member(stage.mo), put_up(stage)
    placed = redeem(stage, lin, keyring).order
    act(stage, order.claim, placed.id, mo)
    act(stage, order.fulfil, placed.id, mo, None)
    assert (
        act(
            stage,
            order.receive_unconfirmed,
        )
        == []
    )
    stage.clock.advance(10 * 86_400)
    [ended] = act(
        stage,
        order.receive_unconfirmed,
    )
    assert ended.state is OrderState.RECEIVED
