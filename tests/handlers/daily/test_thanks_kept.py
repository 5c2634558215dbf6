"""What a thank keeps of its own time, since nothing else remembers it: who the giver was then, and every try."""

from rules.daily.thanks import ThanksOutcome
from rules.people import Seniority
from rules.programme.thanks import Thanks
from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.daily import thanks
from storage.daily.thanks import Thank
from storage.ledger import ledger
from tests.handlers.daily.asking import points
from tests.stage import Stage

DAY_S = 86_400


def said(stage: Stage, person: Person, text: str = "胎压在“车辆”页里重置") -> Message:
    message = person.say(stage.group, text)
    stage.play()
    return message


def thanked(stage: Stage, person: Person, message: Message, words: str = "谢谢") -> Thank:
    """The thank as it is kept after that try."""
    person.say(stage.group, words, reply_to=message)
    stage.play()
    return kept(stage, person, message)


def kept(stage: Stage, person: Person, message: Message) -> Thank:
    group, giver = stage.community().id, stage.member(person).id
    found = stage.do(lambda tx: thanks.get(tx, group, message.id, giver))
    assert found
    return found


def undone(stage: Stage, person: Person) -> None:
    """The moderator undoes that person's newest entry."""
    member = stage.member(person)
    [entry, *_] = stage.do(lambda tx: ledger.of_member(tx, member.id, 50))
    stage.mo.say(stage.world.private(stage.mo), f"/undo {entry.id} 对刷")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "确认撤回")


def test_a_thank_keeps_who_the_giver_was_then(stage: Stage) -> None:
    long_ago = stage.occasion().now - 60 * DAY_S
    message = said(stage, stage.zhou)
    said(stage, stage.lin, "原来在这里")
    given = thanked(stage, stage.lin, message)
    assert given.here == given.anywhere == Seniority(long_ago, 102)
    for _ in range(5):
        said(stage, stage.lin, "再问一句")
    assert kept(stage, stage.lin, message) == given


def test_a_thank_keeps_the_group_and_all_of_our_groups_apart(stage: Stage) -> None:
    second = stage.world.group("星途二群", people=stage.everyone, bot="administrator")
    stage.owner.say(second, "/setup")
    stage.play()
    stage.press(stage.owner, stage.last(second), "社群（大家聊天、攒积分）")
    stage.clock.advance(DAY_S)
    helped = stage.zhou.say(second, "胎压在“车辆”页里重置")
    stage.lin.say(second, "谢谢", reply_to=helped)
    stage.play()
    [given] = stage.do(lambda tx: list(thanks.everything(tx)))
    today = stage.occasion().now
    assert (given.here, given.anywhere) == (Seniority(today, 1), Seniority(today - 61 * DAY_S, 101))


def test_a_refused_thank_keeps_it_too_and_every_try_is_counted_the_first_time_remembered(stage: Stage) -> None:
    message = said(stage, stage.zhou)
    first_at = stage.occasion().now
    assert thanked(stage, stage.xin, message).here == Seniority(first_at, 1)
    stage.clock.advance(600)
    again = thanked(stage, stage.xin, message)
    assert again.outcome is ThanksOutcome.NO_COVENANT
    assert (again.tries, again.first_at, again.at) == (2, first_at, first_at + 600)
    assert again.here == Seniority(first_at, 2)


def test_thanking_again_with_credit_is_counted_and_changes_nothing_else(stage: Stage) -> None:
    message = said(stage, stage.zhou)
    once = thanked(stage, stage.lin, message)
    stage.clock.advance(3600)
    assert thanked(stage, stage.lin, message) == replace(once, tries=2)
    stage.lin.react(message, "❤")
    stage.play()
    assert kept(stage, stage.lin, message) == replace(once, tries=3)
    assert points(stage, stage.zhou) == 4


def test_a_thank_that_was_taken_back_counts_tries_and_what_undo_does_is_none(stage: Stage) -> None:
    message = said(stage, stage.zhou)
    thanked(stage, stage.lin, message)
    undone(stage, stage.zhou)
    assert kept(stage, stage.lin, message).tries == 1
    again = thanked(stage, stage.lin, message)
    assert (again.tries, again.outcome) == (2, ThanksOutcome.TAKEN_BACK)


def test_what_is_given_back_is_no_try_and_keeps_the_time_of_the_thank(stage: Stage) -> None:
    stage.restart(replace(stage.programme, thanks=Thanks(per_giver_day=1)))
    thanked(stage, stage.lin, said(stage, stage.zhou))
    refused_for = said(stage, stage.he)
    stage.clock.advance(60)
    refused = thanked(stage, stage.lin, refused_for)
    stage.clock.advance(DAY_S)
    undone(stage, stage.zhou)
    back = kept(stage, stage.lin, refused_for)
    assert back == replace(refused, outcome=ThanksOutcome.CREDITED, points=4, entry=back.entry)
    assert points(stage, stage.he) == 4


def test_probation_is_judged_by_what_the_giver_was_then_when_a_thank_is_judged_anew(stage: Stage) -> None:
    """The brand asks for more messages by now: the giver has them today, but had not when they thanked."""
    stage.restart(replace(stage.programme, thanks=Thanks(per_giver_day=1)))
    thanked(stage, stage.lin, said(stage, stage.zhou))
    refused_for = said(stage, stage.he)
    stage.clock.advance(60)
    assert thanked(stage, stage.lin, refused_for).anywhere.messages == 102
    for _ in range(5):
        said(stage, stage.lin, "再问一句")
    stage.restart(replace(stage.programme, thanks=Thanks(per_giver_day=1, probation_messages=103)))
    undone(stage, stage.zhou)
    assert kept(stage, stage.lin, refused_for).outcome is ThanksOutcome.PROBATION
    assert points(stage, stage.he) == 0
