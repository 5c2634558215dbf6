"""How a co-creation brief stands in the groups, and how an answer is shown. Shared by what makes, shows and honours one."""

from collections.abc import Sequence

from actions.teams.cocreation import AnswerSeen, CocreationSeen
from handlers import announcing
from handlers.call import Call, ChatKind
from handlers.effects import Button, Effect, Keyboard, Link, Show
from handlers.routes import MODERATORS
from rules.files import batches
from rules.people import Group
from storage.engine.tx import Tx


def announced(told: Sequence[Group], seen: CocreationSeen) -> list[Effect]:
    """Into these groups."""
    return announcing.announced("cocreation", seen.id, told, seen, _row(seen))


def announced_anew(tx: Tx, seen: CocreationSeen) -> list[Effect]:
    """Where it was announced it reads as it stands now."""
    return announcing.announced_anew(tx, "cocreation", seen.id, seen, _row(seen))


def answer_buttons(call: Call, seen: AnswerSeen) -> Keyboard:
    """Back to the others; for staff in private the prize, or the way back of one that paid nothing, and the case."""
    data = {"answer": seen.id}
    back = Button("cocreation/answers", "cocreation.answers", {"cocreation": seen.cocreation}, once=False)
    if not call.roles & MODERATORS or call.chat.kind is not ChatKind.PRIVATE:
        return ((back,),)
    prize = () if seen.won else (Button("cocreation/prize", "originality.prize", data, once=False),)
    if seen.won and not seen.points:
        prize = (Button("cocreation/take_back", "originality.ask_back", data, once=False),)
    return ((*prize, Button("cocreation/make_case", "originality.case", data, once=False)), (back,))


def files_of(call: Call, seen: AnswerSeen) -> list[Effect]:
    """What came with it, in whatever form."""
    shown = [[(file.kind, file.file_id) for file in some] for some in batches(seen.files)]
    return [Show(some, member=call.member.id) for some in shown]


def _row(seen: CocreationSeen) -> Keyboard:
    """The way to answer, then to the answers, if there are any."""
    if seen.open:
        return ((Link("cocreation/answer", start=f"cocreate-{seen.id}"),),)
    return ((Link("cocreation/answers", start=f"cocreation-{seen.id}"),),) if seen.answers else ()
