"""The confidant: what is said without a trace is heard here, as it comes in, and answered from memory.

Nothing of it passes the inbox, the dialogues, the buttons, the outbox or the count of calls: each of them remembers
who did what when. What goes on from one message to the next stands in the message that was asked with. What
lies in memory besides only saves people from replying to it, and is gone after half an hour or a restart (decision 41).
"""

import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct

from bot.flow.router import Match, Router
from bot.identity import Identity
from bot.intake.incoming import Incoming, What, in_private, read
from bot.letters.compose import Composer
from handlers.call import Call, ChatKind, Sender
from handlers.confide import Await, Confide
from handlers.effects import Effects, flat
from handlers.refused import apology, refused
from handlers.routes import Confided
from rules.fairness.feedback import CODE_LENGTH, CODE_SIGNS, WORDS_MOST, is_code_alone
from rules.markup import plain
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import Refusal
from rules.values import replace
from storage import members
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx
from storage.operations import broadcasts
from storage.post import dialogues, said
from storage.post.letters import Letter

log = logging.getLogger("kocbot.confidant")
EXPECTS_S, EDITABLE_S, CUT_S = 1_800, 3 * 86_400, 5
MOST = 10_000
KEY_BYTES = 16
A_MINUTE_S = 60
V = TypeVar("V")


class Fleeting(OrderedDict[Any, tuple[float, V]]):
    """A few things that are remembered for so many seconds, in memory alone."""

    def __init__(self, lasts_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._lasts_s, self._clock = lasts_s, clock

    def note(self, key: Any, value: V) -> None:
        """Remember it; the oldest goes when there are too many."""
        self.pop(key, None)
        self[key] = (self._clock() + self._lasts_s, value)
        if len(self) > MOST:
            self.popitem(last=False)

    def known(self, key: Any) -> V | None:
        """What is remembered of it and not over yet."""
        ends, value = self.get(key, (0.0, None))
        return value if ends > self._clock() else None


class Heard(Struct, frozen=True):
    """Something that is confided: what came in, and the `payload` of what it answers, or the route it takes."""

    incoming: Incoming
    payload: str | None = None
    match: Match | None = None
    swallowed: bool = False


class Confidant:
    """Hears and answers. One for each running bot, for it knows what it has just asked."""

    def __init__(self, identity: Identity, router: Router, composer: Composer) -> None:
        self._identity, self._router, self._composer = identity, router, composer
        self._expected: Fleeting[str] = Fleeting(EXPECTS_S)
        self._albums: Fleeting[str] = Fleeting(EXPECTS_S)
        self._messages: Fleeting[bool] = Fleeting(EDITABLE_S)
        self._cut: Fleeting[bool] = Fleeting(CUT_S)
        self._calls: Fleeting[int] = Fleeting(2 * A_MINUTE_S)
        self._today: tuple[date | None, dict[int, int]] = (None, {})

    def hears(self, update: Mapping[str, Any]) -> bool:
        """Whether it is confided; what has no shape is left to the flow, which sets it aside."""
        return self._heard(update) is not None

    def said_openly(self, tx: Tx, update: Mapping[str, Any], now: int) -> bool:
        """Whether it edits a message that stands in a preview before its author, that answered a question, or that an
        announcement was made of: that one was never confided. Nor is what looks like a code while the bot waits for
        something else.
        """
        if "edited_message" not in update and "message" not in update:
            return False
        incoming = read(dict(update), self._identity.username)
        member = members.by_telegram_id(tx, incoming.person.telegram_id) if incoming.person else None
        if member is None or incoming.message is None:
            return False
        if "message" in update:
            return self._code_of(incoming) is not None and bool(dialogues.waiting(tx, member.id, now))
        number = incoming.message.id
        if self._commands(incoming):
            return True
        if broadcasts.of_source(tx, member.id, number) is not None or said.of(tx, incoming.chat.id, number):
            return True
        return any(one.shows(number) for one in dialogues.waiting(tx, member.id, now))

    def _commands(self, incoming: Incoming) -> bool:
        """Whether an edit makes it a command of ours that has nothing to do with what is confided."""
        known = self._messages.known((incoming.chat.id, incoming.message.id if incoming.message else 0))
        match = self._router.found(incoming) if incoming.command is not None else None
        return match is not None and not (match.route.confided or known or self._replied(incoming))

    def answer(self, tx: Tx, update: Mapping[str, Any], now: int) -> list[Letter]:
        """The letters that answer it, which go at once and are kept nowhere. Raises StorageTrouble."""
        heard = self._heard(update)
        if heard is None or heard.swallowed or heard.incoming.person is None:
            return []
        self._remember(heard)
        member = members.by_telegram_id(tx, heard.incoming.person.telegram_id)
        call = self._call(heard, member or self._stranger(heard), now)
        if self._too_often(call):
            return []
        effects = self._answered(tx, heard, call)
        self._expect(heard, effects)
        return self._composer.letters(tx, call, effects, heard.incoming.query)

    def _heard(self, update: Mapping[str, Any]) -> Heard | None:
        try:
            if not in_private(update):
                return None
            incoming = read(dict(update), self._identity.username)
        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        if incoming.chat.kind is not ChatKind.PRIVATE or incoming.sender is not Sender.PERSON or not incoming.person:
            return None
        match incoming.what:
            case What.PRESS:
                return self._pressed(incoming)
            case What.MESSAGE:
                return self._said(incoming)
            case What.EDITED:
                return self._edited(incoming)
        return None

    def _pressed(self, incoming: Incoming) -> Heard | None:
        route = self._router.standing(incoming.token or "")
        if route is not None and route.confided:
            return Heard(incoming)
        self._expected.pop(incoming.person.telegram_id if incoming.person else 0, None)
        return None

    def _said(self, incoming: Incoming) -> Heard | None:
        assert incoming.message is not None
        assert incoming.person is not None
        match, sender = self._router.found(incoming), incoming.person.telegram_id
        if payload := self._replied(incoming):
            return Heard(incoming, payload)
        if match is not None and getattr(match.route, "confided", False) and not incoming.message.forwarded:
            return Heard(incoming, match=match)
        if code := self._code_of(incoming):
            return Heard(incoming, match=code)
        if incoming.command is not None or (match is not None and match.interrupts):
            self._expected.pop(sender, None)
            return None
        if incoming.message.album and (known := self._albums.known(incoming.message.album)):
            return Heard(incoming, known)
        if expected := self._expected.known(sender):
            return Heard(incoming, expected)
        return Heard(incoming, swallowed=True) if self._cut.known(sender) else None

    def _code_of(self, incoming: Incoming) -> Match | None:
        """The code of an anonymous feedback that is said without its command."""
        message = incoming.message
        if incoming.command is not None or message is None or message.forwarded or not is_code_alone(message.text):
            return None
        return Match(self._router.commands["feedback"], message.text)

    def _edited(self, incoming: Incoming) -> Heard | None:
        """What was confided and is changed afterwards stays as it was; it must not come by another way."""
        assert incoming.message is not None
        known = self._messages.known((incoming.chat.id, incoming.message.id)) or self._replied(incoming)
        ours = incoming.message.album is None or known
        return Heard(incoming, swallowed=True) if ours else None

    def _replied(self, incoming: Incoming) -> str | None:
        """The payload of the question of ours that a message replies to."""
        asked = incoming.reply_to
        if asked is None or asked.author is None or not asked.author.is_bot:
            return None
        for name in self._router.confided:
            start = f"https://t.me/{self._identity.username}?start={name}-"
            for link in asked.links:
                if link.startswith(start):
                    return link.removeprefix(start)
        return None

    def _call(self, heard: Heard, member: Member, now: int) -> Call:
        incoming = heard.incoming
        occasion = Occasion(now, self._identity.programme, timezone=member.timezone)
        shown = incoming.message.id if incoming.what is What.PRESS and incoming.message else None
        return Call(member, frozenset(), incoming.chat, occasion, incoming.message, incoming.reply_to, shown=shown)

    def _stranger(self, heard: Heard) -> Member:
        """Somebody whom we have not met; they are not remembered for this."""
        person = heard.incoming.person
        assert person is not None
        return Member(0, person.telegram_id, person.name, None, self._identity.programme.brand.locale, 0)

    def _answered(self, tx: Tx, heard: Heard, call: Call) -> Effects:
        """What is done about it, or said instead; a defect is told without a trace of whose it was."""
        try:
            with tx.savepoint():
                return self._effects(tx, heard, call)
        except Refusal as refusal:
            return refused(refusal, self._router.ways_out)
        except StorageTrouble:
            raise
        except Exception as defect:  # whatever it is, the updates around it must not suffer
            code = secrets.token_hex(4)
            log.error("incident", extra={"code": code}, exc_info=defect)
            return apology(code)

    def _effects(self, tx: Tx, heard: Heard, call: Call) -> Effects:
        if heard.payload is not None:
            return self._taken(tx, self._router.confided["feedback"], heard.payload, call)
        if heard.match is not None:
            return heard.match.route.answer(replace(call, words=heard.match.words), tx)
        token = heard.incoming.token or ""
        route = self._router.standing(token)
        assert route is not None, token
        return route.answer(replace(call, data={"words": token.partition(":")[2]}), tx)

    def _taken(self, tx: Tx, route: Confided, payload: str, call: Call) -> Effects:
        message = call.message
        assert message is not None
        day, counts = self._today
        if day != call.occasion.day:
            self._today = (call.occasion.day, counts := {})
        today = counts.get(call.chat.id, 0)
        code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
        data = {"payload": payload, "today": today, "key": secrets.token_hex(KEY_BYTES), "code": code}
        effects = route.answer(replace(call, words=plain(message.marked), data=data), tx)
        if any(isinstance(one, Confide) and not one.asks for one in flat(effects)):
            counts[call.chat.id] = today + 1
        return effects

    def _remember(self, heard: Heard) -> None:
        message, person = heard.incoming.message, heard.incoming.person
        if message is None or person is None or heard.incoming.what is not What.MESSAGE:
            return
        self._messages.note((heard.incoming.chat.id, message.id), True)
        if heard.payload is not None and message.album:
            self._albums.note(message.album, heard.payload)
        if len(message.text) > WORDS_MOST:
            self._cut.note(person.telegram_id, True)

    def _expect(self, heard: Heard, effects: Effects) -> None:
        """The next thing that they say answers what they were asked; what was taken is not asked for any more."""
        assert heard.incoming.person is not None
        sender = heard.incoming.person.telegram_id
        asks = [one for one in flat(effects) if isinstance(one, Await) or (isinstance(one, Confide) and one.asks)]
        refused_ = any(getattr(effect, "template", "").startswith("refusals/") for effect in flat(effects))
        if asks:
            self._expected.note(sender, asks[-1].payload)
        elif not refused_:
            self._expected.pop(sender, None)

    def _too_often(self, call: Call) -> bool:
        """Whether somebody floods; counted in memory, for the table of calls tells who called when."""
        key = (call.chat.id, call.occasion.now // A_MINUTE_S)
        times = (self._calls.known(key) or 0) + 1
        self._calls.note(key, times)
        return times > call.occasion.programme.limits.flood_per_minute
