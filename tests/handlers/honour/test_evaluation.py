"""What is found a minute after a deed is what the night finds, whatever happened and was taken back."""

import random
from functools import partial

import pytest

from actions.fairness import feedback_decided
from actions.fairness.sanction import About, Imposed, impose
from actions.fairness.sanction_ended import lift
from rules.fairness.feedback import FeedbackKind
from rules.fairness.sanction import Grade
from rules.fairness.sanction_asked import Asked
from rules.honour.badge import BadgeState
from rules.people import Member
from rules.programme.badges import Badge, Badges
from rules.programme.conditions import CONDITIONS, Needs
from rules.programme.programme import Programme
from rules.programme.trust import TrustLadder
from rules.programme.wording import Wording
from rules.values import replace
from storage import figures, members
from storage.engine.tx import Tx
from storage.fairness import feedbacks
from storage.ledger import ledger
from tests.handlers.daily.asking import solved
from tests.handlers.fairness.undoing import undo
from tests.handlers.honour.announcing import trusting
from tests.handlers.honour.earning import all_badges, everybody, held, touched
from tests.handlers.works.desk import handed_in, published, reviewed
from tests.stage import Stage

DAY_S = 86_400
ASKED = {grade: Asked(grade, 3_600 if grade is Grade.MUTE else None, 2, "骂人") for grade in Grade}
NAMES = [condition.name for condition in CONDITIONS]
# For each condition that deeds bring about, badges so near that a few days reach them: whoever forgets to mark is found out.
NEAR = Badges(
    Badge(f"{one.name}_{much}", Wording(zh=f"{one.name[:12]} {much}"), "🎖️", needs=Needs({one.name: much}))
    for one in CONDITIONS
    if not one.passes and not one.at_most
    for much in (1, 2)
)


def figures_of_all(tx: Tx, now: int) -> dict[int, dict[str, int]]:
    """Every condition of everybody, counted at once."""
    return figures.between(tx, NAMES, 0, 10_000, now)


def one_by_one(tx: Tx, now: int) -> dict[int, dict[str, int]]:
    """The same, counted for each alone."""
    people = members.agreed_after(tx, 0, 1000)
    return {one: found for one in people if (found := figures.of_member(tx, NAMES, one, now))}


def all_asked(tx: Tx) -> dict[int, str]:
    """What staff are to be asked about whose steps of trust."""
    return {row.member: row.state for row in tx.all("SELECT member, state FROM trust_proposal ORDER BY id")}


def suggested(stage: Stage, author: Member, *, named: bool | None) -> int:
    """A suggestion of theirs is adopted, and they say whether they may be named; its number."""
    occasion, mo = stage.occasion(), stage.member(stage.mo)

    def decide(tx: Tx) -> int:
        number = feedbacks.add(tx, author.id, FeedbackKind.IDEA, "出风口", None, occasion.now, None)
        feedback_decided.adopt(tx, mo, number, Wording(zh="出风口改大"), occasion)
        if named is not None:
            feedback_decided.name(tx, author, number, named=named)
        return number

    return stage.do(decide)


class Life:
    """People of the stage do what comes to their mind, and staff take some of it back."""

    def __init__(self, stage: Stage, dice: random.Random) -> None:
        self.stage, self.dice = stage, dice
        self.people = [stage.lin, stage.zhou, stage.he]
        self.commands = 0

    def act(self) -> None:
        """Something happens."""
        daily, works = [self.check_in, self.thank, self.thank, self.answer], [self.hand_in, self.discover, self.suggest]
        self.dice.choice([*daily, *works, self.take_back, self.rest, self.punish])()
        self.stage.play()

    def check_in(self) -> None:
        self.dice.choice(self.people).say(self.stage.group, "签到")

    def thank(self) -> None:
        giver, receiver = self.dice.sample(self.people, 2)
        said = receiver.say(self.stage.group, f"一条经验 {self.dice.random()}")
        self.stage.play()
        giver.say(self.stage.group, self.dice.choice(["谢谢", "谢谢，讲得特别清楚"]), reply_to=said)

    def answer(self) -> None:
        asker, helper = self.dice.sample(self.people, 2)
        solved(self.stage, asker, helper)

    def hand_in(self) -> None:
        handed_in(self.stage, self.dice.choice(self.people), published(self.stage), photo=self.dice.randbytes(8))
        reviewed(self.stage, self.dice.choice(["退回修改", "通过", "通过并精选"]), "可以再短些")

    def discover(self) -> None:
        """A message is featured, and sometimes no more."""
        message = self.dice.choice(self.people).say(self.stage.group, f"外放电接灯串，亮了一整夜 {self.dice.random()}")
        self.stage.play()
        self.stage.mo.say(self.stage.group, "/feature 露营灯串", reply_to=message)
        self.stage.play()
        if self.dice.random() < 0.4:
            self.stage.mo.say(self.stage.group, "/unfeature 看错了", reply_to=message)

    def suggest(self) -> None:
        """A suggestion is adopted, its author may be named, or not after all."""
        author = self.stage.member(self.dice.choice(self.people))
        suggested(self.stage, author, named=self.dice.choice([None, True, False]))

    def take_back(self) -> None:
        person = self.stage.member(self.dice.choice(self.people))
        paid = [
            entry.id
            for entry in self.stage.do(lambda tx: ledger.of_member(tx, person.id, 50))
            if entry.rule in ("thanks", "checkin", "answer_accepted")
        ]
        if paid:
            undo(self.stage, self.dice.choice(paid))

    def punish(self) -> None:
        """A warning or a mute, or what was given is lifted again."""
        whom, mo = self.stage.member(self.dice.choice(self.people)), self.stage.member(self.stage.mo)
        grade, self.commands = self.dice.choice([Grade.WARNING, Grade.MUTE]), self.commands + 1
        occasion, about = self.stage.occasion(), (1, self.commands)
        given = self.stage.do(lambda tx: impose(tx, mo, whom, ASKED[grade], About(None, None), about, occasion))
        if isinstance(given, Imposed) and self.dice.random() < 0.4:
            self.stage.do(lambda tx: lift(tx, mo, given.sanction, "看错了", occasion))

    def rest(self) -> None:
        self.stage.advance(DAY_S)


@pytest.mark.parametrize("seed", range(4))
def test_the_minute_and_the_night_agree_about_any_history(seed: int) -> None:
    stage = trusting()
    ladder = TrustLadder(framework=Needs({"people_helped": 2}))
    stage.restart(replace(stage.programme, trust=ladder, badges=NEAR))
    life = Life(stage, random.Random(seed))
    everybody(stage)  # what time alone changes is the night's to find
    for _ in range(40):
        life.act()
    touched(stage)
    now = int(stage.clock.now())
    by_minute, asked = stage.do(all_badges), stage.do(all_asked)
    assert stage.do(lambda tx: figures_of_all(tx, now)).items() >= stage.do(lambda tx: one_by_one(tx, now)).items()
    everybody(stage)
    assert stage.do(all_badges) == by_minute and stage.do(all_asked) == asked
    assert by_minute and asked


def test_a_past_is_looked_at_once_and_told_quietly_once(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.do(lambda tx: tx.run("DELETE FROM fact WHERE name = 'badges_known'"))
    touched(stage)
    assert not held(stage, stage.zhou), "before the past was looked at no badge is news"
    everybody(stage)
    assert held(stage, stage.zhou)["first_answer"].quiet
    stage.evening()
    [told] = [said for said in stage.said(stage.zhou) if "奖章" in said]
    assert "已经替你补上" in told and "初次解惑" in told
    assert not [said for said in stage.said(stage.group) if "奖章" in said]


def test_a_threshold_that_rises_takes_nothing_and_one_that_falls_gives_quietly(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    touched(stage)
    higher = tuple(
        _asking(badge, 5) if badge.key == "first_answer" else _asking(badge, 1) if badge.key == "ten_answers" else badge
        for badge in stage.programme.badges
    )
    stage.restart(_with(stage, higher))
    everybody(stage)
    assert {"first_answer", "ten_answers"} <= held(stage, stage.zhou).keys()
    assert held(stage, stage.zhou)["ten_answers"].quiet


def _asking(badge: Badge, much: int) -> Badge:
    return replace(badge, needs=Needs({"answers_accepted": much}))


def _with(stage: Stage, badges: tuple[Badge, ...]) -> Programme:
    return replace(stage.programme, badges=Badges(badges))


def test_a_featured_discovery_and_a_featured_share_each_bring_their_badge(stage: Stage) -> None:
    for words in (
        "昨晚试了试，外放电接灯串，亮了一整夜，早上一看才掉了半度电",
        "#分享 " + "露营回来，后备箱装得满满的，" * 3,
    ):
        message = stage.lin.say(stage.group, words)
        stage.play()
        stage.mo.say(stage.group, "/feature 一晚只用半度电", reply_to=message)
        stage.play()
        touched(stage)
        assert ("worth_seeing" in held(stage, stage.lin)) == words.startswith("#")
        assert "discoverer" in held(stage, stage.lin)


def test_what_is_unfeatured_leaves_its_badge_to_the_staff(stage: Stage) -> None:
    message = stage.lin.say(stage.group, "昨晚试了试，外放电接灯串，亮了一整夜")
    stage.play()
    for command in ("/feature 一晚只用半度电", "/unfeature 看错了"):
        stage.mo.say(stage.group, command, reply_to=message)
        stage.play()
        touched(stage)
    assert held(stage, stage.lin)["discoverer"].state is BadgeState.DOUBTED


def test_an_adopted_suggestion_brings_its_badge_once_its_author_may_be_named_and_keeps_it(stage: Stage) -> None:
    zhou = stage.member(stage.zhou)
    number = suggested(stage, zhou, named=None)
    everybody(stage)
    assert "product_advisor" not in held(stage, stage.zhou), "nobody learns by a badge whose it was"
    for named in (True, False):
        stage.do(partial(feedback_decided.name, member=zhou, number=number, named=named))
        touched(stage)
        everybody(stage)
        assert held(stage, stage.zhou)["product_advisor"].state is BadgeState.HELD


def test_who_said_the_same_is_an_adviser_as_well(stage: Stage) -> None:
    zhou, lin, mo, occasion = *map(stage.member, (stage.zhou, stage.lin, stage.mo)), stage.occasion()

    def decide(tx: Tx) -> None:
        first, second = (
            feedbacks.add(tx, one.id, FeedbackKind.IDEA, "出风口", None, occasion.now, None) for one in (zhou, lin)
        )
        feedback_decided.merge(tx, mo, second, first, occasion)
        feedback_decided.adopt(tx, mo, first, Wording(zh="出风口改大"), occasion)
        feedback_decided.name(tx, lin, second, named=True)

    stage.do(decide)
    touched(stage)
    assert "product_advisor" in held(stage, stage.lin) and "product_advisor" not in held(stage, stage.zhou)
