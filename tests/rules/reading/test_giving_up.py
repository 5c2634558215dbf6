"""Words that give up what was asked, and words that only begin like them."""

import pytest

from rules.reading.giving_up import gives_up


@pytest.mark.parametrize(
    "words",
    """算了|算了吧|先不弄了|不用了谢谢|不用了，谢谢！|等下再说|等下再说吧|算了，谢谢|不好意思，先不弄了|那就算了|还是算了吧|下次吧
    改天再说|有空再弄|先不填了哈|晚点再说吧，谢谢|不需要了|没事了|没事，算了|不了，谢谢|当我没说|点错了不好意思|唉算了|算了算了
    算了不搞了|我不想弄了|好吧，那算了|先这样吧，算了|取消吧|我再想想，算了|过两天再说|明天再弄|回头再说|算啦|先不报了|等会吧
    先不|不弄了🙏|先不弄了[抱拳]|算了……|等我有空再说|先不取消了|不取消了|等会儿
    no thanks|No, thank you|never mind|Never mind, thanks|maybe later|not right now|changed my mind|forget it|I'll do it later
    let's leave it|cancel|sorry, wrong button|i pressed the wrong button|ok never mind""".replace("\n", "|").split("|"),
)
def test_it_gives_up(words: str) -> None:
    assert gives_up(words)


@pytest.mark.parametrize(
    "words",
    """不用了这个功能就卡|讲师病了，不办了|不想再来了因为太吵|他说算了|算了吧这个人刷屏|发错了地址，应该是星光路|没事就刷屏|下次吧改到周六
    取消掉第三步|先不发广告|等下再说一遍|不要|不行|no|later version is broken|stop sign ahead|谢谢|好的|不用|不要放榜上|明天再来一次
    以后再说脏话就禁言|不发货|别发|退货|没什么特别的|先放着|我再想想|等等""".replace("\n", "|").split("|"),
)
def test_it_says_something_else(words: str) -> None:
    assert not gives_up(words)
