"""Whatever changes what conditions read of a member marks them, with what that condition reads, in the same transaction."""

from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest

from actions.fairness import feedback_decided
from rules.daily.checkin import CheckIn
from rules.daily.shield import Shields
from rules.fairness.feedback import FeedbackKind
from rules.honour.mentoring import Ending
from rules.programme.conditions import Needs
from rules.programme.mentors import Mentors
from rules.programme.wording import Wording
from rules.values import replace
from storage.daily import checkins, shields
from storage.engine.tx import Tx
from storage.fairness import feedbacks
from storage.honour import mentorings
from tests.handlers.daily.asking import accept, answer, ask, solved
from tests.handlers.daily.thanking import DAY_S, helped
from tests.handlers.fairness.test_appeal import appealed
from tests.handlers.fairness.test_sanction import give
from tests.handlers.fairness.test_undo_rules import STORIES
from tests.handlers.fairness.undoing import checks_in, newest, undo
from tests.handlers.honour.marking import Watched
from tests.handlers.honour.mentoring import agreed, entrusted, paired, pressed, private
from tests.handlers.offers.test_attendance import roster, running
from tests.handlers.operations.test_forgetting import forgotten
from tests.handlers.works import quizzing
from tests.handlers.works.desk import handed_in, published, reviewed
from tests.handlers.works.test_editchallenge import opened, previewed

Act = Callable[[Watched], object]

# Which conditions go and come with an entry that is taken back and given again; with any other none does.
COUNTS: dict[str, tuple[str, ...]] = {
    "checkin": ("check_in_days", "longest_streak"),
    "answer_accepted": ("answers_accepted", "people_helped", "questions_solved"),
    "thanks": ("people_helped", "people_thanked"),
    "submission": ("works_approved", "tracks_tried", "video_works"),
    "featured": ("works_featured", "video_featured"),
    "best_assist": ("best_assists",),
    "attendance": ("events_attended",),
    "featured_post": ("discoveries_featured",),
    "quiz": ("quizzes_passed", "certified"),
    "project": ("team_projects",),
}


def said_the_same(stage: Watched) -> None:
    """Two said the same; it is adopted, both may be named, and one of them not after all."""
    authors, mo, occasion = (
        [stage.member(one) for one in (stage.zhou, stage.lin)],
        stage.member(stage.mo),
        stage.occasion(),
    )
    first, second = stage.do(
        lambda tx: [feedbacks.add(tx, one.id, FeedbackKind.IDEA, "出风口", None, occasion.now, None) for one in authors]
    )
    stage.do(lambda tx: feedback_decided.merge(tx, mo, second, first, occasion))
    stage.do(lambda tx: feedback_decided.adopt(tx, mo, first, Wording(zh="出风口改大"), occasion))
    for number, author, named in ((first, authors[0], True), (second, authors[1], True), (second, authors[1], False)):
        stage.do(partial(feedback_decided.name, member=author, number=number, named=named))
    stage.do(lambda tx: feedback_decided.decline(tx, mo, first, "做不出来", occasion))


def found_again(stage: Watched) -> None:
    solved(stage, stage.lin, stage.zhou)
    ask(stage, stage.he, "请问大家，蓝牙钥匙连不上了")
    stage.press(stage.he, stage.last(stage.group), "👌 就是它，解决了")


def newcomers(stage: Watched) -> None:
    stage.xin.start()
    agreed(stage, stage.xin)
    solved(stage, stage.xin, stage.zhou)


def newcomer_forgotten(stage: Watched) -> None:
    """Whoever has helped a newcomer has done so, also when nobody knows any more who that was."""
    newcomers(stage)
    forgotten(stage, stage.xin)


def after_long(stage: Watched) -> None:
    question = ask(stage, stage.lin)
    stage.clock.advance(DAY_S)
    accept(stage, stage.lin, answer(stage, stage.zhou, question))


def words_added(stage: Watched) -> None:
    message = helped(stage)
    for words in ("谢谢", "谢谢，讲得特别清楚"):
        stage.lin.say(stage.group, words, reply_to=message)
        stage.play()


def counted_after_all(stage: Watched) -> None:
    """One thank is all that somebody may give a day; what that refused counts once the first is taken back."""
    stage.restart(replace(stage.programme, thanks=replace(stage.programme.thanks, per_giver_day=1)))
    for helper in (stage.zhou, stage.he):
        stage.lin.say(stage.group, "谢谢", reply_to=helped(stage, helper))
        stage.play()
    undo(stage, newest(stage, stage.zhou, "thanks").id)


def made_up(stage: Watched) -> None:
    """A missed day between two is mended with a shield."""
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: shields.put(tx, lin, Shields(1)))
    for days in (0, 1, 2):
        stage.clock.advance(days * DAY_S)
        checks_in(stage)
    stage.lin.say(stage.group, "补签")
    stage.play()


def renumbered(stage: Watched) -> None:
    """Days in a row are counted anew, and nothing else happens."""
    lin, day = stage.member(checks_in(stage)).id, stage.occasion().day
    stage.do(lambda tx: checkins.renumber(tx, lin, [CheckIn(day, streak=5)]))


def improved(stage: Watched) -> None:
    published(stage)
    for verdict in ("退回修改", "通过"):
        handed_in(stage, stage.lin, 1, photo=verdict)
        reviewed(stage, verdict, "可以再短些")


def other_track(stage: Watched) -> None:
    """What counted as a video is writing from now on."""
    STORIES["submission"].earn(stage)
    opened(stage)
    stage.press(stage.mo, previewed(stage, "赛道：写作"), "保存修改")


def unfeatured(stage: Watched) -> None:
    for words in ("外放电接灯串，亮了一整夜，早上一看才掉了半度电", "#分享 " + "露营回来，后备箱装得满满的，" * 3):
        message = stage.lin.say(stage.group, words)
        for command in ("/feature 一晚只用半度电", "/unfeature 看错了"):
            stage.play()
            stage.mo.say(stage.group, command, reply_to=message)
        stage.play()


def lifted(stage: Watched) -> None:
    stage.press(stage.owner, appealed(stage), "撤回并致歉")


def shortened(stage: Watched) -> None:
    stage.press(stage.owner, appealed(stage, "/suspend @zhou 2天 互相刷分", "暂停 2 天"), "剩下的缩短一半")


def trusted(stage: Watched) -> None:
    for words in ("框架 三份作品都很扎实", "基础 先再看看"):
        stage.mo.say(stage.staff, f"/trust @lin {words}")
        stage.play()
        stage.clock.advance(DAY_S)


def accompanied(stage: Watched) -> None:
    """A mentor has handed a newcomer over to another, with whom the month ends."""
    stage.restart(replace(stage.programme, mentors=replace(Mentors(), needs=Needs({"tenure_days": 30}))))
    stage.xin.start()
    stage.play()
    entrusted(stage, stage.zhou, stage.he)
    paired(stage, stage.zhou, stage.xin)
    private(stage, stage.zhou, "/mentor")
    for label in ("转交 · 新新", "请 何川"):
        pressed(stage, stage.zhou, label)
    stage.evening()
    pressed(stage, stage.he, "好，我来带")
    pressed(stage, stage.xin, "私下介绍")
    xin, occasion = stage.member(stage.xin).id, stage.occasion()
    stage.do(lambda tx: _end(tx, xin, occasion.now))


def _end(tx: Tx, newcomer: int, now: int) -> None:
    found = mentorings.of_newcomer(tx, newcomer)
    assert found
    mentorings.end(tx, found, Ending.TIME, now)


def agreed_late(stage: Watched) -> None:
    """An answer was accepted before the covenant was."""
    stage.xin.start()
    stage.play()
    solved(stage, stage.lin, stage.xin)
    agreed(stage, stage.xin)


def joined_late(stage: Watched) -> None:
    """Somebody agrees first, and comes to the group afterwards."""
    person = stage.world.person("小满")
    person.start()
    agreed(stage, person)
    person.join(stage.group)
    stage.play()


def struck_off(stage: Watched) -> None:
    """Who is suspended comes, is paid nothing, and was not there after all."""
    running(stage, stage.lin)
    give(stage, "/suspend @lin 2天 互相刷分", "暂停 2 天")
    for _ in range(2):
        card = roster(stage)
        stage.press(stage.mo, card, next(one for one in quizzing.labels(card) if "林晓" in one))


def spoken(stage: Watched) -> None:
    running(stage, stage.lin)
    stage.advance(1.5 * DAY_S)


def certificate_dropped(stage: Watched) -> None:
    STORIES["quiz"].earn(stage)
    stage.press(stage.mo, quizzing.say(stage, stage.mo, "/quizbank 1"), "改设置")
    quizzing.say(stage, stage.mo, "发证书：否")


# What somebody does, which condition that changes, and of how many at once or one after another.
ACTS: dict[str, tuple[Act, str, int]] = {
    "a question is found again": (found_again, "answers_found_again", 1),
    "an answer comes after a day": (after_long, "long_waits_ended", 1),
    "a newcomer's question": (newcomers, "newcomers_helped", 1),
    "a newcomer is forgotten": (newcomer_forgotten, "newcomers_helped", 1),
    "words are added to a thank": (words_added, "thanks_in_words", 1),
    "a refused thank counts after all": (counted_after_all, "people_helped", 3),
    "a day is made up": (made_up, "check_in_days", 4),
    "a streak is counted anew": (renumbered, "longest_streak", 2),
    "a returned work is improved": (improved, "works_improved", 1),
    "a challenge changes its track": (other_track, "video_works", 2),
    "a discovery is unfeatured": (unfeatured, "discoveries_featured", 2),
    "a share is unfeatured": (unfeatured, "shares_featured", 2),
    "a suggestion is adopted": (said_the_same, "suggestions_adopted", 4),
    "a sanction is lifted": (lifted, "clean_days", 2),
    "a sanction is shortened": (shortened, "clean_days", 2),
    "a step of trust": (trusted, "step_days", 2),
    "two mentors": (accompanied, "mentored", 2),
    "the covenant is agreed to": (agreed_late, "answers_accepted", 1),
    "somebody joins who has agreed": (joined_late, "founding_days", 1),
    "somebody is struck off the list": (struck_off, "events_attended", 2),
    "an event is settled": (spoken, "events_spoken", 1),
    "a quiz gives no certificate any more": (certificate_dropped, "certified", 2),
}


@pytest.mark.parametrize("rule", STORIES)
def test_what_is_paid_taken_back_and_given_again_is_marked_each_time(rule: str) -> None:
    stage = Watched()
    person = STORIES[rule].earn(stage)
    earned = stage.changes.copy()
    for _ in range(2):
        undo(stage, newest(stage, person, rule).id)
    assert stage.changes - earned == Counter({name: 2 * earned[name] for name in COUNTS.get(rule, ())})


@pytest.mark.parametrize("act", ACTS)
def test_whoever_a_deed_touches_is_marked_with_what_it_changes(act: str) -> None:
    stage = Watched()
    done, condition, times = ACTS[act]
    done(stage)
    assert stage.changes[condition] == times
