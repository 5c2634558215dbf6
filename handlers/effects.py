"""What a handler answers with. Effects are values; bot/ carries them out after the commit.

`template` names a message (`messages/<locale>/<template>.j2`), `outcome` is the dataclass it speaks about.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from handlers.confide import Await, Confide
from handlers.door import AtDoor
from handlers.parts import More
from handlers.pinning import Pinning
from handlers.polls import ClosePoll, Poll
from handlers.standing import Silence, Tag
from rules.letters import Kind
from rules.note import Matter
from rules.people import Role

DAY_S = 86_400


class Button(Struct, frozen=True):
    """A button with a label from `messages/<locale>/<noun>/labels.toml` (`label`: `noun/key`), which may speak of `outcome`.

    Pressing it calls the `Press` route `action` with `data`. By default only the person it is shown to may press it
    (`anyone` lifts that, `member` names another one), once, for a week. `ticked` shows a choice that has been made, `mark`
    stands before the label. One that is `standing` leaves no row, is for anybody and for ever, and carries the `words` of
    its data itself. Below a preview `corrects` names the `Prompted` route which reads lines of its form with `data`.
    """

    label: str
    action: str
    data: Mapping[str, Any] = field(default_factory=dict)
    outcome: Any = None
    anyone: bool = False
    member: int | None = None
    once: bool = True
    lasts_s: int = 7 * DAY_S
    style: str | None = None
    ticked: bool = False
    mark: str = ""
    standing: bool = False
    corrects: str = ""


class Link(Struct, frozen=True):
    """A button that opens a web address, or with `start` the private chat with the bot at that place."""

    label: str
    url: str = ""
    start: str = ""
    outcome: Any = None
    mark: str = ""


class Copy(Struct, frozen=True):
    """A button that copies `text`, such as a voucher code."""

    label: str
    text: str
    outcome: Any = None


Keyboard = Sequence[Sequence[Button | Link | Copy]]


class Stopped(Struct, frozen=True):
    """What was asked for waits until its sender agrees to the covenant; a route that says `covenant=True` needs none."""


class Reply(Struct, frozen=True):
    """Answer where the call came from, as a reply to its message. Everyone there can read it.

    `fade_s` deletes the answer after so many seconds, and with it the call of a route that fades; `keep` remembers the
    sent message by name for Edit;
    `gather` lets several that wait for the same chat be joined into one message, one line each, under the message
    template of that name.
    """

    template: str
    outcome: Any = None
    buttons: Keyboard = ()
    keep: str | None = None
    fade_s: int | None = None
    gather: str | None = None


class Whisper(Struct, frozen=True):
    """Something for the caller alone: a toast after a press, else seen by them only in the group, else in private.

    When several wait in a group for what a `Together` tells, named by `gather` (ways_out.gathered_by), that is said once to all.
    """

    template: str
    outcome: Any = None
    buttons: Keyboard = ()
    gather: str | None = None


class Tell(Struct, frozen=True):
    """A private message to `member` (our id), for what they wait for: the result of what they did, their orders, work
    of the staff. When they can't be written to it waits until they press start.

    `unless_reachable` is an effect to use instead for one who never started the bot; `quiet` makes no sound. Staff by whose
    act it is told hear that it has to wait, unless their answer `says_so` itself.
    """

    member: int
    template: str
    outcome: Any = None
    buttons: Keyboard = ()
    keep: str | None = None
    unless_reachable: "Post | None" = None
    kind: Kind = Kind.RESULT
    quiet: bool = False
    says_so: bool = False


class Note(Struct, frozen=True):
    """Something `member` (our id) did not ask for: it waits for the one message of their day, unless they want quiet.

    A newer note `about` the same takes its place; `storage.notes.withdraw` takes it back once it is moot, as does its
    end (`lasts_s`). `unless_reachable` is posted at once for one who never started the bot.
    """

    member: int
    matter: Matter
    about: str
    template: str
    outcome: Any = None
    buttons: Keyboard = ()
    lasts_s: int = 30 * DAY_S
    unless_reachable: "Post | None" = None


class Post(Struct, frozen=True):
    """A message of the bot's own to a group (our id), into `topic`, or into the one bound to `purpose` if there is one.

    `quiet` makes no sound. `kind` says for how long it matters when it can't be sent, or `lasts_s` where that is known.
    """

    group: int
    template: str
    outcome: Any = None
    buttons: Keyboard = ()
    topic: int | None = None
    purpose: str | None = None
    keep: str | None = None
    reply_to: int | None = None
    gather: str | None = None
    fade_s: int | None = None
    pin: bool = False
    quiet: bool = False
    kind: Kind = Kind.RESULT
    lasts_s: int | None = None


class Edit(Struct, frozen=True):
    """Change a message of ours: the one whose button was pressed, or the one remembered as `keep`.

    Of the latter, `otherwise` is said where it can't be changed.
    """

    template: str
    outcome: Any = None
    buttons: Keyboard = ()
    keep: str | None = None
    otherwise: "Otherwise | None" = None


class React(Struct, frozen=True):
    """A reaction on the caller's message, or on `message` in the same chat or in `group` (our id); "" takes ours away.

    May get lost without harm, unless it is how somebody learns that something counted: where a group does not allow
    the reaction, `otherwise` is said instead.
    """

    emoji: str
    message: int | None = None
    group: int | None = None
    otherwise: Reply | None = None


class Toast(Struct, frozen=True):
    """The short answer to a press, for the presser alone; `alert` waits to be closed. What has no room there is whispered."""

    template: str
    outcome: Any = None
    alert: bool = False


class Delete(Struct, frozen=True):
    """Delete a message of this chat, `after_s` from now, or the one remembered as `keep` with all that was sent with it.

    Where the bot may not, the message stays; nothing is said about it but `otherwise`, of one that is known by name.
    """

    message: int | None = None
    keep: str | None = None
    after_s: int = 0
    otherwise: "Otherwise | None" = None


class Otherwise(Struct, frozen=True):
    """What a group (our id) is told when a message can't be changed or deleted: `template`, or `gone` when it is no more."""

    group: int
    template: str
    gone: str
    outcome: Any


class Show(Struct, frozen=True):
    """Send files we have seen before (by file id) to a group or member, with words: one file, or an album.

    Exactly one of `group` and `member` is given. `files` are (kind, file_id): photo, video, document, animation, audio,
    voice. With `buttons` an album is followed by a message that carries them. `keep` remembers the message with the
    words, and all that is sent with it. `kind` and `lasts_s` as of a Post. `gather` makes one album of the files that
    come under that name within a moment, as the pieces of somebody's album do. Pictures may be `covered`, and the words
    stand `above` them.
    """

    files: Sequence[tuple[str, str]]
    template: str | None = None
    outcome: Any = None
    group: int | None = None
    member: int | None = None
    buttons: Keyboard = ()
    keep: str | None = None
    purpose: str | None = None
    kind: Kind | None = None
    lasts_s: int | None = None
    gather: str | None = None
    covered: bool = False
    above: bool = False


class Document(Struct, frozen=True):
    """A file made here (`content` is text), sent to the caller in private."""

    name: str
    content: str
    template: str | None = None
    outcome: Any = None


class Ask(Struct, frozen=True):
    """Ask the caller something in private; their next message there calls the `Prompted` route `prompt` with `data`.
    What they wrote before it stood there is no answer, but what stood behind their command is the `first`. Asked in reply to
    an answer it is the same question `again` (the flow says its number), unless it asks `another` thing or `reminds`,
    `after` another prompt.
    """

    prompt: str
    template: str
    outcome: Any = None
    data: Mapping[str, Any] = field(default_factory=dict)
    buttons: Keyboard = ()
    lasts_s: int = DAY_S
    another: bool = False
    again: int = 0
    reminds: bool = False
    after: str = ""
    first: str = ""


class Menu(Struct, frozen=True):
    """Show in a chat (Telegram's id: a person's or a group's) the commands that fit those roles."""

    chat_id: int
    locale: str
    roles: frozenset[Role]


_Answer = Reply | Whisper | Edit | React | Toast | Document | Ask | Confide | Await | Stopped
Effect = (
    _Answer | Tell | Note | Post | Poll | ClosePoll | Delete | Pinning | Show | Menu | Silence | Tag | AtDoor | More
)
Effects = Effect | Sequence[Effect] | None


def flat(effects: Effects) -> list[Effect]:
    """One, several or no effects as a list."""
    return list(effects) if isinstance(effects, Sequence) else [] if effects is None else [effects]
