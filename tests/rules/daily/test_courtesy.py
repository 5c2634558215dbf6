"""What thanks and what only begins like it, as people in a group of car owners write."""

import pytest

from bot.flow.router import Router, spoken
from handlers import routes
from handlers.call import Message, Person
from handlers.routes import Command

ROUTER = Router([one for one in routes() if isinstance(one, Command) and one.name == "thanks"], {})

THANKS = """
谢谢
谢谢！
谢谢～～
谢谢啦
谢谢了啊
谢谢谢谢
谢谢🙏
谢谢，不用拆轮胎就修好了
谢谢，不要太专业
感谢！不了解的终于弄懂了
thanks, now it works
谢谢👍🏻已经弄好了
谢谢[抱拳]
谢谢(´▽`)
谢谢^_^
谢谢。修好了
谢谢，照着做了一遍，果然不跳了
谢谢 插枪预热这个我真不知道
谢谢
谢谢你
谢谢您嘞
谢谢你的图
谢谢你们帮我推车
谢谢大家的建议
谢谢各位
谢谢大佬
谢谢大佬指路
谢谢老师
谢谢何老师，绑带拧一圈真的不响了
谢谢罗师傅
谢谢哥
谢谢默哥，定时唤醒设好了
谢谢可可姐，我今晚就走一遍
谢谢周叔！
谢谢兄弟
谢谢楼主整理
谢谢建国一直盯着
谢谢周建国的回复
谢谢@zhoujianguo
谢谢 @周建国 讲得真清楚
谢谢分享
谢谢提醒！差点忘了年检
谢谢解答~
谢谢科普👍
谢谢这么详细的讲解
谢谢帮我看行车记录
谢谢告诉我
谢谢“热车”那一段
感谢
感谢！！！
感谢分享
感谢这句话，我也是每天坐满十分钟才上楼
感谢鹏哥，下限 30% 设好了
感谢您的耐心
感谢大哥特地跑一趟
多谢
多谢 胶条上硅脂这招记下了
多谢老铁
谢啦兄弟
谢了哥
非常感谢
非常感谢您的指点
太感谢了！省了我一百块
十分感谢
+1
+1，这招管用
+1 👍
thx
THX!
Thx 大佬
thanks
Thanks!!
thanks a lot
Thanks, that did it
thanks so much
Thanks for the photo
thanks man
thanks jianguo
thanks it works now
Thanks 🙏
thank you
Thank you very much
thank you so much, really helpful
thank you for waiting with me
thank you @zhoujianguo
thanks again - the noise is gone
"""

TALK = """
感谢信在哪领
感谢信
感谢卡什么时候发
感谢券怎么用
感谢函是给车主的吗
感谢费给谁
感谢会几点开始
感谢祭有什么活动
感谢日是哪天
感谢礼包能寄到哈尔滨吗
感谢状谁写的
感谢墙上有我吗
感谢名单里没有我
感谢分享会在几楼
感谢支持率是多少
感谢GT版什么时候上
感谢词怎么写
感谢两个字怎么变成积分的
感谢的话算分吗
感谢有礼活动还有吗
感谢一下会加分吗
感谢次数用完了？
感谢？
感谢还是采纳？
感谢/采纳有什么区别
谢谢？
谢谢惠顾
谢谢惠顾是没中奖吗
谢谢参与是什么意思
谢谢合作
谢谢这个词
谢谢两个字要说几次
谢谢也能加分？
谢谢和采纳哪个分多
谢谢了解一下新车
谢谢要回复谁
谢谢”怎么算分
谢谢=4分？
多谢款待
多谢几次行不行
谢了几次了
谢啦啦队在哪
太感谢信在哪
+10086
+1s
+1000 公里了
+1我也想要
thxgiving
thanksgiving plans?
thanks?
thanks to the rain I am stuck
thanks for nothing
thanks but no
thanks page is broken
thank you page is broken
thank you letter where?
thank you card
thank youtube
thanks count today
thanks in no small part to the dealer
thanks points do not show up
不谢谢
说声谢谢
不用谢谢
要说谢谢吗
怎么感谢
no thanks
谢谢，不用了
谢谢 不需要
谢谢不用啦，我自己来
感谢，先不用了
谢谢啦，不了
谢谢，算了吧
多谢，不必了。
thanks, no need
thanks but no thanks
Thanks, no thank you!
"""


def said(text: str) -> bool:
    """Whether that text, as a reply to 周建国, thanks him."""
    reply_to = Message(1, author=Person(7, "周建国 Jianguo", "zhoujianguo"))
    return ROUTER._word(text, reply_to) is not None


@pytest.mark.parametrize("text", THANKS.strip().split("\n"))
def test_it_thanks(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize("text", TALK.strip().split("\n"))
def test_it_only_looks_like_thanks(text: str) -> None:
    assert not said(text)


def test_a_new_line_parts_thanks_from_the_reason() -> None:
    assert said("谢谢\n就是这个图")


@pytest.mark.parametrize("text", ["谢谢建国一直盯着", "thanks jianguo"])
def test_a_name_counts_for_its_bearer_alone(text: str) -> None:
    other = Message(1, author=Person(8, "白鹿"))
    assert ROUTER._word(text, other) is None


def test_words_are_compared_in_one_width_and_case() -> None:
    assert spoken("ＴＨＸ！") == "thx"
