"""Whatever pays, and what happens to it meanwhile: its messages are edited, its buttons pressed by everybody, its group moves,
its worth changes. Nobody is paid twice for one fact, nobody loses anything, and the books agree.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from actions.ledger.reversals import ELSEWHERE
from rules.programme.points import MOST, Points
from rules.values import replace
from sandbox.world.messages import Button, Message
from sandbox.world.people import Person
from sandbox.world.refusals import Impossible
from tests.actions.fairness.accounts import Accounts
from tests.handlers.daily.asking import points
from tests.handlers.fairness.test_undo_rules import STORIES
from tests.handlers.fairness.undoing import clean, newest, undo
from tests.stage import Stage

LATEST = 12
OTHER_WORDS = "今天天气真好"
PAYING = sorted(set(STORIES) - set(ELSEWHERE))


def written(stage: Stage) -> Iterator[tuple[Person, Message]]:
    """What people have said, wherever; the latest of it."""
    found = [one for chat in list(stage.world.chats.values()) for one in stage.world.messages(chat)]
    for message in [one for one in found if one.sender in stage.everyone][-LATEST:]:
        assert message.sender is not None
        yield message.sender, message


def pressable(stage: Stage) -> list[tuple[Message, Button]]:
    """What there is to press, wherever."""
    found = [one for chat in list(stage.world.chats.values()) for one in stage.world.messages(chat)]
    shown = [one for one in found if one.by_bot][-LATEST:]
    return [(one, button) for one in shown for row in one.buttons for button in row if button.data]


def edited(stage: Stage) -> None:
    """Each message says something more, something else, and what it said."""
    for person, message in written(stage):
        said = message.text
        for words in (f"{said}，改过了", OTHER_WORDS, said):
            person.edit(message, words)
            stage.play()


def pressed(stage: Stage) -> None:
    """Everybody presses everything twice, before the bot comes to any of it."""
    for message, button in pressable(stage):
        for person in stage.everyone:
            for _ in range(2):
                with suppress(Impossible):
                    person.press(message, button.text)
    stage.play()


def revalued(stage: Stage) -> None:
    """Everything is worth twice as much from now on."""
    rules = stage.programme
    stage.restart(replace(rules, points=Points({name: min(2 * worth, MOST) for name, worth in rules.points.items()})))
    stage.play()


def moved(stage: Stage) -> None:
    """The group becomes a supergroup, where messages have other numbers."""
    stage.group = stage.world.migrate(stage.group)
    stage.play()


def earned(rule: str, accounts: Accounts, *, small: bool = False) -> tuple[Stage, Person]:
    """Somebody has earned it, in a group that is `small` still."""
    stage = Stage()
    if small:
        stage.group.kind = "group"
    person = STORIES[rule].earn(stage)
    accounts.read(stage)
    return stage, person


@pytest.mark.parametrize("rule", PAYING)
def test_what_was_paid_stays_paid_once_when_all_that_was_said_is_edited(rule: str) -> None:
    accounts = Accounts()
    stage, person = earned(rule, accounts)
    had = points(stage, person)
    edited(stage)
    assert accounts.read(stage) == [] and points(stage, person) == had
    clean(stage)


@pytest.mark.parametrize("rule", PAYING)
def test_of_everything_that_can_be_pressed_nothing_is_paid_twice(rule: str) -> None:
    accounts = Accounts()
    stage, _ = earned(rule, accounts)
    for _ in range(2):
        pressed(stage)
        accounts.read(stage)
        accounts.agree(stage)
        clean(stage)


@pytest.mark.parametrize("meanwhile", [revalued, moved])
@pytest.mark.parametrize("rule", PAYING)
def test_what_is_undone_and_given_again_after_a_change_is_what_it_was(
    rule: str, meanwhile: Callable[[Stage], None]
) -> None:
    accounts = Accounts()
    stage, person = earned(rule, accounts, small=meanwhile is moved)
    entry, had = newest(stage, person, rule).id, points(stage, person)
    meanwhile(stage)
    undo(stage, entry)
    clean(stage)
    undo(stage, newest(stage, person, rule).id)
    assert points(stage, person) == had
    undo(stage, entry)
    edited(stage)
    accounts.read(stage)
    accounts.agree(stage)
    clean(stage)
