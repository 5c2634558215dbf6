"""Topics and the ideas that members contribute to them."""

from rules.programme.discoveries import Discoveries
from rules.programme.programme import Programme
from rules.rights import BotStanding, Right, Rights
from rules.values import replace
from sandbox.world.files import Media
from sandbox.world.messages import Message
from sandbox.world.people import Person
from sandbox.world.speaking import send
from storage import rights
from storage.post import outbox
from tests.handlers.daily.asking import points
from tests.handlers.fairness.story import Story
from tests.handlers.fairness.undoing import clean, newest, undo
from tests.handlers.operations.test_export import shown
from tests.stage import Stage

TITLE = "我的汽车还能用来做什么？"


def opened(stage: Stage, title: str = TITLE) -> Message:
    """Staff open a topic; its message."""
    stage.mo.say(stage.group, f"/topic {title}")
    stage.play()
    return next(one for one in reversed(stage.messages(stage.group)) if title in one.text)


def told(stage: Stage) -> list[str]:
    """What the bot says in the group, but for Telegram's own word that something was pinned."""
    return [text for text in stage.said(stage.group) if text]


def replies(stage: Stage, topic: Message, text: str, by: Person | None = None) -> Message:
    """A member replies to the topic."""
    message = (by or stage.lin).say(stage.group, text, reply_to=topic)
    stage.play()
    return message


def whispered(stage: Stage, person: Person) -> Message:
    """What the person alone was told last."""
    return stage.whispers(person)[-1]


def test_a_topic_is_pinned_and_gathers_ideas_in_one_message(stage: Stage) -> None:
    topic = opened(stage)
    assert TITLE in topic.text and "等你第一个来" in topic.text and topic in stage.group.pinned
    first = replies(stage, topic, "后备箱放电，给整个营地的灯串供电")
    second = stage.zhou.send(stage.group, photo=b"desk", caption="#发现 前备箱当行李秤用")
    stage.play()
    assert first.reactions == second.reactions == {stage.world.bot.id: "✍"}
    assert "还没有点子" in topic.text, "edits are gathered"
    stage.advance(60)
    assert "2 位车友，2 个点子" in topic.text and "灯串" in topic.text and "行李秤" in topic.text
    assert len(told(stage)) == 1
    assert points(stage, stage.lin) == points(stage, stage.zhou) == 2
    clean(stage)


def test_an_idea_is_listed_as_its_author_puts_it_now(stage: Stage) -> None:
    topic = opened(stage)
    idea = replies(stage, topic, "后备箱放电，给整个营地的灯串供电")
    stage.advance(60)
    stage.lin.edit(idea, "前备箱放电，给整个营地的灯串供电")
    stage.play()
    stage.advance(60)
    assert "前备箱放电" in topic.text and "后备箱" not in topic.text
    stage.lin.edit(idea, "。")
    stage.play()
    stage.advance(60)
    assert "前备箱放电" in topic.text, "what says too little changes nothing"
    stage.mo.say(stage.group, "/topic")
    stage.play()
    stage.press(stage.mo, whispered(stage, stage.mo), f"结束：{TITLE}")
    stage.press(stage.mo, whispered(stage, stage.mo), "结束")
    stage.lin.edit(idea, "后备箱放电，给整个营地的灯串供电，加我微信")
    stage.play()
    texts = stage.do(lambda tx: [row.text for row in tx.all("SELECT text FROM idea")])
    assert texts == ["前备箱放电，给整个营地的灯串供电"]
    assert points(stage, stage.lin) == 2


def test_the_call_goes_so_that_everybody_replies_to_the_topic_itself(stage: Stage) -> None:
    call = stage.mo.say(stage.group, f"/topic {TITLE}")
    stage.play()
    topic = next(one for one in reversed(stage.messages(stage.group)) if TITLE in one.text)
    anew = stage.mo.say(stage.group, "/topic 车里还能干点啥？", reply_to=topic)
    refused = stage.mo.say(stage.group, "/topic " + "长" * 200)
    stage.play()
    assert call.deleted and anew.deleted and not refused.deleted


def test_many_ideas_within_a_minute_cost_one_edit(stage: Stage) -> None:
    topic = opened(stage)
    for n in range(4):
        replies(stage, topic, f"第 {n} 种用法，讲讲怎么弄的")
    before = stage.do(lambda tx: tx.value("SELECT count(*) FROM outbox WHERE method = 'editMessageText'"))
    stage.advance(60)
    after = stage.do(lambda tx: tx.value("SELECT count(*) FROM outbox WHERE method = 'editMessageText'"))
    assert after - before == 1 and stage.do(lambda tx: outbox.kept(tx, "topic:1")) is not None


def test_what_stands_under_a_later_picture_belongs_to_the_idea(stage: Stage) -> None:
    topic = opened(stage)
    stage.lin.album(stage.group, [b"1", b"2", b"3"], caption="后备箱放平能睡两个人", reply_to=topic, under=2)
    stage.play()
    stage.advance(60)
    assert "后备箱放平能睡两个人" in topic.text
    clean(stage)


def test_a_picture_with_a_command_of_the_staff_is_said_to_be_left_out(stage: Stage) -> None:
    stage.mo.send(stage.group, photo=b"1", caption=f"/topic {TITLE}")
    stage.play()
    assert any(TITLE in text for text in told(stage))
    assert any("文字收下了，图片没有" in one.text for one in stage.whispers(stage.mo))
    word = stage.lin.say(stage.group, "座椅放倒就是一张床")
    stage.mo.send(stage.group, photo=b"2", caption="/feature 第一次有人想到", reply_to=word)
    stage.play()
    assert sum("文字收下了，图片没有" in one.text for one in stage.whispers(stage.mo)) == 2


def test_a_mere_word_below_a_topic_is_talk_and_the_same_is_taken_once(stage: Stage) -> None:
    topic = opened(stage)
    assert replies(stage, topic, "哈哈哈").reactions == {}
    picture = stage.lin.send(stage.group, photo=b"tent", caption="#发现 车顶帐篷")
    stage.play()
    assert picture.media
    send(stage.zhou, stage.group, Media("photo", picture.media.file), caption="#发现", reply_to=None, topic=None)
    stage.play()
    assert "已经有车友发过了" in whispered(stage, stage.zhou).text
    stage.he.say(stage.group, "#发现 灯")
    stage.play()
    assert "写满 6 个字" in whispered(stage, stage.he).text
    assert points(stage, stage.zhou) == points(stage, stage.he) == 0


def test_beyond_the_days_bounds_ideas_are_listed_unpaid_and_why_tells(stage: Stage) -> None:
    stage.restart(replace(Programme(), discoveries=Discoveries(per_day=1)))
    topic = opened(stage)
    replies(stage, topic, "后排放平，午休能睡一个小时")
    assert replies(stage, topic, "车载冰箱拿来存实验样品").reactions
    stage.advance(60)
    assert "2 个点子" in topic.text and points(stage, stage.lin) == 2
    stage.lin.say(stage.world.private(stage.lin), "/why")
    stage.play()
    assert "照样收进清单" in stage.last(stage.lin).text
    clean(stage)


def test_who_has_not_agreed_is_listed_by_a_reply_and_earns_nothing(stage: Stage) -> None:
    topic = opened(stage)
    replies(stage, topic, "停车时放白噪音哄娃睡觉", by=stage.xin)
    stage.advance(60)
    assert "新新" in topic.text and points(stage, stage.xin) == 0


def test_replies_go_to_their_topic_and_a_hashtag_to_the_newest(stage: Stage) -> None:
    old, new = opened(stage, "冬天怎么省电？"), opened(stage)
    replies(stage, old, "出门前插着枪预热座舱")
    replies(stage, old, "#发现 座椅加热比开空调省")
    stage.zhou.say(stage.group, "#发现 天窗下看流星雨")
    stage.play()
    stage.advance(60)
    assert "2 个点子" in old.text and "1 个点子" in new.text


def test_its_words_can_be_changed_by_reply_and_only_staff_may(stage: Stage) -> None:
    topic = opened(stage)
    stage.zhou.say(stage.group, "/topic 别的", reply_to=topic)
    stage.play()
    assert TITLE in topic.text
    stage.mo.say(stage.group, "/topic 车里还能干点啥？", reply_to=topic)
    stage.play()
    assert "车里还能干点啥" in topic.text and len(told(stage)) == 1


def test_closing_is_asked_once_unpins_thanks_and_keeps_the_list(stage: Stage) -> None:
    topic = opened(stage)
    for text in ("后备箱放电给灯串供电", "露营时拿它当充电宝"):
        replies(stage, topic, text)
    replies(stage, topic, "雨天在车里办公，安静", by=stage.zhou)
    stage.mo.say(stage.group, "/topic")
    stage.play()
    card = whispered(stage, stage.mo)
    stage.press(stage.mo, card, "结束：我的汽车还能用来做什么？")
    assert not stage.press(stage.mo, whispered(stage, stage.mo), "结束")
    assert topic not in stage.group.pinned and "结束了，点子都留着" in topic.text and "灯串" in topic.text
    thanks = stage.last(stage.group)
    assert "2 位车友带来 3 个点子" in thanks.text and "（2 个）" in thanks.text and thanks.reply_to is topic
    assert replies(stage, topic, "还有一个：车顶晾衣服").reactions == {}
    stage.mo.say(stage.group, "/topic")
    stage.play()
    assert "没有开着的话题" in whispered(stage, stage.mo).text


def test_of_several_topics_the_one_that_was_meant_is_closed(stage: Stage) -> None:
    opened(stage, "冬天怎么省电？")
    opened(stage)
    stage.mo.say(stage.group, "/topic")
    stage.play()
    stage.press(stage.mo, whispered(stage, stage.mo), "结束：冬天怎么省电？")
    stage.press(stage.mo, whispered(stage, stage.mo), "结束")
    stage.mo.say(stage.group, "/topic")
    stage.play()
    assert TITLE in whispered(stage, stage.mo).text and "冬天" not in whispered(stage, stage.mo).text


def test_without_the_right_to_pin_staff_are_told(stage: Stage) -> None:
    standing = Rights(stage.community().id, 1, BotStanding.ADMINISTRATOR, frozenset({Right.DELETE}))
    stage.do(lambda tx: rights.note(tx, standing))
    topic = opened(stage)
    assert topic not in stage.group.pinned
    assert "没有置顶权限" in whispered(stage, stage.mo).text and "没能置顶" in stage.last(stage.staff).text


def test_all_ideas_are_read_in_private_page_by_page(stage: Stage) -> None:
    topic = opened(stage)
    for n in range(9):
        replies(stage, topic, f"用法之{n}：说来话长的那种")
    stage.advance(60)
    stage.zhou.say(stage.world.private(stage.zhou), "/start topic-1")
    stage.play()
    page = stage.last(stage.zhou)
    assert "9 个点子" in page.text and "用法之0" not in page.text
    stage.press(stage.zhou, page, page.buttons[0][0].text)
    assert "用法之0" in page.text


def test_a_group_has_so_many_topics_at_most(stage: Stage) -> None:
    for n in range(5):
        opened(stage, f"题目{n}")
    stage.mo.say(stage.group, "/topic 再来一个")
    stage.play()
    assert "已经开着 5 个" in whispered(stage, stage.mo).text


def test_an_idea_that_is_undone_leaves_the_list_and_comes_back(stage: Stage) -> None:
    topic = opened(stage)
    replies(stage, topic, "后备箱放电给灯串供电")
    undo(stage, newest(stage, stage.lin, "idea").id)
    stage.advance(60)
    assert "灯串" not in topic.text
    undo(stage, newest(stage, stage.lin, "idea").id)
    stage.advance(60)
    assert "灯串" in topic.text
    clean(stage)


def test_a_featured_idea_tells_its_topic_and_is_an_idea_again_when_it_is_featured_no_more(stage: Stage) -> None:
    message = replies(stage, opened(stage), "#发现 后备箱放电给灯串供电")
    stage.mo.say(stage.group, "/feature 一晚只用半度电", reply_to=message)
    stage.play()
    stage.zhou.say(stage.world.private(stage.zhou), "/discoveries")
    stage.play()
    assert f"话题“{TITLE}”" in stage.last(stage.zhou).text and "#发现" not in stage.last(stage.zhou).text
    assert message.reactions == {stage.world.bot.id: "🏆"}
    stage.mo.say(stage.group, "/unfeature 点错了", reply_to=message)
    stage.play()
    assert message.reactions == {stage.world.bot.id: "✍"}
    clean(stage)


def test_an_idea_of_another_is_known_however_it_is_pointed(stage: Stage) -> None:
    topic = opened(stage)
    replies(stage, topic, "后备箱放电，给灯串供电！", stage.zhou)
    replies(stage, topic, "后备箱放电给灯串供电 😄")
    assert (points(stage, stage.zhou), points(stage, stage.lin)) == (2, 0)
    stage.lin.say(stage.group, "#发现 后备箱放电、给灯串供电")
    stage.play()
    assert "已经有车友发过" in whispered(stage, stage.lin).text and points(stage, stage.lin) == 0


def contributes(stage: Stage) -> Person:
    replies(stage, opened(stage), "后备箱放电给灯串供电")
    return stage.lin


def out_of_the_list(stage: Stage) -> None:
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM idea WHERE taken_back_at IS NULL")) == 0


def contributes_another(stage: Stage) -> Person:
    replies(stage, opened(stage), "前备箱装冰块，冰镇西瓜")
    return stage.lin


UNDO_STORIES = {"idea": Story(contributes, out_of_the_list, contributes_another, pays=2)}


def test_a_topic_is_a_row_of_its_sheet_with_what_it_holds(stage: Stage) -> None:
    topic = opened(stage)
    replies(stage, topic, "后备箱放电，给整个营地的灯串供电")
    replies(stage, topic, "夏天当午休房，空调一开整个下午", by=stage.zhou)
    [found] = shown(stage, "topics")
    assert (found["名称"], found["群"], found["开话题的人"]) == (TITLE, stage.group.title, "莫莫")
    assert (found["点子数"], found["几位出过点子"], found["结束时间"]) == (2, 2, None)
    undo(stage, newest(stage, stage.lin, "idea").id)
    assert shown(stage, "topics")[0]["点子数"] == 1
