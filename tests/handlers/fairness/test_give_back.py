"""What a limit had refused because of an entry is paid when that entry is taken back."""

import pytest

from actions.operations import audit
from rules.programme.programme import Programme
from rules.programme.thanks import Thanks
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import audits
from storage.daily import acceptances, thanks
from storage.ledger import ledger
from tests.databases import rows
from tests.handlers.daily.asking import points, solved
from tests.handlers.fairness import undoing as rules
from tests.handlers.fairness.undoing import newest
from tests.stage import Stage

DAY_S = 86_400


def few(**most: int) -> Stage:
    """A stage where limits are reached soon."""
    return Stage(Programme(thanks=replace(Thanks(cooldown_s=0), **most)))


def said(stage: Stage, person: Person, text: str = "胎压在“车辆”页里重置") -> Message:
    message = person.say(stage.group, text)
    stage.play()
    return message


def thanks_for(stage: Stage, person: Person, message: Message, after_s: int = 60) -> None:
    stage.clock.advance(after_s)
    person.say(stage.group, "谢谢", reply_to=message)
    stage.play()


def clean(stage: Stage) -> None:
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems


def taken_back(stage: Stage, person: Person, rule: str, nth: int = 0) -> str:
    """The moderator undoes that person's newest (or an earlier) entry of the rule; what was shown before the press."""
    member = stage.member(person)
    entries = [entry for entry in stage.do(lambda tx: ledger.of_member(tx, member.id, 50)) if entry.rule == rule]
    stage.mo.say(stage.world.private(stage.mo), f"/undo {entries[nth].id} 对刷")
    stage.play()
    shown = stage.last(stage.mo)
    ahead = shown.text
    stage.press(stage.mo, shown, "确认撤回")
    return ahead


def test_what_the_givers_limit_of_the_day_refused_is_paid_and_told_once(stage: Stage) -> None:
    stage = few(per_giver_day=1)
    thanks_for(stage, stage.lin, said(stage, stage.zhou))
    thanks_for(stage, stage.lin, said(stage, stage.he))
    assert (points(stage, stage.zhou), points(stage, stage.he)) == (4, 0)
    ahead = taken_back(stage, stage.zhou, "thanks")
    assert "同时补发（当时被上限挡下的）" in ahead
    assert "何川\u2069 +4 分　收到感谢，\u2068林晓\u2069 谢的" in ahead
    assert (points(stage, stage.zhou), points(stage, stage.he)) == (0, 4)
    stage.evening()
    told = [text for text in stage.said(stage.he) if "现在补给你了" in text]
    assert len(told) == 1
    assert "\u2068林晓\u2069 在11月16日的感谢" in told[0]
    entry = newest(stage, stage.he, "thanks")
    assert entry.reason == f"↩ #{newest_original(stage, stage.zhou)}"
    he = stage.member(stage.he)
    [act_] = [one for one in stage.do(lambda tx: audits.about(tx, he.id, 5)) if one.act == "points.give_back"]
    assert act_.detail["entry"] == entry.id
    clean(stage)


def newest_original(stage: Stage, person: Person) -> int:
    member = stage.member(person)
    entries = stage.do(lambda tx: ledger.of_member(tx, member.id, 50))
    return next(entry.id for entry in entries if entry.reverses is None)


def test_the_first_that_was_refused_comes_first_and_the_limit_still_holds(stage: Stage) -> None:
    stage = few(per_giver_day=1)
    for person in (stage.zhou, stage.he, stage.rui):
        thanks_for(stage, stage.lin, said(stage, person))
    taken_back(stage, stage.zhou, "thanks")
    assert (points(stage, stage.he), points(stage, stage.rui)) == (4, 0)
    taken_back(stage, stage.he, "thanks")
    assert (points(stage, stage.he), points(stage, stage.rui)) == (0, 4)
    clean(stage)


def test_what_the_receivers_limit_refused_is_paid(stage: Stage) -> None:
    stage = few(per_receiver_day=1)
    message = said(stage, stage.zhou)
    thanks_for(stage, stage.lin, message)
    thanks_for(stage, stage.he, message)
    assert points(stage, stage.zhou) == 4
    taken_back(stage, stage.zhou, "thanks")
    assert points(stage, stage.zhou) == 4
    he, day = stage_id(stage, stage.he), stage.occasion()
    assert stage.do(lambda tx: thanks.given_on(tx, he, day)) == 1
    clean(stage)


def stage_id(stage: Stage, person: Person) -> int:
    return stage.member(person).id


def test_what_the_limit_between_two_refused_is_paid_at_its_worth_of_then(stage: Stage) -> None:
    stage = few()
    for _ in range(4):
        thanks_for(stage, stage.lin, said(stage, stage.zhou))
    assert points(stage, stage.zhou) == 4 + 2 + 1
    stage.clock.advance(3 * DAY_S)
    taken_back(stage, stage.zhou, "thanks", nth=2)
    assert points(stage, stage.zhou) == 2 + 1 + 1
    clean(stage)


def test_a_thank_refused_for_coming_too_soon_counts_when_the_one_before_did_not(stage: Stage) -> None:
    first, second = said(stage, stage.zhou), said(stage, stage.zhou)
    thanks_for(stage, stage.lin, first)
    thanks_for(stage, stage.lin, second, after_s=5)
    assert points(stage, stage.zhou) == 4
    taken_back(stage, stage.zhou, "thanks")
    assert points(stage, stage.zhou) == 4
    clean(stage)


def test_boards_count_what_is_given_back_in_the_week_in_which_it_was_earned(stage: Stage) -> None:
    stage = few(per_giver_day=1)
    for person in (stage.zhou, stage.he):
        thanks_for(stage, stage.lin, said(stage, person))
    stage.clock.advance(20 * DAY_S)
    taken_back(stage, stage.zhou, "thanks")
    he = stage_id(stage, stage.he)
    weeks = rows(stage.connection, "SELECT DISTINCT period FROM tally WHERE member = :he AND assist = 4", he=he)
    assert ("2026-W47",) in weeks
    clean(stage)


def test_who_is_under_a_sanction_now_is_paid_nothing_now(stage: Stage) -> None:
    stage = few(per_giver_day=1)
    for person in (stage.zhou, stage.he):
        thanks_for(stage, stage.lin, said(stage, person))
    he = stage_id(stage, stage.he)
    stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = 1894790800 WHERE id = :id", id=he))
    assert "补发" not in taken_back(stage, stage.zhou, "thanks")
    assert points(stage, stage.he) == 0


def test_the_fourth_answer_of_an_asker_is_paid_when_one_of_the_three_is_undone(stage: Stage) -> None:
    for n, helper in enumerate((stage.zhou, stage.he, stage.rui, stage.owner)):
        solved(stage, stage.lin, helper, f"{'雨刮轮胎音响座椅'[2 * n : 2 * n + 2]}坏了", "去店里看看")
    assert (points(stage, stage.owner), points(stage, stage.lin)) == (0, 9)
    ahead = taken_back(stage, stage.zhou, "answer_accepted")
    assert "品牌主理人\u2069 +15 分　回答被采纳（Q4）" in ahead
    assert "林晓\u2069 +3 分　提问得到解决（Q4）" in ahead
    assert (points(stage, stage.zhou), points(stage, stage.owner), points(stage, stage.lin)) == (0, 15, 9)
    stage.evening()
    assert "你在 Q4 被采纳的回答" in stage.last(stage.owner).text
    fourth = stage.do(lambda tx: acceptances.standing(tx, 4))
    assert fourth
    assert fourth.answer_entry
    assert fourth.withheld is None
    clean(stage)


def test_the_place_is_given_on_too_when_the_asker_takes_an_acceptance_back(stage: Stage) -> None:
    for n, helper in enumerate((stage.zhou, stage.he, stage.rui, stage.owner)):
        solved(stage, stage.lin, helper, f"{'雨刮轮胎音响座椅'[2 * n : 2 * n + 2]}坏了", "去店里看看")
    stage.lin.say(stage.group, "/unaccept 1")
    stage.play()
    assert points(stage, stage.owner) == 15
    stage.evening()
    assert "现在补给你了" in stage.last(stage.owner).text
    clean(stage)


def test_nobody_gives_back_to_themselves(stage: Stage) -> None:
    stage = few(per_giver_day=1)
    for person in (stage.zhou, stage.mo):
        thanks_for(stage, stage.lin, said(stage, person))
    entry = newest(stage, stage.zhou, "thanks").id
    assert "自己的事不能自己经手" in rules.undo(stage, entry)
    assert "补发" in rules.undo(stage, entry, by=stage.owner)
    assert points(stage, stage.mo) == 4


def test_pressed_twice_it_is_given_back_once(stage: Stage) -> None:
    stage = few(per_giver_day=1)
    for person in (stage.zhou, stage.he):
        thanks_for(stage, stage.lin, said(stage, person))
    for _ in range(2):
        stage.mo.say(stage.world.private(stage.mo), f"/undo {newest(stage, stage.zhou, 'thanks').id} 对刷")
    stage.play()
    for shown in stage.messages(stage.mo)[-2:]:
        for _ in range(2):
            stage.mo.press(shown, "确认撤回")
    stage.play()
    assert points(stage, stage.he) == 4
    clean(stage)


@pytest.mark.parametrize("word", ["谢谢", "thanks"])
def test_thanking_again_for_what_was_corrected_is_told_and_pays_nothing(stage: Stage, word: str) -> None:
    message = said(stage, stage.zhou)
    thanks_for(stage, stage.lin, message)
    taken_back(stage, stage.zhou, "thanks")
    stage.lin.say(stage.group, word, reply_to=message)
    stage.play()
    assert "版主核对后撤回" in stage.whispers(stage.lin)[-1].text
    assert points(stage, stage.zhou) == 0


def test_why_says_that_it_was_given_back() -> None:
    stage = few(per_giver_day=1)
    for person in (stage.zhou, stage.he):
        thanks_for(stage, stage.lin, said(stage, person))
    taken_back(stage, stage.zhou, "thanks")
    for person in (stage.he, stage.zhou):
        person.say(stage.world.private(person), "/why")
    stage.play()
    assert "当时被上限挡下，后来补给你的" in stage.last(stage.he).text
    assert "后来撤回了" in stage.last(stage.zhou).text
    reversal = newest(stage, stage.zhou, "thanks").id
    assert "已撤回" in rules.undo(stage, reversal)
    stage.zhou.say(stage.world.private(stage.zhou), "/why")
    stage.play()
    assert "后来撤回了" not in stage.last(stage.zhou).text
