"""Words of the brand reach each reader in their language: titles, layers, reasons, clauses, the brand's name."""

import re

from actions.operations import setup
from messages.renderer import Speech
from messages.stored import recalled, stored
from rules.programme.covenant import Clause, Covenant
from rules.programme.levels import Levels
from rules.programme.programme import Programme
from rules.programme.wording import Wording
from sandbox.world.people import Person
from storage import members
from tests.handlers.honour.test_me import QUARTER_HOUR, pay
from tests.handlers.honour.test_value_letter import helped, month_passes
from tests.shopping import pay as pay_for_shop
from tests.shopping import put_up, tell
from tests.stage import Stage

CHINESE = re.compile("[\u4e00-\u9fff]")
NAMES = ("林晓", "周舟", "星途车友会")


def chinese(text: str) -> list[str]:
    """What of a message is Chinese, names of people and groups apart."""
    for name in NAMES:
        text = text.replace(name, "")
    return CHINESE.findall(text)


def abroad(stage: Stage, *people: Person) -> None:
    """The group speaks English, and so do these people."""
    owner, occasion, group = stage.member(stage.owner), stage.occasion(), stage.community()
    stage.do(lambda tx: setup.set_locale(tx, owner, group.id, "en", occasion))
    for person in people:
        person.language_code, person._wire = "en", None
        stage.do(
            lambda tx, one=person: members.remember(tx, one.id, one.name, one.username, "en", occasion.now, speaks=True)
        )


def test_in_an_english_group_titles_are_english_in_public_and_in_private(stage: Stage) -> None:
    abroad(stage, stage.lin)
    pay(stage, stage.lin, 61, "good help")
    stage.advance(QUARTER_HOUR)
    [news] = [text for text in stage.said(stage.group) if "new level" in text]
    assert "Newcomer → Regular" in news
    assert not chinese(news)
    stage.evening()
    assert "Regular" in stage.last(stage.lin).text
    for words in ("/levels", "/me"):
        tell(stage, stage.lin, words)
        stage.play()
        assert "Regular" in stage.last(stage.lin).text
        assert not chinese(stage.last(stage.lin).text), stage.last(stage.lin).text


def test_who_reads_chinese_reads_the_same_titles_in_chinese(stage: Stage) -> None:
    abroad(stage, stage.lin)
    for person in (stage.lin, stage.zhou):
        pay(stage, person, 61)
    stage.advance(QUARTER_HOUR)
    stage.evening()
    assert "活跃车友" in stage.last(stage.zhou).text
    assert "Regular" in stage.last(stage.lin).text


def test_the_card_says_a_title_once_and_the_letter_names_badges_in_the_readers_language(stage: Stage) -> None:
    abroad(stage, stage.lin, stage.zhou)
    helped(stage)
    tell(stage, stage.mo, "/badge @zhou 特别致谢 夜里帮人拖车")
    stage.play()
    tell(stage, stage.zhou, "/card")
    stage.play()
    assert stage.last(stage.zhou).text.splitlines()[0].count("Newcomer") == 1
    month_passes(stage)
    stage.press(stage.zhou, stage.last(stage.zhou), "Read it")
    letter = stage.last(stage.zhou).text
    assert "Special thanks" in letter and "特别致谢" not in letter


def test_the_shop_shows_its_layers_and_levels_in_the_readers_language(stage: Stage) -> None:
    abroad(stage, stage.lin)
    put_up(stage)
    tell(stage, stage.lin, "/shop")
    stage.play()
    labels = str([[button.wire for button in row] for row in stage.last(stage.lin).buttons])
    assert "Starter Gifts" in labels
    assert "入门好礼" not in labels


def test_the_reason_for_which_an_order_goes_back_is_pressed_in_one_language_and_read_in_another(stage: Stage) -> None:
    abroad(stage, stage.lin)
    pay_for_shop(stage, stage.lin, 100)
    put_up(stage)
    tell(stage, stage.lin, "/shop")
    stage.play()
    page = stage.last(stage.lin)
    for label in ("限量钥匙扣 · 80 points", "Redeem for 80", "Yes, redeem"):
        stage.press(stage.lin, page, label)
    stage.press(stage.mo, stage.last(stage.staff), "退回")
    stage.press(stage.mo, stage.last(stage.mo), "暂时缺货")
    assert "out of stock" in stage.last(stage.lin).text
    assert "暂时缺货" not in stage.last(stage.lin).text


def test_staff_write_levels_and_layers_in_either_language(stage: Stage) -> None:
    form = "标题：周年 T 恤\n分层：Select Rewards\n类型：实物\n价格：200\n库存：30\n等级：Regular"
    tell(stage, stage.owner, f"/newreward {form}")
    stage.play()
    assert "进阶好礼 · 活跃车友起" in stage.last(stage.owner).text


def test_the_covenants_clauses_are_read_in_ones_own_language() -> None:
    clause = Clause(Wording(zh="友善", en="Be kind"), Wording(zh="对事不对人", en="Talk about things, not people"))
    stage = Stage(Programme(covenant=Covenant((clause,))))
    abroad(stage, stage.lin)
    for person, words in ((stage.lin, "Be kind"), (stage.zhou, "友善")):
        tell(stage, person, "/covenant")
        stage.play()
        assert words in stage.last(person).text


def test_the_brands_name_is_that_of_the_language_in_messages_and_in_what_they_include() -> None:
    speech = Speech("Asia/Shanghai", Wording(zh="星途汽车", en="Startrail"))
    sides = [speech.render(locale, "roles/everybody", {"roles": ()}) for locale in ("en", "zh")]
    assert "Startrail" in sides[0]
    assert "星途汽车" in sides[1]


def test_words_that_are_kept_for_later_are_found_for_whoever_reads_them_then() -> None:
    kept = recalled(stored({"steps": Levels(), "name": Wording("星途")}))
    assert [step["title"].spoken("en") for step in kept["steps"]][:2] == ["Newcomer", "Regular"]
    assert kept["name"] == "星途"
