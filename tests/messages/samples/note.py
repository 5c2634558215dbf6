"""What the one message of a day, and the choice of how much one hears, speak about."""

from actions.note import Day
from handlers.operations.quiet import QuietInForce

TEXTS = (
    "🎉 你已经是“资深玩家”了！",
    '🙋 你的提问还开着：<a href="https://t.me/c/1/2">Q12</a> 天窗漏水怎么办 &lt;急&gt;\n<i>已有 2 条回复。</i>',
)

SAMPLES: dict[str, object] = {
    "note/day": Day("林晓", TEXTS, 2),
    "quiet/levels": QuietInForce("news"),
}
