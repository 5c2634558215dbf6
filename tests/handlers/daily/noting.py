"""Short words for stories about product notes."""

from sandbox.world.messages import Message
from tests.handlers.daily.asking import solved, told
from tests.stage import Stage

TITLE = "蓝牙钥匙固件 2.3"
FORM = f"""标题：{TITLE}
内容：升级到 2.3 以后，长按 10 秒就能重新配对，不用忽略设备。
链接：example.com/ota
有效期至：90天
版本：2.3
主题词：蓝牙钥匙"""
HOUR_S = 3600


def drafted(stage: Stage, form: str = FORM) -> Message:
    """The moderator fills the form in; the preview."""
    stage.mo.say(stage.world.private(stage.mo), "/newnote")
    stage.play()
    stage.mo.say(stage.world.private(stage.mo), form)
    stage.play()
    return stage.last(stage.mo)


def published(stage: Stage, form: str = FORM) -> Message:
    """A product note is out; what the moderator reads."""
    preview = drafted(stage, form)
    stage.press(stage.mo, preview, "✅ 发布")
    return preview


def knows(stage: Stage) -> Message:
    """zhou has three answers about the key accepted, the first one of them is this."""
    first = solved(stage, stage.lin, stage.zhou)
    solved(stage, stage.he, stage.zhou, "蓝牙钥匙换手机怎么弄", "长按 5 秒再配对")
    solved(stage, stage.mo, stage.zhou, "蓝牙钥匙能给家人用吗", "升到 V2.1 就能分享")
    return first


def found(stage: Stage, words: str = "蓝牙钥匙") -> str:
    """What `he` finds."""
    stage.he.say(stage.group, f"/find {words}")
    stage.play()
    return told(stage, stage.he)
