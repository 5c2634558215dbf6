"""Whom a command is about."""

import pytest

from handlers.call import Call, Chat, ChatKind, Mention, Message, Person
from handlers.persons import Named, person_of
from rules.fairness.grant import begins_points
from rules.people import Role
from rules.refusals import BotReplied, FacelessReplied, NobodyNamed, UnknownPerson, WhichPerson
from sandbox.text.entities import Entity
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
        stage.member(stage.mo), frozenset({Role.MODERATOR}), chat, stage.occasion(), message, replied, words, words_at=7
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


def test_an_at_before_what_somebody_is_called_names_them_as_well(stage: Stage) -> None:
    found = named(stage, "@林晓 20 谢谢")
    assert (found.member.telegram_id, found.words) == (stage.lin.id, "20 谢谢")


def test_a_bot_is_nobody(stage: Stage) -> None:
    with pytest.raises(UnknownPerson):
        named(stage, "小助手 20 谢谢", mentions=(Mention(7, 10, Person(77, "小助手", is_bot=True)),))


def test_a_numeric_id_names_somebody(stage: Stage) -> None:
    found = named(stage, f"{stage.lin.id} 20 谢谢")
    assert (found.member.name, found.words) == ("林晓", "20 谢谢")


def test_nobody_named_and_unknown_names_are_told_apart(stage: Stage) -> None:
    with pytest.raises(NobodyNamed):
        named(stage, "20 谢谢")
    with pytest.raises(FacelessReplied):
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


def meant(stage: Stage, words: str, reply_to: Person | None = None) -> list[tuple[str, str]]:
    """Whom the moderator has to choose from, and what would be said of each."""
    with pytest.raises(WhichPerson) as asked:
        named(stage, words, reply_to)
    return [(one.username or "", one.rest) for one in asked.value.people]


def test_a_name_that_holds_the_command_takes_nothing_from_the_one_it_copies(stage: Stage) -> None:
    copycat = stage.world.person("林晓 20", username="copycat")
    copycat.join(stage.group)
    copycat.say(stage.group, "大家好")
    stage.play()
    found = named(stage, "林晓 20 拍得好")
    assert (found.member.name, found.words) == ("林晓", "20 拍得好")
    assert meant(stage, "林晓 20 30 拍得好") == [("copycat", "30 拍得好"), ("lin", "20 30 拍得好")]


def test_a_name_beside_a_reply_to_somebody_else_is_asked_about(stage: Stage) -> None:
    assert meant(stage, "周舟 20 拍得好", person(stage)) == [("", "周舟 20 拍得好"), ("zhou", "20 拍得好")]


def test_a_mention_is_an_account_though_a_link_hides_in_the_reason(stage: Stage) -> None:
    namesake = stage.world.person("路人 甲", username="namesake")
    namesake.join(stage.group)
    namesake.say(stage.group, "大家好")
    stage.play()
    stranger = stage.world.person("路人 甲")
    private = stage.world.private(stage.mo)
    text = "/grant 路人 甲 20 看这里"
    stage.mo.say(
        private,
        text,
        entities=[
            Entity("bot_command", 0, 6),
            Entity("text_mention", 7, 4, user_id=stranger.id),
            Entity("text_link", 15, 3, url="https://example.com"),
        ],
    )
    stage.play()
    assert stage.member(stranger).contribution == 20
    assert stage.member(namesake).contribution == 0
    assert "看这里（https://example.com）" in str(stage.do(lambda tx: tx.all("SELECT reason FROM staff_grant")))


def test_a_reply_to_the_bot_is_said_to_name_nobody(stage: Stage) -> None:
    me = Person(stage.world.bot.id, stage.world.bot.name, is_bot=True)
    for words in ("", "车里能吃面"):
        with pytest.raises(BotReplied):
            named(stage, words, reply_to=me)
    assert named(stage, "林晓 20 拍得好", reply_to=me).member.name == "林晓"


@pytest.mark.parametrize("words", ["/grant 20 说得好", "/member", "/log", "/warn"])
def test_a_reply_to_a_channel_or_an_anonymous_admin_is_said_to_be_one(stage: Stage, words: str) -> None:
    for voice in (stage.world.channel_voice(stage.channel), stage.world.anonymous_admin(stage.group)):
        message = voice.say(stage.group, "冬天胎压高一点")
        stage.mo.say(stage.group, words, reply_to=message)
        stage.play()
        assert "看不出是谁" in stage.whispers(stage.mo)[-1].text
