"""What leads to thanks: `好的`, `收到`, `换了保险丝就好了`, `got it`. A request or a refusal does not."""

import re

from rules.typed import any_of

_CLAUSES = re.compile(r"[^\w\s'@?/]+|(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")


_YES = (
    "好 好的 好的呢 好滴 好哒 好嘞 好呀 好啊 好哦 好吧 行 行的 行嘞 中 妥 得嘞"
    " 嗯 嗯呢 嗯嗯 嗯嗯嗯 恩 恩恩 哦 哦哦 噢 噢噢 喔 ok okk 嗯好 嗯好的"
    " 没问题 可以 可以的 对 对的 是的 哈哈 哈哈哈 哇 哇塞 哎呀 天哪 妈呀 那 那就 收到 收到了 收到啦 收到收到 明白"
    " 明白了 了解 了解了 懂了 知道了 晓得了 清楚了 真的 太好了 太棒了 厉害 厉害了 真厉害 牛 太牛了 绝了 赞 大赞 学习"
    " 学习了 学到了 学到 学会了 涨知识了 长知识了 涨姿势了 有用 太有用了 有道理 说得对 原来如此 原来是这样 收藏了"
    " 先收藏 收藏 记下了 记住了 记下来了 码住 马住 mark 先码 先码住 受教了 领教了 救命了 及时雨 太及时了 问题解决了"
    " 解决了 搞定 搞定了 解决 已解决 已搞定 完美 完美解决 成功 成功了 好了 可以了 弄好了 修好了 试过了 同感 辛苦"
    " 辛苦啦 辛苦了 爱了 悟了 难怪 怪不得 get get了 get到了 麻烦了 麻烦你了 麻烦您了 费心了 您费心了 让你费心了 让您费心了"
    " 帮大忙了 太有帮助了 很有帮助 有帮助 好人 好人啊 真是好人 救星 大救星 救命恩人 恩人 好人一生平安 亲测可用 亲测有效 真香"
    " 么么哒 么么 比心 爱你 笔芯 抱拳"
    " 好用 真好用 真的好用 真的可以 真的有用 可行 靠谱 试了 试过了 已收藏 收藏啦 原来这样 哦原来这样 哦原来如此"
)
_DEGREES = "真是 非常 十分 万分 太 特别 真的 真心 衷心 由衷 超级 超 再次 再 很 必须 还是 也 一并 统一 回来 专门 特地"
_TITLES = (
    "大佬 老师 师傅 师父 大神 大哥 大姐 老哥 老铁 哥 姐 哥们 兄弟 姐妹 楼主 楼上 版主 群主 各位 大家 你们 您 你 亲 宝"
    " 老板 前辈 队长 工程师"
)
_RESULTS = (
    "好了 好啦 解决了 解决啦 搞定了 搞定 修好了 弄好了 装好了 设好了 调好了 连上了 能用了 可以了 成功了 正常了 恢复了"
    " 明白了 懂了 清楚了 知道了 学到了 学会了 记下了 记住了 找到了 看到了 有了 亮了 通了 不响了 不跳了 不叫了 不抖了"
    " 不漏了 不报了 没了 管用 有用 好使 有效 真香 就行了 省心了 省了一趟 放心了 踏实了 救了我 涨知识了 长知识了 收到了"
    " 用上了 出来了 回来了 消失了"
)
_ASKING = (
    "请 麻烦 求 能不能 可不可以 能否 吗 怎么 什么 哪 谁 要是 如果 假如 等我 算了 不用 不必 别 没用 不行 没好 还是不"
    " 不好了 帮我 说声 说句 要说 还没"
)
_ENGLISH = (
    r"ok(?:ay)?|got it|perfect|great|awesome|nice|cool|solved|fixed(?: it)?|(?:it )?works?(?: now| great| perfectly)?|it worked"
    r"|that (?:works|worked|helps|helped|did it|fixed it)|makes sense|will do|noted|done|yes|yep|oh|wow|ah|all good(?: now)?"
    r"|good to know|exactly|many|brilliant|excellent|lovely|sorted|love it|super|learned something|and|then|now"
    r"|i (?:just )?tried it|[a-z' ]{0,30}\b(?:works|worked|helped|fixed it|solved it)(?: now)?"
)
_CALL = re.compile(rf"(?:@\w+|\w{{0,3}}(?:{any_of(_TITLES)})(?:们)?)")
_YES_CLAUSE = re.compile(rf"(?:(?:{any_of(_YES)}|{any_of(_DEGREES)})|(?:{_ENGLISH})(?:[\s,]+|\Z))+")
_MOST = 60
_RESULT = re.compile(
    rf"(?!.*(?:{any_of(_ASKING)}))(?:.{{0,30}}(?:{any_of(_RESULTS)})|.{{0,12}}(?:终于|果然|居然|一下子?就).{{1,14}}了|原来.{{1,14}}"
    r"|(?:我|这就|马上|回头|今晚|晚上|明天|周末|回去|到家|下班|等下|一会儿?)*(?:再?去|来|先|就)?(?:试|弄|看|调|换)(?:一?下|试看?|看|着)?)[啦呀啊哈呢]?"
)


def leads(said: str, author: str) -> bool | None:
    """Whether `said`, right before a word of thanks, tells what came of the help; None when it leads elsewhere."""
    if len(said) > _MOST:
        return None
    clauses = [clause.strip(" ,") for clause in _CLAUSES.split(said)]
    result = False
    for clause in filter(None, clauses):
        if _YES_CLAUSE.fullmatch(clause) or _CALL.fullmatch(clause) or _is_called(author, clause):
            continue
        if not _RESULT.fullmatch(clause):
            return None
        result = True
    return result


def _is_called(author: str, clause: str) -> bool:
    return len(clause) > 1 and any(name.endswith(clause) for name in author.split())
