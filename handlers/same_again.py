"""The button by which staff make again what was made once. Shared by what shows one; its form belongs to what makes it."""

from handlers.call import Call, ChatKind
from handlers.effects import Button, Link
from handlers.routes import MODERATORS
from rules.people import Part

LASTS_S = 90 * 86_400


def same_again(call: Call, noun: str, number: int) -> tuple[tuple[Button | Link, ...], ...]:
    """Its row, for staff among themselves: in private it is pressed, in their group it leads there."""
    label = f"{noun}/same"
    if not call.roles & MODERATORS:
        return ()
    if call.chat.kind is ChatKind.PRIVATE:
        return ((Button(label, f"{noun}.same", {"number": number}, once=False, lasts_s=LASTS_S),),)
    if call.chat.group is None or call.chat.group.part is not Part.STAFF:
        return ()
    return ((Link(label, start=f"new{noun}-{number}"),),)
