"""What the stories about team projects have in common."""

from sandbox.world.people import Person
from storage.engine.tx import Tx
from tests.handlers.works.desk import confirmed, labels
from tests.stage import Stage

FORM = (
    "标题：夏夜长途\n赛道：视频\n奖励：100\n组队截止：11-20 20:00\n截止：11-28 20:00\n角色：\n导演 | 1 | 40% | 写分镜，最后合成\n"
    "拍摄 | 2 | 60% | 各拍一段夜景\n带头：导演\n节点：\n11-24 20:00 | 分镜定稿\n讨论群：https://t.me/+summer\n说明：一条三分钟的夜路。"
)


def project(stage: Stage, form: str = FORM) -> int:
    """A team project that the moderator has just published; its number."""
    stage.mo.say(stage.world.private(stage.mo), f"/newproject {form}")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    number: int = stage.do(lambda tx: tx.value("SELECT max(id) FROM project"))
    return number


def take(stage: Stage, person: Person, role: str) -> str:
    """They press a role under the announcement; what the toast says."""
    [*_, shown] = [message for message in stage.messages(stage.group) if "谁在做什么" in labels(message)]
    found = [label for label in labels(shown) if label.startswith(role)]
    return stage.press(person, shown, found[0] if found else role)


def formed(stage: Stage) -> int:
    """A project whose team is complete: he directs, lin and zhou film."""
    number = project(stage)
    for person, role in ((stage.he, "导演"), (stage.lin, "拍摄"), (stage.zhou, "拍摄")):
        take(stage, person, role)
    return number


def state(stage: Stage, number: int) -> str:
    """Where the project stands."""
    found: str = stage.do(lambda tx: tx.value("SELECT state FROM project WHERE id = :number", number=number))
    return found


def card(stage: Stage, person: Person, number: int) -> str:
    """What `/project` tells them in private."""
    person.say(stage.world.private(person), f"/project {number}")
    stage.play()
    return stage.last(person).text


def hand_in(
    stage: Stage, person: Person, number: int, words: str, button: str = "交我的那份", film: bytes | None = None
) -> int:
    """They hand in their part, or the whole, by the button of the card, in a film or in words; the number of the work."""
    card(stage, person, number)
    stage.press(person, stage.last(person), button)
    if film is None:
        person.say(stage.world.private(person), words)
    else:
        person.send(stage.world.private(person), video=film, caption=words)
    stage.play()
    confirmed(stage, person)
    work: int = stage.do(lambda tx: tx.value("SELECT max(id) FROM submission"))
    return work


def count(tx: Tx) -> int:
    """How many have a role."""
    found: int = tx.value("SELECT count(*) FROM teammate WHERE left_at IS NULL")
    return found
