"""Why something was not done. A refusal rolls everything back and has words of its own in every locale."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

if TYPE_CHECKING:
    from rules.occasion import Occasion


class Refusal(Exception):
    """Raised anywhere below bot/; carries fields for its template, never a sentence.

    Subclasses are dataclasses with `eq=False` (a frozen exception breaks inside context managers). The template
    of `AlreadyCheckedIn` is `refusals/already_checked_in`. One that names the points `rule` it guards is noted for
    the member's "why?"; its fields are then plain values. One that is `over` says that something is decided or gone:
    whoever was asked about it is asked no more.
    """

    template: ClassVar[str] = "refusals/refusal"
    rule: ClassVar[str] = ""
    over: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.template = "refusals/" + re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def frees_at(self, occasion: "Occasion") -> int | None:
        """When the same would no longer be refused (UTC seconds), where that can be said."""
        return None


@dataclass(eq=False)
class NotAllowed(Refusal):
    """The caller's roles do not include this; `staff`: though they are of the team. `who` of the team may."""

    staff: bool = False
    who: tuple[str, ...] = ()


@dataclass(eq=False)
class NotStarted(Refusal):
    """The bot can't write to the person in private, where this would be sent; `payload` opens there what they wanted."""

    payload: str = "orders"


@dataclass(eq=False)
class OnlyInPrivate(Refusal):
    """Belongs in the private chat with the bot; `payload` opens it there."""

    payload: str = ""


@dataclass(eq=False)
class OnlyInGroup(Refusal):
    """The `command` makes sense in an activated group alone."""

    command: str = ""


@dataclass(eq=False)
class OnlyForPeople(Refusal):
    """Sent in the name of a group or channel; a named person has to do it."""


@dataclass(eq=False)
class CovenantFirst(Refusal):
    """The member has not agreed to the covenant in force; `version` is that one's number.

    `renewed`: they had agreed to an earlier one.
    """

    version: int
    renewed: bool = False


@dataclass(eq=False)
class ButtonGone(Refusal):
    """The pressed button has been used up, has expired or was never ours."""


@dataclass(eq=False)
class NotYourButton(Refusal):
    """The pressed button was made for somebody else."""


@dataclass(eq=False)
class ReplyNeeded(Refusal):
    """The command points at a message: it has to be a reply."""

    command: str


@dataclass(eq=False)
class NobodyNamed(Refusal):
    """The command needs a person: reply to them, or write @name or the numeric id."""

    command: str


@dataclass(eq=False)
class FacelessReplied(Refusal):
    """The command needs a person, and what it replies to was said by a channel or in the name of the group."""

    command: str


@dataclass(eq=False)
class BotReplied(Refusal):
    """The command needs a person, and what it replies to was said by a bot, whomever it speaks of."""

    command: str


@dataclass(eq=False)
class UnknownPerson(Refusal):
    """We have never seen the person who was named; `searches` says that the caller may look through the names."""

    named: str
    searches: bool = False


@dataclass(eq=False)
class OwnAlone(Refusal):
    """The command is about whoever gives it alone, and somebody else was named; `staff` look elsewhere."""

    command: str
    staff: bool


@dataclass(eq=False)
class SeveralNamed(Refusal):
    """A further person stands behind the one whom the command is about, and it is about one at a time."""

    command: str


@dataclass(eq=False)
class OneAtATime(Refusal):
    """The `command` is about one thing, and the numbers of two stand there."""

    command: str
    first: int
    second: int


class Candidate(Struct, frozen=True):
    """Somebody who may be meant; the @name, else the account's id, tells them from others of the same name.

    `rest` is what is left of the words when it is them.
    """

    telegram_id: int
    name: str
    username: str | None
    rest: str = ""


@dataclass(eq=False)
class WhichPerson(Refusal):
    """`named` is what several are called, or (not `exact`) part of what these `people` are called: one is to be chosen.

    `message` is the number of the command's message.
    """

    command: str
    named: str
    exact: bool
    people: tuple[Candidate, ...]
    message: int | None


@dataclass(eq=False)
class PassedOn(WhichPerson):
    """The command needs a person, and replies to what `named` passed on from another: one of these `people` is meant, or
    its author, who is not among them where Telegram does not say whom it was, or we have never met them.
    """


@dataclass(eq=False)
class NotForYourself(Refusal):
    """Nobody rewards or judges themselves."""


@dataclass(eq=False)
class InYourHands(Refusal):
    """What the caller would take over is in their own hands already."""


@dataclass(eq=False)
class NotYoursToTakeOver(Refusal):
    """It is in the hands of `name`, and only operators take over what is in another's hands."""

    name: str


class Meeting(Struct, frozen=True):
    """A group where members meet, and the web address by which anybody can come in, empty where there is none."""

    title: str
    way_in: str


@dataclass(eq=False)
class MembersOnly(Refusal):
    """Points, and what members share, are for those in one of the brand's groups; some of these, the nearest first."""

    groups: tuple[Meeting, ...]


@dataclass(eq=False)
class NotHereNow(Refusal):
    """`name` is in no group of the brand's now, or under a sanction: whoever decides gives and entrusts nothing to them."""

    name: str
    suspended: bool


@dataclass(eq=False)
class Suspended(Refusal):
    """A sanction in force keeps the member from earning and redeeming until `until` (UTC seconds, None: open)."""

    until: int | None


@dataclass(eq=False)
class TooFast(Refusal):
    """More at once than one person can mean; wait `retry_after_s` seconds."""

    retry_after_s: int


@dataclass(eq=False)
class NoCommunity(Refusal):
    """There is no community group to announce anything to."""


@dataclass(eq=False)
class CardInWords(Refusal):
    """What is said in reply to a card is kept as words; what the message `holds`, as Telegram calls it, was not."""

    holds: str


@dataclass(eq=False)
class NotTaken(Refusal):
    """What the message `holds`, as Telegram calls it, can't be taken here; words and what `takes` names can."""

    holds: str
    takes: tuple[str, ...]
