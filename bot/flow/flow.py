"""The one flow: updates in, one transaction, letters out. Nobody else begins or commits."""

import logging
from collections.abc import Sequence

from msgspec import Struct

from bot.flow.albums import words_first
from bot.flow.corrected import as_they_read
from bot.flow.incidents import Incidents
from bot.flow.pastes import whole
from bot.flow.reception import Reception
from bot.identity import Identity
from bot.intake.incoming import Incoming
from bot.letters.compose import Composer
from handlers.routes import Command
from rules.occasion import Moment
from rules.refusals import Refusal
from rules.values import replace
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx
from storage.post import inbox, outbox
from storage.post.inbox import WaitingUpdate
from storage.post.letters import Letter

log = logging.getLogger("kocbot.flow")
BATCH = 100
CROWDED = 500
TURNS = 5


class Handled(Struct, frozen=True):
    """What a batch came to: updates handled, letters queued, updates set aside."""

    updates: int = 0
    letters: int = 0
    quarantined: int = 0


class Flow:
    """Handles what waits in the inbox. Synchronous: it runs on the database's own thread."""

    def __init__(self, identity: Identity) -> None:
        self.composer = Composer(identity)
        self.reception = Reception(identity, self.composer)
        self._incidents = Incidents(self.reception)

    def drain(self, tx: Tx, now: int) -> Handled:
        """Handle the oldest batch that waits: all at once, or when something of it must be undone, one by one.

        Nothing was written in the transaction before: it is the whole of it that begins anew.
        """
        waiting = inbox.waiting(tx, BATCH)
        if len(waiting) == BATCH and inbox.backlog(tx) > CROWDED:
            waiting = inbox.in_turns(tx, CROWDED, TURNS)
        waiting = self._as_they_read(tx, waiting)
        waiting = words_first(whole(waiting, now, more=len(waiting) >= BATCH), now)
        try:
            return self._all_at_once(tx, waiting, now)
        except Exception as raised:  # it comes again below, where it is undone and told alone
            if isinstance(raised, StorageTrouble):
                raise
            log.info("one by one", extra={"updates": len(waiting), "why": type(raised).__name__})
            tx.anew()
            return self._one_by_one(tx, waiting, now)

    def _as_they_read(self, tx: Tx, waiting: Sequence[WaitingUpdate]) -> list[WaitingUpdate]:
        """With what was put right meanwhile; an edit may wait behind this batch."""
        to_come = inbox.edits(tx, CROWDED) if len(waiting) >= BATCH else waiting
        return as_they_read(waiting, to_come, self._final)

    def _final(self, update: WaitingUpdate) -> bool:
        try:
            match = self.reception.router.match(self._read(update))
        except Exception as unreadable:  # whatever it is, it is told and set aside where it is handled
            if isinstance(unreadable, StorageTrouble):
                raise
            log.info("unreadable", extra={"update": update.update_id, "why": type(unreadable).__name__})
            return False
        return match is not None and isinstance(match.route, Command) and match.route.final

    def _all_at_once(self, tx: Tx, waiting: Sequence[WaitingUpdate], now: int) -> Handled:
        """An open savepoint would have every page copied that is touched; hardly any batch needs one."""
        letters = 0
        for update in waiting:
            incoming = self._read(update)
            letters += _queue(
                tx, self.reception.letters(tx, incoming, Moment.of(update.said_at, now, update.received_at)), now
            )
        done = [id for update in waiting for id in update.ids]
        inbox.done(tx, done)
        return Handled(len(done), letters)

    def _read(self, update: WaitingUpdate) -> Incoming:
        """The update, with its rows; a press that was answered before has no toast any more."""
        incoming = self.reception.read(update.body, update.ids)
        return replace(incoming, resumed=True, query=None) if update.resumed else incoming

    def _one_by_one(self, tx: Tx, waiting: Sequence[WaitingUpdate], now: int) -> Handled:
        letters = quarantined = 0
        for update in waiting:
            try:
                letters += self._handle(tx, update, now)
            except Exception as defect:  # whatever it is, one update must not stop the others
                if isinstance(defect, StorageTrouble):
                    raise
                quarantined += self._incidents.note(tx, update, now, defect)
        return Handled(len(waiting), letters, quarantined)

    def _handle(self, tx: Tx, update: WaitingUpdate, now: int) -> int:
        """All that follows from an update, or nothing; a refusal undoes it, and what is said then stands alone."""
        incoming, moment = self._read(update), Moment.of(update.said_at, now, update.received_at)
        try:
            with tx.savepoint():
                return _settle(tx, update, self.reception.letters(tx, incoming, moment), now)
        except Refusal as refusal:
            with tx.savepoint():
                return _settle(tx, update, self.reception.refusal(tx, incoming, refusal, moment), now)


def _settle(tx: Tx, update: WaitingUpdate, letters: list[Letter], now: int) -> int:
    """The update is done with, and what is to be said waits to be sent; how many letters that are."""
    inbox.done(tx, update.ids)
    return _queue(tx, letters, now)


def _queue(tx: Tx, letters: list[Letter], now: int) -> int:
    outbox.put(tx, letters, now)
    return len(letters)
