"""What does not fit on one page of a list stands on the next: the first order, the last in line, the oldest reward."""

from rules.shop.reward import RewardKind
from rules.values import replace
from sandbox.world.messages import Message
from tests.handlers.shop.test_code_orders import WASH, bought, labels
from tests.shopping import KEYRING, pay, put_up, tell
from tests.stage import Stage

LATER, EARLIER = "下一页 ›", "‹ 上一页"
DRIVE = replace(KEYRING, title="试驾邀请", kind=RewardKind.PRIVILEGE, per_member=0)


def _listed(stage: Stage, word: str) -> Message:
    """What Lin reads in private."""
    tell(stage, stage.lin, word)
    stage.play()
    return stage.last(stage.lin)


def _desk(stage: Stage, word: str) -> Message:
    """What the staff group reads."""
    stage.mo.say(stage.staff, word)
    stage.play()
    return stage.last(stage.staff)


def test_the_code_of_an_order_of_long_ago_is_still_found_in_orders(stage: Stage) -> None:
    put_up(stage, WASH, stock=0, given=tuple(f"XT-{n:04}" for n in range(1, 10)))
    bought(stage, 9)
    page = _listed(stage, "/orders")
    assert "第 1 页，共 2 页" in page.text
    assert "#1　" not in page.text
    stage.press(stage.lin, page, LATER)
    assert "#1　洗车券" in page.text
    assert "第 2 页，共 2 页" in page.text
    stage.press(stage.lin, page, "#1 洗车券")
    assert "兑换码还在下面" in page.text or "兑换码在下面" in page.text


def test_a_list_of_one_page_says_nothing_of_pages(stage: Stage) -> None:
    put_up(stage, WASH, stock=0, given=("XT-0001",))
    bought(stage, 1)
    page = _listed(stage, "/orders")
    assert "页" not in page.text
    assert not {LATER, EARLIER} & set(labels(page))


def test_the_desk_shows_the_sixteenth_open_order_as_well(stage: Stage) -> None:
    put_up(stage, DRIVE, stock=16)
    pay(stage, stage.lin, 2_000)
    for _ in range(16):
        page = _listed(stage, "商城")
        for label in ("试驾邀请 · 80 分", "兑换 · 80 分", "确认兑换"):
            stage.press(stage.lin, page, label)
        stage.advance(60)
    desk = _desk(stage, "/orderdesk")
    assert "#15　" in desk.text
    assert "#16　" not in desk.text
    stage.press(stage.mo, desk, LATER)
    assert "#16　试驾邀请" in desk.text
    assert "#1　" not in desk.text
    stage.press(stage.mo, desk, EARLIER)
    stage.press(stage.mo, desk, "这一页没人接的都归我")
    assert desk.text.count("在办") == 14
    assert desk.text.count("还没人接") == 1, "the one that was on the next page"


def test_rewards_of_long_ago_have_their_numbers_on_the_next_page(stage: Stage) -> None:
    for n in range(31):
        put_up(stage, replace(KEYRING, title=f"礼品 {n}"))
    shelf = _desk(stage, "/rewards")
    assert "#1　" not in shelf.text
    stage.press(stage.mo, shelf, LATER)
    assert "#1　礼品 0" in shelf.text
