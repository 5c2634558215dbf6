"""What the stories about resources have in common."""

from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.works.desk import written
from tests.stage import Stage

DAY_S = 86_400
FORM = "标题：微单相机\n类型：借用\n数量：1\n借几天：14\n地点：星光路 8 号前台\n说明：带两个镜头，适合拍夜景。"
PURPOSE = "想拍一组雨夜的路口，给新车主看灯光"


def offered(stage: Stage, *changes: str) -> int:
    """A resource that the moderator has just published; its number. `changes` are lines of the form."""
    lines = dict(line.split("：", 1) for line in (*FORM.splitlines(), *changes))
    form = "\n".join(f"{name}：{text}" for name, text in lines.items())
    stage.mo.say(stage.world.private(stage.mo), f"/newresource {form}")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "发布")
    number: int = stage.do(lambda tx: tx.value("SELECT max(id) FROM resource"))
    return number


def detail(stage: Stage, person: Person, number: int = 1) -> Message:
    """The resource as the person sees it in private, opened anew."""
    person.start(f"resource-{number}")
    stage.play()
    return stage.last(person)


def applied(stage: Stage, person: Person, purpose: str = PURPOSE, number: int = 1) -> Message:
    """The person applies; the card in the staff group."""
    written(stage, person, detail(stage, person, number), "申请", purpose)
    return stage.last(stage.staff)


def granted(stage: Stage, card: Message, form: str = "哪天：明天") -> None:
    """The moderator grants it for that day."""
    written(stage, stage.mo, card, "答应", form)


def handed(stage: Stage, person: Person) -> Message:
    """They apply, it is granted and in their hands; the card."""
    card = applied(stage, person)
    granted(stage, card)
    stage.press(person, stage.last(person), "拿到了")
    return card


def state(stage: Stage, person: Person) -> str | None:
    """What became of the person's last application."""
    member = stage.member(person).id
    sql = "SELECT state FROM resource_application WHERE member = :member ORDER BY id DESC LIMIT 1"
    found: str | None = stage.do(lambda tx: tx.value(sql, member=member))
    return found


def taken(stage: Stage, number: int = 1) -> int:
    """How many pieces are taken."""
    found: int = stage.do(lambda tx: tx.value("SELECT taken FROM resource WHERE id = :number", number=number))
    return found
