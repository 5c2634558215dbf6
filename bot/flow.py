"""The one flow: an update in, one transaction, letters out. Nobody else begins or commits."""

import json
import logging
import secrets
from dataclasses import dataclass, fields, is_dataclass

from bot.answer import answer, faded
from bot.caller import call_of
from bot.compose import Composer
from bot.identity import Identity
from bot.incoming import Incoming, What, read
from bot.router import Router
from handlers.call import Call, Kind, Sender
from handlers.effects import Effects, Tell, flat
from handlers.refused import Incident, apology, refused
from handlers.setup import farewell
from rules.people import Role
from rules.refusals import Refusal, TooFast
from storage import facts, floods, groups, inbox, members, moves, outbox, outcomes, rights
from storage.inbox import Waiting
from storage.outbox import Letter
from storage.tx import Tx

log = logging.getLogger("kocbot.flow")
BATCH = 100
CROWDED = 500
TURNS = 5
MINUTE_S = 60
INCIDENTS_TOLD_EVERY_S = 3600


@dataclass(frozen=True, slots=True)
class Handled:
    """What a batch came to: updates handled, letters queued, updates set aside."""

    updates: int = 0
    letters: int = 0
    quarantined: int = 0


@dataclass(frozen=True, slots=True)
class TooOften:
    """The member floods; `effects` say so once."""

    effects: Effects


class Flow:
    """Handles what waits in the inbox. Synchronous: it runs on the database's own thread."""

    def __init__(self, identity: Identity) -> None:
        self.identity = identity
        self.router = Router(identity.routes, identity.programme.words)
        self.composer = Composer(identity)

    def drain(self, tx: Tx, now: int) -> Handled:
        """Handle the oldest batch that waits, each update in a savepoint of its own."""
        waiting = inbox.waiting(tx, BATCH)
        if len(waiting) == BATCH and inbox.backlog(tx) > CROWDED:
            waiting = inbox.in_turns(tx, CROWDED, TURNS)
        letters = quarantined = 0
        for update in waiting:
            try:
                letters += self._handle(tx, update, now)
            except Exception as defect:  # noqa: BLE001  # whatever it is, one update must not stop the others
                quarantined += self._incident(tx, update, now, defect)
        return Handled(len(waiting), letters, quarantined)

    def _handle(self, tx: Tx, update: Waiting, now: int) -> int:
        """All that follows from an update, or nothing; a refusal undoes it, and what is said then stands alone."""
        incoming = self._read(update.body)
        try:
            with tx.savepoint():
                return _settle(tx, update, self._letters(tx, incoming, now), now)
        except Refusal as refusal:
            with tx.savepoint():
                return _settle(tx, update, self._refused(tx, incoming, refusal, now), now)

    def _read(self, body: str) -> Incoming:
        return read(json.loads(body), self.identity.username)

    def _letters(self, tx: Tx, incoming: Incoming, now: int) -> list[Letter]:
        if incoming.what is What.OTHER:
            return []
        if incoming.what is What.MIGRATED:
            assert incoming.new_chat_id is not None
            moves.migrate(tx, incoming.chat.id, incoming.new_chat_id)
            return []
        if incoming.what is What.BOT_STATUS and incoming.chat.kind is not Kind.PRIVATE:
            rights.forget(tx, incoming.chat.id)
            if not incoming.present:
                return self.composer.posts(tx, farewell(tx, incoming.chat.id), now)
        if incoming.sender is not Sender.PERSON:
            return self._faceless(tx, incoming)
        call = self._call(tx, incoming, now)
        if call is None:
            return []
        if self._addressed(incoming) and (too_often := self._flooding(tx, call)):
            return self.composer.letters(tx, call, too_often.effects, incoming.query)
        effects = answer(self.router, call, incoming, tx)
        return self.composer.letters(tx, call, effects, incoming.query)

    def _refused(self, tx: Tx, incoming: Incoming, refusal: Refusal, now: int) -> list[Letter]:
        """The call once more, without its consequences: it counts as a call, and its answer is the refusal's words."""
        call = self._call(tx, incoming, now)
        assert call is not None
        if self._addressed(incoming):
            self._flooding(tx, call)
        _remember(tx, call, refusal)
        return self.composer.letters(tx, call, self._why_not(tx, call, incoming, refusal), incoming.query)

    def _why_not(self, tx: Tx, call: Call, incoming: Incoming, refusal: Refusal) -> Effects:
        """The refusal's words, to the caller alone; a call that nobody needs to read goes."""
        told = refused(call, refusal)
        match = self.router.match(incoming) if incoming.what is What.MESSAGE else None
        return [*flat(told), *faded(match, call, told, tx)]

    def _call(self, tx: Tx, incoming: Incoming, now: int) -> Call | None:
        return call_of(tx, incoming, self.identity.programme, self.identity.username, now)

    def _addressed(self, incoming: Incoming) -> bool:
        """Whether the bot is called, rather than overhearing people's talk."""
        if incoming.what is What.MESSAGE:
            return incoming.chat.kind is Kind.PRIVATE or self.router.match(incoming) is not None
        return incoming.what is What.PRESS

    def _flooding(self, tx: Tx, call: Call) -> TooOften | None:
        """What to say to one who calls too often: words at first, then nothing."""
        now = call.occasion.now
        most = call.occasion.programme.limits.flood_per_minute
        times = floods.hit(tx, call.member.id, now // MINUTE_S)
        if times <= most:
            return None
        return TooOften(refused(call, TooFast(MINUTE_S - now % MINUTE_S)) if times == most + 1 else None)

    def _faceless(self, tx: Tx, incoming: Incoming) -> list[Letter]:
        """Anonymous admins are told to act as persons; channels and bots are never answered."""
        if incoming.sender is not Sender.ANONYMOUS_ADMIN or incoming.command not in self.router.commands:
            return []
        group = groups.by_chat(tx, incoming.chat.id)
        return self.composer.only_for_people(incoming, group) if group else []

    def _incident(self, tx: Tx, update: Waiting, now: int, defect: Exception) -> bool:
        """Log a defect under a code, try again later, set the update aside after the last try."""
        code = secrets.token_hex(4)
        aside = inbox.failed(tx, update.id, code)
        log.error("incident", extra={"code": code, "update": update.update_id, "aside": aside}, exc_info=defect)
        if aside:
            self._apologise(tx, update, code, now)
            self._tell_owners(tx, code, now)
        return aside

    def _tell_owners(self, tx: Tx, code: str, now: int) -> None:
        """The owners hear of an incident, at most once an hour; the log has them all."""
        if now - int(facts.get(tx, "incident_told_at") or 0) < INCIDENTS_TOLD_EVERY_S:
            return
        facts.put(tx, "incident_told_at", str(now))
        told = [
            Tell(owner.id, "refusals/incident_for_owner", Incident(code)) for owner in members.with_role(tx, Role.OWNER)
        ]
        outbox.put(tx, self.composer.posts(tx, told, now), now)

    def _apologise(self, tx: Tx, update: Waiting, code: str, now: int) -> None:
        """To whoever caused it, where that can be told: the update broke three times already, it may break this too."""
        try:
            with tx.savepoint():
                incoming = self._read(update.body)
                call = self._call(tx, incoming, now) if incoming.sender is Sender.PERSON else None
                if call is not None:
                    outbox.put(tx, self.composer.letters(tx, call, apology(call, code), incoming.query), now)
        except Exception as unreadable:  # noqa: BLE001
            log.warning("unreadable", extra={"code": code, "why": type(unreadable).__name__})


def _settle(tx: Tx, update: Waiting, letters: list[Letter], now: int) -> int:
    """The update is done with, and what is to be said waits to be sent; how many letters that are."""
    outbox.put(tx, letters, now)
    inbox.done(tx, update.id)
    return len(letters)


def _remember(tx: Tx, call: Call, refusal: Refusal) -> None:
    """Note a refusal that guards a points rule, for the member's "why?"; what was rolled back can't note it."""
    if refusal.rule:
        assert is_dataclass(refusal)
        detail = {field.name: getattr(refusal, field.name) for field in fields(refusal)}
        occasion = call.occasion
        frees_at = refusal.frees_at(occasion)
        outcomes.note(tx, call.member.id, occasion.now, refusal.rule, refusal.template, frees_at, detail)
