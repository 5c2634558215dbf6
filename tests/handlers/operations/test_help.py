"""The help is made from the routes: for each role what they can do, in their language."""

import pytest

from handlers import routes
from handlers.operations.menu import menu_of
from handlers.routes import Command
from rules.people import Role
from sandbox.world.people import Person
from storage import members
from tests.stage import Stage

MENU_MOST = 100  # Telegram takes no more
SPOKEN_OF_ELSEWHERE = {"start", "challenge", "cocreation", "project", "event", "resource"}


def helped(stage: Stage, person: Person) -> str:
    """What somebody reads who asks for help in private."""
    person.start()
    person.say(stage.world.private(person), "帮助")
    stage.play()
    return stage.said(stage.world.private(person))[-1]


def test_every_command_stands_on_a_shelf() -> None:
    commands = [route for route in routes() if isinstance(route, Command)]
    assert {command.name for command in commands if command.shelf is None} == SPOKEN_OF_ELSEWHERE


def test_the_menu_of_whoever_may_most_leaves_nothing_out() -> None:
    commands = [route for route in routes() if isinstance(route, Command) and route.menu]
    assert len(commands) <= MENU_MOST
    assert set(menu_of(routes(), frozenset(Role))) == {command.name for command in commands}


def test_shelves_stand_in_their_order_and_commands_by_their_place(stage: Stage) -> None:
    page = helped(stage, stage.lin)
    places = [
        page.index(f"/{name} ") for name in ("checkin", "streak", "makeup", "ask", "challenges", "me", "top", "guide")
    ]
    assert places == sorted(places)


def test_a_member_reads_what_everybody_can_do_and_no_tools_of_the_team(stage: Stage) -> None:
    page = helped(stage, stage.lin)
    assert "/checkin “签到”　每日签到" in page
    assert "/ask #提问　" in page
    assert "/grant" not in page
    assert "/setup" not in page


def test_moderators_and_owners_read_their_tools_first_and_turn_to_what_everybody_can_do(stage: Stage) -> None:
    moderator, owner = helped(stage, stage.mo), helped(stage, stage.owner)
    assert "/grant" in moderator and "/checkin" not in moderator
    assert "/setup" not in moderator
    stage.press(stage.mo, stage.last(stage.mo), "大家都能用的")
    assert "/checkin “签到”" in stage.last(stage.mo).text and "/grant" not in stage.last(stage.mo).text
    stage.press(stage.mo, stage.last(stage.mo), "团队用的")
    assert stage.last(stage.mo).text == moderator
    assert "再在群里发 /setup" in owner
    assert "/broadcast" in owner


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("who", ["lin", "rui", "mo", "owner"])
def test_nothing_that_one_may_do_is_cut_off(stage: Stage, who: str, language: str) -> None:
    """An English owner once lost the rules and the help itself beyond the end of the longest message there can be."""
    person: Person = getattr(stage, who)
    person.language_code = language
    person.rename(person.name)
    told = helped(stage, person)
    if stage.last(person).buttons:
        stage.press(person, stage.last(person), {"zh": "大家都能用的", "en": "What everybody can do"}[language])
        told += stage.last(person).text
    member = stage.member(person).id
    roles = stage.do(lambda tx: members.roles(tx, member))
    may = [one for one in routes() if isinstance(one, Command) and one.shelf and (not one.who or one.who & roles)]
    assert not [one.name for one in may if f"/{one.name}" not in told] and "…" not in told


def test_a_word_that_is_the_name_stands_once(stage: Stage) -> None:
    page = helped(stage, stage.lin)
    assert "/orders “我的订单”\n" in page and "/council “顾问委员会”：谁在里面\n" in page


def test_in_a_group_the_help_is_for_the_caller_alone(stage: Stage) -> None:
    stage.lin.say(stage.group, "/help")
    stage.play()
    assert "/checkin" in stage.whispers(stage.lin)[-1].text
    assert stage.said(stage.group) == []


def test_it_speaks_the_readers_language(stage: Stage) -> None:
    stage.lin.language_code = "en-GB"
    stage.lin.rename("林晓")
    page = helped(stage, stage.lin)
    assert "Every day" in page
    assert "签到" not in page


def test_what_has_no_words_is_never_a_command_that_is_unknown(stage: Stage) -> None:
    private = stage.world.private(stage.lin)
    stage.lin.send(private, sticker=b"smile")
    stage.play()
    assert stage.said(stage.lin) == []
    stage.lin.send(private, voice=b"hello")
    stage.play()
    assert "只看得懂文字" in stage.last(stage.lin).text
    assert not stage.last(stage.lin).buttons


@pytest.mark.parametrize("hello", ["你好", "在吗？", "您好！", "嗨～", "Hello", "早上好☀️"])
def test_who_says_hello_is_greeted_and_offered_what_is_asked_for_most(stage: Stage, hello: str) -> None:
    lane = stage.world.private(stage.lin)
    stage.lin.start()
    stage.lin.say(lane, hello)
    stage.play()
    assert "林晓" in stage.said(lane)[-1]
    assert "没听懂" not in stage.said(lane)[-1]
    assert [button.text for row in stage.messages(lane)[-1].buttons for button in row] == [
        "我的积分与等级",
        "积分商城",
        "我能做什么",
    ]


@pytest.mark.parametrize("words", ["🙏", "❤️❤️", "好的", "收到！", "知道了～", "OK!"])
def test_a_kind_word_is_answered_by_a_heart_and_nothing_else(stage: Stage, words: str) -> None:
    said = stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    assert stage.said(stage.lin) == []
    assert said.reactions


def test_english_help_names_the_word_that_is_said_first_in_english(stage: Stage) -> None:
    stage.lin.language_code = "en-GB"
    stage.lin.rename("林晓")
    assert "/thanks “thanks” " in helped(stage, stage.lin).replace("\u2003", " ")


def test_who_has_few_tools_reads_them_on_the_same_page(stage: Stage) -> None:
    page = helped(stage, stage.rui)
    assert page.index("/reviews") < page.index("/checkin") and not stage.last(stage.rui).buttons


@pytest.mark.parametrize(
    ("words", "answer"),
    [("我是新来的", "在群里说“签到”"), ("找真人", "想和版主说什么"), ("真人客服", "想和版主说什么")],
)
def test_whoever_is_new_or_wants_a_person_is_understood(stage: Stage, words: str, answer: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    assert answer in stage.last(stage.lin).text


@pytest.mark.parametrize(
    ("words", "answer"),
    [("怎么提问", "发 #提问"), ("提問", "发 #提问"), ("不想玩了，怎么退出？", "/forgetme"), ("退群", "积分还在")],
)
def test_who_wants_to_ask_or_to_leave_reads_how(stage: Stage, words: str, answer: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    assert answer in stage.last(stage.lin).text


@pytest.mark.parametrize("words", ["取消报名怎么弄", "想取消报名", "怎么退出活动"])
def test_cancelling_something_is_not_taken_for_giving_up_a_question(stage: Stage, words: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    assert "取消正在弄的" not in stage.last(stage.lin).text


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("怎么改名字", "名字跟着你的 Telegram 走"),
        ("名字不对，怎么弄", "名字跟着你的 Telegram 走"),
        ("你们会泄露我的隐私吗", "/mydata"),
        ("谁能看到我的信息", "/mydata"),
        ("我换号了怎么办", "跟版主说：旧账号叫什么"),
        ("换手机了积分还在吗", "登录原来的账号就行"),
        ("车坏在路上了", "先到安全的地方"),
        ("救援电话多少啊", "先到安全的地方"),
        ("我今天提车了！！", "恭喜提车"),
        ("怎么举报", "长按那条消息"),
        ("举报", "长按那条消息"),
        ("有人发广告", "长按那条消息"),
    ],
)
def test_what_no_command_does_is_answered_in_words(stage: Stage, words: str, answer: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    assert answer in stage.last(stage.lin).text


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("我的兑换码用不了", "我的订单"),
        ("兑换码被人用过了", "我的订单"),
        ("那个我昨天换的那个洗车券怎么还没给我发过来呢你帮我看看", "我的订单"),
        ("120分能换啥", "积分商城"),
        ("我想问一下那个积分怎么用啊就是我攒了好多分不知道能换什么东西", "积分商城"),
        ("加我微信 13800138000", "私下联系版主"),
        ("怎么没人理我啊", "私下联系版主"),
        ("能不能把积分转给我老婆", "贡献值获取指南"),
        ("邀请好友有积分吗", "贡献值获取指南"),
        ("签到断了怎么办", "签到日历和补签盾"),
        ("别再给我发消息了", "私信收多少"),
        ("你们太吵了", "私信收多少"),
        ("我交错了怎么办", "我交过的作品"),
        ("怎么把头衔去掉", "名字旁的头衔"),
        ("想找个人带我入门", "导师：找一位，或者自己当"),
        ("我是新来的，从哪开始", "从头几步开始"),
        ("我想把积分花掉", "积分商城"),
        ("地址我写成老家的了得换一下", "我的订单"),
        ("不想让别人在排行榜看到我", "不在榜单上出现"),
        ("please stop sending me so many messages", "私信收多少"),
    ],
)
def test_what_people_complain_of_or_ask_in_their_own_words_leads_where_it_belongs(
    stage: Stage, words: str, command: str
) -> None:
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    shown = stage.last(stage.lin)
    assert f"“{command}”" in shown.text and command in [button.text for row in shown.buttons for button in row]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("我的分怎么没了", "还没有加分的记录"),
        ("为啥没给我加分", "还没有加分的记录"),
        ("凭什么禁言我", "你没有被警告、禁言或暂停过"),
        ("我什么时候解封啊", "你没有被警告、禁言或暂停过"),
        ("我的作品为什么被退回", "你还没交过作品"),
        ("我想约试驾可以吗", "想和版主说什么"),
    ],
)
def test_what_is_a_known_question_in_other_words_is_answered_at_once(stage: Stage, words: str, answer: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    assert answer in stage.last(stage.lin).text


def test_a_form_that_fits_several_names_each_command_that_begins_one(stage: Stage) -> None:
    stage.owner.say(stage.world.private(stage.owner), "标题：转场练习\n积分：30")
    stage.play()
    told = stage.last(stage.owner).text
    assert "/newchallenge" in told and "/newevent" in told and "里对的那个" in told


def test_a_picture_with_words_that_lead_nowhere_is_told_where_it_may_belong(stage: Stage) -> None:
    stage.lin.send(stage.world.private(stage.lin), photo=b"dusk", caption="傍晚在江边")
    stage.play()
    shown = stage.last(stage.lin)
    assert "交作品" in shown.text and "#提问" in shown.text
    assert [button.text for row in shown.buttons for button in row] == ["进行中的挑战", "私下联系版主"]


def test_what_is_shown_to_the_staff_in_a_group_is_told_so_whatever_it_is_called(stage: Stage) -> None:
    for words in ("群里有个卖假货的怎么办", "someone is spamming the group"):
        stage.lin.say(stage.world.private(stage.lin), words)
        stage.play()
        assert "到群里举报最快" in stage.last(stage.lin).text


@pytest.mark.parametrize("words", ["今天天气真好", "晚安啦大家", "公司打卡机又坏了", "the sunset was lovely"])
def test_who_only_tells_something_in_private_is_answered_without_a_button(stage: Stage, words: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    assert "随时跟我说" in stage.last(stage.lin).text and not stage.last(stage.lin).buttons


def test_a_wish_that_is_like_nothing_known_is_sent_to_those_who_know(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "咖啡机漏水怎么办")
    stage.play()
    shown = stage.last(stage.lin)
    assert "#提问" in shown.text and [button.text for row in shown.buttons for button in row][-1] == "私下联系版主"


@pytest.mark.parametrize("who", ["lin", "mo", "owner"])
def test_which_words_can_be_said_does_not_hang_on_formatting_that_telegram_cuts_off(stage: Stage, who: str) -> None:
    person = getattr(stage, who)
    person.say(stage.world.private(person), "/help")
    stage.play()
    page = stage.last(person)
    assert len(page.entities) < 100, "further ones are dropped without a word"
    assert "“" in page.text
