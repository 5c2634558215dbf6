"""What stories about quizzes have in common: a quiz with a bank, and people who take it well or badly."""

from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.honour.announcing import plain
from tests.stage import Stage

FORM = "标题：冬季用车\n出几题：3\n答对几题及格：2\n积分：30\n几次机会：2\n几天内：7\n发证书：是"
HEAD = "题目,选项A,选项B,选项C,答案,解析"
DAY_S = 86_400


def table(count: int) -> str:
    """So many questions; the right option of each is called so."""
    return "\n".join((HEAD, *(f"第 {n} 问,对的{n},错的{n},不对{n},A,因为{n}" for n in range(count))))


def say(stage: Stage, person: Person, words: str) -> Message:
    """Said in private; what is answered."""
    person.say(stage.world.private(person), words)
    stage.play()
    return stage.last(person)


def prepared(stage: Stage, form: str = FORM, questions: int = 5) -> Message:
    """The card of a quiz that is not published yet, with a bank."""
    card = say(stage, stage.mo, f"/newquiz\n{form}")
    stage.press(stage.mo, card, "加题")
    shown = say(stage, stage.mo, table(questions))
    stage.press(stage.mo, shown, f"入库 {questions} 题")
    stage.press(stage.mo, shown, "看这份问答")
    return shown


def published(stage: Stage, form: str = FORM, questions: int = 5) -> None:
    """A quiz that members may take."""
    card = prepared(stage, form, questions)
    stage.press(stage.mo, card, "发布…")
    stage.press(stage.mo, stage.last(stage.mo), "发布")


def begun(stage: Stage, person: Person, number: int = 1) -> Message:
    """The first question, or the one where they were."""
    shown = say(stage, person, f"/start quiz-{number}")
    label = next(one.text for row in shown.buttons for one in row if one.text.startswith(("开始", "接着")))
    stage.press(person, shown, label)
    return stage.last(person)


def labels(message: Message) -> list[str]:
    """What stands on the buttons."""
    return [one.text for row in message.buttons for one in row]


def choose(stage: Stage, person: Person, right: bool) -> Message:
    """Answer the question that stands last; what is said next."""
    asked = stage.last(person)
    label = next(one for one in labels(asked) if one.startswith("对的") is right)
    stage.press(person, asked, label)
    return stage.last(person)


def taken(stage: Stage, person: Person, right: int, of: int = 3) -> str:
    """A try with so many right answers; how it ended."""
    begun(stage, person)
    for n in range(of):
        choose(stage, person, n < right)
    return plain(stage.last(person).text)
