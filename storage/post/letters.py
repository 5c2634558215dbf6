"""A letter is a value: one call of the Bot API that waits to be made, and all that is known about it."""

from msgspec import Struct

from rules.letters import STANDINGS, Kind, Standing
from rules.values import parts, replace
from storage.packing import packed, unpacked
from storage.post.bodies import REPEATABLE, elsewhere, of, parameters, read, written
from storage.post.body import Body

OF_METHOD = {
    "answerCallbackQuery": Kind.TOAST,
    "setMessageReaction": Kind.REACTION,
    "editMessageText": Kind.CHANGE,
    "editMessageCaption": Kind.CHANGE,
    "editEphemeralMessageText": Kind.CHANGE,
    "pinChatMessage": Kind.TIDYING,
    "unpinChatMessage": Kind.TIDYING,
    "deleteMessage": Kind.TIDYING,
    "stopPoll": Kind.TIDYING,
    "setMyCommands": Kind.MENU,
    "restrictChatMember": Kind.RESTRICTION,
    "setChatMemberTag": Kind.TAG,
    "createChatInviteLink": Kind.DOOR,
    "revokeChatInviteLink": Kind.DOOR,
    "approveChatJoinRequest": Kind.DOOR,
    "declineChatJoinRequest": Kind.DOOR,
    "unbanChatMember": Kind.DOOR,
    "banChatMember": Kind.DOOR,
}


class Attached(Struct, frozen=True):
    """A file made here that goes along with a letter."""

    name: str
    content: str


class Unworded(Struct, frozen=True):
    """A message that goes when another can't: its words are only put when it is needed, which is hardly ever.

    `words` is what they will be made of, kept by whoever puts them; storage does not read it. Nor `gone`, which is said
    instead where the other was about a message that is not there any more.
    """

    lane: int
    words: str
    topic: int | None = None
    reply_to: int | None = None
    gather: str | None = None
    fade_s: int | None = None
    gone: str | None = None
    kind: str = Kind.ANSWER.value


class Letter(Struct, frozen=True):
    """One call of the Bot API that waits to be made. `lane` is the chat it goes to (0: none, such as a toast).

    `kind` says for how long it matters (`lasts_s` where it is known better), `caller` whom it answers (Telegram's id);
    `gather` names what may be joined into one message, under `header`; `keep` the name under which the sent message is
    remembered; `fade_s` after how many seconds it is deleted; `pin` whether it is pinned; `seen_by` the one person
    (Telegram's id) who alone is to see it in a group; `file` goes along; `fallback` goes when this one can't;
    `parked` waits until its person presses start, and `weighs` is what staff read of it then.
    """

    lane: int
    body: Body
    gather: str | None = None
    keep: str | None = None
    fade_s: int | None = None
    fallback: "Letter | Unworded | None" = None
    delay_s: int = 0
    lasts_s: int | None = None
    parked: bool = False
    header: str | None = None
    pin: bool = False
    seen_by: int | None = None
    file: Attached | None = None
    kind: Kind | None = None
    caller: int | None = None
    weighs: str | None = None

    @property
    def method(self) -> str:
        """The method that is called."""
        return self.body.method

    @property
    def sort(self) -> Kind:
        """Its kind; where none is named it follows from what is called, and who is to see it."""
        if self.kind is not None:
            return self.kind
        seen = Kind.WHISPER if self.seen_by else Kind.PRIVATE if self.lane > 0 else Kind.RESULT
        return OF_METHOD.get(self.method, seen)

    @property
    def matters_s(self) -> int | None:
        """For how many seconds, once it is due, it matters to somebody; None: for good."""
        return STANDINGS[self.sort].lasts_s if self.lasts_s is None else self.lasts_s


class Queued(Struct, frozen=True):
    """A letter that waits to be sent, as its row tells: `body` and `fallback` are only read where that is needed.

    `tries` counts the attempts so far.
    """

    id: int
    lane: int
    method: str
    body: str
    gather: str | None
    header: str | None
    keep: str | None
    fade_s: int | None
    pin: bool
    seen_by: int | None
    fallback: str | None
    made_at: int
    not_before: int
    expires_at: int | None
    tries: int
    file_name: str | None
    file_content: str | None
    kind: str
    caller: int | None
    weighs: str | None = None

    @property
    def said(self) -> Body:
        """What it says."""
        return read(self.method, self.body)

    @property
    def standing(self) -> Standing:
        """What holds for letters of its kind."""
        return STANDINGS[Kind(self.kind)]

    @property
    def repeatable(self) -> bool:
        """Whether nobody is harmed when it is carried out twice."""
        return self.method in REPEATABLE or self.standing.harmless

    @property
    def file(self) -> Attached | None:
        """The file that goes along."""
        return None if self.file_name is None else Attached(self.file_name, self.file_content or "")


def row_of(letter: Letter, now: int) -> tuple[int | str | None, ...]:
    """What the outbox keeps of a letter, in the order of its columns."""
    due = now + letter.delay_s
    file = (letter.file.name, letter.file.content) if letter.file else (None, None)
    return (
        now,
        due,
        None if letter.matters_s is None else due + letter.matters_s,
        letter.lane,
        letter.sort.value,
        letter.caller,
        letter.body.method,
        written(letter.body),
        letter.gather,
        letter.header,
        letter.keep,
        letter.fade_s,
        int(letter.pin),
        letter.seen_by,
        *file,
        put_by(letter.fallback),
        letter.weighs,
        "parked" if letter.parked else "queued",
    )


def put_by(fallback: Letter | Unworded | None) -> str | None:
    """What goes instead, as one text for its column; what goes when that can't be sent either is put by with it."""
    match fallback:
        case None:
            return None
        case Unworded():
            kept = parts(fallback)
        case Letter():
            said = {"method": fallback.method, "body": parameters(fallback.body)}
            kept = {"lane": fallback.lane, **said, "gather": fallback.gather, "fade_s": fallback.fade_s}
            kept |= {"kind": fallback.kind, "fallback": put_by(fallback.fallback)}
    return packed({name: value for name, value in kept.items() if value is not None})


def taken_out(text: str) -> Letter | Unworded:
    """What `put_by` has put by: a letter's chat, body, gathering and fading, or all of one without words."""
    kept = unpacked(text)
    if "words" in kept:
        return Unworded(**kept)
    kind = Kind(kept.pop("kind")) if "kind" in kept else None
    further = taken_out(kept.pop("fallback")) if "fallback" in kept else None
    return Letter(body=of(kept.pop("method"), kept.pop("body")), kind=kind, fallback=further, **kept)


def moved(fallback: Letter | Unworded, old: int, new: int) -> Letter | Unworded | None:
    """What goes instead, when a group has moved: to the new address as well, if any of it still makes sense there."""
    if isinstance(fallback, Unworded):
        return fallback if fallback.lane != old else replace(fallback, lane=new, reply_to=None)
    further = moved(fallback.fallback, old, new) if fallback.fallback else None
    if fallback.lane != old:
        return replace(fallback, fallback=further)
    body = elsewhere(fallback.body)
    return replace(fallback, lane=new, body=body, fallback=further) if body else None
