"""Defects of ours: logged under a code, tried again, set aside after the last try, and told to those who must know."""

import logging
import secrets

from bot.flow.reception import Reception
from handlers.call import Sender
from handlers.effects import Tell
from handlers.refused import Incident, apology
from rules.occasion import Moment
from rules.people import Role
from storage import facts, members
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx
from storage.post import inbox, outbox
from storage.post.inbox import WaitingUpdate

log = logging.getLogger("kocbot.flow")
TOLD_EVERY_S = 3600


class Incidents:
    """What happens when an update can't be handled."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    def note(self, tx: Tx, update: WaitingUpdate, now: int, defect: Exception) -> bool:
        """Log a defect under a code, and try the update again later; True when that was the last try."""
        code = secrets.token_hex(4)
        aside = inbox.failed(tx, update.id, code)
        log.error("incident", extra={"code": code, "update": update.update_id, "aside": aside}, exc_info=defect)
        if aside:
            self._apologise(tx, update, code, now)
            self._tell_owners(tx, code, now)
        return aside

    def _tell_owners(self, tx: Tx, code: str, now: int) -> None:
        """The owners hear of an incident, at most once an hour; the log has them all."""
        if now - int(facts.get(tx, "incident_told_at") or 0) < TOLD_EVERY_S:
            return
        facts.put(tx, "incident_told_at", str(now))
        told = [
            Tell(owner.id, "refusals/incident_for_owner", Incident(code)) for owner in members.with_role(tx, Role.OWNER)
        ]
        outbox.put(tx, self._reception.composer.posts(tx, told, now), now)

    def _apologise(self, tx: Tx, update: WaitingUpdate, code: str, now: int) -> None:
        """To whoever caused it, where that can be told: the update broke three times already, it may break this too."""
        reception = self._reception
        try:
            with tx.savepoint():
                incoming = reception.read(update.body)
                call = (
                    reception.call(tx, incoming, Moment.of(update.said_at, now, update.received_at))
                    if incoming.sender is Sender.PERSON
                    else None
                )
                if call is not None:
                    told = reception.composer.letters(tx, call, apology(code), incoming.query)
                    outbox.put(tx, told, now)
        except Exception as unreadable:
            if isinstance(unreadable, StorageTrouble):
                raise
            log.warning("unreadable", extra={"code": code, "why": type(unreadable).__name__})
