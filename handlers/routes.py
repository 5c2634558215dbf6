"""Routes: how people reach a handler. Each feature declares its own at the foot of its module."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct

from handlers.call import Call
from handlers.effects import Effects
from handlers.ways_out import Together, WayOut
from rules.occasion import Occasion
from rules.people import OPERATING, STAFF, Group, Role
from rules.remark import Remark
from storage.engine.tx import Tx

Answer = Callable[[Call, Tx], Effects]
# The words that are kept of a remark with one of these words in it; None when it is ordinary talk.
Hears = Callable[[tuple[str, ...], Remark], str | None]


class Where(StrEnum):
    """Where a route may be used. GROUP is an activated community or core group; STAFF the activated staff group, or in private."""

    ANYWHERE = "anywhere"
    PRIVATE = "private"
    GROUP = "group"
    STAFF = "staff"
    ANY_GROUP = "any_group"


EVERYONE: frozenset[Role] = frozenset()
MODERATORS = frozenset({Role.OWNER, Role.OPERATOR, Role.MODERATOR})
OPERATORS = OPERATING
REVIEWERS = frozenset({Role.OWNER, Role.OPERATOR, Role.MODERATOR, Role.REVIEWER})
OWNERS = frozenset({Role.OWNER})
ALL_STAFF = STAFF

# What a message may bring besides words, as Telegram calls it.
WORDS: frozenset[str] = frozenset()
PICTURE = frozenset({"photo"})
TABLE = frozenset({"document"})
FILES = frozenset({"photo", "video", "animation", "document", "audio", "voice"})


class Shelf(StrEnum):
    """Where a command stands in the help, and in which order: what everybody may do, then the tools of the team."""

    DAILY = "daily"
    QUESTIONS = "questions"
    CHALLENGES = "challenges"
    REWARDS = "rewards"
    STANDING = "standing"
    RULES = "rules"
    OURS = "ours"
    WORKS = "works"
    GOODS = "goods"
    PEOPLE = "people"
    ORDER = "order"
    GROWING = "growing"
    PUBLISHING = "publishing"
    HOUSE = "house"


TEAMS = frozenset({Shelf.WORKS, Shelf.GOODS, Shelf.PEOPLE, Shelf.ORDER, Shelf.GROWING, Shelf.PUBLISHING, Shelf.HOUSE})


class Command(Struct, frozen=True):
    """`/name`, one of the whole-message `words` (in private of `private_words` too), a word of `openings` before a colon,
    or a hashtag from `tags`: they stand in the noun's `words.toml`. By its `stems` it is only offered.

    `who` are the roles that may (EVERYONE: no role needed). `covenant` asks for the covenant first; `outside` opens it to
    those who are in no group of ours, who otherwise read nothing of what is inside (decision 154). With `reply` it
    acts on the message it replies to: the command says so when there is none, a mere word is then ordinary talk. One that is
    `reasoned` hears its word also with a reason behind a sign or a space.
    `hears` decides itself which remarks with such a word are meant. With `names` whoever it is about may be named
    instead of replied to. The help shows it on its `shelf`, those of a
    low `place` first; what stands on none is reached from elsewhere. `menu` shows it in the command menu, in that order.
    `inactive` lets it work in groups that were not activated. `fades` says that it asks for a list, a figure or an act:
    in a group the call goes with its answer, or when it is refused, unless the answer stays. `stays` names what others
    would miss if it went, such as a question or a check-in; every command has one of the two. What a `discreet` one
    says, and of whom, is nobody else's business: it goes at once, whatever comes of it. It `takes` words, and what is
    named here; in private whatever else comes along is left out aloud, and where it is `plain` how its words look.
    It opens the form of the noun `fields`. A hashtag that is put into a message a little later by an edit asks for it
    where it says so `afterwards`, and a mere word where it says so too.
    """

    name: str
    answer: Answer
    words: tuple[str, ...] = ()
    private_words: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    who: frozenset[Role] = EVERYONE
    where: Where = Where.ANYWHERE
    covenant: bool = False
    outside: bool = False
    reply: bool = False
    reasoned: bool = False
    hears: Hears | None = None
    names: bool = False
    shelf: Shelf | None = None
    place: int = 100
    menu: bool = True
    inactive: bool = False
    fades: bool = False
    discreet: bool = False
    stays: str = ""
    takes: frozenset[str] = WORDS
    plain: bool = False
    confided: bool = False
    fields: str = ""
    afterwards: Callable[[Call, Tx], bool] | None = None
    afterwards_by_word: bool = False

    @property
    def final(self) -> bool:
        """Whether what it did stays done when its message is edited: what the team calls, and what is about who is named."""
        return self.names or self.who != EVERYONE


class Press(Struct, frozen=True):
    """A pressed button whose `action` this is.

    One that is `standing` has no row: its token names the action itself, and whatever follows there are its data, which
    anybody may have written: one of those it is `among`, where these are declared.

    One that is `final` does what the presser can't make good again: it never stands where another was pressed a
    moment ago. A card keeps its places, or asks first. One that `does` what a bare command does names it.
    """

    action: str
    answer: Answer
    who: frozenset[Role] = EVERYONE
    covenant: bool = False
    outside: bool = False
    final: bool = False
    does: str = ""
    standing: bool = False
    among: tuple[str, ...] = ()
    confided: bool = False


class Start(Struct, frozen=True):
    """`/start payload` in private; `payload` is matched up to the first `-`, what follows are the call's words."""

    payload: str
    answer: Answer
    who: frozenset[Role] = EVERYONE
    covenant: bool = False
    outside: bool = False
    confided: bool = False


class Confided(Struct, frozen=True):
    """What is said in private in answer to a `Confide` of that name, without a trace of who says it.

    `call.data` holds its `payload`, how many of the caller's came `today`, and chance: a `key` and a `code`.
    """

    name: str
    answer: Answer


class Given(StrEnum):
    """What becomes of words that answer a question, before anybody else hears them or something is decided by them.

    AHEAD: the bot shows them once more as they would be read; a button sends them, others take their place. PREVIEWED: the
    feature has a preview of its own. OPEN: whoever wrote them can change or take them back, or more is needed before it
    counts. AT_ONCE: they go on as in a talk; tests/house/test_given.py says why.
    """

    AHEAD = "ahead"
    PREVIEWED = "previewed"
    OPEN = "open"
    AT_ONCE = "at_once"


class Prompted(Struct, frozen=True):
    """The answer to an `Ask` with that prompt, `given` in one of these ways. It `takes` words, and what is named here; what
    else comes is said to be left out, and where it is `plain` how its words look.
    What says nothing (`好的`, 👌) answers nothing: the question is asked once more, by the handler itself where it wants
    it `even_empty`, as no words. Below a preview, lines that begin with a field of the noun `fields` come here unasked. A
    form that is shown AHEAD says what it `gathers`: the preview carries all of that. With `aside` what is meant for the bot
    is no part of what a preview gathers; of a question that template is said. Where what it asks about `moves` by other
    hands, or is AHEAD, nobody is reminded of it before it was seen that it still counts.
    """

    prompt: str
    answer: Answer
    given: Given
    who: frozenset[Role] = EVERYONE
    covenant: bool = False
    outside: bool = False
    takes: frozenset[str] = WORDS
    plain: bool = False
    even_empty: bool = False
    fields: str = ""
    aside: str = ""
    moves: bool = False
    gathers: Callable[[Call, Tx], str] | None = None


class On(StrEnum):
    """What an observer sees of an activated group.

    Of the private chat it is PRIVATE_TALK and PRIVATE_EDIT, of any group or channel BOT_ADDED.
    """

    TALK = "talk"
    PRIVATE_TALK = "private_talk"
    REACTION = "reaction"
    EDIT = "edit"
    PRIVATE_EDIT = "private_edit"
    JOIN = "join"
    LEAVE = "leave"
    REQUEST = "request"
    BOT_ADDED = "bot_added"
    NAMED = "named"
    REPLIED = "replied"
    VOTE = "vote"


class Observe(Struct, frozen=True):
    """Sees what nobody addressed to the bot; observers are asked in their `turn` until one answers other than None.

    Those of a low turn are asked first; no two that see the same have the same. One that only writes down and never
    answers has a turn before those that do.
    REQUEST: somebody asks to be let in.
    NAMED and REPLIED: words in a group that name the bot, or answer a message of it, and that led to nothing else.
    Of PRIVATE_TALK, those who are in no group of ours reach only what is open `outside`.
    VOTE: somebody has answered a poll of ours, or taken their answer back, `call.vote`; where is not known.
    REACTION: `call.emoji` are the reactions added, `call.withdrawn` those taken away, `call.message.id` the message; who
    wrote it is `groups.written`.
    """

    on: On
    name: str
    answer: Answer
    turn: int
    outside: bool = False


Route = Command | Press | Start | Confided | Prompted | Observe | WayOut | Together


class JobCall(Struct, frozen=True):
    """A scheduled job's period has come: `due_at` is when (UTC seconds); late after downtime, `occasion.now` is later.

    `occasion.day` belongs to `due_at`, so that a late post speaks of the right week. `group` is None for brand jobs.
    """

    occasion: Occasion
    group: Group | None
    due_at: int
    period: str
    preview: bool = False


class Scope(StrEnum):
    """Whether a job runs once per community group, once for the brand, or once for all whose day goes by one clock:
    what is told in private in the evening comes in everybody's own.
    """

    GROUP = "group"
    BRAND = "brand"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Job:
    """A scheduled post: `name` is its key in `[schedule]`, where a brand may write another time than `cron`.

    `cron` has five fields, with names for the days of the week. Once `late_s` late it is skipped and staff are told;
    `by_hand` says that they may post it themselves then. What another hand may have posted, as after a restore, is not
    posted again where it is `by_hand`, or tells a group `once` of its period; where rows remember whom it has told
    (`recalled`), it is written down and left to staff. One that writes to people unasked has `daytime`: no brand may
    move it into the night.
    """

    name: str
    answer: Callable[[JobCall, Tx], Effects]
    scope: Scope = Scope.GROUP
    late_s: int = 86_400
    cron: str = field(kw_only=True)
    by_hand: bool = field(default=False, kw_only=True)
    once: bool = field(default=False, kw_only=True)
    recalled: bool = field(default=False, kw_only=True)
    daytime: bool = field(default=False, kw_only=True)
