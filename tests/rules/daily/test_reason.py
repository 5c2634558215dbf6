"""What is kept as the reason of a thank, which is quoted in public."""

import pytest

from rules.daily.reason import reason_of


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (', "middle one first" saved my back', '"middle one first" saved my back'),
        ("你，刹车片的照片很清楚！", "刹车片的照片很清楚"),
        ("大灯调得好", "大灯调得好"),
        ("you so much, that fixed it", "that fixed it"),
        ("“原话”很好", "“原话”很好"),
        ("好" * 500, "好" * 120),
        ("你的分享", "你的分享"),
        ("大佬分享", "分享"),
        ("哈尔滨的朋友", "哈尔滨的朋友"),
        ("罗师傅，绑带拧一圈真的不响了", "绑带拧一圈真的不响了"),
        ("，就是这个图，不过在哪买", "就是这个图"),
        ("终于知道怎么弄了", "终于知道怎么弄了"),
        *(
            (words, None)
            for words in ("啦~", "🙏", "", "楼上", "@luoyi", "bro", "谢谢谢谢", "，不过在哪买", "周舟", "各位大佬")
        ),
    ],
)
def test_what_follows_the_thanks_is_kept_as_its_reason(words: str, reason: str | None) -> None:
    assert reason_of(words, "周舟", 120) == reason
