"""With what one answer is written: its transaction, its caller, and how things are said to them."""

from typing import Any

from bot.identity import Identity
from bot.letters.cutting import TEXT_LIMIT, shortened
from bot.letters.keyboard import markup
from bot.letters.reader import Reader
from handlers.call import Call
from handlers.effects import Keyboard
from messages.calendar import Scene
from messages.stored import kept_words
from rules.people import Group, Purpose
from storage import groups
from storage.engine.tx import Tx

NO_PREVIEW = {"is_disabled": True}


class Pen:
    """Writes one answer: knows the transaction, the caller, and how to say things to them."""

    def __init__(self, identity: Identity, tx: Tx, call: Call | None, now: int) -> None:
        self.identity, self.tx, self.call, self.now = identity, tx, call, now

    def text(self, reader: Reader, template: str, outcome: Any) -> str:
        """The rendered message, cut at a line when it is longer than Telegram takes."""
        said = self.identity.speech.render(reader.locale, template, outcome, self.scene(reader))
        return shortened(said, TEXT_LIMIT)

    def kept(self, reader: Reader, template: str, outcome: Any, header: str | None = None) -> str:
        """The message for that reader, to be put into words when it is needed."""
        return kept_words(reader.locale, template, outcome, header, self.scene(reader))

    def scene(self, reader: Reader) -> Scene:
        """Where it is read: now, by `reader`'s clock, and by them, else by the caller, else by everybody there."""
        return Scene(self.now, reader.member or (self.call.member.id if self.call else 0), reader.zone or "")

    def markup(self, keyboard: Keyboard, locale: str, chat_id: int, presser: int | None) -> dict[str, Any] | None:
        """The inline keyboard in that locale."""

        def label(key: str, outcome: Any) -> str:
            return self.identity.speech.label(locale, key, outcome)

        return markup(
            self.tx,
            keyboard,
            label,
            chat_id=chat_id,
            presser=presser,
            now=self.now,
            bot_username=self.identity.username,
        )

    def header(self, locale: str, gather: str | None) -> str | None:
        """The words over several messages that may be joined."""
        return self.identity.speech.render(locale, gather) if gather else None

    def topic(self, group: Group, purpose: str | None) -> int | None:
        """The topic of the group that is bound to that purpose."""
        return groups.topic(self.tx, group.id, Purpose(purpose)) if purpose else None
