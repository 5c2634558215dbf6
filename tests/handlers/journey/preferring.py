"""What stories of preference votes have in common: a form, its pictures, the cards, and who chooses what."""

from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.honour.announcing import plain
from tests.handlers.journey.counselling import DAY_S, pressed, says
from tests.handlers.works.desk import labels
from tests.stage import Stage

FORM = (
    "标题：冬季脚垫\n说明：三款脚垫，想听听大家的。\n方面：\n好看\n实用\n谁来选：顾问委员会\n记名：记名\n"
    "设计：\n夜幕蓝\n晨雾白\n松针绿\n截止：3天"
)
PICTURES = (b"blue", b"white", b"green")
ROUND_S = 3 * DAY_S + 60


def sends(stage: Stage, *pictures: bytes) -> None:
    """The owner sends an album in private."""
    stage.owner.album(stage.world.private(stage.owner), list(pictures))
    stage.play()


def previewed(stage: Stage, form: str = FORM, pictures: tuple[bytes, ...] = PICTURES) -> Message:
    """The form and its pictures have come, and are looked at."""
    says(stage, stage.owner, f"/newpreference {form}")
    sends(stage, *pictures)
    pressed(stage, stage.owner, "看看预览")
    return stage.last(stage.owner)


def published(stage: Stage, form: str = FORM, pictures: tuple[bytes, ...] = PICTURES) -> None:
    """It is before the core group."""
    previewed(stage, form, pictures)
    pressed(stage, stage.owner, "发到核心群")


def cards(stage: Stage, core: Chat) -> list[Message]:
    """The cards of the round that is open."""
    return [message for message in stage.messages(core) if any("1 " in label for label in labels(message))]


def chooses(stage: Stage, core: Chat, person: Person, *numbers: int) -> str:
    """They choose those designs, criterion by criterion; what the last toast says."""
    said = ""
    for card, number in zip(cards(stage, core), numbers, strict=False):
        said = stage.press(person, card, next(label for label in labels(card) if label.startswith(f"{number} ")))
    return said


def last(stage: Stage, chat: Chat) -> str:
    """What is said last there."""
    return plain(stage.last(chat).text)


def desk(stage: Stage) -> Message:
    """The newest card of it before the team."""
    return [one for one in stage.messages(stage.staff) if one.text.startswith("🎨") or "停掉“" in one.text][-1]
