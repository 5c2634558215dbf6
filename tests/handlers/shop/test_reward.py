"""Rewards, as operators put them on the shelf."""

from rules.money import Money
from rules.programme.programme import Programme
from rules.programme.shop import Shop
from rules.sheets import Cell
from rules.shop.reward import Reward
from sandbox.world.people import Person
from storage.operations import exports
from storage.shop import codes, rewards
from tests.shopping import pay, tell
from tests.stage import Stage

FORM = """标题：周年 T 恤
分层：入门好礼
类型：实物
价格：200
库存：30
等级：活跃车友
截止：11-30
说明：纯棉，五个尺码
发货前会再确认尺码"""


def reward(stage: Stage, number: int) -> Reward:
    """The reward as it stands."""
    found = stage.do(lambda tx: rewards.get(tx, number))
    assert found
    return found


def test_a_form_filled_in_and_sent_back_becomes_a_reward(stage: Stage) -> None:
    tell(stage, stage.owner, "/newreward")
    stage.play()
    assert "分层：入门好礼" in stage.last(stage.owner).text
    tell(stage, stage.owner, FORM)
    stage.play()
    preview = stage.last(stage.owner)
    assert "活跃车友" in preview.text
    stage.press(stage.owner, preview, "上架")
    terms = reward(stage, 1).terms
    assert (terms.title, terms.price, terms.level, reward(stage, 1).stock) == ("周年 T 恤", 200, "active", 30)
    assert "五个尺码\n发货前" in terms.about


def test_mistakes_name_their_line_and_a_correcting_line_is_enough(stage: Stage) -> None:
    tell(stage, stage.owner, "/newreward")
    stage.play()
    tell(stage, stage.owner, FORM.replace("200", "很多").replace("入门好礼", "地下室"))
    stage.play()
    told = stage.last(stage.owner).text
    assert "第 2 行" in told
    assert "入门好礼、进阶好礼、至臻礼遇" in told
    assert "第 4 行" in told
    tell(stage, stage.owner, "价格：150\n分层：入门好礼")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "上架")
    assert reward(stage, 1).terms.price == 150


def test_goods_without_a_stock_are_asked_for_it(stage: Stage) -> None:
    tell(stage, stage.owner, "/newreward")
    stage.play()
    tell(stage, stage.owner, FORM.replace("库存：30\n", ""))
    stage.play()
    assert "“库存”还没有填" in stage.last(stage.owner).text


def test_a_picture_sent_with_the_form_is_shown_in_the_preview_and_kept(stage: Stage) -> None:
    tell(stage, stage.owner, "/newreward")
    stage.play()
    stage.owner.send(stage.world.private(stage.owner), photo=b"a picture", caption=FORM)
    stage.play()
    preview = stage.last(stage.owner)
    assert preview.media
    stage.press(stage.owner, preview, "上架")
    assert reward(stage, 1).terms.picture == preview.media.file.file_id


def test_editing_begins_with_the_reward_as_it_stands_and_puts_it_back_on_the_shelf(stage: Stage) -> None:
    tell(stage, stage.owner, "/newreward " + FORM)
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "上架")
    tell(stage, stage.owner, "/closereward 1")
    stage.play()
    assert reward(stage, 1).closed
    tell(stage, stage.owner, "/editreward 1")
    stage.play()
    assert "2026-11-30 23:59" in stage.last(stage.owner).text
    tell(stage, stage.owner, "价格：180")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "保存修改")
    found = reward(stage, 1)
    assert (found.terms.price, found.stock, found.version, found.closed) == (180, 30, 2, False)
    tell(stage, stage.owner, "/rewards")
    stage.play()
    assert "周年 T 恤" in stage.last(stage.owner).text


def put_up(stage: Stage, form: str) -> None:
    tell(stage, stage.owner, "/newreward " + form)
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "上架")


def buy(stage: Stage, person: Person) -> None:
    """That person looks at the first reward, and redeems it."""
    pay(stage, person, 300)
    tell(stage, person, "商城")
    stage.play()
    page = stage.last(person)
    stage.press(person, page, "周年 T 恤 · 200 分")
    stage.press(person, page, "兑换 · 200 分")
    stage.press(person, page, "确认兑换")


def ordered(stage: Stage) -> list[tuple[Cell, ...]]:
    """What the sheet of orders says each piece cost."""
    day = stage.occasion().day
    rows = stage.do(lambda tx: list(exports.sheet(tx, "orders", stage.programme, day).rows))
    return [row[-2:] for row in rows]


def recost(stage: Stage, cost: str) -> None:
    tell(stage, stage.owner, "/editreward 1")
    stage.play()
    tell(stage, stage.owner, f"成本：{cost}")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "保存修改")


def test_what_a_piece_costs_the_brand_is_kept_to_the_cent_and_can_be_changed(stage: Stage) -> None:
    put_up(stage, FORM + "\n成本：35.5 元")
    assert reward(stage, 1).terms.cost == Money(3550, "CNY")
    tell(stage, stage.owner, "/editreward 1")
    stage.play()
    assert "成本：35.50 CNY" in stage.last(stage.owner).text
    tell(stage, stage.owner, "成本：12 USD")
    stage.play()
    assert "成本 12.00 美元" in stage.last(stage.owner).text
    stage.press(stage.owner, stage.last(stage.owner), "保存修改")
    assert reward(stage, 1).terms.cost == Money(1200, "USD")


def test_a_cost_without_a_currency_is_in_the_brands_own_and_none_is_none(stage: Stage) -> None:
    stage.restart(Programme(shop=Shop(currency="JPY")))
    put_up(stage, FORM + "\n成本：1200")
    put_up(stage, FORM)
    assert (reward(stage, 1).terms.cost, reward(stage, 2).terms.cost) == (Money(1200, "JPY"), None)


def test_a_cost_that_is_no_amount_is_asked_for_again(stage: Stage) -> None:
    tell(stage, stage.owner, "/newreward " + FORM + "\n成本：三十多")
    stage.play()
    assert "“成本”要写金额" in stage.last(stage.owner).text


def test_an_order_keeps_what_its_piece_cost_when_it_was_placed_and_members_never_see_it(stage: Stage) -> None:
    put_up(stage, FORM.replace("等级：活跃车友\n", "") + "\n成本：35.5")
    buy(stage, stage.lin)
    recost(stage, "41")
    buy(stage, stage.zhou)
    assert ordered(stage) == [("35.50", "CNY"), ("41.00", "CNY")]
    seen = [text for person in (stage.lin, stage.zhou) for text in stage.said(person)]
    assert any("周年 T 恤" in text for text in seen)
    assert not [text for text in seen if "成本" in text or "35.5" in text or "CNY" in text or "41" in text]


def test_an_order_from_before_the_cost_was_known_is_reckoned_at_what_is_known_now(stage: Stage) -> None:
    put_up(stage, FORM.replace("等级：活跃车友\n", ""))
    buy(stage, stage.lin)
    assert ordered(stage) == [(None, None)]
    recost(stage, "41")
    assert ordered(stage) == [("41.00", "CNY")]


def test_codes_are_pasted_a_line_each(stage: Stage) -> None:
    tell(stage, stage.owner, "/newreward 标题：洗车券\n分层：入门好礼\n类型：兑换码\n价格：60")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "上架")
    stage.press(stage.owner, stage.last(stage.owner), "导入兑换码")
    tell(stage, stage.owner, "兑换码\nXT-1\nXT-2\n\nXT-2")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "入库 2 个")
    assert stage.do(lambda tx: codes.free(tx, 1)) == reward(stage, 1).stock == 2


def test_members_and_moderators_do_not_fill_the_shelf(stage: Stage) -> None:
    for person, told in ((stage.lin, "这个命令是给团队用的"), (stage.mo, "由主理人或运营来办")):
        tell(stage, person, "/newreward " + FORM)
        stage.play()
        assert told in stage.last(person).text
    assert stage.do(lambda tx: rewards.get(tx, 1)) is None


TOGETHER = f"""{FORM}
标题：星途钥匙扣
价格：60
库存：20
说明：黄铜压铸
标题：热水站的一杯咖啡
类型：兑换码
价格：20"""


def test_several_in_one_message_are_looked_at_together_and_go_on_the_shelf_at_once(stage: Stage) -> None:
    tell(stage, stage.owner, f"/newreward {TOGETHER}")
    stage.play()
    preview = stage.last(stage.owner)
    assert "3 件" in preview.text and preview.text.count("活跃车友起") == 3
    stage.press(stage.owner, preview, "上架")
    assert [reward(stage, n).terms.title for n in (1, 2, 3)] == ["周年 T 恤", "星途钥匙扣", "热水站的一杯咖啡"]
    assert [reward(stage, n).stock for n in (1, 2, 3)] == [30, 20, 0]
    assert "#3“热水站的一杯咖啡”" in stage.last(stage.owner).text
    stage.press(stage.owner, stage.last(stage.owner), "导入码：热水站的一杯咖啡")
    tell(stage, stage.owner, "COFFEE-1")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "入库 1 个")
    assert reward(stage, 3).stock == 1


def test_what_is_wrong_with_one_of_several_is_put_right_below_its_title(stage: Stage) -> None:
    tell(stage, stage.owner, f"/newreward {TOGETHER.replace('库存：20', '库存：很多')}")
    stage.play()
    assert "第 2 件“星途钥匙扣”" in stage.last(stage.owner).text
    tell(stage, stage.owner, "库存：25")
    stage.play()
    assert "是哪一件" in stage.last(stage.owner).text
    tell(stage, stage.owner, "标题：星途钥匙扣\n库存：25")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "再改改")
    tell(stage, stage.owner, "标题：周年 T 恤\n价格：210")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "上架")
    assert (reward(stage, 2).stock, reward(stage, 1).terms.price) == (25, 210)


def test_a_message_of_several_goes_on_the_shelf_once(stage: Stage) -> None:
    tell(stage, stage.owner, f"/newreward {TOGETHER}")
    stage.play()
    preview = stage.last(stage.owner)
    tell(stage, stage.owner, "标题：星途钥匙扣\n价格：65")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "上架")
    stage.press(stage.owner, preview, "上架")
    assert len(list(stage.do(lambda tx: list(rewards.everything(tx))))) == 3
    assert reward(stage, 2).terms.price == 65
