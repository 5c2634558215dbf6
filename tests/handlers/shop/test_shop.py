"""The shop, as members walk through it."""

from rules.shop.reward import RewardKind
from rules.values import replace
from tests.shopping import KEYRING, balance, pay, put_up, tell
from tests.stage import Stage


def test_in_a_group_the_shop_is_a_link_to_the_private_chat(stage: Stage) -> None:
    stage.lin.say(stage.group, "商城")
    stage.play()
    [whisper] = stage.whispers(stage.lin)
    assert "私聊" in whisper.text
    assert "?start=shop" in str(whisper.buttons)
    assert stage.said(stage.group) == []


def test_the_page_says_what_one_can_afford_and_how_much_is_missing(stage: Stage) -> None:
    pay(stage, stage.lin, 100)
    put_up(stage)
    put_up(stage, replace(KEYRING, title="洗车券", price=220))
    tell(stage, stage.lin, "商城")
    stage.play()
    page = stage.last(stage.lin)
    assert "可用 100 分" in page.text
    assert "还差 120 分" in page.text
    assert page.text.index("限量钥匙扣") < page.text.index("洗车券"), "the cheapest first"
    stage.press(stage.lin, page, "进阶好礼")
    assert "备货" in stage.last(stage.lin).text
    assert len(stage.said(stage.lin)) == 1, "pages are turned in place"


def test_many_rewards_are_paged(stage: Stage) -> None:
    for nth in range(7):
        put_up(stage, replace(KEYRING, title=f"礼品{nth}", price=10 + nth))
    tell(stage, stage.lin, "/shop")
    stage.play()
    page = stage.last(stage.lin)
    stage.press(stage.lin, page, "下一页 ›")
    assert "礼品6" in page.text
    assert "礼品0" not in page.text


def test_redeeming_takes_three_presses_and_asks_for_the_address(stage: Stage) -> None:
    lin = pay(stage, stage.lin, 100)
    put_up(stage)
    tell(stage, stage.lin, "商城")
    stage.play()
    page = stage.last(stage.lin)
    stage.press(stage.lin, page, "限量钥匙扣 · 80 分")
    stage.press(stage.lin, page, "兑换 · 80 分")
    assert "还有 20 分可用" in page.text
    assert "还剩 20 分" in stage.press(stage.lin, page, "确认兑换")
    assert "待处理" in page.text
    assert balance(stage, lin).held == 80
    assert "地址" in stage.last(stage.lin).text
    assert "林晓" in stage.last(stage.staff).text


def test_a_reward_with_a_picture_is_shown_with_it_and_confirmed_under_it(stage: Stage) -> None:
    photo = stage.lin.send(stage.world.private(stage.lin), photo=b"a picture")
    stage.play()
    assert photo.media
    pay(stage, stage.lin, 100)
    put_up(stage, replace(KEYRING, picture=photo.media.file.file_id))
    tell(stage, stage.lin, "商城")
    stage.play()
    page = stage.last(stage.lin)
    stage.press(stage.lin, page, "限量钥匙扣 · 80 分")
    card = stage.last(stage.lin)
    assert card.media
    stage.press(stage.lin, card, "返回商城")
    assert card.deleted
    stage.press(stage.lin, page, "限量钥匙扣 · 80 分")
    card = stage.last(stage.lin)
    stage.press(stage.lin, card, "兑换 · 80 分")
    stage.press(stage.lin, card, "确认兑换")
    assert "待处理" in card.text
    stage.press(stage.lin, card, "取消兑换")
    stage.press(stage.lin, card, "确认取消")
    assert "已取消" in card.text, "the receipt under a picture is brought up to date as well"


def test_a_code_is_delivered_at_once_with_a_button_to_copy_it(stage: Stage) -> None:
    pay(stage, stage.lin, 100)
    put_up(stage, replace(KEYRING, title="洗车券", kind=RewardKind.CODE), given=("XT-0001",))
    tell(stage, stage.lin, "商城")
    stage.play()
    page = stage.last(stage.lin)
    for label in ("洗车券 · 80 分", "兑换 · 80 分"):
        stage.press(stage.lin, page, label)
    stage.press(stage.lin, page, "确认兑换")
    told = stage.last(stage.lin)
    assert "XT-0001" in told.text
    assert "copy_text" in str([[button.wire for button in row] for row in told.buttons])
    assert stage.said(stage.staff) == []
    stage.advance(60)
    stage.advance(11 * 86_400)
    assert "已收到" in page.text
    assert "copy_text" in str([[button.wire for button in row] for row in page.buttons]), "never lost"


def test_a_price_changed_meanwhile_is_told_and_nothing_is_taken(stage: Stage) -> None:
    from actions.shop import reward
    from tests.shopping import act

    lin, keyring = pay(stage, stage.lin, 100), put_up(stage)
    tell(stage, stage.lin, "商城")
    stage.play()
    page = stage.last(stage.lin)
    for label in ("限量钥匙扣 · 80 分", "兑换 · 80 分"):
        stage.press(stage.lin, page, label)
    act(stage, reward.edit, keyring.id, replace(KEYRING, price=90), 1, stage.member(stage.owner))
    stage.press(stage.lin, page, "确认兑换")
    told = stage.last(stage.lin)
    assert "原来 80 分，现在 90 分" in told.text
    assert balance(stage, lin).held == 0
    stage.press(stage.lin, told, "再看一眼")
    assert "90 分" in told.text


def test_who_is_suspended_reads_until_when_and_is_offered_nothing_to_press(stage: Stage) -> None:
    pay(stage, stage.lin, 100)
    put_up(stage)
    put_up(stage, replace(KEYRING, title="贴纸"), stock=0)
    stage.mo.say(stage.group, "/suspend @lin 1天 互相刷分")
    stage.play()
    card = stage.whispers(stage.mo)[-1]
    for label in ("友善待人", "暂停 1 天"):
        stage.press(stage.mo, card, label)
    tell(stage, stage.lin, "商城")
    stage.play()
    page = stage.last(stage.lin)
    assert "积分暂停着，11月17日 09:00 恢复" in page.text
    assert "现在就能兑" not in page.text
    for label in ("限量钥匙扣 · 80 分", "贴纸 · 80 分"):
        stage.press(stage.lin, page, label)
        assert "11月17日 09:00 恢复" in page.text
        assert [button.text for row in page.buttons for button in row] == ["返回商城"]
        stage.press(stage.lin, page, "返回商城")
    tell(stage, stage.lin, "/me")
    stage.play()
    assert "积分暂停着，11月17日 09:00 恢复" in stage.last(stage.lin).text
