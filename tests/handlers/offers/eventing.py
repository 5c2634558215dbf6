"""What the stories about events have in common."""

from sandbox.world.people import Person
from storage import members
from storage.engine.tx import Tx
from tests.shopping import pay
from tests.stage import Stage

DAY_S = 86_400
FORM = (
    "标题：夜拍工作坊\n类型：工作坊\n形式：线下\n开始：11-21 20:00\n时长：90\n名额：1\n"
    "地点：星光路 8 号 2 楼\n主讲：@he\n说明：带上三脚架，教你拍车流。"
)


def announced(stage: Stage, *changes: str) -> int:
    """An event that the moderator has just published; its number. `changes` are lines of the form."""
    written = dict(line.split("：", 1) for line in (*FORM.splitlines(), *changes))
    form = "\n".join(f"{name}：{text}" for name, text in written.items())
    private = stage.world.private(stage.mo)
    stage.mo.say(private, f"/newevent {form}")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    number: int = stage.do(lambda tx: tx.value("SELECT max(id) FROM event"))
    return number


def standing(stage: Stage, person: Person) -> str | None:
    """How the person stands at the latest event they registered for."""
    member = stage.member(person).id
    sql = "SELECT state FROM event_seat WHERE member = :member ORDER BY id DESC LIMIT 1"
    found: str | None = stage.do(lambda tx: tx.value(sql, member=member))
    return found


def register(stage: Stage, *people: Person) -> list[str]:
    """They press the button under the announcement; what the toasts say."""
    [*_, shown] = [message for message in stage.messages(stage.group) if "看详情" in labels(message)]
    return [stage.press(person, shown, labels(shown)[0]) for person in people]


def cancel(stage: Stage, person: Person) -> None:
    """They give their seat, or their place in line, back in private."""
    person.start("event-1")
    stage.play()
    card = stage.last(person)
    label = next(text for text in labels(card) if text in ("取消报名", "不等了", "让给下一位"))
    stage.press(person, card, label)
    stage.press(person, card, next(text for text in labels(card) if text.startswith("确认")))


def labels(message: object) -> list[str]:
    """The labels of its buttons."""
    return [button.text for row in getattr(message, "buttons", ()) for button in row]


def rich(stage: Stage, *people: Person, points: int = 100) -> None:
    """They have so many points."""
    for person in people:
        pay(stage, person, points)


def remembered(stage: Stage, person: Person) -> None:
    """Somebody new who agreed to the covenant and can be written to."""
    occasion = stage.occasion()

    def work(tx: Tx) -> None:
        who = members.remember(tx, person.id, person.name, None, "zh", occasion.now)
        assert occasion.group
        members.found_in(tx, occasion.group, who.id, occasion.now)
        members.set_reachable(tx, who.id, True)
        members.agree(tx, who.id, occasion.programme.brand.covenant_version, occasion.now)

    stage.do(work)
