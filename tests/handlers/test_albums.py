"""An album is one message, whatever is done with it and whichever of its pieces is pointed at."""

from sandbox.world.messages import Message
from sandbox.world.posting import post, tell_edited
from sandbox.world.speaking import media_of, send
from tests.handlers.daily.asking import TEXT, accept, answer, ask, points
from tests.handlers.works.desk import STANDARD, card, confirmed, published
from tests.stage import Stage

EIGHT: list[str | bytes] = [f"picture-{n}".encode() for n in range(8)]
THREE = EIGHT[:3]


def answers(stage: Stage) -> list[tuple[int, str]]:
    """Message and words of every answer."""
    return stage.do(lambda tx: [tuple(row) for row in tx.all("SELECT message, text FROM answer ORDER BY message")])


def questions(stage: Stage) -> list[tuple[int, str]]:
    """Message and words of every question."""
    return stage.do(lambda tx: [tuple(row) for row in tx.all("SELECT message, text FROM question ORDER BY id")])


def choices(stage: Stage) -> list[str]:
    """What the asker of the only question may accept, by button."""
    confirmation = stage.messages(stage.group)[0]
    stage.press(stage.lin, confirmation, "✅ 采纳回答")
    return [button.text for row in stage.whispers(stage.lin)[-1].buttons for button in row]


def test_an_answer_of_eight_pictures_is_one_answer_beside_another(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    answer(stage, stage.zhou, question, "先忽略设备，再重新配对")
    album = stage.he.album(stage.group, EIGHT, caption="照着这八张图来", reply_to=question, under=3)
    stage.play()
    assert [message for message, _ in answers(stage)][1:] == [album[0].id]
    assert answers(stage)[1][1] == "照着这八张图来"
    shown = choices(stage)
    assert len(shown) == 2
    assert ("周舟" in shown[0], "何川" in shown[1]) == (True, True)


def test_any_picture_of_an_answer_can_be_accepted_and_taken_back(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    album = stage.he.album(stage.group, THREE, reply_to=question)
    stage.play()
    accept(stage, stage.lin, album[2])
    assert points(stage, stage.he) == 15
    assert album[0].reactions == {stage.world.bot.id: "🏆"}
    stage.lin.say(stage.group, "/unaccept", reply_to=album[1])
    stage.play()
    assert points(stage, stage.he) == 0


def test_a_reply_to_any_picture_of_a_question_is_an_answer(stage: Stage) -> None:
    album = stage.lin.album(stage.group, THREE, caption=f"#提问 {TEXT}", under=1)
    stage.play()
    assert questions(stage) == [(album[0].id, TEXT)]
    answer(stage, stage.zhou, album[2])
    answer(stage, stage.he, album[0])
    assert len(answers(stage)) == 2


def test_a_moderator_makes_a_question_of_an_album_by_any_of_its_pictures(stage: Stage) -> None:
    album = stage.lin.album(stage.group, THREE, caption=TEXT)
    stage.play()
    stage.mo.say(stage.group, "/ask", reply_to=album[2])
    stage.play()
    assert questions(stage) == [(album[0].id, TEXT)]


def test_thanks_for_two_pictures_of_an_album_are_thanks_for_one_message(stage: Stage) -> None:
    album = stage.zhou.album(stage.group, THREE, caption="冬天这样充电")
    stage.play()
    stage.lin.say(stage.group, "谢谢", reply_to=album[1])
    stage.play()
    stage.advance(7_200)
    stage.lin.react(album[2], "🙏")
    stage.play()
    stage.advance(7_200)
    stage.lin.say(stage.group, "谢谢", reply_to=album[0])
    stage.play()
    assert points(stage, stage.zhou) == 4
    assert stage.do(lambda tx: tx.value("SELECT count(DISTINCT message) FROM thanks")) == 1


def test_a_thank_by_reaction_to_a_later_picture_counts_for_its_author(stage: Stage) -> None:
    album = stage.zhou.album(stage.group, THREE)
    stage.play()
    stage.lin.react(album[2], "🙏")
    stage.play()
    assert points(stage, stage.zhou) == 4


def test_what_was_given_for_one_picture_is_taken_back_by_a_reply_to_another(stage: Stage) -> None:
    album = stage.zhou.album(stage.group, THREE)
    stage.play()
    stage.mo.say(stage.group, "/grant 20 拍得清楚", reply_to=album[1])
    stage.play()
    assert points(stage, stage.zhou) == 20
    stage.mo.say(stage.group, "/undo 互刷", reply_to=album[2])
    stage.play()
    assert "周舟" in stage.whispers(stage.mo)[-1].text


def test_an_album_is_one_message_of_talk_also_across_midnight_and_a_restart(stage: Stage) -> None:
    stage.advance(15 * 3600 - 1)
    album = stage.xin.album(stage.group, THREE, reply_to=stage.lin.say(stage.group, "发图看看"))
    held_back = [stage.world.updates._queue.pop() for _ in range(2)]
    stage.play()
    stage.restart(stage.programme)
    stage.advance(3)
    stage.world.updates._queue.extend(reversed(held_back))
    stage.play()
    group, member = stage.community().id, stage.member(stage.xin).id
    said = stage.do(
        lambda tx: tx.all(
            "SELECT messages, replies, pictures FROM talk WHERE chat_group = :g AND member = :m", g=group, m=member
        )
    )
    assert [tuple(row) for row in said] == [(1, 1, 1)]
    stage.lin.react(album[2], "🙏")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT message FROM thanks")) == album[0].id


def test_ten_pictures_in_private_are_one_call(stage: Stage) -> None:
    for _ in range(3):
        stage.lin.album(stage.world.private(stage.lin), EIGHT)
    stage.play()
    assert not any("太快" in text for text in stage.said(stage.lin))
    assert len(stage.said(stage.lin)) == 3


def test_the_tag_of_a_work_may_stand_under_a_later_picture(stage: Stage) -> None:
    published(stage)
    stage.lin.album(stage.group, THREE, caption="#挑战1 三张", under=2)
    stage.play()
    stage.advance(60)
    assert "三张" in card(stage).text
    assert "3 个文件" in card(stage).text


def test_of_an_edited_album_the_one_picture_changes_and_the_words_stay(stage: Stage) -> None:
    published(stage)
    album = stage.lin.album(stage.group, THREE, caption="#挑战1 三张")
    stage.play()
    stage.advance(60)
    before = uniques(stage)
    album[1].media = stage.lin.send(stage.world.private(stage.lin), photo=b"better").media
    stage.world.updates.clear()
    edited(stage, album[1])
    after = uniques(stage)
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, False, True]
    assert "三张" in card(stage).text
    album[0].text = "#挑战1 改好的三张"
    edited(stage, album[0])
    assert "改好的三张" in card(stage).text


def uniques(stage: Stage) -> list[str]:
    """The files of the latest version."""
    sql = (
        "SELECT unique_id FROM submission_file WHERE version = (SELECT max(version) FROM submission) ORDER BY position"
    )
    return stage.do(lambda tx: [row.unique_id for row in tx.all(sql)])


def edited(stage: Stage, message: Message) -> None:
    message.edited = int(stage.clock.now())
    tell_edited(stage.world, message)
    stage.play()
    stage.advance(60)


def test_an_edit_of_a_picture_without_words_takes_no_words_from_a_question_or_an_answer(stage: Stage) -> None:
    question = stage.lin.album(stage.group, THREE, caption=f"#提问 {TEXT}")
    reply = stage.zhou.album(stage.group, THREE, caption="看第二张", reply_to=question[0])
    stage.play()
    edited(stage, question[1])
    edited(stage, reply[2])
    assert questions(stage)[0][1] == TEXT
    assert answers(stage)[0][1] == "看第二张"


def test_a_forwarded_album_is_nobodys_answer_and_nobodys_work(stage: Stage) -> None:
    published(stage, STANDARD)
    question = ask(stage, stage.lin)
    source = stage.zhou.album(stage.group, THREE, caption="#挑战1 别人的")
    stage.world.updates.clear()
    group = stage.world.next_album()
    for message in source:
        copy = stage.he.forward(message, stage.world.chats[stage.group.id])
        stage.world.updates._queue.pop()
        copy.album, copy.reply_to = group, question
        post(stage.world, copy)
    stage.play()
    assert answers(stage) == []
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM submission")) == 0


def test_a_reply_to_any_picture_on_the_desk_is_a_remark_about_the_work(stage: Stage) -> None:
    published(stage)
    stage.lin.album(stage.group, THREE, caption="#挑战1 三张")
    stage.play()
    stage.advance(60)
    pictures = [message for message in stage.messages(stage.staff) if message.media]
    stage.press(stage.rui, card(stage), "我来看")
    stage.rui.say(stage.staff, "第二张再亮一点就好", reply_to=pictures[1])
    stage.play()
    assert "第二张再亮一点就好" in card(stage).text


def test_an_album_to_the_staff_comes_whole_and_any_picture_of_it_can_be_answered(stage: Stage) -> None:
    private = stage.world.private(stage.lin)
    stage.lin.album(private, THREE, caption="/contact 盒子是空的")
    stage.play()
    stage.advance(3)
    pictures = [message for message in stage.messages(stage.staff) if message.media]
    assert len(pictures) == 3
    assert len(stage.said(stage.lin)) == 1
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM album_piece WHERE words <> '' OR file_id <> ''")) == 0
    stage.mo.say(stage.staff, "补寄一个", reply_to=pictures[2])
    stage.play()
    assert "补寄一个" in stage.last(stage.lin).text
    stage.lin.album(private, THREE)
    stage.play()
    assert len([message for message in stage.messages(stage.staff) if message.media]) == 3


def test_of_work_in_private_the_words_under_a_later_picture_come_along(stage: Stage) -> None:
    published(stage)
    stage.lin.start("submit-1")
    stage.play()
    stage.lin.album(stage.world.private(stage.lin), THREE, caption="三张夜景", under=1)
    stage.play()
    confirmed(stage, stage.lin)
    stage.advance(60)
    assert "三张夜景" in card(stage).text
    assert "3 个文件" in card(stage).text


def test_in_private_the_words_under_a_later_picture_say_what_the_album_is(stage: Stage) -> None:
    private = stage.world.private(stage.lin)
    stage.lin.album(private, THREE, caption="/contact 盒子是空的", under=2)
    stage.play()
    stage.advance(3)
    assert not any("没看出要放到哪儿" in text for text in stage.said(stage.lin))
    assert len([message for message in stage.messages(stage.staff) if message.media]) == 3
    assert len([text for text in stage.said(stage.staff) if "盒子是空的" in text]) == 1


def test_a_form_under_a_later_picture_is_read_at_once(stage: Stage) -> None:
    stage.mo.album(stage.world.private(stage.mo), THREE, caption=f"/newchallenge {STANDARD}", under=1)
    stage.play()
    assert not any("没看出要放到哪儿" in text for text in stage.said(stage.mo))
    assert "转场练习" in stage.last(stage.mo).text


def piece(stage: Stage, album: str, photo: bytes, caption: str = "") -> None:
    """One picture of an album, told of before the others."""
    media = media_of(stage.world, {"photo": photo}, "photo.jpg")
    chat = stage.world.private(stage.lin)
    send(stage.lin, chat, media, caption=caption, reply_to=None, topic=None, album=album)
    stage.play()


def test_a_picture_that_comes_alone_waits_for_the_one_with_the_words(stage: Stage) -> None:
    piece(stage, "first", b"one")
    assert stage.said(stage.lin) == []
    piece(stage, "first", b"two", "/contact 盒子是空的")
    stage.advance(3)
    assert not any("没看出要放到哪儿" in text for text in stage.said(stage.lin))
    assert len([message for message in stage.messages(stage.staff) if message.media]) == 2


def test_it_waits_for_a_moment_and_what_is_said_behind_it_never_overtakes_it(stage: Stage) -> None:
    piece(stage, "first", b"one")
    stage.advance(2)
    assert "没看出要放到哪儿" in stage.last(stage.lin).text
    piece(stage, "second", b"two")
    assert len(stage.said(stage.lin)) == 1
    stage.lin.say(stage.world.private(stage.lin), "/me")
    stage.play()
    assert "没看出要放到哪儿" in stage.said(stage.lin)[1]
    assert len(stage.said(stage.lin)) == 3
