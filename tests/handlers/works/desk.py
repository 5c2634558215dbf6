"""What the stories about challenges have in common."""

from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.stage import Stage

STANDARD = "标题：转场练习\n类型：标准\n赛道：视频\n积分：30\n截止：7天\n步骤：\n拍三个镜头\n剪到 30 秒"
OPEN = "标题：冬天续航\n类型：开放\n资格：基础\n赛道：写作\n积分：80\n截止：7天\n说明：新车主担心冬天续航，怎么讲清楚？"


def published(stage: Stage, form: str = STANDARD) -> int:
    """A challenge that the moderator has just published; its number."""
    stage.mo.say(stage.world.private(stage.mo), f"/newchallenge {form}")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    number: int = stage.do(lambda tx: tx.value("SELECT max(id) FROM challenge"))
    return number


def handed_in(
    stage: Stage, person: Person, number: int, photo: bytes | str = b"work", words: str = "剪了三遍"
) -> Message:
    """A photo that the person hands in in the group."""
    message = person.send(stage.group, photo=photo, caption=f"#挑战{number} {words}")
    stage.play()
    return message


def card(stage: Stage) -> Message:
    """The latest card on the review desk."""
    return next(message for message in reversed(stage.messages(stage.staff)) if message.buttons)


def labels(message: Message) -> list[str]:
    """The labels of its buttons."""
    return [button.text for row in message.buttons for button in row]


def reviewed(stage: Stage, verdict: str, *remarks: str, by: Person | None = None) -> Message:
    """The reviewer claims the latest card, chooses remarks and decides."""
    reviewer = by or stage.rui
    shown = card(stage)
    stage.press(reviewer, shown, "我来看")
    for remark in remarks:
        stage.press(reviewer, shown, remark)
    stage.press(reviewer, shown, verdict)
    if "发布精选" in labels(shown):
        stage.press(reviewer, shown, "发布精选")
    return shown


def confirmed(stage: Stage, person: Person) -> Message:
    """What was sent in private is handed in; the message that previewed it and says so now."""
    preview = stage.last(person)
    stage.press(person, preview, next(label for label in labels(preview) if label.startswith("交上去")))
    return preview


def replaced(stage: Stage, person: Person) -> None:
    """The work that waits is replaced by the one just sent in the group."""
    asked = stage.whispers(person)[-1]
    stage.press(person, asked, next(label for label in labels(asked) if label.startswith("交上去，换掉")))


def hung(stage: Stage) -> Message:
    """The card of a work that stands in the channel."""
    published(stage)
    handed_in(stage, stage.lin, 1)
    return reviewed(stage, "通过并精选", "开头抓人")


def written(stage: Stage, person: Person, shown: Message, label: str, words: str) -> None:
    """A button is pressed and answered in private."""
    stage.press(person, shown, label)
    person.say(stage.world.private(person), words)
    stage.play()
    stage.sends(person)
