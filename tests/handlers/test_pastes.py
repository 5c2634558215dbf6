"""What an app cuts in two because it is too long for one message arrives as one."""

import pytest

from sandbox.text.entities import Entity
from sandbox.world.chats import Chat
from tests.handlers.works.desk import published
from tests.stage import Stage

FULL = "满" * 4096
PARAGRAPHS = "\n".join("说" * 49 for _ in range(60))


def asked(stage: Stage) -> Chat:
    """The owner has said /broadcast."""
    private = stage.world.private(stage.owner)
    stage.owner.say(private, "/broadcast")
    stage.play()
    return private


def announced(stage: Stage) -> str:
    """All that was announced, after pressing on the only preview."""
    stage.advance(4)
    cards = [message for message in stage.messages(stage.owner) if "会发到" in message.text]
    assert len(cards) == 1
    stage.press(stage.owner, cards[0], "现在发")
    return "".join(stage.said(stage.group)).removeprefix("📣 星途汽车公告\n\n")


def test_a_part_that_fills_a_message_is_joined_to_the_one_of_the_same_minute(stage: Stage) -> None:
    private = asked(stage)
    stage.owner.say(private, FULL)
    stage.world.advance(2)
    stage.play()
    stage.owner.say(private, "尾巴")
    stage.play()
    assert announced(stage) == FULL + "尾巴"


def test_a_part_cut_at_a_paragraph_is_joined_to_what_comes_at_once_with_its_looks(stage: Stage) -> None:
    private = asked(stage)
    stage.owner.say(private, PARAGRAPHS)
    stage.owner.say(private, "官网报名", entities=[Entity("text_link", 0, 2, url="https://brand.cn/join")])
    stage.play()
    assert announced(stage).endswith("说\n官网报名")
    links = [entity for entity in stage.last(stage.group).entities if entity.type == "text_link"]
    assert [(link.url, link.length) for link in links] == [("https://brand.cn/join", 2)]


def test_three_parts_are_one_and_too_long_is_said_of_all_of_them(stage: Stage) -> None:
    private = asked(stage)
    for part in (FULL, FULL, "尾巴"):
        stage.owner.say(private, part)
    stage.play()
    stage.advance(4)
    assert "公告有 8194 个字，最多 8000 个" in stage.last(stage.owner).text


def test_what_comes_later_or_is_a_command_stands_alone(stage: Stage) -> None:
    private = asked(stage)
    stage.owner.say(private, PARAGRAPHS)
    stage.owner.say(private, "/cancel")
    stage.play()
    assert "会发到" in stage.said(stage.owner)[-2]
    stage.owner.say(asked(stage), PARAGRAPHS + "。")
    stage.world.advance(3)
    stage.owner.say(private, "你好")
    stage.play()
    assert "会发到" in stage.said(stage.owner)[-2]


def test_others_do_not_wait_for_it(stage: Stage) -> None:
    stage.owner.say(asked(stage), FULL)
    stage.lin.say(stage.group, "签到")
    before = len(stage.said(stage.owner))
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM check_in")) == 1
    assert len(stage.said(stage.owner)) == before
    stage.advance(3)
    assert len(stage.said(stage.owner)) > before


def test_after_a_downtime_both_parts_are_one_as_well(stage: Stage) -> None:
    private = asked(stage)
    stage.owner.say(private, FULL)
    stage.world.advance(20)
    stage.owner.say(private, "尾巴")
    stage.world.advance(3600)
    stage.play()
    assert announced(stage) == FULL + "尾巴"


def handed_in(stage: Stage, *parts: str, later_s: int = 0) -> list[str]:
    """The works that stand once a member has said these parts in the group of a challenge."""
    published(stage)
    for part in parts:
        stage.lin.say(stage.group, part)
        stage.world.advance(later_s)
    stage.play()
    stage.advance(4)
    return stage.do(lambda tx: [row.text for row in tx.all("SELECT text FROM submission_version ORDER BY at")])


@pytest.mark.parametrize("parts", [(f"#挑战1 {PARAGRAPHS}", "尾巴"), (f"＃挑战1 {PARAGRAPHS}", "尾巴")])
def test_what_an_app_cut_in_a_group_is_one_work(stage: Stage, parts: tuple[str, ...]) -> None:
    [work] = handed_in(stage, *parts)
    assert work.endswith("说\n尾巴")


def test_a_hashtag_at_the_very_end_is_that_of_the_whole(stage: Stage) -> None:
    [work] = handed_in(stage, PARAGRAPHS, "尾巴 #挑战1")
    assert work == PARAGRAPHS + "\n尾巴"


def test_in_a_group_what_begins_anew_comes_later_or_answers_is_no_second_part(stage: Stage) -> None:
    [work] = handed_in(stage, f"#挑战1 {PARAGRAPHS}", "尾巴", later_s=3)
    assert work == PARAGRAPHS
    stage.lin.say(stage.group, PARAGRAPHS)
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.advance(4)
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM check_in")) == 1


def work(stage: Stage) -> str:
    """What the newest version of the only work says."""
    sql = "SELECT text FROM submission_version ORDER BY version DESC LIMIT 1"
    return str(stage.do(lambda tx: tx.value(sql)))


def test_an_edit_of_either_half_of_a_work_keeps_the_other(stage: Stage) -> None:
    published(stage)
    first = stage.lin.say(stage.group, f"#挑战1 {PARAGRAPHS}")
    second = stage.lin.say(stage.group, "尾巴")
    stage.play()
    stage.lin.edit(second, "长尾巴")
    stage.play()
    assert work(stage) == f"{PARAGRAPHS}\n长尾巴"
    stage.lin.edit(first, f"#挑战1 {PARAGRAPHS}完")
    stage.play()
    assert work(stage) == f"{PARAGRAPHS}完\n长尾巴"
    stage.lin.edit(first, f"#挑战1 {PARAGRAPHS}完")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT max(version) FROM submission_version")) == 3


def test_what_is_said_below_the_second_half_means_the_whole(stage: Stage) -> None:
    question = stage.zhou.say(stage.group, "谁知道怎么报名")
    stage.play()
    published(stage)
    stage.lin.say(stage.group, f"#挑战1 {PARAGRAPHS}", reply_to=question)
    second = stage.lin.say(stage.group, "尾巴")
    stage.play()
    assert work(stage) == f"{PARAGRAPHS}\n尾巴", "the thread that a reply begins is no topic"
    stage.mo.say(stage.group, "/feature 讲得很细", reply_to=second)
    stage.play()
    whole = stage.do(lambda tx: tx.value("SELECT message FROM submission_version"))
    assert stage.do(lambda tx: [row.message for row in tx.all("SELECT message FROM feature")]) == [whole]
