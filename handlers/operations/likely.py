"""What somebody very likely means by a sentence: by the words that commands are called, and by what a sentence is about."""

from collections.abc import Mapping, Sequence
from functools import cache

from handlers.call import Call, ChatKind
from handlers.routes import EVERYONE, Command, Where
from messages.vocabulary import stems, vocabulary
from rules.operations.wish import of_a_product, wishes, without_compounds, without_things
from rules.people import STAFF, Part, Role
from rules.programme.wording import LOCALES
from rules.reading.nearest import Known, alike, known_by, standing
from rules.reading.typed import bare
from rules.refusals import NotAllowed, OnlyInGroup, OnlyInPrivate

# What is offered in a group, where most people read along.
HERE = ("me", "guide", "help")
GUESSES = 3
# What is said in so few characters is what a word in it means; of a longer sentence it has to be this part at least.
SHORT = 8
LITTLE = 8
# Of a sentence that wants nothing it has to be this part.
TELLING = 2
# What is said in so few characters, or so few Latin letters, wants what it names.
BRIEF = (6, 20)
# What is answered with how it is done.
EXPLAINED = ("asking", "thanking", "leaving")
# What is answered so wherever a word of it stands in the sentence, and who can do more about it.
SPOKEN_OF = ("naming", "privacy", "moving", "rescue", "new_car")
# What is answered in words, and what is told how it is done in a group; staff act instead of reporting.
IN_WORDS = (*SPOKEN_OF, *EXPLAINED)
GROUPS_OWN = ("report",)
# Where a command may be used that is offered in private, in the staff group, in another group.
PRIVATELY = frozenset({Where.ANYWHERE, Where.PRIVATE, Where.STAFF})
DESK = frozenset({Where.ANYWHERE, Where.STAFF})
IN_A_GROUP = frozenset({Where.ANYWHERE})
# What somebody may want who speaks of a product.
OF_PRODUCTS = ("find", "feedback", "contact")


def likely(
    commands: Sequence[Command], said: str, roles: frozenset[Role] = EVERYONE
) -> tuple[str | None, tuple[str, ...]]:
    """What somebody of these `roles` very likely means who says that in private, if it is plain, and what is offered to them.

    Neither of who only tells something: 今天打卡了三家咖啡店. What is plain may be another's to do, or to be done elsewhere.
    """
    tools = {one.name: _called(one) for one in commands if _a_tool(one, roles)}
    known = {one.name: _called(one) for one in commands if offered(one) and not one.who}
    besides = {one.name: _called(one) for one in commands if one.name in GROUPS_OWN and not STAFF & roles}
    sure, found = _likeliest(said, tools, known, {**besides, **_spoken_of()})
    within = {one.name for one in commands if offered(one) and (not one.who or one.who & roles)}
    return sure, tuple(name for name in found if name in within)


def likely_here(
    commands: Sequence[Command], said: str, roles: frozenset[Role], part: Part
) -> tuple[str | None, tuple[str, ...]]:
    """The same of somebody who calls the bot by its name in a group; the staff group is where the tools are used."""
    desk = part is Part.STAFF
    tools = {one.name: _called(one) for one in commands if desk and _a_tool(one, roles)}
    known = {one.name: _called(one) for one in commands if offered(one) and one.where in IN_A_GROUP and not one.who}
    sure, found = _likeliest(said, tools, known, {})
    within = {one.name for one in commands if one.where in DESK and (not one.who or one.who & roles)}
    guesses = (name for name in (*found, *HERE) if name in within)
    return sure, (sure,) if sure else tuple(dict.fromkeys(guesses))[:GUESSES]


def require_reach(commands: Sequence[Command], sure: str | None, call: Call) -> None:
    """Raise what says who does it, or that it is done elsewhere, if that is so of what somebody means."""
    private = call.chat.kind is ChatKind.PRIVATE
    for one in commands:
        if one.name != sure:
            continue
        if one.who and not one.who & call.roles:
            raise NotAllowed(bool(STAFF & call.roles), tuple(role.value for role in Role if role in one.who & STAFF))
        if one.where not in PRIVATELY:
            raise OnlyInGroup(one.name)
        if not private and one.where not in DESK:
            raise OnlyInPrivate(one.name)


def _likeliest(
    said: str, tools: Mapping[str, Known], known: Mapping[str, Known], besides: Mapping[str, Known]
) -> tuple[str | None, tuple[str, ...]]:
    """The one that most of the sentence tells, unless that is little of a long one; else those that stand in it or are like it.

    Of what is told as well, a tool of the team comes first; whoever names one wants it. In a sentence that wants
    nothing, what tells has to be a good part of it; so it has in one about a product.
    """
    telling = {name: _telling(one) for name, one in {**tools, **known, **besides}.items()}
    product = of_a_product(said)
    told = standing(without_compounds(said) if product else said, telling)
    found = {name: told[name] for name in sorted(told, key=lambda name: (-told[name], name not in tools))}
    best = next(iter(found), None)
    length, wanting = len(bare(said)), wishes(said) or best in tools
    if product and (best is None or (best in known and _aside(said, telling[best], found[best]))):
        best = next((one for one in found if one in OF_PRODUCTS), None)
        if best is None:
            return None, ()
    if best and length <= (
        max(SHORT, LITTLE * found[best]) if wanting else max(BRIEF[said.isascii()], TELLING * found[best])
    ):
        return best, (best,)
    if not wanting:
        return None, ()
    like = alike(said, known)
    return None, tuple(dict.fromkeys((*(name for name in found if name not in besides), *like)))[:GUESSES]


def _aside(said: str, one: Known, told: int) -> bool:
    """Whether little of a sentence about a product tells so, and not by the product: 车机时区不对, not 想借相机."""
    return standing(without_things(said), {"": one}).get("") == told and TELLING * told <= len(bare(said))


def _spoken_of() -> dict[str, Known]:
    """What somebody may speak of that is no command, by the words of every language."""
    talk = vocabulary("help", LOCALES[0]).choices["talk"]
    return {kind: _known(talk[kind], stems().get(kind, ())) for kind in IN_WORDS}


@cache
def _known(words: tuple[str, ...], parts: tuple[str, ...]) -> Known:
    return known_by(words, parts)


def _called(command: Command) -> Known:
    return _known((*command.words, *command.private_words, command.name), command.stems)


@cache
def _alone() -> frozenset[str]:
    """Words that mean something only by themselves."""
    return frozenset(map(bare, vocabulary("help", LOCALES[0]).choices["talk"]["alone"]))


@cache
def _telling(one: Known) -> Known:
    """What tells in a sentence."""
    return Known(tuple(word for word in one.words if word not in _alone()), one.stems)


def _a_tool(command: Command, roles: frozenset[Role]) -> bool:
    """Whether somebody of these roles may speak of it as a tool of the team: of all of them who is staff, else of their own."""
    known = bool(command.words or command.stems)
    return known and bool(command.who & roles or (command.who and STAFF & roles))


def is_tool(commands: Sequence[Command], name: str) -> bool:
    """Whether the command of that name is one of the team's, which are written with what they need: /grant @zhou 20."""
    return any(one.name == name and one.who for one in commands)


def offered(command: Command) -> bool:
    """Whether a button may stand for it: it is known by what people say, and may be used where nobody is replied to."""
    said = command.words if command.who else command.private_words
    return bool(said or command.stems) and command.where in PRIVATELY
