"""What was found, as it is told."""

from actions.daily.knowledge import Found, FoundPage
from rules.daily.support import Made
from rules.pages import Page
from storage.daily.knowledge import Official
from storage.works.quiz_materials import NoteQuiz
from tests.messages.samples.moments import at

UNTIL = at(30, 23, 59)

LINES = (
    Found(
        0,
        "蓝牙钥匙固件 2.3",
        "长按 10 秒就能重新配对",
        "https://example.com/ota",
        official=Official(3, "https://example.com/ota", "2.3", UNTIL),
    ),
    Found(0, "冬季胎压", "冷车打到 2.6", None, official=Official(4, "", "", UNTIL), quizzes=(NoteQuiz(3, "冬季用车"),)),
    Found(9, "钥匙换手机怎么弄", "长按 5 秒再配对", None, correction="2.3 起长按 10 秒"),
    Found(7, "蓝牙钥匙连不上手机", "先忽略这把钥匙，再重新配对", "https://t.me/c/1234567890/90"),
    Found(3, "钥匙没电了怎么开门", "", None),
    Found(0, "胎压在车机里重置，<不用跑店>", "蓝牙钥匙连不上手机", "https://t.me/c/1234567890/91"),
    Found(
        0,
        "外放电接灯串",
        "",
        None,
        Made("周<b>舟", "林晓", "莫莫", "借一台运动相机", "https://t.me/c/1234567890/120"),
    ),
)

SAMPLES: dict[str, object] = {"knowledge/found": FoundPage("钥匙", LINES, Page(1, 3, 12, 0))}
MORE: dict[str, object] = {"knowledge/found · one page": FoundPage("钥匙", LINES[3:4], Page(1, 1, 1, 0))}
