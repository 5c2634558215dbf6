"""Whom a command is about."""

import pytest

from handlers.call import Call, Chat, ChatKind, Mention, Message, Person
from handlers.persons import Named, person_of
from rules.fairness.grant import begins_points
from rules.people import Role
from rules.refusals import NobodyNamed, UnknownPerson
from tests.stage import Stage

STRANGER = Person(880_055, "路人 甲")


def named(
    stage: Stage, words: str, reply_to: Person | None = None, mentions: tuple[Mention, ...] = (), *, bot: bool = False
) -> Named:
    """Whom the moderator means by `/grant words`."""
    message = Message(1, f"/grant {words}", mentions=mentions)
    replied = Message(2, "您好", author=reply_to) if reply_to else Message(2, "我是频道") if bot else None
    chat = Chat(stage.group.id, ChatKind.GROUP, group=stage.community())
    call = Call(
        stage.member(stage.mo), frozenset({Role.MODERATOR}), chat, stage.occasion(), message, replied, words=words
    )
    return stage.do(lambda tx: person_of(call, tx, "grant", begins_points))


def person(stage: Stage) -> Person:
    return Person(stage.lin.id, stage.lin.name)


def test_an_at_name_in_any_case_is_somebody_and_the_rest_is_left(stage: Stage) -> None:
    found = named(stage, "@LIN 20 拍得好")
    assert (found.member.name, found.words) == ("林晓", "20 拍得好")


def test_a_reply_names_its_author_and_its_first_number_is_no_person(stage: Stage) -> None:
    found = named(stage, "20000 拍得好", reply_to=person(stage))
    assert (found.member.name, found.words) == ("林晓", "20000 拍得好")


def test_a_name_in_the_words_wins_over_the_reply(stage: Stage) -> None:
    assert named(stage, "@zhou 20 拍得好", reply_to=person(stage)).member.name == "周舟"


def test_a_mention_without_an_at_name_names_a_person_we_had_not_met(stage: Stage) -> None:
    found = named(stage, "路人 甲 20 谢谢", mentions=(Mention(7, 11, STRANGER),))
    assert (found.member.telegram_id, found.words) == (STRANGER.telegram_id, "20 谢谢")


def test_the_words_of_a_mention_are_whatever_the_writers_contacts_say(stage: Stage) -> None:
    found = named(stage, "老何(售后) 20 谢谢", mentions=(Mention(7, 13, STRANGER),))
    assert (found.member.name, found.words) == ("路人 甲", "20 谢谢")


def test_a_mention_further_on_is_part_of_the_reason(stage: Stage) -> None:
    found = named(stage, "@lin 20 帮了路人 甲", mentions=(Mention(7, 11, None, "lin"), Mention(17, 21, STRANGER)))
    assert (found.member.name, found.words) == ("林晓", "20 帮了路人 甲")


def test_a_bot_is_nobody(stage: Stage) -> None:
    with pytest.raises(UnknownPerson):
        named(stage, "小助手 20 谢谢", mentions=(Mention(7, 10, Person(77, "小助手", is_bot=True)),))


def test_a_numeric_id_names_somebody(stage: Stage) -> None:
    found = named(stage, f"{stage.lin.id} 20 谢谢")
    assert (found.member.name, found.words) == ("林晓", "20 谢谢")


def test_nobody_named_and_unknown_names_are_told_apart(stage: Stage) -> None:
    with pytest.raises(NobodyNamed):
        named(stage, "20 谢谢")
    with pytest.raises(NobodyNamed):
        named(stage, "20 谢谢", bot=True)
    with pytest.raises(UnknownPerson):
        named(stage, "@nobody_here 20")
    with pytest.raises(UnknownPerson):
        named(stage, "99999999 20")


def test_an_id_of_52_bits_names_somebody(stage: Stage) -> None:
    newest = Person(2**52 - 1, "新号")
    named(stage, "新号 20 谢谢", mentions=(Mention(7, 9, newest),))
    found = named(stage, f"{2**52 - 1} 20 谢谢")
    assert (found.member.telegram_id, found.words) == (2**52 - 1, "20 谢谢")
