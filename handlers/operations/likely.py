"""What somebody very likely means by a sentence: by the words that commands are called, and by what a sentence is about."""

from collections.abc import Mapping, Sequence
from functools import cache

from handlers.routes import Command, Where
from messages.vocabulary import stems, vocabulary
from rules.nearest import Known, alike, known_by, standing
from rules.operations.wish import of_a_product, wishes, without_compounds, without_things
from rules.programme.wording import LOCALES
from rules.typed import bare

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
# What is answered in words, and what is told how it is done in a group.
IN_WORDS = (*SPOKEN_OF, *EXPLAINED)
GROUPS_OWN = ("report",)
# What somebody may want who speaks of a product.
OF_PRODUCTS = ("find", "feedback", "contact")


def likely(commands: Sequence[Command], said: str) -> tuple[str | None, tuple[str, ...]]:
    """What somebody very likely means who says that in private, if it is plain, and what is offered to them by a button.

    Neither of who only tells something: 今天打卡了三家咖啡店.
    """
    known = {one.name: _called(one) for one in commands if offered(one)}
    besides = {one.name: _called(one) for one in commands if one.name in GROUPS_OWN}
    return _likeliest(said, known, {**besides, **_spoken_of()})


def likely_here(commands: Sequence[Command], said: str) -> tuple[str | None, tuple[str, ...]]:
    """The same of somebody who calls the bot by its name in a group."""
    sure, found = _likeliest(said, {one.name: _called(one) for one in commands if _offered_here(one)}, {})
    return sure, (sure,) if sure else tuple(dict.fromkeys((*found, *HERE)))[:GUESSES]


def _likeliest(
    said: str, known: Mapping[str, Known], besides: Mapping[str, Known]
) -> tuple[str | None, tuple[str, ...]]:
    """The one that most of the sentence tells, unless that is little of a long one; else those that stand in it or are like it.

    In a sentence that wants nothing, what tells has to be a good part of it; so it has in one about a product.
    """
    telling = {name: _telling(one) for name, one in {**known, **besides}.items()}
    product = of_a_product(said)
    found = standing(without_compounds(said) if product else said, telling)
    best, length, wanting = next(iter(found), None), len(bare(said)), wishes(said)
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
    return None, tuple(dict.fromkeys((*(name for name in found if name in known), *like)))[:GUESSES]


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


def _offered_here(command: Command) -> bool:
    return offered(command) and command.where is Where.ANYWHERE


def offered(command: Command) -> bool:
    """Whether a button may stand for it: everybody may say it in private, and it needs no further words."""
    return (
        bool(command.private_words or command.stems)
        and not command.who
        and command.where in (Where.ANYWHERE, Where.PRIVATE)
    )
