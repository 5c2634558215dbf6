"""What staff make by form and groups are told of: the form in private, its preview with who is told, changed or dropped."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from actions import audience as audiences
from actions import draft
from handlers import audience
from handlers.call import Call, ChatKind
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Link, Reply
from handlers.kept import form_mistaken, kept
from handlers.persons import with_ids
from handlers.routes import MODERATORS, Command, Given, Press, Prompted, Route, Shelf, Start, Where
from messages.vocabulary import vocabulary
from rules.audience import Meant, Reader
from rules.draft import DraftKind
from rules.occasion import Occasion
from rules.people import Group
from rules.reading.form_fields import Vocabulary
from rules.reading.forms import Filled
from rules.reading.numbers import reference
from rules.refusals import Refusal
from rules.same_again import SameAgain
from storage.engine.tx import Tx


class Previewed(Protocol):
    """What a preview shows, with every group and whether it is told."""

    @property
    def readers(self) -> tuple[Reader, ...]:
        """The groups."""
        ...


class Made(Struct, frozen=True):
    """What came of a draft: its number, how it is shown to whoever published it, and what the groups are told."""

    id: int
    shown: Any
    told: Sequence[Effect]


class Making(Struct, frozen=True):
    """One kind of it. `noun` names its messages, labels and routes; `command` is its command and the way to it in private.

    `read` reads the form as written, `preview` says what will stand there of a draft, `make` makes it for the groups that
    are told; `beside` are buttons below the empty form, `below` further ones under the preview, whose data they carry.

    `same` is the form of the one of that number, to be made again; `carry` puts what else went with it to the draft.
    `named` is the account that a draft names by @name: where that is another one by the time it is published, the preview
    comes once more.
    """

    noun: str
    command: str
    kind: DraftKind
    read: Callable[[str, Vocabulary, Occasion, str], Filled]
    preview: Callable[[Tx, Filled, tuple[Reader, ...], int], Previewed]
    make: Callable[[Call, Tx, Filled, Sequence[Group]], Made]
    same: Callable[[Tx, int, Vocabulary, Occasion], SameAgain]
    beside: Callable[[int], Keyboard] = lambda number: ()
    below: Callable[[Mapping[str, Any]], Keyboard] = lambda data: ()
    carry: Callable[[Tx, int, int], object] = lambda tx, number, draft: None
    named: Callable[[Tx, Filled], int | None] = lambda tx, filled: None

    def new(self, call: Call, tx: Tx) -> Effects:
        """With nothing, the form comes in private; with a filled form, the preview."""
        text = with_ids(call, tx).strip()
        if text:
            return self.looked_at(call, tx, text, "", draft.begin(tx, call.member, self.kind, call.occasion, text))
        if call.chat.kind is ChatKind.PRIVATE:
            return self._empty(call, tx)
        if not call.member.reachable:
            fetch = Link(f"{self.noun}/fetch_form", start=self.command)
            return Reply(f"{self.noun}/form_waits", buttons=((fetch,),))
        opening = Link("welcome/open_private", start=self.command)
        return self._empty(call, tx), Reply(f"{self.noun}/form_sent", buttons=((opening,),), fade_s=60)

    def started(self, call: Call, tx: Tx) -> Effects:
        """The deep link: the form; with a number, that of the one to be made again."""
        again = reference(call.words)
        return self._empty(call, tx) if again is None else self._same(call, tx, again)

    def again(self, call: Call, tx: Tx) -> Effects:
        """One that was made before, to be made again: its form comes filled in, its days open."""
        return self._same(call, tx, call.data["number"])

    def _same(self, call: Call, tx: Tx, made: int) -> Effects:
        """Where no day is left open, its preview at once."""
        same = self.same(tx, made, self.words(call), call.by_the_clock_here)
        number = draft.begin(tx, call.member, self.kind, call.occasion)
        self.carry(tx, made, number)
        if not same.opened:
            return self.looked_at(call, tx, same.text, "", number)
        data = {"text": same.text, "draft": number}
        return Ask(f"{self.noun}.form", "forms/same_again", same, data=data)

    def _empty(self, call: Call, tx: Tx) -> Ask:
        number = draft.begin(tx, call.member, self.kind, call.occasion)
        data = {"text": "", "draft": number}
        return Ask(f"{self.noun}.form", f"{self.noun}/form", data=data, buttons=self.beside(number))

    def filled_in(self, call: Call, tx: Tx) -> Effects:
        """The form as it came back, or lines that correct it."""
        return self.looked_at(call, tx, with_ids(call, tx), call.data["text"], call.data["draft"])

    def change(self, call: Call, tx: Tx) -> Effects:
        """The form once more, filled in as it was."""
        draft.require_open(tx, call.data["draft"])
        data = dict(call.data)
        return Ask(f"{self.noun}.form", f"{self.noun}/form_again", Filled(call.data["text"]), data=data)

    def drop(self, call: Call, tx: Tx) -> Effects:
        """Think no more of it."""
        draft.drop(tx, call.member, call.data["draft"], call.occasion)
        return Edit(f"{self.noun}/dropped")

    def choose(self, call: Call, tx: Tx) -> Effects:
        """One group more or less is told, or those of one language, or all."""
        number = draft.require_open(tx, call.data["draft"]).id
        audiences.choose(tx, Meant.DRAFT, number, audience.chosen(call.data))
        filled = self.written(call)
        if filled.mistakes:
            return self.mistaken(filled, number)
        shown = self._preview(tx, filled, number)
        return Edit(f"{self.noun}/preview", shown, buttons=self._decide(tx, shown, filled, number))

    def publish(self, call: Call, tx: Tx) -> Effects:
        """Make it and tell the groups that are meant, once of all the previews that stand open."""
        number = draft.require_open(tx, call.data["draft"]).id
        filled = self.written(call)
        if filled.mistakes:
            return self.mistaken(filled, number)
        if self.named(tx, filled) != call.data.get("named"):
            return self._previewed(tx, filled, number)
        made = self.make(call, tx, filled, audiences.addressed(tx, Meant.DRAFT, number))
        draft.publish(tx, number, made.id, call.occasion)
        return [Edit(f"{self.noun}/published", made.shown), *made.told]

    def looked_at(self, call: Call, tx: Tx, text: str, before: str, number: int) -> Effects:
        """The preview of what is written, or what is wrong with it."""
        filled = self.read(text, self.words(call), call.by_the_clock_here, before)
        if filled.mistakes:
            return self.mistaken(filled, number)
        return self._previewed(tx, filled, number)

    def written(self, call: Call) -> Filled:
        """The form that a button carries, as it reads now."""
        return self.read(call.data["text"], self.words(call), call.by_the_clock_here, "")

    def words(self, call: Call) -> Vocabulary:
        """What the caller may call the fields and choices."""
        return vocabulary(self.noun, call.member.locale)

    def mistaken(self, filled: Filled, number: int) -> Ask:
        """What is wrong, and the form once more."""
        return form_mistaken(f"{self.noun}.form", filled, {"text": filled.text, "draft": number})

    def routes(self, place: int) -> tuple[Route, ...]:
        """All of them; the command stands at that `place` in the help."""
        return (
            Command(
                self.command,
                self.new,
                shelf=Shelf.WORKS,
                place=place,
                who=MODERATORS,
                where=Where.STAFF,
                stays="a filled-in form",
                plain=True,
                fields=self.noun,
            ),
            Start(self.command, self.started, who=MODERATORS),
            Prompted(
                f"{self.noun}.form", self.filled_in, Given.PREVIEWED, who=MODERATORS, plain=True, fields=self.noun
            ),
            Press(f"{self.noun}.audience", self.choose, who=MODERATORS),
            Press(f"{self.noun}.change", self.change, who=MODERATORS),
            Press(f"{self.noun}.drop", self.drop, who=MODERATORS),
            Press(f"{self.noun}.publish", self.publish, who=MODERATORS, final=True),
            Press(f"{self.noun}.same", self.again, who=MODERATORS),
        )

    def _preview(self, tx: Tx, filled: Filled, number: int) -> Previewed:
        return self.preview(tx, filled, audiences.readers(tx, Meant.DRAFT, number), number)

    def _previewed(self, tx: Tx, filled: Filled, number: int) -> Effects:
        try:
            shown = self._preview(tx, filled, number)
        except Refusal as refusal:
            return kept(f"{self.noun}.form", refusal, filled.text, {"draft": number})
        return Reply(f"{self.noun}/preview", shown, buttons=self._decide(tx, shown, filled, number))

    def _decide(self, tx: Tx, shown: Previewed, filled: Filled, number: int) -> Keyboard:
        data = {"text": filled.text, "draft": number, "named": self.named(tx, filled)}
        change = Button(f"{self.noun}/change", f"{self.noun}.change", data, corrects=f"{self.noun}.form")
        drop = Button(f"{self.noun}/drop", f"{self.noun}.drop", {"draft": number})
        return (
            (Button(f"{self.noun}/publish", f"{self.noun}.publish", data, style="success"),),
            *audience.choices(shown.readers, f"{self.noun}.audience", data),
            *self.below(data),
            (change, drop),
        )
