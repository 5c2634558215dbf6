"""Weeks in which something is to be announced, for stories."""

from actions.ledger import paying
from rules.programme.announcements import Announcements
from rules.programme.programme import Programme
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members
from storage.engine.tx import Tx
from tests.stage import Stage
from tests.talking import talked

HOUR_S = 3600


DAY_S = 86_400


TO_SUNDAY_20 = 6 * DAY_S + 11 * HOUR_S


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def pay(stage: Stage, person: Person, points: int) -> None:
    member, occasion = stage.member(person), stage.occasion()
    stage.do(lambda tx: paying.give(tx, member, "grant", f"{points}:{stage.clock.now()}", occasion, points=points))


def boards(stage: Stage) -> list[str]:
    return [plain(text) for text in stage.said(stage.group) if "榜单" in text]


def awards(stage: Stage) -> list[str]:
    return [plain(text) for text in stage.said(stage.group) if "本周最佳助攻" in text]


def candidate(stage: Stage) -> Message:
    """The card that was put before the staff."""
    return next(message for message in stage.messages(stage.staff) if "候选" in message.text)


def help_people(stage: Stage, helper: Person, thankers: list[Person], words: str = "谢谢，讲得特别清楚") -> None:
    for thanker in thankers:
        answer = helper.say(stage.group, "先看胎压，再看轮毂")
        stage.play()
        thanker.say(stage.group, words, reply_to=answer)
        stage.play()
        stage.advance(60)


def crowd(stage: Stage, n: int) -> list[Person]:
    """People who have been here long enough for their thanks to count."""
    people = [stage.world.person(f"车友{k}") for k in range(n)]
    group, long_ago = stage.community(), int(stage.clock.now()) - 60 * DAY_S
    for person in people:
        person.join(stage.group)

        def settle(tx: Tx, person: Person = person) -> None:
            member = members.remember(tx, person.id, person.name, None, "zh", long_ago)
            members.agree(tx, member.id, 1, long_ago)
            talked(tx, group.id, member.id, 100, long_ago)

        stage.do(settle)
    return people


def trusting() -> Stage:
    return Stage(Programme(announcements=Announcements(confirm_best_assist=False)))


TO_SUNDAY_20_05 = TO_SUNDAY_20 + 300


def sunday(stage: Stage, week: int = 0) -> None:
    """Live until Sunday at 20:05 of that week."""
    due = 1_794_790_800 + TO_SUNDAY_20_05 + week * 7 * DAY_S
    stage.advance(due - stage.clock.now())
