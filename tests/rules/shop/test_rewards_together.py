"""Several rewards in one message, and what of one is as in the one before."""

import pytest

from messages.vocabulary import vocabulary
from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.reading.flaws import Flaw
from rules.reading.forms import Filled
from rules.shop import reward_form, rewards_together
from rules.shop.rewards_together import MOST_TOGETHER, TooManyTogether

PROGRAMME = Programme()
WORDS = reward_form.with_titles(vocabulary("reward", "zh"), PROGRAMME, "zh")
STICKER = "标题：贴纸\n分层：入门好礼\n类型：实物\n积分：30\n库存：40\n每人：2\n说明：第一版。"
RING = "标题：钥匙扣\n积分：60\n库存：20"
WASH = "标题：精洗一次\n分层：进阶好礼\n类型：权益\n积分：120\n库存：10"


def read(text: str) -> tuple[Filled, ...]:
    return rewards_together.read(text, WORDS, Occasion(1_794_790_800, PROGRAMME))


def test_what_one_leaves_out_is_as_in_the_one_before() -> None:
    sticker, ring, wash = read("\n".join((STICKER, RING, WASH)))
    assert (sticker.words("title"), sticker.words("about")) == ("贴纸", "第一版。")
    assert (ring.words("layer"), ring.words("kind"), ring.number("each")) == ("entry", "goods", 2)
    assert ring.words("about") == "", "what is said of one is not said of another"
    assert (wash.words("layer"), wash.words("kind"), wash.number("each")) == (layer(2), "privilege", 2)


def layer(place: int) -> str:
    """The key of the layer at that place."""
    return PROGRAMME.shop.layers[place - 1].key


def test_a_message_with_one_title_is_one_form() -> None:
    assert rewards_together.pieces(STICKER, WORDS, PROGRAMME) == (STICKER,)


def test_price_and_stock_are_never_taken_from_the_one_before() -> None:
    _, second = read(f"{STICKER}\n标题：钥匙扣")
    assert {(one.name, one.flaw) for one in second.mistakes} == {("价格", Flaw.MISSING)}
    assert [one.place for one in rewards_together.flawed(read(f"{STICKER}\n标题：钥匙扣"), WORDS, PROGRAMME)] == [2]
    [_, lacking] = read(f"{STICKER}\n标题：钥匙扣\n价格：3")
    assert [(one.name, one.flaw) for one in lacking.mistakes] == [("库存", Flaw.MISSING)]


def test_lines_below_a_title_correct_that_reward_alone() -> None:
    before = f"{STICKER}\n{RING}"
    after = rewards_together.corrected(before, "标题：钥匙扣\n积分：70", WORDS, PROGRAMME)
    assert after is not None
    sticker, ring = read(after)
    assert (sticker.number("price"), ring.number("price"), ring.number("stock")) == (30, 70, 20)


def test_lines_below_no_title_leave_it_open_which_is_meant() -> None:
    assert rewards_together.corrected(f"{STICKER}\n{RING}", "积分：70", WORDS, PROGRAMME) is None
    assert rewards_together.corrected(f"{STICKER}\n{RING}", WASH, WORDS, PROGRAMME) is None
    assert rewards_together.corrected(RING, f"{STICKER}\n{WASH}", WORDS, PROGRAMME) == f"{STICKER}\n{WASH}"


def test_more_than_fit_into_one_preview_are_refused() -> None:
    assert len(read("\n".join([STICKER] * MOST_TOGETHER))) == MOST_TOGETHER
    with pytest.raises(TooManyTogether):
        read("\n".join([STICKER] * (MOST_TOGETHER + 1)))
