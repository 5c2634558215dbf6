"""What members do and say is read by those who are in a group of ours; who left keeps what is their own."""

import pytest

from actions.daily import topic
from handlers import routes
from handlers.routes import Command, Press, Start, Where
from rules.daily.topic import TopicUnknown
from rules.people import Part, Role
from rules.values import replace
from sandbox.world.people import Person
from storage import groups
from tests.places import second
from tests.stage import Stage

NOT_IN = "要先进群"
READING = [
    one
    for one in routes()
    if isinstance(one, Command | Start | Press)
    and not (one.outside or one.who or one.covenant or one.confided)
    and not (isinstance(one, Command) and one.where is Where.GROUP)
]
WORDS = [f"/{one.name}" for one in READING if isinstance(one, Command)]
LINKS = [f"/start {one.payload}-1" for one in READING if isinstance(one, Start)]
# What is one's own, or told to everybody: who left keeps the way to it.
OWN = ("/start", "/help", "/language", "/mydata", "/forgetme", "/me", "/orders", "/works", "/record", "/settings")


@pytest.fixture
def passerby(stage: Stage) -> Person:
    """Somebody in no group of ours who has started the bot."""
    person = stage.world.person("路人", username="passerby")
    person.start()
    stage.play()
    return person


def said(stage: Stage, person: Person, words: str) -> str:
    person.say(stage.world.private(person), words)
    stage.play()
    return stage.last(person).text


@pytest.mark.parametrize("words", [*WORDS, *LINKS])
def test_a_stranger_reads_nothing_of_what_members_do_and_say(stage: Stage, passerby: Person, words: str) -> None:
    told = said(stage, passerby, words)
    assert NOT_IN in told
    assert "林晓" not in told


def test_boards_names_discoveries_answers_and_topics_are_among_what_is_read() -> None:
    assert {"/top", "/hall", "/discoveries", "/find", "/questions", "/council", "/events", "/mentor"} <= {*WORDS}
    assert {"/start topic-1", "/start challenge-1", "/start project-1"} <= {*LINKS}
    pages = {one.action for one in READING if isinstance(one, Press)}
    assert {"boards.turn", "feature.page", "knowledge.page", "question.page", "topic.page", "hall.turn"} <= pages


@pytest.mark.parametrize("words", OWN)
def test_who_left_reads_what_is_their_own(stage: Stage, words: str) -> None:
    stage.lin.leave(stage.group)
    stage.play()
    assert NOT_IN not in said(stage, stage.lin, words)


def test_a_page_that_was_open_is_turned_no_more_after_leaving(stage: Stage) -> None:
    said(stage, stage.lin, "/top")
    shown = stage.last(stage.lin)
    [label, *_] = [one.text for row in shown.buttons for one in row]
    stage.lin.leave(stage.group)
    stage.play()
    assert NOT_IN in stage.press(stage.lin, shown, label) + stage.last(stage.lin).text


@pytest.mark.parametrize("who", ["mo", "rui", "owner"])
def test_who_works_for_the_community_reads_everything_though_in_none_of_its_groups(stage: Stage, who: str) -> None:
    person: Person = getattr(stage, who)
    person.leave(stage.group)
    stage.play()
    assert NOT_IN not in said(stage, person, "/top")


def test_a_topic_of_the_core_group_is_read_there_alone(stage: Stage) -> None:
    core = second(stage, [stage.owner, stage.lin])
    group = stage.do(lambda tx: groups.by_chat(tx, core.id))
    assert group
    stage.do(lambda tx: tx.run("UPDATE chat_group SET part = :part WHERE id = :id", part=Part.CORE, id=group.id))
    there, owner = replace(stage.occasion(), group=group.id), stage.member(stage.owner)
    number = stage.do(lambda tx: topic.open_topic(tx, "内部选题", owner, there)).board.id
    nobody: frozenset[Role] = frozenset()
    inside, beside = stage.member(stage.lin), stage.member(stage.zhou)
    assert stage.do(lambda tx: topic.page(tx, number, 1, inside, nobody)).title == "内部选题"
    assert stage.do(lambda tx: topic.page(tx, number, 1, beside, frozenset({Role.MODERATOR}))).title == "内部选题"
    with pytest.raises(TopicUnknown):
        stage.do(lambda tx: topic.page(tx, number, 1, beside, nobody))
