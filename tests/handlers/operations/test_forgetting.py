"""A member is forgotten at their wish: nothing leads to them any more, the books add up, and they begin anew."""

import re
from pathlib import Path

import pytest

from actions.operations.audit import verify
from actions.operations.forgetting import play_again
from rules.operations.forgetting import Forgetting, mark_of, nameless
from rules.people import Role
from sandbox.world.people import Person
from storage import members
from storage.ledger import ledger
from storage.operations import forgettings
from tests.handlers.daily.asking import REPLY, solved
from tests.handlers.fairness.test_sanction import give
from tests.handlers.fairness.undoing import redeems, submits, undo
from tests.shopping import pay
from tests.stage import Stage

SCHEMA = Path("storage/schema.sql")


def asks(stage: Stage, person: Person) -> str:
    """The person asks to be forgotten; what they read."""
    person.say(stage.world.private(person), "/forgetme")
    stage.play()
    return stage.last(person).text


def forgotten(stage: Stage, person: Person) -> None:
    """They are sure, twice."""
    asks(stage, person)
    stage.press(person, stage.last(person), "我想好了，继续")
    stage.press(person, stage.last(person), "确认清除")


def traces(stage: Stage, *sought: str) -> list[str]:
    """Tables and columns in which something of that is found anywhere, but for letters that are already sent."""
    found = []
    for table in re.findall(r"^CREATE TABLE (\w+)", SCHEMA.read_text("utf-8"), re.MULTILINE):
        for row in stage.do(lambda tx, table=table: tx.all(f"SELECT * FROM {table}")):  # type: ignore[misc]
            cells = row._asdict()
            if table == "outbox" and cells["state"] == "sent":
                continue
            found += [f"{table}.{name}" for name, cell in cells.items() if any(one in str(cell) for one in sought)]
    return sorted(set(found))


def problems(stage: Stage) -> list[str]:
    return [str(one) for one in stage.do(lambda tx: verify(tx, stage.programme)).problems]


def test_nothing_leads_to_who_was_forgotten_and_the_books_add_up(stage: Stage) -> None:
    solved(stage, stage.zhou, stage.lin)
    submits(stage)
    stage.lin.say(stage.group, "#提问 冬天胎压打多少？")
    stage.he.say(stage.group, "签到")
    stage.play()
    before = stage.member(stage.lin)
    had = stage.do(lambda tx: ledger.balance(tx, before.id).free)
    assert had > 0 and f"{had} 分作废" in asks(stage, stage.lin)
    forgotten(stage, stage.lin)
    assert f"{had} 分作废" in stage.last(stage.lin).text
    assert traces(stage, "林晓", str(stage.lin.id), REPLY, "冬天胎压") == []
    assert stage.do(lambda tx: ledger.balance(tx, before.id).free) == 0
    assert problems(stage) == []
    entry = stage.do(lambda tx: ledger.of_member(tx, before.id, 1))[0]
    assert "没有人可以退给了" in undo(stage, entry.id)
    assert stage.said(stage.staff)[-1].startswith("有一位车友按自己的意愿清除了资料")
    assert "林晓" not in stage.said(stage.staff)[-1]
    stage.lin.say(stage.group, "我又来了")
    stage.play()
    after = stage.member(stage.lin)
    assert after.id != before.id and after.covenant_version == 0 and after.contribution == 0


def test_their_own_data_is_offered_first_and_they_may_stay(stage: Stage) -> None:
    asks(stage, stage.lin)
    told = stage.last(stage.lin)
    stage.press(stage.lin, told, "先要一份我的资料")
    assert stage.last(stage.lin).media is not None
    stage.press(stage.lin, told, "先不清除")
    assert "什么都没动" in told.text and stage.member(stage.lin).name == "林晓"


def test_what_is_begun_comes_to_its_end_first(stage: Stage) -> None:
    redeems(stage)
    assert "兑换 #1 还没办完" in asks(stage, stage.lin)
    assert "你还担着版主：请主理人先收回" in asks(stage, stage.mo)
    zhou = stage.member(stage.zhou).id
    stage.do(lambda tx: members.give_role(tx, zhou, Role.MENTOR, None, 1))
    assert "你还担着导师" in asks(stage, stage.zhou)
    stage.do(lambda tx: members.take_role(tx, zhou, Role.MENTOR))
    stage.do(lambda tx: members.give_role(tx, zhou, Role.COUNCIL, None, 1))
    assert "你还担着顾问委员：在 /council 里点“不再担任委员”就行" in asks(stage, stage.zhou)


def test_a_sanction_is_not_shed_by_being_forgotten_nor_while_it_is_remembered(stage: Stage) -> None:
    give(stage, "/mute @he 2h 骂人", "禁言 2 小时")
    assert "有一项处理还没到时间" in asks(stage, stage.he)
    stage.advance(3 * 3600)
    assert "之前的处理还在记录期里" in asks(stage, stage.he)
    stage.advance(31 * 86_400)
    assert "先看清楚再决定" in asks(stage, stage.he)


def test_nobody_begins_anew_again_and_again(stage: Stage) -> None:
    forgotten(stage, stage.lin)
    assert "这个账号不久前清除过一次" in asks(stage, stage.lin)
    stage.advance(31 * 86_400)
    assert "先看清楚再决定" in asks(stage, stage.lin)


def test_after_an_older_backup_they_are_forgotten_again_and_nobody_else(stage: Stage) -> None:
    redeems(stage)
    lin, zhou = stage.member(stage.lin), stage.member(stage.zhou)
    known = (
        Forgetting(lin.id, 5, mark_of(stage.lin.id, "salt")),
        Forgetting(zhou.id, 6, mark_of(4711, "salt")),
        Forgetting(987_654, 7, mark_of(4712, "salt")),
    )
    now = stage.occasion()
    assert len(stage.do(lambda tx: play_again(tx, known, now))) == 1
    assert stage.do(lambda tx: play_again(tx, known, now)) == []
    assert traces(stage, "林晓", str(stage.lin.id)) == []
    assert stage.member(stage.zhou).name == "周舟"
    assert stage.do(forgettings.everybody) == [known[0]]
    assert problems(stage) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"name":"林晓","text":"林晓说"}', '{"name":"…","text":"林晓说"}'),
        ("谢谢 \u2068林晓\u2069，好", "谢谢 \u2068…\u2069，好"),
        ('{"about": "{\\"name\\": \\"林晓\\"}"}', '{"about": "{\\"name\\": \\"…\\"}"}'),
        ('{"name": "\\u6797\\u6653"}', '{"name": "…"}'),
        ("@Lin 和 @linda", "@… 和 @linda"),
    ],
)
def test_a_name_goes_from_where_it_was_put_in_as_one(text: str, said: str) -> None:
    assert nameless(text, "林晓", "lin") == said


def test_a_name_that_reads_like_a_word_of_ours_breaks_nothing() -> None:
    assert nameless('{"points":"points"}', "points", None) == '{"points":"points"}'


def test_the_log_says_what_lapsed_as_what_is_gone(stage: Stage) -> None:
    pay(stage, stage.lin, 22)
    forgotten(stage, stage.lin)
    stage.owner.say(stage.world.private(stage.owner), "/log")
    stage.play()
    assert "按本人意愿清除资料" in stage.last(stage.owner).text and "-22 分" in stage.last(stage.owner).text
