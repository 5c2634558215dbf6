"""In the evening each note is looked at again: what is no longer true is dropped, or what is true now is said."""

import ast
from pathlib import Path

from actions.note import checks
from rules.note import kind_of
from rules.people import Role
from sandbox.world.people import Person
from storage import members, notes
from tests.handlers.daily.asking import accept, answer, ask, solved
from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.works.desk import hung, published, written
from tests.shopping import tell
from tests.stage import Stage

ROOT = Path(__file__).parents[3]
HOUR_S, DAY_S = 3_600, 86_400


def granted(stage: Stage, words: str = "@lin 60 好图") -> int:
    """The number of the entry."""
    stage.mo.say(stage.staff, f"/grant {words}")
    stage.play()
    return newest(stage, stage.lin, "grant").id


def last_entry(stage: Stage) -> int:
    found: int = stage.do(lambda tx: tx.value("SELECT max(id) FROM transfer"))
    return found


def evening(stage: Stage, person: Person) -> str:
    """What the person reads that evening."""
    before = len(stage.said(person))
    stage.evening()
    return "\n".join(stage.said(person)[before:])


def test_every_kind_of_note_says_how_it_is_looked_at() -> None:
    kinds = set()
    for path in (ROOT / "handlers").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Note":
                about = node.args[2]
                if isinstance(about, ast.Constant):
                    kinds.add(kind_of(str(about.value)))
                if isinstance(about, ast.JoinedStr) and isinstance(about.values[0], ast.Constant):
                    kinds.add(kind_of(about.values[0].value))
    assert kinds and kinds <= set(checks()), kinds - set(checks())


def test_points_that_were_taken_back_are_not_told_as_received(stage: Stage) -> None:
    undo(stage, granted(stage))
    said = evening(stage, stage.lin)
    assert "有 60 分收回了" in said and "好图" not in said


def test_a_correction_that_was_undone_before_anybody_heard_of_it_is_not_told(stage: Stage) -> None:
    entry = granted(stage)
    stage.evening()
    undo(stage, entry)
    undo(stage, last_entry(stage))
    assert evening(stage, stage.lin) == ""


def test_a_correction_that_was_heard_of_is_told_when_it_is_undone(stage: Stage) -> None:
    entry = granted(stage)
    stage.evening()
    undo(stage, entry)
    assert "有 60 分收回了" in evening(stage, stage.lin)
    undo(stage, last_entry(stage))
    assert "之前扣掉的 60 分还给你了" in evening(stage, stage.lin)


def test_what_was_taken_given_and_taken_again_is_told_once(stage: Stage) -> None:
    entry = granted(stage)
    stage.evening()
    undo(stage, entry)
    undo(stage, last_entry(stage))
    undo(stage, entry)
    said = evening(stage, stage.lin)
    assert said.count("60 分收回了") == 1 and "还给你" not in said


def test_thanks_taken_back_just_before_are_not_told_and_the_next_are_the_first(stage: Stage) -> None:
    def thank(words: str) -> None:
        message = stage.zhou.say(stage.group, "胎压在“车辆”页里重置")
        stage.play()
        stage.lin.say(stage.group, f"谢谢，{words}", reply_to=message)
        stage.play()

    thank("讲得真细")
    stage.advance(11 * HOUR_S + 15 * 60)
    zhou = stage.member(stage.zhou).id
    assert "first_thanks:0" in stage.do(lambda tx: notes.subjects(tx, zhou, "keepsake"))
    undo(stage, newest(stage, stage.zhou, "thanks").id)
    assert "第一份谢意" not in evening(stage, stage.zhou)
    stage.advance(12 * HOUR_S)
    thank("这张图救了我")
    assert "这张图救了我" in evening(stage, stage.zhou)


def test_a_new_level_is_told_with_what_the_next_one_asks_for_by_then(stage: Stage) -> None:
    granted(stage)
    stage.advance(HOUR_S)
    granted(stage, "@lin 10 又一张")
    said = evening(stage, stage.lin)
    level = stage.programme.levels.progress(70, stage.member(stage.lin).level)
    assert f"还差 {level.missing} 贡献值" in said


def test_a_question_that_waits_is_brought_to_mind_with_the_replies_it_has_by_then(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    stage.evening()
    stage.advance(22 * HOUR_S)
    lin = stage.member(stage.lin).id
    assert stage.do(lambda tx: notes.subjects(tx, lin, "question")) == ["1"]
    answer(stage, stage.zhou, question)
    assert "1 条回" in evening(stage, stage.lin)


def test_a_mentor_reads_of_what_nobody_has_answered_by_then(stage: Stage) -> None:
    he = stage.member(stage.he).id
    stage.do(lambda tx: members.give_role(tx, he, Role.MENTOR, None, 0))
    question = ask(stage, stage.lin)
    stage.advance(11 * HOUR_S + 25 * 60)
    waits = stage.do(lambda tx: notes.subjects(tx, he, "question_digest"))
    answer(stage, stage.zhou, question)
    assert waits and evening(stage, stage.he) == ""


def test_an_acceptance_that_came_again_was_not_taken_back(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    stage.evening()
    stage.lin.say(stage.group, "/unaccept 1")
    stage.play()
    accept(stage, stage.lin, reply)
    assert "采纳撤回了" not in evening(stage, stage.zhou)


def changed(stage: Stage, lines: str) -> None:
    for words in ("/editchallenge 1", lines):
        tell(stage, stage.mo, words)
        stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")


def test_a_deadline_that_moved_again_is_told_as_it_is_now(stage: Stage) -> None:
    published(stage)
    stage.press(stage.lin, stage.messages(stage.group)[0], "参加")
    changed(stage, "截止：12-01 20:00")
    stage.mo.say(stage.staff, "/extendchallenge 1 12-02 20:00")
    stage.play()
    said = evening(stage, stage.lin)
    assert "改过几次，现在截止到12月2日" in said and "12月1日" not in said


def test_of_a_challenge_that_is_over_no_change_is_told(stage: Stage) -> None:
    published(stage)
    stage.press(stage.lin, stage.messages(stage.group)[0], "参加")
    changed(stage, "积分：40")
    tell(stage, stage.mo, "/closechallenge 1")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "确认结束")
    assert "有改动" not in evening(stage, stage.lin)


def test_other_words_in_the_channel_are_not_told_of_a_post_that_is_gone(stage: Stage) -> None:
    shown = hung(stage)
    written(stage, stage.mo, shown, "改频道配文", "更正：是第四遍")
    written(stage, stage.mo, shown, "从频道撤下", "重复了")
    assert "配文改过了" not in evening(stage, stage.lin)
