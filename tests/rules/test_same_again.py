"""What was made once, to be made again: filled in as it was, every moment left open."""

from rules.reading.form_fields import Field, Form, Shape, Vocabulary
from rules.same_again import same_again

FORM: Form = (
    Field("title", Shape.LINE, required=True),
    Field("starts_at", Shape.MOMENT, required=True),
    Field("closes_at", Shape.MOMENT),
    Field("opens_at", Shape.MOMENT),
    Field("about", Shape.TEXT),
)
ZH = Vocabulary(
    {"title": ("标题",), "starts_at": ("开始",), "closes_at": ("截止",), "opens_at": ("开放",), "about": ("说明",)}
)
EN = Vocabulary({name: (name.replace("_", " ").capitalize(),) for name in ZH.names})


def test_what_has_to_have_a_moment_or_had_one_is_left_open_and_everything_else_stands() -> None:
    made = same_again(FORM, "标题：夜拍\n开始：2026-11-21 20:00\n截止：2026-11-20 20:00\n说明：第一行\n第二行", ZH)
    assert made.opened == ("开始", "截止")
    assert made.text == "开始：\n截止：\n标题：夜拍\n说明：第一行\n第二行"


def test_what_had_no_moment_and_needs_none_is_not_asked_for() -> None:
    made = same_again(FORM, "Title: Night\nStarts at: 2026-11-21 20:00", EN)
    assert made.opened == ("Starts at",)
    assert made.text == "Starts at:\nTitle: Night"


def test_where_nothing_has_a_moment_nothing_is_open() -> None:
    made = same_again((FORM[0], FORM[2]), "标题：相机", ZH, ("粗剪",))
    assert (made.text, made.opened, made.dated) == ("标题：相机", (), ("粗剪",))
