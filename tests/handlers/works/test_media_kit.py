"""A challenge's media kit: put together with the form, handed out on joining, looked for in what is handed in."""

from sandbox.world.people import Person
from storage.works import challenges
from tests.handlers.works.desk import STANDARD, confirmed, labels, published
from tests.stage import Stage

WORDING = "这个冬天，星途带你去看雪。\n后备厢里装得下整个周末。"
KIT = STANDARD.replace("标题", "作品形式：帖子原文\n标题") + f"\n话题：#星途露营\n核对：都要\n文案：{WORDING}"


def copied(stage: Stage, person: Person) -> list[str]:
    """What the buttons of their last message with any copy."""
    last = next(message for message in reversed(stage.messages(stage.world.private(person))) if message.buttons)
    return [button.copies for row in last.buttons for button in row if button.copies]


def published_with_files(stage: Stage, *photos: bytes, form: str = KIT) -> None:
    """A challenge whose files were put to it before it was published."""
    private = stage.world.private(stage.mo)
    stage.mo.say(private, f"/newchallenge {form}")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "放图片、视频、文件")
    for photo in photos:
        stage.mo.send(private, photo=photo)
        stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "就这些")
    stage.press(stage.mo, stage.last(stage.mo), "发布")


def test_the_kit_comes_on_joining_with_buttons_that_copy_and_once_more_by_button(stage: Stage) -> None:
    published_with_files(stage, b"one", b"two")
    assert "官方话题：#星途露营" in stage.last(stage.group).text
    assert WORDING not in stage.last(stage.group).text
    stage.press(stage.lin, stage.last(stage.group), "参加")
    private = stage.world.private(stage.lin)
    shown = [message for message in stage.messages(private) if message.media]
    assert len(shown) == 2
    assert WORDING in stage.last(stage.lin).text
    assert copied(stage, stage.lin) == [WORDING, "#星途露营"]
    stage.lin.say(private, "/challenge 1")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "拿素材")
    assert len([message for message in stage.messages(private) if message.media]) == 4


def test_words_that_no_button_can_copy_are_shown_to_be_tapped(stage: Stage) -> None:
    published(stage, KIT.replace(WORDING, "雪" * 257))
    stage.press(stage.lin, stage.last(stage.group), "参加")
    assert copied(stage, stage.lin) == ["#星途露营"]
    assert "点一下就复制" in stage.last(stage.lin).text


def test_what_a_post_lacks_is_named_and_the_whole_is_taken(stage: Stage) -> None:
    published(stage, KIT)
    private = stage.world.private(stage.lin)
    stage.press(stage.lin, stage.last(stage.group), "参加")
    stage.press(stage.lin, stage.last(stage.lin), "交作品")
    stage.lin.say(private, "这个冬天， 星途带你去看雪！")
    stage.play()
    told = stage.last(stage.lin)
    assert "#星途露营" in told.text
    assert "后备厢里装得下整个周末。" in told.text
    assert "看雪" not in told.text
    assert "拿素材" in labels(told)
    stage.lin.say(private, f"{WORDING} ＃星途露营")
    stage.play()
    assert "收到了" in confirmed(stage, stage.lin).text


def test_in_the_group_it_is_looked_for_as_well(stage: Stage) -> None:
    published(stage, KIT)
    stage.lin.say(stage.group, f"#挑战1 {WORDING}")
    stage.play()
    told = stage.whispers(stage.lin)[-1]
    assert "#星途露营" in told.text
    stage.press(stage.lin, told, "拿素材")
    assert "点“参加”" in stage.whispers(stage.lin)[-1].text


def test_a_link_is_a_link_and_what_stands_behind_it_is_for_the_reviewer(stage: Stage) -> None:
    published(stage, KIT.replace("帖子原文", "链接"))
    private = stage.world.private(stage.lin)
    stage.lin.say(private, "/submit 1")
    stage.play()
    stage.lin.say(private, "发好了")
    stage.play()
    assert "要交链接" in stage.last(stage.lin).text
    stage.lin.say(private, "发好了：https://weibo.example/123")
    stage.play()
    confirmed(stage, stage.lin)
    card = stage.last(stage.staff)
    assert "对照原帖" in card.text
    assert "#星途露营" in card.text


def test_a_change_of_files_is_told_to_those_who_take_part(stage: Stage) -> None:
    published_with_files(stage, b"one")
    stage.press(stage.lin, stage.last(stage.group), "参加")
    private = stage.world.private(stage.mo)
    stage.mo.say(private, "/editchallenge 1")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "放图片、视频、文件")
    assert "现在有 1 个" in stage.last(stage.mo).text
    stage.mo.send(private, photo=b"three")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "就这些")
    assert "素材：2 个文件" in stage.last(stage.mo).text
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    assert "素材换了" in stage.last(stage.mo).text
    stage.lin.say(stage.world.private(stage.lin), "/challenge 1")
    stage.play()
    before = len(stage.messages(stage.world.private(stage.lin)))
    stage.press(stage.lin, stage.last(stage.lin), "拿素材")
    shown = stage.messages(stage.world.private(stage.lin))[before:]
    assert len([message for message in shown if message.media]) == 2


def test_a_form_that_looks_for_what_it_does_not_give_is_not_taken(stage: Stage) -> None:
    stage.mo.say(stage.world.private(stage.mo), f"/newchallenge {STANDARD}\n核对：都要")
    stage.play()
    told = stage.last(stage.mo).text
    assert "“话题”还没有填" in told
    assert "“文案”还没有填" in told
    stage.mo.say(stage.world.private(stage.mo), "话题：两 个")
    stage.play()
    assert "#星途露营" in stage.last(stage.mo).text
    assert stage.do(lambda tx: challenges.get(tx, 1)) is None
