"""Where only words are kept, a link that hides behind some of them is written out; where their looks are, it stays."""

from sandbox.text.entities import Entity
from tests.handlers.daily.asking import ask
from tests.handlers.works.desk import STANDARD
from tests.stage import Stage

URL = "https://brand.cn/howto"
SHOWN = f"教程（{URL}）"


def link(text: str) -> list[Entity]:
    """The word 教程 leads somewhere."""
    command = [Entity("bot_command", 0, len(text.split(maxsplit=1)[0]))] if text.startswith("/") else []
    return [*command, Entity("text_link", text.index("教程"), 2, url=URL)]


def test_in_a_challenge(stage: Stage) -> None:
    text = f"/newchallenge {STANDARD}\n照着教程做"
    stage.mo.say(stage.world.private(stage.mo), text, entities=link(text))
    stage.play()
    assert SHOWN in stage.last(stage.mo).text


def test_in_words_to_the_staff(stage: Stage) -> None:
    private = stage.world.private(stage.lin)
    stage.lin.say(private, "/contact")
    stage.play()
    stage.lin.say(private, "教程打不开", entities=link("教程打不开"))
    stage.play()
    told = stage.last(stage.staff)
    assert "教程打不开" in told.text
    assert [one.url for one in told.entities if one.type == "text_link"] == [URL]


def test_in_an_answer_that_is_kept(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    text = "照着教程重新配对一次就好"
    stage.zhou.say(stage.group, text, reply_to=question, entities=link(text))
    stage.play()
    kept = stage.do(lambda tx: tx.value("SELECT text FROM answer"))
    assert kept == f"照着{SHOWN}重新配对一次就好"


def test_that_a_form_keeps_no_bold_words_is_said(stage: Stage) -> None:
    form = STANDARD.replace("转场练习", "转场大练习")
    at = len(f"/newchallenge {form}".partition("转场")[0])
    bold = [Entity("bot_command", 0, 13), Entity("bold", at, 2)]
    stage.mo.say(stage.world.private(stage.mo), f"/newchallenge {form}", entities=bold)
    stage.play()
    said, preview = stage.said(stage.mo)[-2:]
    assert "样式没有保留" in said and "转场大练习" in preview
