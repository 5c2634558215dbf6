"""Whether the caller may see to somebody else's question: one of the staff, or a topic moderator in their own field."""

from actions import topic_moderator
from handlers.call import Call
from handlers.routes import MODERATORS
from rules.daily.question import Question
from rules.people import Role
from storage.daily import questions
from storage.engine.tx import Tx


def of_staff(call: Call) -> bool:
    """Whether the caller moderates everywhere."""
    return bool(call.roles & MODERATORS)


def there(call: Call, tx: Tx, thread: int | None, words: str) -> bool:
    """Whether they moderate what is said in that forum topic of this group, in these words."""
    return of_staff(call) or (
        _holds(call) and topic_moderator.looks_after(tx, call.member, call.group.id, thread, words)
    )


def question(call: Call, tx: Tx, number: int) -> bool:
    """Whether they moderate the question of that number."""
    found = questions.get(tx, number) if _holds(call) else None
    return of_staff(call) or (found is not None and _in_field(call, tx, found))


def for_asker(call: Call, tx: Tx, asked: Question) -> bool:
    """Whether they may accept in the asker's place. Raises AskerMayCome."""
    if of_staff(call) or call.member.id == asked.asker or not (_holds(call) and _in_field(call, tx, asked)):
        return of_staff(call)
    topic_moderator.require_absent(asked.id, asked.asked_at, call.occasion)
    return True


def _holds(call: Call) -> bool:
    return Role.TOPIC_MODERATOR in call.roles


def _in_field(call: Call, tx: Tx, asked: Question) -> bool:
    return topic_moderator.looks_after(tx, call.member, asked.group, asked.topic, asked.text)
