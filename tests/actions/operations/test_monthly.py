"""The monthly report, counted by hand."""

from datetime import datetime

import pytest

from actions.operations import monthly
from rules.money import Money
from rules.occasion import Occasion
from rules.operations.monthly import (
    Figures,
    MonthBeforeUs,
    MonthNotOver,
    Paid,
    Scarce,
    Shares,
    Sought,
    Wished,
)
from rules.people import Part
from rules.programme.programme import Programme
from rules.stage import Stage
from rules.values import replace
from storage import groups, members, stages
from storage.daily import sought
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.operations import monthlies
from tests.actions.operations.months import DAY, HOUR, PRICED, SHANGHAI, Story, at

NOTHING = Figures(
    asked=0,
    replied=0,
    in_a_day=0,
    first_answer_s=None,
    helpers=0,
    helps=0,
    top_helps=0,
    carriers=0,
    came=0,
    stayed=0,
    works_due=0,
    in_time=0,
    on_sprout=0,
    on_active=0,
    on_mature=0,
    on_alumni=0,
    issued=0,
    redeemed=0,
    outstanding=0,
    scarce=0,
    wishes=0,
    sought=0,
)


@pytest.fixture
def story(tx: Tx) -> Story:
    return Story(tx)


def test_a_month_in_which_nothing_happened_has_figures_of_nothing(story: Story) -> None:
    told = story.report()
    assert told.this == NOTHING
    assert told.before == replace(NOTHING, outstanding=None, scarce=None, wishes=None, sought=None)
    assert told.shares == Shares(None, None, None, None, 0)
    assert (told.helped_most, told.paid, told.worth) == ((), (), Money(0, "CNY"))


def test_questions_of_the_month_by_who_answered_when(story: Story) -> None:
    story.asks("a", at(11, 3), ("b", HOUR), ("c", 60 * DAY))
    story.asks("a", at(11, 4), ("a", 60), ("b", 30 * HOUR))
    own = story.asks("a", at(11, 5), ("a", 60))
    story.asks("a", at(11, 6), found=600)
    story.asks("a", at(12, 1, 3, 59), ("b", 23 * HOUR))
    late = story.asks("a", at(12, 1, 3, 59), ("b", 25 * HOUR))
    story.asks("a", at(12, 1, 4, 0), ("b", 1))
    story.asks("a", at(11, 1, 3, 59), ("b", 1))
    told = story.report()
    assert (told.this.asked, told.this.replied, told.this.in_a_day) == (6, 4, 3)
    assert told.this.first_answer_s == HOUR  # 600, 3600, 23 hours, 30 hours: the lower of the two in the middle
    assert (told.shares.in_a_day, told.shares.unanswered) == (50, 2)
    assert told.to_do is not None
    assert [one.number for one in told.to_do.waiting] == [own]
    assert late
    assert told.before is not None
    assert (told.before.asked, told.before.in_a_day) == (1, 1)


def test_help_is_counted_by_deed_and_how_few_do_most_of_it(story: Story) -> None:
    for helper, times in {"b": 5, "c": 3, "d": 1, "e": 1}.items():
        for n in range(times):
            story.thanks(helper, at(11, 2 + n))
    story.thanks("b", at(11, 20), outcome="taken_back")
    story.thanks("f", at(11, 20), outcome="pair_limit")
    story.accepts(story.asks("a", at(11, 3)), "b", "a", at(11, 4))
    story.accepts(story.asks("a", at(11, 3)), "g", "a", at(11, 4), taken_back_at=at(12, 1))
    story.accepts(story.asks("a", at(11, 3)), "a", "a", at(11, 4))
    story.thanks("f", at(12, 1, 4, 0))
    story.thanks("f", at(11, 1, 3, 59))
    told = story.report()
    assert (told.this.helpers, told.this.helps, told.this.top_helps, told.this.carriers) == (4, 11, 10, 2)
    assert (told.shares.top, told.helped_most) == (91, ("b", "c", "d"))
    assert told.before is not None
    assert (told.before.helpers, told.before.helps) == (1, 1)


def test_what_was_counted_on_another_day_is_counted_anew(story: Story) -> None:
    while monthly.prepare(story.tx, "2026-11", story.occasion):
        pass
    story.comes("b", at(10, 6), 14)
    assert monthly.report(story.tx, "2026-11", story.occasion).this.came == 0
    tomorrow = replace(story.occasion, now=story.occasion.now + DAY)
    assert monthly.report(story.tx, "2026-11", tomorrow).this.came == 1


def test_who_came_the_month_before_and_is_still_there(story: Story) -> None:
    story.comes("a", at(10, 5), 0, 1, 14)
    story.comes("b", at(10, 6), 0, 13)
    story.comes("c", at(10, 7), 29)
    story.comes("d", at(11, 1, 3, 59), 28)
    story.comes("e", at(11, 1, 4, 0), 14)
    story.comes("f", at(10, 1, 3, 59), 20)
    core = groups.activate(story.tx, -1002, "核心", Part.CORE, "Asia/Shanghai", "zh", at(9, 1)).id
    members.found_in(story.tx, core, story.member("g"), at(9, 5))
    story.comes("g", at(10, 8), 14)
    story.comes("h", at(10, 9))
    for how, day in (("passed", "2026-10-24"), ("made", "2026-10-25")):
        story.tx.run(
            "INSERT INTO check_in (member, day, streak, at, how, zone, starts_at)"
            " VALUES (:who, :day, 1, 0, :how, 'Asia/Shanghai', 0)",
            who=story.member("h" if how == "made" else "b"),
            day=day,
            how=how,
        )
    told = story.report()
    assert (told.this.came, told.this.stayed, told.shares.stayed) == (5, 3, 60)
    assert told.before is not None
    assert (told.before.came, told.before.stayed) == (1, 1)


def test_works_whose_promised_time_ended_in_the_month(story: Story) -> None:
    story.work(at(11, 3), 24 * HOUR, "approved")
    story.work(at(11, 3), 24 * HOUR + 1, "approved")
    story.work(at(11, 4), None)
    story.work(at(11, 4), None, "withdrawn")
    story.work(at(11, 30, 3, 59), HOUR, "approved")
    story.work(at(11, 30, 4, 0), HOUR, "approved")
    story.work(at(10, 31, 4, 0), HOUR, "approved")
    told = story.report()
    assert (told.this.works_due, told.this.in_time, told.shares.in_time) == (5, 3, 60)


def test_points_by_when_they_were_written_and_none_that_were_taken_back(story: Story) -> None:
    story.paid("a", 1_000, at(11, 1, 3, 59))
    story.paid("a", 500, at(11, 1, 4, 0))
    story.paid("b", 30, at(11, 2), "thanks")
    wrong = story.paid("b", 70, at(11, 3), "thanks")
    again = story.paid("b", 15, at(11, 4), "thanks")
    story.spends("a", 400, at(11, 5))
    back = story.spends("a", 100, at(11, 6))
    undoing = story.undone(again, at(11, 7))
    ledger.hold(story.tx, story.member("a"), 50, story.cause("redeem", at(11, 8)))
    story.paid("c", 8, at(12, 1, 4, 0))
    story.undone(wrong, at(12, 1, 5))
    story.undone(undoing, at(12, 1, 6))
    ledger.refund(story.tx, back, story.cause("refund", at(12, 1, 7)))
    told = story.report()
    assert told.paid == (Paid("checkin", 500), Paid("thanks", 45))
    assert (told.this.issued, told.this.redeemed) == (545, 400)
    assert told.this.outstanding == 1_000 + 500 + 30 + 70 - 400 - 100  # as it stood then; `again` was undone that day
    assert told.worth == Money(5_500, "CNY")
    assert told.before is not None
    assert (told.before.issued, told.before.redeemed, told.before.outstanding) == (1_000, 0, None)


def test_points_taken_back_and_given_again_in_the_month_count_once(story: Story) -> None:
    story.undone(story.undone(story.paid("a", 15, at(11, 2)), at(11, 3)), at(11, 4))
    assert (story.report().this.issued, story.report().this.outstanding) == (15, 15)


def test_without_a_value_nothing_is_said_of_money(tx: Tx) -> None:
    story = Story(tx, Programme())
    story.paid("a", 100, at(11, 2))
    told = story.report()
    assert (told.this.outstanding, told.hundred, told.worth) == (100, None, None)


def test_stock_that_will_not_last_at_the_pace_of_the_month(story: Story) -> None:
    month = [(at(11, day), "pending") for day in range(2, 12)]
    soon = story.reward("冰箱", 6, at(10, 1), *month, (at(11, 12), "cancelled"), (at(12, 1, 4), "pending"))
    story.reward("杯子", 11, at(10, 1), *month)
    story.reward("没人换", 1, at(10, 1))
    gone = story.reward("车模", 0, at(10, 1), wanted=3)
    fresh = story.reward("新品", 10, at(11, 21, 4), *month)
    told = story.report()
    assert told.to_do is not None
    assert told.to_do.scarce == (
        Scarce(gone, "车模", 0, 0),
        Scarce(fresh, "新品", 10, 10),
        Scarce(soon, "冰箱", 6, 18),
    )
    assert (told.this.scarce, told.this.wishes, told.to_do.wished) == (3, 3, (Wished(gone, "车模", 3),))


def test_stages_at_the_months_end_as_the_pipeline_counts_them(story: Story) -> None:
    stages.put(story.tx, story.member("a"), Stage.SPROUT, story.member("o"), at(10, 3))
    stages.put(story.tx, story.member("a"), Stage.ACTIVE, story.member("o"), at(11, 3))
    stages.put(story.tx, story.member("b"), Stage.SPROUT, story.member("o"), at(12, 1, 3, 59))
    stages.put(story.tx, story.member("c"), Stage.SPROUT, story.member("o"), at(12, 1, 4, 0))
    told = story.report()
    assert (told.this.on_sprout, told.this.on_active) == (1, 1)
    assert told.before is not None
    assert (told.before.on_sprout, told.before.on_active) == (1, 0)


def test_searches_in_vain_by_the_brands_day(story: Story) -> None:
    for day in ("2026-10-31", "2026-11-01", "2026-11-30", "2026-11-30", "2026-12-01"):
        sought.note(story.tx, datetime.fromisoformat(day).date(), "拖车钩")
    sought.note(story.tx, datetime.fromisoformat("2026-11-09").date(), "天窗")
    told = story.report()
    assert told.this.sought == 4
    assert told.to_do is not None
    assert told.to_do.sought == (Sought("拖车钩", 3),)


def test_nobody_who_repeats_a_search_makes_it_large_and_no_crowd_of_words_fills_the_table(story: Story) -> None:
    day = datetime.fromisoformat("2026-11-09").date()
    for n in range(sought.MOST_WORDS + 5):
        sought.note(story.tx, day, f"词{n}")
    for _ in range(sought.MOST_A_DAY + 5):
        sought.note(story.tx, day, "词0")
    assert story.tx.value("SELECT count(*) FROM sought") == sought.MOST_WORDS
    assert (
        sought.times(story.tx, day, datetime.fromisoformat("2026-11-10").date())
        == sought.MOST_WORDS - 1 + sought.MOST_A_DAY
    )
    assert sought.forget(story.tx, at(11, 11)) == sought.MOST_WORDS


def test_the_first_month_has_none_before_it_and_one_that_goes_on_is_told_so_far(story: Story) -> None:
    assert story.report("2026-09").before is None
    with pytest.raises(MonthBeforeUs):
        story.report("2026-08")
    so_far = story.report("2026-12")
    assert so_far.so_far and so_far.before is None and not story.report().so_far
    with pytest.raises(MonthNotOver):
        story.report("2027-01")


def test_one_event_alone_makes_a_month(story: Story) -> None:
    story.thanks("b", at(11, 15))
    told = story.report()
    assert told.this == replace(NOTHING, helpers=1, helps=1, top_helps=1, carriers=1)
    assert told.shares.top == 100


def test_what_stands_at_the_end_is_kept_once_and_compared_with_the_month_after(story: Story) -> None:
    story.paid("a", 100, at(11, 2))
    first = monthly.tell(story.tx, "2026-11", story.occasion)
    story.paid("a", 60, at(12, 3))
    monthly.tell(story.tx, "2026-11", replace(story.occasion, now=at(12, 5)))
    assert monthlies.kept(story.tx, "2026-11") == first.this
    story.occasion = replace(story.occasion, now=at(12, 31, 12))
    assert story.report().this.outstanding == 100
    story.occasion = Occasion(int(datetime(2027, 1, 2, 11, tzinfo=SHANGHAI).timestamp()), PRICED)
    told = story.report("2026-12")
    assert told.this.outstanding == 160
    assert told.before is not None
    assert (told.before.outstanding, told.worth_before) == (100, Money(500, "CNY"))
    assert told.to_do is not None
    assert story.report("2026-11").to_do is None


def test_nothing_is_kept_before_the_last_question_had_its_day(story: Story) -> None:
    monthly.tell(story.tx, "2026-11", replace(story.occasion, now=at(12, 2, 3, 59)))
    assert monthlies.kept(story.tx, "2026-11") is None


def test_whoever_was_forgotten_counts_with_what_they_did_and_is_named_no_more(story: Story) -> None:
    story.thanks("b", at(11, 15))
    number = story.asks("a", at(11, 3))
    for name in ("a", "b"):
        story.tx.run(
            "INSERT INTO forgotten (member, mark, at) VALUES (:who, 'm', 0)",
            who=story.member(name),
        )
    told = story.report()
    assert (told.this.helps, told.this.asked) == (1, 1)
    assert told.to_do is not None
    assert told.to_do.waiting == (), number
