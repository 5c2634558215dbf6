"""How everything that pays is earned, what follows when it is undone, and how it is earned again, for stories."""

from actions.honour import best_assist
from actions.operations import audit
from actions.shop import redemption
from rules.ledger.ledger import Entry
from sandbox.world.people import Person
from storage.daily import acceptances, checkins, questions, shields, thanks
from storage.honour import best_assists
from storage.ledger import ledger
from storage.works import submissions
from tests.databases import rows
from tests.handlers.daily.asking import REPLY, accept, points, solved
from tests.handlers.fairness.story import Story, nothing_more
from tests.handlers.works.desk import handed_in, published, reviewed
from tests.shopping import act, pay, put_up
from tests.stage import Stage

DAY_S = 86_400


TABLES = {
    "check_in": "member, day, streak, how, chat_group",
    "streak_milestone": "member, streak, day",
    "shield": "member, have, helps, ever",
    "shield_help": "fact, member",
    "thanks": "message, giver, outcome, points, entry",
    "feature": "message, member, points, entry, taken_back_at",
    "share": "message, member, kind, points, entry, further_entry, taken_back_at",
    "acceptance": "question, n, answer_entry, asker_entry, taken_back_at",
    "question": "id, state",
    "knowledge": "question, message, title, body",
    "best_assist": "week, member, taken_back_at",
    "staff_grant": "id, state, undone_at",
    "submission": "id, standing, featured_at",
    "tally": "scope, period, member, points, checkin, assist, creator, newcomer",
    "account": "id, posted, held",
    "member": "id, contribution, level",
}


def newest(stage: Stage, person: Person, rule: str) -> Entry:
    """The person's newest entry of that rule."""
    member = stage.member(person)
    return next(one for one in stage.do(lambda tx: ledger.of_member(tx, member.id, 50)) if one.rule == rule)


def undo(stage: Stage, number: int, by: Person | None = None) -> str:
    """Undo an entry by preview and press; what was answered in the end."""
    actor = by or stage.mo
    actor.say(stage.world.private(actor), f"/undo {number} 记错了")
    stage.play()
    preview = stage.last(actor)
    if "准备撤回" in preview.text:
        stage.press(actor, preview, "确认撤回")
    return preview.text


def gives_back_only_into_room(stage: Stage, person: Person, rule: str, back: int) -> None:
    """While what was earned anew has its place, what was taken back by `back` stays so; once that is free, it counts."""
    earned = points(stage, person)
    assert "已经重新得过了" in undo(stage, back)
    assert points(stage, person) == earned
    undo(stage, newest(stage, person, rule).id)
    undo(stage, back)
    assert points(stage, person) == earned, "its place is free again"
    clean(stage)


def clean(stage: Stage) -> None:
    """The books and the features agree."""
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems


def everything(stage: Stage) -> dict[str, list[tuple[object, ...]]]:
    """What features and totals say."""
    found = {}
    for table, columns in TABLES.items():
        kept = rows(stage.connection, f"SELECT {columns} FROM {table}")
        found[table] = sorted((tuple(row) for row in kept), key=repr)
    return found


def whispered(stage: Stage, person: Person) -> str:
    return stage.whispers(person)[-1].text


def checks_in(stage: Stage) -> Person:
    stage.lin.say(stage.group, "签到")
    stage.play()
    return stage.lin


def seven_days(stage: Stage) -> Person:
    for day in range(7):
        if day:
            stage.clock.advance(DAY_S)
        checks_in(stage)
    return stage.lin


def answers(stage: Stage) -> Person:
    solved(stage, stage.lin, stage.zhou)
    return stage.zhou


def asks(stage: Stage) -> Person:
    solved(stage, stage.lin, stage.zhou)
    return stage.lin


def thanked(stage: Stage) -> Person:
    message = stage.zhou.say(stage.group, "胎压在“车辆”页里重置")
    stage.play()
    stage.lin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    return stage.zhou


def submits(stage: Stage) -> Person:
    handed_in(stage, stage.lin, published(stage))
    stage.advance(60)
    reviewed(stage, "通过", "转场利落")
    return stage.lin


def is_featured(stage: Stage) -> Person:
    handed_in(stage, stage.lin, published(stage))
    stage.advance(60)
    reviewed(stage, "通过并精选", "转场利落")
    return stage.lin


def wins(stage: Stage) -> Person:
    message = stage.zhou.say(stage.group, "胎压在“车辆”页里重置")
    stage.play()
    for person in (stage.lin, stage.he, stage.mo):
        person.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    stage.clock.advance(7 * DAY_S)
    group = stage.community()
    found = act(stage, best_assist.find, group)
    act(stage, best_assist.award, group, found.week, found.member)
    return stage.zhou


def granted(stage: Stage) -> Person:
    stage.owner.say(stage.staff, "/grant @lin 150 夜里拖车")
    stage.play()
    return stage.lin


def deducted(stage: Stage) -> Person:
    stage.owner.say(stage.staff, "/grant @lin 50 夜里拖车")
    stage.owner.say(stage.staff, "/grant @lin -20 误领")
    stage.play()
    return stage.lin


def redeems(stage: Stage) -> Person:
    reward = put_up(stage)
    wish = redemption.Wish(reward.id, 0, reward.version, 80)
    act(stage, redemption.redeem, pay(stage, stage.lin, 300), wish)
    return stage.lin


def written_off(stage: Stage) -> Person:
    stage.owner.say(stage.staff, "/grant @lin 50 夜里拖车")
    stage.owner.say(stage.staff, "/grant @lin -30 误领")
    stage.play()
    undo(stage, newest(stage, stage.lin, "grant").id)
    return stage.lin


def recovered(stage: Stage) -> Person:
    lin = written_off(stage)
    undo(stage, newest(stage, lin, "deduction").id)
    return lin


def no_check_in(stage: Stage) -> None:
    lin = stage.member(stage.lin).id
    assert stage.do(lambda tx: checkins.last(tx, lin)) is None


def streak_of_seven(stage: Stage) -> None:
    lin = stage.member(stage.lin).id
    last = stage.do(lambda tx: checkins.last(tx, lin))
    assert last and last.streak == 7


def question_open(stage: Stage) -> None:
    assert stage.do(lambda tx: acceptances.standing(tx, 1)) is None
    question = stage.do(lambda tx: questions.get(tx, 1))
    assert question and question.state == "open"
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM knowledge")) == 0
    assert points(stage, stage.lin) == 0, "the asker's share goes with it"


def answer_accepted(stage: Stage) -> None:
    assert stage.do(lambda tx: acceptances.standing(tx, 1)) is not None
    assert points(stage, stage.zhou) == 15


def thank_uncounted(stage: Stage) -> None:
    lin, zhou, day = stage.member(stage.lin).id, stage.member(stage.zhou).id, stage.occasion()
    assert (
        stage.do(lambda tx: thanks.given_on(tx, lin, day))
        == stage.do(lambda tx: thanks.received_on(tx, zhou, day))
        == 0
    )
    assert stage.do(lambda tx: shields.get(tx, zhou)).helps == 0


def work_approved(stage: Stage) -> None:
    submission = stage.do(lambda tx: submissions.get(tx, 1))
    assert submission and submission.standing in ("approved", "featured")


def nobody_won(stage: Stage) -> None:
    week = stage.do(lambda tx: tx.value("SELECT week FROM best_assist"))
    group = stage.community().id
    assert stage.do(lambda tx: best_assists.winner(tx, group, week)) is None


def limit_free(stage: Stage) -> None:
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM staff_grant WHERE undone_at IS NOT NULL")) == 1


def order_waits(stage: Stage) -> None:
    assert stage.do(lambda tx: tx.value("SELECT state FROM shop_order")) == "pending"


def accept_again(stage: Stage) -> None:
    [message] = [m for m in stage.world.messages(stage.group) if m.text == REPLY]
    accept(stage, stage.lin, message)


def thank_again(stage: Stage) -> None:
    [message] = [m for m in stage.world.messages(stage.group) if "胎压" in m.text]
    stage.clock.advance(60)
    stage.lin.say(stage.group, "谢谢", reply_to=message)
    stage.play()


def submit_again(stage: Stage) -> None:
    handed_in(stage, stage.lin, 1, photo=b"another")


def win_again(stage: Stage) -> None:
    stage.mo.say(stage.world.private(stage.mo), "/post assist")
    stage.play()


STORIES = {
    "checkin": Story(checks_in, no_check_in, checks_in, pays=2),
    "checkin_milestone": Story(seven_days, streak_of_seven),
    "answer_accepted": Story(answers, question_open, accept_again, pays=15),
    "question_solved": Story(asks, answer_accepted, accept_again, refused="已经采纳"),
    "thanks": Story(thanked, thank_uncounted, thank_again, refused="核对后撤回"),
    "submission": Story(submits, work_approved, submit_again, refused="交"),
    "featured": Story(is_featured, work_approved, submit_again, refused="交"),
    "best_assist": Story(wins, nobody_won),
    "grant": Story(granted, limit_free, granted, pays=150),
    "deduction": Story(deducted, limit_free),
    "redeem": Story(redeems, order_waits, undone="兑换 #1"),
    "write_off": Story(written_off, nothing_more, undone="跟着另一笔走"),
    "recovery": Story(recovered, nothing_more, undone="跟着另一笔走"),
}
