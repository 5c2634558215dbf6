"""The card: what others see of a member, and what stays hidden."""

from rules.honour.card import CardPart
from tests.handlers.daily.test_feature import featured, found
from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.honour.coring import core_of
from tests.handlers.honour.mentoring import entrusted
from tests.handlers.honour.test_me import pay
from tests.handlers.journey.counselling import seated
from tests.handlers.works.desk import STANDARD, handed_in, hung, published, reviewed
from tests.stage import Stage


def own(stage: Stage, words: str = "/card") -> str:
    """Lin's card, as Lin reads it."""
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    return stage.last(stage.lin).text


def others(stage: Stage) -> str:
    """Lin's card, as He reads it."""
    stage.he.say(stage.world.private(stage.he), "/card @lin")
    stage.play()
    return stage.last(stage.he).text


def helped_by_lin(stage: Stage) -> None:
    stage.zhou.say(stage.group, "谢谢 那张线路图太有用了", reply_to=stage.lin.say(stage.group, "线路图在这里"))
    stage.play()


def test_a_card_shows_title_and_deeds(stage: Stage) -> None:
    pay(stage, stage.lin, 300)
    helped_by_lin(stage)
    text = own(stage)
    assert "资深玩家" in text and "帮过 1 位车友" in text and "进群" in text


def test_what_is_hidden_is_seen_by_nobody_until_it_is_shown_again(stage: Stage) -> None:
    helped_by_lin(stage)
    own(stage)
    stage.press(stage.lin, stage.last(stage.lin), "✓ 帮过多少人")
    stage.he.say(stage.world.private(stage.he), "/card @lin")
    stage.play()
    assert "帮过" not in stage.last(stage.he).text
    assert not stage.last(stage.he).buttons
    assert "帮过 1 位车友" in own(stage, "/card 显示 帮过多少人")
    assert "这几部分" in own(stage, "/card 隐藏 月亮")


def test_a_part_that_there_is_not_is_answered_with_all_that_there_are(stage: Stage) -> None:
    own(stage)
    parts = [button.text.removeprefix("✓ ") for row in stage.last(stage.lin).buttons[:-1] for button in row]
    told = own(stage, "/card 隐藏 月亮")
    assert len(parts) == len(CardPart) and all(part in told for part in parts), (parts, told)


def test_one_line_about_oneself_is_taken_whole_or_not_at_all(stage: Stage) -> None:
    own(stage)
    stage.press(stage.lin, stage.last(stage.lin), "写一句介绍")
    assert "80" in stage.last(stage.lin).text
    assert "81" in own(stage, "长" * 81)
    assert "喜欢走没走过的路 <b>" in own(stage, "喜欢走没走过的路 <b>")
    stage.he.say(stage.group, "/card", reply_to=stage.lin.say(stage.group, "早"))
    stage.play()
    assert "喜欢走没走过的路" in stage.whispers(stage.he)[-1].text


def test_who_wants_to_be_shown_nowhere_shows_no_card(stage: Stage) -> None:
    helped_by_lin(stage)
    own(stage, "/hideme")
    stage.he.say(stage.world.private(stage.he), "/card @lin")
    stage.play()
    assert "没有公开" in stage.last(stage.he).text and "帮过" not in stage.last(stage.he).text


def test_the_line_is_changed_or_taken_off_and_staff_take_off_an_advertisement(stage: Stage) -> None:
    own(stage)
    stage.press(stage.lin, stage.last(stage.lin), "写一句介绍")
    own(stage, "加微信 abc123 买保险")
    card = stage.last(stage.lin)
    assert card.button("改介绍")
    stage.mo.say(stage.world.private(stage.mo), "/card @lin")
    stage.play()
    theirs = stage.last(stage.mo)
    stage.press(stage.mo, theirs, "拿掉介绍")
    assert "abc123" not in theirs.text
    assert "版主拿掉了" in stage.last(stage.lin).text
    stage.mo.say(stage.world.private(stage.mo), "/log @lin")
    stage.play()
    assert "拿掉名片上的介绍" in stage.last(stage.mo).text
    stage.press(stage.lin, card, "改介绍")
    own(stage, "喜欢走没走过的路")
    card = stage.last(stage.lin)
    stage.press(stage.lin, card, "拿掉介绍")
    assert "喜欢走" not in card.text


def test_members_are_not_sent_to_a_command_of_the_staff(stage: Stage) -> None:
    assert "/members" not in own(stage, "/card 没这个人") and "看看名字" in own(stage, "/card 没这个人")
    stage.mo.say(stage.world.private(stage.mo), "/card 没这个人")
    stage.play()
    assert "/members" in stage.last(stage.mo).text


def test_staff_stand_beside_the_levels_on_their_card_as_well(stage: Stage) -> None:
    for person, role in ((stage.owner, "主理人"), (stage.mo, "版主")):
        stage.lin.say(stage.world.private(stage.lin), f"/card @{person.username}")
        stage.play()
        head = stage.last(stage.lin).text.splitlines()[0]
        assert head.endswith(f"· {role}"), head


def test_featured_discoveries_and_shares_stand_beside_works_and_are_hidden_with_them(stage: Stage) -> None:
    share = stage.lin.send(stage.group, photo=b"car", caption="#晒车 洗完第一天")
    stage.play()
    for message in (found(stage), share):
        featured(stage, message)
    text = own(stage)
    assert "精选分享：洗完第一天" in text and "精选发现：昨晚试了试，外放电接灯串" in text
    assert len([one for one in stage.last(stage.lin).entities if one.type == "text_link"]) == 2
    stage.press(stage.lin, stage.last(stage.lin), "✓ 精选")
    stage.he.say(stage.world.private(stage.he), "/card @lin")
    stage.play()
    assert "精选" not in stage.last(stage.he).text


def test_what_was_featured_in_the_core_group_is_shown_to_those_who_are_in_it(stage: Stage) -> None:
    core = core_of(stage, stage.lin, stage.zhou, stage.mo)
    said = stage.lin.say(core, "试驾时发现新车的座椅能放平")
    stage.play()
    stage.mo.say(core, "/feature 以前没人提过", reply_to=said)
    stage.play()
    for person, seen in ((stage.zhou, True), (stage.he, False)):
        person.say(stage.world.private(person), "/card @lin")
        stage.play()
        assert ("座椅能放平" in stage.last(person).text) == seen


def test_what_is_featured_no_more_goes_from_the_card(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    assert "精选发现" in own(stage)
    stage.mo.say(stage.group, "/unfeature 和上周那条重复", reply_to=message)
    stage.play()
    assert "精选发现" not in own(stage)


def test_a_work_whose_featuring_was_taken_back_goes_from_the_card(stage: Stage) -> None:
    hung(stage)
    assert "精选：转场练习" in own(stage)
    undo(stage, newest(stage, stage.lin, "featured").id)
    assert "精选：" not in own(stage)


def test_an_office_that_is_hidden_is_neither_told_nor_what_they_are_called(stage: Stage) -> None:
    stage.lin.say(stage.group, "在")
    stage.owner.say(stage.world.private(stage.owner), "/topicmod @lin 充电")
    seated(stage, stage.lin)
    text = own(stage)
    assert "“充电”的荣誉版主" in text and "🏛 顾问委员" in text and "进群" in text
    for part in ("照看的话题", "顾问委员", "进群的日子"):
        stage.press(stage.lin, stage.last(stage.lin), f"✓ {part}")
    stage.he.say(stage.world.private(stage.he), "/card @lin")
    stage.play()
    shown = stage.last(stage.he).text
    assert "荣誉版主" not in shown and "顾问委员" not in shown and "进群" not in shown
    assert "“充电”的荣誉版主" in own(stage, "/card 显示 照看的话题")


def test_whoever_hides_whom_they_accompany_is_not_called_a_mentor_either(stage: Stage) -> None:
    entrusted(stage, stage.lin)
    assert "林晓\u2069 · 导师" in own(stage)
    stage.press(stage.lin, stage.last(stage.lin), "✓ 带过谁")
    assert "导师" not in others(stage)
    assert "林晓\u2069 · 导师" in own(stage, "/card 显示 带过谁")


def test_two_works_of_one_challenge_are_told_apart_and_one_alone_needs_no_more(stage: Stage) -> None:
    published(stage, f"{STANDARD}\n每人次数：2")
    handed_in(stage, stage.lin, 1, b"one", "雾里的桥")
    reviewed(stage, "通过并精选", "开头抓人")
    assert "精选：转场练习" in own(stage) and "雾里的桥" not in own(stage)
    stage.advance(86_400)
    handed_in(stage, stage.lin, 1, b"two", "桥上的雾")
    reviewed(stage, "通过并精选", "开头抓人")
    lines = [line for line in own(stage).splitlines() if "精选：" in line]
    assert [line.partition("转场练习")[2] for line in lines] == ["（11月17日，桥上的雾）", "（11月16日，雾里的桥）"]


def test_the_card_of_one_who_is_hidden_does_not_say_that_others_see_it(stage: Stage) -> None:
    own(stage, "/hideme")
    hidden = own(stage)
    assert "只有你自己看得到" in hidden and "别人发" not in hidden
    own(stage, "/showme")
    assert "别人发 /card 看到的就是这张" in own(stage)
