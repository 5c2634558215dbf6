"""The doctor and what was to be seen: designs that did not arrive, files Telegram takes no more, a quiz whose note is gone."""

import pytest

from rules.programme.conditions import Needs
from rules.programme.councils import Council
from rules.programme.topic_moderators import TopicModerators
from rules.values import replace
from sandbox.world.chats import Chat
from storage.post import misses
from tests.handlers.daily import noting
from tests.handlers.journey.counselling import core_with, council_stage, seated
from tests.handlers.journey.preferring import published
from tests.handlers.operations.test_doctor import healthy, told
from tests.handlers.works import quizzing
from tests.handlers.works.quizzing import say
from tests.handlers.works.test_media_kit import published_with_files
from tests.stage import Stage

__all__ = ["healthy"]


@pytest.mark.parametrize(
    ("office", "asked"),
    [
        ("topic_moderators", TopicModerators(needs=Needs({"certified": 1}))),
        ("council", Council(needs=Needs({"certified": 1}))),
    ],
)
def test_an_office_that_asks_for_a_certificate_which_no_quiz_gives_is_named(
    healthy: Stage, office: str, asked: TopicModerators | Council
) -> None:
    assert "不够：发 /newquiz" not in told(healthy)
    healthy.restart(replace(healthy.programme, **{office: asked}))  # type: ignore[arg-type]  # one of its sections
    assert f"配置里 [{office}] needs 要“" in told(healthy) and "不够：发 /newquiz" in told(healthy)


@pytest.fixture
def council() -> tuple[Stage, Chat]:
    stage = council_stage()
    core = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    return stage, core


@pytest.mark.parametrize(
    ("names", "said"),
    [(("album",), "可是图可能"), (("card",), "可是投票的按钮可能"), (("album", "card"), "可是图和投票的按钮可能")],
)
def test_what_of_a_round_of_designs_did_not_arrive_is_named(
    council: tuple[Stage, Chat], names: tuple[str, ...], said: str
) -> None:
    stage, _ = council
    published(stage)
    assert "选设计 1" not in told(stage)
    for name in names:
        stage.do(lambda tx, name=name: tx.run("DELETE FROM posted WHERE name LIKE :name", name=f"preference_{name}:%"))  # type: ignore[misc]  # a lambda of its own name
    assert "选设计 1“冬季脚垫”还开着" in told(stage) and said in told(stage)


def test_a_quiz_whose_note_was_withdrawn_is_named_and_one_with_a_page_has_that(healthy: Stage) -> None:
    noting.published(healthy)
    quizzing.published(healthy, f"{quizzing.FORM}\n资料：1")
    assert told(healthy).startswith("✅") and "资讯 1" not in told(healthy)
    listed = say(healthy, healthy.mo, "/notes")
    healthy.press(healthy.mo, listed, "撤回 1")
    healthy.press(healthy.mo, listed, "撤回")
    assert "问答 1“冬季用车”的资料（资讯 1）过期或撤回了，答之前没东西可看" in told(healthy)


def test_a_media_kit_whose_files_telegram_knows_no_more_is_said(healthy: Stage) -> None:
    published_with_files(healthy, b"one", b"two")
    healthy.do(lambda tx: tx.run("UPDATE media_kit_file SET file_id = 'of-another-bot-' || id"))
    assert "没认" not in told(healthy)
    healthy.press(healthy.lin, healthy.messages(healthy.group)[-1], "参加")
    assert healthy.do(lambda tx: misses.files_refused(tx, 0))[0] == 2
    assert "有 2 次发图片、文件，Telegram 没认" in told(healthy)
